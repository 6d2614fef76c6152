import { readFile } from 'node:fs/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import { demoDelegates } from '../../core/conference/demo/people';
import { readDelegates } from '../../core/delegates/import-rows';
import { findSoffice, makeWorkbook, WORKBOOK_ROWS_ABOVE } from '../../../../tests/make-workbook';
import { readTable, type ReadTable } from './read-table';
import { listEntries, storedZip } from './zip';

const soffice = findSoffice();
const text = (content: string) => Buffer.from(content, 'utf8');
const TABLE = 'STT;Họ và tên;Đơn vị\r\n1;Nông Văn Đức;"Xóm; Nà Mò"\r\n';
const EXPECTED = [
	['STT', 'Họ và tên', 'Đơn vị'],
	['1', 'Nông Văn Đức', 'Xóm; Nà Mò']
];
const code = (read: ReadTable) => (read.ok ? 'ok' : read.code);

async function workbook(...sheets: { name: string; rows: (string | number | Date)[][] }[]): Promise<Buffer> {
	const data = sheets.map(({ name, rows }) => ({
		sheet: name,
		data: rows.map((row) =>
			row.map((value) =>
				value instanceof Date
					? { value, type: Date, format: 'dd/mm/yyyy' }
					: { value, type: value.constructor }
			)
		)
	}));
	return writeXlsxFile(data as Parameters<typeof writeXlsxFile>[0]).toBuffer();
}

/** The same workbook with one part's text changed. */
function changed(file: Buffer, name: string, change: (xml: string) => string): Buffer {
	const parts = new Map<string, Buffer>();
	for (const part of listEntries(file) ?? []) parts.set(part.name, unpacked(part));
	parts.set(name, Buffer.from(change(parts.get(name)?.toString('utf8') ?? '')));
	return storedZip(parts);
}

const unpacked = (entry: { method: number; data: Uint8Array }) =>
	entry.method === 0 ? Buffer.from(entry.data) : inflateRawSync(entry.data);

describe('workbook of an office', () => {
	let made: Awaited<ReturnType<typeof makeWorkbook>> | null = null;
	beforeAll(async () => {
		if (soffice) made = await makeWorkbook(soffice);
	});
	afterAll(() => made?.remove());

	test.skipIf(!soffice)(
		`IMP-10: 150 delegates come back from a workbook LibreOffice wrote${soffice ? '' : ' (skipped: no soffice; set KT_SOFFICE)'}`,
		async () => {
			const read = await readTable(await readFile(made?.path ?? ''), 'dai-bieu.xlsx');
			if (!read.ok) throw new Error(read.code);
			const people = demoDelegates();
			const groups = [...new Set(people.map((p) => p.groupText))]
				.filter(Boolean)
				.map((t, n) => ({ id: `g${n}`, text: t }));
			const { rows, bad, warnings } = readDelegates(read.sheets[0]?.rows ?? [], [], groups, 2025);
			expect(bad).toEqual([]);
			expect(warnings.filter(({ code: c }) => c !== 'same_name' && c !== 'footer_skipped')).toEqual([]);
			expect(
				rows.map(({ groupId: _, row, ...rest }) => ({ ...rest, row: row - WORKBOOK_ROWS_ABOVE }))
			).toEqual(
				people.map(({ groupOrder: _o, award: _a, groupId: _g, row, ...rest }) => ({ ...rest, row: row - 1 }))
			);
		}
	);
});

