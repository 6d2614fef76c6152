/**
 * JavaScript that a real Chromium fetches for the first load of each screen, as gzip: everything that comes without a
 * touch on the screen, until the network is quiet. The service worker's own precaching is no part of a first load.
 * What only reads codes (camera library, decoder) is told apart: the goal is for everything before it.
 */
import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { chromium } from 'playwright-core';
import { judged } from './support/figures.js';
import { conferenceOf, startProduct } from './support/product.js';

const SCREENS = [
	{ name: 'load-reception', role: 'reception', path: 'reception' },
	{ name: 'load-mc', role: 'mc', path: 'mc' },
	{ name: 'load-chair', role: 'chair', path: 'chair' },
	{ name: 'load-projector', role: 'projector', path: 'projector' },
	{ name: 'load-live', role: null, path: 'live' },
	{ name: 'load-me', role: null, path: 'me' }
];
const SWITCHES = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct();
	const browser = await chromium.launch({ executablePath: browserPath(), args: SWITCHES });
	try {
		const { id } = await conferenceOf(product, 150);
		const [invited] = await product.api(`/conferences/${id}/invitations`);
		for (const { name, role, path } of SCREENS) {
			const context = await browser.newContext({ serviceWorkers: 'block', locale: 'vi-VN' });
			if (role) {
				const offer = { name: role, role, desk: null, kind: 'day' };
				const { secret } = await product.api(`/conferences/${id}/enrolments`, offer);
				await context.request.post(`${product.base}/api/v1/enrol`, { data: { secret, name: role } });
			}
			const hash = path === 'me' ? `#${invited.token}` : '';
			const scripts = await firstLoad(context, `${product.base}/c/${id}/${path}${hash}`);
			const before = scripts.filter((one) => !one.scanner);
			const size = (/** @type {typeof scripts} */ list) =>
				list.reduce((sum, one) => sum + one.bytes, 0) / 1000;
			const scanner =
				before.length < scripts.length ? `, ${size(scripts).toFixed(1)} kB with the scanner` : '';
			print(judged(name, size(before), null, `${scripts.length} requests${scanner}`));
			if (process.env.KT_BENCH_VERBOSE)
				for (const { url, bytes } of scripts) process.stderr.write(`${bytes}\t${url}\n`);
			await context.close();
		}
	} finally {
		await browser.close();
		await product.stop();
	}
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} url
 * @returns {Promise<{ url: string, bytes: number, scanner: boolean }[]>} what the browser fetched, sized as gzip
 */
async function firstLoad(context, url) {
	const page = await context.newPage();
	/** @type {Set<string>} */
	const scripts = new Set();
	page.on('response', (response) => {
		if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.add(response.url());
	});
	await page.goto(url);
	await page.locator('h1, h2, main, [role="main"]').first().waitFor();
	await page.waitForLoadState('networkidle');
	const sized = await Promise.all(
		[...scripts].map(async (one) => ({
			url: one,
			bytes: await gzipBytes(one),
			scanner: await readsCodes(one)
		}))
	);
	return sized.sort((a, b) => b.bytes - a.bytes);
}

/** Names that camera library, camera and decoder leave in their minified code. */
const SCANNER = /html5-?qrcode|zxing|torchFeature/i;

/** @param {string} url */
const readsCodes = async (url) => SCANNER.test(await (await fetch(url)).text());

/**
 * The goal is written in gzip, while a browser takes brotli where it can: so each file is asked for once more.
 * @param {string} url
 * @returns {Promise<number>} bytes of the body as it travels
 */
function gzipBytes(url) {
	return new Promise((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
			if (response.headers['content-encoding'] !== 'gzip') reject(new Error(`${url} did not come as gzip`));
			let bytes = 0;
			response.on('data', (/** @type {Buffer} */ chunk) => (bytes += chunk.length));
			response.once('end', () => resolve(bytes));
		}).once('error', reject);
	});
}

function browserPath() {
	const known = [
		process.env.KT_CHROME,
		process.env.CHROME_PATH,
		'/usr/bin/chromium',
		'/usr/bin/google-chrome'
	];
	return known.find((path) => path && existsSync(path)) ?? chromium.executablePath();
}
