/** The award controllers' desk: two of them at one table, on the real product, from the list to what became of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import type { Json } from '../support/node';
import { wav } from '../support/media';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, SIZES, type Device } from './harness';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
const filled = (key: keyof typeof vi, values: Record<string, string | number>) =>
	vi[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
const tab = (page: Page, key: keyof typeof vi) => page.getByRole('tab', { name: vi[key] }).click();
const wave = (page: Page, number: number) =>
	page.getByRole('region', { name: filled('awards.wave', { wave: number }), exact: true });
const LONG = 'Trường Phổ thông Dân tộc bán trú Tiểu học và Trung học cơ sở xã Trùng Khánh, tỉnh Cao Bằng';
const FORM = 'Giấy khen của Chủ tịch Ủy ban nhân dân xã Trùng Khánh';

describe('the office of the awards', () => {
	let product: Product;
	let browser: Browser;
	let conference: string;
	let admin: Device;
	let first: Device;
	let second: Device;
	let people: { id: string; name: string; unit: string }[];
	let sent = 0;

	const call = async (path: string, data?: object): Promise<Json> => {
		const answer = await admin.context.request.fetch(
			`${product.base}/api/v1/conferences/${conference}${path}`,
			{ method: data ? 'POST' : 'GET', headers: { 'kt-as': 'admin' }, ...(data && { data }) }
		);
		if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
		return answer.json();
	};
	const send = async (type: string, payload: unknown): Promise<string | null> => {
		const { answers } = await call('/commands', {
			commands: [{ id: `awards-test-${String(++sent).padStart(6, '0')}`, type, payload }]
		});
		return answers[0].ok ? null : answers[0].rejection.code;
	};
	const awards = async () => (await call('/replica')).state.awards;
	const recipients = async (): Promise<Json[]> => Object.values((await awards()).recipients);
	const members = async (number: number): Promise<string[]> =>
		(await recipients())
			.filter((row) => row.wave === number)
			.sort((a, b) => a.stagePosition - b.stagePosition)
			.map((row) => row.id);
	const hold = async (page: Page, key: Locator, until: () => Promise<unknown>) => {
		await key.hover();
		await page.mouse.down();
		await until();
		await page.mouse.up();
	};
	const faults = async (page: Page): Promise<string[]> => {
		await page.evaluate(axe);
		return page.evaluate(async () => {
			type Found = { id: string; impact: string; nodes: { html: string }[] };
			const { axe } = window as unknown as { axe: { run(o: object): Promise<{ violations: Found[] }> } };
			const { violations } = await axe.run({ resultTypes: ['violations'] });
			return violations
				.filter(({ impact }) => impact === 'serious' || impact === 'critical')
				.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
		});
	};
	const wide = (page: Page) =>
		page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		browser = await launch();
		admin = await newDevice(browser, 'laptop');
		await enrol(admin, product.base, product.link('admin'), 'Văn phòng');
		conference = /\/c\/([^/]+)/.exec(admin.page.url())?.[1] ?? '';
		const { state } = await call('/replica');
		for (const decision of Object.values<Json>(state.awards.decisions))
			expect(await send('award.set', { decision, recipients: [] })).toBeNull();
		const quota = { recipientType: 'tập thể', breakdown: [], selectedBy: null };
		const awardQuotas = [{ ...quota, category: 'Ngành giáo dục', min: 3, max: 3 }];
		expect(await send('conference.edit', { patch: { awardQuotas } })).toBeNull();
		people = (await call('/invitations'))
			.map((one: Json) => ({ id: one.delegate, name: one.name, unit: one.unit }))
			.filter(
				(one: Json, _: number, all: Json[]) => all.filter((other) => other.name === one.name).length === 1
			);
		first = await newDevice(browser, 'laptop');
		await enrol(first, product.base, product.link('awards'), 'Trao thưởng 1');
		second = await newDevice(browser, 'laptop');
		const offered = { name: 'Trao thưởng 2', role: 'awards', desk: null, kind: 'day' };
		const { secret } = await call('/enrolments', offered);
		await enrol(second, product.base, `/e#${secret}`, 'Trao thưởng 2');
		await first.page.getByRole('tab', { name: vi['awards.decisions'] }).waitFor();
	});
	afterAll(async () => {
		for (const one of [admin, first, second]) if (one) expect(one.errors).toEqual([]);
		await browser?.close();
		await product?.stop();
	});

	it('OFC-9: a decision is entered with a person of the list and a collective, and the plan’s quota warns in words', async () => {
		const { page } = first;
		await tab(page, 'awards.decisions');
		await button(page, vi['awards.newDecision']).click();
		await page.getByLabel(vi['awards.form'], { exact: true }).fill(FORM);
		await page.getByLabel(vi['awards.number']).fill('1234/QĐ-UBND');
		await page.getByLabel(vi['awards.readBy']).fill('Phó Trưởng phòng Văn hóa - Xã hội');
		await button(page, vi['awards.addRecipient']).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel(vi['awards.person']).fill(people[0]?.name ?? '');
		await dialog.getByRole('list', { name: vi['awards.person'] }).getByRole('button').first().click();
		await button(page, vi['awards.toList']).click();
		await button(page, vi['awards.addRecipient']).click();
		await dialog.getByLabel(vi['awards.type']).selectOption('collective');
		await dialog.getByLabel(vi['awards.ownName']).fill(LONG);
		await dialog.getByLabel(vi['awards.category']).selectOption('Ngành giáo dục');
		expect(await faults(page)).toEqual([]);
		await button(page, vi['awards.toList']).click();
		expect((await recipients()).length).toBe(0);
		// What is not saved yet is still there after a look at another part.
		await tab(page, 'awards.lists');
		await tab(page, 'awards.decisions');
		await button(page, vi['awards.save']).click();
		await page.getByText(vi['awards.saved']).waitFor();
		expect((await recipients()).map(({ delegate, type }) => [delegate, type])).toEqual([
			[people[0]?.id, 'individual'],
			[null, 'collective']
		]);
		await page.getByText(filled('awards.quotaFew', { count: 2 })).waitFor();
		expect(await faults(page)).toEqual([]);
	});

	it('OFC-10: a file is read and looked at before anything is saved; broken ones get their sentence', async () => {
		const { page } = first;
		const card = page.locator('section.card', { hasText: FORM });
		await card.getByRole('button', { name: vi['awards.edit'], exact: true }).click();
		await button(page, vi['awards.import']).click();
		const input = page.locator('input[type=file]');
		const file = (name: string, text: string) => ({
			name,
			mimeType: 'text/csv',
			buffer: Buffer.from(text, 'utf8')
		});
		await input.setInputFiles({ name: 'hong.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004xx') });
		await page.getByText(vi['reject.file_broken']).waitFor();
		const lines = [
			...Array.from({ length: 7 }, (_, at) => `Tập thể xóm số ${at + 1},Xã Trùng Khánh,Tập thể`),
			...Array.from(
				{ length: 15 },
				(_, at) => `Hộ ông Hoàng Văn Páo ${'ABCDEFGHIJKLMNO'[at]},Xóm Bản Khấy,Hộ`
			),
			...people.slice(1, 68).map(({ name, unit }) => `${name},"${unit}",Cá nhân`),
			'Ông Nông Văn Ngoài Danh Sách,Xóm Pác Rao,Cá nhân',
			`${people[70]?.name},Đơn vị khác hẳn,Cá nhân`,
			'12345,,Cá nhân'
		];
		await input.setInputFiles(file('danh-sach.csv', ['Họ và tên,Đơn vị,Đối tượng', ...lines].join('\n')));
		await page.getByText(filled('awards.importGood', { count: 91 })).waitFor();
		await page.getByText(vi['awards.bad.no_name']).waitFor();
		const take = button(page, filled('awards.importTake', { count: 91 }));
		expect(await take.isDisabled()).toBe(true);
		await page.getByLabel(filled('awards.importWho', { name: people[70]?.name ?? '' })).selectOption('none');
		expect(await faults(page)).toEqual([]);
		await take.click();
		expect((await recipients()).length).toBe(2);
		// The one entered first goes: 8 + 15 + 69.
		await button(page, filled('awards.removeNamed', { name: 'Ông Nông Văn Ngoài Danh Sách' })).click();
		await button(page, vi['awards.save']).click();
		// The words alone may still stand there from the decision before.
		await expect.poll(async () => (await recipients()).length).toBe(92);
		const rows = await recipients();
		const count = (type: string) => rows.filter((row) => row.type === type).length;
		expect([count('collective'), count('household'), count('individual')]).toEqual([8, 15, 69]);
		expect(rows.filter((row) => row.type === 'individual' && row.delegate === null)).toHaveLength(1);
	});

	it('OFC-11: one button makes the waves of 92, and a person is moved by keys within a wave and into the next', async () => {
		const { page } = first;
		await tab(page, 'awards.waves');
		await button(page, vi['awards.make']).click();
		await page.getByText(/^12 lượt · 92 người/).waitFor();
		expect(await faults(page)).toEqual([]);
		// Names beside the log reach whoever had the screen open before they were entered.
		await wave(page, 1).getByText(LONG).waitFor();
		const [one, two, three] = await members(4);
		await wave(page, 4).locator('[data-recipient]').first().focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await members(4)).slice(0, 3)).toEqual([two, one, three]);
		expect(await page.evaluate(() => document.activeElement?.getAttribute('data-recipient'))).toBe(one);
		// Nobody is picked up while somebody is still being put down.
		const [moved] = vi['awards.moved'].split('{');
		await page
			.getByText(new RegExp(`^${moved}`))
			.first()
			.waitFor({ state: 'attached' });
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect.poll(() => members(5)).toContain(one);
		expect(await members(4)).not.toContain(one);
		// Nothing of another kind takes them: up from the first wave of persons are households.
		await wave(page, 4).locator(`[data-recipient="${two}"]`).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Escape');
		expect(await members(4)).toContain(two);
		expect((await recipients()).filter((row) => row.wave > 0)).toHaveLength(92);
	});

	it('OFC-21: a key that is held anywhere on it stays held while words come up below it', async () => {
		const { page } = first;
		const key = button(page, vi['awards.makeAgain']);
		await key.scrollIntoViewIfNeeded();
		const box = await key.boundingBox();
		if (!box) throw new Error('no key');
		const before = await members(1);
		const versionOf = async () => (await awards()).waves[4].version;
		const was = await versionOf();
		await page.mouse.move(box.x + 20, box.y + box.height - 3);
		await page.mouse.down();
		await expect.poll(versionOf).toBeGreaterThan(was);
		await page.mouse.up();
		expect(await members(1)).toEqual(before);
		// Whoever slides off it means no.
		const now = await versionOf();
		await page.mouse.move(box.x + 20, box.y + 20);
		await page.mouse.down();
		await page.mouse.move(box.x + 20, box.y + 300);
		await page.getByText(vi['common.holdToConfirm']).first().waitFor();
		await page.mouse.up();
		expect(await versionOf()).toBe(now);
	});

	it('OFC-12: the mouse and a finger move alike, and the stage’s view is the hall’s turned round', async () => {
		const { page } = first;
		const before = await members(5);
		const card = (id: string | undefined) => wave(page, 5).locator(`[data-recipient="${id}"]`);
		await card(before[0]).hover();
		await page.mouse.down();
		await card(before[2]).hover();
		await page.mouse.up();
		await expect.poll(async () => (await members(5)).slice(0, 3)).toEqual([before[1], before[2], before[0]]);
		await card(before[0]).click();
		await button(page, vi['awards.toLeft']).click();
		await button(page, vi['awards.putDown']).click();
		await expect.poll(async () => (await members(5)).slice(0, 3)).toEqual([before[1], before[0], before[2]]);
		await page.getByLabel(vi['awards.seenFrom']).selectOption('stage');
		const shown = await wave(page, 5)
			.locator('[data-recipient]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('data-recipient')));
		expect(shown).toEqual((await members(5)).toReversed());
		await page.getByLabel(vi['awards.seenFrom']).selectOption('hall');
	});

	it('OFC-13: of two controllers the one with the old picture is told so, and nothing of theirs is half done', async () => {
		await tab(second.page, 'awards.waves');
		const [a, b] = await members(6);
		await wave(second.page, 6).locator(`[data-recipient="${a}"]`).focus();
		await second.page.keyboard.press('Enter');
		await second.page.keyboard.press('ArrowRight');
		const [c, d] = await members(7);
		await wave(first.page, 7).locator(`[data-recipient="${c}"]`).focus();
		await first.page.keyboard.press('Enter');
		await first.page.keyboard.press('ArrowRight');
		await first.page.keyboard.press('Enter');
		await expect.poll(async () => (await members(7)).slice(0, 2)).toEqual([d, c]);
		await second.page.keyboard.press('Enter');
		await second.page.getByText(vi['reject.awards_changed']).waitFor();
		expect((await members(6)).slice(0, 2)).toEqual([a, b]);
		// A decision that somebody else saved meanwhile is not saved over.
		await tab(second.page, 'awards.decisions');
		const card = (page: Page) => page.locator('section.card', { hasText: FORM });
		await card(second.page).getByRole('button', { name: vi['awards.edit'], exact: true }).click();
		await tab(first.page, 'awards.decisions');
		await card(first.page).getByRole('button', { name: vi['awards.edit'], exact: true }).click();
		await first.page.getByLabel(vi['awards.number']).fill('1235/QĐ-UBND');
		await button(first.page, vi['awards.save']).click();
		await second.page.getByText(vi['awards.overtaken']).waitFor();
		expect(await button(second.page, vi['awards.save']).isDisabled()).toBe(true);
		await button(second.page, vi['awards.reopen']).click();
		expect(await second.page.getByLabel(vi['awards.number']).inputValue()).toBe('1235/QĐ-UBND');
		await button(second.page, vi['awards.back']).click();
	});

	it('OFC-14: a decision that was read out is locked; an amendment shows its difference before it is sent', async () => {
		const { page } = first;
		const card = page.locator('section.card', { hasText: FORM });
		await hold(page, card.getByRole('button', { name: vi['awards.announce'] }), () =>
			card.getByText(vi['awards.locked']).waitFor()
		);
		expect(await card.getByRole('button', { name: vi['awards.edit'], exact: true }).count()).toBe(0);
		const gone = people[3];
		await card.getByRole('button', { name: vi['awards.amend'] }).click();
		await button(page, new RegExp(`^Bỏ .*${gone?.name}$`)).click();
		await button(page, vi['awards.seeDifference']).click();
		const dialog = page.getByRole('dialog');
		const removed = dialog.getByRole('list', { name: filled('awards.diffRemoved', { count: 1 }) });
		expect(await removed.innerText()).toContain(gone?.name);
		expect((await recipients()).length).toBe(92);
		expect(await faults(page)).toEqual([]);
		await button(page, vi['awards.sendAmendment']).click();
		await card.getByText(filled('awards.amendments', { count: 1 })).waitFor();
		await card.getByText(new RegExp(`^Bỏ: .*${gone?.name}`)).waitFor();
		expect((await recipients()).length).toBe(91);
	});

	it('OFC-15: on the day each touch is one change that can be taken back, and the lists after add up', async () => {
		const { page } = first;
		await tab(page, 'awards.day');
		const list = page.getByRole('list', { name: filled('awards.wave', { wave: 1 }), exact: true });
		const before = await members(1);
		await list.getByRole('button').nth(1).click();
		expect(await faults(page)).toEqual([]);
		await button(page, vi['awards.touch.absent']).click();
		await expect.poll(async () => (await members(1)).length).toBe(before.length - 1);
		await button(page, /^Hoàn tác/).click();
		await expect.poll(() => members(1)).toEqual(before);
		await list.getByRole('button').nth(1).click();
		await button(page, vi['awards.touch.later']).click();
		await expect.poll(async () => (await members(1)).length).toBe(before.length - 1);
		await button(page, vi['awards.to.staged']).click();
		await page.getByText(vi['awards.unconfirmed']).first().waitFor();
		await hold(page, button(page, /Vẫn mời lên$/), () => button(page, vi['awards.to.presenting']).waitFor());
		await button(page, vi['awards.to.presenting']).click();
		for (const given of [1, 2]) {
			await button(page, vi['awards.to.given']).click();
			await page.getByText(`đã trao ${given}/7`).waitFor();
		}
		expect(await faults(page)).toEqual([]);
		await tab(page, 'awards.lists');
		const sum = { total: 91, given: 2, onBehalf: 0, toSend: 1, toCome: 88 };
		await page.getByText(filled('awards.tally', sum)).waitFor();
		expect(await faults(page)).toEqual([]);
	});

	it('OFC-22: who stood on the stage without a frame is listed, and goes up again once it is found', async () => {
		const { page } = first;
		await tab(page, 'awards.day');
		const row = await members(1);
		const last = row.at(-1) ?? '';
		const list = page.getByRole('list', { name: filled('awards.wave', { wave: 1 }), exact: true });
		await list.getByRole('button').last().click();
		await button(page, vi['awards.touch.frameMissing']).click();
		await expect.poll(async () => (await awards()).outcomes[last]?.frameMissing).toBe(true);
		await page.keyboard.press('Escape');
		for (let given = 3; given < row.length; given++) {
			await button(page, vi['awards.to.given']).click();
			await page.getByText(`đã trao ${given}/${row.length}`).waitFor();
		}
		await button(page, vi['awards.to.photo']).click();
		await button(page, vi['awards.to.cleared']).click();
		await page.getByRole('heading', { name: filled('awards.passedOver', { count: 1 }) }).waitFor();
		expect(await faults(page)).toEqual([]);
		await button(page, vi['awards.foundToNewWave']).click();
		await page
			.getByRole('heading', { name: filled('awards.passedOver', { count: 1 }) })
			.waitFor({ state: 'detached' });
		const { recipients: people, outcomes } = await awards();
		expect(await members(people[last].wave)).toEqual([last]);
		expect(outcomes[last]).toBeUndefined();
	});

	it('OFC-16: nothing runs out of a phone’s width, and organisers have the same desk in their own screen', async () => {
		const { page } = second;
		await page.setViewportSize(SIZES.phone);
		for (const part of ['awards.decisions', 'awards.waves', 'awards.day', 'awards.lists'] as const) {
			await tab(page, part);
			expect(await wide(page)).toBeLessThanOrEqual(0);
		}
		await admin.page.goto(`${product.base}/c/${conference}/admin?muc=khen-thuong`);
		await tab(admin.page, 'awards.lists');
		await admin.page.getByRole('link', { name: vi['awards.printLists'], exact: true }).click();
		await admin.page.getByRole('heading', { name: vi['awards.paperTitle'] }).first().waitFor();
		await admin.page.getByText(/^91 người nhận = 6 đã trao/).waitFor();
	});

	it('MED-17: organisers add films and music and attach them on their own screen', async () => {
		const { page } = admin;
		await page.goto(`${product.base}/c/${conference}/admin?muc=phim-nhac`);
		await page.getByText(vi['media.screen.idle']).waitFor();
		const name = 'Nhạc trao thưởng.wav';
		await page
			.locator('input[type=file]')
			.setInputFiles({ name, mimeType: 'audio/wav', buffer: Buffer.from(wav(1)) });
		const item = page.getByRole('listitem').filter({ hasText: vi['media.missing.music'] }).first();
		await item.getByRole('combobox').selectOption({ label: name });
		const attached = async () => Object.values((await call('/replica')).state.media.attached).flat().length;
		await expect.poll(attached).toBe(1);
		expect(await faults(page)).toEqual([]);
	});
});
