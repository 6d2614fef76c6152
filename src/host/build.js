/**
 * Keeps `build/` equal to the sources. A build is made beside, stamped, and swapped in by rename, so that
 * neither an interrupted build nor a failed one is ever served. Node built-ins only.
 */
import { spawn } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILD_INPUTS, filesUnder, fingerprint } from './fingerprint.js';
import { HostError } from './host-error.js';
import { isAlive } from './processes.js';

const STAMP = '.kt-stamp';
const IMMUTABLE = 'client/_app/immutable';

/** Screens opened before this many updates still find their hashed files. */
const KEPT_GENERATIONS = 5;

/** @typedef {{ hash: string, generations: string[][] }} Stamp `generations[0]` are the files of this build */

/**
 * @param {string} root
 * @returns {string}
 */
export function buildFingerprint(root) {
	return fingerprint(root, BUILD_INPUTS);
}

/**
 * @param {string} root
 * @returns {boolean}
 */
export function buildIsCurrent(root) {
	return readStamp(join(root, 'build'))?.hash === buildFingerprint(root);
}

/**
 * Builds when the sources changed.
 * @param {string} root
 * @param {{ say?: () => void, onFailure?: (output: string) => void }} [options] what the build said is passed on
 * only when it failed
 * @returns {Promise<boolean>} whether a build was made
 * @throws {HostError} build_failed
 */
export async function ensureBuilt(root, options = {}) {
	removeLeftovers(root);
	const hash = buildFingerprint(root);
	if (readStamp(join(root, 'build'))?.hash === hash) return false;
	options.say?.();
	const beside = `build-${hash}-${process.pid}`;
	const kit = `${beside}.kit`;
	try {
		// The top tsconfig extends a file that sync writes; a fresh clone has none yet.
		if (!existsSync(join(root, '.svelte-kit/tsconfig.json'))) {
			await run(root, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], {}, options);
		}
		const env = { KT_BUILD_OUT: beside, KT_KIT_OUT: kit, NODE_ENV: 'production' };
		await run(root, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], env, options);
		swapIn(root, beside, hash);
	} finally {
		rmSync(join(root, beside), { recursive: true, force: true });
		rmSync(join(root, kit), { recursive: true, force: true });
	}
	return true;
}

/**
 * Makes a finished build folder the current one and keeps the hashed files of earlier ones.
 * @param {string} root
 * @param {string} beside folder name below root
 * @param {string} hash
 */
export function swapIn(root, beside, hash) {
	const current = join(root, 'build');
	const next = join(root, beside);
	const own = filesUnder(join(next, IMMUTABLE), '.');
	const earlier = (readStamp(current)?.generations ?? []).slice(0, KEPT_GENERATIONS - 1);
	for (const file of earlier.flat()) {
		const from = join(current, IMMUTABLE, file);
		const to = join(next, IMMUTABLE, file);
		if (existsSync(to) || !existsSync(from)) continue;
		mkdirSync(dirname(to), { recursive: true });
		cpSync(from, to);
	}
	/** @type {Stamp} */
	const stamp = { hash, generations: [own, ...earlier] };
	writeFileSync(join(next, STAMP), JSON.stringify(stamp));
	const old = join(root, `build-old-${process.pid}`);
	if (existsSync(current)) renameSync(current, old);
	renameSync(next, current);
	rmSync(old, { recursive: true, force: true });
}

/**
 * @param {string} folder
 * @returns {Stamp | undefined}
 */
function readStamp(folder) {
	const path = join(folder, STAMP);
	if (!existsSync(path) || !existsSync(join(folder, 'handler.js'))) return undefined;
	const text = readFileSync(path, 'utf8');
	// A stamp cut short by a power cut is no stamp: build again.
	return text.endsWith('}') ? JSON.parse(text) : undefined;
}

/**
 * Folders of builds whose process is gone.
 * @param {string} root
 */
function removeLeftovers(root) {
	for (const name of readdirSync(root)) {
		const match = /^build-(?:[0-9a-f]{16}|old)-(\d+)(?:\.kit)?$/.exec(name);
		if (match && !isAlive(Number(match[1]))) rmSync(join(root, name), { recursive: true, force: true });
	}
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {{ onFailure?: (output: string) => void }} options
 * @returns {Promise<void>}
 */
function run(root, args, env, options) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		const take = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
		child.stdout.on('data', take);
		child.stderr.on('data', take);
		child.once('error', reject);
		child.once('close', (code) => {
			if (code === 0) return resolve();
			options.onFailure?.(output);
			reject(new HostError('build_failed', { code: code ?? -1 }));
		});
	});
}
