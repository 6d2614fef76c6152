/** Owns: going back and forth between the halls of one drawing session: a stack of values, nothing else. */
import type { Hall } from './hall';

export type History = {
	past: readonly Hall[];
	now: Hall;
	future: readonly Hall[];
	/** What the last change was about; further ones about the same are one step (typing a name, arrow keys). */
	tag: string | null;
};

const MOST = 200;

export const historyOf = (now: Hall): History => ({ past: [], now, future: [], tag: null });

/** @param tag the same as of the change before: both are undone together; null always stands alone */
export function did(history: History, next: Hall, tag: string | null = null): History {
	if (next === history.now) return history;
	if (tag !== null && tag === history.tag) return { ...history, now: next, future: [] };
	return { past: [...history.past, history.now].slice(-MOST), now: next, future: [], tag };
}

export function undone(history: History): History {
	const before = history.past.at(-1);
	if (!before) return history;
	return {
		past: history.past.slice(0, -1),
		now: before,
		future: [history.now, ...history.future],
		tag: null
	};
}

export function redone(history: History): History {
	const [next, ...future] = history.future;
	return next ? { past: [...history.past, history.now], now: next, future, tag: null } : history;
}
