/** The hall on screens: two drawings on their way at once, a phone that is turned. Real product, real Chromium. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, type Organiser } from '../support/desk';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, SIZES } from './harness';
import { button, map } from './on-map';

describe('the hall on screens', () => {
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

	it('HALL-26: a drawing sent while another is being saved is refused with a sentence, and stays on the screen', async () => {
		const { context, page, errors } = await newDevice(browser);
		await context.addCookies(
			office.cookies.map((one) => {
				const [name = '', ...value] = one.split('=');
				return { name, value: value.join('='), url: product.base };
			})
		);
		await page.goto(`${product.base}/c/${office.conference}/admin?muc=hoi-truong`);
		await page.locator('[data-hall-saved="true"]').waitFor();
		const { hall, hallVersion } = (await office.call('/replica')).state.seating;
		const sent: unknown[] = [];
		await page.route('**/commands', async (route) => {
			sent.push(route.request().postDataJSON());
			// Somebody else's drawing arrives first, on the version both of them saw.
			const payload = { hall: { ...hall, name: 'Bản nhanh hơn' }, based: hallVersion };
			const commands = [{ id: 'a-faster-drawing-01', type: 'hall.set', payload }];
			await office.call('/commands', { commands });
			await route.continue();
		});
		const name = page.getByLabel(vi['hall.name'], { exact: true });
		await name.fill('Bản chậm hơn');
		await page.getByRole('button', { name: vi['hall.save'], exact: true }).click();
		await page.getByText(vi['hall.overtakenText']).waitFor();
		expect(sent).toMatchObject([{ commands: [{ type: 'hall.set', payload: { based: hallVersion } }] }]);
		await page.locator('[data-hall-saved="false"]').waitFor();
		expect(await name.inputValue()).toBe('Bản chậm hơn');
		expect((await office.call('/replica')).state.seating.hall.name).toBe('Bản nhanh hơn');
		expect(errors).toEqual([]);
	});

	it('MAP-23: turned on its side a phone shows the whole hall again, unless somebody had come nearer', async () => {
		const { page, errors, context } = await newDevice(browser, 'phone');
		await enrol({ page, errors, context }, product.base, product.link('usher'), 'Hội trường 1');
		await map(page).waitFor();
		const upright = page.viewportSize() ?? SIZES.phone;
		/** How far the drawing stands out of its frame, px. */
		const outside = () =>
			map(page)
				.locator('svg')
				.evaluate((svg) => {
					const [all, seen] = [svg.getBoundingClientRect(), svg.parentElement?.getBoundingClientRect()];
					if (!seen) throw new Error('no frame');
					const over = [
						seen.left - all.left,
						all.right - seen.right,
						seen.top - all.top,
						all.bottom - seen.bottom
					];
					return Math.round(Math.max(0, ...over));
				});
		await expect.poll(outside).toBe(0);
		for (const turned of [
			{ width: 1000, height: 700 },
			{ width: upright.height, height: upright.width },
			upright
		]) {
			await page.setViewportSize(turned);
			await expect.poll(outside, { message: JSON.stringify(turned) }).toBe(0);
		}
		await page.getByRole('button', { name: vi['seats.map.closer'] }).click();
		await page.setViewportSize({ width: upright.width, height: upright.height - 60 });
		await expect.poll(outside).toBeGreaterThan(0);
		await page.setViewportSize(upright);
		await button(page, vi['seats.map.whole']).click();
		await expect.poll(outside).toBe(0);
		expect(errors).toEqual([]);
	});
});
