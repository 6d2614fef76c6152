import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWith, MIN, newItem, START, type Day } from './day.fixture';
import { runList } from './model';

const five = () =>
	dayWith([
		{ id: 'a', minutes: 5 },
		{ id: 'b', minutes: 10 },
		{ id: 'c', minutes: 15 },
		{ id: 'd', minutes: 10 },
		{ id: 'e', minutes: 5 }
	]);
const withParts = () =>
	dayWith([
		{ id: 'a', minutes: 5 },
		{
			id: 'p',
			minutes: 30,
			parts: [
				{ id: 'p1', minutes: 7 },
				{ id: 'p2', minutes: 7 },
				{ id: 'p3', minutes: 7 }
			]
		},
		{ id: 'z', minutes: 5 }
	]);
const codeOf = (answer: ReturnType<Day['next']>) => (answer.ok ? 'ok' : answer.rejection.code);
const idOf = (answer: ReturnType<Day['next']>) => (answer.ok ? answer.value.id : '');

describe('moving', () => {
	it('PRG-1: of two who press with the same picture one advances, the other hears where the day stands', () => {
		const day = five();
		day.next();
		expect(codeOf(day.send('programme.next', { expectedItem: 'a' }))).toBe('ok');
		const second = day.send('programme.next', { expectedItem: 'a' });
		expect(second).toEqual({ ok: false, rejection: { code: 'stale_item', params: { current: 'Mục b' } } });
		expect(day.current).toBe('b');
		expect(day.programme.step).toBe(2);
	});

	it('PRG-1: the same item again after a step back is not the same picture', () => {
		const day = five();
		day.next();
		const { step } = day.programme;
		day.next();
		day.send('programme.back', { expectedItem: 'b' });
		expect(codeOf(day.send('programme.next', { expectedItem: 'a', expectedStep: step }))).toBe('stale_item');
	});

	it('PRG-2: after the last item the day ends and never begins again by itself', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 20 }), (size, more) => {
				const day = dayWith(Array.from({ length: size }, (_, i) => ({ id: `i${i}`, minutes: 5 })));
				const seen: (string | null)[] = [];
				for (let i = 0; i < size + 1 + more; i++) {
					day.next(1);
					seen.push(day.current);
				}
				expect(seen.slice(0, size)).toEqual(Array.from({ length: size }, (_, i) => `i${i}`));
				expect(seen.slice(size).every((id) => id === null)).toBe(true);
				expect(day.programme.endedAt).toBe(START + (size + 1) * MIN);
				expect(codeOf(day.next())).toBe('already_ended');
			})
		);
	});

	it('PRG-3: nothing moves before the conference is live', () => {
		const day = dayWith([{ id: 'a', minutes: 5 }], 'published');
		expect(codeOf(day.next())).toBe('conference_not_live');
		expect(codeOf(day.send('programme.jump', { expectedItem: null, to: 'a' }))).toBe('conference_not_live');
	});

	it('PRG-4: parts run in their heading’s stead', () => {
		const day = withParts();
		const seen: (string | null)[] = [];
		for (let i = 0; i < 5; i++) {
			day.next(1);
			seen.push(day.current);
		}
		expect(seen).toEqual(['a', 'p1', 'p2', 'p3', 'z']);
	});

	it('PRG-4: a heading switched off takes its parts along', () => {
		const day = withParts();
		day.send('programme.edit', { item: 'p', patch: { on: false } });
		expect(runList(day.programme).map((item) => item.id)).toEqual(['a', 'z']);
	});

	it('PRG-5: back goes one line back, from the end to the last line, and not before the first', () => {
		const day = five();
		day.next();
		expect(codeOf(day.send('programme.back', { expectedItem: 'a' }))).toBe('nothing_behind');
		day.next(5);
		day.send('programme.back', { expectedItem: 'b' });
		expect(day.current).toBe('a');
		for (let i = 0; i < 5; i++) day.next(1);
		expect(day.current).toBeNull();
		day.send('programme.back', { expectedItem: null });
		expect(day.current).toBe('e');
		expect(day.programme.endedAt).toBeNull();
	});

	it('PRG-6: a jump ahead marks what it passes over, with no time spent', () => {
		const day = five();
		day.next();
		day.now += 5 * MIN;
		day.send('programme.jump', { expectedItem: 'a', to: 'd' });
		expect(day.current).toBe('d');
		expect(day.programme.actual.b).toMatchObject({ skipped: true, spentMs: 0 });
		expect(day.programme.actual.c).toMatchObject({ skipped: true, spentMs: 0 });
		expect(day.programme.actual.a).toMatchObject({ skipped: false, spentMs: 5 * MIN });
	});

	it('PRG-6: a jump to the very next line leaves out the current one and keeps its time', () => {
		const day = five();
		day.next();
		day.now += MIN;
		day.send('programme.jump', { expectedItem: 'a', to: 'b' });
		expect(day.current).toBe('b');
		expect(day.programme.actual.a).toEqual({
			startedAt: START,
			endedAt: START + MIN,
			spentMs: MIN,
			skipped: true
		});
	});

	it('PRG-6: what was skipped and then run after all is no longer skipped', () => {
		const day = five();
		day.next();
		day.send('programme.jump', { expectedItem: 'a', to: 'c' });
		day.now += 2 * MIN;
		day.send('programme.jump', { expectedItem: 'c', to: 'b' });
		expect(day.programme.actual.b).toEqual({ startedAt: day.now, endedAt: null, spentMs: 0, skipped: false });
	});
});

