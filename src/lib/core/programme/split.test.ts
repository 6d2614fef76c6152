import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWith, newItem, START, type Day } from './day.fixture';
import { schedule } from './schedule';
import { shareMinutes } from './split';

const minutesOf = (day: Day, parent: string): number[] =>
	day.programme.order.flatMap((id) => {
		const item = day.programme.items[id];
		return item?.parent === parent ? [item.minutes] : [];
	});
const split = (day: Day, ...minutes: number[]) =>
	day.send('programme.split', {
		item: 'p',
		parts: minutes.map((each, at) => newItem(`n${day.programme.order.length}-${at}`, each))
	});
const withParts = (...parts: number[]) =>
	dayWith([
		{ id: 'a', minutes: 5 },
		{ id: 'p', minutes: 15, parts: parts.map((minutes, at) => ({ id: `p${at + 1}`, minutes })) },
		{ id: 'z', minutes: 5 }
	]);

describe('splitting what is split already', () => {
	it('PRG-26: parts that join later share what is there; the item stays as long as it was', () => {
		const day = withParts(5, 5, 5);
		const before = schedule(day.programme, START, START).plannedEnd;
		expect(split(day, 5, 5).ok).toBe(true);
		expect(minutesOf(day, 'p')).toEqual([3, 3, 3, 3, 3]);
		expect(schedule(day.programme, START, START).plannedEnd).toBe(before);
		expect(split(day, 3).ok).toBe(true);
		expect(minutesOf(day, 'p').reduce((sum, one) => sum + one, 0)).toBe(15);
	});

	it('PRG-26: minutes set by hand keep their proportion, and parts behind us keep what they had', () => {
		const day = withParts(10, 5);
		split(day, 5);
		expect(minutesOf(day, 'p')).toEqual([7, 4, 4]);
		const running = withParts(6, 4, 5);
		running.next();
		running.next();
		expect(running.current).toBe('p1');
		split(running, 4);
		expect(minutesOf(running, 'p')[0]).toBe(6);
		expect(minutesOf(running, 'p').reduce((sum, one) => sum + one, 0)).toBe(15);
	});

	it('PRG-26: the first parts take the minutes they ask for', () => {
		const day = dayWith([{ id: 'p', minutes: 15 }]);
		split(day, 7, 8);
		expect(minutesOf(day, 'p')).toEqual([7, 8]);
	});

	it('PRG-26: whole minutes, none lost, none negative, whatever is shared', () => {
		fc.assert(
			fc.property(fc.nat(600), fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }), (total, weights) => {
				const shares = shareMinutes(total, weights);
				expect(shares.reduce((sum, one) => sum + one, 0)).toBe(total);
				expect(shares.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
			})
		);
	});
});
