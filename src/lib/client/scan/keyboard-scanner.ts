/**
 * Owns: telling a USB or Bluetooth scanner, which types like a keyboard, from a person who types. It works wherever
 * the focus is, with or without Enter behind the code, and with Telex or VNI switched on: those change letters and
 * delete what they replace, but never digits with no vowel before them, so the token is the digits at the end.
 */
import { TOKEN_DIGITS } from '../../core/invitations/token';

export type KeyStroke = { key: string; code: string; at: number };
export type Typed = { text: string; first: number; last: number };
export type Heard = { typed: Typed; scan: string | null };

export const nothingTyped: Typed = { text: '', first: 0, last: 0 };

/** Slow Bluetooth scanners leave up to this between two keys; a person does not type 39 digits at that pace. */
export const KEY_GAP_MS = 120;
/** In the middle of a token a busy phone or a weak radio may pause longer: nobody goes on typing somebody's digits. */
const STALL_MS = 1500;
const TOKEN_LIKE = 10;
/** A burst that is no token is believed to be a scan only at this pace, from this length, and with Enter. */
const FOREIGN_GAP_MS = 35;
const FOREIGN_LENGTH = 6;
const LONGEST = 2048;

/** Takes one key press in. `scan` is what a scanner typed, complete, or null. */
export function heard(typed: Typed, stroke: KeyStroke): Heard {
	const before = isOver(typed, stroke.at) ? nothingTyped : typed;
	if (stroke.key === 'Enter' || stroke.key === 'Tab')
		return { typed: nothingTyped, scan: tokenIn(before.text) ?? foreign(before, stroke) };
	const char = charOf(stroke);
	// Shift, and the Backspaces with which an input method replaces letters, belong to the burst: no digit of the
	// token is ever replaced.
	if (char === null) return { typed: { ...before, last: stroke.at }, scan: null };
	const text = (before.text + char).slice(-LONGEST);
	return {
		typed: { text, first: before.text === '' ? stroke.at : before.first, last: stroke.at },
		scan: null
	};
}

/** Whether a key pressed at `at` begins something new. */
export function isOver(typed: Typed, at: number): boolean {
	if (typed.text === '') return true;
	const digits = /[0-9]+$/.exec(typed.text)?.[0].length ?? 0;
	const amidToken = digits >= TOKEN_LIKE && digits < TOKEN_DIGITS;
	return at - typed.last > (amidToken ? STALL_MS : KEY_GAP_MS);
}

/** The burst is over without Enter: a whole token counts all the same. */
export const ended = (typed: Typed): string | null => tokenIn(typed.text);

function tokenIn(text: string): string | null {
	const digits = /[0-9]+$/.exec(text)?.[0] ?? '';
	return digits.length === TOKEN_DIGITS ? digits : null;
}

function foreign({ text, first, last }: Typed, enter: KeyStroke): string | null {
	const gap = (last - first) / Math.max(1, text.length - 1);
	const quick = gap <= FOREIGN_GAP_MS && enter.at - last <= KEY_GAP_MS;
	return text.length >= FOREIGN_LENGTH && quick ? text : null;
}

function charOf({ key, code }: KeyStroke): string | null {
	// Full-width digits come from East Asian input methods.
	if (/^[\uff10-\uff19]$/.test(key)) return String.fromCharCode(key.charCodeAt(0) - 0xfee0);
	if ([...key].length === 1) return key;
	// An input method at work hides the key, but not which one was pressed.
	const digit =
		key === 'Process' || key === 'Unidentified' ? /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] : null;
	return digit ?? null;
}

/**
 * Listens on the whole page. What a scanner typed into a field is taken out of it again, and its Enter presses no
 * button. @returns how to stop
 */
export function listenForScanner(onScan: (text: string) => void): () => void {
	let typed = nothingTyped;
	let field: { element: HTMLInputElement | HTMLTextAreaElement; value: string } | null = null;
	let idle: ReturnType<typeof setTimeout> | undefined;

	const deliver = (scan: string) => {
		typed = nothingTyped;
		if (field) {
			field.element.value = field.value;
			field.element.dispatchEvent(new Event('input', { bubbles: true }));
		}
		field = null;
		onScan(scan);
	};
	const onKey = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.altKey || event.metaKey) return;
		if (isOver(typed, event.timeStamp)) {
			const { target } = event;
			const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
			field = isField ? { element: target, value: target.value } : null;
		}
		const next = heard(typed, { key: event.key, code: event.code, at: event.timeStamp });
		typed = next.typed;
		clearTimeout(idle);
		// A quick typist in a field ends with Enter too: there only a whole token is a scan.
		if (next.scan !== null && !(field && next.scan.length !== TOKEN_DIGITS)) {
			event.preventDefault();
			event.stopImmediatePropagation();
			deliver(next.scan);
			return;
		}
		idle = setTimeout(() => {
			const scan = ended(typed);
			if (scan !== null) deliver(scan);
		}, KEY_GAP_MS + 10);
	};
	addEventListener('keydown', onKey, { capture: true });
	return () => {
		clearTimeout(idle);
		removeEventListener('keydown', onKey, { capture: true });
	};
}
