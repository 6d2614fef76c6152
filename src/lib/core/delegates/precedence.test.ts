import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { introductionGroups } from './introduction-lines';
import { levelOf, placeOf } from './level';
import {
	comparePrecedence,
	derivePrecedence,
	isLeader,
	substitutePrecedence,
	type Ranked
} from './precedence';

const host = { localityLevel: 'commune' as const, locality: 'xã Trùng Khánh' };
const derive = (title: string, unit: string, group = '') => derivePrecedence({ title, unit, group, ...host });
/** Sorts "title | unit" lines and gives them back. */
function order(lines: string[]): string[] {
	const people: Ranked[] = lines.map((line) => {
		const [title = '', unit = ''] = line.split(' | ');
		return { id: line, ...derive(title, unit) };
	});
	return people.sort(comparePrecedence).map(({ id }) => id);
}
/** A fixed shuffle, so that no test passes because its lines were written in order. */
const shuffled = (lines: string[]) =>
	[...lines].sort((a, b) => ((a.length * 7) % 11) - ((b.length * 7) % 11) || (a > b ? -1 : 1));

describe('level', () => {
	test('ORD-1: the lowest level a text names counts, and everyday words are no level', () => {
		const cases: [string, string | null][] = [
			['UBND xã Trùng Khánh, tỉnh Cao Bằng', 'commune'],
			['Xóm Nà Mò, xã Trùng Khánh', 'village'],
			['Bản Chang', 'village'],
			['Tổ dân phố 3', 'village'],
			['Sở Nội vụ', 'province'],
			['Ban Thi đua - Khen thưởng Trung ương', 'central'],
			['Bộ Nội vụ', 'central'],
			['Phòng Văn hóa - Xã hội', null],
			['Hợp tác xã Dược liệu', null],
			['Ban Xây dựng Đảng', null],
			['Bảo hiểm xã hội tỉnh', 'province'],
			['Tỉnh ủy Sóc Trăng', 'province'],
			['Văn phòng Điều phối nông thôn mới tỉnh', 'province'],
			['Cán bộ y tế', null],
			['Câu lạc bộ Hát Then - Đàn tính', null],
			['Công ty Phương Đông', null],
			['UBND xa Trung Khanh', 'commune'],
			['So Noi vu tinh Cao Bang', 'province'],
			['Cơ quan quân sự', null],
			['', null]
		];
		for (const [text, level] of cases)
			for (const typed of [text, text.normalize('NFD')]) expect(levelOf(typed), text).toBe(level);
		expect(placeOf('Đảng ủy Xã Đàm Thủy, tỉnh Cao Bằng', 'commune')).toBe('xã Đàm Thủy');
		expect(placeOf('Phòng Văn hóa - Xã hội xã', 'commune')).toBeNull();
		expect(placeOf('Hợp tác xã Dược liệu', 'commune')).toBeNull();
		expect(placeOf('Tỉnh ủy Cao Bằng', 'province')).toBe('tỉnh Cao Bằng');
		expect(placeOf('Tổ dân phố 3, phường Tân Giang', 'village')).toBe('tổ dân phố 3');
		expect(placeOf('Sở Nội vụ tỉnh Cao Bằng', 'province')).toBe('tỉnh Cao Bằng');
	});
});

