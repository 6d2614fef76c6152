/** Owns: letting go of conferences that nobody uses, so that a server of many years does not hold them all. */
import { systemTimer, type Timer } from '../timer';
import type { Conferences } from './conferences';

/** Long enough that a break does not cost a load, short against a day. Milliseconds. */
export const IDLE_MS = 15 * 60_000;
const LOOK_MS = 60_000;

/** @param watched conferences that a screen is connected to, asked at each look */
export function releaseIdle(
	conferences: Conferences,
	watched: () => ReadonlySet<string>,
	timer: Timer = systemTimer
): { stop: () => void } {
	let looking = false;
	const look = async (): Promise<void> => {
		if (looking) return;
		looking = true;
		try {
			await conferences.release(watched(), IDLE_MS);
		} catch (error) {
			// What could not be saved stays in memory and is tried again.
			console.error('[idle]', error instanceof Error ? error.message : error);
		} finally {
			looking = false;
		}
	};
	return timer.start(look, LOOK_MS);
}
