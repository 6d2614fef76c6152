import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { hashToken64, inviteToken, normaliseScan } from './token';

const key = Uint8Array.from({ length: 32 }, (_, n) => n * 7);
const token = inviteToken(key, 'hội nghị', 'đại biểu', 1);

/** The same definition, written with another library. */
function byNode(conference: string, delegate: string, version: number): string {
	const parts = ['khanh-tiet invitation 1', conference, delegate].map((text) => {
		const bytes = Buffer.from(text, 'utf8');
		const length = Buffer.alloc(4);
		length.writeUInt32BE(bytes.length);
		return Buffer.concat([length, bytes]);
	});
	const last = Buffer.alloc(4);
	last.writeUInt32BE(version);
	const mac = createHmac('sha256', key)
		.update(Buffer.concat([...parts, last]))
		.digest('hex')
		.slice(0, 32);
	return BigInt(`0x${mac}`).toString().padStart(39, '0');
}

describe('token', () => {
	test('INV-1: 39 digits, the first 128 bits of HMAC-SHA-256, the same as another library computes', () => {
		expect(token).toMatch(/^[0-9]{39}$/);
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.nat(0xffffffff), (conference, delegate, version) => {
				fc.pre(conference.isWellFormed() && delegate.isWellFormed());
				expect(inviteToken(key, conference, delegate, version)).toBe(byNode(conference, delegate, version));
			})
		);
	});

	test('INV-2: conference, delegate, version and key each change the token; shifted ids never meet', () => {
		const other = Uint8Array.from(key, (byte) => byte ^ 1);
		const all = [
			token,
			inviteToken(key, 'hội nghị', 'đại biểu', 2),
			inviteToken(key, 'hội nghị 2', 'đại biểu', 1),
			inviteToken(key, 'hội nghị', 'đại biểu 2', 1),
			inviteToken(other, 'hội nghị', 'đại biểu', 1),
			inviteToken(key, 'ab', 'c', 1),
			inviteToken(key, 'a', 'bc', 1),
			inviteToken(key, 'abc', '', 1)
		];
		expect(new Set(all).size).toBe(all.length);
		expect(() => inviteToken(key.subarray(1), 'a', 'b', 1)).toThrow(RangeError);
		for (const version of [-1, 1.5, 2 ** 32, NaN])
			expect(() => inviteToken(key, 'a', 'b', version)).toThrow(RangeError);
	});

	test('INV-3: a scan is read whatever stands around the token', () => {
		const wide = token.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
		for (const scan of [
			token,
			` ${token}\r\n`,
			`\ufeff${token}\t`,
			`]Q1${token}`,
			`]Q3\\000026${token}\r`,
			`\\000026${token}`,
			wide,
			`https://hoinghi.example.vn/m#${token}`,
			`HTTP://192.168.1.5:3000/#${token}\n`
		])
			expect(normaliseScan(scan), scan).toBe(token);
	});

	test('INV-4: numbers, parts of tokens and tokens in a path or query are refused', () => {
		const tooBig = '9'.repeat(39);
		for (const scan of [
			'',
			'12345',
			token.slice(1),
			`${token}0`,
			`${token.slice(0, 20)} ${token.slice(20)}`,
			tooBig,
			`https://x.vn/${token}`,
			`https://x.vn/?t=${token}`,
			`https://x.vn/?t=1#${token}x`,
			`https://x.vn/#t=${token}`,
			`javascript:alert(1)#${token}`,
			`ftp://x.vn/#${token}`,
			'001085012345|123456789|Nguyễn Văn A|01011985|Nam|Cao Bằng|01012021',
			`a${'1'.repeat(5000)}`
		])
			expect(normaliseScan(scan), scan).toBeNull();
	});

	test('INV-5: phones keep 64 bits of SHA-256, never the token', () => {
		expect(hashToken64(token)).toBe(createHash('sha256').update(token).digest('hex').slice(0, 16));
	});
});
