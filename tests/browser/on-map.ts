/** Owns: how a test finds its way about the map of seats. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const map = (page: Page) => page.getByRole('listbox');
export const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');
export const onMap = (page: Page, words: string | RegExp) => page.getByRole('option', { name: words });
export const seatNamed = (block: string, row: number, seat: number) =>
	`Khối ${block}, hàng ${row}, ghế ${seat},`;

/** With a mouse, from the middle of one to the middle of the other. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
	await from.evaluate((one) => one.scrollIntoView({ block: 'center' }));
	const [a, b] = [await from.boundingBox(), await to.boundingBox()];
	if (!a || !b) throw new Error('not on the screen');
	await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
	await page.mouse.down();
	await page.mouse.move(a.x + a.width / 2 + 12, a.y + a.height / 2 + 4);
	await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 4 });
	await page.mouse.up();
}

/** The map stands still: two frames show the same place. */
export async function settled(page: Page): Promise<void> {
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const place = () => document.querySelector('[role="listbox"] svg')?.getAttribute('style') ?? '';
				const before = place();
				for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
				return before === place() && /scale\(1\)/.test(before);
			})
		)
		.toBe(true);
}
