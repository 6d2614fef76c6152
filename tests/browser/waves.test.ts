/** A wave of awards from the stage's screen: piles confirmed by others, reader, MC, steward and projector follow. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { vi } from '../../src/lib/ui/i18n/vi';
import { nextId } from '../support/conference';
import { organiser, type Guest, type Organiser } from '../support/desk';
import type { Json } from '../support/node';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, SIZES, type Device } from './harness';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const words = (key: keyof typeof vi, params: Record<string, string | number>): string =>
	Object.entries(params).reduce(
		(text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
		vi[key] as string
	);

let product: Product;
let browser: Browser;
let office: Organiser;
let guests: Guest[];
let stage: Device;
let mc: Device;
let reader: Device;
let projector: Device;
let steward: Device;
let table: (role: Role, type: string, payload: object) => Promise<void>;

const awards = async (): Promise<Json> => (await office.call('/replica')).state.awards;
const wave = async (number: number): Promise<Json> => (await awards()).waves[number];
const step = async (): Promise<number> => (await office.call('/replica')).state.programme.step;

async function order(type: string, payload: object): Promise<void> {
	const { answers } = await office.call('/commands', { commands: [{ id: nextId('order'), type, payload }] });
	if (!answers[0].ok) throw new Error(`${type}: ${JSON.stringify(answers[0])}`);
}
const admit = (...people: (Guest | undefined)[]) =>
	Promise.all(
		people.map((one) =>
			order('door.admit', {
				delegate: one?.delegate,
				claimedAt: Date.now(),
				offset: 0,
				via: 'qr',
				verdict: 'green',
				desk: 'Bàn 1',
				seen: 0
			})
		)
	);

/** A device of the frame table without a screen: enrolled by its link, it sends what its person confirms. */
async function tableOf(roles: readonly Role[]): Promise<typeof table> {
	const cookies = new Map<Role, string>();
	for (const role of roles) {
		const enrolled = await fetch(`${product.base}/api/v1/enrol`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ secret: product.link(role).split('#')[1], name: role })
		});
		cookies.set(
			role,
			enrolled.headers
				.getSetCookie()
				.map((one) => one.split(';')[0])
				.join('; ')
		);
	}
	return async (role, type, payload) => {
		const answer = await fetch(`${product.base}/api/v1/conferences/${office.conference}/commands`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'kt-as': role, cookie: cookies.get(role) ?? '' },
			body: JSON.stringify({ commands: [{ id: nextId('table'), type, payload }] })
		});
		const { answers } = (await answer.json()) as { answers: { ok: boolean }[] };
		expect(answers[0]?.ok, `${role} ${type}`).toBe(true);
	};
}

const confirm = async (number: number, ...presenters: (1 | 2)[]) => {
	const { version } = await wave(number);
	for (const presenter of presenters)
		await table(`presenter-${presenter}`, 'wave.confirm', { wave: number, presenter, version, how: 'tap' });
};

const panel = (page: Page) => page.getByTestId('wave-panel');
const key = (page: Page) => page.getByTestId('wave-next');
const until = (page: Page, word: string) =>
	expect.poll(() => key(page).innerText(), { timeout: 10_000 }).toBe(word);
/** Presses the one button when it says the word; the screen rests a moment after each order. */
async function press(page: Page, word: string): Promise<void> {
	await until(page, word);
	const before = JSON.stringify((await awards()).waves);
	await expect
		.poll(async () => {
			if (JSON.stringify((await awards()).waves) === before) await key(page).click();
			return JSON.stringify((await awards()).waves);
		})
		.not.toBe(before);
}
const called = (device: Device) => device.page.getByTestId('call-text').locator('li strong').allInnerTexts();
const onWall = () => projector.page.locator('ol.row li').allInnerTexts();

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

const COLLECTIVE =
	'Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” liên xóm Bản Khấy – Bản Viết số';
