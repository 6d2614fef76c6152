/** The stage in a real Chromium: keys, undo, insertion, order, answers to notes. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device } from './harness';

let product: Product;
let browser: Browser;
let stage: Device;
let page: Page;

beforeAll(async () => {
	product = await startProduct({ demo: true });
	browser = await launch();
	stage = await newDevice(browser, 'laptop');
	page = stage.page;
	await enrol(stage, product.base, product.link('stage'), 'Máy điều hành');
	await page.getByTestId('stage-next').waitFor();
});

afterAll(async () => {
	await browser?.close();
	await product?.stop();
});

const change = () => page.getByTestId('stage-next');
const now = () => page.getByTestId('now').getByRole('heading');
const step = async () => (await programme()).step;

async function programme(): Promise<{ step: number; order: string[]; live: { item: string } | null }> {
	const conference = /\/c\/([^/]+)\//.exec(page.url())?.[1] ?? '';
	return page.evaluate(async (id) => {
		const answer = await fetch(`/api/v1/conferences/${id}/replica`, { headers: { 'kt-as': 'stage' } });
		const { state } = await answer.json();
		return state.programme;
	}, conference);
}

/** The screen ignores a second press while the first is on its way and for a moment after; wait until it listens. */
async function pressed(press: () => Promise<void>): Promise<void> {
	const before = await step();
	await expect
		.poll(async () => {
			if ((await step()) === before) await press();
			return step();
		})
		.toBe(before + 1);
	await change().and(page.locator(':not([aria-busy])')).waitFor();
}

