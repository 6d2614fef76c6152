/**
 * Owns: the recorder's notes, a small text each, under the item they belong to. That somebody wrote is a fact: notes
 * wait for a network, the latest by (time, id) stands. The text itself lies beside the log under `minutes:<note>`.
 */
import type { FactTime } from '../admissions/model';
import type { Slice } from '../log/slice';

export type MinuteNote = FactTime & {
	/** Id of the command that wrote it last. */
	id: string;
	note: string;
	/** Null: before the first item, or of the day as a whole. */
	item: string | null;
	/** Who wrote it last: an actor's id. */
	by: string;
	gone: boolean;
};
/** `since`: when the note was first written, ms. */
export type MinutesState = { notes: Record<string, MinuteNote & { since: number }> };
export type MinutesEvents = { minuteWritten: { written: MinuteNote } };

export const minutesSlice: Slice<MinutesState> = {
	initial: { notes: {} },
	reads: ['minuteWritten'],
	evolve(state, event) {
		if (event.type !== 'minuteWritten') return state;
		const { written } = event.payload;
		const old = Object.hasOwn(state.notes, written.note) ? state.notes[written.note] : undefined;
		const since = Math.min(old?.since ?? Infinity, written.at);
		const stands = old && (old.at > written.at || (old.at === written.at && old.id >= written.id));
		return { notes: { ...state.notes, [written.note]: { ...(stands ? old : written), since } } };
	}
};

/** In the order in which they were begun. */
export const notesInOrder = (state: MinutesState): MinutesState['notes'][string][] =>
	Object.values(state.notes)
		.filter((note) => !note.gone)
		.sort((a, b) => a.since - b.since || (a.note < b.note ? -1 : 1));
