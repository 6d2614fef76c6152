import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../core/seating/layout';
import { PRESETS, presetHall } from '../../core/seating/presets';
import { block, hallOf } from '../../core/seating/seating.fixture';
import { wayTo, type Way } from '../../core/seating/way';
import { DOOR_LETTERS, drawingOf, type DoorLabel } from './way-labels';

const close = hallOf(
	block('A', 8, 12, { x: -360, y: 260, door: 'Cửa hông bên trái' }),
	block('B', 8, 12, { x: 360, y: 260, door: 'Cửa chính' })
);
/** Doors so near the blocks that no name has room between. */
const tight = {
	...close,
	doors: [
		{ name: 'Cửa hông bên trái', x: -740, y: 600 },
		{ name: 'Cửa hông bên phải', x: 740, y: 600 },
		{ name: 'Cửa chính', x: 0, y: 1060 }
	]
};

const boxOf = ({ x, y, anchor, text }: DoorLabel, unit: number) => {
	const width = 0.55 * text.length * DOOR_LETTERS * unit;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	const half = (DOOR_LETTERS / 2) * unit;
	return { left, right: left + width, top: y - half, bottom: y + half };
};
type Box = ReturnType<typeof boxOf>;
const solid = (way: Way): Box[] => [
	...way.blocks.map(({ points }) => {
		const all = points.split(' ').map((point) => point.split(',').map(Number));
		const [xs, ys] = [all.map(([x = 0]) => x), all.map(([, y = 0]) => y)];
		return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
	}),
	...[way.stage].map(([x, y, w, d]) => ({ left: x, right: x + w, top: y, bottom: y + d }))
];
const overlap = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the small map of a seat', () => {
	const halls = [...PRESETS.map((id) => [id, presetHall(id)] as const), ['tight', tight] as const];
	it.each(halls)('WAY-10: in the hall %s the names of doors lie on nothing and inside the map', (_, hall) => {
		const ways = new Map(layoutOf(hall).places.map(({ seat }) => [seat.block, wayTo(hall, seat)] as const));
		for (const way of ways.values()) {
			if (!way) throw new Error('every seat is drawn');
			const { box, unit, labels } = drawingOf(way);
			const [left, top, width, depth] = box;
			const boxes = labels.map((label) => boxOf(label, unit));
			expect(labels.map(({ text }) => text)).toEqual(way.doors.map(({ name }) => name));
			expect(labels.filter(({ mine }) => mine).map(({ text }) => text)).toEqual([way.doorName]);
			boxes.forEach((one, at) => {
				const name = labels[at]?.text;
				expect(
					solid(way).filter((other) => overlap(one, other)),
					name
				).toEqual([]);
				expect(
					boxes.slice(at + 1).filter((other) => overlap(one, other)),
					name
				).toEqual([]);
				expect(one.left >= left - 0.1 && one.right <= left + width + 0.1, name).toBe(true);
				expect(one.top >= top - 0.1 && one.bottom <= top + depth + 0.1, name).toBe(true);
			});
		}
	});

	it('WAY-10: no name lies on the way where there is another place for it', () => {
		const hall = presetHall('commune');
		const way = wayTo(hall, { block: 'a', row: 9, seat: 6 });
		if (!way?.path) throw new Error('there is a way');
		const { labels, unit } = drawingOf(way);
		const name = labels.find(({ mine }) => mine);
		const box = name && boxOf(name, unit);
		const legs = way.path.split(' ').map((point) => point.split(',').map(Number));
		const crossed = legs.slice(1).some(([x = 0, y = 0], at) => {
			const [a = 0, b = 0] = legs[at] ?? [];
			const leg = {
				left: Math.min(x, a),
				right: Math.max(x, a),
				top: Math.min(y, b),
				bottom: Math.max(y, b)
			};
			return box !== undefined && overlap(leg, box);
		});
		expect(name?.text).toBe('Cửa chính');
		expect(crossed).toBe(false);
	});

	it('WAY-10: of more than four doors only the way’s own is named', () => {
		const doors = [0, 1, 2, 3, 4].map((n) => ({ name: `Cửa ${n}`, x: -800, y: 300 + 250 * n }));
		const hall = { ...hallOf(block('A', 8, 8, { x: 0, y: 260, door: 'Cửa 3' })), doors };
		const way = wayTo(hall, { block: 'A', row: 1, seat: 1 });
		expect(way && drawingOf(way).labels.map(({ text }) => text)).toEqual(['Cửa 3']);
	});
});