describe('workbook', () => {
	test('IMP-11: numbers and dates keep their kind; the sheet with a heading comes first', async () => {
		const born = new Date(Date.UTC(1965, 4, 12));
		const file = await workbook(
			{ name: 'Bìa', rows: [['Hội nghị']] },
			{
				name: 'Đại biểu',
				rows: [
					['Họ và tên', 'Năm sinh'],
					['Nông Văn Đức', 1965],
					['Lý Thị Hoà', born]
				]
			}
		);
		const read = await readTable(file, 'x.bin');
		expect(read).toMatchObject({
			ok: true,
			sheets: [
				{
					name: 'Đại biểu',
					rows: [
						['Họ và tên', 'Năm sinh'],
						['Nông Văn Đức', 1965],
						['Lý Thị Hoà', born]
					]
				},
				{ name: 'Bìa', rows: [['Hội nghị']] }
			]
		});
	});

	test('IMP-11: hidden sheets are not read', async () => {
		const file = await workbook(
			{
				name: 'Cũ',
				rows: [
					['Họ và tên', 'Đơn vị'],
					['Người Cũ', 'x']
				]
			},
			{
				name: 'Mới',
				rows: [
					['Họ và tên', 'Đơn vị'],
					['Người Mới', 'x']
				]
			}
		);
		const hidden = changed(file, 'xl/workbook.xml', (xml) =>
			xml.replace('name="Cũ"', 'name="Cũ" state="hidden"')
		);
		const read = await readTable(hidden, 'x.xlsx');
		expect(read.ok && read.sheets.map(({ name }) => name)).toEqual(['Mới']);
	});

	test('IMP-12: addresses that claim a giant sheet are refused or cut, before any row is built', async () => {
		const file = await workbook({ name: 'A', rows: [['Họ và tên'], ['Nông Văn Đức']] });
		const sheet = 'xl/worksheets/sheet1.xml';
		expect(listEntries(file)?.some(({ name }) => name === sheet)).toBe(true);
		const tail = (xml: string) =>
			changed(file, sheet, (old) => old.replace('</sheetData>', `${xml}</sheetData>`));
		const cell = (address: string) => `<c r="${address}" t="str"><v>x</v></c>`;
		const started = performance.now();
		for (const [xml, expected] of [
			[`<row r="1048576">${cell('A1048576')}</row>`, 'file_too_large'],
			[`<row r="3">${cell('XFD3')}</row>`, 'file_too_large'],
			[`<row>${'<c r="A9999999"/>'}</row>`, 'file_too_large'],
			[`<row r="1e9">${cell('A3')}</row>`, 'file_broken'],
			[`<row r="999999999">${cell('A3')}</row>`, 'file_broken'],
			[`<row x=">" r="99999999">${cell('A3')}</row>`, 'file_broken'],
			[`<row r="3"><c t="str"><v>x</v></c></row>`, 'file_broken'],
			[`<row r="3" ht="15"><c r="A3" s="0"/></row><row r="1048576" ht="15"><c r="A1048576"/></row>`, 'ok'],
			[`<row r="3"><c r="XFD3"/></row>`, 'ok']
		] as const) {
			const read = await readTable(tail(xml), 'x.xlsx');
			expect(code(read), xml).toBe(expected);
			if (read.ok) expect(read.sheets[0]?.rows.length).toBeLessThanOrEqual(3);
		}
		expect(performance.now() - started).toBeLessThan(5000);
	});

	test('IMP-12: a bomb of 200 MB in 200 KB is refused without being unpacked whole', async () => {
		const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 32), { level: 9 });
		const file = await workbook({ name: 'A', rows: [['x']] });
		const bomb = withPacked(file, 'xl/worksheets/sheet2.xml', packed);
		const before = process.memoryUsage().rss;
		expect(code(await readTable(bomb, 'x.xlsx'))).toBe('file_too_large');
		expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
	});

	test('IMP-12: a part that lies about its size is measured, not believed', async () => {
		const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024, 32), { level: 9 });
		const bomb = withPacked(
			await workbook({ name: 'A', rows: [['x']] }),
			'xl/sharedStrings2.xml',
			packed,
			10
		);
		expect(code(await readTable(bomb, 'x.xlsx'))).toBe('file_too_large');
	});
});

describe('text', () => {
	const bytes16 = Buffer.from(TABLE, 'utf16le');
	test('IMP-13: UTF-8 with and without BOM, UTF-16 both ways, every common delimiter', async () => {
		for (const bytes of [
			text(TABLE),
			text(`\ufeff${TABLE}`),
			bytes16,
			Buffer.concat([Buffer.from([0xff, 0xfe]), bytes16]),
			Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(bytes16).swap16()]),
			text(TABLE.replaceAll('"Xóm; Nà Mò"', '@').replaceAll(';', '\t').replace('@', 'Xóm; Nà Mò')),
			text(TABLE.replaceAll('"Xóm; Nà Mò"', '@').replaceAll(';', ',').replace('@', 'Xóm; Nà Mò'))
		]) {
			const read = await readTable(bytes, 'dai bieu.csv');
			expect(read.ok && read.notes).toEqual([]);
			expect(read.ok && read.sheets).toEqual([{ name: 'dai bieu', rows: EXPECTED }]);
		}
	});

	test('IMP-13: Windows-1258 is guessed, and said to be a guess', async () => {
		// "Nguyễn Thị Hòa" as Vietnamese Windows writes it: ê = EA, tilde DE, dot below F2, grave CC, Đ = D0.
		const bytes = Buffer.concat([
			text('STT;Ten;Don vi\n1;'),
			Buffer.from('4e677579eade6e20546869f220486fcc6120d0', 'hex')
		]);
		const read = await readTable(bytes, 'x.csv');
		expect(read.ok && read.notes).toEqual([
			{ code: 'encoding_guessed', params: { encoding: 'windows-1258' } }
		]);
		expect(read.ok && read.sheets[0]?.rows[1]?.[1]).toBe('Nguyễn Thị Hòa Đ');
	});

	test('IMP-12: rows and columns are limited in text too', async () => {
		expect(code(await readTable(text('Họ tên;Đơn vị\n'.repeat(20_001)), 'x.csv'))).toBe('file_too_large');
		expect(code(await readTable(text('Họ tên;Đơn vị\n'.repeat(20_000)), 'x.csv'))).toBe('ok');
		expect(code(await readTable(text(`Họ tên${';x'.repeat(100)}\n`), 'x.csv'))).toBe('file_too_large');
		expect(code(await readTable(Buffer.alloc(10 * 1024 * 1024 + 1, 65), 'x.csv'))).toBe('file_too_large');
	});
});

