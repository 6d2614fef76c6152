import { describe, expect, it } from 'vitest';
import { MINUTE } from '$lib/core/time/minute';
import { bindsToday, sameDay } from './same-day';

describe('a plan of another day', () => {
	it('STG-16: is neither a delay nor a countdown, while a long evening still is', () => {
		expect([0, 5 * MINUTE, -3 * 60 * MINUTE, 11 * 60 * MINUTE].every(sameDay)).toBe(true);
		expect([12 * 60 * MINUTE, -24 * 60 * MINUTE, 10_651 * 60 * MINUTE].some(sameDay)).toBe(false);
	});

	it('STG-16: a hard end of another day is neither past nor near, one of tonight is', () => {
		const hardEnd = Date.UTC(2025, 8, 12, 14, 30);
		const later = (days: number) => hardEnd + days * 24 * 60 * MINUTE;
		expect(bindsToday(hardEnd, hardEnd + 40 * MINUTE, hardEnd - 60 * MINUTE)).toBe(true);
		expect(bindsToday(hardEnd, null, hardEnd + MINUTE)).toBe(true);
		expect(bindsToday(hardEnd, later(400) + 90 * MINUTE, later(400))).toBe(false);
		expect(bindsToday(hardEnd, null, later(1))).toBe(false);
	});
});
