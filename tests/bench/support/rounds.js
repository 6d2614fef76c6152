/**
 * One count of devices, measured: an order until those who are waited for have their view, beside a bare server that
 * sends the same bytes to as many sockets. Both are warmed up first, then take turns.
 */
import { interleaved } from './figures.js';

const WARM = 10;
const QUADS = 12;

/**
 * @typedef {{ call: (name: string, ...args: any[]) => Promise<any> }} Child
 * @param {{ clients: Child, floor: Child }} children
 * @param {{ base: string, stage: object, roles: object[], count: number }} devices who is connected to the product
 * @param {readonly string[]} floorRoles the same roles for the bare server
 * @param {() => object} step the next order
 */
export async function rounds({ clients, floor }, { base, stage, roles, count }, floorRoles, step) {
	const floorBase = `http://127.0.0.1:${await floor.call('port')}`;
	await clients.call('openProduct', base, stage, roles, count);
	await clients.call('openFloor', floorBase, floorRoles, count);
	/** @type {Record<string, string>[]} */
	const sets = [];
	for (let i = 0; i < 2 * WARM; i++) {
		await clients.call('product', step());
		sets[i % 2] = await clients.call('bytes');
	}
	await floor.call('bytes', sets);
	for (let i = 0; i < 2 * WARM; i++) await clients.call('floor');
	return interleaved(
		QUADS,
		() => clients.call('product', step()),
		() => clients.call('floor')
	);
}
