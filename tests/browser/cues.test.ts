/** Cues from the stage's desk to the right person: sound, security and two MCs, on five real screens. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { vi } from '../../src/lib/ui/i18n/vi';
import { nextId } from '../support/conference';
import { organiser, type Organiser } from '../support/desk';
import type { Json } from '../support/node';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const words = (key: keyof typeof vi, params: Record<string, string | number>): string =>
	Object.entries(params).reduce(
		(text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
		vi[key] as string
	);
const ANTHEM = vi['cues.word.anthem'];
const OWN = 'Dẫn tiếp ngay phần giao lưu với bà Hoàng Thị Phương Thảo, Trưởng xóm Bản Khấy';

let product: Product;
let browser: Browser;
let office: Organiser;
let stage: Device;
let tech: Device;
let security: Device;
let mc1: Device;
let mc2: Device;
/** The item that runs before the flag salute. */
let current: string;

async function order(type: string, payload: object): Promise<void> {
	const { answers } = await office.call('/commands', { commands: [{ id: nextId('order'), type, payload }] });
	if (!answers[0].ok) throw new Error(`${type}: ${JSON.stringify(answers[0])}`);
}
const programme = async (): Promise<Json> => (await office.call('/replica')).state.programme;
async function next(): Promise<void> {
	const { live, step } = await programme();
	await order('programme.next', { expectedItem: live?.item ?? null, expectedStep: step });
}

const card = ({ page }: Device) => page.getByTestId('cue');
const bar = () => stage.page.getByTestId('cue-bar');
const line = (text: string) => stage.page.getByTestId('cue-line').filter({ hasText: text });
const says = (device: Device, ...texts: string[]) =>
	expect
		.poll(async () => (await card(device).allInnerTexts()).join('\n'), { timeout: 10_000 })
		.toSatisfy((shown: string) => texts.every((text) => shown.includes(text)));
const quiet = (device: Device) => expect.poll(() => card(device).count(), { timeout: 10_000 }).toBe(0);
const answer = (device: Device) =>
	card(device).first().getByRole('button', { name: vi['cues.clear'], exact: true }).click();

