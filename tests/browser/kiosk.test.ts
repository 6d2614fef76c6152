/** The kiosk in the lobby: one person's greeting and seat, then nothing of it is left. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, trigger, type Guest, type Organiser } from '../support/desk';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device } from './harness';

describe('the kiosk', () => {
	let product: Product;
	let browser: Browser;
	let office: Organiser;
	let guest: Guest | undefined;
	let kiosk: Device;

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		office = await organiser(product.base, product.link('admin'));
		[guest] = (await office.people()).guests;
		browser = await launch(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
		kiosk = await newDevice(browser, 'tablet');
		await enrol(kiosk, product.base, product.link('kiosk'), 'Sảnh');
		await kiosk.page.getByRole('heading', { name: vi['arrivals.kiosk.title'] }).waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('KSK-1: an invitation is greeted with its seat, nobody is admitted, and the page forgets the name', async () => {
		const { page } = kiosk;
		await trigger(page, guest?.token ?? '');
		await page.getByRole('heading', { name: guest?.name ?? '' }).waitFor();
		await page.getByText(vi['arrivals.kiosk.seat']).waitFor();
		await page.getByRole('heading', { name: vi['arrivals.kiosk.title'] }).waitFor();
		expect(await page.content()).not.toContain(guest?.name ?? '');
		const { state } = await office.call('/replica');
		expect(state.admissions.admissions.size).toBe(0);
		expect(await page.getByRole('list').count()).toBe(0);
	});

	it('KSK-2: a code that is not known, or a lost server, sends the person to the desk and names nobody', async () => {
		const { page, context, errors } = kiosk;
		await trigger(page, '0'.repeat(39));
		await page.getByText(vi['arrivals.kiosk.unknown']).waitFor();
		await page.getByRole('heading', { name: vi['arrivals.kiosk.title'] }).waitFor();
		await context.setOffline(true);
		await trigger(page, guest?.token ?? '');
		await page.getByText(vi['arrivals.kiosk.offline']).waitFor();
		await context.setOffline(false);
		expect(errors).toEqual([]);
	});
});