describe('order', () => {
	test('ORD-2: higher and other localities before the host, then Party, elected, administration, Front, others', () => {
		const expected = [
			'Tổng Bí thư | Ban Chấp hành Trung ương Đảng',
			'Phó Vụ trưởng | Bộ Nội vụ',
			'Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh | UBND tỉnh Cao Bằng',
			'Phó Chủ tịch UBND | UBND tỉnh Cao Bằng',
			'Phó Trưởng Ban Tổ chức Tỉnh ủy | Tỉnh ủy Cao Bằng',
			'Giám đốc | Sở Nội vụ tỉnh Cao Bằng',
			'Phó Giám đốc | Sở Nội vụ tỉnh Cao Bằng',
			'Phó Chủ tịch | UBND xã Đàm Thủy',
			'Bí thư Đảng ủy, Chủ tịch HĐND xã | Đảng ủy xã Trùng Khánh',
			'Nguyên Bí thư Đảng ủy | xã Trùng Khánh',
			'Phó Bí thư Thường trực Đảng ủy | Đảng ủy xã',
			'Phó Bí thư Đảng ủy, Chủ tịch UBND xã | UBND xã Trùng Khánh',
			'UV BTV Đảng ủy, Phó Chủ tịch HĐND xã | HĐND xã',
			'Ủy viên BCH Đảng bộ xã, Trưởng Công an xã | Công an xã',
			'Phó Chủ tịch | HĐND xã Trùng Khánh',
			'Phó Chủ tịch | UBND xã Trùng Khánh',
			'Chủ tịch | Ủy ban MTTQ Việt Nam xã',
			'Trưởng ban | Ban Xây dựng Đảng',
			'Trưởng Ban Pháp chế HĐND | HĐND xã',
			'Trưởng phòng | Phòng Văn hóa - Xã hội xã',
			'Phó Trưởng phòng | Phòng Kinh tế',
			'Chuyên viên | Văn phòng HĐND và UBND xã',
			'Chủ tịch | Hội Nông dân xã',
			'Phó Chủ tịch | Hội Nông dân xã',
			'Hiệu trưởng | Trường THCS Trùng Khánh',
			'Phó Hiệu trưởng, Bí thư Chi bộ | Trường Mầm non Hoa Mai',
			'Giáo viên | Trường Tiểu học số 2',
			'Bí thư Chi bộ, Trưởng xóm | Xóm Nà Mò',
			'Tổ trưởng Tổ dân phố | Tổ dân phố 3',
			' | '
		];
		// The deputy head is also the school's Party secretary: the office ranks level, the id decides.
		const rank = (line: string) => derive(line.split(' | ')[0] ?? '', line.split(' | ')[1] ?? '');
		expect(rank(expected[25] ?? '').bloc).toBe(6);
		expect(order(shuffled(expected)).filter((line) => !line.includes('Hiệu trưởng'))).toEqual(
			expected.filter((line) => !line.includes('Hiệu trưởng'))
		);
	});

	test('ORD-3: "Bí thư" of the Youth Union, a school or a village is not the Party committee’s secretary', () => {
		expect(derive('Bí thư', 'Đoàn Thanh niên xã').bloc).toBe(5);
		expect(derive('Bí thư Đoàn xã', '').bloc).toBe(5);
		expect(derive('Bí thư', 'Đảng ủy xã')).toEqual({ tier: 45, bloc: 2, officeRank: 10 });
		expect(derive('Bí thư Chi bộ', 'Xóm Nà Mò').tier).toBe(50);
		expect(derive('Chánh Văn phòng', 'Văn phòng HĐND và UBND xã')).toEqual({
			tier: 46,
			bloc: 4,
			officeRank: 30
		});
		expect(derive('Tổ trưởng', 'Tổ dân phố 3').officeRank).toBe(30);
		expect(derive('Phó Chánh Văn phòng', 'Văn phòng Đảng ủy').bloc).toBe(2);
		expect(derive('Học sinh đạt giải Nhì cấp tỉnh', 'Trường THPT').tier).toBe(46);
		expect(derive('Chủ tịch Công đoàn', 'Trường THCS Trùng Khánh').bloc).toBe(6);
		expect(derive('Giám đốc', 'Hợp tác xã Dược liệu').tier).toBe(46);
		expect(derive('Nguyên Bí thư Đảng ủy', 'xã').officeRank).toBe(
			derive('Bí thư Đảng ủy', 'xã').officeRank + 1
		);
		expect(derive('Nhân viên văn thư Trường THCS', '').officeRank).toBe(60);
		expect(derive('Hội trưởng Ban đại diện cha mẹ học sinh', 'Trường THCS').officeRank).toBe(30);
		expect(derive('Văn thư Trường Tiểu học số 1', '').officeRank).toBe(90);
		expect(derive('', '', 'Đại diện các tổ dân phố, xóm').tier).toBe(51);
	});

	test('ORD-3: a commune’s secretary on the province’s committee stays with the commune', () => {
		expect(derive('Ủy viên BCH Đảng bộ tỉnh, Bí thư Đảng ủy xã', 'Đảng ủy xã Trùng Khánh')).toEqual(
			derive('Bí thư Đảng ủy xã', 'Đảng ủy xã Trùng Khánh')
		);
	});

	test('ORD-4: same office: earlier in office, then older, then id; unknown last', () => {
		const base = { tier: 45, bloc: 2, officeRank: 20 };
		const people: Ranked[] = [
			{ ...base, id: 'unknown' },
			{ ...base, id: 'b', birthYear: 1970 },
			{ ...base, id: 'a', birthYear: 1970 },
			{ ...base, id: 'older', birthYear: 1960 },
			{ ...base, id: 'since', inOfficeSince: '2020-05-01', birthYear: 1990 },
			{ ...base, id: 'earlier', inOfficeSince: '2015', birthYear: 1995 }
		];
		expect(people.sort(comparePrecedence).map(({ id }) => id)).toEqual([
			'earlier',
			'since',
			'older',
			'a',
			'b',
			'unknown'
		]);
	});

	test('ORD-4: the order is total: any input order gives the same result', () => {
		const one = fc.record({
			id: fc.uuid(),
			tier: fc.constantFrom(10, 35),
			bloc: fc.constantFrom(2, 3),
			officeRank: fc.constantFrom(10, 15),
			inOfficeSince: fc.constantFrom(null, '2020', undefined),
			birthYear: fc.constantFrom(null, 1960, undefined)
		});
		fc.assert(
			fc.property(fc.uniqueArray(one, { selector: (p) => p.id, maxLength: 12 }), (people) => {
				const sorted = [...people].sort(comparePrecedence);
				expect([...people].reverse().sort(comparePrecedence)).toEqual(sorted);
				for (const [a, b] of sorted.slice(1).map((p, n) => [sorted[n], p] as const))
					expect(a && b ? comparePrecedence(a, b) : 0).toBeLessThan(0);
			})
		);
	});

	test('ORD-5: a substitute ranks by their own title and stands last without one', () => {
		const chair = derive('Chủ tịch UBND tỉnh', 'UBND tỉnh Cao Bằng');
		const sent = substitutePrecedence({ title: 'Chuyên viên', unit: 'Sở Nội vụ', ...host });
		expect(sent.officeRank).toBeGreaterThan(chair.officeRank);
		expect(substitutePrecedence({ title: '', unit: 'UBND tỉnh Cao Bằng', ...host }).tier).toBe(60);
	});

	test('ORD-6: proposed as important: guests in office and the host’s leading offices, nobody else', () => {
		const leader = (title: string, unit: string) => isLeader(derive(title, unit), 'commune');
		expect(leader('Phó Giám đốc', 'Sở Nội vụ tỉnh Cao Bằng')).toBe(true);
		expect(leader('Phó Chủ tịch', 'UBND xã Đàm Thủy')).toBe(true);
		expect(leader('Bí thư Đảng ủy', 'Đảng ủy xã')).toBe(true);
		expect(leader('Phó Chủ tịch', 'UBND xã Trùng Khánh')).toBe(true);
		expect(leader('Trưởng phòng', 'Phòng Kinh tế xã')).toBe(false);
		expect(leader('Bí thư Chi bộ', 'Xóm Nà Mò')).toBe(false);
		expect(leader('Chủ tịch', 'Ủy ban MTTQ Việt Nam xã')).toBe(true);
		expect(leader('Phó Chủ tịch', 'Hội Nông dân xã')).toBe(false);
		expect(leader('Chuyên viên', 'Sở Nội vụ tỉnh Cao Bằng')).toBe(false);
		expect(leader('', '')).toBe(false);
	});
});

