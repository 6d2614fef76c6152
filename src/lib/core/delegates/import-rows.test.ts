import { describe, expect, test } from 'vitest';
import { fieldOf, recogniseColumns, type Cell } from './columns';
import { groupFinder } from './group-text';
import { readDelegates } from './import-rows';
import { fixtureTable as fixture } from '../../../../tests/fixture-table';

const GROUPS = [
	{ id: 'g1', text: 'Đại diện lãnh đạo Đảng ủy, HĐND, UBND xã' },
	{ id: 'g2', text: 'Đại diện các tổ dân phố, xóm' },
	{ id: 'g3', text: 'Đại diện các doanh nghiệp trên địa bàn xã' }
];

const simple = (...rows: Cell[][]) =>
	[['STT', 'Họ và tên', 'Đơn vị', 'Năm sinh', 'Điện thoại'], ...rows] as Cell[][];
const read = (table: Cell[][]) => readDelegates(table, [], GROUPS, 2026);

describe('columns', () => {
	test('IMP-3: headings are recognised in any case, with or without diacritics, in NFC and NFD', () => {
		const cases: [string, string | null][] = [
			['STT', 'order'],
			['Kính danh', 'honorific'],
			['HỌ VÀ TÊN', 'name'],
			['ho ten', 'name'],
			['Họ, tên đệm', 'familyName'],
			['Chức vụ/ chức danh', 'title'],
			['Cơ quan, đơn vị', 'unit'],
			['Nơi công tác', 'unit'],
			['Địa chỉ', 'address'],
			['Thành phần', 'group'],
			['Số ĐT', 'phone'],
			['SĐT', 'phone'],
			['Ngày, tháng, năm sinh', 'birth'],
			['Giới tính', 'gender'],
			['Số giấy mời', 'invitationNumber'],
			['Loại đại biểu', 'kind'],
			['Đại biểu quan trọng', 'vip'],
			['Hình thức khen thưởng', 'award'],
			['Nhu cầu chỗ ngồi', 'seatNeeds'],
			['Ghi chú', 'note'],
			['Số CCCD', 'sensitive'],
			['Dân tộc', 'sensitive'],
			['Tên đơn vị', 'unit'],
			['Màu áo', null],
			['', null]
		];
		for (const [heading, field] of cases)
			for (const typed of [heading, heading.normalize('NFD'), heading.toUpperCase(), heading.toLowerCase()])
				expect(fieldOf(typed), typed).toBe(field);
	});

	test('IMP-4: the heading is found under a title block and over two merged rows', () => {
		const columns = recogniseColumns(fixture('dai-bieu-lon-xon.csv', ';'));
		expect(columns).toMatchObject({
			found: true,
			headerRow: 6,
			fields: {
				order: 0,
				name: 1,
				birthMale: 2,
				birthFemale: 3,
				title: 4,
				unit: 5,
				phone: 6,
				award: 8,
				note: 9
			},
			sensitive: [{ column: 7, text: 'Dân tộc' }],
			unknown: []
		});
	});

	test('IMP-4: a table without a name column gives no rows and says so', () => {
		for (const table of [
			[],
			[['a', 'b']],
			[
				['Đơn vị', 'Số lượng'],
				['UBND xã', 3]
			]
		] as Cell[][][]) {
			const preview = readDelegates(table, [], []);
			expect(preview.rows).toEqual([]);
			expect(preview.warnings).toEqual([{ row: 0, code: 'no_header', params: {} }]);
		}
	});
});