describe('undo', () => {
	it('PRG-7: within five seconds the place, its clock and the actual times are as before', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('next', 'back', 'jump', 'hold', 'resume'), { maxLength: 12 }),
				fc.constantFrom('next', 'back', 'jump'),
				fc.integer({ min: 0, max: 5000 }),
				(before, last, wait) => {
					const day = five();
					day.next();
					for (const how of before) move(day, how);
					const { live, endedAt, actual } = day.programme;
					day.now += 30_000;
					const done = move(day, last);
					if (!done.ok) return;
					day.now += wait;
					expect(codeOf(day.send('programme.undo', { of: done.value.id }))).toBe('ok');
					expect(day.programme).toMatchObject({ live, endedAt, actual });
				}
			)
		);
	});

	it('PRG-7: later than five seconds, twice, or of an older movement it is refused', () => {
		const day = five();
		const first = idOf(day.next());
		day.now += 5001;
		expect(codeOf(day.send('programme.undo', { of: first }))).toBe('undo_too_late');
		const second = idOf(day.next());
		const third = idOf(day.next());
		expect(codeOf(day.send('programme.undo', { of: second }))).toBe('undo_too_late');
		expect(codeOf(day.send('programme.undo', { of: third }))).toBe('ok');
		expect(codeOf(day.send('programme.undo', { of: third }))).toBe('undo_too_late');
		expect(day.current).toBe('b');
	});

	it('PRG-7: an undo counts as a movement, so that a press meant for the undone place is refused', () => {
		const day = five();
		day.next();
		const { step } = day.programme;
		const moved = idOf(day.next());
		day.send('programme.undo', { of: moved });
		expect(day.programme.step).toBe(step + 2);
		expect(codeOf(day.send('programme.next', { expectedItem: 'a', expectedStep: step }))).toBe('stale_item');
	});
});

function move(day: Day, how: string): ReturnType<Day['next']> {
	day.now += 60_000;
	const expectedItem = day.current;
	if (how === 'next') return day.next();
	if (how === 'back') return day.send('programme.back', { expectedItem });
	if (how === 'hold') return day.send('programme.hold', { expectedItem });
	if (how === 'resume') return day.send('programme.resume', { expectedItem });
	return day.send('programme.jump', { expectedItem, to: day.current === 'd' ? 'b' : 'd' });
}

describe('holding', () => {
	it('PRG-8: time on hold is not time spent; a second hold changes nothing', () => {
		const day = five();
		day.next();
		day.now += 2 * MIN;
		day.send('programme.hold', { expectedItem: 'a' });
		day.now += 3 * MIN;
		day.send('programme.hold', { expectedItem: 'a' });
		day.now += MIN;
		day.send('programme.resume', { expectedItem: 'a' });
		day.next(1);
		expect(day.programme.actual.a).toMatchObject({ spentMs: 3 * MIN, endedAt: START + 7 * MIN });
	});

	it('PRG-8: moving on from a hold ends the hold', () => {
		const day = five();
		day.next();
		day.send('programme.hold', { expectedItem: 'a' });
		day.next(4);
		expect(day.programme.live).toMatchObject({ item: 'b', heldSince: null, heldMs: 0 });
		expect(day.programme.actual.a).toMatchObject({ spentMs: 0 });
	});

	it('PRG-8: before the start and for another item there is nothing to hold', () => {
		const day = five();
		expect(codeOf(day.send('programme.hold', { expectedItem: null }))).toBe('not_started');
		day.next();
		expect(codeOf(day.send('programme.hold', { expectedItem: 'b' }))).toBe('stale_item');
	});
});

