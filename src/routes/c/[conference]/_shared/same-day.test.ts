import { describe, expect, it } from 'vitest';
import { MINUTE } from '$lib/core/time/minute';
import { sameDay } from './same-day';

describe('a plan of another day', () => {
	it('STG-16: is neither a delay nor a countdown, while a long evening still is', () => {
		expect([0, 5 * MINUTE, -3 * 60 * MINUTE, 11 * 60 * MINUTE].every(sameDay)).toBe(true);
		expect([12 * 60 * MINUTE, -24 * 60 * MINUTE, 10_651 * 60 * MINUTE].some(sameDay)).toBe(false);
	});
});
