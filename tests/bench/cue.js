/**
 * A step of a wave (made ready, one step back) until the last device of both presenters has its new card, while devices
 * of mixed roles are connected: of fifty two are presenters, the others watch or have screens of their own.
 */
import { startChild } from './support/child.js';
import { judged } from './support/figures.js';
import { command, conferenceOf, startProduct, submit } from './support/product.js';
import { rounds } from './support/rounds.js';

const COUNTS = [200, 500];
const PRESENTERS = ['presenter-1', 'presenter-2'];
const OTHERS = ['mc', 'projector', 'reader', 'marshal', 'steward', 'chair', 'viewer', 'kiosk'];
const ROLES = [...PRESENTERS, ...Array.from({ length: 6 }, () => OTHERS).flat()];

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct();
	const clients = startChild('clients/fanout.js');
	const floor = startChild('floors/fanout.js');
	try {
		const { id } = await conferenceOf(product, 150);
		const step = await stepper(product, id);
		/** @param {string} role */
		const authOf = async (role) => ({
			protocol: 1,
			conference: id,
			as: role,
			bearer: await product.token(id, role)
		});
		/** @type {Map<string, Awaited<ReturnType<typeof authOf>>>} */
		const auths = new Map();
		for (const role of new Set(ROLES)) auths.set(role, await authOf(role));
		const roles = ROLES.map((role) => ({ role, auth: auths.get(role) }));
		const stage = await authOf('stage');

		await clients.call('waitFor', PRESENTERS);
		for (const count of COUNTS) {
			const devices = { base: product.base, stage, roles, count };
			const { a, b } = await rounds({ clients, floor }, devices, ROLES, step);
			print(judged(`cue-${count}`, a, b));
		}
	} finally {
		await Promise.all([clients.stop(), floor.stop(), product.stop()]);
	}
}

/**
 * The awards are on, wave 1 is there; each order makes it ready or takes that back.
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 */
async function stepper(product, id) {
	const state = async () => (await product.api(`/conferences/${id}/replica`)).state;
	const { programme } = await state();
	const awards = programme.order.find((/** @type {string} */ item) =>
		programme.items[item].kinds.includes('khen_thuong')
	);
	await submit(product, id, [command('wave.make', {}), command('programme.next', { expectedItem: null })]);
	const { live } = (await state()).programme;
	await submit(product, id, [command('programme.jump', { expectedItem: live.item, to: awards })]);
	const { version } = (await state()).awards.waves[1];
	let ready = false;
	return () => {
		const order = command(ready ? 'wave.back' : 'wave.next', {
			wave: 1,
			step: ready ? 'staged' : 'prepared',
			given: 0,
			version
		});
		ready = !ready;
		return order;
	};
}
