/**
 * Owns: how Vietnamese text is compared. One fold for search, headers and titles, one canonical spelling for
 * "the same word, marks included"; both see NFC and NFD, "hoà" and "hòa", as one.
 */

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/** Lower case, no diacritics, đ→d, punctuation and spaces as single spaces: "Đ/c  Đức" → "d c duc". */
export function foldVietnamese(text: string): string {
	return text
		.normalize('NFD')
		.replace(MARKS, '')
		.toLowerCase()
		.replaceAll('đ', 'd')
		.replace(NOT_WORD, ' ')
		.trim();
}

/**
 * Lower case with all marks, each word's tone moved to its end, so that both ways of placing a tone and both
 * Unicode forms are equal: "Hoà", "Hòa" → "hoa\u0300". Punctuation becomes single spaces.
 */
export function canonicalVietnamese(text: string): string {
	const words = text.normalize('NFC').toLowerCase().replace(NOT_WORD, ' ').trim().split(' ');
	return words.map(canonicalWord).join(' ');
}

function canonicalWord(word: string): string {
	const letters = word.normalize('NFD');
	const tones = letters.match(TONE);
	return tones ? letters.replace(TONE, '').normalize('NFC') + tones.join('') : word;
}

/** Splits a canonical word into its letters and its tone mark ('' for the level tone). */
export function splitTone(word: string): { letters: string; tone: string } {
	const last = word.at(-1) ?? '';
	return TONES.includes(last) && last !== ''
		? { letters: word.slice(0, -1), tone: last }
		: { letters: word, tone: '' };
}

/** NFC, odd spaces and line breaks as one space, trimmed; zero-width characters removed. */
export function tidyText(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
