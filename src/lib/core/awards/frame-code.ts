/**
 * Owns: what the label on a frame's back says. Like an invitation it is digits alone, which neither Telex nor VNI
 * changes, as long as a token, so that every scanner that types invitations types labels too; it begins above the
 * largest token, so that neither is taken for the other. It is computed from the id and never stored.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { TOKEN_DIGITS } from '../invitations/token';

/** A token is below 3.5 · 10³⁸. */
const MARK = '9';
const PURPOSE = 'khanh-tiet frame 1 ';
const TAIL = 10n ** BigInt(TOKEN_DIGITS - MARK.length);
/** So many digits from the end are printed for a hand to type; within one pile they are enough. */
export const SHORT_DIGITS = 8;
/** Labels printed before had the bare id behind this. */
const OLD_MARK = 'KTF:';

/** 39 digits, the same for the same recipient for ever: a label outlives every change of order. */
export function frameCode(recipient: string): string {
	const hash = bytesToHex(sha256(utf8ToBytes(PURPOSE + recipient)));
	return MARK + (BigInt(`0x${hash}`) % TAIL).toString().padStart(TOKEN_DIGITS - MARK.length, '0');
}

/** As it is printed below the square: "1234 5678". */
export function shortCode(recipient: string): string {
	const tail = frameCode(recipient).slice(-SHORT_DIGITS);
	return `${tail.slice(0, SHORT_DIGITS / 2)} ${tail.slice(SHORT_DIGITS / 2)}`;
}

/**
 * Whose frame a label names.
 * @param text what a camera read, a scanner typed or a hand entered
 * @param stack ids of the pile it is looked for in
 * @returns the id; for the label of another pile something that is in no pile; null for what is no label
 */
export function readFrameCode(text: string, stack: readonly string[]): string | null {
	const plain = text.trim();
	if (plain.startsWith(OLD_MARK)) return plain.length > OLD_MARK.length ? plain.slice(OLD_MARK.length) : null;
	if (stack.includes(plain)) return plain;
	const digits = plain.replace(/\s/g, '');
	if (!/^[0-9]+$/.test(digits)) return null;
	if (digits.length === TOKEN_DIGITS && digits.startsWith(MARK))
		return stack.find((id) => frameCode(id) === digits) ?? digits;
	if (digits.length !== SHORT_DIGITS) return null;
	return stack.find((id) => frameCode(id).endsWith(digits)) ?? digits;
}
