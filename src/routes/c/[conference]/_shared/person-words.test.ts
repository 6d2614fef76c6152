import { describe, expect, it } from 'vitest';
import { fullName, office, performerOf } from './person-words';

const of = (title: string, unit: string) => office({ title, unit });

describe('how a person is written', () => {
	it('INT-10: title and unit are said once each, and what they share only once', () => {
		expect(of('Phó Chủ tịch UBND xã', 'UBND xã Trùng Khánh')).toBe('Phó Chủ tịch UBND xã Trùng Khánh');
		expect(of('Phó Giám đốc Sở Nội vụ', 'Sở Nội vụ tỉnh Cao Bằng')).toBe(
			'Phó Giám đốc Sở Nội vụ tỉnh Cao Bằng'
		);
		expect(of('Chủ tịch UBND xã Trùng Khánh', 'ubnd xã Trùng Khánh')).toBe('Chủ tịch UBND xã Trùng Khánh');
		expect(of('Trưởng xóm', 'Xóm Pác Rao')).toBe('Trưởng Xóm Pác Rao');
		expect(of('Giáo viên', 'Trường THCS Trùng Khánh')).toBe('Giáo viên, Trường THCS Trùng Khánh');
		expect(of('', 'Xóm Pác Rao')).toBe('Xóm Pác Rao');
		expect(of('Nông dân', '')).toBe('Nông dân');
	});

	it('INT-11: a name without an honorific stays without one; a person of the list goes before the written text', () => {
		const person = { id: 'a', honorific: '', name: 'Nguyễn Văn An', title: 'Chủ tịch', unit: '' };
		expect(fullName(person)).toBe('Nguyễn Văn An');
		const item = { id: 'i', title: '', kinds: [], parent: null, conductor: '', minutes: 1 };
		expect(performerOf({ ...item, person, performer: 'Văn phòng' })?.name).toBe('Nguyễn Văn An');
		expect(performerOf({ ...item, person: null, performer: 'Văn phòng' })?.name).toBe('Văn phòng');
		expect(performerOf({ ...item, person: null, performer: '' })).toBeNull();
	});
});
