/** A real Chromium, a desk enrolled in it, and what is measured inside its page. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SWITCHES = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** @param {string[]} [switches] */
export const launchBrowser = (switches = []) =>
	chromium.launch({ executablePath: browserPath(), args: [...SWITCHES, ...switches] });

export function browserPath() {
	const known = [
		process.env.KT_CHROME,
		process.env.CHROME_PATH,
		'/usr/bin/chromium',
		'/usr/bin/google-chrome'
	];
	return known.find((path) => path && existsSync(path)) ?? chromium.executablePath();
}

/**
 * A desk of its own on its reception screen, with the whole list on it.
 * @param {import('playwright-core').Browser} browser
 * @param {import('./product.js').Product} product
 * @param {string} conference
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openDesk(browser, product, conference) {
	const context = await browser.newContext({
		serviceWorkers: 'block',
		locale: 'vi-VN',
		viewport: { width: 390, height: 844 }
	});
	const offer = { name: 'Bàn 1', role: 'reception', desk: null, kind: 'day' };
	const { secret } = await product.api(`/conferences/${conference}/enrolments`, offer);
	await context.request.post(`${product.base}/api/v1/enrol`, { data: { secret, name: 'Bàn 1' } });
	const page = await context.newPage();
	const replica = page.waitForResponse((response) => response.url().endsWith('/replica'));
	await page.goto(`${product.base}/c/${conference}/reception`);
	await (await replica).finished();
	await page.waitForLoadState('networkidle');
	return page;
}

/**
 * A source file with all it imports, as one script whose exports stand in the global `name`.
 * @param {string} file from the root
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function scriptOf(file, name) {
	const built = await build({
		root: ROOT,
		configFile: false,
		logLevel: 'silent',
		plugins: [svelte({ configFile: false })],
		build: { write: false, lib: { entry: `${ROOT}${file}`, formats: ['iife'], name, fileName: name } }
	});
	const [first] = [built].flat();
	if (!first || !('output' in first)) throw new Error(`${file} was not built`);
	const code = first.output.map((part) => (part.type === 'chunk' ? part.code : '')).join('\n');
	// A script's `var` is the evaluated function's own; the page's next call must find it.
	return `${code};globalThis[${JSON.stringify(name)}] = ${name};`;
}

/**
 * From a deed in the page until what it leads to is painted. It begins at any moment of a frame, as people do.
 * @param {import('playwright-core').Page} page
 * @param {string} what expression that does it
 * @param {string} shown expression that is true when the page shows it
 * @param {string} [before] expression of what belongs before the deed, in the same breath
 * @returns {Promise<{ painted: number, frames: number, work: number }>} milliseconds until painted, how many frames
 * began since, and milliseconds until the page's tree was changed and laid out
 */
export const untilPainted = (page, what, shown, before = '') =>
	page.evaluate(
		`(async () => {
			await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 25));
			return new Promise((resolve, reject) => {
				setTimeout(() => reject(new Error(${JSON.stringify(shown)} + ' never came')), 10_000);
				${before};
				let frames = 0;
				let work = null;
				const start = performance.now();
				const look = () => {
					if (work !== null || !(${shown})) return;
					document.body.getBoundingClientRect();
					work = performance.now() - start;
				};
				const observer = new MutationObserver(look);
				observer.observe(document.body, { subtree: true, childList: true, attributes: true });
				${what};
				const frame = () => {
					frames++;
					look();
					if (work === null) return void requestAnimationFrame(frame);
					observer.disconnect();
					// The first task after a frame's callbacks comes when the frame has been painted.
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve({ painted: performance.now() - start, frames, work });
					port2.postMessage(null);
				};
				requestAnimationFrame(frame);
			});
		})()`
	);
