/** Reads the environment once. Owns names and defaults of every setting the host knows. */
import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostError } from './host-error.js';

/** The top folder of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @typedef {object} Settings
 * @property {number} port 0 = any free one
 * @property {number} httpsPort 0 = any free one
 * @property {string} host
 * @property {string} dataDir absolute
 * @property {string} mediaDir absolute
 * @property {string | null} databaseUrl null = the embedded database
 * @property {string | null} origin
 * @property {boolean} demo
 * @property {string} version
 */

/**
 * @param {Record<string, string | undefined>} env
 * @param {string[]} args command line after the script's name
 * @returns {Settings}
 * @throws {HostError} bad_port, bad_origin, database_url_bad
 */
export function readSettings(env, args) {
	const dataDir = resolve(ROOT, env.DATA_DIR || 'data');
	/** @type {{ version: string }} */
	const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	return {
		port: readPort(env, 'PORT', 3000),
		httpsPort: readPort(env, 'HTTPS_PORT', 3443),
		host: env.HOST || '0.0.0.0',
		dataDir,
		mediaDir: env.MEDIA_DIR ? resolve(ROOT, env.MEDIA_DIR) : join(dataDir, 'media'),
		databaseUrl: env.DATABASE_URL ? readDatabaseUrl(env.DATABASE_URL) : null,
		origin: env.ORIGIN ? readOrigin(env.ORIGIN) : null,
		demo: args.includes('--demo'),
		version: manifest.version
	};
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} variable
 * @param {number} fallback
 */
function readPort(env, variable, fallback) {
	const value = env[variable];
	if (value === undefined || value === '') return fallback;
	const port = Number(value);
	if (!/^\d+$/.test(value) || port > 65535) throw new HostError('bad_port', { variable, value });
	return port;
}

/** @param {string} value */
function readOrigin(value) {
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
		throw new HostError('bad_origin', { value });
	}
	return url.origin;
}

/** @param {string} value */
function readDatabaseUrl(value) {
	const url = URL.canParse(value) ? new URL(value) : null;
	if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '') {
		throw new HostError('database_url_bad');
	}
	return value;
}

/**
 * One folder after the other from the first that exists. Node's own `recursive` goes round for ever where a parent
 * exists and takes no folder, as `/proc` does.
 * @param {string} path absolute
 */
function makeFolder(path) {
	const isFolder = () => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
	if (isFolder()) return;
	if (dirname(path) !== path) makeFolder(dirname(path));
	try {
		mkdirSync(path);
	} catch (error) {
		// Two processes that start together: the other made it.
		if (!isFolder()) throw error;
	}
}

/**
 * Makes a folder that must be writable.
 * @param {string} path
 * @throws {HostError} data_dir_not_writable
 */
export function ensureWritable(path) {
	try {
		makeFolder(resolve(path));
		accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (error) {
		throw new HostError('data_dir_not_writable', { path }, error);
	}
}
