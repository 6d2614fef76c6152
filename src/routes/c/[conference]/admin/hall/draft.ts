/** Owns: the drawing that is not saved yet, kept by this browser, so that a reload or a closed lid loses nothing. */
import type { Hall } from '$lib/core/seating/hall';
import { isHall } from '$lib/core/seating/hall-shape';

export type Draft = {
	hall: Hall;
	/** Version of the saved hall it was begun on. */
	version: number;
	/** Device time, ms. */
	at: number;
};

const keyOf = (conference: string): string => `kt.hall-draft.${conference}`;

/** @returns false when the browser has no room or forbids it */
export function keepDraft(conference: string, draft: Draft): boolean {
	try {
		localStorage.setItem(keyOf(conference), JSON.stringify(draft));
		return true;
	} catch (error) {
		console.warn('hall draft', error);
		return false;
	}
}

export function dropDraft(conference: string): void {
	try {
		localStorage.removeItem(keyOf(conference));
	} catch (error) {
		console.warn('hall draft', error);
	}
}

/** null when there is none, or what is kept cannot be used any more. */
export function keptDraft(conference: string): Draft | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf(conference)) ?? 'null');
		if (typeof kept !== 'object' || kept === null || !('hall' in kept)) return null;
		// Its shape is enough: a name that stands twice is mended on the drawing.
		if (!isHall(kept.hall)) return null;
		const version = 'version' in kept && typeof kept.version === 'number' ? kept.version : 0;
		const at = 'at' in kept && typeof kept.at === 'number' ? kept.at : 0;
		return { hall: kept.hall, version, at };
	} catch (error) {
		console.warn('hall draft', error);
		return null;
	}
}
