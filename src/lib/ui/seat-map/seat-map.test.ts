import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../core/seating/layout';
import { seatsNamed } from '../../core/seating/find-seat';
import { liveMap } from '../../core/seating/live-map';
import { block, hallOf, SeatingDay } from '../../core/seating/seating.fixture';
import { looksOf } from './look';
import { rowNames } from './rows';
import { SHAPES } from './shapes';
import { placeAt, step, type Direction } from './step';
import { panned, showing, toFrame, toHall, wholeHall, zoomed } from './view';

const hall = hallOf(
	block('A', 4, 6),
	block('B', 4, 5, { rowNames: 'letters' }),
	block('T', 1, 3, { shape: 'longTable', place: 'stage', name: 'Đoàn Chủ tịch' })
);
const layout = layoutOf(hall);
const frame = { width: 390, height: 500 };
const { bounds } = layout;

describe('looking at a hall', () => {
	it('MAP-8: the whole hall fits, what is under the fingers stays there while it grows, and it is never lost', () => {
		const whole = wholeHall(bounds, frame);
		const corner = toFrame(whole, { x: bounds.right, y: bounds.bottom }, bounds);
		expect(corner.x).toBeLessThanOrEqual(390.001);
		expect(corner.y).toBeLessThanOrEqual(500.001);
		const at = { x: 120, y: 200 };
		const before = toHall(whole, at, bounds);
		const near = zoomed(whole, 3, at, bounds, frame);
		const after = toHall(near, at, bounds);
		expect(after.x).toBeCloseTo(before.x, 3);
		expect(after.y).toBeCloseTo(before.y, 3);
		expect(zoomed(near, 0.001, at, bounds, frame).k).toBeCloseTo(whole.k, 6);
		const gone = panned(near, 1e6, -1e6, bounds, frame);
		const [left, bottom] = [
			toFrame(gone, { x: bounds.left, y: 0 }, bounds).x,
			toFrame(gone, { x: 0, y: bounds.bottom }, bounds).y
		];
		expect(left).toBeLessThan(390);
		expect(bottom).toBeGreaterThan(0);
		const seat = layout.byKey.get('A/4/1');
		if (!seat) throw new Error('drawn above');
		const shown = toFrame(showing(gone, seat, bounds, frame, 0.5), seat, bounds);
		expect(shown.x).toBeGreaterThan(0);
		expect(shown.x).toBeLessThan(390);
		expect(shown.y).toBeLessThan(500);
	});

	it('MAP-9: arrows go seat to seat along a row, over an aisle, up onto the stage, and reach every seat', () => {
		const go = (from: string | null, ...ways: Direction[]) =>
			ways.reduce<string | null>((at, way) => step(layout, at, way)?.key ?? at, from);
		expect(go(null, 'right')).toBe('A/1/1');
		expect(go('A/2/3', 'right', 'right', 'up')).toBe('A/1/5');
		expect(go('A/2/6', 'right')).toBe('B/2/1');
		expect(go('A/1/6', 'up')).toMatch(/^T\//);
		expect(go('B/4/5', 'right')).toBe('B/4/5');
		const ways: Direction[] = ['left', 'right', 'up', 'down'];
		const seen = new Set(['A/1/1']);
		for (const key of seen) for (const way of ways) seen.add(go(key, way) ?? key);
		expect(seen.size).toBe(layout.places.length);
	});

	it('MAP-10: a finger finds the nearest seat within its reach, and no seat beside the rows', () => {
		const seat = layout.byKey.get('B/2/2');
		if (!seat) throw new Error('drawn above');
		expect(placeAt(layout, { x: seat.x + 20, y: seat.y - 20 }, 40)?.key).toBe('B/2/2');
		expect(placeAt(layout, { x: bounds.right, y: bounds.bottom }, 40)).toBeNull();
	});

	it('MAP-11: every state has a shape of its own', () => {
		expect(new Set(Object.values(SHAPES)).size).toBe(Object.keys(SHAPES).length);
	});

	it('MAP-12: a look that did not change stays the same object, and only what changed is put into words again', () => {
		const day = new SeatingDay().send('hall.set', { hall }).invite({ id: 'an' }).sit('an', 'A', 1, 1);
		const asked: string[] = [];
		const tell = ({ key }: { key: string }) => {
			asked.push(key);
			return { name: key, word: '' };
		};
		const basis = [1];
		const first = looksOf(liveMap(day.state, day.now), new Set(), basis, tell, null);
		expect(asked).toHaveLength(layout.places.length);
		asked.length = 0;
		day.sit('an', 'A', 1, 2);
		const next = looksOf(liveMap(day.state, day.now), new Set(), basis, tell, first);
		expect(asked.sort()).toEqual(['A/1/1', 'A/1/2']);
		expect(next.looks.get('B/1/1')).toBe(first.looks.get('B/1/1'));
		looksOf(liveMap(day.state, day.now), new Set(), [2], tell, next);
		expect(asked).toHaveLength(2 + layout.places.length);
	});

	it('MAP-13: rows are named before their first seat; a table has one row, a round one none', () => {
		const names = rowNames(layoutOf(hallOf(block('A', 2, 4), block('R', 1, 8, { shape: 'roundTable' }))));
		expect(names.map(({ text }) => text)).toEqual(['1', '2']);
		const lead = layoutOf(hallOf(block('A', 2, 4))).places[0];
		expect(rowNames(layoutOf(hallOf(block('A', 2, 4))))[0]?.x).toBeLessThan(lead?.x ?? 0);
	});
});

describe('finding a seat', () => {
	it('USH-2: block, row and seat are found as people say them, and a block and row give the whole row', () => {
		const keys = (query: string) => seatsNamed(layout, query, 30).map(({ key }) => key);
		expect(keys('A 3 2')).toEqual(['A/3/2']);
		expect(keys('khối b hàng c ghế 5')).toEqual(['B/3/5']);
		expect(keys('a3-2')).toEqual(['A/3/2']);
		expect(keys('A 4')).toHaveLength(6);
		expect(keys('Nông Văn An')).toEqual([]);
		expect(keys('A 9 1')).toEqual([]);
		expect(keys('A')).toEqual([]);
	});
});
