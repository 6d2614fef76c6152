/** Owns: what one cell of an imported table means: text, phone, year of birth, tick, kind of delegate. */
import type { Cell } from './columns';
import { foldVietnamese, tidyText } from './fold';
import type { SeatNeed } from '../seating/needs';

/** Control characters and those that turn the reading direction: never part of a name. Line breaks are just spaces. */
const FORBIDDEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/;

/** The cell as tidy NFC text. A date gives dd/mm/yyyy, a tick "x". */
export function cellText(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'string') return tidyText(cell);
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	if (typeof cell === 'boolean') return cell ? 'x' : '';
	if (Number.isNaN(cell.getTime())) return '';
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(cell.getUTCDate())}/${two(cell.getUTCMonth() + 1)}/${cell.getUTCFullYear()}`;
}

export const hasForbidden = (cell: Cell | undefined): boolean =>
	typeof cell === 'string' && FORBIDDEN.test(cell);

/** Text a spreadsheet would run if it were pasted back: kept as text, and said so. A phone's + is none. */
export const looksLikeFormula = (text: string): boolean => /^[=@]|^[+-](?=[^\d\s(])/.test(text);

/** Vietnamese number as digits with its leading 0; '' with `ok: false` when it cannot be one. Several: the first. */
export function readPhone(cell: Cell | undefined): { ok: boolean; phone: string } {
	const text = cellText(cell);
	if (text === '') return { ok: true, phone: '' };
	const first = text.split(/[;,/\n]|\s-\s|\shoặc\s/i)[0] ?? '';
	if (/[^\d\s.()+-]/.test(first)) return { ok: false, phone: '' };
	let digits = first.replace(/\D/g, '').replace(/^(?:00)?84(?=\d{9,10}$)/, '0');
	// A cell typed as a number lost its leading zero.
	if (/^[235789]\d{8}$/.test(digits) || /^2\d{9}$/.test(digits)) digits = `0${digits}`;
	const ok = /^0[35789]\d{8}$/.test(digits) || /^02\d{8,9}$/.test(digits);
	return { ok, phone: ok ? digits : '' };
}

/** Year from "1965", "12/05/1965", a date or a spreadsheet's day number. `undefined` when it cannot be a year of birth. */
export function readBirthYear(cell: Cell | undefined, latest: number): number | null | undefined {
	const text = cellText(cell);
	if (text === '' || /^[-–.x]$/i.test(text)) return null;
	// 12051965 is a date whose dots were never typed.
	const digits = text.split(/\D+/).map((run) => (/^\d{7,8}$/.test(run) ? run.slice(-4) : run));
	let year = Number(digits.findLast((run) => run.length === 4));
	if (typeof cell === 'number' && Number.isInteger(cell) && cell > 5000 && cell < 60_000)
		year = 1900 + Math.floor(cell / 365.25);
	return year >= 1900 && year <= latest ? year : undefined;
}

/** A tick column: "x", "có", "VIP", 1, true… */
export function readTick(cell: Cell | undefined): boolean {
	if (typeof cell === 'string' && /[✓✔☑×]/.test(cell)) return true;
	return /^(x|xx|co|yes|y|vip|true|1|dung|v|quan trong|chu chot|dai bieu quan trong|lanh dao)$/.test(
		foldVietnamese(cellText(cell))
	);
}

/** Does the cell say "none" ("không", "-", "0")? */
export const saysNo = (cell: Cell | undefined): boolean => {
	const folded = foldVietnamese(cellText(cell));
	return folded === '' || /^(khong|0|no|chua)$/.test(folded);
};

const NEED_WORDS: [SeatNeed, RegExp][] = [
	['wheelchair', /\bxe lan\b/],
	['aisle', /\bloi di\b/],
	['presidium', /\b(doan chu tich|chu tich doan)\b/],
	['side', /\bben canh\b|\bcanh (ga|trai|phai)\b/]
];

/** Needs a cell names, several parted by commas. `unknown`: a part of it names none. */
export function readSeatNeeds(cell: Cell | undefined): { needs: SeatNeed[]; unknown: boolean } {
	const found = new Set<SeatNeed>();
	let unknown = false;
	for (const part of saysNo(cell) ? [] : cellText(cell).split(/[,;+/\n]|\svà\s/i)) {
		const folded = foldVietnamese(part);
		const named = NEED_WORDS.filter(([, words]) => words.test(folded));
		for (const [need] of named) found.add(need);
		if (named.length === 0 && folded !== '') unknown = true;
	}
	return { needs: [...found], unknown };
}

export type ImportedKind = 'official' | 'guest' | 'crew' | 'companion';

/** The kind a cell names; null for words that name none. Empty means official. */
export function readKind(cell: Cell | undefined): ImportedKind | null {
	const folded = foldVietnamese(cellText(cell));
	if (folded === '' || /\b(chinh thuc|duong nhien|dai bieu$|ct$)/.test(folded)) return 'official';
	if (/\b(di cung|di kem|tuy tung|phu nhan|phu quan|lai xe|nguoi nha)\b/.test(folded)) return 'companion';
	if (/\b(phuc vu|van nghe|ky thuat|le tan|to giup viec|dien vien|phong vien|bao chi)\b/.test(folded))
		return 'crew';
	return /\b(khach|moi)\b/.test(folded) ? 'guest' : null;
}