describe('rows', () => {
	const preview = read(fixture('dai-bieu-lon-xon.csv', ';'));

	test('IMP-5: a real office sheet: sections, page headings, totals and signatures are no persons', () => {
		expect(preview.rows.map(({ row, honorific, name }) => [row, honorific, name])).toEqual([
			[10, 'Đồng chí', 'Nông Văn Thái'],
			[11, 'Bà', 'Hoàng Thị Bích'],
			[13, 'Ông', 'Bế Văn Sơn'],
			[14, 'Ông', 'Bế Văn Sơn'],
			[19, '', '=HYPERLINK("http://x";"Triệu Văn An")'],
			[22, '', 'Đàm Văn Cường']
		]);
		const codes = preview.warnings.map(({ row, code }) => `${row} ${code}`);
		expect(codes).toEqual(expect.arrayContaining(['9 section_row', '12 section_row', '14 same_name']));
		expect(codes.filter((code) => code.endsWith('footer_skipped'))).toEqual([
			'23 footer_skipped',
			'24 footer_skipped',
			'25 footer_skipped',
			'26 footer_skipped',
			'27 footer_skipped'
		]);
	});

	test('IMP-5: sections name the group; phones, years and awards are read as people write them', () => {
		expect(preview.rows.map(({ groupId }) => groupId)).toEqual(['g1', 'g1', 'g2', 'g2', 'g2', 'g2']);
		expect(preview.rows.map(({ birthYear }) => birthYear)).toEqual([1972, 1975, 1965, 1958, null, 1980]);
		expect(preview.rows.map(({ phone }) => phone)).toEqual([
			'0900000001',
			'0900000002',
			'0900000003',
			'',
			'',
			'0900000011'
		]);
		expect(preview.rows.map(({ awardForm }) => awardForm)).toEqual([
			null,
			null,
			'Giấy khen',
			null,
			null,
			null
		]);
		expect(preview.rows[1]?.note).toBe('Đến muộn; ngồi gần lối đi');
		expect(JSON.stringify(preview.rows)).not.toContain('Dân tộc');
	});

	test('IMP-6: a row that cannot be a person is listed with its reasons and its own text', () => {
		expect(preview.bad.map(({ row, reasons }) => [row, ...reasons.map(({ code }) => code)])).toEqual([
			[15, 'duplicate_row'],
			[16, 'no_name'],
			[17, 'name_digits'],
			[18, 'birth_year']
		]);
		expect(preview.bad[0]?.reasons[0]?.params).toEqual({ row: 13 });
		expect(preview.bad[3]?.raw).toContain('Lục Thị Duyên');
	});

	test('IMP-3: two name columns, no diacritics, kinds, ticks and invitation numbers', () => {
		const plain = read(fixture('dai-bieu-khong-dau.csv', ','));
		expect(plain.columns.unknown).toEqual([{ column: 14, text: 'mau ao' }]);
		expect(plain.bad).toEqual([]);
		expect(plain.rows.map(({ name, kind, vip, awardForm }) => [name, kind, vip, awardForm])).toEqual([
			['Nong Van Thai', 'official', true, null],
			['Hoang Thi Bich', 'guest', true, null],
			['Be Van Son', 'companion', false, null],
			['Luc Thi Duyen', 'crew', false, 'khen thuong'],
			['Ly Van Tan', 'official', false, 'Giay khen']
		]);
		expect(plain.rows[0]).toMatchObject({
			honorific: 'Đồng chí',
			birthYear: 1972,
			groupId: 'g1',
			invitationNumber: 'GM-001'
		});
		expect(plain.rows[1]).toMatchObject({ honorific: 'Bà', groupText: 'khach moi', groupId: null });
		expect(plain.rows[4]?.groupId).toBe('g2');
		expect(plain.warnings.map(({ row, code, params }) => [row, code, Object.values(params)[0]])).toEqual([
			[3, 'group_unknown', 'khach moi'],
			[4, 'same_invitation_number', 3],
			[6, 'kind_unknown', 'abc']
		]);
	});

	test('IMP-7: duplicates within the sheet and with the conference; namesakes are only pointed out', () => {
		const table = simple(
			[1, 'Nông Văn An', 'Xóm Nà Mò', 1970, null],
			[2, 'NÔNG VĂN AN'.normalize('NFD'), 'xóm  nà mò', 1970, null],
			[3, 'Nông Văn An', 'Xóm Bản Chang', 1970, null],
			[4, 'Nông Văn Ân', 'Xóm Nà Mò', 1970, null],
			[5, 'Lý Thị Hoà', 'Xóm Nà Mò', 1980, null]
		);
		const known = [{ name: 'Lý Thị Hòa', unit: 'Xóm Nà Mò', birthYear: 1980 }];
		const got = readDelegates(table, known, GROUPS, 2026);
		expect(got.bad.map(({ row, reasons }) => [row, reasons])).toEqual([
			[3, [{ code: 'duplicate_row', params: { row: 2 } }]],
			[6, [{ code: 'duplicate_existing', params: {} }]]
		]);
		expect(got.warnings).toEqual([{ row: 4, code: 'same_name', params: { row: 2 } }]);
		expect(got.rows).toHaveLength(3);
	});

	test('IMP-15: two people of one name and unit who differ in any column are both taken', () => {
		const table: Cell[][] = [
			['Kính danh', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Điện thoại'],
			['Ông', 'Nguyễn Văn Đức', 'Bí thư', 'Xóm Mới', '0912345678'],
			['Bà', 'Nguyễn Văn Đức', 'Bí thư', 'Xóm Mới', '0912345679'],
			['Ông', 'Nguyễn Văn Đức', 'Bí thư', 'Xóm Mới', '0912345670'],
			['Ông', 'Nguyễn Văn Đức', 'Trưởng xóm', 'Xóm Mới', '0912345678'],
			['Ông', 'nguyễn văn đức', 'Bí thư', 'xóm mới', '0912 345 678']
		];
		const got = read(table);
		expect(got.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
		expect(got.warnings).toEqual(
			[3, 4, 5].map((row) => ({ row, code: 'same_name_unit', params: { row: 2 } }))
		);
		expect(got.bad.map(({ row, reasons }) => [row, reasons])).toEqual([
			[6, [{ code: 'duplicate_row', params: { row: 2 } }]]
		]);
	});

	test('IMP-15: the same holds against the conference, where the sheet has the column', () => {
		const known = [
			{
				honorific: 'Ông',
				name: 'Nguyễn Văn Đức',
				title: 'Bí thư',
				unit: 'Xóm Mới',
				phone: '0912345678',
				birthYear: 1970,
				invitationNumber: ''
			}
		];
		const table = (...cells: Cell[]) => simple([1, 'Nguyễn Văn Đức', 'Xóm Mới', ...cells]);
		const again = readDelegates(table(1970, '0912345678'), known, GROUPS, 2026);
		expect(again.bad[0]?.reasons).toEqual([{ code: 'duplicate_existing', params: {} }]);
		const other = readDelegates(table(1970, '0912345679'), known, GROUPS, 2026);
		expect(other.bad).toEqual([]);
		expect(other.warnings).toEqual([{ row: 2, code: 'same_name_unit', params: { row: 0 } }]);
	});

	test('IMP-6: names of 120 letters pass, longer ones, control characters and impossible years do not', () => {
		const name = (length: number) => `${'Nông '.repeat(length).slice(0, length - 1)}n`;
		const got = read(
			simple(
				[1, name(120), 'A', null, null],
				[2, name(121), 'A', null, null],
				[3, 'Nông\u0000 Văn A', 'A', null, null],
				[4, 'Nông \u202eVăn B', 'A', null, null],
				[5, 'Nông Văn C', 'A\u0007', null, null],
				[6, 'Nông Văn D', 'A', 1899, null],
				[7, 'Nông Văn E', 'A', 2027, null],
				[8, 'Nông Văn G', 'x'.repeat(301), null, null],
				[9, '---', 'A', null, null],
				[10, ' Nông\n Văn\u00a0 Hồng\u200b ', 'A', 1990, null]
			)
		);
		expect(got.bad.map(({ reasons }) => reasons[0]?.code)).toEqual([
			'name_too_long',
			'control_characters',
			'control_characters',
			'control_characters',
			'birth_year',
			'birth_year',
			'text_too_long',
			'no_name'
		]);
		expect(got.rows.map(({ name: text }) => text)).toEqual([name(120), 'Nông Văn Hồng']);
	});

	test('IMP-8: years and phones in the forms spreadsheets give them; an impossible phone is only a warning', () => {
		const got = read(
			simple(
				[1, 'A A', 'x', 1965, 900000001],
				[2, 'B B', 'x', new Date(Date.UTC(1965, 0, 31)), '+84 900 000 002'],
				[3, 'C C', 'x', '12051965', '0900.000.003 / 0900000004'],
				[4, 'D D', 'x', 23773, '026 3852 1234'],
				[5, 'E E', 'x', '-', '12345'],
				[6, 'G G', 'x', '1965 (60 tuổi)', 'không có']
			)
		);
		expect(got.bad).toEqual([]);
		expect(got.rows.map(({ birthYear }) => birthYear)).toEqual([1965, 1965, 1965, 1965, null, 1965]);
		expect(got.rows.map(({ phone }) => phone)).toEqual([
			'0900000001',
			'0900000002',
			'0900000003',
			'02638521234',
			'',
			''
		]);
		expect(got.warnings.map(({ row, code }) => [row, code])).toEqual([
			[6, 'phone'],
			[7, 'phone']
		]);
	});

	test('IMP-5: a group is found by its words, its number, or the only one that holds the text', () => {
		const find = groupFinder(GROUPS);
		expect(
			['ĐẠI DIỆN CÁC TỔ DÂN PHỐ, XÓM', 'Nhóm 3', '2', 'Doanh nghiệp', 'Đại diện lãnh đạo'].map(find)
		).toEqual(['g2', 'g3', 'g2', 'g3', null]);
		expect(['xã', 'Khách mời', '', '9', 'Các xóm'].map(find)).toEqual([null, null, null, null, null]);
	});

	test('IMP-9: text that looks like a formula stays text and is pointed out', () => {
		const formula = '=HYPERLINK("http://x.vn","Nông Văn An")';
		const got = read(simple([1, formula, '@x', 1970, '+84900000001']));
		expect(got.rows[0]).toMatchObject({ name: formula, unit: '@x', phone: '0900000001' });
		expect(got.warnings.map(({ code, params }) => [code, params.field])).toEqual([
			['formula_text', 'name'],
			['formula_text', 'unit']
		]);
	});

	test('IMP-5: every filled line under the heading is taken, refused or reported', () => {
		const lines = fixture('dai-bieu-lon-xon.csv', ';').slice(7);
		const told = new Set([...preview.rows, ...preview.bad, ...preview.warnings].map(({ row }) => row));
		// The column numbers, the line numbered in advance and the page heading say nothing about anybody.
		expect(lines.map((_, at) => at + 8).filter((row) => !told.has(row))).toEqual([8, 20, 21]);
	});

	test('IMP-16: needs of the seat are read from their own column, and words that name none are pointed out', () => {
		const { rows, warnings } = read([
			['Họ và tên', 'Nhu cầu chỗ ngồi'],
			['Nông Văn A', 'Xe lăn, gần lối đi'],
			['Lý Thị B', 'ĐOÀN CHỦ TỊCH'],
			['Hoàng Văn C', 'không'],
			['Bế Thị D', null],
			['Đàm Văn E', 'gần quạt; xe lan']
		]);
		expect(rows.map(({ seatNeeds }) => seatNeeds)).toEqual([
			['wheelchair', 'aisle'],
			['presidium'],
			undefined,
			undefined,
			['wheelchair']
		]);
		expect(warnings).toEqual([{ row: 6, code: 'seat_need_unknown', params: { value: 'gần quạt; xe lan' } }]);
	});
});
