/**
 * Owns: turning an office's own table into a preview of delegates: what can be taken, what cannot and why, what a
 * person should look at. Nothing is invented; every row of the sheet is taken, reported, or plainly not a person.
 */
import { cellText, hasForbidden, looksLikeFormula, readBirthYear, readKind, readPhone } from './cells';
import { readSeatNeeds, readTick, saysNo, type ImportedKind } from './cells';
import { fieldOf, recogniseColumns, type Cell, type Columns, type Field, type Table } from './columns';
import { canonicalVietnamese, foldVietnamese } from './fold';
import { groupFinder } from './group-text';
import { printedHonorific, splitHonorific } from './honorific';
import type { SeatNeed } from '../seating/needs';
import { isFooterRow, isNumberingRow, sectionText } from './sheet-rows';

export type ImportedDelegate = {
	/** 1-based row of the sheet. */
	row: number;
	honorific: string;
	name: string;
	title: string;
	unit: string;
	groupText: string;
	groupId: string | null;
	/** Digits with the leading 0, or ''. */
	phone: string;
	birthYear: number | null;
	kind: ImportedKind;
	vip: boolean;
	awardForm: string | null;
	/** As printed, or ''. */
	invitationNumber: string;
	note: string;
	/** As the list says; absent where it says nothing, and they are proposed. */
	seatNeeds?: SeatNeed[];
};

export type RowParams = Record<string, string | number>;
export type RowMessage = { code: string; params: RowParams };
export type BadRow = { row: number; reasons: RowMessage[]; raw: string[] };
export type RowWarning = { row: number } & RowMessage;
export type ImportPreview = {
	columns: Columns;
	rows: ImportedDelegate[];
	bad: BadRow[];
	warnings: RowWarning[];
};
/** Somebody of the conference; what is left out is not compared. */
export type KnownDelegate = Pick<ImportedDelegate, 'name' | 'unit' | 'birthYear'> &
	Partial<Pick<ImportedDelegate, 'honorific' | 'title' | 'phone' | 'invitationNumber'>>;

export const LONGEST_NAME = 120;
export const LONGEST_TEXT = 300;

/**
 * Reads the table under its heading. Without a heading: no rows, and the warning `no_header` for row 0.
 * Reasons for a bad row: `no_name`, `name_digits`, `name_too_long {max}`, `text_too_long {field, max}`,
 * `control_characters {field}`, `birth_year {value}`, `duplicate_row {row}`, `duplicate_existing`.
 * Warnings: `phone {value}`, `same_name {row}` and, in one unit, `same_name_unit {row}` (row 0: already in the
 * conference), `same_invitation_number {row}`,
 * `formula_text {field}`, `kind_unknown {value}`, `seat_need_unknown {value}`, `group_unknown {value}`, `section_row {text}`, `footer_skipped {text}`.
 * `latestBirthYear` is normally the year of the conference.
 */
export function readDelegates(
	table: Table,
	existing: readonly KnownDelegate[],
	groups: readonly { id: string; text: string }[],
	latestBirthYear = 2100
): ImportPreview {
	const columns = recogniseColumns(table);
	const preview: ImportPreview = { columns, rows: [], bad: [], warnings: [] };
	if (!columns.found) {
		preview.warnings.push({ row: 0, code: 'no_header', params: {} });
		return preview;
	}
	const known = new Known(existing);
	const findGroup = groupFinder(groups);
	let section = '';
	let inFooter = false;

	for (let at = columns.headerRow + 1; at < table.length; at++) {
		const cells = table[at] ?? [];
		const row = at + 1;
		const texts = cells.map(cellText);
		if (texts.every((text) => text === '') || isNumberingRow(texts) || isHeadingAgain(texts, columns))
			continue;
		const numbered = /^\d+[.)]?$/.test(texts[columns.fields.order ?? -1] ?? '');
		const footer = isFooterRow(texts);
		if (footer || (inFooter && !numbered && texts.filter((text) => text !== '').length <= 2)) {
			inFooter = true;
			preview.warnings.push({ row, code: 'footer_skipped', params: { text: shown(texts) } });
			continue;
		}
		const heading = sectionText(texts, columns.fields.order ?? null);
		if (heading !== null) {
			section = heading;
			inFooter = false;
			preview.warnings.push({ row, code: 'section_row', params: { text: heading.slice(0, LONGEST_NAME) } });
			continue;
		}
		if (isOnlyNumbered(texts, columns)) continue;
		const { delegate, reasons, warnings } = readRow(cells, row, columns, latestBirthYear);
		if (delegate.groupText === '') delegate.groupText = section;
		delegate.groupId = findGroup(delegate.groupText);
		if (delegate.groupId === null && delegate.groupText !== '' && groups.length > 0)
			warnings.push({ code: 'group_unknown', params: { value: delegate.groupText.slice(0, LONGEST_NAME) } });
		if (reasons.length === 0) known.meet(delegate, reasons, warnings);
		if (reasons.length > 0)
			preview.bad.push({ row, reasons, raw: texts.map((text) => text.slice(0, LONGEST_TEXT)) });
		else preview.rows.push(delegate);
		for (const warning of warnings) preview.warnings.push({ row, ...warning });
	}
	return preview;
}

