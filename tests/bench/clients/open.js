/** Opens many raw sockets and holds them; closes them all when asked. */
import { serveCalls } from '../support/child.js';
import { connectWire, openMany, startsWith, VIEW } from '../support/wire.js';

/** @type {import('../support/wire.js').Wire[]} */
let wires = [];

serveCalls({
	/** @param {string} base @param {Record<string, unknown>} auth @param {number} count @param {boolean} withView wait for it */
	async open(base, auth, count, withView) {
		wires = await openMany(count, async () => {
			let seen = () => undefined;
			const first = new Promise((resolve) => {
				seen = () => void resolve(undefined);
			});
			const wire = await connectWire(base, auth, (frame) => startsWith(frame, VIEW) && seen());
			if (withView) await first;
			return wire;
		});
	},
	async close() {
		const all = wires.map((wire) => new Promise((resolve) => wire.ws.once('close', resolve)));
		for (const wire of wires) wire.ws.close();
		wires = [];
		await Promise.all(all);
	}
});
