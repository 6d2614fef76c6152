/**
 * Owns: turning a message key into a sentence. The locale is the device's own choice (localStorage, no cookie);
 * the root layout loads it once before the first render, so `t` may be called anywhere in the interface. Every screen
 * carries the base areas; a file that speaks of more imports `./use/<area>`, so that a projector does not download
 * the words of the administration.
 */
import type { vi } from './vi';
import { common } from './vi/common';
import { reject } from './vi/reject';
import { roles } from './vi/roles';
import { screen } from './vi/screen';

export type Locale = 'vi' | 'en';
export type MessageKey = keyof typeof vi;
export type Catalogue = Readonly<Record<MessageKey, string>>;
export type MessageParams = Record<string, string | number>;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
	? Name | Placeholders<Rest>
	: never;
// A sentence with placeholders demands them; one without takes any, for keys that are computed.
type ParamsFor<Key extends MessageKey> = [Placeholders<(typeof vi)[Key]>] extends [never]
	? [params?: MessageParams]
	: [params: Record<Placeholders<(typeof vi)[Key]>, string | number> & MessageParams];

const storageKey = 'kt.locale';
const placeholder = /\{(\w+)\}/g;

type Words = Partial<Record<MessageKey, string>>;

// Vietnamese as far as this screen's files have brought it.
const words: Words = { ...common, ...reject, ...roles, ...screen };
// The one slot, filled by `loadLocale` from the root layout; Vietnamese needs no loading.
const active: { locale: Locale; catalogue: Words } = { locale: 'vi', catalogue: words };

/** Adds an area's sentences; called by the modules in `use/` when a file that needs them is loaded. */
export function addWords(area: Words): void {
	Object.assign(words, area);
}

/** A key whose area was not brought shows itself: a fault of ours, and still better than an empty button. */
const sentence = (key: MessageKey): string => active.catalogue[key] ?? key;

/** Puts the params in the places of `{name}`; a place without a value stays visible as `{name}`. */
export function interpolate(text: string, params?: MessageParams): string {
	if (!params) return text;
	return text.replace(placeholder, (whole, name: string) => String(params[name] ?? whole));
}

/** The sentence of a key in the device's language, NFC, e.g. `t('wave.name', { wave: 2 })` → "Lượt 2". */
export function t<Key extends MessageKey>(key: Key, ...[params]: ParamsFor<Key>): string {
	return interpolate(sentence(key), params);
}

/** Whether a computed string, e.g. `` `role.${role}` ``, is a key of the areas this screen has. */
export function isMessageKey(key: string): key is MessageKey {
	return Object.hasOwn(active.catalogue, key);
}

/** The sentence of a computed key, or of `fallback` when the catalogue has no such key. */
export function tOr(key: string, fallback: MessageKey, params?: MessageParams): string {
	return interpolate(sentence(isMessageKey(key) ? key : fallback), params);
}

/**
 * The sentence for a refusal code of the server. Never shows a bare placeholder: when a value is missing the
 * `_plain` sentence stands in, and an unknown code gets the general one.
 */
export function rejectText(rejection: { code: string; params?: MessageParams }): string {
	const key = `reject.${rejection.code}`;
	if (!isMessageKey(key)) return sentence('reject.general');
	const text = interpolate(sentence(key), rejection.params ?? {});
	return text.search(placeholder) === -1 ? text : tOr(`${key}_plain`, 'reject.general');
}

export function currentLocale(): Locale {
	return active.locale;
}

/** The locale kept on this device; Vietnamese when none is kept or storage is closed to us. */
export function storedLocale(): Locale {
	try {
		return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
	} catch {
		return 'vi'; // private mode or no DOM: the first language is always right
	}
}

/** Loads the catalogue of a locale; English travels only to the devices that chose it. */
export async function loadLocale(locale: Locale): Promise<void> {
	active.catalogue = locale === 'en' ? (await import('./en')).en : words;
	active.locale = locale;
}

/** Keeps the choice; the caller reloads the page, so that no screen is half one language. */
export function rememberLocale(locale: Locale): void {
	localStorage.setItem(storageKey, locale);
}

export {
	formatDate,
	formatDrift,
	formatDuration,
	formatNumber,
	formatTime,
	formatTimeWithSeconds
} from './format';
