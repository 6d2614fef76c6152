/** What a phone fetches before reception stands: on the hall's Wi-Fi every byte and every request is somebody's wait. */
import { get } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, type Organiser } from '../support/desk';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, SIZES } from './harness';

/** As it travels: gzip, whatever this browser would have taken. */
const gzipBytes = (url: string): Promise<number> =>
	new Promise((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.once('end', () => resolve(bytes));
		}).once('error', reject);
	});

/** Names that camera library, camera and decoder leave in their minified code. */
const readsCodes = async (url: string): Promise<boolean> =>
	/html5-?qrcode|zxing|torchFeature/i.test(await (await fetch(url)).text());

describe('the first load', () => {
	let product: Product;
	let browser: Browser;
	let office: Organiser;

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		office = await organiser(product.base, product.link('admin'));
		browser = await launch();
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('OFF-15: reception stands after at most 90 kB of JavaScript and 72 requests, none of them twice', async () => {
		const known = await newDevice(browser, 'phone');
		await enrol(known, product.base, await office.deskLink('Bàn 1'), 'Bàn 1');
		const cookies = await known.context.cookies();
		await known.context.close();
		// The same phone with an empty cache; what the worker takes down later is no part of a first load.
		const context = await browser.newContext({
			serviceWorkers: 'block',
			viewport: SIZES.phone,
			locale: 'vi-VN'
		});
		await context.addCookies(cookies);
		const page = await context.newPage();
		const fetched: { url: string; script: boolean }[] = [];
		page.on('response', (response) => {
			const type = response.headers()['content-type'] ?? '';
			fetched.push({ url: response.url(), script: type.includes('javascript') });
		});
		await page.goto(`${product.base}/c/${office.conference}/reception`);
		// It stands: people can be searched and admitted. Camera and dialogs come after.
		await page.getByRole('tab', { name: vi['reception.tab.search'] }).waitFor();
		const first = [...fetched];
		const isScanner = await Promise.all(first.map((one) => (one.script ? readsCodes(one.url) : false)));
		const scripts = first.filter((one, at) => one.script && !isScanner[at]).map((one) => one.url);
		const sizes = await Promise.all(scripts.map(gzipBytes));
		const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
		expect(total / 1000).toBeLessThanOrEqual(90);
		expect(total).toBeGreaterThan(30_000);
		expect(first.length).toBeLessThanOrEqual(72);
		await page.locator('[data-freshness="live"]').waitFor();
		await page.waitForLoadState('networkidle');
		const files = fetched.map((one) => one.url).filter((url) => url.includes('/_app/'));
		expect(files.length).toBe(new Set(files).size);
		await context.close();
	});

	it('OFF-16: Chromium finds nothing that stands in the way of installing', async () => {
		const device = await newDevice(browser, 'phone');
		await enrol(device, product.base, await office.deskLink('Bàn 2'), 'Bàn 2');
		await device.page.evaluate(() => navigator.serviceWorker.ready);
		const devtools = await device.context.newCDPSession(device.page);
		const { url, errors, data } = await devtools.send('Page.getAppManifest');
		expect(url).toBe(`${product.base}/c/${office.conference}/reception/manifest.webmanifest`);
		expect(errors).toEqual([]);
		expect(data).toContain('Lễ tân');
		const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
		// A context of a test is a private window, which never installs.
		expect(installabilityErrors.map((one) => one.errorId)).toEqual(['in-incognito']);
		await device.context.close();
	});
});
