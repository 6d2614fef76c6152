import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS: [Role, keyof typeof SIZES][] = [
	['admin', 'laptop'],
	['stage', 'laptop'],
	['reception', 'phone'],
	['mc', 'tablet'],
	['chair', 'tablet'],
	['projector', 'projector'],
	['presenter-1', 'phone']
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
			expect(await faults(device)).toEqual([]);
			expect(device.errors).toEqual([]);
		});
});
