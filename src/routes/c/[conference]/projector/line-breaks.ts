/** Owns: which words of a title stay on one line of the big screen: "cảm ơn" or "2025 - 2030" in two looks misprinted. */
import { foldVietnamese } from '$lib/core/delegates/fold';

/** Two-syllable words that the titles of these conferences are made of, without diacritics. */
const PAIRS = new Set(
	(
		'bang khen,bao cao,be mac,bi thu,bieu duong,cam on,chao mung,chu tich,chuong trinh,cong tac,dai bieu,dai hoi,danh sach,dien hinh,' +
		'giai doan,giao luu,giay khen,gioi thieu,hoi nghi,khai mac,khen thuong,ket qua,kich ban,ly do,nhiem vu,phat dong,' +
		'phong su,phong trao,phuong huong,tham luan,thi dua,tien tien,ton vinh,tong ket,trao thuong,tuyen duong,' +
		'van nghe,yeu nuoc'
	).split(',')
);
const YEAR = /^\(?\d{4}[),.;]*$/;
const DASH = /^[-–]$/;
const letters = (word: string) => foldVietnamese(word).replace(/[^a-z]/g, '');
const closed = (word: string) => /[,.;:)]$/.test(word);

/**
 * @param text words separated by single spaces
 * @returns the same words in order, those of one part never to be broken apart; joined by spaces they give the text
 */
export function unbrokenParts(text: string): string[] {
	const words = text.split(' ');
	const parts: string[] = [];
	for (let at = 0; at < words.length;) {
		const [one = '', two = '', three = ''] = words.slice(at);
		const range = YEAR.test(one) && DASH.test(two) && YEAR.test(three);
		const pair = !closed(one) && PAIRS.has(`${letters(one)} ${letters(two)}`);
		const length = range ? 3 : pair ? 2 : 1;
		parts.push(words.slice(at, at + length).join(' '));
		at += length;
	}
	return parts;
}
