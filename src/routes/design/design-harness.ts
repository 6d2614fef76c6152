/**
 * Owns: the design page as something a test can open: built by Vite into memory, served on a free loopback port,
 * shown by the system's Chromium. Test code only; nothing of the application imports it.
 */
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const entry = 'virtual:design-page';
const mountPage = `
	import { mount } from 'svelte';
	import { load } from '/src/routes/+layout.ts';
	import TestRoot from '/src/routes/design/TestRoot.svelte';
	load().then(() => mount(TestRoot, { target: document.body }));
`;
const types: Record<string, string> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.woff2': 'font/woff2',
	'.html': 'text/html; charset=utf-8'
};

/** File name → content of the built page. */
async function buildPage(): Promise<Map<string, string | Uint8Array>> {
	const built = await build({
		root,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		plugins: [
			svelte({ configFile: false, compilerOptions: { runes: true } }),
			{
				name: 'design-page',
				resolveId: (id) => (id === entry ? `\0${entry}` : null),
				load: (id) => (id === `\0${entry}` ? mountPage : null)
			}
		],
		resolve: { alias: { $lib: `${root}src/lib`, '/src': `${root}src` } },
		build: {
			write: false,
			minify: false,
			target: 'es2022',
			rollupOptions: { input: entry, output: { entryFileNames: 'entry.js' } }
		}
	});
	if (!('output' in built)) throw new Error('the build gave several outputs or a watcher');
	const files = new Map<string, string | Uint8Array>();
	for (const file of built.output)
		files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
	const styles = [...files.keys()].filter((name) => name.endsWith('.css'));
	const links = styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('');
	files.set(
		'/index.html',
		`<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width">${links}<body><script type="module" src="/entry.js"></script>`
	);
	return files;
}

export interface DesignPage {
	/** A fresh page of the given size (CSS px), ready to be looked at. */
	open: (query: string, width: number, height: number) => Promise<Page>;
	close: () => Promise<void>;
}

export async function startDesignPage(): Promise<DesignPage> {
	const files = await buildPage();
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		const name = path === '/' ? '/index.html' : path;
		response.writeHead(files.has(name) ? 200 : 404, { 'content-type': types[extname(name)] ?? 'text/plain' });
		response.end(files.get(name));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const browser = await chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
	return {
		async open(query, width, height) {
			const page = await browser.newPage({ viewport: { width, height } });
			page.setDefaultTimeout(10_000);
			await page.goto(`http://127.0.0.1:${address.port}/${query}`);
			await page.locator('h1').waitFor();
			await page.evaluate(() => document.fonts.ready);
			return page;
		},
		async close() {
			await browser.close();
			await new Promise((done) => server.close(done));
		}
	};
}
