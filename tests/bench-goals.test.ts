import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goals } from './bench/goals.js';
import { interleaved, judged, median } from './bench/support/figures.js';

const folder = fileURLToPath(new URL('./bench', import.meta.url));
const filesIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.js'));

/** docs/architecture.md, "Numbers": what is promised, by figure. */
const promised = {
	'fanout-500': 'ratio <= 1.6',
	'fanout-1000': 'ratio <= 1.6',
	'cue-500': 'ratio <= 1.6',
	'checkin-150': 'ratio >= 0.5',
	'checkin-5000': 'ratio >= 0.5',
	'scan-5000': 'ratio <= 3',
	'scan-5000-frames': 'value <= 2',
	'search-5000': 'ratio <= 1.5',
	'reconnect-500-missed': 'value <= 0',
	'reconnect-500-bytes': 'value <= 1024',
	'reconnect-mc-fresh-500': 'value <= 20480',
	'load-reception': 'value <= 90',
	'load-mc': 'value <= 60',
	'load-chair': 'value <= 60',
	'load-projector': 'value <= 60',
	'load-live': 'value <= 60',
	'load-me': 'value <= 60',
	'memory-idle': 'value <= 120',
	'memory-socket-heap': 'ratio <= 1.2',
	'memory-socket-rss': 'ratio <= 1.2',
	'seats-growth': 'value <= 12',
	...Object.fromEntries(
		['trung-khanh', 'cao-bang', 'soc-trang', 'tan-doan', 'ke-sat', '500', '2000', '5000'].flatMap((size) => [
			[`seats-${size}-inversions`, 'value <= 0'],
			[`seats-${size}-waves`, 'value <= 0'],
			[`seats-${size}-moved`, 'value <= 2'],
			[`seats-${size}-moved-broken`, 'value <= 0']
		])
	),
	...Object.fromEntries([24, 36, 48, 54].map((people) => [`seats-small-${people}-waves`, 'value <= 0'])),
	'papers-500': 'ratio <= 2',
	'conferences-300': 'ratio <= 1.5'
};

describe('the bench', () => {
	it('BEN-1: holds every number that is promised, in one file and no weaker', () => {
		const held = Object.values(goals)
			.flat()
			.filter(({ goal }) => goal !== null);
		expect(Object.fromEntries(held.map(({ name, judge, goal }) => [name, `${judge} ${goal}`]))).toEqual(
			promised
		);
	});

	it('BEN-1: every bench and every floor has goals of its name', () => {
		const names = Object.keys(goals).map((name) => `${name}.js`);
		expect(names).toEqual(expect.arrayContaining(filesIn(folder).filter((name) => name !== 'goals.js')));
		expect(names).toEqual(expect.arrayContaining(filesIn(`${folder}/floors`)));
	});

	it('BEN-2: a line is judged by its ratio where a floor is the measure, by its value where a budget is', () => {
		expect(judged('fanout-500', 16, 10)).toMatchObject({ ratio: 1.6, goal: 'ratio <= 1.6', ok: true });
		expect(judged('fanout-500', 16.1, 10)).toMatchObject({ ok: false });
		expect(judged('checkin-150', 500, 1000)).toMatchObject({ ratio: 0.5, ok: true });
		expect(judged('checkin-150', 499, 1000)).toMatchObject({ ok: false });
		expect(judged('memory-idle', 121)).toMatchObject({ floor: null, ratio: null, ok: false });
		expect(judged('fanout-50', 99, 1)).toMatchObject({ goal: null, ok: null });
		expect(judged('seats-growth', null, null, 'no bench yet')).toMatchObject({ value: null, ok: null });
		expect(() => judged('unheard-of', 1)).toThrow('goals.js');
	});

	it('BEN-2: both sides take turns, A B B A, and the median speaks', async () => {
		let turns = '';
		const side = (name: string, values: number[]) => async () => {
			turns += name;
			return values.shift() ?? 0;
		};
		const { a, b } = await interleaved(2, side('A', [1, 9, 2, 3]), side('B', [10, 30, 20, 1000]));
		expect(turns).toBe('ABBAABBA');
		expect({ a, b }).toEqual({ a: 2.5, b: 25 });
		expect(median([5, 1, 3])).toBe(3);
	});
});
