/** A hall, its plan and its day: organisers on a laptop, an usher on a phone, reception at the door. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import type { Seat } from '../../src/lib/core/seating/model';
import { vi } from '../../src/lib/ui/i18n/vi';
import { scan, type Guest } from '../support/desk';
import { faultsOf } from '../support/faults';
import type { Json } from '../support/node';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';
import { button, chosen, drag, map, onMap, seatNamed, settled } from './on-map';

const HALL = {
	name: 'Hội trường thử',
	blocks: ['A', 'B'].map((id) => ({
		id,
		name: `Khối ${id}`,
		colour: '#b3261e',
		door: '',
		rows: 10,
		seatsPerRow: 9
	}))
};
const filled = (key: keyof typeof vi, values: Record<string, string | number>) =>
	vi[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

describe('seats, from the plan to the end of the day', () => {
	let product: Product;
	let browser: Browser;
	let conference: string;
	let admin: Device;
	let usher: Device;
	let desk: Device;
	let guests: Guest[];
	let sent = 0;

	/** The API with the organisers' own cookie. */
	const call = async (path: string, data?: object): Promise<Json> => {
		const answer = await admin.context.request.fetch(
			`${product.base}/api/v1/conferences/${conference}${path}`,
			{
				method: data ? 'POST' : 'GET',
				headers: { 'kt-as': 'admin' },
				...(data && { data })
			}
		);
		if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
		return answer.json();
	};
	const send = async (type: string, payload: unknown): Promise<string | null> => {
		const { answers } = await call('/commands', {
			commands: [{ id: `seating-test-${String(++sent).padStart(6, '0')}`, type, payload }]
		});
		return answers[0].ok ? null : answers[0].rejection.code;
	};
	const seats = async (): Promise<Record<string, Seat>> => (await call('/replica')).state.seating.seats;
	const seatOf = async (delegate: string) => {
		const seat = (await seats())[delegate];
		return seat ? `${seat.block}/${seat.row}/${seat.seat}` : null;
	};
	const put = async (delegate: string, block: string, row: number, seat: number) =>
		expect(await send('seat.assign', { seats: [{ delegate, seat: { block, row, seat } }] })).toBeNull();
	const clear = async () => {
		const all = Object.keys(await seats()).map((delegate) => ({ delegate, seat: null }));
		if (all.length) expect(await send('seat.assign', { seats: all, release: true })).toBeNull();
	};
	const device = async (role: Role, size: keyof typeof SIZES, name: string): Promise<Device> => {
		const made = await newDevice(browser, size);
		const offered = { name, role, desk: role === 'reception' ? name : null, kind: 'day' };
		const { secret } = await call('/enrolments', offered);
		await enrol(made, product.base, `/e#${secret}`, name);
		return made;
	};
	/** The organisers at another desk. */
	const another = async (size: keyof typeof SIZES): Promise<Device> => {
		const made = await newDevice(browser, size);
		await made.context.addCookies(await admin.context.cookies());
		return made;
	};
	const openSeats = async ({ page }: Device) => {
		await page.goto(`${product.base}/c/${conference}/admin?muc=xep-cho`);
		await map(page).waitFor();
	};
	/** Names may stand in the list twice; the seat tells them apart. */
	const find = async (page: Page, name: string, seat: string) => {
		await page.getByRole('textbox', { name: vi['seats.findAny'] }).fill(name);
		const found = page.getByRole('list', { name: vi['seats.found'] }).getByRole('button');
		await found.filter({ hasText: seat }).first().click();
	};
	beforeAll(async () => {
		product = await startProduct({ demo: true });
		browser = await launch();
		admin = await newDevice(browser, 'laptop');
		await enrol(admin, product.base, product.link('admin'), 'Văn phòng');
		conference = /\/c\/([^/]+)/.exec(admin.page.url())?.[1] ?? '';
		const { state } = await call('/replica');
		const known: { id: string; vip: boolean }[] = state.roster.delegates.buckets.flatMap(
			(bucket: Record<string, { id: string; vip: boolean }> | null) => Object.values(bucket ?? {})
		);
		const recipients: { delegate: string }[] = Object.values(state.awards.recipients);
		const honoured = new Set([
			...known.filter(({ vip }) => vip).map(({ id }) => id),
			...recipients.map(({ delegate }) => delegate)
		]);
		guests = (await call('/invitations')).filter(({ delegate }: Guest) => !honoured.has(delegate));
		await clear();
		expect(await send('hall.set', { hall: HALL, unseat: true })).toBeNull();
		usher = await device('usher', 'phone', 'Hội trường 1');
		await openSeats(admin);
		await map(usher.page).waitFor();
	});
	afterAll(async () => {
		for (const one of [admin, usher, desk]) if (one) expect(one.errors).toEqual([]);
		await browser?.close();
		await product?.stop();
	});

	it('MAP-14: one press makes a plan that is read before it is applied, and then everybody sits', async () => {
		const { page } = admin;
		await button(page, vi['seats.plan']).click();
		await page.getByText(/^Xếp mới 150 người, đổi chỗ 0 người, chưa xếp được 0 người/).waitFor();
		expect(Object.keys(await seats())).toHaveLength(0);
		expect(await faultsOf(page)).toEqual([]);
		await button(page, vi['seats.apply']).click();
		await page.getByText(/150\/150/).waitFor();
		expect(Object.keys(await seats())).toHaveLength(150);
		await button(page, vi['seats.plan']).click();
		await page.getByText(vi['seats.planNothing']).waitFor();
		expect(await button(page, vi['seats.apply']).isDisabled()).toBe(true);
		await button(page, vi['common.cancel']).click();
		await page.getByRole('button', { name: /^Hoàn tác: Đã áp dụng sơ đồ/ }).click();
		await page.getByText(/^0\/150/).waitFor();
		expect(Object.keys(await seats())).toHaveLength(0);
	});

	it('MAP-15: seats changed while a plan is looked at make it anew, and it says so; fresh is a second choice', async () => {
		const { page } = admin;
		const [one] = guests;
		await button(page, vi['seats.plan']).click();
		await page.getByText(/^Xếp mới 150 người/).waitFor();
		await put(one?.delegate ?? '', 'B', 10, 9);
		await page.getByText(vi['seats.planAgain']).waitFor();
		await page.getByText(/^Xếp mới 149 người/).waitFor();
		await button(page, vi['seats.apply']).click();
		await page.getByText(/150\/150/).waitFor();
		await button(page, vi['seats.plan']).click();
		await page.getByText(vi['seats.fresh'], { exact: true }).first().click();
		const fresh = page.getByRole('button', { name: vi['seats.fresh'] });
		await fresh.hover();
		await page.mouse.down();
		await button(page, vi['seats.applyFresh']).waitFor();
		await page.mouse.up();
		await button(page, vi['common.cancel']).click();
	});

	it('MAP-22: a plan is taken back although other seats changed; who was moved since is said, and nothing changes', async () => {
		const { page } = admin;
		await clear();
		const planned = async () => {
			await button(page, vi['seats.plan']).click();
			await page.getByText(/^Xếp mới 150 người/).waitFor();
			await button(page, vi['seats.apply']).click();
			await page.getByText(/150\/150/).waitFor();
		};
		const undo = page.getByRole('button', { name: /^Hoàn tác: Đã áp dụng sơ đồ/ });
		const free = [{ block: 'B', row: 10, seat: 9 }];
		await planned();
		expect(await send('seat.hold', { seats: free, hold: 'held' })).toBeNull();
		await onMap(page, new RegExp(`^${seatNamed('B', 10, 9)} ${vi['seats.state.held']}`)).waitFor();
		await undo.click();
		await page.getByText(/^0\/150/).waitFor();
		expect(await send('seat.hold', { seats: free, hold: null })).toBeNull();
		await planned();
		const [one] = guests;
		const before = (await seats())[one?.delegate ?? ''];
		await put(one?.delegate ?? '', 'B', 10, 9);
		await onMap(page, new RegExp(`^${seatNamed('B', 10, 9)}.*${one?.name}`)).waitFor();
		await undo.click();
		await page.getByText(/^Chưa hoàn tác: sau khi áp dụng sơ đồ, 1 người/).waitFor();
		expect(Object.keys(await seats())).toHaveLength(150);
		await put(one?.delegate ?? '', before?.block ?? '', before?.row ?? 0, before?.seat ?? 0);
		await onMap(page, new RegExp(`^${seatNamed('B', 10, 9)} ${vi['seats.state.empty']}`)).waitFor();
		await undo.click();
		await page.getByText(/^0\/150/).waitFor();
	});

	it('MAP-16: a hall smaller than the list says how many seats are missing, and who gets none, and changes nothing', async () => {
		const { page } = admin;
		await clear();
		const small = { ...HALL, blocks: [{ ...HALL.blocks[0], rows: 10, seatsPerRow: 10 }] };
		expect(await send('hall.set', { hall: small, unseat: true })).toBeNull();
		await page.getByText(/còn thiếu 50 ghế/).waitFor();
		await button(page, vi['seats.plan']).click();
		await page.getByText(/chưa xếp được 50 người/).waitFor();
		await page.getByText(vi['seats.unplaced.hall_full']).first().waitFor();
		await button(page, vi['common.cancel']).click();
		expect(Object.keys(await seats())).toHaveLength(0);
		expect(await send('hall.set', { hall: HALL, unseat: true })).toBeNull();
		await page.getByText(/còn thiếu/).waitFor({ state: 'detached' });
	});

	it('MAP-17: keyboard, mouse and touch seat somebody, swap and take back alike', async () => {
		const { page } = admin;
		const [a] = guests;
		if (!a) throw new Error('the sample has guests');
		await clear();
		await put(a.delegate, 'A', 1, 1);
		await onMap(page, new RegExp(`^${seatNamed('A', 1, 1)}.*${a.name}`)).waitFor();
		// Keyboard: to the seat, pick up, two to the right, put down.
		await map(page).focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Enter');
		await page.getByRole('region', { name: 'Khối A, hàng 1, ghế 1' }).waitFor();
		await button(page, vi['seats.move']).click();
		await map(page).focus();
		for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
		await expect.poll(() => seatOf(a.delegate)).toBe('A/1/3');
		await page.getByRole('button', { name: /^Hoàn tác: / }).click();
		await expect.poll(() => seatOf(a.delegate)).toBe('A/1/1');
		// Mouse: from the list onto a seat, and a seat onto another that is taken.
		const row = page.getByRole('list', { name: vi['seats.tab.people'] }).getByRole('button').first();
		await button(page, vi['seats.map.whole']).click();
		await drag(page, row, onMap(page, new RegExp(`^${seatNamed('B', 2, 2)}`)));
		const sitter = async () =>
			Object.entries(await seats()).find(
				([, { block, row, seat }]) => `${block}/${row}/${seat}` === 'B/2/2'
			)?.[0];
		await expect.poll(sitter).toBeDefined();
		const b = { delegate: (await sitter()) ?? '' };
		const [here, there] = [
			onMap(page, new RegExp(`^${seatNamed('B', 2, 2)}`)),
			onMap(page, new RegExp(`^${seatNamed('A', 1, 1)}`))
		];
		await drag(page, here, there);
		await page.getByRole('dialog', { name: vi['seats.swap.ask'] }).waitFor();
		expect(await seatOf(b.delegate)).toBe('B/2/2');
		await button(page, vi['seats.swap.do']).click();
		await expect.poll(() => seatOf(b.delegate)).toBe('A/1/1');
		expect(await seatOf(a.delegate)).toBe('B/2/2');
		// Touch: the first touch of a hall drawn small comes nearer, the next one picks.
		const phone = await another('phone');
		await openSeats(phone);
		const target = onMap(phone.page, new RegExp(`^${seatNamed('A', 5, 5)}`));
		await target.tap();
		expect(await chosen(phone.page).count()).toBe(0);
		await settled(phone.page);
		await target.tap();
		await phone.page.getByRole('region', { name: 'Khối A, hàng 5, ghế 5' }).waitFor();
		expect(phone.errors).toEqual([]);
		await phone.context.close();
	});

	it('MAP-18: a whole unit lands on the next free seats from where it is put, and a run too short is told', async () => {
		const { page } = admin;
		await clear();
		await page.getByRole('tab', { name: vi['seats.tab.units'] }).click();
		const unit = page.getByRole('list', { name: vi['seats.tab.units'] }).getByRole('button').first();
		const people = Number(/(\d+) có chỗ|0\/(\d+)/.exec((await unit.textContent()) ?? '')?.[2]);
		expect(people).toBeGreaterThan(2);
		await unit.click();
		await onMap(page, new RegExp(`^${seatNamed('A', 10, 9)}`)).click();
		await page.getByText(/chỉ còn 1 ghế trống/).waitFor();
		expect(Object.keys(await seats())).toHaveLength(0);
		await onMap(page, new RegExp(`^${seatNamed('A', 3, 2)}`)).click();
		await expect.poll(async () => Object.keys(await seats()).length).toBe(people);
		const taken = Object.values(await seats());
		expect(taken.every(({ block, row }) => block === 'A' && row >= 3)).toBe(true);
		await page.getByRole('tab', { name: vi['seats.tab.people'] }).click();
	});

	it('MAP-19: of two who change the same person at once one wins, the other reads why, and nothing is lost', async () => {
		const [a, b] = guests;
		if (!a || !b) throw new Error('the sample has guests');
		await clear();
		await put(a.delegate, 'A', 2, 2);
		// A second laptop whose line is slow: what the server tells it waits.
		const slow = await another('laptop');
		let waiting: (() => void)[] | null = null;
		await slow.context.routeWebSocket(/socket\.io/, (socket) => {
			const server = socket.connectToServer();
			socket.onMessage((message) => server.send(message));
			server.onMessage((message) => {
				const pass = () => socket.send(message);
				if (waiting && String(message).startsWith('42')) waiting.push(pass);
				else pass();
			});
		});
		await openSeats(slow);
		await onMap(slow.page, new RegExp(a.name)).click();
		await button(slow.page, vi['seats.move']).click();
		waiting = [];
		await put(a.delegate, 'A', 4, 4);
		await onMap(slow.page, new RegExp(`^${seatNamed('A', 6, 6)}`)).click();
		const told = filled('reject.seat_changed', { block: 'Khối A', row: 4, seat: 4 });
		await slow.page.getByText(told).waitFor();
		expect(await seatOf(a.delegate)).toBe('A/4/4');
		// And both want the same free seat.
		for (const pass of waiting) pass();
		waiting = null;
		await onMap(slow.page, new RegExp(`^${seatNamed('A', 4, 4)}.*${a.name}`)).click();
		await button(slow.page, vi['seats.move']).click();
		waiting = [];
		await put(b.delegate, 'A', 7, 7);
		await onMap(slow.page, new RegExp(`^${seatNamed('A', 7, 7)}`)).click();
		await slow.page.getByText(filled('reject.seat_taken', { block: 'Khối A', row: 7, seat: 7 })).waitFor();
		for (const pass of waiting) pass();
		waiting = null;
		await onMap(slow.page, new RegExp(`^${seatNamed('A', 7, 7)}.*${b.name}`)).waitFor();
		expect([await seatOf(a.delegate), await seatOf(b.delegate)]).toEqual(['A/4/4', 'A/7/7']);
		expect(slow.errors).toEqual([]);
		await slow.context.close();
	});

	it('USH-3: on the day a walk-in gets a seat, two swap and no-shows are released; three screens agree', async () => {
		const [a, b, c] = guests;
		if (!a || !b || !c) throw new Error('the sample has guests');
		await clear();
		await put(a.delegate, 'A', 3, 3);
		await put(b.delegate, 'A', 3, 4);
		await put(c.delegate, 'B', 5, 5);
		expect(await send('seat.issue', {})).toBeNull();
		// Opened after that: a list from before it would call these seats new. Its keys go nowhere before it is there.
		desk = await device('reception', 'phone', 'Bàn 1');
		await desk.page.getByRole('tab', { name: vi['reception.tab.search'] }).waitFor();
		await scan(desk.page, a.token, 'green');
		await scan(desk.page, b.token, 'green');
		await onMap(admin.page, new RegExp(`^${seatNamed('A', 3, 3)}.*${vi['seats.state.arrived']}`)).waitFor();
		// Swap on the usher's phone.
		await find(usher.page, a.name, 'Khối A, hàng 3, ghế 3');
		await button(usher.page, vi['seats.move']).click();
		await settled(usher.page);
		await onMap(usher.page, new RegExp(`^${seatNamed('A', 3, 4)}`)).tap();
		await button(usher.page, vi['seats.swap.do']).click();
		const swapped = `^${seatNamed('A', 3, 4)} .*${a.name}.*${vi['seats.moved'].replace(/[()]/g, '\\$&')}`;
		await onMap(admin.page, new RegExp(swapped)).waitFor();
		// Somebody comes who is on no list.
		await desk.page.getByRole('tab', { name: vi['reception.tab.search'] }).click();
		await desk.page
			.getByRole('textbox', { name: vi['reception.searchLabel'] })
			.fill('khong co trong danh sach');
		await button(desk.page, vi['reception.walkIn']).click();
		await desk.page.getByLabel(vi['field.name']).fill('Nguyễn Hoàng Phương Uyên Quỳnh Như');
		await desk.page
			.getByRole('dialog')
			.getByRole('button', { name: /Đón|Ghi|Bổ sung|Lưu/ })
			.last()
			.click();
		await desk.page.locator('[data-verdict]').waitFor();
		await usher.page.keyboard.press('Escape');
		await find(usher.page, 'uyen quynh nhu', vi['seats.noSeat']);
		await button(usher.page, vi['seats.giveSeat']).click();
		await onMap(admin.page, /Nguyễn Hoàng Phương Uyên Quỳnh Như, Đã đến/).waitFor();
		// A quarter of an hour after the begin, whoever has not come gives the seat back.
		const startsAt = Date.now() - 3_600_000;
		expect(await send('conference.edit', { patch: { startsAt } })).toBeNull();
		await button(usher.page, vi['seats.release']).click();
		const release = usher.page.getByRole('button', { name: filled('seats.releaseDo', { count: 1 }) });
		await release.hover();
		await usher.page.mouse.down();
		await usher.page.getByText(filled('seats.done.released', { count: 1 })).waitFor();
		await usher.page.mouse.up();
		await expect.poll(() => seatOf(c.delegate)).toBeNull();
		expect(await seatOf(a.delegate)).toBe('A/3/4');
		await onMap(admin.page, new RegExp(`^${seatNamed('B', 5, 5)} ${vi['seats.state.empty']}`)).waitFor();
	});

	it('USH-4: who sits wrong is noted without the network and arrives when it is back', async () => {
		const { page } = usher;
		const [, b] = guests;
		if (!b) throw new Error('the sample has guests');
		await usher.context.setOffline(true);
		await page.getByText(/^Mất kết nối: sơ đồ như lúc/).waitFor();
		await find(page, b.name, 'Khối A, hàng 3, ghế 3');
		expect(await button(page, vi['seats.move']).isDisabled()).toBe(true);
		await page.getByText(vi['seats.ordersOffline']).waitFor();
		await button(page, vi['seats.sitsWrong']).click();
		await settled(page);
		await onMap(page, new RegExp(`^${seatNamed('A', 4, 3)}`)).tap();
		await page.locator('[data-freshness]').filter({ hasText: '1 lượt chờ gửi' }).waitFor();
		const wrong = new RegExp(`^${seatNamed('A', 4, 3)} ${vi['seats.state.wrong']}.*${b.name}`);
		await onMap(page, wrong).waitFor();
		expect(await onMap(admin.page, wrong).count()).toBe(0);
		await usher.context.setOffline(false);
		await onMap(admin.page, wrong).waitFor();
		await find(page, b.name, 'Khối A, hàng 3, ghế 3');
		await button(page, vi['seats.inPlace']).click();
		await onMap(admin.page, new RegExp(`^${seatNamed('A', 4, 3)} ${vi['seats.state.empty']}`)).waitFor();
	});

	it('MAP-20: neither the organisers’ map nor the usher’s has a serious accessibility fault', async () => {
		expect(await faultsOf(admin.page), 'organisers').toEqual([]);
		expect(await faultsOf(usher.page), 'usher with a person').toEqual([]);
		await button(usher.page, vi['seats.release']).click();
		await usher.page.getByRole('dialog').waitFor();
		expect(await faultsOf(usher.page), 'release').toEqual([]);
		await usher.page.keyboard.press('Escape');
	});
});
