import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addBlock,
	addDoor,
	addPassage,
	copyBlock,
	drawn,
	movedTo,
	named,
	patchBlock,
	patchDoor,
	patchPassage,
	patchStage,
	placeOf,
	removed,
	rowSeatsSet,
	sameHall,
	stretched,
	toggledMark,
	withPresidium,
	type Part
} from './edit';
import { did, historyOf, redone, undone } from './edit-history';
import { countsOf, snapped, warningsOf } from './edit-snap';
import { faultOf, type Block, type Hall } from './hall';
import { isHall } from './hall-shape';
import { layoutOf } from './layout';
import { PRESETS, presetHall } from './presets';
import { block, hallOf } from './seating.fixture';

const blockOf = (hall: Hall, id: string): Block => {
	const found = hall.blocks.find((one) => one.id === id);
	if (!found) throw new Error(id);
	return found;
};

describe('halls to begin with', () => {
	it('HALL-5: presets have 150, 300 and 500 seats, nothing overlaps, and each takes a Presidium of five to nine', () => {
		expect(PRESETS.map((id) => countsOf(presetHall(id)).seats)).toEqual([150, 300, 500]);
		for (const id of PRESETS)
			for (const chairs of [5, 7, 9]) {
				const { hall, id: table } = withPresidium(presetHall(id), chairs);
				expect(warningsOf(hall), id).toEqual([]);
				expect(faultOf(hall)).toBeNull();
				expect(isHall(hall)).toBe(true);
				const places = layoutOf(hall).places.filter((place) => place.seat.block === table);
				expect(places.length).toBe(chairs);
				expect(places.every((place) => place.onStage && place.y < 0)).toBe(true);
				expect(withPresidium(hall, 9).hall.blocks.length, 'asked again it grows').toBe(hall.blocks.length);
			}
		expect(blockOf(withPresidium(presetHall('commune'), 40).hall, 'doan-chu-tich').seatsPerRow).toBe(9);
	});
});

