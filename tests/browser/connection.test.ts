/** The connection card on a phone with a fake camera: each test with its state, each fault with its picture. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { startProduct, type Product } from '../support/product';
import { launch, newDevice, type Device } from './harness';

describe('the connection card', () => {
	let product: Product;
	let browser: Browser;
	let device: Device;
	const row = (name: string) => device.page.locator(`[data-check="${name}"]`);
	const tone = (name: string, wanted: string) =>
		device.page.locator(`[data-check="${name}"][data-tone="${wanted}"]`);

	beforeAll(async () => {
		product = await startProduct();
		browser = await launch(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
		device = await newDevice(browser, 'phone');
		await device.page.goto(`${product.base}/ket-noi`);
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('OFF-13: tests server, browser, certificate, offline copy, disk, camera and sound of a real phone', async () => {
		for (const name of ['server', 'browser', 'secure', 'offline']) await tone(name, 'ok').waitFor();
		await row('storage')
			.getByText(/Ghi được/)
			.waitFor();
		await row('camera').getByRole('button', { name: vi['check.camera.run'] }).click();
		await tone('camera', 'ok').waitFor();
		await row('sound').getByRole('button', { name: vi['check.sound.run'] }).click();
		await row('sound').getByRole('button', { name: vi['check.sound.no'] }).click();
		await tone('sound', 'bad').locator('[data-picture="volume"]').waitFor();
	});

	it('OFF-14: a Wi-Fi that is lost during the test is named, with the picture of what to press', async () => {
		await row('network').getByRole('button', { name: vi['check.network.run'] }).click();
		await row('network').getByRole('progressbar').waitFor();
		await product.kill('SIGKILL');
		await tone('network', 'bad').locator('[data-picture="keep-wifi"]').waitFor({ timeout: 40_000 });
		await tone('server', 'bad').locator('[data-picture="same-wifi"]').waitFor();
		expect(device.errors).toEqual([]);
	});
});
