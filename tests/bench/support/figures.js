/** How a figure is taken and judged: interleaved rounds A B B A, the median, one line of JSON. */
import { goals } from '../goals.js';

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {number | null} value null: not measured, `note` says why
 * @property {string} unit
 * @property {number | null} floor
 * @property {number | null} ratio
 * @property {string | null} goal
 * @property {boolean | null} ok null where there is no goal, or no figure
 * @property {string} [note]
 */

/** @param {number[]} values */
export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Three figures are all that such a measurement carries. @param {number} value */
const rounded = (value) => Number(value.toPrecision(3));

/**
 * Drift of the machine (heat, neighbours) falls on both sides alike.
 * @param {number} quads each gives two of A and two of B
 * @param {() => Promise<number>} a
 * @param {() => Promise<number>} b
 * @returns {Promise<{ a: number, b: number }>} medians
 */
export async function interleaved(quads, a, b) {
	/** @type {number[]} */
	const as = [];
	/** @type {number[]} */
	const bs = [];
	for (let quad = 0; quad < quads; quad++) {
		as.push(await a());
		bs.push(await b());
		bs.push(await b());
		as.push(await a());
	}
	return { a: median(as), b: median(bs) };
}

/**
 * @param {string} name as in goals.js
 * @param {number | null} value
 * @param {number | null} [floor]
 * @param {string} [note]
 * @returns {Line}
 */
export function judged(name, value, floor = null, note) {
	const entry = Object.values(goals)
		.flat()
		.find((one) => one.name === name);
	if (!entry) throw new Error(`"${name}" has no entry in goals.js`);
	const ratio = value !== null && floor !== null ? value / floor : null;
	return {
		name,
		value: value === null ? null : rounded(value),
		unit: entry.unit,
		floor: floor === null ? null : rounded(floor),
		ratio: ratio === null ? null : rounded(ratio),
		goal: entry.goal === null ? null : `${entry.judge} ${entry.goal}`,
		ok: verdict(entry, value, ratio),
		...(note && { note })
	};
}

/**
 * @param {import('../goals.js').Goal} entry
 * @param {number | null} value
 * @param {number | null} ratio
 */
function verdict({ judge, goal }, value, ratio) {
	const held = judge === 'value <=' ? value : ratio;
	if (goal === null || held === null) return null;
	return judge === 'ratio >=' ? held >= goal : held <= goal;
}
