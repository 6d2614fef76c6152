/**
 * What the node process holds at rest, and what each of 1,000 view sockets adds, after full collections. A round opens
 * and closes the thousand; the first pair warms both sides (code, pools) and is not counted.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { startChild } from './support/child.js';
import { judged, median } from './support/figures.js';
import { conferenceOf, startProduct } from './support/product.js';

const SOCKETS = 1000;
const ROUNDS = 4;
/** Start-up's garbage goes back to the system some seconds later. */
const REST_MS = 5000;

/** @typedef {{ rss: number, heap: number }} Memory */

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct({ probe: true });
	const clients = startChild('clients/open.js');
	const floor = startChild('floors/memory.js', ['--expose-gc']);
	try {
		await wait(REST_MS);
		const idle = await product.memory();
		print(judged('memory-idle', idle.rss / 1e6));
		const { id } = await conferenceOf(product, 150);
		const bearer = await product.token(id, 'projector');
		const auth = { protocol: 1, conference: id, as: 'projector', bearer };
		const floorBase = `http://127.0.0.1:${await floor.call('port')}`;

		/**
		 * @param {() => Promise<Memory>} memory
		 * @param {string} base
		 * @param {boolean} withView
		 */
		const round = async (memory, base, withView) => {
			const before = await memory();
			await clients.call('open', base, auth, SOCKETS, withView);
			const after = await memory();
			await clients.call('close');
			return { rss: (after.rss - before.rss) / SOCKETS, heap: (after.heap - before.heap) / SOCKETS };
		};
		const ofProduct = () => round(product.memory, product.base, true);
		const ofFloor = () => round(() => floor.call('memory'), floorBase, false);
		const first = { product: await ofProduct(), floor: await ofFloor() };
		/** @type {Memory[]} */
		const a = [];
		/** @type {Memory[]} */
		const b = [];
		for (let i = 0; i < ROUNDS; i++) {
			if (i % 2) b.push(await ofFloor());
			a.push(await ofProduct());
			if (i % 2 === 0) b.push(await ofFloor());
		}
		const middle = (/** @type {Memory[]} */ list) => median(list.map((one) => one.heap));
		print(judged('memory-socket-heap', middle(a), middle(b)));
		// Pages once taken stay with the process, so only the first thousand show in it.
		print(judged('memory-socket-rss', first.product.rss, first.floor.rss));
	} finally {
		await Promise.all([clients.stop(), floor.stop(), product.stop()]);
	}
}
