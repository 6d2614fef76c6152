import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '$lib/core/conference/templates';
import type { ItemView } from '$lib/core/views/shared';
import { largestThatFits, lineSize } from '$lib/ui/fit';
import { groundOf } from './ground';
import { awardTitle, kickerOf, maketRanks, sloganAt } from './words';

const item = (kinds: string[], title: string): ItemView => ({
	id: 'i',
	title,
	kinds,
	parent: null,
	performer: '',
	conductor: '',
	person: null,
	minutes: 5
});

describe('the big screen', () => {
	it('PRJ-1: the lines of a maket rank as printed: organiser, form, title, place and date', () => {
		const linesOf = (id: string) => TEMPLATES.find((one) => one.id === id)?.backdropLines ?? [];
		expect(maketRanks(linesOf('000-trung-khanh'))).toEqual(['organiser', 'form', 'title', 'title', 'place']);
		expect(
			maketRanks(['Hội nghị điển hình tiên tiến xã Tân Đoàn lần thứ I', 'ngày … tháng … năm 2025'])
		).toEqual(['title', 'place']);
		expect(maketRanks(['HỘI NGHỊ'])).toEqual(['form']);
		expect(maketRanks([])).toEqual([]);
	});

	it('PRJ-2: the small line above a title is the kind, and is left out where the title says it', () => {
		expect(kickerOf(item(['tham_luan'], 'Xây dựng nông thôn mới'))).toBe('Tham luận');
		expect(kickerOf(item(['tham_luan'], 'THAM LUẬN số 1'))).toBe('');
		expect(kickerOf(item(['be_mac', 'tong_ket'], 'Tổng kết và bế mạc'))).toBe('');
		expect(kickerOf(item(['never_heard_of'], 'Mục mới'))).toBe('');
		expect(kickerOf(item([], 'Mục mới'))).toBe('');
	});

	it('PRJ-10: an award is titled by its form and by who confers it, said once', () => {
		const title = (form: string, rank: 'commune' | 'pm' = 'commune') => awardTitle({ form, rank });
		expect(title('Giấy khen')).toBe('TRAO GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ');
		expect(title('Giấy khen của Chủ tịch UBND xã')).toBe('TRAO GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ');
		expect(title('Bằng khen', 'pm')).toBe('TRAO BẰNG KHEN CỦA THỦ TƯỚNG CHÍNH PHỦ');
	});

	it('PRJ-3: the largest size that fits is found, and the smallest stands when nothing fits', () => {
		for (const limit of [10, 11, 57, 199, 200, 500])
			expect(largestThatFits(10, 200, (px) => px <= limit)).toBe(Math.min(limit, 200));
		expect(largestThatFits(10, 200, () => false)).toBe(10);
		expect(largestThatFits(10, 4, () => true)).toBe(10);
		for (const high of [10.5, 86.4, 211.2])
			for (let limit = 9; limit < high; limit += 0.7) {
				const found = largestThatFits(10, high, (px) => px <= limit);
				expect(found).toBe(Math.max(10, Math.floor(limit)));
			}
	});

	it('PRJ-4: a line shrinks to stay whole, but never so far that it breaks rank', () => {
		expect(lineSize(100, 5, 1000)).toBe(100);
		expect(lineSize(100, 12.5, 1000)).toBe(80);
		expect(lineSize(100, 100, 1000)).toBe(68);
		expect(lineSize(100, 0, 1000)).toBe(100);
	});

	it('PRJ-5: slogans change with the clock of the server, so that two projectors show the same', () => {
		expect([0, 14_999, 15_000, 30_000].map((now) => sloganAt(['a', 'b'], now))).toEqual(['a', 'a', 'b', 'a']);
		expect(sloganAt([], 5)).toBe('');
	});

	it('PRJ-7: a 4:3 screen is ivory by itself, others the maket’s red, unless office or room chose a ground', () => {
		const of = (width: number, height: number) => groundOf(null, 'auto', { width, height });
		expect([of(1024, 768), of(1280, 1024), of(800, 600)]).toEqual(['ivory', 'ivory', 'ivory']);
		expect([of(1920, 1080), of(1280, 800), of(768, 1024), of(0, 0)]).toEqual([
			'maket',
			'maket',
			'maket',
			'maket'
		]);
		const dim = { width: 1024, height: 768 };
		expect(groundOf(null, 'maket', dim)).toBe('maket');
		expect(groundOf('maket', 'auto', dim)).toBe('maket');
		expect(groundOf('ivory', 'maket', { width: 1920, height: 1080 })).toBe('ivory');
	});
});
