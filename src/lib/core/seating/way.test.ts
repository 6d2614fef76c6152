import { describe, expect, it } from 'vitest';
import type { Block, Hall, Seat } from './hall';
import { layoutOf } from './layout';
import { block, hallOf } from './seating.fixture';
import { wayTo, type Way } from './way';
import { crosses, type Point } from './way-path';

const doors = [
	{ name: 'Cửa trái', x: -900, y: 700 },
	{ name: 'Cửa sau', x: 0, y: 1300 }
];
const pair = (more: Partial<Block> = {}, hall: Partial<Hall> = {}): Hall => ({
	...hallOf(
		block('A', 8, 10, { x: -330, y: 260, door: 'Cửa trái', ...more }),
		block('B', 8, 10, { x: 330, y: 260, door: 'Cửa sau' })
	),
	doors,
	...hall
});
const at = (block: string, row: number, seat: number): Seat => ({ block, row, seat });
const way = (hall: Hall, seat: Seat): Way => {
	const found = wayTo(hall, seat);
	if (!found) throw new Error('no way');
	return found;
};
const points = ({ path }: Way): Point[] =>
	(path ?? '')
		.split(' ')
		.filter(Boolean)
		.map((p) => p.split(',').map(Number))
		.map(([x = 0, y = 0]) => ({ x: x * 10, y: y * 10 }));

/** Seats whose own circle a leg passes through; the row's own are passed by everybody who sits there. */
function steppedOn(hall: Hall, seat: Seat, found: Way): string[] {
	const legs = points(found);
	return layoutOf(hall)
		.places.filter((p) => p.seat.block !== seat.block || p.seat.row !== seat.row)
		.filter(({ x, y }) =>
			legs.some((b, n) => {
				const a = legs[n - 1];
				const around = [
					{ x: x - 15, y: y - 15 },
					{ x: x + 15, y: y - 15 },
					{ x: x + 15, y: y + 15 },
					{ x: x - 15, y: y + 15 }
				];
				return a !== undefined && crosses(around, a, b);
			})
		)
		.map(({ key }) => key);
}

describe('the way to a seat', () => {
	it('WAY-1: it leads from the block’s door to the seat along the axes and over nobody’s seat', () => {
		const hall = pair();
		for (const { seat } of layoutOf(hall).places) {
			const found = way(hall, seat);
			const legs = points(found);
			const name = JSON.stringify(seat);
			expect(found.doors[found.door ?? -1]?.name, name).toBe(seat.block === 'A' ? 'Cửa trái' : 'Cửa sau');
			expect(legs[0], name).toEqual(seat.block === 'A' ? { x: -900, y: 700 } : { x: 0, y: 1300 });
			expect(legs.at(-1), name).toEqual({ x: found.seat[0] * 10, y: found.seat[1] * 10 });
			legs.slice(1).forEach((b, n) => expect(b.x === legs[n]?.x || b.y === legs[n]?.y, name).toBe(true));
			expect(steppedOn(hall, seat, found), name).toEqual([]);
		}
	});

	it('WAY-1: a door on the far side leads round the block that stands between', () => {
		const hall = { ...pair(), doors: [{ name: 'Cửa trái', x: -900, y: 700 }] };
		for (const { seat } of layoutOf(hall).places)
			expect(steppedOn(hall, seat, way(hall, seat)), JSON.stringify(seat)).toEqual([]);
	});

	it('WAY-2: the words name the aisle and the hand on which the row lies', () => {
		const hall = pair();
		expect(way(hall, at('B', 3, 2))).toMatchObject({ aisle: { at: 'middle' }, hand: 'right' });
		expect(way(hall, at('A', 6, 2))).toMatchObject({ aisle: { at: 'left', block: 'Khối A' } });
		const three = {
			...hallOf(block('A', 5, 6), block('B', 5, 6), block('C', 5, 6, { door: 'Cửa sau' })),
			doors
		};
		expect(way(three, at('C', 2, 1)).aisle).toEqual({ at: 'between', blocks: ['Khối B', 'Khối C'] });
		const parted = pair({ aisles: [5], walls: ['left', 'right'] });
		expect(way(parted, at('A', 4, 2))).toMatchObject({
			aisle: { at: 'inside', block: 'Khối A' },
			hand: 'left'
		});
		expect(steppedOn(parted, at('A', 4, 2), way(parted, at('A', 4, 2)))).toEqual([]);
	});

	it('WAY-3: a row ending at a wall is entered from its other end, and one between walls has no way', () => {
		const walled = way(pair({ walls: ['left'] }), at('A', 4, 1));
		expect(walled.aisle).toEqual({ at: 'middle' });
		expect(walled.hand).toBe('left');
		expect(way(pair({ walls: ['left', 'right'] }), at('A', 4, 1))).toMatchObject({ path: null, aisle: null });
	});

	it('WAY-4: nothing is made up: no door drawn, no way; a door said but not drawn is said', () => {
		const plain = hallOf(block('A', 4, 6, { door: 'Cửa chính' }));
		expect(way(plain, at('A', 2, 3))).toMatchObject({
			path: null,
			door: null,
			doorName: 'Cửa chính',
			aisle: null,
			hand: null
		});
		expect(way(pair({ door: '' }), at('A', 2, 3)).doorName).toBe('Cửa trái');
		expect(wayTo(plain, at('A', 9, 1))).toBeNull();
		expect(wayTo(null, at('A', 1, 1))).toBeNull();
	});

	it('WAY-5: who sits on the stage is led to its steps first; without steps no way is drawn', () => {
		const table = block('CT', 1, 5, { shape: 'longTable', place: 'stage', door: 'Cửa sau' });
		const stage = { width: 1000, depth: 400, podium: null, steps: ['right' as const] };
		const hall = { ...pair({}, { stage }), blocks: [...pair().blocks, table] };
		const found = way(hall, at('CT', 1, 3));
		expect(found).toMatchObject({ steps: 'right', hand: null, aisle: null });
		expect(points(found).some(({ x, y }) => x === 540 && y === -100)).toBe(true);
		expect(steppedOn(hall, at('CT', 1, 3), found)).toEqual([]);
		expect(way({ ...hall, stage: { ...stage, steps: [] } }, at('CT', 1, 3)).path).toBeNull();
	});

	it('WAY-6: round tables and turned blocks are walked around', () => {
		const tables = [-500, 0, 500].flatMap((x) =>
			[300, 700, 1100].map((y) => block(`${x}/${y}`.replace('/', '-'), 1, 10, { shape: 'roundTable', x, y }))
		);
		const banquet = { ...hallOf(...tables), doors: [{ name: 'Cửa', x: 0, y: 1700 }] };
		const turned = pair({ turn: 12, x: -430 });
		for (const hall of [banquet, turned])
			for (const { seat } of layoutOf(hall).places) {
				const found = way(hall, seat);
				expect(found.path, JSON.stringify(seat)).not.toBeNull();
				if (hall === turned) expect(steppedOn(hall, seat, found), JSON.stringify(seat)).toEqual([]);
			}
	});

	it('WAY-7: the map of a usual hall is at most 1.5 kB', () => {
		const hall = pair({}, { stage: { width: 1000, depth: 400, podium: 'left', steps: ['left', 'right'] } });
		for (const { seat } of layoutOf(hall).places)
			expect(JSON.stringify(way(hall, seat)).length).toBeLessThan(1500);
		expect(way(hall, at('A', 1, 1))).toBe(way(hall, at('A', 1, 1)));
	});
});
