/** Owns: which notes of the stage a screen still shows. An answered one must not stand before the MC for ever. */
import { MINUTE } from '$lib/core/time/minute';
import type { NoteView } from '$lib/core/views/shared';

const KEPT_MS = 2 * MINUTE;

/**
 * Unanswered notes, newest first, and answered ones until the item changes or two minutes have passed. Who asked to be
 * called keeps the line until the stage has called, and sees that for as long.
 * @param since when the current item began, ms; null where that is not known
 */
export function shownNotes(
	notes: readonly NoteView[],
	since: number | null,
	now: number
): { open: NoteView[]; done: NoteView[] } {
	const said = notes.filter((note) => note.text !== '');
	const isFresh = ({ answered, answeredAt, calledAt }: NoteView): boolean => {
		if (answered === 'unclear' && calledAt === null) return true;
		const at = calledAt ?? answeredAt ?? -Infinity;
		return now - at < KEPT_MS && at >= (since ?? -Infinity);
	};
	return {
		open: said.filter((note) => note.answered === null).toReversed(),
		done: said.filter((note) => note.answered !== null && isFresh(note)).slice(-2)
	};
}
