/** The two readers of a burst: the product's own way of looking at frames, and `zbarimg` on the same grey pictures. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule } from 'barcode-detector/ponyfill';
import { frameReader, zxingOf, type Zxing } from '../../src/lib/client/scan/read-frame';
import type { Burst } from './bursts';

const run = promisify(execFile);

/** Texts read in each frame. */
export type Reading = { texts: string[][] };

/** The wasm that browsers are served, in this process. */
export async function openZxing(): Promise<Zxing> {
	const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
	return zxingOf(
		prepareZXingModule({
			overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
			fireImmediately: true
		})
	);
}

/**
 * Each burst begins as if the camera had just been started. The reader's clock stands still, so that a busy machine
 * does not change what is read: this is a phone that affords a second look at every frame.
 */
export function ourReading(
	zxing: Zxing,
	{ frames, width, height }: Burst
): Reading & { milliseconds: number[] } {
	const reader = frameReader(zxing, () => 0);
	const milliseconds: number[] = [];
	const texts = frames.map((luma) => {
		const start = performance.now();
		const found = reader.frame({ luma, width, height });
		milliseconds.push(performance.now() - start);
		return found;
	});
	return { texts, milliseconds };
}

/** Null when `zbarimg` is not installed. */
export async function zbarVersion(): Promise<string | null> {
	try {
		return (await run('zbarimg', ['--version'])).stdout.trim();
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}

/** One process a burst, looking for QR codes only, which is the best it can do. */
export async function zbarReading({ name, frames, width, height }: Burst, folder: string): Promise<Reading> {
	const files = frames.map((_, at) => join(folder, `${name}-${at}.pgm`));
	const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
	await Promise.all(files.map((file, at) => writeFile(file, [head, frames[at] ?? head])));
	const xml = await output(['-q', '--xml', '--nodbus', '-Sdisable', '-Sqrcode.enable', ...files]);
	const found: Record<string, string[]> = {};
	for (const [, file = '', body = ''] of xml.matchAll(/<source href='([^']+)'>([\s\S]*?)<\/source>/g))
		found[file] = [...body.matchAll(/<data><!\[CDATA\[([\s\S]*?)\]\]><\/data>/g)].map(
			(code) => code[1] ?? ''
		);
	return { texts: files.map((file) => found[file] ?? []) };
}

/** Exit code 4 says that some picture held nothing: its output counts all the same. */
async function output(words: string[]): Promise<string> {
	try {
		return (await run('zbarimg', words)).stdout;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 4 && 'stdout' in error)
			return String(error.stdout);
		throw error;
	}
}

const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT';
