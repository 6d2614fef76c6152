import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const CONFIG = pathToFileURL(join(import.meta.dirname, '../../src/host/config.js')).href;

/** In a process of its own: what is being tested may never return. */
function ensure(path: string): string {
	const code = `import(${JSON.stringify(CONFIG)})
		.then((m) => m.ensureWritable(process.argv[1]))
		.then(() => console.log('made'), (error) => console.log(error.code))`;
	const done = spawnSync(process.execPath, ['-e', code, path], { encoding: 'utf8', timeout: 20_000 });
	return done.error ? done.error.message : done.stdout.trim();
}

test('RUN-27: a data folder below a place that takes none is refused at once, a deep new one is made', async () => {
	const top = await mkdtemp(join(tmpdir(), 'khanh-tiet-'));
	try {
		const file = join(top, 'file');
		await writeFile(file, '', { mode: 0o755 });
		expect(ensure(join(top, 'a/b/c'))).toBe('made');
		expect(existsSync(join(top, 'a/b/c'))).toBe(true);
		for (const path of ['/proc/x', '/proc/x/y', file, join(file, 'below')])
			expect(ensure(path), path).toBe('data_dir_not_writable');
	} finally {
		await rm(top, { recursive: true });
	}
});
