/** A show of hands on the stage, at the recorder's and on the wall, and the minutes that are written of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { nextId } from '../support/conference';
import { organiser, type Organiser } from '../support/desk';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, SIZES, type Device } from './harness';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PRESENT = 12;
const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const CANDIDATES = Array.from({ length: 34 }, (_, at) =>
	at % 5 === 0
		? `Bà Nông Thị Phương Thảo Nguyên ${at + 1} – Bí thư Chi bộ, Trưởng xóm Bản Khấy`
		: `Ông Hoàng Nghĩa Trường ${at + 1}`
);

let product: Product;
let browser: Browser;
let office: Organiser;
let stage: Device;
let recorder: Device;
let projector: Device;
let chair: Device;
let mc: Device;
let vote: string;
let after: string;

async function order(type: string, payload: object): Promise<void> {
	const { answers } = await office.call('/commands', { commands: [{ id: nextId('order'), type, payload }] });
	if (!answers[0].ok) throw new Error(`${type}: ${JSON.stringify(answers[0])}`);
}
const state = async () => (await office.call('/replica')).state;
const jump = async (to: string) =>
	order('programme.jump', { expectedItem: (await state()).programme.live?.item ?? null, to });
const hands = (page: Page) => page.getByTestId('hands').first();
const wall = () => projector.page.locator('.screen').innerText();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function faults({ page }: Device): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		type Found = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
		const { axe } = window as unknown as { axe: { run(options: object): Promise<Found> } };
		const { violations } = await axe.run({ resultTypes: ['violations'] });
		return violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
	});
}
const shoot = async ({ page }: Device, name: string) => {
	const folder = process.env['KT_SHOTS'];
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
	[product, browser] = await Promise.all([startProduct({ demo: true }), launch()]);
	office = await organiser(product.base, product.link('admin'));
	[stage, recorder, projector, chair, mc] = await Promise.all([
		newDevice(browser, 'laptop'),
		newDevice(browser, 'laptop'),
		newDevice(browser, 'projector'),
		newDevice(browser, 'laptop'),
		newDevice(browser, 'tablet')
	]);
	const names = { stage, recorder, projector, chair, mc };
	for (const [role, device] of Object.entries(names))
		await enrol(device, product.base, product.link(role), role);
	const { programme, roster } = await state();
	vote = programme.order.find((id: string) => programme.items[id].kinds.includes('thong_qua'));
	after = programme.order[programme.order.indexOf(vote) + 1];
	const official = roster.delegates.buckets
		.flatMap((bucket: Record<string, { id: string; kind: string }> | null) => Object.values(bucket ?? {}))
		.filter((row: { kind: string }) => row.kind === 'official')
		.slice(0, PRESENT);
	for (const { id } of official)
		await order('door.admit', {
			delegate: id,
			claimedAt: Date.now(),
			offset: 0,
			via: 'qr',
			verdict: 'green',
			desk: 'Bàn 1',
			seen: 0
		});
	await jump(vote);
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await product?.stop();
});

describe('a show of hands in the hall', () => {
	it('HND-11: a list pasted by the recorder stands on the wall, page after page, and no name is cut', async () => {
		const { page } = recorder;
		await button(page, vi['hands.editList']).first().click();
		await page
			.getByLabel(vi['hands.paste'])
			.fill(CANDIDATES.map((name, at) => `${at + 1}. ${name};`).join('\n'));
		await shoot(recorder, 'recorder-list');
		await button(page, vi['common.save']).click();
		const cut = () =>
			projector.page.evaluate(() => {
				const box = document.querySelector('.box');
				const inner = box?.firstElementChild;
				if (!(box instanceof HTMLElement) || !(inner instanceof HTMLElement)) return 'no box';
				if (inner.scrollWidth > box.clientWidth + 1) return 'wide';
				return inner.offsetHeight > box.clientHeight + 1 ? 'high' : '';
			});
		await projector.page.locator('ol li').first().waitFor();
		await shoot(projector, 'projector-list');
		for (const size of [SIZES.projector, { width: 1024, height: 768 }]) {
			await projector.page.setViewportSize(size);
			await expect.poll(cut).toBe('');
		}
		await shoot(projector, 'projector-list-43');
		await projector.page.setViewportSize(SIZES.projector);
		const page1 = await projector.page.locator('ol li').allInnerTexts();
		await expect
			.poll(async () => (await projector.page.locator('ol li').allInnerTexts()).join(), { timeout: 15_000 })
			.not.toBe(page1.join());
		await expect.poll(cut).toBe('');
		const page2 = await projector.page.locator('ol li').allInnerTexts();
		const shown = [...page1, ...page2].map((line) => line.replace(/\s+/g, ' ').trim());
		const numbered = CANDIDATES.map((name, at) => `${at + 1}. ${name}`);
		expect(shown.filter((line) => !numbered.includes(line))).toEqual([]);
		expect(new Set(shown).size).toBe(shown.length);
	});

	it('HND-12: one tap passes it; who counted meanwhile reads why theirs was not taken; the wall waits for the stage', async () => {
		await expect
			.poll(() => stage.page.getByTestId('hands-base').innerText())
			.toBe(vi['hands.base'].replace('{base}', String(PRESENT)));
		await shoot(stage, 'stage-before');
		await button(recorder.page, vi['hands.count']).first().click();
		await shoot(recorder, 'recorder-count');
		await button(stage.page, vi['hands.unanimous']).click();
		await expect.poll(() => hands(stage.page).innerText()).toContain(`${PRESENT}/${PRESENT}`);
		await expect.poll(() => hands(recorder.page).innerText()).toContain(`${PRESENT}/${PRESENT}`);
		await expect.poll(() => chair.page.locator('main').innerText()).toContain('nhất trí');
		expect(await wall()).not.toContain('nhất trí');
		await button(stage.page, vi['hands.show']).click();
		await expect.poll(wall).toContain('100% đại biểu nhất trí');
		await expect
			.poll(() => mc.page.locator('header').first().innerText())
			.toContain('100% đại biểu nhất trí');
		await shoot(projector, 'projector-result');
		await shoot(stage, 'stage-result');
		await shoot(chair, 'chair-result');
		await shoot(mc, 'mc-result');
		await button(stage.page, vi['hands.undo']).click();
		await expect.poll(wall).not.toContain('nhất trí');
		await stage.page.getByTestId('hands-base').waitFor();
	});

	it('HND-13: counted, the sum is said, the chair has every figure and the hall what was agreed', async () => {
		const { page } = recorder;
		const open = button(page, vi['hands.count']).first();
		if (await open.isVisible()) await open.click();
		const field = (name: string) => page.getByLabel(name, { exact: true }).first();
		await field(vi['hands.for']).fill('14');
		await field(vi['hands.for']).blur();
		await page.getByText(vi['hands.sumMore'].split('{count}')[0] + '14').waitFor();
		expect(await button(page, vi['hands.record']).isDisabled()).toBe(true);
		await field(vi['hands.for']).fill('10');
		await field(vi['hands.for']).blur();
		await field(vi['hands.against']).fill('1');
		await field(vi['hands.against']).blur();
		await page.getByText('Cộng 11/12').waitFor();
		await button(page, vi['hands.record']).click();
		await expect.poll(() => hands(stage.page).innerText()).toContain('10/12');
		await expect
			.poll(() => page.getByTestId('hands-sentence').first().innerText())
			.toContain('tán thành 10/12 đại biểu chính thức có mặt, đạt 83,3%; không tán thành 1 đại biểu');
		await expect.poll(() => chair.page.locator('main').innerText()).toContain('không biểu quyết 1 đại biểu');
		await button(stage.page, vi['hands.show']).click();
		await expect.poll(wall).toContain('10/12 đại biểu tán thành, đạt 83,3%');
		expect(await wall()).not.toContain('không');
		await shoot(recorder, 'recorder-result');
	});

	it('MIN-3: what is written offline outlives a reload and a changed item, and lands under the item it was begun in', async () => {
		const { page, context } = recorder;
		const box = page.getByLabel(vi['recorder.write']);
		await page.evaluate(() => navigator.serviceWorker?.ready.then(() => undefined).catch(() => undefined));
		await context.setOffline(true);
		await box.fill('Ông Hoàng Nghĩa Trường đề nghị bổ sung danh sách dự khuyết.');
		await expect.poll(() => page.getByTestId('minutes-state').getAttribute('data-waiting')).toBe('true');
		await context.setOffline(false);
		await expect
			.poll(async () => Object.values((await state()).minutes.notes).length, { timeout: 15_000 })
			.toBe(1);
		await jump(after);
		await box.pressSequentially(' Chủ tọa tiếp thu.');
		await page.reload();
		const { state: held, personal } = await office.call('/replica');
		const [note] = Object.values(held.minutes.notes) as { note: string; item: string }[];
		expect(note?.item).toBe(vote);
		expect(personal[`minutes:${note?.note}`].text).toContain('dự khuyết');
		await expect
			.poll(async () => (await office.call('/replica')).personal[`minutes:${note?.note}`].text, {
				timeout: 15_000
			})
			.toContain('Chủ tọa tiếp thu.');
	});

	it('MIN-4: the roll-call and the vote’s sentence come into the notes by one tap each; a result is corrected after', async () => {
		const { page } = recorder;
		await button(page, vi['recorder.rollCall']).click();
		await expect.poll(() => page.getByTestId('minutes').innerText()).toContain('Triệu tập');
		await button(page, vi['recorder.insertSentence']).first().click();
		await expect.poll(() => page.getByTestId('minutes').innerText()).toContain('tán thành 10/12');
		await button(page, vi['hands.correct']).first().click();
		await page.getByLabel(vi['hands.for'], { exact: true }).first().fill('11');
		await page.getByLabel(vi['hands.for'], { exact: true }).first().blur();
		await button(page, vi['hands.record']).first().click();
		await expect.poll(() => page.getByTestId('hands-sentence').first().innerText()).toContain('11/12');
		await expect.poll(() => hands(page).innerText()).toContain('10/12');
		expect(await button(page, vi['hands.undo']).count()).toBe(0);
	});

	it('OFC-19: the award desk gives the lists as a workbook with the sums of the decision', async () => {
		const awards = await newDevice(browser);
		await enrol(awards, product.base, product.link('awards'), 'awards');
		await awards.page.getByRole('tab', { name: vi['awards.lists'] }).click();
		await shoot(awards, 'awards-lists');
		const [file] = await Promise.all([
			awards.page.waitForEvent('download'),
			button(awards.page, vi['awards.saveLists']).click()
		]);
		expect(file.suggestedFilename()).toBe('ket-qua-trao-thuong.xlsx');
		const [sums] = await readXlsxFile(await file.path());
		expect(sums?.sheet).toBe('Tổng hợp');
		const recipients = Object.keys((await state()).awards.recipients).length;
		expect(sums?.data.at(-1)?.slice(3)).toEqual([recipients, 0, 0, 0, recipients, 0]);
		expect(awards.errors).toEqual([]);
		await awards.context.close();
	});

	it('OFC-20: a photo given at the desk stands beside its name on the wall, and the others are read as before', async () => {
		const kinds = (await state()).programme;
		await jump(kinds.order.find((id: string) => kinds.items[id].kinds.includes('khen_thuong')));
		if (!Object.keys((await state()).awards.waves).length) await order('wave.make', {});
		type Row = { id: string; wave: number; stagePosition: number };
		const wave = async () => (await state()).awards.waves[1];
		const members = (Object.values((await state()).awards.recipients) as Row[])
			.filter((row) => row.wave === 1)
			.sort((a, b) => a.stagePosition - b.stagePosition);
		for (const { id } of members)
			await order('wing.tick', { claimedAt: Date.now(), offset: 0, recipient: id, on: true });
		const desk = await newDevice(browser);
		await desk.context.addCookies(
			office.cookies.map((one) => {
				const [name = '', ...value] = one.split('=');
				return { name, value: value.join('='), url: product.base };
			})
		);
		await desk.page.goto(`${product.base}/c/${office.conference}/admin?muc=khen-thuong`);
		await desk.page.getByRole('tab', { name: vi['awards.decisions'] }).click();
		await button(desk.page, vi['awards.photos']).first().click();
		const buffer = Buffer.from(PNG, 'base64');
		const input = desk.page.locator('dialog input[type=file]').first();
		await input.setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer });
		await desk.page.locator('dialog img').first().waitFor();
		await shoot(desk, 'photos');
		for (let steps = 0; steps < 2; steps++) {
			const { number, step, given, version } = await wave();
			await order('wave.next', { wave: number, step, given, version, override: true });
		}
		await projector.page.locator('ol.row li').first().waitFor();
		expect(await projector.page.locator('ol.row li').count()).toBe(members.length);
		const photos = Object.keys((await state()).media.photos);
		const expected = members.filter(({ id }) => photos.includes(id)).length;
		expect(photos).toHaveLength(1);
		await expect
			.poll(() =>
				projector.page
					.locator('ol.row img')
					.evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length)
			)
			.toBe(expected);
		await shoot(projector, 'projector-photo');
		expect(desk.errors).toEqual([]);
		await desk.context.close();
	});

	it('MIN-5: the recorder’s desk fits a phone and has no serious accessibility fault', async () => {
		await shoot(recorder, 'recorder-laptop');
		for (const [name, size] of Object.entries({
			phone: SIZES.phone,
			tablet: { width: 768, height: 1024 }
		})) {
			await recorder.page.setViewportSize(size);
			expect(
				await recorder.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
			).toBeLessThanOrEqual(0);
			await shoot(recorder, `recorder-${name}`);
		}
		expect(await faults(recorder)).toEqual([]);
		for (const device of [stage, recorder, projector, chair, mc]) expect(device.errors).toEqual([]);
	});
});
