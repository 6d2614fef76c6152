import { describe, expect, it } from 'vitest';
import { withOffice } from './office';

describe('a name as it is called', () => {
	it('CALL-7: a unit that stands in the name is not said a second time', () => {
		const named = { honorific: '', title: '' };
		expect(withOffice({ ...named, name: 'Nhân dân và cán bộ xã Trùng Khánh', unit: 'Xã Trùng Khánh' })).toBe(
			'Nhân dân và cán bộ xã Trùng Khánh'
		);
		expect(withOffice({ ...named, name: 'Chi hội Phụ nữ', unit: 'Xóm Pác Rao' })).toBe(
			'Chi hội Phụ nữ, Xóm Pác Rao'
		);
		expect(withOffice({ honorific: 'Bà', name: 'Lý Thị Xuân', title: 'Bí thư', unit: 'Xóm Pác Rao' })).toBe(
			'Bà Lý Thị Xuân, Bí thư, Xóm Pác Rao'
		);
	});
});
