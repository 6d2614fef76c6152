/**
 * JavaScript that a real Chromium fetches for the first load of each screen, as gzip: everything that comes without a
 * touch on the screen, until the network is quiet. The service worker's own precaching is no part of a first load.
 */
import { existsSync } from 'node:fs';
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
			const bytes = scripts.reduce((sum, one) => sum + one.bytes, 0);
			print(judged(name, bytes / 1000, null, `${scripts.length} requests`));
			if (process.env.KT_BENCH_VERBOSE)
				for (const { url, bytes: size } of scripts) process.stderr.write(`${size}\t${url}\n`);
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
 * @returns {Promise<{ url: string, bytes: number }[]>} bodies as they were transferred
 */
async function firstLoad(context, url) {
	const page = await context.newPage();
	const network = await context.newCDPSession(page);
	/** @type {Map<string, { url: string, bytes: number }>} */
	const scripts = new Map();
	network.on('Network.responseReceived', ({ requestId, response }) => {
		if (!/javascript/.test(response.mimeType)) return;
		const encoding = Object.entries(response.headers).find(
			([key]) => key.toLowerCase() === 'content-encoding'
		)?.[1];
		if (encoding !== 'gzip') throw new Error(`${response.url} came as ${encoding ?? 'plain'}`);
		scripts.set(requestId, { url: response.url, bytes: 0 });
	});
	network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
		const script = scripts.get(requestId);
		if (script) script.bytes += encodedDataLength;
	});
	await network.send('Network.enable');
	await network.send('Network.setCacheDisabled', { cacheDisabled: true });
	// The goal is written in gzip; a browser on HTTPS takes brotli, which is smaller.
	await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
	await page.goto(url);
	await page.locator('h1, h2, main, [role="main"]').first().waitFor();
	await page.waitForLoadState('networkidle');
	return [...scripts.values()].sort((a, b) => b.bytes - a.bytes);
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
