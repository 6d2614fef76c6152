/**
 * Owns: turning a message key into a sentence. The locale is the device's own choice (localStorage, no cookie);
 * the root layout loads it once before the first render, so `t` may be called anywhere in the interface.
 */
import { vi } from './vi';

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

// The one slot, filled by `loadLocale` from the root layout; Vietnamese needs no loading.
const active: { locale: Locale; catalogue: Catalogue } = { locale: 'vi', catalogue: vi };

/** Puts the params in the places of `{name}`; a place without a value stays visible as `{name}`. */
export function interpolate(text: string, params?: MessageParams): string {
	if (!params) return text;
	return text.replace(placeholder, (whole, name: string) => String(params[name] ?? whole));
}

/** The sentence of a key in the device's language, NFC, e.g. `t('wave.name', { wave: 2 })` → "Lượt 2". */
export function t<Key extends MessageKey>(key: Key, ...[params]: ParamsFor<Key>): string {
	return interpolate(active.catalogue[key], params);
}

/** Whether a computed string, e.g. `` `role.${role}` ``, is a key of the catalogue. */
export function isMessageKey(key: string): key is MessageKey {
	return Object.hasOwn(vi, key);
}

/** The sentence of a computed key, or of `fallback` when the catalogue has no such key. */
export function tOr(key: string, fallback: MessageKey, params?: MessageParams): string {
	return interpolate(active.catalogue[isMessageKey(key) ? key : fallback], params);
}

/**
 * The sentence for a refusal code of the server. Never shows a bare placeholder: when a value is missing the
 * `_plain` sentence stands in, and an unknown code gets the general one.
 */
export function rejectText(rejection: { code: string; params?: MessageParams }): string {
	const key = `reject.${rejection.code}`;
	if (!isMessageKey(key)) return active.catalogue['reject.general'];
	const text = interpolate(active.catalogue[key], rejection.params ?? {});
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
	active.catalogue = locale === 'en' ? (await import('./en')).en : vi;
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
