/** Owns: telling the lines of an office's sheet that are no persons: totals and signatures, section titles, "(1) (2) (3)". */
import { foldVietnamese } from './fold';

const FOOTER =
	/^(tong cong|tong so|cong\b|danh sach (nay )?(co|gom)|an dinh danh sach|nguoi lap( bieu| danh sach)?\b|thu truong (don vi|co quan)|noi nhan|ky ghi ro|ky ten|xac nhan cua|t ?m (uy ban|ubnd|ban)|k ?t (chu tich|truong)|ghi chu )/;
const DATE_LINE = /\bngay .{0,8}thang .{0,8}nam\b/;
const SECTION_NUMBER = /^(?:[IVX]{1,5}|[A-H])[.)]?$/;
const SECTION_START = /^(?:[IVX]{1,5}|[A-H])\s?[.)/-]\s?(?=\p{L})/u;
const SECTION_WORDS =
	/^(dai dien|lanh dao|dai bieu|khach moi|khach|khoi|tap the|ca nhan|ho gia dinh|cac|nhom|thanh phan|doan|xom|thon|to dan pho|truong|phong|ban|don vi|doanh nghiep|uy ban|dang uy)\b/;

/** "Tổng cộng", "Người lập biểu", "Trùng Khánh, ngày … tháng … năm …" and the like. */
export function isFooterRow(texts: readonly string[]): boolean {
	const filled = texts.filter((text) => text !== '');
	const first = foldVietnamese(filled[0] ?? '');
	return (FOOTER.test(first) && filled.length <= 4) || (filled.length <= 2 && filled.some(isDateLine));
}

const isDateLine = (text: string): boolean => DATE_LINE.test(foldVietnamese(text));

/** The title of a section ("I. LÃNH ĐẠO ĐẢNG ỦY, HĐND, UBND XÃ"), which names the group of the rows below; else null. */
export function sectionText(texts: readonly string[], orderColumn: number | null): string | null {
	const filled = texts.map((text, column) => ({ text, column })).filter(({ text }) => text !== '');
	const [first, second] = filled;
	if (!first || filled.length > 2) return null;
	if (filled.length === 2 && second)
		return first.column === orderColumn && SECTION_NUMBER.test(first.text) ? second.text : null;
	if (SECTION_START.test(first.text)) return first.text.replace(SECTION_START, '');
	const folded = foldVietnamese(first.text);
	return SECTION_WORDS.test(folded) && folded.split(' ').length >= 3 ? first.text : null;
}

/** The line "1 2 3 4" or "(1) (2) (3)" that numbers the columns. */
export function isNumberingRow(texts: readonly string[]): boolean {
	const filled = texts.filter((text) => text !== '');
	return (
		filled.length >= 3 &&
		filled.every((text, at) => /^\(?\d{1,2}\)?$/.test(text) && Number(text.replace(/\D/g, '')) <= at + 2)
	);
}
