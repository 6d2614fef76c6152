/** The product's TypeScript for a bench that runs in Node: bundled once, it runs at full speed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * @param {string} file from the root, without its ending
 * @returns {Promise<unknown>} its module
 */
export async function bundled(file) {
	const outDir = await mkdtemp(join(ROOT, 'node_modules/.kt-bench-'));
	try {
		await build({
			root: ROOT,
			configFile: false,
			logLevel: 'error',
			build: { ssr: join(ROOT, `${file}.ts`), outDir, minify: false },
			ssr: { target: 'node' }
		});
		return await import(pathToFileURL(join(outDir, `${file.split('/').at(-1)}.js`)).href);
	} finally {
		await rm(outDir, { recursive: true, force: true });
	}
}
