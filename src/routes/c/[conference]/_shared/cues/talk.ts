/** Owns: what a screen hands over with its place for cues: its notes, and of an MC whose lines are read. */
import type { NoteView } from '$lib/core/views/shared';
import type { Answer } from '../use-watch.svelte';

export type Talk = {
	notes: NoteView[];
	/** When the current item began. */
	since: number | null;
	busy: string | null;
	onanswer: (note: string, answer: Answer) => void;
	/** Whose lines this device reads, of these. */
	speaker?: string | null;
	speakers?: readonly string[];
};
