/**
 * Owns: reading an office's own table heading: which column is which, whatever it is called, in any case, with or
 * without diacritics, under a title block, over one row or two. Columns that say what must not be kept per person
 * (dân tộc, tôn giáo, số căn cước…) are named so that they are left out knowingly.
 */
import { foldVietnamese, tidyText } from './fold';

export type Cell = string | number | Date | boolean | null;
export type Table = readonly (readonly Cell[])[];

export type Field =
	| 'order'
	| 'honorific'
	| 'name'
	| 'familyName'
	| 'givenName'
	| 'title'
	| 'unit'
	| 'address'
	| 'group'
	| 'phone'
	| 'birth'
	| 'birthMale'
	| 'birthFemale'
	| 'gender'
	| 'note'
	| 'invitationNumber'
	| 'kind'
	| 'vip'
	| 'award'
	| 'seatNeeds'
	| 'sensitive';

export type Columns = {
	/** False: no row of the table looks like a heading with a name column; nothing else is then filled. */
	found: boolean;
	/** 0-based index of the last heading row; data begins after it. */
	headerRow: number;
	/** 0-based column of each field found. */
	fields: Partial<Record<Field, number>>;
	/** The heading's own words for each field found, as printed. */
	labels: Partial<Record<Field, string>>;
	/** Columns with a heading nobody recognised: listed, not read. */
	unknown: { column: number; text: string }[];
	/** Columns left out on purpose: sensitive or personal numbers (ceremony.md §6). */
	sensitive: { column: number; text: string }[];
};

/** Looked at from the top; longer title blocks do not occur. */
const ROWS_TO_TRY = 40;
const LONGEST_HEADING = 80;

/** Whole headings, folded. */
const EXACT: Partial<Record<Field, string>> = {
	order: 'stt|tt|so tt|so thu tu|no|thu tu',
	honorific: 'kinh danh|danh xung|xung ho|ong ba|quy danh|cach xung ho',
	name: 'ho ten|ho va ten|ho ten dai bieu|ho va ten dai bieu|ten dai bieu|dai bieu|ten day du|ho ten nguoi nhan|full name|name',
	familyName: 'ho|ho dem|ho va dem|ho lot|ho va ten dem|ho ten dem|ho va chu dem|ho chu dem',
	givenName: 'ten|ten goi',
	title:
		'chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|cv|nghe nghiep|vi tri cong tac|chuc vu cong tac|chuc vu hien nay|chuc vu don vi|chuc vu don vi cong tac|chuc vu co quan',
	unit: 'don vi|co quan|co quan don vi|don vi cong tac|noi cong tac|co quan cong tac|co quan don vi cong tac|dv|ten don vi|ten co quan|to chuc|doan|xom|thon|to dan pho|xom to dan pho|thon xom|don vi dia chi',
	address: 'dia chi|noi o|cho o|thuong tru|dia chi lien he|noi cu tru',
	group: 'nhom|thanh phan|khoi|nhom dai bieu|thanh phan dai bieu|khoi dai bieu|co cau|nhom khoi',
	phone:
		'dien thoai|sdt|dt|so dien thoai|so dt|di dong|dtdd|dien thoai di dong|so di dong|dien thoai lien he|sdt lien he|so dien thoai lien he|phone|tel|mobile',
	birth: 'nam sinh|ngay sinh|ngay thang nam sinh|ngay thang sinh|sinh nam|ns|tuoi nam sinh',
	birthMale: 'nam',
	birthFemale: 'nu',
	gender: 'gioi tinh|gt|nam nu|phai',
	note: 'ghi chu|gc|chu thich|luu y|note',
	invitationNumber: 'so giay moi|giay moi so|so gm|ma giay moi|giay moi|so thu moi',
	kind: 'loai|loai dai bieu|doi tuong|tu cach dai bieu|dien dai bieu|tu cach',
	vip: 'vip|dai bieu quan trong|quan trong|dai bieu chu chot|chu chot|lanh dao',
	award:
		'khen thuong|hinh thuc khen thuong|hinh thuc khen|danh hieu|giay khen|bang khen|khen|de nghi khen thuong|hinh thuc',
	seatNeeds: 'nhu cau cho ngoi|nhu cau ve cho ngoi|yeu cau cho ngoi|nhu cau ngoi|can ho tro cho ngoi',
	sensitive:
		'dan toc|ton giao|dang vien|ngay vao dang|cccd|so cccd|cmnd|so cmnd|cmnd cccd|cccd cmnd|can cuoc|so can cuoc|can cuoc cong dan|so dinh danh|so dinh danh ca nhan|trinh do ly luan|ly luan chinh tri'
};