type Reading = { delegate: ImportedDelegate; reasons: RowMessage[]; warnings: RowMessage[] };

function readRow(cells: readonly Cell[], row: number, columns: Columns, latestBirthYear: number): Reading {
	const reasons: RowMessage[] = [];
	const warnings: RowMessage[] = [];
	const cell = (field: Field): Cell => cells[columns.fields[field] ?? -1] ?? null;
	const text = (field: Field): string => {
		if (hasForbidden(cell(field))) reasons.push({ code: 'control_characters', params: { field } });
		const value = cellText(cell(field));
		if (looksLikeFormula(value)) warnings.push({ code: 'formula_text', params: { field } });
		if (!NAME_FIELDS.has(field) && value.length > LONGEST_TEXT)
			reasons.push({ code: 'text_too_long', params: { field, max: LONGEST_TEXT } });
		return value;
	};

	const whole =
		text('name') || [text('familyName'), text('givenName')].filter((part) => part !== '').join(' ');
	const written = printedHonorific(text('honorific'));
	const split = splitHonorific(whole);
	// The honorific's own column wins; the name is then only rid of the same word.
	const name = written === '' || split.honorific === written ? split.name : whole;
	checkName(whole, name, reasons);

	const phone = readPhone(cell('phone'));
	if (!phone.ok) warnings.push({ code: 'phone', params: { value: cellText(cell('phone')).slice(0, 40) } });
	const birth = birthCell(cell);
	const birthYear = readBirthYear(birth, latestBirthYear);
	if (birthYear === undefined)
		reasons.push({ code: 'birth_year', params: { value: cellText(birth).slice(0, 40) } });
	const kind = readKind(cell('kind'));
	if (kind === null) warnings.push({ code: 'kind_unknown', params: { value: text('kind').slice(0, 40) } });

	const seat = readSeatNeeds(cell('seatNeeds'));
	const seatText = text('seatNeeds');
	if (seat.unknown) warnings.push({ code: 'seat_need_unknown', params: { value: seatText.slice(0, 40) } });

	const delegate: ImportedDelegate = {
		row,
		honorific: written || split.honorific,
		name,
		title: text('title'),
		unit: text('unit') || text('address'),
		groupText: text('group'),
		groupId: null,
		phone: phone.phone,
		birthYear: birthYear ?? null,
		kind: kind ?? 'official',
		vip: readTick(cell('vip')),
		awardForm: awardForm(text('award'), cell('award'), columns.labels.award ?? ''),
		invitationNumber: text('invitationNumber'),
		note: text('note'),
		...(seat.needs.length > 0 && { seatNeeds: seat.needs })
	};
	return { delegate, reasons, warnings };
}

const NAME_FIELDS: ReadonlySet<Field> = new Set(['name', 'familyName', 'givenName']);

function checkName(whole: string, name: string, reasons: RowMessage[]): void {
	if (!/\p{L}/u.test(name)) {
		const digits = /\d/.test(whole) && !/\p{L}/u.test(whole);
		reasons.push({ code: digits ? 'name_digits' : 'no_name', params: {} });
	} else if (name.length > LONGEST_NAME)
		reasons.push({ code: 'name_too_long', params: { max: LONGEST_NAME } });
}

