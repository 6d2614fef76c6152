/** Owns: whether a form still shows the settings as they are. Two organisers may have the same field open. Pure. */
import type { ConferenceSettings } from './model';

export type SettingsPatch = Partial<ConferenceSettings>;
export type SettingsKey = keyof ConferenceSettings;

/** Equal as data; keys in any order, since the database hands back objects with their keys sorted. */
export const sameValue = (a: unknown, b: unknown): boolean => written(a) === written(b);

function written(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(written).join()}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
	const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${written(one)}`).join()}}`;
}

/**
 * Fields that are no longer what a form was filled from.
 * @param based the fields as the form showed them
 */
export function overtakenFields(based: SettingsPatch, now: ConferenceSettings): SettingsKey[] {
	return keysOf(now).filter((key) => key in based && !sameValue(based[key], now[key]));
}

/** The same fields of two settings. */
export function pick(settings: SettingsPatch, keys: readonly SettingsKey[]): SettingsPatch {
	return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}

export const keysOf = (settings: SettingsPatch): SettingsKey[] =>
	Object.keys(settings).filter((key): key is SettingsKey => key in settings);
