/**
 * Owns: one text to many sockets at the price of one encoding. Socket.IO too encodes a broadcast once, but then walks
 * each socket through the machinery of a single message; at a thousand screens that costs more than the sending.
 */
import { Socket as Stream } from 'node:net';
import type { Server, Socket } from 'socket.io';
import { WebSocket } from 'ws';

/** An event of the root namespace, encoded for any number of sockets. */
export type Frame = {
	/** For Engine.IO, which adds what is its own. */
	packet: string;
	/** The same, complete for the wire. */
	bytes: Buffer;
};

/** A complete unmasked text frame, RFC 6455 §5.2. */
export function textFrame(text: string): Buffer {
	const length = Buffer.byteLength(text);
	const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(head + length);
	frame[0] = 0x81;
	if (head === 2) frame[1] = length;
	else if (head === 4) {
		frame[1] = 126;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = 127;
		frame.writeBigUInt64BE(BigInt(length), 2);
	}
	frame.write(text, head);
	return frame;
}

/** @param json the event's one argument, already encoded */
export function frameOf(event: string, json: string): Frame {
	// `2`: an event of Socket.IO; `4` before it: a message of Engine.IO.
	const packet = `2["${event}",${json}]`;
	return { packet, bytes: textFrame(`4${packet}`) };
}

/** Sends a frame to one socket, behind whatever was sent to it before. */
export function put(socket: Socket, { packet, bytes }: Frame): void {
	const stream = idleStream(socket);
	if (stream) return void stream.write(bytes);
	const options = { compress: false, wsPreEncodedFrame: [bytes] };
	socket.conn.write(packet, options);
}

/** Sends an event of the root namespace to every socket of a room. @param json as in `frameOf` */
export function broadcast(io: Server, room: string, event: string, json: string): void {
	const { adapter, sockets } = io.of('/');
	const ids = adapter.rooms.get(room);
	if (!ids) return;
	const frame = frameOf(event, json);
	for (const id of ids) {
		const socket = sockets.get(id);
		if (socket) put(socket, frame);
	}
}

/** What Engine.IO and ws keep to themselves; their versions are pinned, and it is looked at before use. */
type Transport = Socket['conn']['transport'] & { socket?: WebSocket & { _socket?: unknown } };

/**
 * The TCP or TLS stream of a socket on which nothing is waiting, so that a frame put there directly keeps its place:
 * Engine.IO holds packets back exactly while its transport is not writable. Null: the ordinary way is the right one.
 */
function idleStream({ conn }: Socket): Stream | null {
	const transport: Transport = conn.transport;
	if (conn.readyState !== 'open' || !transport.writable) return null;
	const ws = transport.socket;
	if (ws?.readyState !== WebSocket.OPEN) return null;
	return ws._socket instanceof Stream ? ws._socket : null;
}