/** "Năm sinh" may stand in two columns, one for men and one for women. */
function birthCell(cell: (field: Field) => Cell): Cell {
	for (const field of ['birth', 'birthMale', 'birthFemale'] as const) {
		const value = cell(field);
		if (/\d/.test(cellText(value))) return value;
	}
	return cell('birth');
}

/** A tick under "Giấy khen" means what the heading says. */
function awardForm(text: string, cell: Cell, label: string): string | null {
	if (saysNo(cell)) return null;
	return readTick(cell) ? label : text;
}

type Met = KnownDelegate & Partial<ImportedDelegate>;

/**
 * Who was met before, in this table and in the conference. Two people of one name in one unit are common, so only a
 * row that differs in no column is the same person twice; a namesake is pointed out and taken.
 */
class Known {
	private readonly people = new Map<string, { row: number; met: Met }[]>();
	private readonly names = new Map<string, number>();
	private readonly numbers = new Map<string, number>();

	constructor(existing: readonly KnownDelegate[]) {
		for (const met of existing) this.keep(0, met);
	}

	meet(delegate: ImportedDelegate, reasons: RowMessage[], warnings: RowMessage[]): void {
		const namesakes = this.people.get(identity(delegate)) ?? [];
		const same = namesakes.find(({ met }) => samePerson(met, delegate));
		if (same?.row === 0) reasons.push({ code: 'duplicate_existing', params: {} });
		else if (same) reasons.push({ code: 'duplicate_row', params: { row: same.row } });
		if (same) return;
		const [near] = namesakes;
		const far = this.names.get(canonicalVietnamese(delegate.name));
		if (near) warnings.push({ code: 'same_name_unit', params: { row: near.row } });
		else if (far !== undefined) warnings.push({ code: 'same_name', params: { row: far } });
		this.keep(delegate.row, delegate);
		if (delegate.invitationNumber === '') return;
		const number = this.numbers.get(delegate.invitationNumber);
		if (number !== undefined) warnings.push({ code: 'same_invitation_number', params: { row: number } });
		else this.numbers.set(delegate.invitationNumber, delegate.row);
	}

	private keep(row: number, met: Met): void {
		const key = identity(met);
		const namesakes = this.people.get(key);
		if (namesakes) namesakes.push({ row, met });
		else this.people.set(key, [{ row, met }]);
		const name = canonicalVietnamese(met.name);
		if (!this.names.has(name)) this.names.set(name, row);
	}
}

const COMPARED = [
	'honorific',
	'title',
	'birthYear',
	'phone',
	'invitationNumber',
	'awardForm',
	'note'
] as const satisfies readonly (keyof ImportedDelegate)[];

/** Equal wherever both are filled in; a blank says nothing. */
const samePerson = (met: Met, delegate: ImportedDelegate): boolean =>
	COMPARED.every((field) => {
		const one = fold(met[field]);
		const other = fold(delegate[field]);
		return one === '' || other === '' || one === other;
	});

const identity = (one: KnownDelegate): string =>
	`${canonicalVietnamese(one.name)}\n${foldVietnamese(one.unit)}`;
const fold = (value: Met[keyof Met]): string => foldVietnamese(String(value ?? ''));

/** The heading repeated at the top of a printed page. */
function isHeadingAgain(texts: readonly string[], columns: Columns): boolean {
	const at = columns.fields.name ?? columns.fields.givenName ?? -1;
	const label = columns.labels.name ?? columns.labels.givenName ?? '';
	return fieldOf(texts[at] ?? '') !== null && foldVietnamese(texts[at] ?? '') === foldVietnamese(label);
}

/** A line numbered in advance and never filled in. */
function isOnlyNumbered(texts: readonly string[], columns: Columns): boolean {
	const order = columns.fields.order;
	return order !== undefined && texts.every((text, at) => at === order || text === '');
}

const shown = (texts: readonly string[]): string =>
	texts
		.filter((text) => text !== '')
		.join(' ')
		.slice(0, LONGEST_NAME);
