/** Owns: when a newer build may take over by itself. Once the conference is live, only a person decides. */

export type Moment = {
	/** Since the last touch, key or scroll, in milliseconds. */
	idleMs: number;
	/** A dialog or a form is open: what was typed would be lost. */
	busy: boolean;
	/** Facts on this device that the server has not acknowledged. */
	queued: number;
	/** Status of each conference this browser works in; null while the server does not say. */
	statuses: readonly string[] | null;
};

const QUIET_MS = 60_000;
const BEFORE = new Set(['draft', 'published']);

export const mayApplyByItself = ({ idleMs, busy, queued, statuses }: Moment): boolean =>
	idleMs >= QUIET_MS &&
	!busy &&
	queued === 0 &&
	statuses !== null &&
	statuses.every((one) => BEFORE.has(one));
