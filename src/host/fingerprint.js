/**
 * Whether an install or a build still fits the sources, decided by content alone: a clone, a copy or a
 * restored backup has fresh file times and must not rebuild, an edit within the same second must.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made from, relative to the top folder. */
export const BUILD_INPUTS = [
	'src',
	'static',
	'drizzle',
	'svelte.config.js',
	'vite.config.ts',
	'package.json',
	'package-lock.json'
];

/** Tests live beside the code they test; they are not part of a build. */
const NOT_BUILT = /(^|\/)(\.DS_Store|[^/]*\.test\.ts|[^/]*~)$/;

/**
 * Hash of the named files and folders: names and bytes, in a fixed order. A missing one counts as such.
 * @param {string} root
 * @param {string[]} inputs paths relative to root
 * @returns {string} 16 hex digits
 */
export function fingerprint(root, inputs) {
	const hash = createHash('sha256');
	for (const input of inputs) {
		for (const file of filesUnder(root, input)) {
			const bytes = readFileSync(join(root, file));
			hash.update(`${file}\0${bytes.length}\0`).update(bytes);
		}
		hash.update(`${input}\n`);
	}
	return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} file paths with forward slashes, sorted
 */
export function filesUnder(root, path) {
	const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
	if (!stat) return [];
	if (!stat.isDirectory()) return NOT_BUILT.test(path) ? [] : [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesUnder(root, `${path}/${name}`));
}
