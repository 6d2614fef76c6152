/**
 * Owns: an office's award list as recipients: which column is what, who of the roster each line means, and what a
 * person must choose. A name of several people is never decided by itself; nobody is invented and nobody dropped.
 */
import { cellText } from '../delegates/cells';
import { recogniseColumns, type Cell, type Columns, type Table } from '../delegates/columns';
import { canonicalVietnamese, foldVietnamese } from '../delegates/fold';
import { printedHonorific, splitHonorific } from '../delegates/honorific';
import { LONGEST_NAME, LONGEST_TEXT } from '../delegates/import-rows';
import { isFooterRow, isNumberingRow, sectionText } from '../delegates/sheet-rows';
import type { RecipientType } from './model';

export type Known = { id: string; name: string; unit: string };
export type ImportedRecipient = {
	/** 1-based row of the sheet. */
	row: number;
	honorific: string;
	name: string;
	title: string;
	unit: string;
	type: RecipientType;
	category: string;
	/** As the sheet says it: "Giấy khen"; not read into the decision. */
	form: string;
	/** The person, or who represents the collective or household. */
	delegate: string | null;
	/** Several could be meant: a person chooses one of these, or none. */
	candidates: string[];
};
export type RecipientReason = 'no_name' | 'name_too_long' | 'text_too_long' | 'duplicate_row';
export type RecipientPreview = {
	found: boolean;
	rows: ImportedRecipient[];
	bad: { row: number; reason: RecipientReason; raw: string }[];
};

/** Headings of award lists that a list of delegates does not have; tried before the common ones. */
const NAME_HEADING =
	/^(ten )?(tap the|ho gia dinh|ho|ca nhan)( (va )?(tap the|ho gia dinh|ho|ca nhan))*( duoc (tang|khen).*| (de nghi )?khen thuong)?$|^ho (va )?ten.*(tap the|ho gia dinh)|^ten (doi tuong|nguoi nhan|don vi duoc khen)/;
const TYPE_HEADING = /^(doi tuong|loai|loai doi tuong|loai hinh|hinh thuc nhan)$/;
const CATEGORY_HEADING =
	/^(nganh|linh vuc|nganh linh vuc|hang muc|nhom|khoi|phan loai|danh muc|nhom doi tuong|co cau)$/;
const STANDS_HEADING = /^((nguoi|ho ten nguoi) )?(dai dien|len nhan|nhan thay)( nhan| len nhan)?$/;

type Extra = { type: number; category: number; stands: number };

/** Without a column of names nothing is read. */
export function readRecipients(table: Table, roster: readonly Known[]): RecipientPreview {
	const { columns, extra } = columnsOf(table);
	const preview: RecipientPreview = { found: columns.found, rows: [], bad: [] };
	if (!columns.found) return preview;
	const people = new Finder(roster);
	const seen = new Set<string>();
	let section: RecipientType | null = null;
	for (let at = columns.headerRow + 1; at < table.length; at++) {
		const cells = table[at] ?? [];
		const texts = cells.map(cellText);
		if (texts.every((one) => one === '') || isNumberingRow(texts)) continue;
		if (isFooterRow(texts)) continue;
		const heading = sectionText(texts, columns.fields.order ?? null) ?? bareType(texts);
		if (heading !== null) {
			section = typeOf(heading) ?? section;
			continue;
		}
		const filled = texts.filter((one, column) => one !== '' && column !== columns.fields.order);
		if (!filled.length) continue;
		const read = readRow(texts, columns, extra, section);
		const raw = filled.join(' | ').slice(0, LONGEST_TEXT);
		const key = `${canonicalVietnamese(read.name)}\n${foldVietnamese(read.unit)}\n${foldVietnamese(read.title)}`;
		const reason = faultOf(read) ?? (seen.has(key) ? 'duplicate_row' : null);
		if (reason) {
			preview.bad.push({ row: at + 1, reason, raw });
			continue;
		}
		seen.add(key);
		const { stands, ...recipient } = read;
		const wanted = recipient.type === 'individual' ? recipient.name : stands;
		const found = people.find(wanted, recipient.type === 'individual' ? recipient.unit : '');
		preview.rows.push({ row: at + 1, ...recipient, ...found });
	}
	return preview;
}

/** The common headings, after those of award lists were put into their words. */
function columnsOf(table: Table): { columns: Columns; extra: Extra } {
	const put = (cell: Cell): Cell =>
		typeof cell === 'string' && NAME_HEADING.test(words(cell)) ? 'Họ và tên' : cell;
	const named = new Map<number, Cell[]>();
	table.slice(0, 40).forEach((row, at) => {
		// One such column a row: "Tập thể" beside "Họ và tên" is a column of its own kind.
		const first = row.findIndex((cell) => put(cell) !== cell);
		const already = row.some((cell) => typeof cell === 'string' && /^ho (va )?ten/.test(words(cell)));
		if (first !== -1 && !already && row.filter((cell) => cellText(cell) !== '').length > 1)
			named.set(
				at,
				row.map((cell, column) => (column === first ? put(cell) : cell))
			);
	});
	const columns = recogniseColumns(table.map((row, at) => named.get(at) ?? row));
	const heads = (table[columns.headerRow] ?? []).map((cell) => words(cellText(cell)));
	const where = (what: RegExp): number => heads.findIndex((text) => what.test(text));
	return {
		columns,
		extra: {
			type: where(TYPE_HEADING) !== -1 ? where(TYPE_HEADING) : (columns.fields.kind ?? -1),
			category: where(CATEGORY_HEADING) !== -1 ? where(CATEGORY_HEADING) : (columns.fields.group ?? -1),
			stands: where(STANDS_HEADING)
		}
	};
}

