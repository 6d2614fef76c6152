/**
 * Owns: the honorific as it is printed before a name (real-day.md, correction 11). It is read, never guessed:
 * a name without one keeps none, and nobody becomes "Đồng chí" who was not written so.
 */
import { canonicalVietnamese, foldVietnamese, tidyText } from './fold';

/** Offered in forms, in this order. */
export const HONORIFICS = [
	'Ông',
	'Bà',
	'Đồng chí',
	'Anh',
	'Chị',
	'Em',
	'Cụ',
	'Bác',
	'Chú',
	'Cô',
	'Thầy',
	'Mẹ Việt Nam Anh hùng',
	'Anh hùng Lực lượng vũ trang nhân dân',
	'Anh hùng Lao động',
	'Hòa thượng',
	'Thượng tọa',
	'Đại đức',
	'Ni trưởng',
	'Ni sư',
	'Sư cô',
	'Linh mục',
	'Giám mục',
	'Mục sư',
	'Nghệ nhân',
	'Nghệ nhân ưu tú',
	'Nghệ nhân nhân dân',
	'Nghệ sĩ ưu tú',
	'Nghệ sĩ nhân dân',
	'Nhà giáo ưu tú',
	'Nhà giáo nhân dân',
	'Thầy thuốc ưu tú',
	'Thầy thuốc nhân dân'
] as const;

/** Also written before a name, and kept; not offered as a choice of its own. */
const ALSO_PRINTED = [
	...[
		'Ông/Bà',
		'Ông (Bà)',
		'Thầy giáo',
		'Cô giáo',
		'Đại tướng',
		'Thượng tướng',
		'Trung tướng',
		'Thiếu tướng'
	],
	...['Đại tá', 'Thượng tá', 'Trung tá', 'Thiếu tá', 'Đại úy', 'Thượng úy', 'Trung úy', 'Thiếu úy'],
	...['Giáo sư', 'Phó Giáo sư', 'Tiến sĩ', 'Thạc sĩ', 'Bác sĩ']
];

/** What people type for short; the key is the exact beginning, in lower case. */
const SHORT: [RegExp, string][] = [
	[/^đ\s?[/.]\s?c(?=[\s.:]|$)[.:]?/i, 'Đồng chí'],
	[/^(?:đc|dc)(?=[\s.:])[.:]?/i, 'Đồng chí'],
	[/^d\/c(?=[\s.:])[.:]?/i, 'Đồng chí'],
	[/^(?:ô|o)\.\s*\/\s*b\.?(?=\s)/i, 'Ông/Bà'],
	[/^(?:ô|o)\./i, 'Ông'],
	[/^b\./i, 'Bà'],
	[/^(?:bà\s+)?mẹ\s+vnah(?=[\s.:]|$)[.:]?/i, 'Mẹ Việt Nam Anh hùng'],
	[/^bà\s+mẹ\s+việt\s+nam\s+anh\s+hùng(?=[\s.:]|$)[.:]?/i, 'Mẹ Việt Nam Anh hùng'],
	[/^anh\s+hùng\s+llvt(?:nd)?(?=[\s.:]|$)[.:]?/i, 'Anh hùng Lực lượng vũ trang nhân dân'],
	[/^ah\s?llvt(?:nd)?(?=[\s.:]|$)[.:]?/i, 'Anh hùng Lực lượng vũ trang nhân dân'],
	[/^lm\./i, 'Linh mục'],
	[/^đđ\./i, 'Đại đức'],
	[/^ht\./i, 'Hòa thượng'],
	[/^tt\./i, 'Thượng tọa'],
	[/^(?:nnut)(?=[\s.:])[.:]?/i, 'Nghệ nhân ưu tú'],
	[/^(?:ngưt|ngut)(?=[\s.:])[.:]?/i, 'Nhà giáo ưu tú'],
	[/^(?:gs|pgs|ts|ths|bs)(?:\.?\s?(?:ts|bs))?\.\s*/i, '']
];

/** These are also parts of names ("Anh Thư", "Ông Cao Thắng"): at least two words must remain for the name. */
const SURE = new Set(['Ông', 'Bà', 'Đồng chí', 'Ông/Bà', 'Mẹ Việt Nam Anh hùng'].map(canonicalVietnamese));

const PRINTED = [...HONORIFICS, ...ALSO_PRINTED]
	.map((text) => {
		const key = canonicalVietnamese(text);
		return { text, key, words: key.split(' ').length, folded: foldVietnamese(text) };
	})
	.sort((a, b) => b.words - a.words);

/**
 * Splits "Đ/c Nguyễn Văn An" into `{ honorific: 'Đồng chí', name: 'Nguyễn Văn An' }`. Several in a row are kept
 * together ("Đồng chí Đại tá"). Without a known honorific `honorific` is '' and the name is only tidied.
 */
export function splitHonorific(text: string): { honorific: string; name: string } {
	let rest = tidyText(text);
	const found: string[] = [];
	while (found.length < 3) {
		const next = takeShort(rest) ?? takePrinted(rest);
		if (!next || (found.length > 0 && next.honorific === found.at(-1))) break;
		found.push(next.honorific);
		rest = next.rest;
	}
	return { honorific: found.join(' '), name: rest };
}

/** The printed form of a cell that holds only an honorific: "đ/c" → "Đồng chí"; unknown text is kept as it is. */
export function printedHonorific(text: string): string {
	const tidy = tidyText(text).replace(/[:,]$/, '');
	if (tidy === '') return '';
	const canonical = canonicalVietnamese(tidy);
	const known =
		PRINTED.find((one) => one.key === canonical) ?? PRINTED.find((one) => one.folded === canonical);
	if (known) return known.text;
	if (/^[oô]\.?$/i.test(tidy)) return 'Ông';
	if (/^b\.?$/i.test(tidy)) return 'Bà';
	const short = takeShort(`${tidy} x`);
	return short?.rest === 'x' ? short.honorific : tidy;
}

function takeShort(text: string): { honorific: string; rest: string } | null {
	for (const [pattern, printed] of SHORT) {
		const found = pattern.exec(text)?.[0];
		if (found === undefined) continue;
		const rest = text.slice(found.length).replace(/^[\s.:,-]+/, '');
		// An academic title has no longer form to print: it stays as written.
		if (rest !== '') return { honorific: printed === '' ? found.trim() : printed, rest };
	}
	return null;
}

function takePrinted(text: string): { honorific: string; rest: string } | null {
	const canonical = canonicalVietnamese(text);
	const folded = foldVietnamese(text);
	// A list typed wholly without diacritics is compared without them; otherwise "Ba Văn Lan" would lose its Ba.
	const bare = folded === canonical;
	for (const one of PRINTED) {
		const matches = bare ? folded.startsWith(`${one.folded} `) : canonical.startsWith(`${one.key} `);
		if (!matches) continue;
		const rest = dropWords(text, one.words);
		const left = rest.split(' ').length;
		if (rest !== '' && (left >= 2 || (SURE.has(one.key) && !bare))) return { honorific: one.text, rest };
	}
	return null;
}

/** The text after its first `count` words, where words are runs of letters and digits. */
function dropWords(text: string, count: number): string {
	const word = /[\p{L}\p{N}\p{M}]+/gu;
	for (let n = 0; n < count; n++) if (!word.exec(text)) return '';
	return text.slice(word.lastIndex).replace(/^[\s.:,)-]+/, '');
}
