/** The board in the lobby, a delegate's own page and the kiosk: from a name to a seat and the way there. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, trigger, type Organiser } from '../support/desk';
import type { Json } from '../support/node';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device } from './harness';

type Person = {
	delegate: string;
	name: string;
	honorific: string;
	unit: string;
	token: string;
	title: string;
};

describe('finding a seat', () => {
	let product: Product;
	let browser: Browser;
	let office: Organiser;
	let invited: Person[];
	let board: Device;

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		office = await organiser(product.base, product.link('admin'));
		invited = await office.call('/invitations');
		browser = await launch(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
		board = await newDevice(browser, 'tablet');
		await board.page.setViewportSize({ width: 1080, height: 1920 });
		await board.page.clock.install();
		await enrol(board, product.base, product.link('board'), 'Sảnh');
		await board.page.getByRole('heading', { name: vi['finder.title'], exact: true }).last().waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	const key = (page: Page, letter: string) =>
		page.getByRole('button', { name: vi['finder.letter'].replace('{letter}', letter), exact: true }).tap();
	const seatOf = async (delegate: string): Promise<Json> =>
		(await office.call('/replica')).state.seating.seats[delegate];

	/** Gives somebody a seat that is free. @returns it */
	async function move(delegate: string | undefined): Promise<Json> {
		const { seats } = (await office.call('/replica')).state.seating;
		const taken = new Set(Object.values<Json>(seats).map((one) => `${one.block}/${one.row}/${one.seat}`));
		const all = ['B', 'A'].flatMap((block) =>
			[8, 7, 6].flatMap((row) => Array.from({ length: 10 }, (_, at) => ({ block, row, seat: 10 - at })))
		);
		const seat = all.find((one) => !taken.has(`${one.block}/${one.row}/${one.seat}`));
		const id = `moves-${delegate}-${seat?.block}-${seat?.row}-${seat?.seat}`;
		const { answers } = await office.call('/commands', {
			commands: [{ id, type: 'seat.assign', payload: { seats: [{ delegate, seat }] } }]
		});
		expect(answers[0]).toMatchObject({ ok: true });
		return seat;
	}

	it('BRD-5: letters touched lead to a name, its seat, the way in words and the map; nothing is typed on a keyboard', async () => {
		const { page } = board;
		const person = invited.find(({ name }) => name === 'Nông Hoàng Thị Phương Thảo Nguyên');
		await key(page, 'N');
		await page
			.getByRole('listitem')
			.filter({ hasText: person?.name ?? '' })
			.waitFor();
		for (const letter of 'GUYEN') await key(page, letter);
		await page
			.getByRole('listitem')
			.filter({ hasText: person?.name ?? '' })
			.getByRole('button')
			.tap();
		await page.getByRole('heading', { name: person?.name ?? '' }).waitFor();
		const seat = await seatOf(person?.delegate ?? '');
		await page.getByText(person?.unit ?? '', { exact: true }).waitFor();
		expect(await page.locator('dd').allTextContents()).toEqual([String(seat.row), String(seat.seat)]);
		const map = page.locator('svg[role="img"][aria-label*="Vào Cửa"]');
		await map.waitFor();
		expect(await map.locator('polyline').count()).toBe(2);
	});

	it('BRD-6: two of one name stand there with their units, and the screen says so', async () => {
		const { page } = board;
		await page.getByRole('button', { name: vi['finder.another'] }).tap();
		for (const letter of 'HOANG') await key(page, letter);
		await page.getByRole('button', { name: vi['finder.space'] }).tap();
		for (const letter of 'VAN') await key(page, letter);
		await page.getByRole('button', { name: vi['finder.space'] }).tap();
		for (const letter of 'SON') await key(page, letter);
		const rows = page.getByRole('listitem').filter({ hasText: 'Hoàng Văn Sơn' });
		await rows.first().waitFor();
		const namesakes = invited.filter(({ name }) => name === 'Hoàng Văn Sơn');
		expect(namesakes.length).toBeGreaterThan(1);
		expect(await rows.count()).toBe(namesakes.length);
		for (const { unit } of namesakes) expect(await rows.filter({ hasText: unit }).count()).toBeGreaterThan(0);
		await rows.first().getByRole('button').tap();
		await page.getByText(vi['finder.namesakes']).waitFor();
	});

	it('BRD-7: left alone for half a minute it is at its start again and shows nobody', async () => {
		const { page } = board;
		expect(await page.content()).toContain('Hoàng Văn Sơn');
		await page.clock.runFor(29_000);
		expect(await page.locator('[data-scene]').getAttribute('data-scene')).toBe('seat');
		await page.clock.runFor(2_000);
		await page.locator('[data-scene="start"]').waitFor();
		expect(await page.content()).not.toContain('Hoàng Văn Sơn');
	});

	it('BRD-8: a seat changed while somebody reads it changes on the board; what the device holds names no phone, title or rank', async () => {
		const { page, errors } = board;
		const person = invited.find(({ name }) => name === 'Nông Hoàng Thị Phương Thảo Nguyên');
		await page.getByRole('textbox').fill('thao nguyen');
		await page
			.getByRole('listitem')
			.filter({ hasText: person?.name ?? '' })
			.getByRole('button')
			.tap();
		await page.locator('dd').first().waitFor();
		const before = await page.locator('dd').allTextContents();
		const seat = await move(person?.delegate);
		expect(before).not.toEqual([String(seat.row), String(seat.seat)]);
		await page
			.getByText(`, ghế ${seat.seat}`)
			.filter({ hasText: `hàng ${seat.row} ` })
			.first()
			.waitFor();
		expect(await page.locator('dd').allTextContents()).toEqual([String(seat.row), String(seat.seat)]);
		const held = await page.evaluate(async () => {
			const answer = await fetch(
				`/api/v1${location.pathname.replace('/c/', '/conferences/').replace('/board', '/views/finder')}`,
				{
					headers: { 'kt-as': 'board' }
				}
			);
			return answer.text();
		});
		expect(held).toContain(person?.name ?? '');
		for (const word of ['0900000', '"vip"', '"tier"', '"title":"Nghệ nhân', 'GM-0', 'Phó Chủ tịch UBND tỉnh'])
			expect(held).not.toContain(word);
		expect(errors).toEqual([]);
	});

	it('BRD-9: every letter is large enough to touch, on a standing screen and on a lying one, and nothing runs off it', async () => {
		const { page } = board;
		await page.clock.runFor(31_000);
		for (const size of [
			{ width: 1080, height: 1920 },
			{ width: 1920, height: 1080 }
		]) {
			await page.setViewportSize(size);
			await page.locator('[data-scene="start"]').waitFor();
			for (const box of await page.locator('.keys button').all()) {
				const at = await box.boundingBox();
				expect(at?.height, JSON.stringify(size)).toBeGreaterThanOrEqual(64);
				expect((at?.y ?? 0) + (at?.height ?? 0), JSON.stringify(size)).toBeLessThanOrEqual(size.height);
			}
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(wide).toBeLessThanOrEqual(size.width);
		}
	});

	it('WAY-8: a delegate’s own page draws the way, says it, and follows a change; the notice names the new seat', async () => {
		const phone = await newDevice(browser, 'phone');
		const { page } = phone;
		const { guests } = await office.people();
		const guest = guests[3];
		await page.goto(`${product.base}/c/${office.conference}/me#${guest?.token}`);
		const map = page.locator('svg[aria-label*="Vào Cửa"]');
		await map.waitFor();
		const words = await map.getAttribute('aria-label');
		expect(words).toMatch(/Vào Cửa (chính|phải), .*hàng \d+.*, ghế \d+/);
		await office.call('/commands', {
			commands: [{ id: 'me-issued-seats', type: 'seat.issue', payload: {} }]
		});
		await move(guest?.delegate);
		await page.getByText(vi['public.seatMoved']).waitFor();
		expect(await map.getAttribute('aria-label')).not.toBe(words);
		expect(phone.errors).toEqual([]);
		await phone.context.close();
	});

	it('KSK-3: the kiosk shows the map and says the way', async () => {
		const kiosk = await newDevice(browser, 'tablet');
		await enrol(kiosk, product.base, product.link('kiosk'), 'Sảnh 2');
		await kiosk.page.getByRole('heading', { name: vi['arrivals.kiosk.title'] }).waitFor();
		const { guests } = await office.people();
		await trigger(kiosk.page, guests[5]?.token ?? '');
		await kiosk.page.locator('svg[role="img"][aria-label*="Vào Cửa"]').waitFor();
		await kiosk.page.getByText(/^Vào Cửa .*ghế \d+$/).waitFor();
		expect(kiosk.errors).toEqual([]);
		await kiosk.context.close();
	});

	it('WAY-9: reception’s card draws the way once it stands; who has no seat gets the first free one by one tap, and waits while the server is away', async () => {
		const desk = await newDevice(browser, 'phone');
		const { page } = desk;
		await enrol(desk, product.base, await office.deskLink('Bàn 1'), 'Bàn 1');
		await page.getByRole('tab', { name: vi['reception.tab.search'] }).waitFor();
		const { guests } = await office.people();
		const card = page.locator('[data-verdict]');
		await trigger(page, guests[7]?.token ?? '');
		await card.locator('svg[aria-label*="Vào Cửa"]').waitFor();
		await page.getByRole('button', { name: vi['reception.continueScan'] }).click();
		const walkIn = async (name: string) => {
			await page.getByRole('tab', { name: vi['reception.tab.search'] }).click();
			await page.getByRole('textbox', { name: vi['reception.searchLabel'] }).fill('khong co ten nay');
			await page.getByRole('button', { name: vi['reception.walkIn'], exact: true }).click();
			await page.getByLabel(vi['field.name']).fill(name);
			await page
				.getByRole('dialog')
				.getByRole('button', { name: vi['reception.admit'], exact: true })
				.click();
			await card.waitFor();
		};
		const give = card.getByRole('button', { name: vi['guide.place'], exact: true });
		await walkIn('Hoàng Thị Đến Sau');
		await card.getByText(vi['reception.verdict.seatPending']).waitFor();
		await give.click();
		await card.getByText(/^Khối [AB], hàng \d+, ghế \d+$/).waitFor();
		await card.locator('svg[aria-label*="Vào Cửa"]').waitFor();
		await card.waitFor({ state: 'detached' });
		await desk.context.setOffline(true);
		await page.locator('[data-freshness="offline"]').waitFor();
		await walkIn('Hoàng Văn Mất Mạng');
		await card.getByText(vi['reception.verdict.seatPending']).waitFor();
		expect(await give.count()).toBe(0);
		expect(desk.errors).toEqual([]);
		await desk.context.close();
	});
});
