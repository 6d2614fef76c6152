import { describe, expect, test } from 'vitest';
import { readDelegates } from '../../delegates/import-rows';
import { demoDelegates } from './people';

const people = demoDelegates();
const count = <T>(values: T[]) =>
	Object.fromEntries([...new Set(values)].map((one) => [one, values.filter((v) => v === one).length]));

describe('demo', () => {
	test('DEMO-1: 150 invented people, the same every time, in the eight groups of the plan', () => {
		expect(people).toHaveLength(150);
		expect(demoDelegates()).toEqual(people);
		expect(count(people.map(({ groupOrder }) => String(groupOrder)))).toEqual({
			null: 3,
			1: 9,
			2: 18,
			3: 20,
			4: 8,
			5: 24,
			6: 34,
			7: 10,
			8: 24
		});
		for (const { phone } of people) expect(phone).toMatch(/^(0900000\d{3})?$/);
	});

	test('DEMO-2: leaders, guests and recipients in the proportions of a real hall', () => {
		expect(people.filter(({ vip }) => vip)).toHaveLength(10);
		expect(people.filter(({ vip, kind }) => vip && kind === 'guest')).toHaveLength(3);
		const awards = people.flatMap(({ award }) => award ?? []);
		expect(count(awards.map(({ recipient }) => recipient))).toEqual({
			collective: 8,
			household: 4,
			individual: 12
		});
		expect(awards.map(({ position }) => position)).toEqual(awards.map((_, at) => at + 1));
		expect(new Set(awards.map(({ recipientName, position }) => `${recipientName}${position}`)).size).toBe(24);
	});

	test('DEMO-3: it would pass the import: no duplicates, some namesakes, long names, all NFC', () => {
		const heading = [
			'Kính danh',
			'Họ và tên',
			'Chức vụ',
			'Đơn vị',
			'Nhóm',
			'Điện thoại',
			'Năm sinh',
			'Số giấy mời'
		];
		const table = [
			heading,
			...people.map((p) => [
				p.honorific,
				p.name,
				p.title,
				p.unit,
				p.groupText,
				p.phone,
				p.birthYear,
				p.invitationNumber
			])
		];
		const { rows, bad, warnings } = readDelegates(table, [], [], 2025);
		expect(bad).toEqual([]);
		expect(rows.map(({ name, honorific }) => [honorific, name])).toEqual(
			people.map((p) => [p.honorific, p.name])
		);
		expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['same_name']));
		expect(Math.max(...people.map(({ name }) => name.length))).toBeGreaterThan(30);
		for (const text of people.flatMap(({ name, unit, title }) => [name, unit, title]))
			expect(text).toBe(text.normalize('NFC'));
	});
});
