/** The devices of `checkin`: the same sockets and the same facts against either server; only the work differs. */
import { serveCalls } from '../support/child.js';
import { connectWire } from '../support/wire.js';

/**
 * People come in one after the other and go out in the same order, so that nobody gathers more admissions than a day
 * would give. `inside`: delegate → the admission that stands; `next`: how far each device has come.
 * @typedef {{ wires: import('../support/wire.js').Wire[], inside: Map<string, string>, next: number }} Side
 */
/** @type {Record<string, Side>} */
const sides = {};
let made = 0;

/** @param {Side} side @param {string} delegate */
function factOf({ inside }, delegate) {
	const id = `fact-${process.pid}-${++made}`;
	const claim = { claimedAt: Date.now(), offset: 0 };
	const admission = inside.get(delegate);
	if (admission) {
		inside.delete(delegate);
		return { id, type: 'door.exit', payload: { ...claim, admission } };
	}
	inside.set(delegate, id);
	const card = { via: 'qr', verdict: 'green', desk: 'Bàn 1', seen: 0 };
	return { id, type: 'door.admit', payload: { ...claim, delegate, ...card } };
}

serveCalls({
	/** @param {string} side @param {string} base @param {Record<string, unknown>[]} auths one a device */
	async open(side, base, auths) {
		for (const wire of sides[side]?.wires ?? []) wire.ws.close();
		const wires = await Promise.all(auths.map((auth) => connectWire(base, auth)));
		sides[side] = { wires, inside: new Map(), next: 0 };
	},
	/**
	 * Every device sends the next chunk when the one before is acknowledged.
	 * @param {string} name of the side
	 * @param {string[]} delegates dealt out to the devices
	 * @param {number} facts of each device
	 * @param {number} chunk facts a message
	 * @returns {Promise<number>} facts a second
	 */
	async run(name, delegates, facts, chunk) {
		const side = sides[name];
		if (!side) throw new Error(`${name} is not open`);
		const { wires, next } = side;
		const plans = wires.map((_, device) => {
			const own = delegates.filter((__, i) => i % wires.length === device);
			const all = Array.from({ length: facts }, (__, i) => factOf(side, own[(next + i) % own.length] ?? ''));
			return Array.from({ length: facts / chunk }, (__, at) => all.slice(at * chunk, (at + 1) * chunk));
		});
		side.next += facts;
		const begun = performance.now();
		await Promise.all(
			wires.map(async (wire, device) => {
				for (const message of plans[device] ?? []) {
					const answers = await wire.ask('commands', message);
					if (!Array.isArray(answers) || answers.length !== chunk || !answers.every((one) => one.ok))
						throw new Error(JSON.stringify(answers).slice(0, 500));
				}
			})
		);
		return (wires.length * facts * 1000) / (performance.now() - begun);
	}
});
