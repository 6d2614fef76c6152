/**
 * Owns: the .xlsx case. The reader unpacks whatever an archive declares and pads rows to whatever a cell's address
 * claims, so the archive is unpacked here under limits first, checked, and handed on as plain stored parts.
 */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Cell } from '../../core/delegates/columns';
import type { ReadTableError, SheetTable } from './read-table';
import { checkSheet, type SheetLimits } from './sheet-limits';
import { listEntries, storedZip, type ZipEntry } from './zip';

const inflate = promisify(inflateRaw);

/** All parts together, unpacked. 20,000 full rows of a delegates' list are about 15 MB. */
const MAX_UNPACKED = 48 * 1024 * 1024;
const MAX_ENTRIES = 2000;
/** Over all sheets, empty cells between filled ones included: the reader makes room for each. */
const MAX_CELLS = 4_000_000;
/** What the reader needs; drawings, themes, printer settings and calculation chains stay packed. */
const NEEDED =
	/^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?!(?:drawings|charts|theme|media|pivot|calcChain|comments|printerSettings|externalLinks)).*\.(?:xml|rels))$/;

type Refusal = { ok: false; code: ReadTableError; params: Record<string, string | number> };
const refuse = (code: ReadTableError, params: Record<string, string | number> = {}): Refusal => ({
	ok: false,
	code,
	params
});

/** Visible sheets in their order. Never throws. */
export async function readWorkbook(
	bytes: Uint8Array,
	limits: SheetLimits
): Promise<{ ok: true; sheets: SheetTable[] } | Refusal> {
	const entries = listEntries(bytes);
	if (!entries || entries.length > MAX_ENTRIES) return refuse('file_broken');
	const names = new Set(entries.map((entry) => entry.name));
	const kind = otherKind(entries, names, bytes);
	if (kind) return refuse(kind);

	const parts = await unpack(entries.filter((entry) => NEEDED.test(entry.name)));
	if (parts === 'broken') return refuse('file_broken');
	if (parts === 'large') return refuse('file_too_large', { megabytes: MAX_UNPACKED / 1024 / 1024 });
	let room = MAX_CELLS;
	for (const [name, content] of parts) {
		if (!name.startsWith('xl/') || !name.endsWith('.xml')) continue;
		const checked = checkSheet(content.toString('utf8'), limits);
		if (!checked.ok) return refuse(checked.code, checked.params);
		room -= checked.cells;
		if (room < 0) return refuse('file_too_large', { cells: MAX_CELLS });
		if (checked.changed !== null) parts.set(name, Buffer.from(checked.changed, 'utf8'));
	}
	try {
		const visible = visibleSheets(parts.get('xl/workbook.xml')?.toString('utf8') ?? '');
		// Some megabytes that a server needs on few days of the year.
		const { default: readXlsxFile } = await import('read-excel-file/node');
		const sheets = await readXlsxFile(storedZip(parts));
		return {
			ok: true,
			sheets: sheets
				.filter((_, at) => visible[at] ?? true)
				.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(toCell)) }))
		};
	} catch {
		// The reader throws about the file only: a part that is missing or not what it should be.
		return refuse('file_broken');
	}
}

function otherKind(entries: ZipEntry[], names: Set<string>, bytes: Uint8Array): ReadTableError | null {
	if (names.has('xl/workbook.xml')) return entries.some((entry) => entry.encrypted) ? 'file_password' : null;
	if (names.has('xl/workbook.bin')) return 'file_xlsb';
	const mimetype = entries.find((entry) => entry.name === 'mimetype');
	const declared = mimetype ? Buffer.from(mimetype.data).toString('latin1') : '';
	if (declared.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'file_ods';
	// Some producers move the workbook elsewhere and name it in the relations; nobody's office does.
	return bytes.length < 100 ? 'file_broken' : 'file_not_table';
}

async function unpack(entries: ZipEntry[]): Promise<Map<string, Buffer> | 'broken' | 'large'> {
	const parts = new Map<string, Buffer>();
	let left = MAX_UNPACKED;
	for (const entry of entries) {
		if (entry.method !== 0 && entry.method !== 8) return 'broken';
		let content: Buffer;
		try {
			content =
				entry.method === 0
					? Buffer.from(entry.data)
					: await inflate(entry.data, { maxOutputLength: left + 1 });
		} catch (error) {
			return error instanceof RangeError ? 'large' : 'broken';
		}
		left -= content.length;
		if (left < 0) return 'large';
		parts.set(entry.name, content);
	}
	return parts;
}

/** One flag a sheet, in the workbook's order. */
function visibleSheets(workbook: string): boolean[] {
	return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^<>]*)>/g)]
		.map(([, attributes]) => attributes ?? '')
		.filter((attributes) => /(^|\s)name\s*=\s*["'][^"']/.test(attributes))
		.map((attributes) => !/(^|\s)state\s*=\s*["'](?:hidden|veryHidden)["']/.test(attributes));
}

/** The reader's types call a date `typeof Date`; what it gives is one of these. */
function toCell(value: unknown): Cell {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