/** A picture for whoever looks: only where a folder is named. */
async function picture({ page }: Device, name: string): Promise<void> {
	const folder = process.env['KT_PICTURES'];
	if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
async function faults({ page }: Device): Promise<string[]> {
	await page.evaluate(axe);
	return page.evaluate(async () => {
		type Found = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
		const run = Reflect.get(Reflect.get(window, 'axe'), 'run') as () => Promise<Found>;
		const found = await run();
		return found.violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
	});
}

beforeAll(async () => {
	product = await startProduct({ demo: true });
	office = await organiser(product.base, product.link('admin'));
	browser = await launch();
	await order('conference.edit', { patch: { twoMcs: true } });
	await next();
	const { live, order: items, items: rows } = await programme();
	current = live.item;
	// Straight on to the flag salute, whatever parts the first item has.
	for (const id of items)
		if (id !== current && rows[id].parent !== null && rows[id].parent === rows[current].parent)
			await order('programme.edit', { item: id, patch: { on: false } });
	await order('programme.insert', {
		item: { id: 'flag', kinds: ['chao_co'], title: 'Chào cờ', minutes: 3, on: true, delegate: null },
		before: items.find((id: string) => items.indexOf(id) > items.indexOf(current) && rows[id].parent === null)
	});
	await order('programme.edit', {
		item: current,
		patch: { minutes: 30 },
		personal: {
			mcText: [
				{ speaker: 'MC 1', text: 'Kính thưa quý vị đại biểu!' },
				{ speaker: 'MC 2', text: 'Chương trình xin được bắt đầu.' }
			]
		}
	});
	const open = async (role: Role, size: keyof typeof SIZES, name: string = role) => {
		const device = await newDevice(browser, size);
		await enrol(device, product.base, product.link(role), name);
		return device;
	};
	stage = await open('stage', 'laptop');
	tech = await open('tech', 'phone');
	security = await open('security', 'phone');
	mc1 = await open('mc', 'tablet', 'MC 1');
	const { secret } = await office.call('/enrolments', { name: 'MC 2', role: 'mc', desk: null, kind: 'day' });
	mc2 = await newDevice(browser, 'phone');
	await enrol(mc2, product.base, `/e#${secret}`, 'MC 2');
	for (const [device, speaker] of [
		[mc1, 'MC 1'],
		[mc2, 'MC 2']
	] as const)
		await device.page.getByRole('button', { name: words('mc.onlyLines', { speaker }) }).click();
	await stage.page.getByRole('tab', { name: vi['cueDesk.tab'] }).click();
});
afterAll(async () => {
	await browser?.close();
	await product?.stop();
});

describe('cues at the right person', () => {
	it('CUE-13: the sound desk is prepared in time by its own clock, and minutes given take it back', async () => {
		// The first item has begun: what it brings was given with it.
		await says(tech, vi['cues.go'], vi['cues.word.troupe']);
		await answer(tech);
		await quiet(tech);
		await order('programme.adjust', { item: current, minutes: -29 });
		await says(tech, vi['cues.standby'], ANTHEM);
		await picture(tech, 'tech-standby');
		await order('programme.adjust', { item: current, minutes: 20 });
		await quiet(tech);
		await order('programme.adjust', { item: current, minutes: -20 });
		await says(tech, ANTHEM);
		await expect.poll(() => bar().innerText()).toContain(ANTHEM);
		expect(await bar().innerText()).toContain(vi['cueDesk.waiting']);
		await answer(tech);
		await quiet(tech);
		await expect.poll(() => bar().innerText()).not.toContain(vi['cueDesk.waiting']);
	});

	it('CUE-14: the stage gives it while the flag is saluted, asks again, and reads the short reply; no screen counts down', async () => {
		await next();
		await bar()
			.getByRole('button', { name: words('cueDesk.giveNamed', { cue: ANTHEM }) })
			.click();
		await says(tech, vi['cues.go'], ANTHEM);
		await expect.poll(() => line(ANTHEM).innerText()).toContain(vi['cueDesk.waiting']);
		await picture(stage, 'stage-given');
		await line(ANTHEM)
			.getByRole('button', { name: words('cueDesk.nudgeNamed', { cue: ANTHEM }) })
			.click();
		await says(tech, words('cues.again', { time: '' }));
		expect(await tech.page.locator('[role="timer"]').count()).toBe(0);
		await picture(tech, 'tech-go');
		expect(await faults(tech)).toEqual([]);
		await card(tech).getByText(vi['cues.more']).click();
		await card(tech).getByRole('button', { name: vi['cues.reply.done'] }).click();
		await quiet(tech);
		await expect.poll(() => line(ANTHEM).innerText()).toContain(`“${vi['cues.reply.done']}”`);
		expect(await line(ANTHEM).innerText()).not.toContain(vi['cueDesk.waiting']);
	});

	it('CUE-15: a cue planned for one of two MCs asks that one alone, and “Chưa rõ” calls the stage', async () => {
		const { page } = stage;
		await page.getByRole('button', { name: vi['cueDesk.plan'] }).click();
		await page.getByRole('button', { name: vi['cueDesk.add'] }).click();
		const form = page.getByRole('dialog', { name: vi['cueDesk.add'] });
		await form.getByLabel(vi['cueDesk.text']).fill(OWN);
		const to = form.getByRole('group', { name: vi['cueDesk.to'] });
		await to.getByRole('button', { name: vi['role.mc'], exact: true }).click();
		await to.getByRole('button', { name: words('cueDesk.mcVoice', { voice: 2 }), exact: true }).click();
		await picture(stage, 'stage-form');
		await form.getByRole('button', { name: vi['common.save'] }).click();
		await form.waitFor({ state: 'detached' });
		await picture(stage, 'stage-plan');
		await page.getByRole('button', { name: vi['common.close'] }).first().click();
		await line(OWN)
			.getByRole('button', { name: words('cueDesk.callNamed', { cue: OWN }) })
			.click();
		await says(mc2, vi['cues.standby'], OWN, words('cues.forMc', { voice: 2 }));
		await picture(mc2, 'mc2-standby');
		expect(await card(mc1).count()).toBe(0);
		await card(mc2).getByRole('button', { name: vi['cues.unclear'] }).click();
		const call = page.getByTestId('cue-call');
		await call.waitFor();
		expect(await call.innerText()).toContain(OWN);
		await picture(stage, 'stage-call');
		await call.getByRole('button', { name: vi['cueDesk.markCalled'] }).click();
		await call.waitFor({ state: 'detached' });
		await expect
			.poll(() => mc2.page.getByLabel(vi['cues.title']).innerText())
			.toContain(words('cues.said.called', { time: '' }));
		await line(OWN)
			.getByRole('button', { name: words('cueDesk.giveNamed', { cue: OWN }) })
			.click();
		await says(mc2, vi['cues.go'], OWN);
		await answer(mc2);
		await quiet(mc2);
		expect(await card(mc1).count()).toBe(0);
	});

	it('CUE-16: a silent report reaches security and nobody else, and the stage sees that it was read', async () => {
		const { page } = stage;
		await page.getByLabel(vi['cueDesk.alertWhere']).fill('Khối B, hàng 7, ghế 12');
		await page.getByRole('button', { name: vi['cues.alert.medical'] }).click();
		await says(security, vi['cues.silent'], vi['cues.alert.medical'], 'Khối B, hàng 7, ghế 12');
		await picture(security, 'security-alert');
		expect(await faults(security)).toEqual([]);
		await picture(stage, 'stage-alert');
		for (const device of [tech, mc1, mc2]) expect(await card(device).count()).toBe(0);
		await answer(security);
		await quiet(security);
		await picture(security, 'security-calm');
		await expect
			.poll(() => line(vi['cues.alert.medical']).innerText())
			.toContain(words('cueDesk.clear', { time: '' }).trim());
		expect(await faults(stage)).toEqual([]);
		for (const { errors } of [stage, tech, security, mc1, mc2]) expect(errors).toEqual([]);
	});

	it('CUE-17: on a phone a card leaves the work below it in reach, and its answer is large enough for a thumb', async () => {
		await order('cue.set', {
			cue: { id: 'long', trigger: { on: 'hand' }, to: { roles: ['tech'] }, give: 'hand', word: null },
			text: OWN.repeat(3)
		});
		await order('cue.call', { cue: 'long', occurrence: 'h1', version: 0 });
		await says(tech, OWN);
		await picture(tech, 'tech-long');
		const wide = (page: Page) =>
			page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		expect(await wide(tech.page)).toBe(0);
		const box = await card(tech).getByRole('button', { name: vi['cues.clear'], exact: true }).boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(48);
		const position = await card(tech).evaluate((one) => getComputedStyle(one).position);
		expect(position).toBe('static');
	});
});
