/** Owns: the difference between the settings as they stand and as a person has changed them in the form. */
import type { ConferenceSettings } from '$lib/core/conference/model';
import { dayOf, instantOf, timeField } from './vn-time';

export type SettingsPatch = Partial<ConferenceSettings>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what was changed, so that two organisers who edit different fields do not undo each other. */
export function changedFields(before: ConferenceSettings, after: ConferenceSettings): SettingsPatch {
	const patch: SettingsPatch = {};
	const take = <K extends keyof ConferenceSettings>(key: K) => {
		if (!same(before[key], after[key])) patch[key] = after[key];
	};
	for (const key of Object.keys(after)) if (key in before) take(key as keyof ConferenceSettings);
	return patch;
}

/** One line a paragraph; empty lines mean nothing. */
export const toLines = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');

export type Timetable = { date: string; start: string; hardEnd: string };

export const timetableOf = (settings: ConferenceSettings): Timetable => ({
	date: settings.date ?? (settings.startsAt === null ? '' : dayOf(settings.startsAt)),
	start: timeField(settings.startsAt),
	hardEnd: timeField(settings.hardEnd)
});

/** The hours follow the day when it is moved; an end before the begin is on the next day. */
export function withTimetable(settings: ConferenceSettings, form: Timetable): ConferenceSettings {
	const startsAt = instantOf(form.date, form.start);
	const end = instantOf(form.date, form.hardEnd);
	const hardEnd = end !== null && startsAt !== null && end <= startsAt ? end + 86_400_000 : end;
	return { ...settings, date: form.date || null, startsAt, hardEnd };
}
