/**
 * A client of the Socket.IO wire protocol over bare `ws`, and the same client without any protocol for the floors:
 * both sides of a ratio pay the same for receiving.
 */
import { WebSocket } from 'ws';

/** What an arriving frame begins with. */
export const VIEW = Buffer.from('42["view"');
const OPEN = 0x30;
const PING = 0x32;

/**
 * @typedef {object} Wire
 * @property {WebSocket} ws
 * @property {number} bytes received since the upgrade: every frame with its head, the protocol's own too
 * @property {(frame: Buffer) => void} onFrame every frame but the protocol's own; may be changed at any time
 * @property {(event: string, payload: unknown) => Promise<unknown>} ask emits and resolves with the acknowledgement
 */

/**
 * @param {string} base `http://host:port`
 * @param {Record<string, unknown> | null} auth of the handshake; null for a bare WebSocket server
 * @param {(frame: Buffer) => void} [onFrame] given here, it misses nothing: a view may follow in the same packet
 * @returns {Promise<Wire>} connected: accepted by the server
 */
export function connectWire(base, auth, onFrame = () => undefined) {
	const path = auth ? '/socket.io/?EIO=4&transport=websocket' : '/';
	const ws = new WebSocket(`${base.replace(/^http/, 'ws')}${path}`, { perMessageDeflate: false });
	/** @type {Map<number, (value: unknown) => void>} */
	const acks = new Map();
	let asked = 0;
	/** @type {Wire} */
	const wire = {
		ws,
		bytes: 0,
		onFrame,
		ask(event, payload) {
			const id = asked++;
			ws.send(`42${id}${JSON.stringify([event, payload])}`);
			return new Promise((resolve) => acks.set(id, resolve));
		}
	};
	return new Promise((resolve, reject) => {
		ws.once('error', reject);
		ws.once('close', (code) => reject(new Error(`closed with ${code}`)));
		if (!auth) ws.once('open', () => resolve(wire));
		ws.on('message', (/** @type {Buffer} */ frame) => {
			wire.bytes += frame.length + (frame.length < 126 ? 2 : frame.length < 65536 ? 4 : 10);
			if (!auth) return wire.onFrame(frame);
			if (frame[0] === PING) return ws.send('3');
			if (frame[0] === OPEN) return ws.send(`40${JSON.stringify(auth)}`);
			// 40 accepted, 44 refused, 42 an event, 43 an acknowledgement.
			if (frame[1] === 0x30) return resolve(wire);
			if (frame[1] === 0x34) return reject(new Error(frame.toString()));
			if (frame[1] === 0x33) {
				const text = frame.toString();
				const at = text.indexOf('[');
				const id = Number(text.slice(2, at));
				const take = acks.get(id);
				acks.delete(id);
				return take?.(JSON.parse(text.slice(at))[0]);
			}
			wire.onFrame(frame);
		});
	});
}

/** @param {Buffer} frame @param {Buffer} prefix */
export const startsWith = (frame, prefix) =>
	frame.length >= prefix.length && frame.compare(prefix, 0, prefix.length, 0, prefix.length) === 0;

/**
 * Opens many, a few at a time.
 * @template T
 * @param {number} count
 * @param {(index: number) => Promise<T>} open
 * @returns {Promise<T[]>}
 */
export async function openMany(count, open) {
	/** @type {T[]} */
	const all = [];
	for (let from = 0; from < count; from += 50) {
		const some = Array.from({ length: Math.min(50, count - from) }, (_, i) => open(from + i));
		all.push(...(await Promise.all(some)));
	}
	return all;
}
