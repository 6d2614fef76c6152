import { describe, expect, it } from 'vitest';
import type { Block } from './hall';
import { layoutOf } from './layout';
import { block, hallOf } from './seating.fixture';

const labels = (more: Partial<Block>, row = 1): string[] =>
	layoutOf(hallOf(block('A', 3, 5, more)))
		.places.filter((p) => p.seat.row === row)
		.map((p) => p.rowLabel + p.seatLabel);

describe('where seats stand', () => {
	it('HALL-1: numbers run from the left, the right or the centre, rows by number or letter, and new numbering moves no seat', () => {
		expect(labels({})).toEqual(['11', '12', '13', '14', '15']);
		expect(labels({ numbered: 'right', rowNames: 'letters' }, 2)).toEqual(['B5', 'B4', 'B3', 'B2', 'B1']);
		expect(labels({ numbered: 'centre' })).toEqual(['15', '13', '11', '12', '14']);
		expect(labels({ firstRow: 27, rowNames: 'letters', firstSeat: 11 })).toEqual([
			'AA11',
			'AA12',
			'AA13',
			'AA14',
			'AA15'
		]);
		const places = (more: Partial<Block>) =>
			layoutOf(hallOf(block('A', 3, 5, more))).places.map(({ key, x, y }) => `${key} ${x} ${y}`);
		expect(places({ numbered: 'right' })).toEqual(places({}));
	});

	it('HALL-2: blocks without a place of their own stand side by side before the stage, none on another', () => {
		const { places, bounds, stage } = layoutOf(hallOf(block('A', 3, 5), block('B', 3, 7), block('C', 3, 5)));
		const xs = (id: string) => places.filter((p) => p.seat.block === id).map((p) => p.x);
		expect(Math.max(...xs('A'))).toBeLessThan(Math.min(...xs('B')));
		expect(Math.max(...xs('B'))).toBeLessThan(Math.min(...xs('C')));
		expect(Math.min(...places.map((p) => p.y))).toBeGreaterThan(0);
		expect(Math.min(...xs('A')) + Math.max(...xs('C')), 'as a whole in the middle').toBe(0);
		expect(bounds.top).toBeLessThan(stage.y);
	});

	it('HALL-3: a seat is at an aisle at the ends of a row and beside an aisle in it, not at a wall', () => {
		const aisles = (more: Partial<Block>, row = 1) =>
			layoutOf(hallOf(block('A', 2, 6, more)))
				.places.filter((p) => p.aisle && p.seat.row === row)
				.map((p) => p.seat.seat);
		expect(aisles({})).toEqual([1, 6]);
		expect(aisles({ walls: ['left'] })).toEqual([6]);
		expect(aisles({ aisles: [3] })).toEqual([1, 3, 4, 6]);
		expect(aisles({ aisles: [3], rowSeats: [4, 6], align: 'right' })).toEqual([1, 2, 4]);
		const round = layoutOf(hallOf(block('T', 1, 8, { shape: 'roundTable' }))).places;
		expect(round.every((p) => p.aisle)).toBe(true);
		expect(new Set(round.map((p) => `${p.x} ${p.y}`)).size).toBe(8);
	});

	it('HALL-4: an aisle parts the seats beside it, and a turned block keeps its seats as far from each other', () => {
		const row = (more: Partial<Block>) => layoutOf(hallOf(block('A', 1, 4, more))).places;
		const gap = (places: ReturnType<typeof row>, a: number, b: number) => {
			const [p, q] = [places[a], places[b]];
			return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : 0;
		};
		const parted = row({ aisles: [2], x: 0, y: 300 });
		expect(gap(parted, 1, 2)).toBeGreaterThan(2 * gap(parted, 0, 1));
		const turned = row({ turn: 30, x: 0, y: 300 });
		expect(gap(turned, 0, 1)).toBeCloseTo(55, -0.5);
		expect(new Set(turned.map((p) => p.y)).size).toBe(4);
	});
});