const words = (text: string): string =>
	foldVietnamese(text)
		.replace(/[^a-z0-9 ]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

/** "Tập thể", "TẬP THỂ (08)", "Các hộ gia đình" … */
function typeOf(text: string): RecipientType | null {
	const folded = words(text);
	if (/\bho( gia dinh)?\b|^gia dinh\b/.test(folded) && !/\bho (va )?ten\b/.test(folded)) return 'household';
	if (/\b(tap the|don vi|to chuc|doanh nghiep|co quan)\b/.test(folded)) return 'collective';
	return /\b(ca nhan|nguoi)\b/.test(folded) ? 'individual' : null;
}

/** A line that is nothing but the name of a type is the title of a section. */
function bareType(texts: readonly string[]): string | null {
	const filled = texts.filter((text) => text !== '' && !/^([IVX]+|[A-H])[.)]?$/.test(text));
	const [only] = filled;
	return filled.length === 1 &&
		only !== undefined &&
		/^(cac )?(tap the|ho gia dinh|ca nhan)( \d+)?$/.test(words(only))
		? only
		: null;
}

type Reading = Omit<ImportedRecipient, 'row' | 'delegate' | 'candidates'> & { stands: string };

function readRow(
	texts: readonly string[],
	columns: Columns,
	extra: Extra,
	section: RecipientType | null
): Reading {
	const { fields } = columns;
	const at = (column: number | undefined): string => texts[column ?? -1] ?? '';
	const whole = at(fields.name) || [at(fields.familyName), at(fields.givenName)].filter(Boolean).join(' ');
	const type = typeOf(at(extra.type)) ?? section ?? byName(whole);
	const split = splitHonorific(whole);
	const written = printedHonorific(at(fields.honorific));
	const personal = type === 'individual';
	return {
		honorific: personal ? written || split.honorific : '',
		// "Hộ ông Hoàng Văn Páo" is a household's whole name.
		name: personal && (written === '' || split.honorific === written) ? split.name : whole,
		title: at(fields.title),
		unit: at(fields.unit) || at(fields.address),
		type,
		category: at(extra.category),
		form: at(fields.award),
		stands: splitHonorific(at(extra.stands)).name
	};
}

const byName = (name: string): RecipientType => {
	const folded = words(name);
	if (/^(ho|gia dinh) /.test(folded) && splitHonorific(name.replace(/^\S+( gia đình)?\s+/iu, '')).honorific)
		return 'household';
	if (/^ho gia dinh\b/.test(folded)) return 'household';
	return /^(tap the|truong|tram|cong ty|hop tac xa|htx|chi bo|chi hoi|ban chi huy|doan|hoi|to dan pho|xom|thon|phong|ban)\b/.test(
		folded
	) && folded.split(' ').length > 3
		? 'collective'
		: 'individual';
};

function faultOf(read: Reading): RecipientReason | null {
	if (!/\p{L}/u.test(read.name)) return 'no_name';
	if (read.name.length > (read.type === 'individual' ? LONGEST_NAME : LONGEST_TEXT)) return 'name_too_long';
	const rest = [read.title, read.unit, read.form];
	return rest.some((text) => text.length > LONGEST_TEXT) || read.category.length > 200
		? 'text_too_long'
		: null;
}

/** Who of the roster a name means. The unit decides among namesakes; where it speaks against the only one, too. */
class Finder {
	readonly #byName = new Map<string, Known[]>();

	constructor(roster: readonly Known[]) {
		for (const one of roster) {
			const key = canonicalVietnamese(one.name);
			if (key !== '') this.#byName.set(key, [...(this.#byName.get(key) ?? []), one]);
		}
	}

	find(name: string, unit: string): Pick<ImportedRecipient, 'delegate' | 'candidates'> {
		const namesakes = name === '' ? [] : (this.#byName.get(canonicalVietnamese(name)) ?? []);
		const folded = foldVietnamese(unit);
		const fits = namesakes.filter((one) => {
			const own = foldVietnamese(one.unit);
			return folded === '' || own === '' || own.includes(folded) || folded.includes(own);
		});
		const [only] = fits;
		if (fits.length === 1 && only && (namesakes.length === 1 || folded !== ''))
			return { delegate: only.id, candidates: [] };
		return { delegate: null, candidates: namesakes.map(({ id }) => id) };
	}
}
