/** The raw clients of `fanout` and `cue`: both sides in this one process, counted by the same few lines. */
import { once } from 'node:events';
import { serveCalls } from '../support/child.js';
import { connectWire, openMany, startsWith, VIEW } from '../support/wire.js';

const ROUND_MS = 15_000;

/** @typedef {{ wires: import('../support/wire.js').Wire[], roles: string[], last: Map<string, string> }} Side */
/** @type {Record<string, Side>} */
const sides = {};
/** @type {import('../support/wire.js').Wire | null} */
let stage = null;
/** @type {import('../support/wire.js').Wire | null} */
let trigger = null;
/** Only these are waited for; null: everybody. @type {Set<string> | null} */
let awaited = null;
let arrived = 0;
let wanted = 0;
/** Nothing of this round has come yet. */
let fresh = true;
/** @type {() => void} */
let complete = () => undefined;

/** @param {string} role */
const isAwaited = (role) => awaited === null || awaited.has(role);

/** @param {Side} side @param {string} role @returns {(frame: Buffer) => void} */
const counting = (side, role) => (frame) => {
	if (!startsWith(frame, VIEW)) return;
	if (fresh) side.last.clear();
	fresh = false;
	if (!side.last.has(role)) side.last.set(role, frame.toString());
	if (isAwaited(role) && ++arrived === wanted) complete();
};

/**
 * @param {Side} side
 * @param {() => void} start
 * @returns {Promise<number>} ms from the order to the last client
 */
async function round(side, start) {
	arrived = 0;
	fresh = true;
	wanted = side.roles.filter(isAwaited).length;
	const begun = performance.now();
	await new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error(`${arrived} of ${wanted} clients have it`)), ROUND_MS);
		complete = () => {
			clearTimeout(late);
			resolve(undefined);
		};
		start();
	});
	return performance.now() - begun;
}

serveCalls({
	/** @param {string[]} roles whose devices a round waits for; without this call for all */
	waitFor(roles) {
		awaited = new Set(roles);
	},
	/**
	 * @param {string} base
	 * @param {Record<string, unknown>} stageAuth
	 * @param {{ role: string, auth: Record<string, unknown> }[]} roles client i has role i modulo their number
	 * @param {number} count up to how many clients
	 */
	async openProduct(base, stageAuth, roles, count) {
		stage ??= await connectWire(base, stageAuth);
		const side = (sides.product ??= { wires: [], roles: [], last: new Map() });
		const from = side.wires.length;
		const more = await openMany(count - from, async (i) => {
			const { role, auth } = roles[(from + i) % roles.length] ?? { role: '', auth: {} };
			let seen = () => undefined;
			const first = new Promise((resolve) => {
				seen = () => void resolve(undefined);
			});
			const wire = await connectWire(base, auth, (frame) => startsWith(frame, VIEW) && seen());
			await first;
			wire.onFrame = counting(side, role);
			return wire;
		});
		for (const i of more.keys()) side.roles.push(roles[(from + i) % roles.length]?.role ?? '');
		side.wires.push(...more);
	},
	/** @param {string} base @param {string[]} roles @param {number} count */
	async openFloor(base, roles, count) {
		trigger ??= await connectWire(base, null);
		const side = (sides.floor ??= { wires: [], roles: [], last: new Map() });
		const from = side.wires.length;
		const more = await openMany(count - from, async (i) => {
			const role = roles[(from + i) % roles.length] ?? '';
			const wire = await connectWire(base, null);
			wire.onFrame = counting(side, role);
			wire.ws.send(role);
			return wire;
		});
		for (const i of more.keys()) side.roles.push(roles[(from + i) % roles.length] ?? '');
		side.wires.push(...more);
	},
	/** @param {{ id: string, type: string, payload: unknown }} order */
	async product(order) {
		const side = sides.product;
		if (!side || !stage) throw new Error('not open');
		/** @type {Promise<unknown> | undefined} */
		let answer;
		const ms = await round(side, () => {
			answer = stage?.ask('commands', [order]);
		});
		const answers = await answer;
		if (!Array.isArray(answers) || !answers[0]?.ok) throw new Error(JSON.stringify(answers));
		// Orders are seconds apart on the day: the next one starts when this one has been digested, on both sides.
		await stage.ask('clock', 0);
		return ms;
	},
	async floor() {
		const side = sides.floor;
		if (!side || !trigger) throw new Error('not open');
		const ms = await round(side, () => trigger?.ws.send('go'));
		trigger.ws.ping();
		await once(trigger.ws, 'pong');
		return ms;
	},
	/** What one client of each role got last, for the floor to send. */
	bytes: () => Object.fromEntries(sides.product?.last ?? [])
});
