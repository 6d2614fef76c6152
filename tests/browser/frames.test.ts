/** The frame tables, the wings and the labels, as three people work with them. Real product, real Chromium. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameCode, shortCode } from '../../src/lib/core/awards/frame-code';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, trigger, type Organiser } from '../support/desk';
import type { Json } from '../support/node';
import { newDataDir, startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

const run = promisify(execFile);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LONG =
	'Ban Công tác Mặt trận và Chi hội Người cao tuổi liên xóm Bản Khấy – Bản Chang – Đà Bè – Pác Rao';
const NAMES = [LONG, 'Nguyễn Thị Hồng Nhung Quỳnh Như', ...'ẶỄỘƯĐỲ'].map((name) =>
	name.length > 1 ? name : `Xóm ${name.toLowerCase()} ${name}n`
);
const SIZES_OF_TABLES = [
	{ width: 390, height: 844 },
	{ width: 768, height: 1024 },
	{ width: 1366, height: 768 }
];
const filled = (key: keyof typeof vi, values: Record<string, string | number>) =>
	vi[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('frame tables and wings', () => {
	let product: Product;
	let dataDir: string;
	let browser: Browser;
	let office: Organiser;
	let left: Device;
	let leftToo: Device;
	let right: Device;
	let wings: Device;
	let line: WebSocketRoute | null = null;
	/** What the server says to `leftToo` while it is kept back. */
	let kept: (string | Buffer)[] | null = null;
	let sent = 0;

	const send = async (type: string, payload: object): Promise<string | null> => {
		const id = `frames-test-${String(++sent).padStart(6, '0')}`;
		const { answers } = await office.call('/commands', { commands: [{ id, type, payload }] });
		return answers[0].ok ? null : answers[0].rejection.code;
	};
	const awards = async (): Promise<Json> => (await office.call('/replica')).state.awards;
	const seen = async (number = 1) => {
		const { step, given, version } = (await awards()).waves[number];
		return { wave: number, step, given, version };
	};
	const move = async (type: 'wave.next' | 'wave.back') => send(type, await seen());
	const swap = async (one: string, other: string) =>
		send('wave.swap', { recipient: one, with: other, version: (await seen()).version });
	const confirmKey = async (page: Page) =>
		button(page, filled('frames.confirm', { version: (await seen()).version }));
	const linkFor = async (role: string): Promise<string> => {
		const offer = { name: role, role, desk: null, kind: 'day' };
		return `/e#${(await office.call('/enrolments', offer)).secret}`;
	};
	async function open(role: string, size: keyof typeof SIZES): Promise<Device> {
		const device = await newDevice(browser, size);
		await enrol(device, product.base, await linkFor(role), role);
		return device;
	}

	/** Serious faults for somebody who cannot see or touch well, and whatever is cut off, at each size. */
	async function faults({ page }: Device): Promise<string[]> {
		const found: string[] = [];
		const before = page.viewportSize();
		for (const size of SIZES_OF_TABLES) {
			await page.setViewportSize(size);
			// A colour on its way from one state to the next is no state: only what stays is judged.
			await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
			await page.evaluate(axe);
			const here = await page.evaluate(async () => {
				type Axe = {
					run(options: object): Promise<{ violations: { id: string; impact: string; nodes: object[] }[] }>;
				};
				const { violations } = await (window as unknown as { axe: Axe }).axe.run({
					resultTypes: ['violations']
				});
				const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
				return [
					...violations
						.filter(({ impact }) => impact === 'serious' || impact === 'critical')
						.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes[0]).slice(0, 200)}`),
					...(wide ? ['wider than the screen'] : []),
					...[...document.querySelectorAll('.name, .place, h2, .changed')]
						.filter(
							(one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline'
						)
						.map((one) => `cut: ${one.textContent}`)
				];
			});
			found.push(...here.map((fault) => `${size.width}: ${fault}`));
		}
		if (before) await page.setViewportSize(before);
		return found;
	}

	beforeAll(async () => {
		dataDir = await newDataDir();
		product = await startProduct({ demo: true, dataDir });
		browser = await launch();
		office = await organiser(product.base, product.link('admin'));
		const { decisions, recipients } = await awards();
		const people = Object.keys(recipients);
		const entered = people.slice(0, 12).map((delegate, at) => ({
			id: `r${at + 1}`,
			delegate,
			decision: 'giay-khen',
			type: at < 8 ? 'collective' : 'household',
			wave: at < 8 ? 1 : 2,
			stagePosition: (at % 8) + 1,
			...(at < 8 && { personal: { name: NAMES[at] } })
		}));
		expect(await send('award.set', { decision: decisions['giay-khen'], recipients: entered })).toBeNull();
		[left, right, wings] = [
			await open('presenter-1', 'tablet'),
			await open('presenter-2', 'laptop'),
			await open('marshal', 'phone')
		];
		leftToo = await newDevice(browser, 'phone');
		await leftToo.page.routeWebSocket(/./, (route) => {
			const server = route.connectToServer();
			line = route;
			server.onMessage((message) => {
				if (kept && /"(view|beat)"/.test(String(message))) kept.push(message);
				else route.send(message);
			});
		});
		await enrol(leftToo, product.base, await linkFor('presenter-1'), 'presenter-1');
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
		await rm(dataDir, { recursive: true, force: true });
	});

	it('TBL-1: calm before the awards; then both tables are asked, and only both make the call possible', async () => {
		const early = filled('frames.early', { wave: 1, frames: 8 });
		for (const { page } of [left, leftToo, right]) await page.getByText(early).waitFor();
		expect(await faults(left)).toEqual([]);
		await move('wave.next');
		await left.page.getByRole('heading', { name: 'CHUẨN BỊ · Lượt 1 · 8 khung · Bàn bên trái' }).waitFor();
		await right.page.getByRole('heading', { name: 'CHUẨN BỊ · Lượt 1 · 8 khung · Bàn bên phải' }).waitFor();
		expect(await left.page.locator('[data-frame]').allTextContents()).toEqual(
			[1, 3, 5, 7].map((place) => expect.stringContaining(NAMES[place - 1] ?? '-'))
		);
		expect(await faults(left)).toEqual([]);
		expect(await faults(right)).toEqual([]);

		await (await confirmKey(left.page)).dblclick();
		for (const { page } of [left, leftToo]) await page.locator('[data-phase=waiting]').waitFor();
		await left.page.getByText(filled('frames.waitOther', { other: 2 })).waitFor();
		expect(await move('wave.next')).toBe('stack_unconfirmed');
		await (await confirmKey(right.page)).click();
		await left.page.getByText(vi['frames.waitGo']).waitFor();
		expect(await move('wave.next')).toBeNull();
		for (const { page } of [left, leftToo, right])
			await page.getByRole('alert').filter({ hasText: vi['frames.go'] }).waitFor();
		expect(await faults(leftToo)).toEqual([]);
		await move('wave.next');
		const next = left.page.getByTestId('next-frame');
		await next.getByText('Khung 1/8').waitFor();
		await next.getByText('thứ 1 từ trái (nhìn từ hội trường)').waitFor();
		await next.getByText(vi['frames.mine']).waitFor();
		await right.page.getByText(filled('frames.theirs', { other: 1 })).waitFor();
		expect(await faults(left)).toEqual([]);
	});

	it('TBL-2: a change asks both tables again with the frames to move', async () => {
		await move('wave.back');
		await move('wave.back');
		await left.page.locator('[data-phase=waiting]').waitFor();
		expect(await swap('r3', 'r7')).toBeNull();
		for (const { page } of [left, leftToo]) {
			await page.getByTestId('changed').filter({ hasText: vi['frames.changed'] }).waitFor();
			await page
				.getByTestId('changed')
				.getByText(/xếp lại khung 3, 7|xếp lại khung [357], [357]/)
				.waitFor();
		}
		expect(await left.page.locator('[data-frame].touched').count()).toBeGreaterThan(0);
		await right.page.locator('[data-phase=pile]').waitFor();
		expect(await faults(leftToo)).toEqual([]);
		expect(await move('wave.next')).toBe('stack_unconfirmed');
	});

	it('TBL-5: a confirmation of a pile that has changed is refused in words, and the new pile is shown', async () => {
		const { page } = leftToo;
		const key = await confirmKey(page);
		await key.waitFor();
		kept = [];
		expect(await swap('r3', 'r7')).toBeNull();
		await key.click();
		await page.getByText(filled('reject.stack_changed', { wave: 1 })).waitFor();
		for (const message of kept) line?.send(message);
		kept = null;
		await (await confirmKey(page)).click();
		for (const device of [left, leftToo]) await device.page.locator('[data-phase=waiting]').waitFor();
		expect(await page.getByText(filled('reject.stack_changed', { wave: 1 })).count()).toBe(0);
	});

	it('TBL-4: a pile scanned top-down says its first wrong frame, and confirms itself when it is whole', async () => {
		const { page } = right;
		await button(page, vi['frames.byScan']).click();
		await page.getByTestId('scan-pile').waitFor();
		await trigger(page, frameCode('r2'));
		await page.getByText(filled('frames.scan.progress', { scanned: 1, total: 4 })).waitFor();
		for (const again of [1, 2]) expect(await swap('r3', 'r7'), String(again)).toBeNull();
		await page.getByText(filled('frames.scan.changed', { version: (await seen()).version })).waitFor();
		await page.getByText(filled('frames.scan.progress', { scanned: 0, total: 4 })).waitFor();
		await trigger(page, 'KTF:r2');
		await page.getByText(filled('frames.scan.progress', { scanned: 1, total: 4 })).waitFor();
		await trigger(page, 'KTF:r6');
		const wrong = page.locator('.wrong');
		await wrong.getByText(`phải là khung 4 · ${NAMES[3]}. Đang là khung 6 · ${NAMES[5]}`).waitFor();
		expect(await faults(right)).toEqual([]);
		await page.getByLabel(vi['frames.scan.code']).fill(shortCode('r4'));
		await button(page, vi['frames.scan.enter']).click();
		await wrong.waitFor({ state: 'detached' });
		for (const code of ['KTF:r6', 'KTF:r8']) await trigger(page, code);
		await page.locator('[data-phase=waiting]').waitFor();
		expect((await awards()).waves[1].confirmed[2]).toMatchObject({
			how: 'scan',
			stack: ['r2', 'r4', 'r6', 'r8']
		});
	});

	it('TBL-6: the marshal sees who walks up first, and who is not found leaves after a hold', async () => {
		const { page } = wings;
		const first = page.locator('[data-wave="1"]');
		await page.getByText(vi['frames.queue.stepsLeft']).waitFor();
		expect(await first.getByRole('checkbox').first().textContent()).toContain(`1. ${NAMES[7]}`);
		await first.getByText(filled('frames.queue.count', { lined: 0, people: 8 })).waitFor();
		expect(await faults(wings)).toEqual([]);
		await button(page, filled('frames.queue.missingOf', { name: NAMES[7] ?? '' })).click();
		expect(await faults(wings)).toEqual([]);
		await button(page, vi['frames.queue.notInWings']).focus();
		await page.keyboard.down('Enter');
		await first.getByText(filled('frames.queue.count', { lined: 0, people: 7 })).waitFor();
		await page.keyboard.up('Enter');
		expect((await awards()).outcomes.r8).toEqual({ later: 'notInWings' });
		await right.page.getByTestId('changed').getByText(`bỏ ra khung của ${NAMES[7]}`).waitFor();
		expect(await faults(right)).toEqual([]);
	});

	it('TBL-9: the marshal takes back the own last tick or leaving by one touch, and reads when it is too late', async () => {
		const { page } = wings;
		const count = (lined: number, people: number) =>
			page.locator('[data-wave="1"]').getByText(filled('frames.queue.count', { lined, people })).waitFor();
		const leave = async (id: string, name: string) => {
			await button(page, filled('frames.queue.missingOf', { name })).click();
			await button(page, vi['frames.queue.notInWings']).focus();
			await page.keyboard.down('Enter');
			await page.getByTestId(`wing-${id}`).waitFor({ state: 'detached' });
			await page.keyboard.up('Enter');
		};
		const back = (name: string) => button(page, filled('frames.queue.undoLeft', { name }));
		const name = NAMES[6] ?? '';
		await page.getByTestId('wing-r7').click();
		await count(1, 7);
		expect(await faults(wings)).toEqual([]);
		await button(page, filled('frames.queue.undoOn', { name })).click();
		await count(0, 7);
		expect(await page.getByRole('button', { name: /^Hoàn tác/ }).count()).toBe(0);
		await leave('r7', name);
		await count(0, 6);
		// A phone's browser may load the page again by itself.
		await page.reload();
		await button(page, vi['frames.queue.undoLeaving']).click();
		await count(0, 7);
		expect((await awards()).outcomes.r7).toBeUndefined();
		await leave('r7', name);
		expect(await swap('r1', 'r3')).toBeNull();
		await back(name).click();
		await page.getByText(vi['reject.wave_undo_gone']).waitFor();
		await back(name).waitFor({ state: 'detached' });
		expect(await swap('r1', 'r3')).toBeNull();
		expect(await send('wave.move', { recipient: 'r7', version: 0, to: 1 })).toBeNull();
		await count(0, 7);
	});

	it('TBL-3: with one presenter the other table reads that it carries nothing', async () => {
		const { setup } = await awards();
		expect(await send('award.setup', { setup: { ...setup, presenters: 1 } })).toBeNull();
		await right.page.getByText(filled('frames.aloneOther', { other: 1, frames: 7 })).waitFor();
		await right.page.getByTestId('changed').getByText(`chuyển sang bàn kia khung của ${NAMES[1]}`).waitFor();
		await left.page.getByText(vi['frames.alone']).waitFor();
		expect(await faults(right)).toEqual([]);
		expect(await send('award.setup', { setup })).toBeNull();
		await right.page.locator('[data-phase=pile]').waitFor();
	});

	it('TBL-7: every label’s code is read back from the printed sheets, in the order of the piles', async () => {
		const admin = await newDevice(browser);
		const folder = await mkdtemp(join(tmpdir(), 'kt-labels-'));
		await admin.context.addCookies(
			office.cookies.map((cookie) => {
				const [name = '', ...value] = cookie.split('=');
				return { name, value: value.join('='), url: product.base };
			})
		);
		const { page } = admin;
		await page.goto(`${product.base}/c/${office.conference}/admin/print/khung-khen`);
		await expect.poll(() => page.locator('article img').count()).toBe(11);
		const ids = await page.locator('article').evaluateAll((all) => all.map((one) => one.dataset['label']));
		expect(ids).toEqual([...['r1', 'r3', 'r5', 'r7'], ...['r2', 'r4', 'r6'], ...['r9', 'r11', 'r10', 'r12']]);
		const file = join(folder, 'labels.pdf');
		await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
		// One label after another, as a hand holds them: what is read is what is printed in that place.
		const dot = (mm: number) => String(Math.round((mm * 150) / 25.4));
		const read: string[] = [];
		for (const at of ids.keys()) {
			const [sheet, place] = [Math.floor(at / 10) + 1, at % 10];
			const corner = ['-x', dot((place % 2) * 105), '-y', dot(5.5 + Math.floor(place / 2) * 57)];
			const size = ['-W', dot(105), '-H', dot(57)];
			const picture = join(folder, `label-${at}`);
			await run('pdftoppm', [
				...['-r', '150', '-png', '-singlefile', '-f', String(sheet), '-l', String(sheet)],
				...corner,
				...size,
				file,
				picture
			]);
			const { stdout } = await run('zbarimg', ['--quiet', '--raw', `${picture}.png`]);
			read.push(stdout.trim());
		}
		expect(read).toEqual(ids.map((id) => frameCode(id ?? '')));
		const cut = await page
			.locator('.said')
			.evaluateAll((all) => all.flatMap((one) => (one.scrollHeight > 51 * 3.78 ? [one.textContent] : [])));
		expect(cut).toEqual([]);
		expect(admin.errors).toEqual([]);
		await rm(folder, { recursive: true, force: true });
		await admin.context.close();
	});

	it('TBL-8: without the server the tables keep the pile and say since when; a tick made meanwhile arrives', async () => {
		const port = Number(new URL(product.base).port);
		await product.kill('SIGKILL');
		await left.page.getByText(vi['frames.offline']).waitFor();
		await left.page.locator('[data-freshness=stale]').waitFor();
		expect(await left.page.locator('[data-frame]').count()).toBe(4);
		await expect.poll(async () => await left.page.locator('.bar .primary').isDisabled()).toBe(true);
		await wings.page.getByTestId('wing-r5').click();
		await wings.page
			.locator('[data-wave="1"]')
			.getByText(filled('frames.queue.count', { lined: 1, people: 7 }))
			.waitFor();
		product = await startProduct({ dataDir, port });
		await left.page.getByText(vi['frames.offline']).waitFor({ state: 'detached' });
		await expect.poll(async () => (await awards()).wings.r5?.on ?? false, { timeout: 30_000 }).toBe(true);
		await wings.page.reload();
		await wings.page
			.getByTestId('wing-r5')
			.and(wings.page.getByRole('checkbox', { checked: true }))
			.waitFor();
		for (const { errors } of [left, leftToo, right, wings]) expect(errors).toEqual([]);
	});
});
