/**
 * Owns: a file that somebody uploaded → tables of cells. What a file is, its first bytes decide, not its name.
 * Nothing here throws on bad input: every refusal is a code the interface has a sentence for.
 */
import { parse } from 'csv-parse/sync';
import { readWorkbook } from './read-workbook';
import { decodeText } from './decode-text';
import { recogniseColumns, type Cell } from '../../core/delegates/columns';

export type SheetTable = { name: string; rows: Cell[][] };
export type ReadTable =
	| {
			ok: true;
			/** Visible sheets that hold something; the first one with a heading of names comes first. */
			sheets: SheetTable[];
			/** `encoding_guessed {encoding}`: the text was not Unicode; a person should look at the diacritics. */
			notes: { code: 'encoding_guessed'; params: { encoding: string } }[];
	  }
	| { ok: false; code: ReadTableError; params: Record<string, string | number> };

export type ReadTableError =
	| 'file_empty'
	| 'file_too_large'
	| 'file_broken'
	| 'file_password'
	| 'file_xls'
	| 'file_xlsb'
	| 'file_ods'
	| 'file_html'
	| 'file_not_table';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 100;

const refuse = (code: ReadTableError, params: Record<string, string | number> = {}): ReadTable => ({
	ok: false,
	code,
	params
});

/** `fileName` only tells a .csv from other text; it is never used as a path. */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<ReadTable> {
	if (bytes.length === 0) return refuse('file_empty');
	if (bytes.length > MAX_FILE_BYTES)
		return refuse('file_too_large', { megabytes: MAX_FILE_BYTES / 1024 / 1024 });
	if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) {
		const read = await readWorkbook(bytes, { rows: MAX_ROWS, columns: MAX_COLUMNS });
		return read.ok ? ordered(read.sheets, []) : refuse(read.code, read.params);
	}
	const other = knownBinary(bytes);
	if (other) return refuse(other);
	return readText(bytes, fileName);
}

function readText(bytes: Uint8Array, fileName: string): ReadTable {
	const decoded = decodeText(bytes);
	if (!decoded) return refuse('file_not_table');
	const { text, guessed } = decoded;
	const start = text.trimStart().slice(0, 200).toLowerCase();
	if (start === '') return refuse('file_empty');
	if (/^(<!doctype html|<html|<table|<meta|<\?xml|<head|mime-version)/.test(start))
		return refuse('file_html');
	const delimiter = delimiterOf(text);
	// Any prose is "a table of one column": only a file that calls itself one may be.
	if (delimiter === null && !/\.(csv|tsv|txt)$/i.test(fileName)) return refuse('file_not_table');
	let rows: Cell[][];
	try {
		rows = parse(text, {
			delimiter: delimiter ?? ',',
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: false,
			to: MAX_ROWS + 1,
			max_record_size: 1_000_000
		}).map((row: string[]) => row.map((cell) => (cell === '' ? null : cell)));
	} catch {
		// The parser throws only about the text it was given (an open quote, an endless field).
		return refuse('file_broken');
	}
	if (rows.length > MAX_ROWS) return refuse('file_too_large', { rows: MAX_ROWS });
	if (rows.some((row) => row.length > MAX_COLUMNS)) return refuse('file_too_large', { columns: MAX_COLUMNS });
	const notes = guessed ? [{ code: 'encoding_guessed' as const, params: { encoding: guessed } }] : [];
	return ordered([{ name: fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''), rows }], notes);
}

function ordered(sheets: SheetTable[], notes: Extract<ReadTable, { ok: true }>['notes']): ReadTable {
	const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
	if (filled.length === 0) return refuse('file_empty');
	const chosen = filled.find(({ rows }) => recogniseColumns(rows).found) ?? filled[0];
	return {
		ok: true,
		sheets: [...filled.filter((sheet) => sheet === chosen), ...filled.filter((sheet) => sheet !== chosen)],
		notes
	};
}

/** Files people take for a spreadsheet, by their first bytes. */
function knownBinary(bytes: Uint8Array): ReadTableError | null {
	if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
		// An old Office container: an encrypted .xlsx, an .xls, or a document.
		if (holdsName(bytes, 'EncryptedPackage')) return 'file_password';
		return holdsName(bytes, 'WordDocument') || holdsName(bytes, 'PowerPoint Document')
			? 'file_not_table'
			: 'file_xls';
	}
	if (startsWith(bytes, '\x09\x08') || startsWith(bytes, '\x09\x04') || startsWith(bytes, '\x09\x02'))
		return 'file_xls';
	const others = ['%PDF', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', '{\\rtf'];
	return others.some((magic) => startsWith(bytes, magic)) ? 'file_not_table' : null;
}

/** Does the container's directory hold this stream name (UTF-16LE)? */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

function startsWith(bytes: Uint8Array, magic: string): boolean {
	for (let at = 0; at < magic.length; at++) if (bytes[at] !== magic.charCodeAt(at)) return false;
	return true;
}

/** The delimiter that most often splits the first lines outside quotes; null when none occurs. */
function delimiterOf(text: string): string | null {
	const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
	const lines = head.split(/\r\n|\r|\n/).slice(0, 60);
	const scored = [';', '\t', ',', '|'].map((delimiter) => {
		const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
		const most = new Map<number, number>();
		for (const count of counts) most.set(count, (most.get(count) ?? 0) + 1);
		// A comma also stands in addresses; a true delimiter stands equally often in every line.
		const steady = Math.max(0, ...[...most].map(([count, times]) => times * times * count));
		return { delimiter, steady };
	});
	const best = scored.reduce((a, b) => (b.steady > a.steady ? b : a));
	return best.steady > 0 ? best.delimiter : null;
}
