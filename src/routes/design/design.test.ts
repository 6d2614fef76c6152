import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDesignPage, type DesignPage } from './design-harness';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const themes = ['light', 'dark', 'ivory', 'maket'];

let design: DesignPage;
beforeAll(async () => {
	design = await startDesignPage();
});
afterAll(() => design.close());

describe('every component, with the longest words', () => {
	it.each(themes)('UI-4: the %s theme has no serious accessibility fault', async (theme) => {
		// Tall enough that nothing lies under the bar, which would hide targets from the check
		const page = await design.open(`?theme=${theme}`, 1366, 9000);
		await page.evaluate(axe);
		const faults = await page.evaluate<string[]>(
			`axe.run().then((result) => result.violations
				.filter((fault) => ['serious', 'critical'].includes(fault.impact))
				.map((fault) => fault.id + ' ' + fault.nodes.map((node) => node.html).join()))`
		);
		expect(faults).toEqual([]);
		await page.close();
	});

	it.each([
		[320, 640, '?large'],
		[390, 844, ''],
		[1366, 768, ''],
		[1920, 1080, '?large']
	])(
		'UI-5: at %i × %i nothing runs off the side and every target is 48 px or more',
		async (width, height, query) => {
			const page = await design.open(query, width, height);
			const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(beyond).toBe(0);
			const small = await page.evaluate(() =>
				[
					...document.querySelectorAll(
						'button, label:has(> [type=checkbox]), select, textarea, input:not([type=checkbox])'
					)
				]
					.map((node) => ({ html: node.outerHTML.slice(0, 90), box: node.getBoundingClientRect() }))
					.filter(({ box }) => box.width < 48 || box.height < 48)
					.map(({ html }) => html)
			);
			expect(small).toEqual([]);
			await page.close();
		}
	);

	it('UI-6: a name on a verdict is at least 40 px high at 360 px width', async () => {
		const page = await design.open('?part=Verdicts', 360, 640);
		const sizes = await page.evaluate(() =>
			[...document.querySelectorAll('.verdict .name')].map((node) =>
				parseFloat(getComputedStyle(node).fontSize)
			)
		);
		expect(sizes.length).toBeGreaterThan(0);
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
		await page.close();
	});

	it('UI-7: every letter comes from Be Vietnam Pro, and its marks fit where overflow is cut', async () => {
		const page = await design.open('?part=Tokens', 1366, 768);
		// A letter the face lacks would be drawn, and be as wide, as in whatever stands next in the list
		const missing = await page.evaluate(async () => {
			const letters =
				'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ';
			const all = letters + letters.toUpperCase() + '0123456789–…·“”−';
			const pen = document.createElement('canvas').getContext('2d');
			if (!pen) return ['no canvas'];
			const width = (letter: string, weight: number, after: string) => {
				pen.font = `${weight} 100px 'Be Vietnam Pro', ${after}`;
				return pen.measureText(letter).width;
			};
			const found: string[] = [];
			for (const weight of [400, 500, 600, 700, 800]) {
				await document.fonts.load(`${weight} 100px 'Be Vietnam Pro'`, all);
				found.push(
					...[...all].filter(
						(letter) => width(letter, weight, 'monospace') !== width(letter, weight, 'serif')
					)
				);
			}
			return found;
		});
		expect(missing).toEqual([]);
		const short = await page.evaluate(() => {
			const pen = document.createElement('canvas').getContext('2d');
			return [...document.querySelectorAll('.clip')].flatMap((node) => {
				const style = getComputedStyle(node);
				if (!pen) return ['no canvas'];
				pen.font = `${style.fontWeight} ${style.fontSize} 'Be Vietnam Pro'`;
				const ink = pen.measureText('ẨỄỖẴỘỰợỵ');
				const [line, room] = [parseFloat(style.lineHeight), parseFloat(style.paddingTop)];
				const half = (line - ink.fontBoundingBoxAscent - ink.fontBoundingBoxDescent) / 2;
				const above = room + half + ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent;
				const below = half + ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent;
				return above < 0 || below < 0 ? [`${style.fontSize}: ${above} above, ${below} below`] : [];
			});
		});
		expect(short).toEqual([]);
		await page.close();
	});
});

