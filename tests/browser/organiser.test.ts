/** What the organisers prepare and settle, seen where it arrives: MC, chair, projector, stage. Real product, real Chromium. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import type { Command } from '../../src/lib/core/log/command';
import type { ReplicaSnapshot } from '../../src/lib/core/log/message';
import { vi } from '../../src/lib/ui/i18n/vi';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

type Loose = { type: Command['type']; payload: object };

describe('organisers and those who see what they do', () => {
	let product: Product;
	let browser: Browser;
	let conference: string;
	const devices = new Map<Role, Device>();
	let count = 0;

	const deviceOf = (role: Role): Device => {
		const device = devices.get(role);
		if (!device) throw new Error(role);
		return device;
	};
	const pageOf = (role: Role): Page => deviceOf(role).page;
	async function api<T>(path: string, body?: object): Promise<T> {
		const answer = await pageOf('admin').evaluate(
			async ([url, json]) => {
				const init: RequestInit = json
					? { method: 'POST', body: json, headers: { 'content-type': 'application/json', 'kt-as': 'admin' } }
					: { headers: { 'kt-as': 'admin' } };
				return (await fetch(url, init)).json();
			},
			[`/api/v1/conferences/${conference}${path}`, body ? JSON.stringify(body) : ''] as const
		);
		return answer as T;
	}
	async function send(...list: Loose[]): Promise<string[]> {
		const commands = list.map((one) => ({ id: `organiser-test-${++count}`, ...one }));
		const { answers } = await api<{ answers: { ok: boolean }[] }>('/commands', { commands });
		expect(
			answers.every((one) => one.ok),
			JSON.stringify(answers)
		).toBe(true);
		return commands.map((one) => one.id);
	}
	const state = async () => (await api<ReplicaSnapshot>('/replica')).state;
	async function delegates(): Promise<{ id: string; vip: boolean; unit: string }[]> {
		const { roster } = await state();
		return (roster?.delegates.buckets ?? []).flatMap((bucket) => Object.values(bucket ?? {}));
	}
	const admit = (delegate: string, minutesAgo = 0): Loose => ({
		type: 'door.admit',
		payload: {
			claimedAt: Date.now() - minutesAgo * 60_000,
			offset: 0,
			delegate,
			via: 'qr',
			verdict: 'green',
			desk: 'Bàn 1',
			seen: 0
		}
	});
	const next = async () => {
		const live = (await state()).programme?.live;
		await send({ type: 'programme.next', payload: { expectedItem: live?.item ?? null } });
	};
	const section = (id: string) => `${product.base}/c/${conference}/admin?muc=${id}`;
	/** A second window of the same office. */
	async function another(role: Role, url: string): Promise<Page> {
		const page = await deviceOf(role).context.newPage();
		page.on('pageerror', (error) => deviceOf(role).errors.push(error.message));
		await page.goto(url);
		return page;
	}

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		browser = await launch();
		conference = /\/c\/([^/]+)/.exec(product.link('viewer'))?.[1] ?? '';
		const roles: [Role, keyof typeof SIZES][] = [
			['admin', 'laptop'],
			['stage', 'laptop'],
			['mc', 'tablet'],
			['chair', 'tablet'],
			['projector', 'projector']
		];
		for (const [role, size] of roles) {
			const device = await newDevice(browser, size);
			devices.set(role, device);
			await enrol(device, product.base, product.link(role), `Máy ${role}`);
		}
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('MC-11: before the start MC and chair read what, when, where, who is here, and what opens the day with its text', async () => {
		const { programme, conference: about } = await state();
		const first = programme?.items[programme.order.find((id) => programme.items[id]?.parent) ?? ''];
		const text = 'Kính mời quý vị ổn định chỗ ngồi.';
		await send({
			type: 'programme.edit',
			payload: {
				item: first?.id ?? '',
				patch: {},
				personal: { performer: 'Đội văn nghệ xã', mcText: [{ speaker: 'MC 1', text }] }
			}
		});
		const vip = (await delegates()).find((one) => one.vip);
		await send(admit(vip?.id ?? ''));
		for (const role of ['mc', 'chair'] as const) {
			const page = pageOf(role);
			const opening = page.getByTestId('opening');
			await opening.getByText(vi['mc.opening.item']).waitFor();
			await opening.getByText(first?.title ?? '?').waitFor();
			await opening.getByText('Đội văn nghệ xã').waitFor();
			await opening.getByText(about?.settings.venue ?? '?').waitFor();
			await opening.getByText(/^Có mặt 1\/\d+/).waitFor();
			await opening.getByRole('timer').waitFor();
			await page.getByRole('heading', { name: about?.settings.title ?? '?' }).waitFor();
			await page.getByText(/Danh sách giới thiệu \(1 đại biểu/).waitFor();
			expect(await page.getByText(text).count(), role).toBe(role === 'mc' ? 1 : 0);
		}
	});

	it('PAP-5: every sheet of the printed run-sheet holds its text, and the MC without a network is told the right one', async () => {
		const { programme } = await state();
		const items = programme?.order ?? [];
		const text = `${'Kính thưa các đồng chí lãnh đạo, kính thưa toàn thể hội nghị! '.repeat(8)}\nXIN TRÂN TRỌNG CẢM ƠN. ${'NHIỆT LIỆT CHÀO MỪNG! '.repeat(6)}`;
		await send(
			...items.slice(1).map((item) => ({
				type: 'programme.edit' as const,
				payload: {
					item,
					patch: {},
					personal: {
						performer:
							'Ông Nguyễn Văn An, Phó Chủ tịch Ủy ban nhân dân xã Trùng Khánh, Phó Trưởng Ban Tổ chức',
						notes: { mc: 'Chờ hiệu lệnh của sân khấu rồi mới mời.' },
						mcText: [
							{ speaker: 'MC 1', text },
							{ speaker: 'MC 2', text: text.slice(0, 300) }
						]
					}
				}
			}))
		);
		const paper = await another('admin', `${product.base}/c/${conference}/admin/print/kich-ban`);
		await paper.locator('.sheet').nth(3).waitFor();
		await paper.evaluate(() => document.fonts.ready);
		const sheets = await paper.locator('.sheet .body').evaluateAll((all) =>
			all.map((body) => {
				const bottom = body.getBoundingClientRect().bottom;
				return Math.max(...[...body.children].map((one) => one.getBoundingClientRect().bottom)) - bottom;
			})
		);
		expect(Math.max(...sheets)).toBeLessThanOrEqual(0.5);
		const pdf = await paper.pdf({ preferCSSPageSize: true });
		const printed = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
		expect(printed).toBe(sheets.length);

		await next();
		for (let moves = 0; moves < 6; moves++) await next();
		const live = (await state()).programme?.live?.item ?? '';
		const sheet = await paper.locator('.sheet', { has: paper.locator(`[data-item="${live}"]`) }).first();
		const number = await sheet.getAttribute('data-page');
		expect(Number(number)).toBeGreaterThan(1);
		const title = (await state()).programme?.items[live]?.title ?? '?';
		await pageOf('mc').getByRole('heading', { name: title }).waitFor();
		await deviceOf('mc').context.setOffline(true);
		await pageOf('mc')
			.getByText(`MẤT KẾT NỐI – theo kịch bản giấy, trang ${number}`, { exact: true })
			.waitFor();
		await deviceOf('mc').context.setOffline(false);
		await pageOf('mc').getByText('MẤT KẾT NỐI').waitFor({ state: 'detached' });
		await paper.close();
	});

	it('PRJ-8: a 4:3 projector turns ivory by itself, and the office’s choice goes before', async () => {
		const projector = pageOf('projector');
		await projector.locator('.screen[data-theme=maket]').waitFor();
		await projector.setViewportSize({ width: 1024, height: 768 });
		await projector.locator('.screen[data-theme=ivory]').waitFor();
		await send({ type: 'conference.edit', payload: { patch: { projectorTheme: 'maket' } } });
		await projector.locator('.screen[data-theme=maket]').waitFor();
		await send({ type: 'conference.edit', payload: { patch: { projectorTheme: 'auto' } } });
		await projector.locator('.screen[data-theme=ivory]').waitFor();
	});

	it('ORG-6: of two organisers at one list the second reads who was faster, and chooses', async () => {
		const mine = await another('admin', section('thong-tin'));
		const theirs = await another('admin', section('thong-tin'));
		const list = (page: Page) => page.getByLabel(vi['settings.requirements'], { exact: true });
		const save = (page: Page) => page.getByRole('button', { name: vi['common.save'] });
		await list(mine).fill('của tôi');
		await mine.getByLabel(vi['settings.venue']).fill('Nhà văn hóa trung tâm');
		await list(theirs).fill('của người khác');
		await save(theirs).click();
		await theirs.getByText(vi['settings.allSaved']).waitFor();

		const told = mine.getByText('Người khác vừa sửa: Yêu cầu', { exact: false });
		await told.waitFor();
		expect(await save(mine).count()).toBe(0);
		await mine.getByRole('button', { name: vi['settings.takeTheirs'] }).click();
		await told.waitFor({ state: 'detached' });
		expect(await list(mine).inputValue()).toBe('của người khác');
		await save(mine).click();
		await mine.getByText(vi['settings.allSaved']).waitFor();
		const settings = async () => (await state()).conference?.settings;
		expect(await settings()).toMatchObject({
			requirements: ['của người khác'],
			venue: 'Nhà văn hóa trung tâm'
		});

		await list(mine).fill('vẫn của tôi');
		await list(theirs).fill('lần nữa');
		await save(theirs).click();
		await told.waitFor();
		await mine.getByRole('button', { name: vi['settings.keepMine'] }).click();
		await save(mine).click();
		await mine.getByText(vi['settings.allSaved']).waitFor();
		expect((await settings())?.requirements).toEqual(['vẫn của tôi']);
		await mine.close();
		await theirs.close();
	});

	it('ORG-7: an item that is split takes further parts out of the minutes there are', async () => {
		const page = await another('admin', section('chuong-trinh'));
		const item = {
			id: 'papers',
			kinds: ['tham_luan'],
			title: 'Tham luận chuyên đề',
			minutes: 15,
			on: true,
			delegate: null
		};
		await send({ type: 'programme.insert', payload: { item, before: null } });
		const split = async (button: string) => {
			await page.getByRole('button', { name: /^Tham luận chuyên đề/ }).click();
			await page.getByRole('dialog').getByRole('button', { name: button }).click();
			await page.getByRole('dialog').waitFor({ state: 'detached' });
		};
		const minutes = async () => {
			const { programme } = await state();
			return Object.values(programme?.items ?? {}).flatMap((one) =>
				one.parent === 'papers' ? [one.minutes] : []
			);
		};
		await split(vi['programme.split']);
		await expect.poll(minutes).toEqual([5, 5, 5]);
		await split(vi['programme.addParts']);
		await expect.poll(async () => (await minutes()).length).toBe(4);
		expect((await minutes()).reduce((sum, one) => sum + one, 0)).toBe(15);
		await page.close();
	});

	it('STG-15: a note goes to one device by its name, and “Đã gọi” is seen at every stage window', async () => {
		const stage = pageOf('stage');
		const second = await another('stage', stage.url());
		await stage.getByText(vi['stage.note.oneDevice']).click();
		await stage.getByRole('button', { name: /^Máy mc · / }).click();
		await stage.getByRole('button', { name: vi['stage.preset.mic'] }).click();
		const sent = stage.getByTestId('note').first();
		await expect.poll(() => sent.innerText()).toContain('Máy mc: Chưa trả lời');
		await pageOf('mc').getByRole('button', { name: vi['mc.note.unclear'] }).click();
		await second.getByTestId('call').waitFor();
		await stage.getByRole('button', { name: vi['stage.note.called'] }).click();
		await second.getByTestId('call').waitFor({ state: 'detached' });
		await expect.poll(() => second.getByTestId('note').first().innerText()).toMatch(/Đã gọi \d+:\d\d/);
		expect(await pageOf('chair').getByText(vi['stage.preset.mic']).count()).toBe(0);
		await second.close();
	});

	it('ADM-9: an organiser takes an admission back after the door’s 15 minutes, with a reason', async () => {
		const one = (await delegates()).find((delegate) => !delegate.vip);
		const [admission] = await send(admit(one?.id ?? '', 40));
		const page = await another('admin', section('dai-bieu'));
		await page.getByLabel(vi['delegate.only']).selectOption('present');
		const row = page
			.getByRole('row', { name: /Đã đón \d+:\d\d, Bàn 1/ })
			.filter({ hasText: one?.unit ?? '?' });
		await row.getByRole('button', { name: /^Hủy lượt đón/ }).click();
		const dialog = page.getByRole('dialog');
		const hold = dialog.getByRole('button', { name: vi['delegate.undoAdmission'] });
		expect(await hold.isDisabled()).toBe(true);
		await dialog.getByLabel(vi['delegate.undoReason']).selectOption('wrong_person');
		await hold.focus();
		await page.keyboard.down('Enter');
		await page.getByText(/^Đã hủy lượt đón: /).waitFor();
		await page.keyboard.up('Enter');
		const undos = async () => {
			const rows = (await state()).admissions?.undos.buckets ?? [];
			return rows.flatMap((bucket) => Object.values(bucket ?? {})).flatMap((entry) => entry.undos);
		};
		await expect.poll(async () => (await undos()).length).toBe(1);
		expect((await undos())[0]).toMatchObject({ admission, supervisor: true, reason: 'wrong_person' });
		await row.waitFor({ state: 'detached' });
		await page.close();
	});

	it('ORG-8: the settings of a closed conference can only be read, and say why', async () => {
		await send({ type: 'conference.status', payload: { status: 'closed' } });
		const page = await another('admin', section('thong-tin'));
		await page.getByText(vi['settings.closedText']).waitFor();
		expect(await page.getByLabel(vi['settings.title']).isDisabled()).toBe(true);
		expect(await page.getByLabel(vi['settings.requirements'], { exact: true }).isDisabled()).toBe(true);
		for (const [role, { errors }] of devices) expect(errors, role).toEqual([]);
	});
});
