/**
 * Owns: one text to a whole room at the price of one encoding. Socket.IO too encodes a broadcast once, but then walks
 * each socket through the machinery of a single message; at a thousand screens that costs more than the sending.
 */
import { Socket as Stream } from 'node:net';
import type { Server, Socket } from 'socket.io';
import { WebSocket } from 'ws';

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

/**
 * Sends an event of the root namespace to every socket of a room.
 * @param json the event's one argument, already encoded
 */
export function broadcast(io: Server, room: string, event: string, json: string): void {
	const { adapter, sockets } = io.of('/');
	const ids = adapter.rooms.get(room);
	if (!ids) return;
	// `2`: an event of Socket.IO; `4` before it: a message of Engine.IO.
	const packet = `2["${event}",${json}]`;
	const frame = textFrame(`4${packet}`);
	const options = { compress: false, wsPreEncodedFrame: [frame] };
	for (const id of ids) {
		const socket = sockets.get(id);
		if (!socket) continue;
		const stream = idleStream(socket);
		if (stream) stream.write(frame);
		else socket.conn.write(packet, options);
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