describe('what components do', () => {
	it('UI-8: a tap on a hold button does nothing; holding by pointer or by key confirms once', async () => {
		const page = await design.open('?part=Controls', 1366, 900);
		const hold = page.getByRole('button', { name: 'Kết thúc chương trình' });
		const toasts = page.locator('.toast');
		await hold.click();
		await hold.focus();
		await page.keyboard.press('Enter');
		expect(await toasts.count()).toBe(0);
		await hold.hover();
		await page.mouse.down();
		await toasts.first().waitFor();
		await page.mouse.up();
		expect(await toasts.count()).toBe(1);
		await page.keyboard.down('Space');
		await toasts.nth(1).waitFor();
		await page.keyboard.up('Space');
		expect(await toasts.count()).toBe(2);
		await page.close();
	});

	it('UI-9: assistive technology, which cannot hold, confirms a hold button by a second press', async () => {
		const page = await design.open('?part=Controls', 1366, 900);
		const hold = page.getByRole('button', { name: 'Kết thúc chương trình' });
		await hold.evaluate((node: HTMLElement) => node.click());
		await page.getByText('Nhấn lần nữa để xác nhận').waitFor();
		expect(await page.locator('.toast').count()).toBe(0);
		await hold.evaluate((node: HTMLElement) => node.click());
		await page.locator('.toast').waitFor();
		await page.close();
	});

	it('UI-10: a dialog keeps the focus inside, closes by Escape and gives the focus back', async () => {
		const page = await design.open('?part=Controls', 390, 844);
		const opener = page.getByRole('button', { name: 'Mở', exact: true });
		await opener.click();
		const dialog = page.getByRole('dialog', { name: 'Bổ sung đại biểu ngoài danh sách' });
		await dialog.waitFor();
		expect(await dialog.evaluate((node) => node.contains(document.activeElement))).toBe(true);
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'detached' });
		expect(await opener.evaluate((node) => node === document.activeElement)).toBe(true);
		await page.close();
	});

	it('UI-11: tabs move by arrow keys, wrap round, and only the chosen one is in the tab order', async () => {
		const page = await design.open('?part=Controls', 1366, 900);
		const chosen = page.getByRole('tab', { selected: true });
		await chosen.focus();
		await page.keyboard.press('ArrowLeft');
		expect(await chosen.textContent()).toContain('Theo đơn vị');
		expect(await chosen.evaluate((node) => node === document.activeElement)).toBe(true);
		expect(await page.locator('[role=tab][tabindex="0"]').count()).toBe(1);
		await page.close();
	});

	it('UI-15: a notice never covers the bar with the primary action, and wears the theme of the screen', async () => {
		const page = await design.open('?part=Controls&theme=dark', 390, 844);
		await page.getByRole('button', { name: 'Xóa', exact: true }).click();
		await page.getByRole('button', { name: 'Lưu', exact: true }).first().click();
		const notice = await page.locator('.toast').last().boundingBox();
		const bar = await page.getByRole('region', { name: 'Thao tác' }).boundingBox();
		expect((notice?.y ?? Infinity) + (notice?.height ?? Infinity)).toBeLessThanOrEqual(bar?.y ?? 0);
		expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
		await page.close();
	});

	it('UI-12: a busy button lets no press through', async () => {
		const page = await design.open('?part=Controls', 1366, 900);
		await page.locator('[aria-busy=true]').click({ force: true });
		expect(await page.locator('.toast').count()).toBe(0);
		await page.close();
	});

	it('UI-13: a stepper puts the old number back when letters are typed, and stays within its bounds', async () => {
		const page = await design.open('?part=Controls', 1366, 900);
		const field = page.getByLabel('Dự kiến', { exact: true });
		for (const [typed, kept] of [
			['abc', '5'],
			['7', '7'],
			['999', '120'],
			['-4', '1']
		] as const) {
			await field.fill(typed);
			await field.press('Tab');
			expect(await field.inputValue()).toBe(kept);
		}
		await page.close();
	});

	it('UI-14: a QR image is drawn on this device, as a picture with a name', async () => {
		const page = await design.open('?part=Feedback', 1366, 900);
		const image = page.getByRole('img', { name: 'Mở máy ảnh, quét mã QR này' });
		await image.waitFor();
		expect(await image.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
		await page.close();
	});
});