describe('changes of a drawing', () => {
	it('HALL-6: a hall of loose blocks looks the same when it is drawn, and moving one block moves no other', () => {
		const loose = hallOf(block('A', 3, 5), block('B', 3, 7), block('C', 3, 5));
		const hall = drawn(loose);
		const places = (one: Hall) => layoutOf(one).places.map(({ key, x, y }) => `${key} ${x} ${y}`);
		// Places are whole centimetres, so half of one may be rounded the other way.
		layoutOf(hall).places.forEach((place, at) => {
			const before = layoutOf(loose).places[at];
			expect(before?.key).toBe(place.key);
			expect(Math.abs(place.x - (before?.x ?? NaN))).toBeLessThanOrEqual(1);
			expect(place.y).toBe(before?.y);
		});
		const moved = movedTo(hall, { kind: 'block', id: 'B' }, { x: 40, y: 900 });
		const others = (one: Hall) => places(one).filter((text) => !text.startsWith('B/'));
		expect(others(moved)).toEqual(others(hall));
		expect(placeOf(moved, { kind: 'block', id: 'B' })).toEqual({ x: 40, y: 900 });
	});

	it('HALL-7: marks, aisles, rows and doors that no longer fit go with the change', () => {
		let hall = hallOf(block('A', 3, 6, { aisles: [3, 5], out: ['3/6', '1/1'], wheelchair: ['2/6'] }));
		hall = patchBlock(hall, 'A', { rows: 2, seatsPerRow: 5 });
		expect(blockOf(hall, 'A')).toMatchObject({ aisles: [3], out: ['1/1'] });
		expect(blockOf(hall, 'A').wheelchair).toBeUndefined();
		hall = toggledMark(hall, 'A', 1, 1, 'wheelchair');
		expect(blockOf(hall, 'A')).toMatchObject({ wheelchair: ['1/1'] });
		expect(blockOf(hall, 'A').out, 'one mark a seat').toBeUndefined();
		hall = rowSeatsSet(hall, 'A', 1, 8);
		expect(blockOf(hall, 'A')).toMatchObject({ seatsPerRow: 8, rowSeats: [8, 5] });
		hall = patchBlock(hall, 'A', { seatsPerRow: 9, rows: 3 });
		expect(blockOf(hall, 'A').rowSeats).toEqual([9, 6, 9]);
		hall = patchBlock(hall, 'A', { shape: 'roundTable' });
		expect(blockOf(hall, 'A').rows).toBe(1);
		expect(blockOf(hall, 'A').rowSeats).toBeUndefined();
		const one = addDoor(hall, 'Cửa');
		hall = patchBlock(one.hall, 'A', { door: one.hall.doors?.[0]?.name ?? '' });
		hall = patchDoor(hall, 0, { name: 'Cửa chính' });
		expect(blockOf(hall, 'A').door, 'a renamed door keeps its blocks').toBe('Cửa chính');
		hall = removed(hall, { kind: 'door', at: 0 });
		expect(blockOf(hall, 'A').door).toBe('');
		expect(faultOf(hall)).toBeNull();
	});

	it('HALL-8: a stretched block keeps its front left corner', () => {
		fc.assert(
			fc.property(fc.integer({ min: -80, max: 80 }), fc.integer({ min: 1, max: 4 }), (turn, more) => {
				const hall = hallOf(block('A', 3, 6, { x: 100, y: 300, turn }));
				const angle = (turn * Math.PI) / 180;
				const [dx, dy] = [more * 55, more * 90];
				const grown = stretched(
					hall,
					'A',
					dx * Math.cos(angle) - dy * Math.sin(angle),
					dx * Math.sin(angle) + dy * Math.cos(angle)
				);
				expect(blockOf(grown, 'A')).toMatchObject({ rows: 3 + more, seatsPerRow: 6 + more });
				const [before, after] = [hall, grown].map((one) => layoutOf(one).outlines[0]?.corners[0]);
				expect(Math.abs((before?.x ?? 0) - (after?.x ?? 9))).toBeLessThanOrEqual(2);
				expect(Math.abs((before?.y ?? 0) - (after?.y ?? 9))).toBeLessThanOrEqual(2);
			})
		);
	});

	it('HALL-9: a dragged part rests on a grid of 10 cm, or edge to edge and middle to middle with what is near', () => {
		const hall = hallOf(block('A', 3, 6, { x: 0, y: 300 }), block('B', 3, 6, { x: 900, y: 300 }));
		const part: Part = { kind: 'block', id: 'B' };
		expect(snapped(hall, part, { x: 903, y: 747 })).toMatchObject({
			x: 900,
			y: 750,
			guideX: null,
			guideY: null
		});
		expect(snapped(hall, part, { x: 341, y: 311 })).toMatchObject({
			x: 330,
			y: 300,
			guideX: 165,
			guideY: 300
		});
		expect(snapped(hall, part, { x: -9, y: 1000 })).toMatchObject({ x: 0, y: 1000 });
	});

	it('HALL-10: blocks that overlap, stand on the stage or stick out from it are said, and lock nothing', () => {
		const hall: Hall = {
			...hallOf(
				block('A', 3, 6, { x: 0, y: 300 }),
				block('B', 3, 6, { x: 300, y: 300 }),
				block('C', 1, 6, { x: 0, y: -100 }),
				block('D', 1, 6, { x: 3000, y: -200, place: 'stage' })
			),
			stage: { width: 800, depth: 400, podium: null, steps: [] }
		};
		const said = warningsOf(hall).map(({ code, params }) =>
			`${code} ${Object.values(params).join(' ')}`.trim()
		);
		expect(said).toEqual(['overlap Khối A Khối B', 'onStage Khối C', 'offStage Khối D', 'noSteps']);
		expect(faultOf(hall)).toBeNull();
		const turned = hallOf(block('A', 4, 6, { x: 0, y: 300, turn: 30 }), block('B', 4, 6, { x: 420, y: 300 }));
		expect(warningsOf(turned), 'boxes overlap, blocks do not').toEqual([]);
		const side = patchBlock(turned, 'B', { x: 330, turn: 90 });
		expect(warningsOf(side).length).toBe(1);
	});

	it('HALL-11: whatever is done to a hall, in any order, it can be saved, and undone step by step to where it began', () => {
		const change = fc.record({ what: fc.nat(12), n: fc.integer({ min: -40, max: 40 }), m: fc.nat(30) });
		fc.assert(
			fc.property(fc.constantFrom(...PRESETS), fc.array(change, { maxLength: 40 }), (preset, changes) => {
				const start = presetHall(preset);
				let history = historyOf(start);
				const seen: Hall[] = [];
				for (const { what, n, m } of changes) {
					const now = history.now;
					const id = now.blocks[m % Math.max(1, now.blocks.length)]?.id ?? 'none';
					const steps: (() => Hall)[] = [
						() => addBlock(now, (['rows', 'longTable', 'roundTable'] as const)[m % 3] ?? 'rows').hall,
						() => copyBlock(now, id).hall,
						() => patchBlock(now, id, { rows: n, seatsPerRow: m }),
						() => toggledMark(now, id, m % 9, Math.abs(n) % 9, m % 2 ? 'out' : 'wheelchair'),
						() => stretched(now, id, n * 20, m * 20),
						() => rowSeatsSet(now, id, m % 6, n),
						() => addDoor(now, 'Cửa').hall,
						() => patchDoor(now, m % 3, { name: `Cửa ${n}` }),
						() =>
							removed(
								now,
								(['block', 'door', 'passage'] as const)[m % 3] === 'block'
									? { kind: 'block', id }
									: { kind: m % 3 === 1 ? 'door' : 'passage', at: m % 2 }
							),
						() => patchPassage(addPassage(now).hall, 0, { width: m + 1 }),
						() => patchStage(now, { width: n * 10, steps: m % 2 ? ['left'] : [] }),
						() => withPresidium(now, m).hall,
						() =>
							patchBlock(now, id, {
								shape: (['rows', 'longTable', 'roundTable'] as const)[m % 3],
								aisles: [m]
							})
					];
					const next = steps[what]?.() ?? now;
					if (next === now) continue;
					seen.push(now);
					history = did(history, next);
					expect(faultOf(next)).toBeNull();
					expect(isHall(next)).toBe(true);
				}
				const end = history.now;
				for (const before of seen.reverse()) {
					history = undone(history);
					expect(history.now).toBe(before);
				}
				expect(undone(history)).toBe(history);
				for (let i = 0; i < changes.length; i++) history = redone(history);
				expect(history.now).toBe(end);
			}),
			{ numRuns: 150 }
		);
	});

	it('HALL-12: steps of one doing (letters of a name, arrow keys) are undone together, and a new change ends redoing', () => {
		const start = presetHall('commune');
		let history = did(historyOf(start), named(start, 'N'), 'name');
		history = did(history, named(start, 'Nh'), 'name');
		history = did(history, named(start, 'Nhà'), 'name');
		expect(undone(history).now).toBe(start);
		history = did(undone(history), named(start, 'Khác'), 'name');
		expect(history.future).toEqual([]);
		expect(undone(history).now).toBe(start);
		const { blocks, ...rest } = start;
		expect(sameHall(start, { blocks, ...rest }), 'fields in another order').toBe(true);
		expect(sameHall(start, history.now)).toBe(false);
	});
});
