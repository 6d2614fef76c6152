/**
 * Owns: when a cue stands by, projected on the device from the facts of time and its own `now`. Nothing ticks over the
 * wire: an item moved, held, undone or given minutes moves every due time by itself. Small: watching screens carry it.
 */
import { currentEnd, type Timing } from '../time/timing';
import type { CuePhase } from './plan-model';

export type Due = {
	/** Stands by so many ms before the current item ends (the programme begins); null: now. */
	leadMs: number | null;
	goAt: number | null;
};

/** A cue that was given long ago says nothing any more. */
const GIVEN_MS = 20 * 60_000;
/** A plan of another day binds nobody. */
const HALF_A_DAY = 12 * 3_600_000;

/** Ms until what is on is planned to end, or until the programme is to begin; null when nothing tells. */
export function msLeft(timing: Timing, now: number): number | null {
	if (timing.endedAt !== null) return null;
	const end = currentEnd(timing, now);
	if (end !== null) return end - now;
	const left = timing.plannedStart === null ? null : timing.plannedStart - now;
	return left !== null && left > -HALF_A_DAY ? left : null;
}

/** @returns null while it is not due, or no longer */
export function phaseOf({ leadMs, goAt }: Due, timing: Timing, now: number): CuePhase | null {
	if (goAt !== null) return now - goAt < GIVEN_MS ? 'go' : null;
	if (leadMs === null) return 'standby';
	const left = msLeft(timing, now);
	return left !== null && left <= leadMs ? 'standby' : null;
}