/** Tried in this order when no whole heading fits; the first match decides. */
const PARTS: [Field, RegExp][] = [
	['sensitive', /\b(dan toc|ton giao|dang vien|cccd|cmnd|can cuoc|dinh danh|vao dang)\b/],
	['seatNeeds', /\b(nhu cau|yeu cau) (ve )?cho ngoi\b/],
	['phone', /\b(dien thoai|sdt|di dong|dtdd)\b/],
	['birth', /\b(nam sinh|ngay sinh|nam thang nam sinh)\b/],
	['gender', /\bgioi tinh\b/],
	['invitationNumber', /\bgiay moi\b/],
	['award', /\b(khen thuong|giay khen|bang khen|danh hieu)\b/],
	['vip', /\b(quan trong|vip)\b/],
	['kind', /\bloai dai bieu\b/],
	['group', /\b(thanh phan|nhom dai bieu|khoi dai bieu)\b/],
	['honorific', /\b(kinh danh|danh xung)\b/],
	['name', /\bho (va )?ten\b/],
	['title', /\b(chuc vu|chuc danh)\b/],
	['unit', /\b(don vi|co quan|noi cong tac)\b/],
	['address', /\b(dia chi|noi o)\b/],
	['note', /\bghi chu\b/]
];

const LOOKUP = new Map<string, Field>();
for (const [field, texts] of Object.entries(EXACT) as [Field, string][])
	for (const text of texts.split('|')) LOOKUP.set(text, field);

/** Which field a heading's text means, or null. */
export function fieldOf(heading: string): Field | null {
	if (heading.length > LONGEST_HEADING) return null;
	const folded = foldVietnamese(heading);
	if (folded === '') return null;
	return LOOKUP.get(folded) ?? PARTS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Finds the heading row (or pair of rows) and maps the columns. */
export function recogniseColumns(table: Table): Columns {
	const candidates: Columns[] = [];
	for (let row = 0; row < Math.min(table.length, ROWS_TO_TRY); row++) {
		const single = mapRow(headings(table[row]), row);
		candidates.push(single);
		const below = table[row + 1];
		if (!below || score(single) === 0) continue;
		const lower = headings(below);
		// A second heading row holds words only, and adds columns the first could not name.
		if (below.some((cell) => typeof cell === 'number') || !lower.some((text) => fieldOf(text) !== null))
			continue;
		const upper = headings(table[row]);
		const width = Math.max(upper.length, lower.length);
		const joined = Array.from({ length: width }, (_, at) => {
			const low = lower[at] ?? '';
			return low !== '' && (fieldOf(low) !== null || (upper[at] ?? '') === '') ? low : (upper[at] ?? '');
		});
		candidates.push(mapRow(joined, row + 1));
	}
	let best = nothingFound();
	// The first of equals: a heading repeated on the next printed page is not the heading.
	for (const columns of candidates) if (score(columns) > score(best)) best = columns;
	return best;
}

/** 0 unless names can be read; else how many columns were recognised. */
function score(columns: Columns): number {
	const { fields } = columns;
	// "Tên" alone is a name column when no family name stands beside it.
	if (fields.name === undefined && fields.givenName === undefined) return 0;
	return Object.keys(fields).length + columns.sensitive.length;
}

function mapRow(texts: readonly string[], headerRow: number): Columns {
	const columns: Columns = { found: true, headerRow, fields: {}, labels: {}, unknown: [], sensitive: [] };
	texts.forEach((text, column) => {
		const field = fieldOf(text);
		if (field === 'sensitive') columns.sensitive.push({ column, text });
		else if (field !== null && columns.fields[field] === undefined) {
			columns.fields[field] = column;
			columns.labels[field] = text;
		} else if (text !== '') columns.unknown.push({ column, text });
	});
	return columns;
}

const headings = (row: readonly Cell[] | undefined): string[] =>
	(row ?? []).map((cell) => (typeof cell === 'string' ? tidyText(cell) : ''));

const nothingFound = (): Columns => ({
	found: false,
	headerRow: -1,
	fields: {},
	labels: {},
	unknown: [],
	sensitive: []
});
