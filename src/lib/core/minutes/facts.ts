/**
 * Owns: the one rule of the recorder's notes: nothing that was written is lost. Whoever wrote over a text they had not
 * seen gets a note of their own beside it.
 */
import { factTime } from '../admissions/decide';
import type { Claim, Deciders } from '../log/command';
import { ok } from '../result';

/** Letters of one note. */
export const LONGEST_NOTE = 8_000;

export type MinutesFacts = {
	'minutes.write': Claim & {
		note: string;
		item: string | null;
		/** Empty: the note is taken away. */
		text: string;
		/** Id of the last writing that this one follows (`MinuteNote.id`); null for a new note. */
		based: string | null;
	};
};

export const minutesFacts: Deciders<MinutesFacts> = {
	'minutes.write': {
		kind: 'fact',
		decide({ minutes }, { note, item, text, based, ...claim }, ctx) {
			const meant = Object.hasOwn(minutes.notes, note) ? minutes.notes[note] : undefined;
			const aside = meant !== undefined && meant.by !== ctx.actor.id && meant.id !== based;
			// What was put aside before is gone on with, or each further word would make one more note.
			const old = aside
				? Object.values(minutes.notes).find((one) => one.by === ctx.actor.id && one.id === based)
				: meant;
			if (aside && !old && text === '') return ok({ events: [] });
			const own = aside ? (old?.note ?? ctx.command) : note;
			const time = factTime(claim, ctx.now);
			// A clock set back must not let a device's older words stand over its newer ones.
			const at = !old ? time.at : old.id === ctx.command ? old.at : Math.max(time.at, old.at + 1);
			const written = { ...time, at, id: ctx.command, note: own, item, by: ctx.actor.id, gone: text === '' };
			return ok({
				events: [{ type: 'minuteWritten', payload: { written } }],
				personal: [{ ref: `minutes:${own}`, payload: text === '' ? null : { text } }]
			});
		}
	}
};
