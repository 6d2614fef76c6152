import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drift, forecastEnd } from '../time/timing';
import { timingOf } from '../time/timing-of';
import { dayWith, MIN, newItem, START, type Day } from './day.fixture';
import { schedule } from './schedule';

const three = () =>
	dayWith([
		{ id: 'a', minutes: 5 },
		{ id: 'b', minutes: 10 },
		{ id: 'c', minutes: 15 }
	]);
const at = (day: Day) => schedule(day.programme, START, day.now);
const rowOf = (day: Day, id: string) => at(day).rows.find((row) => row.id === id);

describe('forecast', () => {
	it('PRG-17: before the start the plan is the forecast, and waiting past the hour moves all of it', () => {
		const day = three();
		expect(at(day)).toMatchObject({ endsAt: START + 30 * MIN, plannedEnd: START + 30 * MIN, driftMs: 0 });
		expect(rowOf(day, 'b')).toMatchObject({
			plannedStart: START + 5 * MIN,
			forecastStart: START + 5 * MIN,
			forecastEnd: START + 15 * MIN
		});
		day.now += 4 * MIN;
		expect(at(day)).toMatchObject({ endsAt: START + 34 * MIN, driftMs: 4 * MIN });
		day.now -= 30 * MIN;
		expect(at(day).driftMs).toBe(0);
	});

	it('PRG-17: without a planned begin nothing is forecast before the start, and no drift is claimed after', () => {
		const day = three();
		expect(schedule(day.programme, null, day.now)).toMatchObject({ endsAt: null, driftMs: null });
		day.next();
		expect(schedule(day.programme, null, day.now)).toMatchObject({
			endsAt: START + 30 * MIN,
			driftMs: null
		});
	});

	it('PRG-18: an early change makes the day early; an overrun pushes every later line with the clock', () => {
		const day = three();
		day.next();
		day.next(3);
		expect(at(day)).toMatchObject({ driftMs: -2 * MIN, currentEndsAt: START + 13 * MIN });
		day.now = START + 20 * MIN;
		expect(at(day)).toMatchObject({ driftMs: 5 * MIN, currentEndsAt: START + 13 * MIN });
		expect(rowOf(day, 'c')).toMatchObject({ forecastStart: day.now, plannedStart: START + 15 * MIN });
	});

	it('PRG-18: a hold pushes the end of the current line and everything behind it', () => {
		const day = three();
		day.next();
		day.send('programme.hold', { expectedItem: 'a' });
		day.now += 3 * MIN;
		expect(at(day)).toMatchObject({ currentEndsAt: START + 8 * MIN, driftMs: 3 * MIN });
	});

	it('PRG-19: minutes given, an insertion and a line left out all show as drift against the plan', () => {
		const day = three();
		day.next();
		day.send('programme.adjust', { item: 'c', minutes: 5 });
		expect(at(day).driftMs).toBe(5 * MIN);
		day.send('programme.insert', { item: newItem('x', 10), before: 'b' });
		expect(at(day)).toMatchObject({ driftMs: 15 * MIN, plannedEnd: START + 30 * MIN });
		expect(rowOf(day, 'x')).toMatchObject({ plannedStart: null, plannedMs: 0 });
		day.send('programme.edit', { item: 'b', patch: { on: false } });
		expect(at(day)).toMatchObject({ driftMs: 5 * MIN, plannedEnd: START + 30 * MIN });
		expect(rowOf(day, 'b')).toMatchObject({ skipped: true, forecastStart: null });
		day.send('programme.edit', { item: 'b', patch: { on: true } });
		expect(at(day)).toMatchObject({ driftMs: 15 * MIN, plannedEnd: START + 30 * MIN });
	});

	it('PRG-19: a line switched off before the day is not in its plan', () => {
		const day = three();
		day.send('programme.edit', { item: 'b', patch: { on: false } });
		expect(at(day)).toMatchObject({ plannedEnd: START + 20 * MIN, driftMs: 0 });
		day.next();
		day.send('programme.edit', { item: 'b', patch: { on: true } });
		expect(at(day)).toMatchObject({ plannedEnd: START + 20 * MIN, driftMs: 10 * MIN });
	});

	it('PRG-20: a day of parts is as long as its parts', () => {
		const day = dayWith([
			{ id: 'a', minutes: 5 },
			{
				id: 'p',
				minutes: 99,
				parts: [
					{ id: 'p1', minutes: 7 },
					{ id: 'p2', minutes: 8 }
				]
			}
		]);
		expect(at(day).plannedEnd).toBe(START + 20 * MIN);
		expect(at(day).rows.map((row) => row.id)).toEqual(['a', 'p1', 'p2']);
	});

	it('PRG-20: dropping the last part does not bring its heading into the plan', () => {
		const day = dayWith([
			{ id: 'a', minutes: 5 },
			{ id: 'p', minutes: 99, parts: [{ id: 'p1', minutes: 7 }] }
		]);
		day.next();
		day.send('programme.edit', { item: 'p1', patch: { on: false } });
		expect(at(day).plannedEnd).toBe(START + 12 * MIN);
	});

	it('PRG-21: after the end the forecast is what happened', () => {
		const day = three();
		for (const minutes of [0, 5, 10, 20]) day.next(minutes);
		day.now += 60 * MIN;
		expect(at(day)).toMatchObject({ endsAt: START + 35 * MIN, driftMs: 5 * MIN, currentEndsAt: null });
		expect(at(day).rows.every((row) => row.where === 'past')).toBe(true);
	});

	it('PRG-22: the stage’s schedule and what watching screens project agree at any moment', () => {
		const step = fc.record({
			how: fc.constantFrom('next', 'back', 'hold', 'resume', 'adjust', 'insert', 'drop'),
			wait: fc.integer({ min: 0, max: 12 * 60 })
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
				const day = three();
				steps.forEach(({ how, wait }, i) => {
					day.now += wait * 1000;
					const expectedItem = day.current;
					if (how === 'next') day.next();
					else if (how === 'adjust') day.send('programme.adjust', { item: 'c', minutes: 2 });
					else if (how === 'insert') day.send('programme.insert', { item: newItem(`x${i}`, 3), before: 'c' });
					else if (how === 'drop') day.send('programme.edit', { item: 'b', patch: { on: i % 2 === 0 } });
					else day.send(`programme.${how}`, { expectedItem });
					const timing = timingOf(day.programme, { startsAt: START, hardEnd: null });
					const later = day.now + wait * 1000;
					const sheet = schedule(day.programme, START, later);
					expect(forecastEnd(timing, later)).toBe(sheet.endsAt);
					expect(drift(timing, later)).toBe(sheet.driftMs);
				});
			})
		);
	});
});
