/**
 * Keeps node_modules equal to package-lock.json. Node built-ins only: it runs in a fresh clone.
 * The stamp lies inside node_modules, so that deleting or interrupting an install takes it away too.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from './host-error.js';

const STAMP = 'node_modules/.kt-stamp';

/**
 * @param {string} root
 * @returns {string} what the stamp must say: lock, manifest and the machine the binaries are for
 */
export function installFingerprint(root) {
	const hash = createHash('sha256');
	for (const name of ['package.json', 'package-lock.json']) {
		const path = join(root, name);
		hash.update(`${name}\0`).update(existsSync(path) ? readFileSync(path) : '');
	}
	return `${hash.digest('hex').slice(0, 16)} ${process.platform}-${process.arch}`;
}

/**
 * @param {string} root
 * @returns {boolean} true when nothing needs to be installed
 */
export function installIsCurrent(root) {
	const wanted = installFingerprint(root);
	const stamp = join(root, STAMP);
	if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted;
	if (!matchesLock(root)) return false;
	// Somebody ran `npm ci` by hand: the same content, so it is taken as ours.
	writeFileSync(stamp, wanted);
	return true;
}

/**
 * npm writes node_modules/.package-lock.json last, so its presence means a finished install.
 * @param {string} root
 */
function matchesLock(root) {
	const lockPath = join(root, 'package-lock.json');
	const donePath = join(root, 'node_modules/.package-lock.json');
	if (!existsSync(lockPath) || !existsSync(donePath)) return false;
	const wanted = packagesOf(lockPath);
	const found = packagesOf(donePath);
	for (const [path, entry] of Object.entries(wanted)) {
		if (path === '') continue;
		const there = found[path];
		if (!there) {
			if (entry.optional) continue;
			return false;
		}
		if (there.version !== entry.version || there.integrity !== entry.integrity) return false;
		if (!existsSync(join(root, path))) return false;
	}
	return manifestMatchesLock(root, wanted['']);
}

/**
 * @param {string} root
 * @param {LockEntry | undefined} top the lock's copy of the manifest
 */
function manifestMatchesLock(root, top) {
	/** @type {LockEntry} */
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return (
		JSON.stringify(manifest.dependencies ?? {}) === JSON.stringify(top?.dependencies ?? {}) &&
		JSON.stringify(manifest.devDependencies ?? {}) === JSON.stringify(top?.devDependencies ?? {})
	);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockEntry
 */

/**
 * @param {string} path
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(path) {
	return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Installs when needed: the locked versions that were tested, nothing newer.
 * @param {string} root
 * @param {() => void | Promise<void>} [before] runs once, before npm empties node_modules
 * @returns {Promise<void>}
 * @throws {HostError} npm_missing, install_failed
 */
export async function ensureInstalled(root, before) {
	if (installIsCurrent(root)) return;
	await before?.();
	const locked = existsSync(join(root, 'package-lock.json'));
	let code = locked ? npm(root, ['ci'], 'ignore') : npm(root, ['install'], 'inherit');
	// Some versions of npm find fault with a lock that others wrote, and `ci` then does nothing at all.
	// `install --no-save` takes the same locked versions, leaves the lock as it is, and says what is wrong
	// when it is something else.
	if (locked && code !== 0) code = npm(root, ['install', '--no-save'], 'inherit');
	if (code !== 0) throw new HostError('install_failed', { code });
	writeFileSync(join(root, STAMP), installFingerprint(root));
}

/**
 * Asks npm itself, without a network, whether `npm ci` would take the lock file: it refuses one that lacks
 * any platform's optional package, also on the platforms that do not need it.
 * @param {string} root
 * @returns {string | null} npm's reason, or null
 * @throws {HostError} npm_missing
 */
export function lockRefusal(root) {
	const result = runNpm(root, ['ci', '--dry-run', '--offline'], 'pipe');
	if (result.status === 0) return null;
	const lines = String(result.stderr).split('\n');
	const telling = lines.filter((line) => /Missing:|Invalid:|code E/.test(line));
	return (telling.length > 0 ? telling : lines).join('\n');
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {'ignore' | 'inherit'} stdio
 * @returns {number} exit code
 */
function npm(root, args, stdio) {
	return runNpm(root, args, stdio).status ?? -1;
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {'ignore' | 'inherit' | 'pipe'} stdio
 */
function runNpm(root, args, stdio) {
	const all = [...args, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	// npm names itself in npm_execpath when it started us; elsewhere it is looked up in PATH.
	const itself = process.env.npm_execpath;
	const result = itself?.endsWith('.js')
		? spawnSync(process.execPath, [itself, ...all], { cwd: root, stdio })
		: spawnSync('npm', all, { cwd: root, stdio, shell: process.platform === 'win32' });
	if (result.error) throw new HostError('npm_missing', {}, result.error);
	return result;
}
