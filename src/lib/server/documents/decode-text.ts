/** Owns: bytes of a text file → text. Unicode is proved; anything else is a guess and is called one. */

const VIETNAMESE_TONE = /[A-Za-zÀ-ỹ][\u0300\u0301\u0303\u0309\u0323]/;

/** `guessed` names the legacy encoding that was assumed. Null for bytes that are no text at all. */
export function decodeText(bytes: Uint8Array): { text: string; guessed: string | null } | null {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) return unicode(bytes, 'utf-8');
	if (a === 0xff && b === 0xfe) return unicode(bytes, 'utf-16le');
	if (a === 0xfe && b === 0xff) return unicode(bytes, 'utf-16be');
	const wide = utf16WithoutMark(bytes);
	if (wide) return unicode(bytes, wide);
	if (bytes.includes(0)) return null;
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: null };
	} catch {
		// Not Unicode: an old spreadsheet's "ANSI". Vietnamese Windows writes 1258, with the tones as marks of their own.
		const vietnamese = new TextDecoder('windows-1258').decode(bytes);
		return VIETNAMESE_TONE.test(vietnamese)
			? { text: vietnamese.normalize('NFC'), guessed: 'windows-1258' }
			: { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'windows-1252' };
	}
}

function unicode(bytes: Uint8Array, encoding: string): { text: string; guessed: null } | null {
	const text = new TextDecoder(encoding).decode(bytes);
	return text.includes('\0') ? null : { text, guessed: null };
}

/** Vietnamese text in UTF-16 has a zero in most pairs: delimiters, digits and plain letters. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const head = bytes.subarray(0, 2000);
	let even = 0;
	let odd = 0;
	head.forEach((byte, at) => {
		if (byte !== 0) return;
		if (at % 2 === 0) even++;
		else odd++;
	});
	if (odd > head.length / 5 && even === 0) return 'utf-16le';
	return even > head.length / 5 && odd === 0 ? 'utf-16be' : null;
}
