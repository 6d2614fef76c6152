/** Owns: the difference between the settings as they stand and as a person has changed them in the form. */
import type { ConferenceSettings } from '$lib/core/conference/model';
import { keysOf, overtakenFields, pick, sameValue, type SettingsKey } from '$lib/core/conference/overtaken';
import type { MessageKey } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/admin';
import '$lib/ui/i18n/use/organise';
import { dayOf, instantOf, timeField } from './vn-time';

export type SettingsPatch = Partial<ConferenceSettings>;

/** Only what was changed, so that two organisers who edit different fields do not undo each other. */
export function changedFields(before: ConferenceSettings, after: ConferenceSettings): SettingsPatch {
	const patch: SettingsPatch = {};
	const take = <K extends keyof ConferenceSettings>(key: K) => {
		if (!sameValue(before[key], after[key])) patch[key] = after[key];
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

/** Changed here and, since this form was filled, by somebody else to something else. */
export function contested(
	before: ConferenceSettings,
	patch: SettingsPatch,
	now: ConferenceSettings
): SettingsKey[] {
	const mine = keysOf(patch);
	return overtakenFields(before, now).filter((key) => mine.includes(key) && !sameValue(patch[key], now[key]));
}

/** These fields as they are now, the others as they were. */
export const withFields = (
	settings: ConferenceSettings,
	from: ConferenceSettings,
	keys: readonly SettingsKey[]
): ConferenceSettings => ({ ...settings, ...pick(from, keys) });

/** How a field of the settings is called on the form. */
export const settingLabels = {
	title: 'settings.title',
	backdropLines: 'settings.backdrop',
	theme: 'settings.theme',
	form: 'settings.form',
	organiser: 'settings.organiser',
	venue: 'settings.venue',
	date: 'settings.date',
	startsAt: 'settings.start',
	hardEnd: 'settings.hardEnd',
	scheduleText: 'settings.scheduleText',
	capacity: 'settings.capacity',
	level: 'settings.level',
	levels: 'settings.levels',
	groups: 'settings.groups',
	unitQuotas: 'settings.unitQuotas',
	ratio: 'settings.ratio',
	awardQuotas: 'settings.awardQuotas',
	awardAuthority: 'settings.awardAuthority',
	presidium: 'settings.presidium',
	slogans: 'settings.slogans',
	duties: 'admin.duties',
	deadlines: 'prep.terms',
	requirements: 'settings.requirements',
	noPersonalInvitations: 'settings.noPersonalInvitations',
	twoMcs: 'settings.twoMcs',
	projectorTheme: 'settings.projectorTheme',
	showCountOnProjector: 'settings.showCount',
	liveBroadcast: 'settings.liveBroadcast'
} as const satisfies Record<SettingsKey, MessageKey>;