describe('other files', () => {
	const cfb = (stream: string) =>
		Buffer.concat([
			Buffer.from('d0cf11e0a1b11ae1', 'hex'),
			Buffer.alloc(500),
			Buffer.from(stream, 'utf16le')
		]);
	test('IMP-14: the first bytes decide, whatever the name says', async () => {
		const ods = storedZip(new Map([['mimetype', text('application/vnd.oasis.opendocument.spreadsheet')]]));
		const cases: [Buffer, string, string][] = [
			[Buffer.alloc(0), 'a.xlsx', 'file_empty'],
			[text(' \n '), 'a.csv', 'file_empty'],
			[cfb('Workbook'), 'a.xlsx', 'file_xls'],
			[cfb('EncryptedPackage'), 'a.xlsx', 'file_password'],
			[cfb('WordDocument'), 'a.xls', 'file_not_table'],
			[ods, 'a.xlsx', 'file_ods'],
			[storedZip(new Map([['xl/workbook.bin', text('x')]])), 'a.xlsx', 'file_xlsb'],
			[storedZip(new Map([['word/document.xml', text('<x/>')]])), 'a.xlsx', 'file_not_table'],
			[storedZip(new Map([['xl/workbook.xml', text('<x/>')]])), 'a.xlsx', 'file_broken'],
			[text('<html><table><tr><td>Họ và tên</td></tr></table></html>'), 'a.xls', 'file_html'],
			[text('%PDF-1.7 …'), 'a.csv', 'file_not_table'],
			[text('PK\x03\x04'), 'a.xlsx', 'file_broken'],
			[Buffer.from([1, 2, 0, 0, 3]), 'a.csv', 'file_not_table'],
			[text('Kính gửi Ủy ban nhân dân xã'), 'a.doc', 'file_not_table']
		];
		for (const [bytes, name, expected] of cases)
			expect(code(await readTable(bytes, name)), `${name} ${expected}`).toBe(expected);
	});

	test('IMP-14: a workbook damaged anywhere is answered, never thrown', async () => {
		const file = await workbook({
			name: 'A',
			rows: [
				['Họ và tên', 'Đơn vị'],
				['Nông Văn Đức', 'Xóm Nà Mò']
			]
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
				fc.nat(file.length),
				fc.boolean(),
				async (changes, length, cut) => {
					const damaged = Buffer.from(file);
					for (const [at, value] of changes) damaged[at] = value;
					const read = await readTable(cut ? damaged.subarray(0, length) : damaged, 'x.xlsx');
					expect(typeof read.ok).toBe('boolean');
				}
			),
			{ numRuns: 150 }
		);
	});

	test('IMP-14: an archive whose parts reach past its end is not whole', () => {
		const zip = storedZip(new Map([['a.xml', text('<a/>')]]));
		expect(listEntries(zip)?.map(({ name, data }) => [name, Buffer.from(data).toString()])).toEqual([
			['a.xml', '<a/>']
		]);
		zip.writeUInt32LE(5000, zip.lastIndexOf('a.xml') - 46 + 20);
		expect(listEntries(zip)).toBeNull();
	});

	test('IMP-14: any bytes at all are answered, never thrown', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 300 }),
				fc.constantFrom('a.csv', 'a.xlsx', ''),
				async (bytes, name) => {
					expect(typeof (await readTable(bytes, name)).ok).toBe('boolean');
				}
			),
			{ numRuns: 300 }
		);
	});
});

/** Adds a packed part to an archive, declaring `size` bytes unpacked. */
function withPacked(file: Buffer, name: string, packed: Buffer, size = 200 * 1024 * 1024): Buffer {
	const parts = new Map<string, Buffer>();
	for (const part of listEntries(file) ?? []) parts.set(part.name, unpacked(part));
	parts.set(name, packed);
	const zip = storedZip(parts);
	// Both headers of the new part say "deflated" and the declared size.
	const label = Buffer.from(name);
	for (let at = zip.indexOf(label); at >= 0; at = zip.indexOf(label, at + 1)) {
		const local = zip.readUInt32LE(Math.max(0, at - 30)) === 0x04034b50;
		const head = local ? at - 30 : at - 46;
		zip.writeUInt16LE(8, head + (local ? 8 : 10));
		zip.writeUInt32LE(size, head + (local ? 22 : 24));
	}
	return zip;
}
