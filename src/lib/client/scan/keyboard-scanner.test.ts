import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inviteToken } from '../../core/invitations/token';
import { ended, heard, KEY_GAP_MS, nothingTyped, type KeyStroke } from './keyboard-scanner';

const TOKEN = inviteToken(new Uint8Array(32).fill(3), 'conf', 'person', 1);

/** Types keys one after another; gives what was heard and what stands there at the end. */
function type(keys: readonly (string | Partial<KeyStroke>)[], gap: number, start = 1000) {
	let typed = nothingTyped;
	let at = start;
	const scans: string[] = [];
	for (const one of keys) {
		const stroke = typeof one === 'string' ? { key: one } : one;
		const next = heard(typed, { key: '', code: '', at, ...stroke });
		typed = next.typed;
		if (next.scan !== null) scans.push(next.scan);
		at += gap;
	}
	return { scans, typed };
}

/** What UniKey makes of a link under Telex: letters become accented, with the replaced ones deleted first. */
const telexLink = [...'https://hoinghi.vn/m', ...['Backspace', 'Backspace', 'ư', 'Shift', '#'], ...TOKEN];
const vniLink = [...'https://dai', ...['Backspace', 'Backspace', 'ạ', 'i'], ...'.vn/m#', ...TOKEN];

describe('keyboard scanners', () => {
	it.each([8, 60, KEY_GAP_MS])('HID-1: a token typed at %i ms a key with Enter is a scan', (gap) => {
		expect(type([...TOKEN, 'Enter'], gap).scans).toEqual([TOKEN]);
		expect(type([...TOKEN, 'Tab'], gap).scans).toEqual([TOKEN]);
	});

	it('HID-1: a scanner without Enter is heard when it pauses', () => {
		expect(ended(type([...TOKEN], 8).typed)).toBe(TOKEN);
		expect(ended(type([...TOKEN.slice(1)], 8).typed)).toBeNull();
	});

	it.each([
		['Telex', telexLink],
		['VNI', vniLink]
	])('HID-2: a link that %s has mangled still ends in its token', (_name, keys) => {
		expect(type([...keys, 'Enter'], 10).scans).toEqual([TOKEN]);
	});

	it('HID-2: hidden keys of an input method and full-width digits are digits', () => {
		const hidden = [...TOKEN].map((digit) => ({ key: 'Process', code: `Digit${digit}` }));
		const pad = [...TOKEN].map((digit) => ({ key: 'Unidentified', code: `Numpad${digit}` }));
		const wide = [...TOKEN].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
		for (const keys of [hidden, pad, wide]) expect(type([...keys, 'Enter'], 10).scans).toEqual([TOKEN]);
	});

	it('HID-3: what a person types is never a scan', () => {
		expect(type([...'nguyen van duc', 'Enter'], 90).scans).toEqual([]);
		expect(type([...'0912345678', 'Enter'], 160).scans).toEqual([]);
		expect(type([...TOKEN, 'Enter'], KEY_GAP_MS + 1).scans).toEqual([]);
	});

	it('HID-4: another code at a scanner’s pace is heard as it is, to be answered "not found"', () => {
		expect(type([...'8934588063053', 'Enter'], 12).scans).toEqual(['8934588063053']);
		expect(type([...TOKEN, '7', 'Enter'], 12).scans).toEqual([`${TOKEN}7`]);
	});

	it('HID-6: a pause in the middle of a token, as a busy phone makes it, does not spoil the scan', () => {
		const stalled = (before: number, pause: number) => {
			const { typed } = type([...TOKEN.slice(0, before)], 10);
			let state = typed;
			let scan: string | null = null;
			[...TOKEN.slice(before), 'Enter'].forEach((key, i) => {
				({ typed: state, scan } = heard(state, { key, code: '', at: typed.last + pause + i * 10 }));
			});
			return scan;
		};
		expect(stalled(12, 1200)).toBe(TOKEN);
		expect(stalled(38, 1200)).toBe(TOKEN);
		// A person may have typed the beginning, or gone away.
		expect(stalled(5, 1200)).not.toBe(TOKEN);
		expect(stalled(12, 3000)).not.toBe(TOKEN);
	});

	it('HID-5: a burst is not spoilt by what was typed before a pause', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 60 }), (noise) => {
				const first = type([...noise], 10);
				let typed = first.typed;
				let at = 100_000;
				let scan: string | null = null;
				for (const key of [...TOKEN, 'Enter']) {
					({ typed, scan } = heard(typed, { key, code: '', at }));
					at += 10;
				}
				expect(scan).toBe(TOKEN);
			})
		);
	});
});
