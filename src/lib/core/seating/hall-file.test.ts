import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withPresidium } from './edit';
import { hallFileName, hallFileText, readHallFile } from './hall-file';
import { brokenLine } from './json-line';
import { PRESETS, presetHall } from './presets';

const refusal = (text: string) => {
	const read = readHallFile(text);
	return read.ok ? null : read.rejection;
};
const file = (hall: unknown, more: object = {}) =>
	JSON.stringify({ khanhTiet: 'hall', version: 1, hall, ...more });
const whole = withPresidium(presetHall('province'), 7).hall;

describe('a hall as a file', () => {
	it('HALL-13: what is exported is imported as the same hall, under a name that every system can keep', () => {
		for (const id of PRESETS) {
			const { hall } = withPresidium(presetHall(id), 7);
			expect(readHallFile(hallFileText(hall))).toEqual({ ok: true, value: hall });
			expect(readHallFile(`\uFEFF${hallFileText(hall)}`).ok, 'a mark at the beginning').toBe(true);
		}
		expect(hallFileName({ name: 'Hội trường UBND xã Đồng Tâm – tầng 2', blocks: [] })).toBe(
			'hoi-truong-ubnd-xa-dong-tam-tang-2.json'
		);
		expect(hallFileName({ name: '///', blocks: [] })).toBe('hoi-truong.json');
		const apart = readHallFile(file({ name: 'Hội trường'.normalize('NFD'), blocks: [] }));
		expect(apart.ok && apart.value.name).toBe('Hội trường');
	});

	it('HALL-14: a file that cannot be read is refused with its line, kind, version or field', () => {
		expect(refusal('{\n\t"khanhTiet": "hall",\n\t"version": 1,,\n}')).toEqual({
			code: 'hall_file_json',
			params: { line: 3 }
		});
		expect(refusal('')).toEqual({ code: 'hall_file_json', params: { line: 1 } });
		for (const text of ['[]', 'null', '7', '{"khanhTiet": "backup", "version": 1}', JSON.stringify(whole)])
			expect(refusal(text)?.code, text).toBe('hall_file_kind');
		expect(refusal(file(whole, { version: 2 }))).toEqual({
			code: 'hall_file_version',
			params: { version: '2', known: 1 }
		});
		const [first, ...others] = whole.blocks;
		const params = (hall: object, more: object = {}) => refusal(file({ ...whole, ...hall }, more))?.params;
		expect(params({ blocks: [first, { ...others[0], rows: 'mười' }] })).toMatchObject({
			list: 'blocks',
			at: 2,
			name: 'Khối B',
			field: 'rows',
			rule: 'whole',
			least: 1,
			most: 200
		});
		expect(params({ blocks: [{ ...first, aisles: [4, 0] }] })).toMatchObject({ field: 'aisles', nth: 2 });
		expect(params({ stage: { ...whole.stage, podium: 'middle' } })).toMatchObject({
			list: 'stage',
			field: 'podium',
			rule: 'oneOf'
		});
		expect(params({ doors: [{ name: 'Cửa chính', x: 0 }] })).toMatchObject({
			list: 'doors',
			field: 'y',
			rule: 'missing'
		});
		expect(params({ wall: true })).toMatchObject({ field: 'wall', rule: 'unknown' });
		expect(params({}, { note: 1 })).toMatchObject({ field: 'note', rule: 'unknown' });
		expect(refusal(file({ ...whole, blocks: [first, first] }))?.code).toBe('hall_block_twice');
	});

	it('HALL-15: the line named is the first that cannot be read, and JSON alone has none', () => {
		fc.assert(
			fc.property(
				fc.json(),
				fc.nat(),
				fc.constantFrom('}', ',', '"', 'x', '\u0001', ''),
				(json, at, sign) => {
					const pretty = JSON.stringify(JSON.parse(json), null, 1);
					expect(brokenLine(pretty)).toBeNull();
					const cut = at % (pretty.length + 1);
					const text = pretty.slice(0, cut) + sign + pretty.slice(sign === '' ? cut + 1 : cut);
					const parses = (() => {
						try {
							JSON.parse(text);
							return true;
						} catch {
							return false;
						}
					})();
					expect(brokenLine(text) === null).toBe(parses);
				}
			),
			{ numRuns: 2000 }
		);
		expect(brokenLine('[1,\n2,\r\n}')).toBe(3);
		expect(brokenLine('['.repeat(100_000))).toBe(1);
	});
});
