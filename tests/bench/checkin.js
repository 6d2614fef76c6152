/**
 * Eight reception devices, each with one message outstanding: fact → durable acknowledgement. The product also decides,
 * folds and tells the seven other devices; the floor only stores.
 */
import { startChild } from './support/child.js';
import { interleaved, judged } from './support/figures.js';
import { conferenceOf, startProduct } from './support/product.js';

const DEVICES = 8;
const QUADS = 6;
/** Facts of each device in a round, by facts a message. */
const FACTS = { 1: 60, 50: 150 };

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct();
	const clients = startChild('clients/checkin.js');
	const floor = startChild('floors/checkin.js');
	try {
		const floorBase = `http://127.0.0.1:${await floor.call('port')}`;
		const nobody = Array.from({ length: DEVICES }, () => ({}));
		await clients.call('open', 'floor', floorBase, nobody);
		/** @type {string[]} */
		let delegates = [];
		/** @param {number} size */
		const renew = async (size) => {
			const made = await conferenceOf(product, size);
			delegates = made.delegates;
			const auths = [];
			for (let i = 0; i < DEVICES; i++) {
				const bearer = await product.token(made.id, 'reception');
				auths.push({ protocol: 1, conference: made.id, as: 'reception', bearer });
			}
			await clients.call('open', 'product', product.base, auths);
		};
		for (const size of [150, 5000]) {
			await renew(size);
			for (const chunk of /** @type {const} */ ([1, 50])) {
				/** @param {string} side */
				const run = (side) => clients.call('run', side, delegates, FACTS[chunk], chunk);
				for (const side of ['product', 'floor', 'product', 'floor']) await run(side);
				let rounds = 0;
				const { a, b } = await interleaved(
					QUADS,
					async () => {
						// Of 150 people each has been in and out a few times by now, as on a day; not a hundred times.
						if (size === 150 && rounds++ % 2 === 0) await renew(size);
						return run('product');
					},
					() => run('floor')
				);
				print(judged(`checkin-${size}${chunk === 1 ? '' : `-batch-${chunk}`}`, a, b));
			}
		}
	} finally {
		await floor.call('close');
		await Promise.all([clients.stop(), floor.stop(), product.stop()]);
	}
}
