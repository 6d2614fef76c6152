import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { vi } from '../../src/lib/ui/i18n/vi';
import { trigger, type Guest } from '../support/desk';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, SIZES, type Device } from './harness';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS: [Role, keyof typeof SIZES][] = [
	['admin', 'laptop'],
	['stage', 'laptop'],
	['reception', 'phone'],
	['mc', 'tablet'],
	['chair', 'tablet'],
	['projector', 'projector'],
	['presenter-1', 'phone'],
	['usher', 'phone'],
	['steward', 'phone'],
	['awards', 'phone'],
	['kiosk', 'tablet'],
	['board', 'projector']
];

/** Faults that keep somebody from using the screen, each with where it is. */
async function faults({ page }: Device): Promise<string[]> {
	// Through the debugger: the page itself, rightly, runs no script from elsewhere.
	await page.evaluate(source);
	return page.evaluate(async () => {
		type Axe = {
			run(
				options: object
			): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
		};
		const { violations } = await (window as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] });
		return violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
	});
}

describe('screens for everybody', () => {
	let product: Product;
	let browser: Browser;
	const opened = new Map<Role, Device>();
	beforeAll(async () => {
		product = await startProduct({ demo: true });
		browser = await launch();
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('AXE-1: the pages before a role have no serious accessibility fault', async () => {
		const device = await newDevice(browser, 'phone');
		for (const path of ['/', '/login', '/e', '/ket-noi', product.link('viewer')]) {
			await device.page.goto(product.base + path);
			await device.page.locator('h1, [data-freshness], main').first().waitFor();
			expect(await faults(device), path).toEqual([]);
		}
	});

	for (const [role, size] of SCREENS)
		it(`AXE-2: the ${role} screen has no serious accessibility fault`, async () => {
			const device = await newDevice(browser, size);
			await enrol(device, product.base, product.link(role), role);
			await device.page.waitForLoadState('networkidle');
			opened.set(role, device);
			expect(await faults(device)).toEqual([]);
			expect(device.errors).toEqual([]);
		});

	it('AXE-3: no state of a reception desk has a serious accessibility fault', async () => {
		const [office, desk] = [opened.get('admin'), opened.get('reception')];
		if (!office || !desk) throw new Error('AXE-2 opens the screens');
		const { page } = desk;
		const path = `/api/v1/conferences/${/\/c\/([^/]+)/.exec(office.page.url())?.[1]}/invitations`;
		const invited = await office.page.evaluate(
			async (of): Promise<Guest[]> => (await fetch(of, { headers: { 'kt-as': 'admin' } })).json(),
			path
		);
		const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
		const look = async (state: string) => expect(await faults(desk), state).toEqual([]);
		const card = page.locator('[data-verdict]');
		const goOn = async () => {
			await press(vi['reception.continueScan']);
			await card.waitFor({ state: 'detached' });
		};
		// A recipient's card stays until it was read.
		const stays = invited.find(({ name }) => name.includes('Nông Hoàng Thị Phương Thảo Nguyên'));
		await trigger(page, stays?.token ?? '');
		await card.waitFor();
		await look('amber');
		await press(vi['reception.wrongHolder.ask']);
		await page.getByRole('dialog').waitFor();
		await look('somebody else’s invitation');
		await page.keyboard.press('Escape');
		await press(vi['reception.more']);
		await page.getByRole('dialog').waitFor();
		await look('person');
		await press(vi['common.done']);
		await trigger(page, '0'.repeat(39));
		await card.waitFor();
		await look('red');
		await goOn();
		await page.getByRole('tab', { name: vi['reception.tab.search'] }).click();
		await page.getByRole('textbox', { name: vi['reception.searchLabel'] }).fill('nong hoang');
		await page.getByRole('listitem').first().waitFor();
		await look('search');
		await page.getByRole('listitem').getByRole('button').first().click();
		await card.waitFor();
		await look('blue');
		await goOn();
		await press(vi['reception.walkIn']);
		await page.getByRole('dialog').waitFor();
		await look('walk-in');
		await page.keyboard.press('Escape');
		await page.getByRole('tab', { name: vi['reception.tab.units'] }).click();
		await page.getByRole('button', { name: /Công an xã/ }).click();
		await page.getByLabel(vi['rollcall.tickAll']).check();
		await look('unit');
		await page.locator('summary').first().click();
		await page.getByRole('button', { name: vi['arrivals.rollcall'] }).waitFor();
		await look('counts');
		await press(vi['arrivals.rollcall']);
		await page.getByRole('dialog').waitFor();
		await look('report');
		await page.keyboard.press('Escape');
		await page.setViewportSize(SIZES.laptop);
		await page.locator('[data-way="units"]').waitFor();
		await look('three columns');
		await desk.context.setOffline(true);
		await page.locator('[data-freshness="offline"]').waitFor();
		await look('offline');
		expect(desk.errors).toEqual([]);
	});
});
