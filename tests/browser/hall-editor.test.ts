/** The drawing board of the hall, by mouse, fingers and keys. Real product, real Chromium. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReplicaSnapshot } from '../../src/lib/core/log/message';
import type { Hall } from '../../src/lib/core/seating/hall';
import { hallFileText } from '../../src/lib/core/seating/hall-file';
import { layoutOf } from '../../src/lib/core/seating/layout';
import { presetHall } from '../../src/lib/core/seating/presets';
import { interpolate } from '../../src/lib/ui/i18n/i18n';
import { vi } from '../../src/lib/ui/i18n/vi';
import { startProduct, type Product } from '../support/product';
import { launch, newDevice, type Device, type SIZES } from './harness';

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('drawing the hall', () => {
	let product: Product;
	let browser: Browser;
	let office: Device;
	let demo: string;

	async function api<T>(path: string, body?: object): Promise<T> {
		const answer = await office.page.evaluate(
			async ([url, json]) => {
				const init: RequestInit = json
					? { method: 'POST', body: json, headers: { 'content-type': 'application/json', 'kt-as': 'admin' } }
					: { headers: { 'kt-as': 'admin' } };
				return (await fetch(url, init)).json();
			},
			[`/api/v1${path}`, body ? JSON.stringify(body) : ''] as const
		);
		return answer as T;
	}
	const seating = async (conference: string) => {
		const { state } = await api<ReplicaSnapshot>(`/conferences/${conference}/replica`);
		if (!state.seating) throw new Error('no seating');
		return state.seating;
	};
	const hallOf = async (conference: string): Promise<Hall> =>
		(await seating(conference)).hall ?? { name: 'none', blocks: [] };
	/** A conference without a hall, its section open on a device of its own. */
	async function fresh(size: keyof typeof SIZES = 'laptop', conference?: string) {
		const id = conference ?? (await api<{ id: string }>('/conferences', { template: null, title: 'Thử' })).id;
		const device = await newDevice(browser, size);
		await device.context.addCookies(await office.context.cookies());
		await device.page.goto(`${product.base}/c/${id}/admin?muc=hoi-truong`);
		await device.page.locator('[data-freshness="live"]').waitFor();
		return { ...device, id };
	}
	const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
	const choose = (page: Page, preset: 'commune' | 'agency' | 'province') =>
		page.getByRole('button', { name: vi[`hall.preset.${preset}`] }).click();
	const says = (page: Page, saved: boolean) => page.locator(`[data-hall-saved="${saved}"]`).waitFor();
	const [saved, unsaved] = [(page: Page) => says(page, true), (page: Page) => says(page, false)];
	const save = async (page: Page) => {
		await button(page, vi['hall.save']).click();
		await saved(page);
	};
	const part = (page: Page, key: string) => page.locator(`svg [data-part="${key}"]`);
	/** Where a point of the hall is on the screen, px. */
	const onScreen = (page: Page, x: number, y: number) =>
		page.locator('svg[data-mode]').evaluate(
			(svg: SVGSVGElement, [cx, cy]) => {
				const at = new DOMPoint(cx, cy).matrixTransform(svg.getScreenCTM() ?? undefined);
				return { x: at.x, y: at.y };
			},
			[x, y] as const
		);
	const seatOnScreen = (page: Page, hall: Hall, key: string) => {
		const place = layoutOf(hall).byKey.get(key);
		return onScreen(page, place?.x ?? NaN, place?.y ?? NaN);
	};
	async function field(page: Page, label: string): Promise<string> {
		const one = page.getByLabel(label, { exact: true });
		if (!(await one.isVisible())) await page.getByText(vi['hall.position'], { exact: true }).click();
		return one.inputValue();
	}
	async function faults(page: Page): Promise<string[]> {
		await page.evaluate(await axe);
		return page.evaluate(async () => {
			type Axe = {
				run(o: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
			};
			const { violations } = await (window as unknown as { axe: Axe }).axe.run({
				resultTypes: ['violations']
			});
			return violations
				.filter(({ impact }) => impact === 'serious' || impact === 'critical')
				.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
		});
	}

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		browser = await launch();
		office = await newDevice(browser);
		// The first organiser: may make conferences, unlike a device of one.
		await office.page.goto(`${product.base}/login`);
		const secret = product.link('setup').split('#')[1];
		await api('/setup', { secret, name: 'Nguyễn Văn Tổ Chức', password: 'mat-khau-thu-nghiem' });
		demo = /\/c\/([^/]+)/.exec(product.link('viewer'))?.[1] ?? '';
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('HALL-18: with a mouse a preset is chosen, a block moved, a seat marked, undone, renamed and saved, and it is there after a reload', async () => {
		const { page, id, errors } = await fresh();
		await choose(page, 'commune');
		await unsaved(page);
		const start = presetHall('commune');
		const seat = await seatOnScreen(page, start, 'a/4/3');
		await page.mouse.move(seat.x, seat.y);
		await page.mouse.down();
		await page.mouse.move(seat.x - 20, seat.y + 10, { steps: 4 });
		await page.mouse.move(seat.x - 33, seat.y + 21, { steps: 4 });
		await page.mouse.up();
		const moved = { x: Number(await field(page, vi['hall.x'])), y: Number(await field(page, vi['hall.y'])) };
		expect(moved.x).toBeLessThan(-300);
		expect(moved.y).toBeGreaterThan(260);
		await button(page, vi['hall.mode.out']).click();
		const other = await seatOnScreen(page, start, 'b/2/3');
		await page.mouse.click(other.x, other.y);
		await page.getByText(interpolate(vi['hall.countOut'], { count: 1 })).waitFor();
		await button(page, vi['hall.undo']).click();
		await page.getByText(interpolate(vi['hall.countOut'], { count: 1 })).waitFor({ state: 'detached' });
		await button(page, vi['hall.redo']).click();
		await page.getByText(interpolate(vi['hall.countOut'], { count: 1 })).waitFor();
		await page.getByLabel(vi['hall.part'], { exact: true }).selectOption('block/a');
		await page.getByLabel(vi['hall.blockName'], { exact: true }).fill('Khối Đại biểu');
		await page.getByLabel(vi['hall.part'], { exact: true }).selectOption('stage');
		await page.getByLabel(vi['hall.name'], { exact: true }).fill('Nhà văn hóa thôn Đoài');
		await save(page);
		const hall = await hallOf(id);
		expect(hall.name).toBe('Nhà văn hóa thôn Đoài');
		expect(hall.blocks[0]).toMatchObject({ name: 'Khối Đại biểu', ...moved });
		expect(hall.blocks[1]).toMatchObject({ out: ['2/3'] });
		await page.reload();
		await saved(page);
		await page.locator('svg[data-mode]').getByText('Khối Đại').waitFor();
		expect(await page.getByText(interpolate(vi['hall.countOut'], { count: 1 })).count()).toBe(1);
		expect(errors).toEqual([]);
	});

	it('HALL-19: with keys alone parts are chosen, moved, marked, removed, brought back and saved', async () => {
		const { page, id, errors } = await fresh();
		/** Only Tab, never a click: what cannot be reached so cannot be reached by some people. */
		const tabTo = async (reached: () => Promise<boolean>, back = false) => {
			for (let step = 0; step < 120; step++) {
				if (await reached()) return;
				await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
			}
			throw new Error('not reached');
		};
		const focused = (attribute: string, value: string) => () =>
			page.evaluate(([a, v]) => document.activeElement?.getAttribute(a) === v, [attribute, value] as const);
		const named = (name: string) => () =>
			page.evaluate((text) => document.activeElement?.textContent?.trim().startsWith(text) ?? false, name);
		await page.getByRole('button', { name: vi['hall.preset.commune'] }).waitFor();
		await tabTo(named(vi['hall.preset.commune']));
		await page.keyboard.press('Enter');
		await tabTo(focused('data-part', 'block/a'));
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('Shift+ArrowDown');
		expect(await field(page, vi['hall.x'])).toBe('-320');
		expect(await field(page, vi['hall.y'])).toBe('360');
		await tabTo(focused('data-part', 'block/b'));
		await page.keyboard.press('Delete');
		await part(page, 'block/b').waitFor({ state: 'detached' });
		await page.keyboard.press('Control+z');
		await part(page, 'block/b').waitFor();
		await page.keyboard.press('Control+y');
		await part(page, 'block/b').waitFor({ state: 'detached' });
		await page.keyboard.press('Control+z');
		const before = await page.locator('svg[data-mode]').getAttribute('viewBox');
		await page.keyboard.press('+');
		expect(await page.locator('svg[data-mode]').getAttribute('viewBox')).not.toBe(before);
		await page.keyboard.press('-');
		await tabTo(named(vi['hall.mode.wheelchair']), true);
		await page.keyboard.press('Enter');
		await tabTo(focused('data-part', 'block/a'));
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', ' ']) await page.keyboard.press(key);
		const place = { block: 'Khối A', row: '2', seat: '2', state: vi['hall.seat.wheelchair'] };
		await page.getByText(interpolate(vi['hall.seatIs'], place)).waitFor();
		await tabTo(named(vi['hall.save']), true);
		await page.keyboard.press('Enter');
		await saved(page);
		const [a, b] = (await hallOf(id)).blocks;
		expect(a).toMatchObject({ x: -320, y: 360 });
		expect(a?.wheelchair).toContain('2/2');
		expect(b?.id).toBe('b');
		expect(errors).toEqual([]);
	});

	it('HALL-20: with fingers a block is dragged, the drawing pinched and a seat marked, on a phone', async () => {
		const { page, id, context, errors } = await fresh('phone');
		await choose(page, 'commune');
		await unsaved(page);
		const touch = await context.newCDPSession(page);
		type Finger = { x: number; y: number };
		const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Finger[]) =>
			touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((at, id) => ({ ...at, id })) });
		await page.locator('svg[data-mode]').scrollIntoViewIfNeeded();
		const start = presetHall('commune');
		const from = await seatOnScreen(page, start, 'a/5/3');
		await fingers('touchStart', [from]);
		for (let step = 1; step <= 8; step++) await fingers('touchMove', [{ x: from.x, y: from.y + step * 4 }]);
		await fingers('touchEnd', []);
		expect(Number(await field(page, vi['hall.y']))).toBeGreaterThan(300);
		await page.locator('svg[data-mode]').scrollIntoViewIfNeeded();
		const width = async () =>
			Number((await page.locator('svg[data-mode]').getAttribute('viewBox'))?.split(' ')[2]);
		const before = await width();
		const middle = await seatOnScreen(page, start, 'b/5/3');
		const pair = (apart: number) => [
			{ x: middle.x - apart, y: middle.y },
			{ x: middle.x + apart, y: middle.y }
		];
		await fingers('touchStart', pair(20));
		for (let apart = 24; apart <= 44; apart += 4) await fingers('touchMove', pair(apart));
		await fingers('touchEnd', []);
		expect(await width()).toBeLessThan(before * 0.6);
		await button(page, vi['hall.mode.out']).click();
		await page.locator('svg[data-mode]').scrollIntoViewIfNeeded();
		const seat = await seatOnScreen(page, start, 'b/5/3');
		await page.touchscreen.tap(seat.x, seat.y);
		await page.getByText(interpolate(vi['hall.countOut'], { count: 1 })).waitFor();
		await save(page);
		expect((await hallOf(id)).blocks[1]).toMatchObject({ out: ['5/3'], x: 300, y: 260 });
		for (const one of await page.getByRole('toolbar').getByRole('button').all()) {
			const box = await one.boundingBox();
			expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
		expect(errors).toEqual([]);
	});
	it('HALL-21: of two organisers who draw at once the second is told, sees the new hall or saves over it, and loses nothing', async () => {
		const one = await fresh();
		await choose(one.page, 'commune');
		await save(one.page);
		const two = await fresh('laptop', one.id);
		await saved(two.page);
		const rename = async (page: Page, name: string) => {
			await page.getByLabel(vi['hall.name'], { exact: true }).fill(name);
			await unsaved(page);
		};
		await rename(two.page, 'Bản của người thứ hai');
		await rename(one.page, 'Bản của người thứ nhất');
		await save(one.page);
		await two.page.getByText(vi['hall.overtaken']).waitFor();
		expect(await two.page.getByLabel(vi['hall.name'], { exact: true }).inputValue()).toBe(
			'Bản của người thứ hai'
		);
		expect(await button(two.page, vi['hall.save']).isDisabled()).toBe(true);
		await button(two.page, vi['hall.seeNew']).click();
		await two.page.locator('strong', { hasText: 'Bản của người thứ nhất' }).waitFor();
		await saved(two.page);
		await two.page.getByRole('toolbar').getByRole('button', { name: vi['hall.undo'], exact: true }).click();
		await two.page.locator('strong', { hasText: 'Bản của người thứ hai' }).waitFor();
		await rename(one.page, 'Lại sửa');
		await save(one.page);
		await two.page.getByText(vi['hall.overtaken']).waitFor();
		const over = button(two.page, vi['hall.saveOver']);
		await over.hover();
		await two.page.mouse.down();
		await saved(two.page);
		await two.page.mouse.up();
		expect((await hallOf(one.id)).name).toBe('Bản của người thứ hai');
		await one.page.locator('strong', { hasText: 'Bản của người thứ hai' }).waitFor();
		expect([...one.errors, ...two.errors]).toEqual([]);
	});

	it('HALL-22: without a line the drawing goes on, and what was not saved is offered after a reload', async () => {
		const { page, context, id, errors } = await fresh();
		await choose(page, 'agency');
		await save(page);
		await context.setOffline(true);
		await page.locator('[data-freshness]:not([data-freshness="live"])').waitFor();
		await page.getByLabel(vi['hall.name'], { exact: true }).fill('Sửa khi mất mạng');
		await button(page, vi['hall.save']).click();
		await page.getByText(vi['hall.kept']).waitFor();
		await unsaved(page);
		expect((await hallOf(id)).name).toBe('Hội trường cơ quan');
		await context.setOffline(false);
		await page.reload();
		await page.getByText(vi['hall.draft']).waitFor();
		await button(page, vi['hall.draftResume']).click();
		await page.locator('strong', { hasText: 'Sửa khi mất mạng' }).waitFor();
		await page.locator('[data-freshness="live"]').waitFor();
		await save(page);
		expect((await hallOf(id)).name).toBe('Sửa khi mất mạng');
		await page.reload();
		await saved(page);
		expect(await page.getByText(vi['hall.draft']).count()).toBe(0);
		expect(errors).toEqual([]);
	});

	it('HALL-23: a broken file is refused with a sentence and changes nothing, and an exported hall is imported as the same', async () => {
		const { page, id, errors } = await fresh();
		const give = (text: string) =>
			page
				.locator('[data-hall-file]')
				.setInputFiles({ name: 'hall.json', mimeType: 'application/json', buffer: Buffer.from(text) });
		await choose(page, 'province');
		await button(page, vi['hall.add']).click();
		await button(page, vi['hall.addPresidium']).click();
		await part(page, 'block/doan-chu-tich').waitFor();
		await save(page);
		const before = await hallOf(id);
		await button(page, vi['hall.files']).click();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			button(page, vi['hall.export']).click()
		]);
		expect(download.suggestedFilename()).toBe('trung-tam-hoi-nghi-tinh.json');
		const text = await readFile(await download.path(), 'utf8');
		expect(text).toBe(hallFileText(JSON.parse(text).hall));
		await give(text.slice(0, 400));
		const line = text.slice(0, 400).split('\n').length;
		await page.getByText(interpolate(vi['reject.hall_file_json'], { line })).waitFor();
		await give('{"khanhTiet": "backup", "version": 1}');
		await page.getByText(vi['reject.hall_file_kind']).waitFor();
		await give(text.replace('"rows": 14', '"rows": "mười bốn"'));
		const rule = interpolate(vi['hall.rule.whole'], { least: 1, most: 200 });
		const where = interpolate(vi['hall.in.blocksNamed'], { at: 1, name: 'Khối A' });
		const field = `${vi['hall.called.rows']} (rows)`;
		await page.getByText(interpolate(vi['hall.field'], { where, field, rule })).waitFor();
		await page.keyboard.press('Escape');
		await saved(page);
		expect(await hallOf(id)).toEqual(before);
		await button(page, vi['hall.files']).click();
		await choose(page, 'commune');
		await save(page);
		await button(page, vi['hall.files']).click();
		await give(text);
		await part(page, 'block/doan-chu-tich').waitFor();
		await save(page);
		expect(await hallOf(id)).toEqual(before);
		expect(errors).toEqual([]);
	});

	it('HALL-24: a hall in which people would lose their seat is saved only after somebody held the button that says how many', async () => {
		const { page, errors } = await fresh('laptop', demo);
		await saved(page);
		const before = await seating(demo);
		const block = before.hall?.blocks[0]?.id ?? '';
		const lost = Object.values(before.seats).filter((seat) => seat.block === block).length;
		await part(page, `block/${block}`).focus();
		await page.keyboard.press('Delete');
		await button(page, vi['hall.save']).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByText(interpolate(vi['hall.unseatsText'], { count: lost })).waitFor();
		await button(page, vi['common.cancel']).click();
		await unsaved(page);
		expect((await seating(demo)).hallVersion).toBe(before.hallVersion);
		await button(page, vi['hall.save']).click();
		await dialog.getByRole('button', { name: interpolate(vi['hall.unseatsSave'], { count: lost }) }).hover();
		await page.mouse.down();
		await saved(page);
		await page.mouse.up();
		const after = await seating(demo);
		expect(Object.values(after.seats).filter((seat) => seat.block === block)).toEqual([]);
		expect(Object.keys(after.seats).length).toBe(Object.keys(before.seats).length - lost);
		expect([lost > 0, errors]).toEqual([true, []]);
	});

	it('HALL-25: overlapping blocks are said in words and lock nothing, and no state of the section has a serious accessibility fault', async () => {
		const { page, errors } = await fresh();
		await page.getByRole('button', { name: vi['hall.preset.commune'] }).waitFor();
		expect(await faults(page), 'empty').toEqual([]);
		await choose(page, 'commune');
		await page.getByLabel(vi['hall.part'], { exact: true }).selectOption('block/a');
		await page.getByText(vi['hall.names'], { exact: true }).click();
		await page.getByText(vi['hall.position'], { exact: true }).click();
		await page.getByText(vi['hall.inside'], { exact: true }).click();
		await page.getByLabel(vi['hall.x'], { exact: true }).fill('250');
		await page.keyboard.press('Enter');
		const words = interpolate(vi['hall.warn.overlap'], { block: 'Khối A', other: 'Khối B' });
		await page.getByText(words).waitFor();
		expect(await faults(page), 'block').toEqual([]);
		await save(page);
		await button(page, vi['hall.mode.out']).click();
		await page.getByLabel(vi['hall.part'], { exact: true }).selectOption('door/0');
		expect(await faults(page), 'door').toEqual([]);
		await button(page, vi['hall.add']).click();
		await page.getByRole('dialog').waitFor();
		expect(await faults(page), 'add').toEqual([]);
		await page.keyboard.press('Escape');
		await button(page, vi['hall.files']).click();
		await page.getByRole('dialog').waitFor();
		expect(await faults(page), 'files').toEqual([]);
		expect(errors).toEqual([]);
	});
});
