import { describe, expect, test } from 'vitest';
import { HONORIFICS, printedHonorific, splitHonorific } from './honorific';

describe('honorific', () => {
	test('IMP-1: an honorific before the name is split off, written out, in whatever form it was typed', () => {
		const cases: [string, string, string][] = [
			['Đ/c Nguyễn Văn An', 'Đồng chí', 'Nguyễn Văn An'],
			['đ/c. Nguyễn Văn An', 'Đồng chí', 'Nguyễn Văn An'],
			['ĐC Nguyễn Văn An', 'Đồng chí', 'Nguyễn Văn An'],
			['Đồng chí: Nông Thị Lan', 'Đồng chí', 'Nông Thị Lan'],
			['ĐỒNG CHÍ NÔNG THỊ LAN', 'Đồng chí', 'NÔNG THỊ LAN'],
			['O. Bế Văn Sơn', 'Ông', 'Bế Văn Sơn'],
			['B. Lục Thị Mai', 'Bà', 'Lục Thị Mai'],
			['Ông  Bế Văn Sơn', 'Ông', 'Bế Văn Sơn'],
			['Mẹ VNAH Đàm Thị Tý', 'Mẹ Việt Nam Anh hùng', 'Đàm Thị Tý'],
			['Bà mẹ Việt Nam anh hùng Đàm Thị Tý', 'Mẹ Việt Nam Anh hùng', 'Đàm Thị Tý'],
			['Hoà thượng Thích Minh Tâm', 'Hòa thượng', 'Thích Minh Tâm'],
			['Linh mục Giuse Trần Văn Bình', 'Linh mục', 'Giuse Trần Văn Bình'],
			['Đồng chí Thượng tá Hoàng Văn Nam', 'Đồng chí Thượng tá', 'Hoàng Văn Nam'],
			['Em Triệu Thị Hoa', 'Em', 'Triệu Thị Hoa'],
			['dong chi Nguyen Van An', 'Đồng chí', 'Nguyen Van An'],
			['TS. Hoàng Minh Đức', 'TS.', 'Hoàng Minh Đức'],
			['Nghệ nhân ưu tú Nông Văn Báo', 'Nghệ nhân ưu tú', 'Nông Văn Báo']
		];
		for (const [text, honorific, name] of cases)
			for (const typed of [text, text.normalize('NFD')])
				expect(splitHonorific(typed)).toEqual({ honorific, name });
	});

	test('IMP-2: nothing is guessed: a name without an honorific keeps none, and names are not eaten', () => {
		for (const name of [
			'Nguyễn Văn An',
			'Anh Thư',
			'Đàm Chí Công',
			'Ba Văn Lan',
			'Cô Đơn',
			'Thầy',
			'Ong Van',
			'Bùi B'
		])
			expect(splitHonorific(name)).toEqual({ honorific: '', name });
		expect(splitHonorific('')).toEqual({ honorific: '', name: '' });
	});

	test('IMP-1: a cell of its own is printed in full, unknown words stay as they are', () => {
		expect(['đ/c', 'ĐC', 'Ô', 'b.', 'mẹ vnah', 'Đại diện gia đình', ''].map(printedHonorific)).toEqual([
			'Đồng chí',
			'Đồng chí',
			'Ông',
			'Bà',
			'Mẹ Việt Nam Anh hùng',
			'Đại diện gia đình',
			''
		]);
		expect(new Set(HONORIFICS).size).toBe(HONORIFICS.length);
	});
});
