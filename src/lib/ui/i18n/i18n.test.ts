import { afterEach, describe, expect, it } from 'vitest';
import { roles } from '$lib/core/access/roles';
import { en, enAreas } from './en';
import { addWords, interpolate, isMessageKey, loadLocale, rejectText, t, tOr } from './i18n';
import { vi as words, viAreas } from './vi';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const avoid = [
	/khách vãng lai/i,
	/túc số/i,
	/từ chối/i,
	/tổng đạo diễn/i,
	/check-?in/i,
	/(?<![\p{L}])GO(?![\p{L}])/u
];

// As a screen that brings every area.
addWords(words);
afterEach(() => loadLocale('vi'));

describe('the catalogue', () => {
	it.each([
		['vi', viAreas],
		['en', enAreas]
	] as const)('I18N-1: no key of %s is defined in two areas', (_locale, areas) => {
		const keys = areas.flatMap((area) => Object.keys(area));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('I18N-2: English has every Vietnamese key, no other, and the same placeholders', () => {
		expect(Object.keys(en).sort()).toEqual(Object.keys(words).sort());
		for (const [key, text] of Object.entries(words)) {
			if (!isMessageKey(key)) throw new Error(key);
			expect(placeholders(en[key]), key).toEqual(placeholders(text));
		}
	});

	it('I18N-3: no Vietnamese sentence uses a word to avoid', () => {
		const found = Object.entries(words).filter(([, text]) => avoid.some((word) => word.test(text)));
		expect(found).toEqual([]);
	});

	it('I18N-4: every sentence is NFC, trimmed and not empty', () => {
		for (const [key, text] of [...Object.entries(words), ...Object.entries(en)]) {
			expect(text.normalize('NFC').trim() || 'empty', key).toBe(text);
		}
	});

	it('I18N-5: every role has a name and a sentence on its screen', () => {
		const wanted = roles.flatMap((role) => [`role.${role}`, `role.${role}.screen`]);
		expect(wanted.filter((key) => !isMessageKey(key))).toEqual([]);
	});

	it('I18N-6: the binding words are on screens letter by letter', () => {
		expect(t('fresh.offlineDoor', { time: '7:41', queued: 12 })).toBe(
			'Mất kết nối từ 7:41 – vẫn đón bình thường, 12 lượt chờ gửi'
		);
		expect(t('mc.list', { time: '7:55', count: 18 })).toBe('Danh sách giới thiệu (chốt 7:55, 18 đại biểu)');
		expect(t('wave.standby', { wave: 2, frames: 8, table: t('wave.tableLeft') })).toBe(
			'CHUẨN BỊ · Lượt 2 · 8 khung · Bàn bên trái'
		);
		expect(t('rollcall.line', { summoned: 150, present: 142, excused: 5, absent: 3 })).toBe(
			'Triệu tập 150 · Có mặt 142 · Vắng có lý do 5 · Vắng 3'
		);
		expect(t('stage.next')).toBe('CHUYỂN MỤC');
	});
});

describe('sentences', () => {
	it('I18N-7: a missing value leaves its place visible, a value is put in as it is', () => {
		expect(interpolate('{a} và {b}', { a: '$& {b}' })).toBe('$& {b} và {b}');
	});

	it('I18N-8: an unknown refusal code, also one of the prototype, gets the general sentence', () => {
		for (const code of ['never_heard_of', 'constructor', '__proto__']) {
			expect(rejectText({ code })).toBe(words['reject.general']);
		}
		expect(tOr('constructor', 'common.none')).toBe(words['common.none']);
		expect(tOr('role.nobody', 'common.none')).toBe(words['common.none']);
	});

	it('I18N-9: a refusal never shows a bare placeholder, whatever values arrive', () => {
		for (const key of Object.keys(words).filter((name) => name.startsWith('reject.'))) {
			const code = key.slice('reject.'.length);
			expect(rejectText({ code }), code).not.toMatch(/[{}]/);
			expect(rejectText({ code, params: { other: 1 } }), code).not.toMatch(/[{}]/);
			if (isMessageKey(key) && placeholders(words[key]).length > 0)
				expect(isMessageKey(`${key}_plain`), key).toBe(true);
		}
		expect(rejectText({ code: 'stale_item', params: { current: 'Khai mạc' } })).toContain('Khai mạc');
	});

	it('I18N-10: the device can switch to English and back', async () => {
		await loadLocale('en');
		expect(t('stage.next')).toBe('NEXT ITEM');
		await loadLocale('vi');
		expect(t('stage.next')).toBe('CHUYỂN MỤC');
	});
});
