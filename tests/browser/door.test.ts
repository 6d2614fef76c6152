/** What a desk does besides scanning: three ways in, delegations, marks, somebody else's invitation, conflicts. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, readyForOffline, scan, trigger, type Guest, type Organiser } from '../support/desk';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, SIZES, type Device } from './harness';

const CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const card = (page: Page, tone: string) => page.locator(`[data-verdict="${tone}"]`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

describe('a reception desk', () => {
	let product: Product;
	let browser: Browser;
	let office: Organiser;
	let door: Device;
	let page: Page;
	let guests: Guest[];
	let important: Guest[];
	const board = async () => {
		const { state } = await office.call('/replica');
		const rows = <T>(table: { buckets: (Record<string, T> | null)[] }): T[] =>
			table.buckets.flatMap((bucket) => Object.values(bucket ?? {}));
		return { state, rows };
	};
	const marks = async (table: 'companions' | 'documents' | 'lounge') => {
		const { state, rows } = await board();
		return rows<{ marks: Record<string, unknown>[] }>(state.welcome[table]).flatMap((row) => row.marks);
	};
	/** A desk without a service worker: what its page has not fetched it does not have. */
	const bareDesk = async (desk: string): Promise<Device & { context: BrowserContext }> => {
		const context = await browser.newContext({
			viewport: SIZES.phone,
			locale: 'vi-VN',
			timezoneId: 'Asia/Ho_Chi_Minh',
			serviceWorkers: 'block'
		});
		context.setDefaultTimeout(20_000);
		const bare: Device = { context, page: await context.newPage(), errors: [] };
		await enrol(bare, product.base, await office.deskLink(desk), desk);
		return bare;
	};

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		office = await organiser(product.base, product.link('admin'));
		({ guests, important } = await office.people());
		browser = await launch(CAMERA);
		door = await newDevice(browser, 'phone');
		page = door.page;
		await enrol(door, product.base, await office.deskLink('Bàn 1'), 'Bàn 1');
		await page.getByText(vi['arrivals.recentNone']).waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('REC-7: three ways in stand side by side with room, as three tabs on a phone, and search is ready to type', async () => {
		await page.setViewportSize(SIZES.laptop);
		for (const way of ['scan', 'search', 'units'] as const)
			await page.getByRole('heading', { name: vi[`reception.tab.${way}`], exact: true }).waitFor();
		const tops = await page
			.locator('[data-way]')
			.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
		expect(new Set(tops.map(Math.round)).size).toBe(1);
		expect(tops).toHaveLength(3);
		await page.setViewportSize({ width: 360, height: 740 });
		expect(await tab(page, vi['reception.tab.scan']).getAttribute('aria-selected')).toBe('true');
		await tab(page, vi['reception.tab.search']).click();
		const field = page.getByRole('textbox', { name: vi['reception.searchLabel'] });
		await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
		const room = await field.evaluate((one) => {
			if (!(one instanceof HTMLInputElement)) return null;
			const style = getComputedStyle(one);
			const pen = document.createElement('canvas').getContext('2d');
			if (pen) pen.font = style.font;
			const text = pen?.measureText(one.placeholder).width ?? Infinity;
			return { text, free: one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) };
		});
		expect(room?.text).toBeLessThan(room?.free ?? 0);
		expect(vi['reception.searchPlaceholder']).toContain('không cần dấu');
		await page.setViewportSize(SIZES.phone);
	});

	it('REC-8: what opens on a tap is fetched while the page is idle, and a part that failed is offered again', async () => {
		const bare = await bareDesk('Bàn 2');
		await tab(bare.page, vi['reception.tab.search']).click();
		const loaded = () =>
			bare.page.evaluate(
				() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length
			);
		let before = -1;
		await expect
			.poll(
				async () => {
					const [last, now] = [before, await loaded()];
					before = now;
					return now > 25 && now === last;
				},
				{ timeout: 30_000, interval: 2500 }
			)
			.toBe(true);
		await bare.context.setOffline(true);
		await bare.page.getByRole('textbox', { name: vi['reception.searchLabel'] }).fill('khong co ai ten nay');
		await button(bare.page, vi['reception.walkIn']).click();
		await bare.page.getByLabel(vi['field.name']).waitFor();
		await bare.page.keyboard.press('Escape');
		await bare.context.close();

		const cut = await bareDesk('Bàn 2');
		await cut.page.route(/\/_app\/.*\.js$/, (route) => route.abort());
		await tab(cut.page, vi['reception.tab.units']).click();
		await cut.page.getByText(vi['common.partMissing']).waitFor();
		await cut.page.unroute(/\/_app\/.*\.js$/);
		await button(cut.page, vi['common.retry']).click();
		await cut.page.getByRole('list', { name: vi['reception.tab.units'] }).waitFor();
		await cut.context.close();
	});

	it('REC-9: a bus is admitted by ticking all and unticking who is missing; its recipients one by one', async () => {
		await tab(page, vi['reception.tab.units']).click();
		await page.getByRole('button', { name: /Ban Chỉ huy Quân sự xã/ }).click();
		await page.getByLabel(vi['rollcall.tickAll']).check();
		const boxes = page.getByRole('checkbox', { checked: true });
		const all = (await boxes.count()) - 1;
		await boxes.nth(1).uncheck();
		await button(page, vi['arrivals.units.admit'].replace('{count}', String(all - 1))).click();
		await page
			.getByRole('list', { name: vi['arrivals.units.present'] })
			.getByRole('listitem')
			.nth(all - 2)
			.waitFor();
		const { state, rows } = await expectArrived(all - 1);
		for (const { delegate } of rows<{ delegate: string }>(state.admissions.admissions))
			expect(state.awards.recipients[delegate]).toBeUndefined();
		await button(page, vi['arrivals.units.back']).click();
	});
	const expectArrived = async (count: number) => {
		await expect.poll(async () => (await board()).state.admissions.admissions.size).toBe(count);
		return board();
	};

	it('REC-10: a delegation without names is counted by heads, a press each, and never below nought', async () => {
		await page.getByRole('button', { name: /Đảng ủy xã Trùng Khánh/ }).click();
		await page.getByText(vi['arrivals.counter.noNames']).click();
		const count = page.locator('output');
		expect(await button(page, vi['arrivals.counter.less']).isDisabled()).toBe(true);
		await button(page, vi['arrivals.counter.more']).click();
		await page.getByRole('button', { name: '+10', exact: true }).click();
		await expect.poll(() => count.innerText()).toBe('11');
		await button(page, vi['arrivals.counter.less']).click();
		await expect.poll(() => count.innerText()).toBe('10');
		await expect
			.poll(async () => {
				const { state, rows } = await board();
				return rows<{ marks: { delta: number; desk: string }[] }>(state.welcome.counts).flatMap(
					(row) => row.marks
				);
			})
			.toMatchObject([
				{ delta: 1, desk: 'Bàn 1' },
				{ delta: 10, desk: 'Bàn 1' },
				{ delta: -1, desk: 'Bàn 1' }
			]);
		await button(page, vi['arrivals.units.back']).click();
		await tab(page, vi['reception.tab.scan']).click();
	});

	it('REC-11: an invitation carried for somebody else admits nobody, and what was admitted is taken back', async () => {
		const [guest] = guests;
		await trigger(page, guest?.token ?? '');
		await card(page, 'green').waitFor();
		await button(page, vi['reception.wrongHolder.ask']).click();
		await page.getByText(vi['arrivals.holder.whose'].replace('{person}', '')).first().waitFor();
		await button(page, vi['arrivals.holder.carried']).click();
		await page.locator('[data-verdict]').waitFor({ state: 'detached' });
		await expect
			.poll(async () => {
				const { state, rows } = await board();
				const attempts = rows<{ reason: string; delegate: string }>(state.admissions.attempts);
				const undone = rows<{ id: string }>(state.admissions.undos).length;
				return [attempts.map(({ reason, delegate }) => [reason, delegate]), undone];
			})
			.toEqual([[['carried_for', guest?.delegate]], 1]);
	});

	it('REC-18: a green card waits behind an open dialog; a blue one asks whose invitation it is and takes nothing back', async () => {
		const [carried, instead] = [guests.at(-4), guests.at(-5)];
		const asked = async (guest: Guest | undefined) => {
			await trigger(page, guest?.token ?? '');
			await card(page, 'green').waitFor();
			await button(page, vi['reception.wrongHolder.ask']).click();
			await page.getByText(vi['arrivals.holder.whose'].replace('{person}', '')).first().waitFor();
			// People still talk: longer than a green card stands when nothing lies over it.
			await page.waitForFunction(
				(from) => performance.now() - from > 3500,
				await page.evaluate(() => performance.now())
			);
			expect(await card(page, 'green').count()).toBe(1);
		};
		const attempts = (await board()).state.admissions.attempts.size;
		const standing = async (guest: Guest | undefined) => {
			const { state, rows } = await board();
			const undone = rows<{ id: string }>(state.admissions.undos).map(({ id }) => id);
			return rows<{ id: string; delegate: string }>(state.admissions.admissions).filter(
				({ id, delegate }) => delegate === guest?.delegate && !undone.includes(id)
			).length;
		};
		await asked(carried);
		await page.keyboard.press('Escape');
		await page.locator('[data-verdict]').waitFor({ state: 'detached' });
		expect(await standing(carried)).toBe(1);

		// The second who shows it is asked whose it is, and no answer takes back the first.
		await trigger(page, carried?.token ?? '');
		await card(page, 'blue').getByRole('button', { name: vi['reception.wrongHolder.ask'] }).click();
		await page.getByText(vi['arrivals.holder.whose'].replace('{person}', '')).first().waitFor();
		expect(await page.getByText(/sẽ được hoàn tác/).count()).toBe(0);
		await button(page, vi['arrivals.holder.carried']).click();
		await page.locator('[data-verdict]').waitFor({ state: 'detached' });
		await expect.poll(async () => (await board()).state.admissions.attempts.size).toBeGreaterThan(attempts);
		expect(await standing(carried)).toBe(1);

		await asked(instead);
		await button(page, vi['reception.wrongHolder.substitute']).click();
		await page.getByLabel(vi['field.name']).fill('Bế Thị Thay');
		await button(page, vi['reception.admit']).click();
		await card(page, 'amber').getByText('Bế Thị Thay').waitFor();
		await expect.poll(() => standing(instead)).toBe(1);
		await button(page, vi['reception.continueScan']).click();
		await scan(page, guests.at(-6)?.token ?? '', 'green');
	});

	it('REC-12: lounge, companions and documents are noted beside an admission, and the sets left are known', async () => {
		await office.call('/commands', {
			commands: [{ id: 'stock-of-documents-1', type: 'documents.stock', payload: { sets: 40 } }]
		});
		await trigger(page, important[0]?.token ?? '');
		await card(page, 'amber').waitFor();
		await button(page, vi['reception.more']).click();
		await page.getByLabel(vi['reception.lounge']).check();
		await page.getByText(vi['reception.documentsLeft'].replace('{count}', '40')).waitFor();
		await page.getByLabel(vi['reception.documents'], { exact: false }).check();
		await page.getByText(vi['reception.documentsLeft'].replace('{count}', '39')).waitFor();
		await button(page, vi['common.increase'].replace('{label}', vi['arrivals.companions'])).click();
		await button(page, vi['common.increase'].replace('{label}', vi['arrivals.companions'])).click();
		await button(page, vi['common.done']).click();
		await expect.poll(async () => (await marks('companions')).map(({ count }) => count)).toEqual([1, 2]);
		expect((await marks('lounge')).map(({ on }) => on)).toEqual([true]);
		expect((await marks('documents')).map(({ given }) => given)).toEqual([true]);
	});

	it('REC-13: crew are added at the door and never counted', async () => {
		const shown = page.locator('summary strong').first();
		const before = await shown.innerText();
		await tab(page, vi['reception.tab.search']).click();
		await page.getByRole('textbox', { name: vi['reception.searchLabel'] }).fill('lai xe doan');
		await button(page, vi['reception.walkIn']).click();
		await page.getByLabel(vi['delegate.crew'], { exact: false }).check();
		await page.getByLabel(vi['field.name']).fill('Lương Văn Lái');
		await button(page, vi['reception.admit']).click();
		await card(page, 'green').waitFor();
		await button(page, vi['reception.continueScan']).click();
		await expect
			.poll(async () => {
				const { state, rows } = await board();
				return rows<{ kind: string }>(state.roster.delegates).filter(({ kind }) => kind === 'crew').length;
			})
			.toBe(1);
		expect(await shown.innerText()).toBe(before);
	});

	it('REC-17: a walk-in is admitted at once and given the first free seat when somebody asks for it', async () => {
		await button(page, vi['reception.walkIn']).click();
		await page.getByLabel(vi['field.name']).fill('Hoàng Thị Mới Đến');
		await page.getByRole('dialog').getByRole('button', { name: vi['reception.admit'], exact: true }).click();
		await card(page, 'green').waitFor();
		await button(page, vi['reception.more']).click();
		const sheet = page.getByRole('dialog');
		await sheet.getByText(vi['seat.none']).waitFor();
		await sheet.getByRole('button', { name: vi['arrivals.freeSeat'] }).click();
		await sheet.getByText(/^Khối [AB], hàng \d+, ghế \d+$/).waitFor();
		await button(page, vi['common.done']).click();
	});

	it('REC-14: the report of attendance comes in one tap, with sentences to read aloud', async () => {
		await page.locator('summary').first().click();
		await button(page, vi['arrivals.rollcall']).click();
		const report = page.getByRole('dialog');
		await report.getByText(/^Hội nghị triệu tập \d+ đại biểu\.$/).waitFor();
		await report.getByText(/^Triệu tập \d+ · Có mặt \d+/).waitFor();
		await button(page, vi['common.done']).click();
		await page.locator('summary').first().click();
	});

	it('REC-15: a fact the server will not take is shown with the person and the reason, and the others go on', async () => {
		await page.evaluate(async (conference) => {
			const db = await new Promise<IDBDatabase>((done, failed) => {
				const opening = indexedDB.open('khanh-tiet');
				opening.onsuccess = () => done(opening.result);
				opening.onerror = () => failed(opening.error);
			});
			const id = 'poisoned-fact-000001';
			const personal = { honorific: 'Bà', name: 'Hoàng Thị Kẹt', title: '' };
			const delegate = { id: 'poisoned-person-1', kind: 'nobody', unit: '', personal };
			const payload = { claimedAt: Date.now(), offset: 0, delegate, reason: '' };
			const fact = {
				key: id,
				conference: `${conference}/reception`,
				order: 0,
				review: null,
				at: Date.now(),
				command: { id, type: 'door.walkIn', payload }
			};
			await new Promise((done) => {
				const writing = db.transaction('outbox', 'readwrite');
				writing.objectStore('outbox').put(fact);
				writing.oncomplete = done;
			});
			db.close();
		}, office.conference);
		await page.reload();
		const review = page.getByRole('button', { name: vi['fresh.toReview'].replace('{count}', '1') });
		await review.waitFor();
		await scan(page, guests.at(-1)?.token ?? '', 'green');
		await page.locator('[data-freshness="live"]').getByText(vi['fresh.live'], { exact: true }).waitFor();
		await review.click();
		const list = page.getByRole('dialog');
		await list.getByText('Hoàng Thị Kẹt').waitFor();
		await list.getByText(vi['arrivals.review.sentence'].replace('{reason}', '')).waitFor();
		await page.keyboard.press('Escape');
	});

	it('CNF-1: two desks admit one person, one of them offline: both sides are shown, one tap settles, the count is one', async () => {
		const other = await newDevice(browser, 'phone');
		await enrol(other, product.base, await office.deskLink('Bàn 2'), 'Máy cửa phụ');
		await other.page.getByText(vi['arrivals.recentNone']).waitFor();
		await readyForOffline(other.page);
		const shared = guests.at(-2)?.token ?? '';
		await other.context.setOffline(true);
		await scan(other.page, shared, 'green');
		await scan(page, shared, 'green');
		const present = (await board()).state.admissions.byDelegate.size;
		await other.context.setOffline(false);
		const reviews = vi['fresh.toReview'].replace('{count}', '2');
		await page.getByRole('button', { name: reviews }).click();
		const list = page.getByRole('dialog');
		for (const word of [
			guests.at(-2)?.name ?? '',
			'Bàn 1',
			'Bàn 2',
			'Máy cửa phụ',
			vi['arrivals.via.scanner']
		])
			await list.getByText(word).first().waitFor();
		await list.getByRole('button', { name: vi['arrivals.conflicts.settle'] }).click();
		await list.getByText(vi['arrivals.conflicts.none']).waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: vi['fresh.toReview'].replace('{count}', '1') }).waitFor();
		await other.page.getByRole('button', { name: /cần xem lại/ }).waitFor({ state: 'detached' });
		expect((await board()).state.admissions.byDelegate.size).toBe(present);
		expect([...other.errors, ...door.errors]).toEqual([]);
		await other.context.close();
	});

	it('REC-16: an important arrival is big at usher and steward until it is understood there, a recipient at the awards', async () => {
		const { state } = await board();
		const invited: Guest[] = await office.call('/invitations');
		const recipient = invited.find(({ delegate }) => state.awards.recipients[delegate]);
		await scan(page, recipient?.token ?? '', 'amber');
		for (const [role, name, words] of [
			['usher', important[0]?.name, vi['arrivals.alert.vip']],
			['steward', important[0]?.name, vi['arrivals.alert.vip']],
			['awards', recipient?.name, vi['arrivals.alert.recipient']]
		] as const) {
			const device = await newDevice(browser, 'phone');
			await enrol(device, product.base, product.link(role), role);
			const alert = device.page.getByRole('alert').filter({ hasText: words });
			await alert.getByText(name ?? '').waitFor();
			await alert
				.getByText(/^\d{1,2}:\d{2}, Bàn 1/)
				.first()
				.waitFor();
			await alert.getByRole('button', { name: vi['arrivals.alert.seen'] }).first().click();
			await alert.waitFor({ state: 'detached' });
			await device.page.reload();
			// The usher's screen is the map's: whom it told of stands there, not in a list.
			const of = vi[role === 'awards' ? 'arrivals.alert.recipients' : 'arrivals.alert.list'];
			const known = device.page.getByRole('list', { name: of }).getByText(name ?? '');
			if (role === 'awards') await device.page.locator('summary').filter({ hasText: of }).click();
			await (role === 'usher' ? device.page.locator('[data-freshness="live"]') : known).waitFor();
			expect(await alert.count(), role).toBe(0);
			expect(device.errors).toEqual([]);
			await device.context.close();
		}
	});
});
