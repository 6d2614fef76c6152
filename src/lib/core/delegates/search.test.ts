import { describe, expect, test } from 'vitest';
import { buildIndex, foldVietnamese, search, type SearchEntry } from './search';

const person = (id: string, name: string, unit = 'UBND xã', title = '', code?: string): SearchEntry => ({
	id,
	name,
	unit,
	title,
	code
});
const ids = (entries: SearchEntry[], query: string, limit = 10) =>
	search(buildIndex(entries), query, limit).ids;

describe('folding', () => {
	test('SRCH-1: NFC and NFD, đ, capitals, punctuation and both tone placements fold to the same text', () => {
		for (const text of ['Đ/c  Hoà – NGUYỄN,Văn Đức', 'Đ/c Hòa NGUYỄN Văn Đức'].flatMap((t) => [
			t,
			t.normalize('NFD')
		]))
			expect(foldVietnamese(text)).toBe('d c hoa nguyen van duc');
		expect(foldVietnamese(' ')).toBe('');
	});
});

describe('finding', () => {
	const hall = [
		person('duc', 'Nguyễn Văn Đức', 'Xóm Nà Mò', 'Trưởng xóm', 'GM-015'),
		person('duc2', 'Đúc Thị Nguyên Vân', 'Công ty Vân Đức'),
		person('lan', 'Nông Thị Lan', 'Trường Tiểu học Nguyễn Văn Đức', 'Hiệu trưởng', 'GM-115'),
		person('hoa', 'Hoàng Hoà', 'Xóm Bản Chang', 'Bí thư Chi bộ', 'GM-150')
	];

	test('SRCH-2: any word order, word prefixes and no diacritics find the person, in NFC and NFD', () => {
		for (const query of ['nguyen van duc', 'duc nguyen', 'ng v duc', 'Nguyễn Văn Đức', 'ĐỨC  NGUYỄN'])
			for (const typed of [query, query.normalize('NFD')]) expect(ids(hall, typed)[0]).toBe('duc');
		expect(ids(hall, 'guyen')).toEqual([]);
		expect(ids(hall, 'nguyen van xyz')).toEqual([]);
	});

	test('SRCH-2: unit, village, title and invitation number find people too', () => {
		expect(ids(hall, 'ban chang')).toEqual(['hoa']);
		expect(ids(hall, 'truong xom')).toEqual(['duc']);
		expect(ids(hall, 'gm 015')).toEqual(['duc']);
		expect(ids(hall, '15')[0]).toBe('duc');
		expect(ids(hall, 'lan hieu truong')).toEqual(['lan']);
	});

	test('SRCH-3: a hit in the name stands before a hit in unit or title', () => {
		expect(ids(hall, 'nguyen van duc')).toEqual(['duc', 'duc2', 'lan']);
	});

	test('SRCH-4: marks typed in the query rank the people whose name has them first', () => {
		const two = [person('a', 'Lê Văn Đúc'), person('b', 'Lê Văn Đức'), person('c', 'Lê Văn Dục')];
		expect(ids(two, 'đức')[0]).toBe('b');
		expect(ids(two, 'đúc')[0]).toBe('a');
		expect(ids(two, 'lê đức'.normalize('NFD'))[0]).toBe('b');
		expect(ids(two, 'duc')).toHaveLength(3);
		expect(ids([person('x', 'Trần Hóa'), person('y', 'Trần Hòa')], 'hoà')[0]).toBe('y');
		// Half-typed: "nguyê" is on the way to "Nguyễn", "nguyề" is not.
		const half = [person('v', 'Nguyên A'), person('w', 'Nguyễn A')];
		expect(ids(half, 'nguyễ')[0]).toBe('w');
	});

	test('SRCH-5: equal scores keep one fixed order, the limit holds, and the total is still told', () => {
		const many = Array.from({ length: 40 }, (_, n) =>
			person(`p${n}`, `Nông Văn ${'ABCDE'[n % 5]}`, `Xóm ${n}`)
		);
		const index = buildIndex(many);
		const again = buildIndex([...many].reverse());
		expect(search(index, 'nong', 7)).toEqual(search(again, 'nong', 7));
		expect(search(index, 'nong', 7)).toMatchObject({ total: 40 });
		expect(search(index, 'nong', 7).ids).toEqual(search(index, 'nong', 40).ids.slice(0, 7));
		expect(search(index, '  ', 5)).toEqual({ ids: [], total: 0 });
		expect(search(index, '((( \\', 5)).toEqual({ ids: [], total: 0 });
	});

	test('SRCH-5: a query of many words or none that are words does no harm', () => {
		expect(ids(hall, 'a '.repeat(5000))).toEqual([]);
		expect(ids([], 'duc')).toEqual([]);
	});
});