beforeAll(async () => {
	product = await startProduct({ demo: true });
	office = await organiser(product.base, product.link('admin'));
	guests = (await office.people()).guests;
	browser = await launch();
	const recipient = (decision: string, at: number, name?: string) => ({
		id: `${decision}-${at}`,
		delegate: guests[at]?.delegate ?? null,
		decision,
		type: name ? 'collective' : 'individual',
		wave: 0,
		stagePosition: 0,
		...(name && { personal: { name, say: 'Ban chỉ đạo liên xóm' } })
	});
	await order('award.set', {
		decision: {
			id: 'tinh',
			form: 'Bằng khen',
			rank: 'province',
			number: '125/QĐ-UBND',
			caller: 'reader',
			date: '2026-08-20'
		},
		recipients: [0, 1, 2, 3].map((at) => recipient('tinh', at)),
		personal: {
			readBy: 'Bà Nông Thị Hà, Trưởng phòng Văn hóa – Xã hội',
			text: 'Điều 1. Tặng Bằng khen cho bốn cá nhân.'
		}
	});
	await order('award.set', {
		decision: { id: 'giay-khen', form: 'Giấy khen', rank: 'commune', number: '86/QĐ-UBND', caller: 'mc' },
		recipients: [
			...[4, 5, 6, 7, 8, 9, 10, 11].map((at) => recipient('giay-khen', at, `${COLLECTIVE} ${at - 3}`)),
			recipient('giay-khen', 12),
			recipient('giay-khen', 13)
		]
	});
	await order('wave.make', {});
	await order('wave.conferrers', { wave: 1, conferrers: [guests[20]?.delegate, guests[21]?.delegate] });
	await order('wave.conferrers', { wave: 2, conferrers: [guests[20]?.delegate] });
	await admit(guests[0], guests[1], guests[2], guests[20], ...guests.slice(4, 10), guests[12], guests[13]);
	const { programme } = (await office.call('/replica')).state;
	const item = programme.order.find((id: string) => programme.items[id].kinds.includes('khen_thuong'));
	await order('programme.next', { expectedItem: null, expectedStep: programme.step });
	const live = (await office.call('/replica')).state.programme;
	await order('programme.jump', { expectedItem: live.live.item, expectedStep: live.step, to: item });
	table = await tableOf(['presenter-1', 'presenter-2', 'marshal']);
	const open = async (role: Role, size: keyof typeof SIZES) => {
		const device = await newDevice(browser, size);
		await enrol(device, product.base, product.link(role), role);
		return device;
	};
	stage = await open('stage', 'laptop');
	mc = await open('mc', 'tablet');
	reader = await open('reader', 'tablet');
	projector = await open('projector', 'projector');
	steward = await open('steward', 'phone');
	await panel(stage.page).waitFor();
});
afterAll(async () => {
	await browser?.close();
	await product?.stop();
});

