/**
 * Owns: the invitation token, the only thing an invitation's QR carries. It is computed, never stored, so it can
 * be printed again; a raised version revokes it. It names nobody: without the key it is 128 random bits.
 *
 * Alphabet: the ten digits alone. Neither Telex nor VNI changes a digit that has no vowel before it, so a
 * keyboard scanner types it unharmed, and a QR in numeric mode is the smallest that can hold 128 bits.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export const TOKEN_DIGITS = 39;
export const TOKEN_KEY_BYTES = 32;

const LARGEST = (2n ** 128n - 1n).toString();
const PURPOSE = 'khanh-tiet invitation 1';
const LONGEST_SCAN = 2048;

/**
 * The token of one delegate's invitation: 39 decimal digits, zero padded. `version` counts from 1; a new one
 * makes a different token. Throws a RangeError for a key that is not 32 bytes or a version that is not a whole
 * number from 0 to 2^32 − 1: both are mistakes of the caller.
 */
export function inviteToken(key: Uint8Array, conference: string, delegate: string, version: number): string {
	if (key.length !== TOKEN_KEY_BYTES) throw new RangeError(`the key must have ${TOKEN_KEY_BYTES} bytes`);
	if (!Number.isInteger(version) || version < 0 || version > 0xffff_ffff)
		throw new RangeError('the version must be a whole number from 0 to 2^32 − 1');
	const message = concatBytes(
		lengthPrefixed(PURPOSE),
		lengthPrefixed(conference),
		lengthPrefixed(delegate),
		fourBytes(version)
	);
	const mac = hmac(sha256, key, message).subarray(0, 16);
	return BigInt(`0x${bytesToHex(mac)}`)
		.toString()
		.padStart(TOKEN_DIGITS, '0');
}

/**
 * The token in what a scanner delivered, or null. Accepted: the bare token; an http(s) link of any host whose
 * fragment is the token; an AIM symbology mark (`]Q1`) or ECI mark (`\000026`) before it; spaces, CR, LF around
 * it; full-width digits. A token in a link's path or query is refused: it would stand in logs.
 */
export function normaliseScan(text: string): string | null {
	if (text.length > LONGEST_SCAN) return null;
	let rest = text
		.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
		.replace(/^[\s\u200b\ufeff\u0000-\u001f]+|[\s\u200b\ufeff\u0000-\u001f]+$/g, '');
	rest = rest.replace(/^(?:\][A-Za-z][0-9A-Za-z]|\\[0-9]{6})+/, '').trim();
	const link = /^https?:\/\/[^\s#]+#([0-9]+)$/i.exec(rest);
	const token = link?.[1] ?? rest;
	if (token.length !== TOKEN_DIGITS || !/^[0-9]+$/.test(token) || token > LARGEST) return null;
	return token;
}

/** The conference that an invitation's link speaks of (`/c/<conference>/me#…`), or null for a bare token. */
export const conferenceOfLink = (text: string): string | null =>
	/https?:\/\/[^\s/#]+\/c\/([A-Za-z0-9_-]{1,64})\/me#/i.exec(text)?.[1] ?? null;

/** What a phone keeps instead of the token: the first 64 bits of its SHA-256, as 16 hex characters. */
export function hashToken64(token: string): string {
	return bytesToHex(sha256(utf8ToBytes(token)).subarray(0, 8));
}

/** Lengths stand before the texts, so that ("ab", "c") and ("a", "bc") can never meet. */
function lengthPrefixed(text: string): Uint8Array {
	const bytes = utf8ToBytes(text);
	return concatBytes(fourBytes(bytes.length), bytes);
}

function fourBytes(value: number): Uint8Array {
	return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}
