/** When packages and build are made anew: by content, never by time, and never from something unfinished. */
import { cp, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildFingerprint, buildIsCurrent, swapIn } from '../../src/host/build.js';
import { installIsCurrent, lockRefusal } from '../../src/host/install.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'khanh-tiet-stale-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

test('RUN-17: the build follows content, not times', async () => {
	await put('src/a.ts', 'one');
	await put('drizzle/0000.sql', 'select 1');
	const first = buildFingerprint(root);
	await utimes(join(root, 'src/a.ts'), new Date(0), new Date(0));
	expect(buildFingerprint(root)).toBe(first);
	const copy = await mkdtemp(join(tmpdir(), 'khanh-tiet-copy-'));
	await cp(root, copy, { recursive: true });
	expect(buildFingerprint(copy)).toBe(first);
	await rm(copy, { recursive: true });

	await put('src/a.ts', 'two');
	await utimes(join(root, 'src/a.ts'), new Date(0), new Date(0));
	const second = buildFingerprint(root);
	expect(second).not.toBe(first);
	await put('src/b.ts', '');
	expect(buildFingerprint(root)).not.toBe(second);
	await rm(join(root, 'src/b.ts'));
	await put('src/a.test.ts', 'tests are not built');
	expect(buildFingerprint(root)).toBe(second);
});

test('RUN-18: only a finished build is used', async () => {
	await put('src/a.ts', 'one');
	await put('build/handler.js', 'half written, no stamp');
	expect(buildIsCurrent(root)).toBe(false);
	await put('build/.kt-stamp', `{"hash":"${buildFingerprint(root)}","gene`);
	expect(buildIsCurrent(root)).toBe(false);
	await put('build-x/handler.js', 'whole');
	swapIn(root, 'build-x', buildFingerprint(root));
	expect(buildIsCurrent(root)).toBe(true);
	expect(await readFile(join(root, 'build/handler.js'), 'utf8')).toBe('whole');
	await rm(join(root, 'build/handler.js'));
	expect(buildIsCurrent(root)).toBe(false);
});

test('RUN-19: hashed files of earlier builds stay for open screens, and not for ever', async () => {
	for (let n = 1; n <= 8; n++) {
		await put('build-x/handler.js', String(n));
		await put(`build-x/client/_app/immutable/chunk.${n}.js`, String(n));
		await put('build-x/client/_app/immutable/same.js', String(n));
		swapIn(root, 'build-x', `hash${n}`);
	}
	const kept = await readdir(join(root, 'build/client/_app/immutable'));
	expect(kept.sort()).toEqual([
		'chunk.4.js',
		'chunk.5.js',
		'chunk.6.js',
		'chunk.7.js',
		'chunk.8.js',
		'same.js'
	]);
	expect(await readFile(join(root, 'build/client/_app/immutable/same.js'), 'utf8')).toBe('8');
	expect((await readdir(root)).filter((name) => name.startsWith('build-'))).toEqual([]);
});

test('RUN-20: packages are current when they match the lock by content, however they came', async () => {
	const entry = { version: '1.0.0', integrity: 'sha512-a' };
	const lock = (packages: object) => JSON.stringify({ packages });
	const manifest = { dependencies: { a: '1.0.0' } };
	await put('package.json', JSON.stringify(manifest));
	await put(
		'package-lock.json',
		lock({ '': manifest, 'node_modules/a': entry, 'node_modules/o': { ...entry, optional: true } })
	);
	expect(installIsCurrent(root), 'nothing installed').toBe(false);
	await put('node_modules/a/package.json', '{}');
	expect(installIsCurrent(root), 'interrupted: npm had not finished').toBe(false);
	await put('node_modules/.package-lock.json', lock({ 'node_modules/a': { ...entry, version: '0.9.0' } }));
	expect(installIsCurrent(root), 'another version').toBe(false);
	await put('node_modules/.package-lock.json', lock({ 'node_modules/a': entry }));
	expect(installIsCurrent(root), 'installed by hand').toBe(true);
	await put('package.json', JSON.stringify({ dependencies: { a: '1.0.0', b: '2.0.0' } }));
	expect(installIsCurrent(root), 'the manifest asks for more').toBe(false);
});

test('RUN-24: npm takes the lock as it is, and one that lacks a platform is told by name', async () => {
	expect(lockRefusal(ROOT)).toBeNull();
	const manifest = { name: 'x', version: '1.0.0', dependencies: { a: '1.0.0' } };
	const entry = { version: '1.0.0', integrity: `sha512-${'A'.repeat(86)}==` };
	const a = { ...entry, optionalDependencies: { 'a-elsewhere': '1.0.0' } };
	const elsewhere = { ...entry, optional: true, os: ['aix'] };
	const lock = (packages: object) =>
		JSON.stringify({ name: 'x', version: '1.0.0', lockfileVersion: 3, requires: true, packages });
	await put('package.json', JSON.stringify(manifest));
	await put('package-lock.json', lock({ '': manifest, 'node_modules/a': a }));
	expect(lockRefusal(root)).toContain('Missing: a-elsewhere');
	const whole = { '': manifest, 'node_modules/a': a, 'node_modules/a-elsewhere': elsewhere };
	await put('package-lock.json', lock(whole));
	expect(lockRefusal(root)).toBeNull();
});

test('RUN-25: the lock names every optional package with its hash, and no registry', async () => {
	const text = await readFile(join(ROOT, 'package-lock.json'), 'utf8');
	expect(text).not.toMatch(/"resolved"/);
	const lock = JSON.parse(text);
	const missing: string[] = [];
	for (const [path, entry] of Object.entries<Record<string, unknown>>(lock.packages)) {
		if (path !== '' && !entry['integrity']) missing.push(`${path} has no hash`);
		for (const name of Object.keys(entry['optionalDependencies'] ?? {}))
			if (!lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
				missing.push(`${path} wants ${name}`);
	}
	expect(missing).toEqual([]);
});