describe('a wave from the stage', () => {
	it('RUNW-5: whoever has not come leaves the row in one touch, and row, call and piles follow as one; undo brings them back', async () => {
		const before = (await wave(1)).version;
		await stage.page.getByRole('button', { name: words('waves.dropAbsent', { count: 1 }) }).click();
		await expect.poll(() => panel(stage.page).locator('[data-recipient]').count()).toBe(3);
		const now = await awards();
		expect(now.waves[1].version).toBe(before + 1);
		expect(now.outcomes['tinh-3']).toEqual({ later: 'absent' });
		expect(await panel(stage.page).locator('.place').allInnerTexts()).toEqual(['1', '2', '3']);
		await stage.page.getByRole('button', { name: vi['waves.undo'] }).click();
		await expect.poll(() => panel(stage.page).locator('[data-recipient]').count()).toBe(4);
		expect((await wave(1)).version, 'a pile changed twice is a third one').toBe(before + 2);
		await stage.page.getByRole('button', { name: words('waves.dropAbsent', { count: 1 }) }).click();
		await expect.poll(() => panel(stage.page).locator('[data-recipient]').count()).toBe(3);
	});

	it('RUNW-6: a whole wave from one button, called only when both piles are confirmed; reader, MC, steward and projector follow', async () => {
		const { page } = stage;
		await reader.page.getByText(vi['waves.reader.walkUp']).waitFor();
		await panel(page).getByText(vi['waves.unread']).waitFor();
		const announce = reader.page.getByRole('button', { name: vi['waves.reader.announce'] });
		await announce.hover();
		await reader.page.mouse.down();
		await expect.poll(async () => (await awards()).announced['tinh']).toBeTypeOf('number');
		await reader.page.mouse.up();
		await reader.page.getByText(vi['waves.phase.wait']).waitFor();
		await panel(page).getByText(vi['waves.unread']).waitFor({ state: 'detached' });

		await press(page, words('waves.next.prepared', { wave: 1 }));
		await steward.page.getByText(vi['waves.steward.standby']).waitFor();
		const override = page.getByRole('button', { name: words('waves.override', { presenters: '1, 2' }) });
		await override.waitFor();
		expect(await key(page).count(), 'no plain button over unconfirmed piles').toBe(0);
		await confirm(1, 1);
		await page.getByRole('button', { name: words('waves.override', { presenters: '2' }) }).waitFor();
		await confirm(1, 2);
		await press(page, vi['waves.next.staged']);
		expect((await wave(1)).overridden, 'nothing had to be overridden').toBeUndefined();

		await reader.page.locator('[data-phase="call"]').waitFor();
		const names = await called(reader);
		expect(names).toHaveLength(3);
		await expect.poll(onWall).toHaveLength(3);
		const wall = await onWall();
		wall.forEach((shown, at) =>
			expect(names[at], 'screen and call are one row').toContain(shown.split('\n').at(-1))
		);
		await mc.page.getByText(words('waves.caller', { who: vi['waves.caller.reader'] })).waitFor();

		await press(page, vi['waves.next.onStage']);
		await expect.poll(() => projector.page.locator('li[aria-current]').innerText()).toContain('1');
		await press(page, words('waves.next.frame', { frame: 2, of: 3 }));
		await expect.poll(() => projector.page.locator('li[aria-current]').innerText()).toContain('2');
		// The screen rests a moment after each order: one press too early is dropped.
		await expect
			.poll(async () => {
				if ((await wave(1)).given === 1) await page.getByRole('button', { name: vi['waves.back'] }).click();
				return (await wave(1)).given;
			})
			.toBe(0);
		await until(page, words('waves.next.frame', { frame: 2, of: 3 }));
		await press(page, words('waves.next.frame', { frame: 2, of: 3 }));
		await press(page, words('waves.next.frame', { frame: 3, of: 3 }));
		await press(page, words('waves.next.lastFrame', { of: 3 }));
		await press(page, vi['waves.next.toPhoto']);
		await press(page, words('waves.next.photo', { wave: 1 }));
		await until(page, words('waves.next.prepared', { wave: 2 }));
		const { outcomes } = await awards();
		expect(['tinh-0', 'tinh-1', 'tinh-2'].every((id) => outcomes[id].givenAt > 0)).toBe(true);
	});

	it('RUNW-7: between two waves the space bar and the clicker leave programme and waves as they are, and say why', async () => {
		const before = [await step(), JSON.stringify((await awards()).waves)];
		await stage.page.getByTestId('now').click();
		for (const pressed of [' ', 'PageDown', 'PageUp']) await stage.page.keyboard.press(pressed);
		await stage.page.getByText(vi['waves.spaceIdle']).first().waitFor();
		expect(await stage.page.getByRole('dialog').count()).toBe(0);
		// Focus left on the wave's key by the mouse: still nothing.
		await press(stage.page, words('waves.next.prepared', { wave: 2 }));
		const staged = JSON.stringify((await awards()).waves);
		await stage.page.keyboard.press(' ');
		expect([await step(), JSON.stringify((await awards()).waves)]).toEqual([before[0], staged]);
	});

	it('RUNW-8: over an unconfirmed pile the call must be held, and it is recorded', async () => {
		const { page } = stage;
		await confirm(2, 1);
		const held = page.getByRole('button', { name: words('waves.override', { presenters: '2' }) });
		await held.click();
		expect((await wave(2)).step, 'a tap is not enough').toBe('staged');
		await held.hover();
		await page.mouse.down();
		await expect.poll(async () => (await wave(2)).step).toBe('onStage');
		await page.mouse.up();
		expect((await wave(2)).overridden).toBe(true);
		await panel(page).getByText(vi['waves.overridden']).waitFor();
	});

	it('RUNW-9: the MC has the call of those who are here, with representatives and how a name is spoken', async () => {
		await mc.page.locator('[data-phase="call"]').waitFor();
		const names = await called(mc);
		expect(names).toHaveLength(6);
		expect(names[0]).toContain(`${COLLECTIVE} 1`);
		const text = await mc.page.getByTestId('call-text').innerText();
		expect(text).toContain('Xin trân trọng kính mời các tập thể có tên sau đây lên sân khấu nhận Giấy khen:');
		expect(text).toContain('Đại diện:');
		expect(text).toContain('Đọc là: Ban chỉ đạo liên xóm');
		expect(text).toMatch(/Trân trọng kính mời .+ lên trao thưởng\./);
		expect(text).not.toMatch(/vắng/i);
		await expect.poll(onWall).toHaveLength(6);
		await mc.page.setViewportSize({ width: 1024, height: 768 });
		await projector.page.setViewportSize({ width: 1024, height: 768 });
		await expect
			.poll(() =>
				projector.page.evaluate(() => {
					const box = document.querySelector('.box');
					return box ? box.scrollHeight <= box.clientHeight + 1 : false;
				})
			)
			.toBe(true);
	});

	it('RUNW-10: two stage windows press at once: one step is taken, the other reads why and shows the step as it is', async () => {
		const other = await stage.context.newPage();
		await other.goto(stage.page.url());
		await until(other, vi['waves.next.onStage']);
		await until(stage.page, vi['waves.next.onStage']);
		await Promise.all([key(stage.page).click(), key(other).click()]);
		await expect.poll(async () => (await wave(2)).step).toBe('presenting');
		expect((await wave(2)).given, 'one step, not two').toBe(0);
		const refused = () =>
			Promise.all([stage.page, other].map((page) => page.getByTestId('wave-refusal').count()));
		await expect.poll(async () => (await refused()).reduce((a, b) => a + b, 0)).toBe(1);
		for (const page of [stage.page, other]) await until(page, words('waves.next.frame', { frame: 2, of: 8 }));
		await other.close();
	});

	it('RUNW-11: somebody late is told to the stage with a wave that is still open, and one touch puts them there', async () => {
		await admit(guests[3]);
		const alert = stage.page.getByRole('alert').filter({ hasText: /vừa đến/ });
		await alert.waitFor();
		await alert.getByRole('button', { name: words('arrivals.alert.moveTo', { wave: 4 }) }).click();
		await expect.poll(async () => (await awards()).recipients['tinh-3'].wave).toBe(4);
		await alert.waitFor({ state: 'detached' });
		expect((await awards()).outcomes['tinh-3']).toBeUndefined();
	});

	it('RUNW-12: no screen of a running wave has a serious accessibility fault', async () => {
		await stage.page.setViewportSize(SIZES.laptop);
		for (const device of [stage, mc, reader, projector, steward]) {
			expect(await faults(device)).toEqual([]);
			expect(device.errors).toEqual([]);
		}
	});
});