describe('the stage', () => {
	it('STG-7: a space typed in a field or with a dialog open moves nothing', async () => {
		const before = await step();
		await page.getByLabel('Tự ghi').click();
		await page.keyboard.type('chờ một chút ');
		await page.keyboard.press('PageDown');
		expect(await page.getByLabel('Tự ghi').inputValue()).toBe('chờ một chút ');
		await page.getByRole('button', { name: 'Chèn mục', exact: true }).click();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('PageDown');
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		expect(await step()).toBe(before);
		await page.getByLabel('Tự ghi').fill('');
		await page.getByTestId('now').click();
	});

	it('STG-7: the space bar starts the day and a clicker moves it on; the screen follows', async () => {
		await pressed(() => page.keyboard.press(' '));
		await expect.poll(() => now().innerText()).toBe('Tiết mục 1');
		await pressed(() => page.keyboard.press('PageDown'));
		await expect.poll(() => now().innerText()).toBe('Tiết mục 2');
	});

	it('STG-8: Hoàn tác takes one’s own movement back and is gone after', async () => {
		const before = await now().innerText();
		await pressed(() => change().click());
		await expect.poll(() => now().innerText()).not.toBe(before);
		await page.getByRole('button', { name: /^Hoàn tác lần chuyển/ }).click();
		await expect.poll(() => now().innerText()).toBe(before);
		await page.getByRole('button', { name: 'Hoàn tác', exact: true, disabled: true }).waitFor();
	});

	it('STG-9: a clicker’s back key asks before it moves', async () => {
		const before = await step();
		await page.keyboard.press('PageUp');
		await page.getByRole('dialog').getByRole('button', { name: 'Hủy' }).click();
		expect(await step()).toBe(before);
		await page.keyboard.press('PageUp');
		await page.getByRole('dialog').getByRole('button', { name: 'Lùi một mục' }).click();
		await expect.poll(() => now().innerText()).toBe('Tiết mục 1');
	});

	it('STG-10: a quick insertion comes next, and buttons alone change the order', async () => {
		await page.getByRole('button', { name: 'Chèn mục', exact: true }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button', { name: /^Chụp ảnh lưu niệm/ }).click();
		await dialog.getByRole('button', { name: 'Chèn mục' }).click();
		await dialog.waitFor({ state: 'detached' });
		const line = page.locator('[data-line]', { hasText: 'Chụp ảnh lưu niệm' });
		await expect.poll(() => line.innerText()).toContain('Chèn thêm');
		const { order } = await programme();
		await page.getByRole('button', { name: 'Đổi thứ tự' }).click();
		await page.getByRole('button', { name: 'Đưa xuống: Chụp ảnh lưu niệm' }).press('Enter');
		expect((await programme()).order).toEqual(order);
		await page.getByRole('button', { name: 'Áp dụng' }).click();
		const id = (await line.getAttribute('data-line')) ?? '';
		await expect.poll(async () => (await programme()).order.indexOf(id)).toBe(order.indexOf(id) + 1);
	});

	it('STG-11: a line is dragged by its grip; nothing is sent until Áp dụng', async () => {
		const { order } = await programme();
		await page.getByRole('button', { name: 'Đổi thứ tự' }).click();
		const grips = page.locator('[data-grip=""]');
		await grips.first().scrollIntoViewIfNeeded();
		const [from, to] = [await grips.nth(0).boundingBox(), await grips.nth(1).boundingBox()];
		if (!from || !to) throw new Error('no grip in sight');
		await page.mouse.move(from.x + 20, from.y + 20);
		await page.mouse.down();
		await page.mouse.move(to.x + 20, to.y + to.height + 8, { steps: 10 });
		await page.mouse.up();
		expect((await programme()).order).toEqual(order);
		await page.getByRole('button', { name: 'Áp dụng' }).click();
		await expect.poll(async () => (await programme()).order).not.toEqual(order);
	});

	it('STG-12: “Chưa rõ – gọi tôi” is an alert until somebody says “Đã gọi”, and leaves six lines to read', async () => {
		const mc = await newDevice(browser, 'phone');
		await enrol(mc, product.base, product.link('mc'), 'Máy MC');
		await page.getByRole('button', { name: 'Chuẩn bị mục tiếp theo' }).click();
		const sent = page.getByTestId('note').first();
		await expect.poll(() => sent.innerText()).toContain('Chưa trả lời');
		await mc.page.getByRole('button', { name: 'Chưa rõ – gọi tôi' }).click();
		await page.getByTestId('call').waitFor();
		await sixLines();
		await page.getByRole('button', { name: 'Đã gọi' }).click();
		await page.getByTestId('call').waitFor({ state: 'detached' });
		expect(await sent.innerText()).toContain('Chưa rõ – gọi tôi');
		expect(mc.errors).toEqual([]);
		await mc.context.close();
	});

	/** On a laptop the alert leaves six lines of the run-sheet, and nothing is cut off the key. */
	async function sixLines(): Promise<void> {
		const before = page.viewportSize();
		await page.setViewportSize({ width: 1366, height: 768 });
		const whole = () =>
			page.evaluate(() => {
				const bottom = document.querySelector('[data-pane]')?.getBoundingClientRect().bottom ?? 0;
				const top = document.querySelector('#run-sheet header')?.getBoundingClientRect().bottom ?? 0;
				return [...document.querySelectorAll('[data-line]')].filter((line) => {
					const box = line.getBoundingClientRect();
					return box.top >= top - 1 && box.bottom <= bottom + 1;
				}).length;
			});
		await expect.poll(whole).toBeGreaterThanOrEqual(6);
		expect(await change().innerText()).toMatch(/\d+ phút$/);
		if (before) await page.setViewportSize(before);
	}

	it('STG-13: without the server the key says so, and nothing is sent later', async () => {
		const before = await step();
		await stage.context.setOffline(true);
		await expect.poll(() => change().innerText(), { timeout: 20_000 }).toContain('Mất kết nối');
		await change().click();
		await page.getByTestId('refusal').waitFor();
		await stage.context.setOffline(false);
		await expect.poll(() => change().innerText(), { timeout: 20_000 }).not.toContain('Mất kết nối');
		expect(await step()).toBe(before);
		expect(stage.errors).toEqual([]);
	});
});
