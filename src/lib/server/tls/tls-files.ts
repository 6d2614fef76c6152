/** Owns: the four files of the HTTPS folder. A half-written one never has the real name. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const TLS_FILES = {
	caKey: 'ca.key',
	caCert: 'ca.crt',
	leafKey: 'leaf.key',
	leafCert: 'leaf.crt'
} as const;
export type TlsFile = keyof typeof TLS_FILES;

/** PEM texts; null for a file that is missing or broken. */
export type StoredTls = Record<TlsFile, string | null>;

const OWNER_ONLY = 0o600;
const isKey = (file: TlsFile): boolean => file === 'caKey' || file === 'leafKey';

/**
 * Makes the folder if need be and reads what is usable in it.
 * @throws what the file system says, except that a file is missing: an unreadable key is no reason for a new one
 */
export async function readTlsFiles(dir: string): Promise<StoredTls> {
	await mkdir(dir, { recursive: true, mode: 0o700 });
	const [caKey, caCert, leafKey, leafCert] = await Promise.all([
		readUsable(dir, 'caKey'),
		readUsable(dir, 'caCert'),
		readUsable(dir, 'leafKey'),
		readUsable(dir, 'leafCert')
	]);
	return { caKey, caCert, leafKey, leafCert };
}

/** Durable before it has its name: a power cut leaves the old file or the new one. */
export async function writeTlsFile(dir: string, file: TlsFile, text: string): Promise<void> {
	const path = join(dir, TLS_FILES[file]);
	const temporary = `${path}.tmp`;
	// What a killed process left behind would keep its own mode.
	await rm(temporary, { force: true });
	const handle = await open(temporary, 'wx', isKey(file) ? OWNER_ONLY : 0o644);
	try {
		await handle.writeFile(text);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(temporary, path);
}

async function readUsable(dir: string, file: TlsFile): Promise<string | null> {
	const path = join(dir, TLS_FILES[file]);
	const text = await readFile(path, 'utf8').catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	});
	if (text === null) return null;
	if (!isKey(file)) return isCertificate(text) ? text : null;
	// A copy from a backup may come back readable by everybody. Windows has no such modes.
	const { mode } = await stat(path);
	if (process.platform !== 'win32' && (mode & 0o777) !== OWNER_ONLY) await chmod(path, OWNER_ONLY);
	return isEcKey(text) ? text : null;
}

function isEcKey(text: string): boolean {
	try {
		return createPrivateKey(text).asymmetricKeyDetails?.namedCurve === 'prime256v1';
	} catch {
		return false;
	}
}

function isCertificate(text: string): boolean {
	try {
		return new X509Certificate(text).raw.length > 0;
	} catch {
		return false;
	}
}