describe('lines', () => {
	test('ORD-7: people stand under "Về phía …" by level, branch and place, in protocol order, each once', () => {
		const lines = [
			'Trưởng phòng | Phòng Kinh tế',
			'Trưởng xóm | Xóm Nà Mò',
			'Phó Chủ tịch | UBND xã Trùng Khánh',
			'Phó Giám đốc | Sở Nội vụ tỉnh Cao Bằng',
			'Phó Bí thư Tỉnh ủy | Tỉnh ủy, tỉnh Cao Bằng',
			'Phó Chủ tịch | UBND xã Đàm Thủy',
			'Bí thư | Đảng ủy xã Trùng Khánh',
			'Chủ tịch | Ủy ban MTTQ Việt Nam xã',
			' | '
		];
		const people = lines.map((line) => {
			const [title = '', unit = ''] = line.split(' | ');
			return { id: line, unit, ...derive(title, unit) };
		});
		const groups = introductionGroups(people, { level: 'commune', locality: 'xã Trùng Khánh' });
		expect(groups.map(({ heading }) => heading)).toEqual([
			'Về phía Tỉnh ủy Cao Bằng',
			'Về phía các cơ quan, đơn vị tỉnh Cao Bằng',
			'Về phía UBND xã Đàm Thủy',
			'Về phía Đảng ủy xã Trùng Khánh',
			'Về phía UBND xã Trùng Khánh',
			'Về phía Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội xã Trùng Khánh',
			'Về phía các cơ quan, đơn vị xã Trùng Khánh',
			'Về phía các xóm, thôn, tổ dân phố',
			'Về phía các đại biểu, khách mời'
		]);
		expect(groups.flatMap(({ ids }) => ids).sort()).toEqual([...lines].sort());
	});
});
