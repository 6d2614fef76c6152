import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWith, MIN, START } from './day.fixture';
import { nextItem, previousItem, programmeSlice, runList } from './model';

describe('actual times', () => {
	it('PRG-15: a line run twice keeps its first begin and adds up its time', () => {
		const day = dayWith([
			{ id: 'a', minutes: 5 },
			{ id: 'b', minutes: 5 }
		]);
		day.next();
		day.next(4);
		day.now += 2 * MIN;
		day.send('programme.back', { expectedItem: 'b' });
		day.next(3);
		expect(day.programme.actual.a).toEqual({
			startedAt: START,
			endedAt: START + 9 * MIN,
			spentMs: 7 * MIN,
			skipped: false
		});
	});

	it('PRG-15: without holds, the times spent add up to the length of the day, whatever the path', () => {
		const step = fc.record({
			how: fc.constantFrom('next', 'back', 'jump'),
			minutes: fc.integer({ min: 0, max: 30 })
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
				const day = dayWith([
					{ id: 'a', minutes: 5 },
					{ id: 'b', minutes: 5 },
					{ id: 'c', minutes: 5 },
					{ id: 'd', minutes: 5 }
				]);
				day.next();
				for (const { how, minutes } of steps) {
					day.now += minutes * MIN;
					const expectedItem = day.current;
					if (expectedItem === null) break;
					if (how === 'next') day.next();
					else if (how === 'back') day.send('programme.back', { expectedItem });
					else day.send('programme.jump', { expectedItem, to: expectedItem === 'c' ? 'a' : 'c' });
				}
				const { actual, live, endedAt } = day.programme;
				const running = live ? day.now - live.since : 0;
				const spent = Object.values(actual).reduce((sum, one) => sum + one.spentMs, 0) + running;
				expect(spent).toBe((endedAt ?? day.now) - START);
			})
		);
	});
});

describe('tolerance', () => {
	it('PRG-16: events about lines a replica never heard of change nothing', () => {
		const at = { seq: 1, epoch: 1, v: 1, at: START, command: 'command-1' };
		const actor = { kind: 'device', id: 'x', role: 'stage' } as const;
		const { initial, evolve } = programmeSlice;
		expect(
			evolve(initial, { ...at, actor, type: 'itemEdited', payload: { id: 'q', patch: { on: false } } })
		).toBe(initial);
		expect(evolve(initial, { ...at, actor, type: 'minutesAdjusted', payload: { id: 'q', minutes: 5 } })).toBe(
			initial
		);
		expect(evolve(initial, { ...at, actor, type: 'held', payload: {} })).toBe(initial);
		expect(evolve(initial, { ...at, actor, type: 'stepUndone', payload: { of: 'q' } })).toBe(initial);
	});

	it('PRG-16: the lines before and behind are found from any place, run or not', () => {
		const day = dayWith([
			{ id: 'a', minutes: 5 },
			{ id: 'p', minutes: 9, parts: [{ id: 'p1', minutes: 5 }] },
			{ id: 'z', minutes: 5 }
		]);
		expect(runList(day.programme).map((item) => item.id)).toEqual(['a', 'p1', 'z']);
		expect(nextItem(day.programme, 'p')?.id).toBe('p1');
		expect(previousItem(day.programme, 'z')?.id).toBe('p1');
		expect(nextItem(day.programme, 'z')).toBeNull();
		expect(previousItem(day.programme, 'a')).toBeNull();
	});
});
