/**
 * An order (the programme one step on, one step back) until the last of N raw clients has its new view. A third each
 * MC, projector and live page, so that every client gets one view an order and three views are encoded.
 */
import { startChild } from './support/child.js';
import { judged } from './support/figures.js';
import { command, conferenceOf, startProduct } from './support/product.js';
import { rounds } from './support/rounds.js';

const COUNTS = [50, 200, 500, 1000];
const ROLES = ['mc', 'projector', 'viewer'];

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct();
	const clients = startChild('clients/fanout.js');
	const floor = startChild('floors/fanout.js');
	try {
		const { id } = await conferenceOf(product, 150);
		/** @param {string} role */
		const authOf = async (role) => ({
			protocol: 1,
			conference: id,
			as: role,
			bearer: await product.token(id, role)
		});
		const roles = await Promise.all(ROLES.map(async (role) => ({ role, auth: await authOf(role) })));
		const stage = await authOf('stage');
		const step = stepper(await firstTwoItems(product, id));

		await clients.call('openProduct', product.base, stage, roles, COUNTS[0]);
		await clients.call('product', step());
		for (const count of COUNTS) {
			const devices = { base: product.base, stage, roles, count };
			const { a, b } = await rounds({ clients, floor }, devices, ROLES, step);
			print(judged(`fanout-${count}`, a, b));
		}
	} finally {
		await Promise.all([clients.stop(), floor.stop(), product.stop()]);
	}
}

/**
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 * @returns {Promise<[string, string]>}
 */
async function firstTwoItems(product, id) {
	const { state } = await product.api(`/conferences/${id}/replica`);
	/** @type {string[]} */
	const parents = state.programme.order.map(
		(/** @type {string} */ item) => state.programme.items[item].parent
	);
	const run = state.programme.order.filter(
		(/** @type {string} */ item) => state.programme.items[item].on && !parents.includes(item)
	);
	return [run[0], run[1]];
}

/** Starts, then goes one on and one back for ever. @param {[string, string]} items */
function stepper([first, second]) {
	/** @type {string | null} */
	let at = null;
	return () => {
		const order = command(at === second ? 'programme.back' : 'programme.next', { expectedItem: at });
		at = at === first ? second : first;
		return order;
	};
}