describe('changing what is ahead', () => {
	it('PRG-9: minutes are given to the current and later lines, never to a past one, never below nothing', () => {
		const day = five();
		day.next();
		day.next(5);
		expect(codeOf(day.send('programme.adjust', { item: 'b', minutes: 5 }))).toBe('ok');
		expect(codeOf(day.send('programme.adjust', { item: 'd', minutes: -5 }))).toBe('ok');
		expect(codeOf(day.send('programme.adjust', { item: 'a', minutes: 1 }))).toBe('item_past');
		expect(codeOf(day.send('programme.adjust', { item: 'e', minutes: -6 }))).toBe('minutes_range');
		expect(day.programme.items.b).toMatchObject({ minutes: 10, adjusted: 5 });
	});

	it('PRG-10: only what is ahead changes places; an old picture is refused', () => {
		const day = five();
		day.next();
		day.next(5);
		expect(codeOf(day.send('programme.reorder', { order: ['b', 'a', 'c', 'd', 'e'] }))).toBe('item_past');
		expect(codeOf(day.send('programme.reorder', { order: ['a', 'c', 'b', 'd', 'e'] }))).toBe('item_past');
		expect(codeOf(day.send('programme.reorder', { order: ['a', 'b', 'c', 'd'] }))).toBe('stale_order');
		expect(codeOf(day.send('programme.reorder', { order: ['a', 'b', 'c', 'd', 'd'] }))).toBe('stale_order');
		expect(codeOf(day.send('programme.reorder', { order: ['a', 'b', 'e', 'c', 'd'] }))).toBe('ok');
		expect(day.programme.order).toEqual(['a', 'b', 'e', 'c', 'd']);
		expect(day.current).toBe('b');
	});

	it('PRG-10: parts walk with their heading', () => {
		const day = withParts();
		day.send('programme.reorder', { order: ['p1', 'a', 'p', 'z', 'p3', 'p2'] });
		expect(day.programme.order).toEqual(['a', 'p', 'p1', 'p3', 'p2', 'z']);
	});

	it('PRG-11: an insertion goes before a coming line, is marked, and a used id is refused', () => {
		const day = five();
		day.next();
		day.next(5);
		expect(codeOf(day.send('programme.insert', { item: newItem('x', 5), before: 'b' }))).toBe('item_past');
		expect(codeOf(day.send('programme.insert', { item: newItem('x', 5), before: 'c' }))).toBe('ok');
		expect(codeOf(day.send('programme.insert', { item: newItem('x', 5), before: 'd' }))).toBe('id_taken');
		expect(day.programme.items.x?.inserted).toBe(true);
		day.next(1);
		expect(day.current).toBe('x');
	});

	it('PRG-12: a line switched off is passed by, the current one cannot be, and it can be put back', () => {
		const day = five();
		day.next();
		expect(codeOf(day.send('programme.edit', { item: 'a', patch: { on: false } }))).toBe('item_current');
		day.send('programme.edit', { item: 'b', patch: { on: false } });
		expect(day.programme.items.b?.dropped).toBe(true);
		day.send('programme.edit', { item: 'c', patch: { on: false } });
		day.send('programme.edit', { item: 'c', patch: { on: true } });
		expect(day.programme.items.c).toMatchObject({ on: true, inserted: false });
		expect(day.programme.items.c?.dropped).toBeUndefined();
		day.next(1);
		expect(day.current).toBe('c');
	});

	it('PRG-13: what has run stays in the record of the day', () => {
		const day = five();
		day.next();
		day.next();
		expect(codeOf(day.send('programme.remove', { item: 'a' }))).toBe('item_past');
		expect(codeOf(day.send('programme.remove', { item: 'b' }))).toBe('item_current');
		expect(codeOf(day.send('programme.remove', { item: 'c' }))).toBe('ok');
		expect(codeOf(day.send('programme.split', { item: 'a', parts: [newItem('a1', 3)] }))).toBe('item_past');
		expect(codeOf(day.send('programme.split', { item: 'b', parts: [newItem('b1', 3)] }))).toBe(
			'item_current'
		);
	});

	it('PRG-14: when the current line loses its place in the run the next one is the line behind it', () => {
		const day = five();
		day.next();
		day.next();
		day.send('programme.reorder', { order: ['a', 'b', 'e', 'd', 'c'] });
		day.next(1);
		expect(day.current).toBe('e');
	});
});
