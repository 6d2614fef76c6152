/** Owns: when a planned time still says something. A plan of last year is no delay of ten thousand hours. */
import { MINUTE } from '$lib/core/time/minute';

const HALF_A_DAY = 12 * 60 * MINUTE;

/** @param ms between the plan and now, or between plan and forecast */
export const sameDay = (ms: number): boolean => Math.abs(ms) < HALF_A_DAY;

/**
 * Whether a hard end concerns the day that is being run: one of another day has neither passed nor is it near.
 * @param endsAt forecast end, null when nothing is forecast
 */
export const bindsToday = (hardEnd: number, endsAt: number | null, now: number): boolean =>
	sameDay(hardEnd - (endsAt ?? now));
