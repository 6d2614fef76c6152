/**
 * Owns: what a watching screen needs to project time by itself, and the small arithmetic on it. Absolute times only
 * (ms since 1970, server clock); each device brings its own corrected `now`.
 * How it is made from the log stands in `timing-of.ts`, since watching screens carry no rules of the programme.
 */
export type Timing = {
	/** End of the current item if it were not held any longer; null before the start and after the end. */
	endsAt: number | null;
	heldSince: number | null;
	/** Length of all that is still ahead, without the current item. */
	aheadMs: number;
	plannedStart: number | null;
	plannedEnd: number | null;
	hardEnd: number | null;
	endedAt: number | null;
};

/** While held, the end walks away with the clock. */
export function currentEnd(timing: Timing, now: number): number | null {
	if (timing.endsAt === null) return null;
	return timing.endsAt + (timing.heldSince === null ? 0 : Math.max(0, now - timing.heldSince));
}

export function forecastEnd(timing: Timing, now: number): number | null {
	if (timing.endedAt !== null) return timing.endedAt;
	const end = currentEnd(timing, now);
	if (end !== null) return Math.max(end, now) + timing.aheadMs;
	return timing.plannedStart === null ? null : Math.max(timing.plannedStart, now) + timing.aheadMs;
}

/** Positive: late, in ms; null when the plan has no start. */
export function drift(timing: Timing, now: number): number | null {
	const end = forecastEnd(timing, now);
	return end === null || timing.plannedEnd === null ? null : end - timing.plannedEnd;
}
