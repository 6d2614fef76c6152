/** Owns: what a file is, read from its first bytes. A name and what a browser says of it are never believed. Pure. */

export const MEDIUM_TYPES = [
	'video/mp4',
	'video/webm',
	'audio/mpeg',
	'audio/mp4',
	'audio/ogg',
	'audio/wav',
	'image/jpeg',
	'image/png',
	'image/webp'
] as const;
export type MediumType = (typeof MEDIUM_TYPES)[number];
export type MediumKind = 'video' | 'audio' | 'image';

/** How many bytes of the beginning are enough to tell. */
export const SNIFF_BYTES = 4096;

export function kindOfType(type: MediumType): MediumKind {
	if (type.startsWith('video/')) return 'video';
	return type.startsWith('audio/') ? 'audio' : 'image';
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
	String.fromCharCode(...bytes.subarray(from, to));
const begins = (bytes: Uint8Array, ...with_: number[]): boolean =>
	bytes.length >= with_.length && with_.every((byte, at) => bytes[at] === byte);

/** Brands of the ISO container that are films or sound; photos (heic, avif) and QuickTime share its shape. */
const FILM_BRANDS = /^(iso[m2-9]|mp4[12]|avc1|M4V |MSNV|dash|f4v )$/;
const SOUND_BRANDS = /^M4[AB] $/;

/** @param head the first `SNIFF_BYTES` bytes, or the whole of a shorter file; @returns null for anything else */
export function sniff(head: Uint8Array): MediumType | null {
	if (begins(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
	if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
	const four = ascii(head, 0, 4);
	if (four === 'RIFF') {
		const form = ascii(head, 8, 12);
		if (form === 'WAVE') return 'audio/wav';
		return form === 'WEBP' ? 'image/webp' : null;
	}
	if (ascii(head, 4, 8) === 'ftyp') {
		const brand = ascii(head, 8, 12);
		if (SOUND_BRANDS.test(brand)) return 'audio/mp4';
		return FILM_BRANDS.test(brand) ? 'video/mp4' : null;
	}
	if (begins(head, 0x1a, 0x45, 0xdf, 0xa3))
		return ascii(head, 0, Math.min(head.length, 256)).includes('webm') ? 'video/webm' : null;
	// A film in Ogg is nothing that the hall's browsers still play.
	if (four === 'OggS')
		return ascii(head, 0, Math.min(head.length, 512)).includes('theora') ? null : 'audio/ogg';
	return four.startsWith('ID3') || isMp3Frame(head) ? 'audio/mpeg' : null;
}

/** Header of an MPEG frame: sync, layer III, a bit rate and a sampling rate that exist. */
function isMp3Frame(head: Uint8Array): boolean {
	const [sync = 0, layer = 0, rate = 0xff] = head;
	if (sync !== 0xff || (layer & 0xe0) !== 0xe0 || ((layer >> 1) & 3) !== 1) return false;
	const bits = rate >> 4;
	return bits > 0 && bits < 15 && ((rate >> 2) & 3) !== 3;
}
