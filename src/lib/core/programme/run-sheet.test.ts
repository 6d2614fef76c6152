import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWith, MIN, newItem, START, type Day } from './day.fixture';
import { comingNext, dropTarget, insertPlace, movedOrder, nudgedOrder, runSheet } from './run-sheet';

const long = () =>
	dayWith([
		{ id: 'a', minutes: 5 },
		{
			id: 'p',
			minutes: 30,
			parts: [
				{ id: 'p1', minutes: 7 },
				{ id: 'p2', minutes: 8 },
				{ id: 'p3', minutes: 9 }
			]
		},
		{ id: 'y', minutes: 10 },
		{ id: 'z', minutes: 5 }
	]);
const sheet = (day: Day) => runSheet(day.programme, START, day.now);
const states = (day: Day) => sheet(day).rows.map((row) => `${row.item.id}:${row.state}`);
const row = (day: Day, id: string) => sheet(day).rows.find((one) => one.item.id === id);

describe('the run-sheet', () => {
	it('PRG-23: every line says where it stands, a heading by its parts', () => {
		const day = long();
		expect(states(day).every((one) => one.endsWith('ahead'))).toBe(true);
		day.next();
		day.next(5);
		day.send('programme.edit', { item: 'p3', patch: { on: false } });
		day.next(7);
		expect(states(day)).toEqual([
			'a:past',
			'p:current',
			'p1:past',
			'p2:current',
			'p3:off',
			'y:ahead',
			'z:ahead'
		]);
		day.send('programme.jump', { expectedItem: 'p2', to: 'z' });
		expect(states(day)).toEqual([
			'a:past',
			'p:past',
			'p1:past',
			'p2:past',
			'p3:off',
			'y:skipped',
			'z:current'
		]);
	});

	it('PRG-23: a heading carries the times of its parts', () => {
		const day = long();
		expect(row(day, 'p')).toMatchObject({
			shape: 'heading',
			plannedStart: START + 5 * MIN,
			forecastStart: START + 5 * MIN,
			forecastEnd: START + 29 * MIN,
			lengthMs: 24 * MIN
		});
		day.next();
		day.next(6);
		expect(row(day, 'p')).toMatchObject({ actualStart: START + 6 * MIN, actualEnd: null });
		expect(row(day, 'a')).toMatchObject({ spentMs: 6 * MIN, actualEnd: START + 6 * MIN });
		expect(row(day, 'p1')).toMatchObject({ shape: 'part', spentMs: null });
	});

	it('PRG-23: the line marked next is the one a change starts; after the last and after the end none', () => {
		const day = long();
		for (let i = 0; i < 7; i++) {
			const expected = comingNext(day.programme)?.id ?? null;
			expect(sheet(day).rows.find((one) => one.isNext)?.item.id ?? null).toBe(expected);
			day.next(1);
			expect(day.current).toBe(expected);
		}
		expect(day.programme.endedAt).not.toBeNull();
		expect(sheet(day).rows.some((one) => one.isNext || one.movable)).toBe(false);
	});
});

describe('moving lines by hand', () => {
	it('PRG-24: whatever is dragged where, the server accepts the order and what has run stays', () => {
		const ids = ['a', 'p', 'p1', 'p2', 'p3', 'y', 'z'];
		const move = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.boolean());
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 7 }), fc.array(move, { maxLength: 8 }), (steps, moves) => {
				const day = long();
				for (let i = 0; i < steps; i++) day.next(1);
				const { programme, current } = day;
				let order = programme.order;
				for (const [id, target, nudge] of moves)
					order = nudge
						? nudgedOrder(programme, order, id, target > id ? 1 : -1)
						: movedOrder(programme, order, id, target);
				expect(day.send('programme.reorder', { order }).ok).toBe(true);
				// Nothing the server had to put right: what the screen showed is what holds.
				expect(day.programme.order).toEqual(order);
				const place =
					current === null ? (steps > 6 ? order.length : 0) : programme.order.indexOf(current) + 1;
				expect(order.slice(0, place)).toEqual(programme.order.slice(0, place));
			})
		);
	});

	it('PRG-24: a heading moves with its parts, a part only inside its heading', () => {
		const { programme } = long();
		expect(movedOrder(programme, programme.order, 'p', 'z')).toEqual(['a', 'y', 'z', 'p', 'p1', 'p2', 'p3']);
		expect(movedOrder(programme, programme.order, 'p3', 'p1')).toEqual([
			'a',
			'p',
			'p3',
			'p1',
			'p2',
			'y',
			'z'
		]);
		expect(movedOrder(programme, programme.order, 'p1', 'z')).toEqual(programme.order);
		expect(nudgedOrder(programme, programme.order, 'z', 1)).toEqual(programme.order);
	});

	it('PRG-25: an insertion before a first part stands before the heading, before a later one becomes a part', () => {
		const day = long();
		expect(insertPlace(day.programme, 'p1')).toEqual({ before: 'p', parent: null });
		expect(insertPlace(day.programme, 'p2')).toEqual({ before: 'p2', parent: 'p' });
		expect(insertPlace(day.programme, 'y')).toEqual({ before: 'y', parent: null });
		expect(insertPlace(day.programme, null)).toEqual({ before: null, parent: null });
		day.next();
		day.next();
		expect(insertPlace(day.programme, 'p2')).toEqual({ before: 'p2', parent: 'p' });
		const done = day.send('programme.insert', {
			item: newItem('x', 3),
			...insertPlace(day.programme, 'p2')
		});
		expect(done.ok).toBe(true);
		day.next();
		expect(day.current).toBe('x');
	});

	it('PRG-25: leaving out the last part leaves out its heading, so that the heading does not run alone', () => {
		const day = long();
		for (const id of ['p1', 'p2']) {
			expect(dropTarget(day.programme, id)).toBe(id);
			day.send('programme.edit', { item: id, patch: { on: false } });
		}
		expect(dropTarget(day.programme, 'p3')).toBe('p');
		expect(dropTarget(day.programme, 'y')).toBe('y');
	});
});
