/** Owns: secrets and their hashes. What a database row holds never opens anything by itself. */
import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

export const newId = (): string => randomBytes(12).toString('base64url');
/** 128 bits, safe in a URL's fragment. */
export const newSecret = (): string => randomBytes(16).toString('base64url');
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
/** Six digits for typing; short, so it always needs a second step and lives ten minutes. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const derive = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
	new Promise((resolve, fail) =>
		scrypt(password.normalize('NFC'), salt, 32, cost, (error, key) => (error ? fail(error) : resolve(key)))
	);

/** @returns `scrypt$N$r$p$salt$key`, so that the cost can grow without asking anybody for a new password. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await derive(password, salt, COST);
	return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
	const [scheme, N, r, p, salt, key] = stored.split('$');
	if (scheme !== 'scrypt' || !salt || !key) return false;
	const expected = Buffer.from(key, 'base64');
	const cost = { ...COST, N: Number(N), r: Number(r), p: Number(p) };
	const given = await derive(password, Buffer.from(salt, 'base64'), cost);
	return given.length === expected.length && timingSafeEqual(given, expected);
}
