import { describe, expect, it } from 'vitest';
import { readRecipients } from './import-recipients';

const roster = [
	{ id: 'an', name: 'Nguyễn Văn An', unit: 'Xóm Bản Khấy' },
	{ id: 'hoa1', name: 'Hoàng Thị Hoa', unit: 'Xóm Pác Rao' },
	{ id: 'hoa2', name: 'Hoàng Thị Hoa', unit: 'Trường Mầm non Trùng Khánh' },
	{ id: 'tam', name: 'Lê Văn Tám', unit: 'Công an xã' }
];

describe('award lists from an office’s table', () => {
	it('OFC-7: people of the roster are found, of one name by their unit, and where that does not decide a person is asked', () => {
		const { rows, bad } = readRecipients(
			[
				['UBND XÃ TRÙNG KHÁNH'],
				['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Hình thức khen thưởng', 'Đối tượng', 'Lĩnh vực'],
				[1, 'Ông Nguyễn Văn An', 'Trưởng xóm', 'Xóm Bản Khấy', 'Giấy khen', 'Cá nhân', 'Quần chúng'],
				[
					2,
					'Bà Hoàng Thị Hoa',
					'Giáo viên',
					'Trường Mầm non Trùng Khánh',
					'Giấy khen',
					'Cá nhân',
					'Ngành giáo dục'
				],
				[3, 'Hoàng Thị Hoa', '', '', 'Giấy khen', 'Cá nhân', ''],
				[4, 'Lê Văn Tám', '', 'Trường THCS Trùng Khánh', '', 'Cá nhân', ''],
				[5, 'Trần Thị Mới', 'Nông dân', 'Xóm Đông Long', '', 'Cá nhân', ''],
				[6, 'Trạm Y tế xã', '', '', '', 'Tập thể', 'Ngành y tế'],
				[7, '123', '', '', '', 'Cá nhân', ''],
				['', 'Tổng cộng: 7']
			],
			roster
		);
		expect(rows.map(({ name, type, delegate, candidates }) => [name, type, delegate, candidates])).toEqual([
			['Nguyễn Văn An', 'individual', 'an', []],
			['Hoàng Thị Hoa', 'individual', 'hoa2', []],
			['Hoàng Thị Hoa', 'individual', null, ['hoa1', 'hoa2']],
			['Lê Văn Tám', 'individual', null, ['tam']],
			['Trần Thị Mới', 'individual', null, []],
			['Trạm Y tế xã', 'collective', null, []]
		]);
		expect(rows[1]).toMatchObject({ honorific: 'Bà', category: 'Ngành giáo dục', form: 'Giấy khen' });
		expect(bad.map(({ row, reason }) => [row, reason])).toEqual([[9, 'no_name']]);
	});

	it('OFC-8: sections, headings of collectives and representatives are understood', () => {
		const { found, rows, bad } = readRecipients(
			[
				['TT', 'Tên tập thể, hộ gia đình, cá nhân', 'Địa chỉ', 'Người đại diện'],
				['I', 'TẬP THỂ', '', ''],
				[1, 'Trường THCS Trùng Khánh', 'Tổ dân phố 1', 'Ông Lê Văn Tám'],
				['II', 'HỘ GIA ĐÌNH', '', ''],
				[1, 'Hộ ông Nguyễn Văn An', 'Xóm Bản Khấy', 'Nguyễn Văn An'],
				['III', 'CÁ NHÂN', '', ''],
				[1, 'Nguyễn Văn An', 'Xóm Bản Khấy', ''],
				[2, 'Nguyễn Văn An', 'Xóm Bản Khấy', '']
			],
			roster
		);
		expect(found).toBe(true);
		expect(rows.map(({ name, type, delegate }) => [name, type, delegate])).toEqual([
			['Trường THCS Trùng Khánh', 'collective', 'tam'],
			['Hộ ông Nguyễn Văn An', 'household', 'an'],
			['Nguyễn Văn An', 'individual', 'an']
		]);
		expect(bad).toEqual([{ row: 8, reason: 'duplicate_row', raw: 'Nguyễn Văn An | Xóm Bản Khấy' }]);
		expect(readRecipients([['không', 'có', 'tiêu đề']], roster)).toEqual({ found: false, rows: [], bad: [] });
	});
});
