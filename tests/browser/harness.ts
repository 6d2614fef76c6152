/** Real Chromium on the real product. One browser a file; a context is one phone, laptop or projector. */
import { existsSync } from 'node:fs';
import { vi } from '../../src/lib/ui/i18n/vi';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const chromePath = (): string => {
	const found = [
		process.env['KT_CHROME'],
		'/usr/bin/chromium',
		'/usr/bin/google-chrome',
		'/usr/bin/chromium-browser'
	].find((path) => path && existsSync(path));
	return found ?? chromium.executablePath();
};

export const SIZES = {
	phone: { width: 390, height: 844 },
	tablet: { width: 820, height: 1180 },
	laptop: { width: 1366, height: 768 },
	projector: { width: 1920, height: 1080 }
};

/** @param args further switches, e.g. a fake camera */
export const launch = (args: string[] = []): Promise<Browser> =>
	chromium.launch({
		executablePath: chromePath(),
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...args
		]
	});

export type Device = { context: BrowserContext; page: Page; errors: string[] };

/** A new device; page errors are collected, a test ends by looking that there are none. */
export async function newDevice(browser: Browser, size: keyof typeof SIZES = 'laptop'): Promise<Device> {
	const context = await browser.newContext({
		viewport: SIZES[size],
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		hasTouch: size === 'phone' || size === 'tablet'
	});
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	return { context, page, errors };
}

/** Enrols a device through the enrolment page and waits for its screen. */
export async function enrol(device: Device, base: string, link: string, name: string): Promise<void> {
	const { page } = device;
	await page.goto(base + link);
	await page.getByLabel(vi['device.name']).fill(name);
	await page.getByRole('button', { name: vi['enrol.submit'] }).click();
	await page.getByRole('link', { name: vi['enrol.enter'] }).click();
	await page.waitForURL(/\/c\/[^/]+\/[a-z0-9-]+$/);
}
