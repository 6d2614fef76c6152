/** Owns: when a planned time still says something. A plan of last year is no delay of ten thousand hours. */
import { MINUTE } from '$lib/core/time/minute';

const HALF_A_DAY = 12 * 60 * MINUTE;

/** @param ms between the plan and now, or between plan and forecast */
export const sameDay = (ms: number): boolean => Math.abs(ms) < HALF_A_DAY;
