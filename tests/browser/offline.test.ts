/** The day without the server: cut, killed, reloaded, restarted, swallowed; and a newer build in the middle of it. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { toFile } from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { blackHole, type BlackHole } from '../support/black-hole';
import { organiser, readyForOffline, scan, trigger, type Guest, type Organiser } from '../support/desk';
import { newDataDir, startProduct, type Product } from '../support/product';
import { chromePath, enrol, launch, newDevice, SIZES, type Device } from './harness';

const card = (page: Page, tone: string) => page.locator(`[data-verdict="${tone}"]`);
const freshness = (page: Page, state: string) => page.locator(`[data-freshness="${state}"]`);
const queued = (page: Page, count: number) =>
	page.locator('[data-freshness]').filter({ hasText: new RegExp(`\\b${count} lượt chờ gửi`) });
const undoOf = (one: Guest | undefined) => new RegExp(`^Hoàn tác lượt đón .*${one?.name}`);
const recent = (page: Page) => page.getByRole('list', { name: vi['arrivals.recent'] });

describe('reception with the server gone', () => {
	let product: Product;
	let dataDir: string;
	let profile: string;
	let phone: BrowserContext;
	let page: Page;
	let office: Organiser;
	let guests: Guest[];
	const errors: string[] = [];

	/** Turns the phone on: a new browser on the same profile knows only what is on its disk. */
	const turnOn = async () => {
		phone = await chromium.launchPersistentContext(profile, {
			executablePath: chromePath(),
			viewport: SIZES.phone,
			locale: 'vi-VN',
			timezoneId: 'Asia/Ho_Chi_Minh',
			args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking']
		});
		phone.setDefaultTimeout(20_000);
		page = phone.pages()[0] ?? (await phone.newPage());
		page.on('pageerror', (error) => errors.push(error.message));
	};
	const turnServerOn = async (root?: string) => {
		product = await startProduct({
			dataDir,
			port: Number(new URL(product.base).port),
			...(root && { root })
		});
	};
	const admissionsOnServer = async (): Promise<{ delegate: string; undone: boolean }[]> => {
		const { state } = await office.call('/replica');
		const rowsOf = <T>(table: { buckets: (Record<string, T> | null)[] }): T[] =>
			table.buckets.flatMap((bucket) => Object.values(bucket ?? {}));
		const undone = new Set(rowsOf<{ id: string }>(state.admissions.undos).map((row) => row.id));
		return rowsOf<{ id: string; delegate: string }>(state.admissions.admissions).map(({ id, delegate }) => ({
			delegate,
			undone: undone.has(id)
		}));
	};

	beforeAll(async () => {
		dataDir = await newDataDir();
		profile = await mkdtemp(join(tmpdir(), 'khanh-tiet-phone-'));
		product = await startProduct({ demo: true, dataDir });
		office = await organiser(product.base, product.link('admin'));
		({ guests } = await office.people());
		await turnOn();
		await enrol({ context: phone, page, errors }, product.base, await office.deskLink('Bàn 1'), 'Bàn 1');
		await freshness(page, 'live').waitFor();
		await readyForOffline(page);
	});
	afterAll(async () => {
		await phone?.close();
		await product?.stop();
		for (const folder of [dataDir, profile]) await rm(folder, { recursive: true, force: true });
	});

	it('OFF-1: scans, searches, admits and undoes; the badge counts what waits', async () => {
		await product.kill('SIGKILL');
		await freshness(page, 'offline').waitFor();
		await scan(page, guests[0]?.token ?? '', 'green');
		await page.getByRole('tab', { name: vi['reception.tab.search'] }).click();
		await page.getByRole('textbox', { name: vi['reception.searchLabel'] }).fill(guests[1]?.name ?? '');
		await page
			.getByRole('list')
			.getByRole('button', { name: guests[1]?.name ?? '' })
			.first()
			.click();
		await page.getByRole('button', { name: vi['reception.admit'], exact: true }).click();
		await card(page, 'green').getByRole('button', { name: vi['reception.continueScan'] }).click();
		await page.getByRole('tab', { name: vi['reception.tab.scan'] }).click();
		await page.getByRole('button', { name: undoOf(guests[1]) }).click();
		await page.getByText(vi['reception.undoneMark']).first().waitFor();
		await queued(page, 3).waitFor();
	});

	it('OFF-2: a reload with the server gone opens the same screen with the same people, decoder included', async () => {
		await page.reload();
		await queued(page, 3).waitFor();
		await recent(page)
			.getByText(guests[0]?.name ?? '')
			.waitFor();
		// The decoder and its WebAssembly were never used in this browser: they come from the device.
		const photo = join(profile, 'photo.png');
		await toFile(photo, guests[2]?.token ?? '', { width: 1600, margin: 30 });
		await page.locator('input[type=file]').setInputFiles(photo);
		await card(page, 'green').waitFor();
		await page.getByRole('button', { name: vi['reception.continueScan'] }).click();
		await queued(page, 4).waitFor();
	});

	it('OFF-3: other pages open from the device too, and nothing the server says is kept as a page', async () => {
		const other = await phone.newPage();
		for (const path of ['/', '/e', '/ket-noi', `/c/${office.conference}/stage`]) {
			await other.goto(product.base + path);
			await other.locator('h1').first().waitFor();
		}
		const asked = other.evaluate(async () => (await fetch('/api/v1/session')).status);
		await expect(asked).rejects.toThrow(/fetch/);
		const kept = await other.evaluate(async () => {
			const urls: string[] = [];
			for (const name of await caches.keys())
				for (const { url } of await (await caches.open(name)).keys()) urls.push(new URL(url).pathname);
			return urls;
		});
		expect(kept).toContain('/shell');
		expect(kept.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
		expect(kept.filter((path) => path.startsWith('/api') || path.startsWith('/socket.io'))).toEqual([]);
		await other.close();
	});

	it('OFF-4: after a restart of the phone the queue is there, and goes up when the server is back', async () => {
		await phone.close();
		await turnOn();
		await page.goto(`${product.base}/c/${office.conference}/reception`);
		await queued(page, 4).waitFor();
		await scan(page, guests[3]?.token ?? '', 'green');
		await queued(page, 5).waitFor();
		await turnServerOn();
		await freshness(page, 'live').filter({ hasText: vi['fresh.live'] }).waitFor();
		const there = await admissionsOnServer();
		expect(there.map((one) => one.delegate).sort()).toEqual(
			guests
				.slice(0, 4)
				.map((one) => one.delegate)
				.sort()
		);
		expect(there.filter((one) => one.undone).map((one) => one.delegate)).toEqual([guests[1]?.delegate]);
	});

	it('OFF-5: the card is shown after the fact is on disk, written strictly', async () => {
		await page.evaluate(() => {
			const seen: string[] = [];
			Reflect.set(window, 'seen', seen);
			const open = IDBDatabase.prototype.transaction;
			IDBDatabase.prototype.transaction = function (stores, mode, options) {
				const tx = open.call(this, stores, mode, options);
				if (mode === 'readwrite' && [...tx.objectStoreNames].includes('outbox'))
					tx.addEventListener('complete', () => seen.push(`disk ${tx.durability}`));
				return tx;
			};
			new MutationObserver(() => {
				if (document.querySelector('[data-verdict="green"]')) seen.push('card');
			}).observe(document.body, { subtree: true, childList: true });
		});
		await trigger(page, guests[4]?.token ?? '');
		await card(page, 'green').waitFor();
		const seen = await page.evaluate(() => Reflect.get(window, 'seen') as string[]);
		expect(seen.slice(0, 2)).toEqual(['disk strict', 'card']);
		await page.getByRole('button', { name: vi['reception.continueScan'] }).click();
	});

	it('OFF-6: a roster that comes while a fact still waits does not make the person look absent', async () => {
		// Facts do not get through, everything else does.
		await page.evaluate(() => {
			const { send } = WebSocket.prototype;
			WebSocket.prototype.send = function (data) {
				if (!String(data).includes('["commands"') || Reflect.get(window, 'through')) send.call(this, data);
			};
		});
		await scan(page, guests[5]?.token ?? '', 'green');
		const added = await office.call('/commands', {
			commands: [
				{
					id: 'add-late-guest-0001',
					type: 'delegate.add',
					payload: {
						delegate: {
							id: 'late-guest',
							kind: 'guest',
							unit: 'Đơn vị mới',
							group: null,
							vip: false,
							tier: 9,
							bloc: 9,
							officeRank: 9,
							lockedOrder: null,
							invitationNumber: null,
							personal: { honorific: 'Ông', name: 'Phạm Bổ Sung', title: 'Khách' }
						}
					}
				}
			]
		});
		expect(added.answers[0]).toMatchObject({ ok: true });
		await page.getByRole('tab', { name: vi['reception.tab.search'] }).click();
		const field = page.getByRole('textbox', { name: vi['reception.searchLabel'] });
		await field.fill('Phạm Bổ Sung');
		await page.getByRole('list').getByText('Phạm Bổ Sung').waitFor();
		await field.fill(guests[5]?.name ?? '');
		const row = page.getByRole('listitem').filter({ hasText: guests[5]?.name ?? '' });
		await row.getByText(/^\d{1,2}:\d{2}$/).waitFor();
		expect((await admissionsOnServer()).map((one) => one.delegate)).not.toContain(guests[5]?.delegate);
		await page.evaluate(() => Reflect.set(window, 'through', true));
		await expect
			.poll(async () => (await admissionsOnServer()).map((one) => one.delegate), { timeout: 30_000 })
			.toContain(guests[5]?.delegate);
		await page.getByRole('tab', { name: vi['reception.tab.scan'] }).click();
	});

	it('OFF-7: a newer build is announced and changes nothing until it is told; the queue is intact', async () => {
		const next = await nextVersion();
		const beside = await phone.newPage();
		await beside.goto(`${product.base}/ket-noi`);
		await beside.evaluate(() => Reflect.set(window, 'mark', 'not reloaded'));
		await page.bringToFront();
		try {
			const before = await page.evaluate(() => document.querySelector('script')?.textContent ?? '');
			await product.kill('SIGKILL');
			await turnServerOn(next);
			await freshness(page, 'live').waitFor();
			await page.evaluate(() => {
				Reflect.set(window, 'mark', 'not reloaded');
				document.dispatchEvent(new Event('visibilitychange'));
			});
			const apply = page.getByRole('button', { name: vi['update.apply'] });
			await apply.waitFor({ timeout: 60_000 });
			const state = () =>
				page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state ?? 'taken over');
			await product.kill('SIGKILL');
			await freshness(page, 'offline').waitFor();
			await scan(page, guests[6]?.token ?? '', 'green');
			await queued(page, 1).waitFor();
			expect(await page.evaluate(() => Reflect.get(window, 'mark'))).toBe('not reloaded');
			// Not only for the moment in which it was announced.
			expect(await state()).toBe('installed');
			await apply.click();
			await page.waitForFunction(() => !Reflect.has(window, 'mark'));
			await queued(page, 1).waitFor();
			const after = await page.evaluate(() => document.querySelector('script')?.textContent ?? '');
			expect(after).not.toBe(before);
			await recent(page)
				.getByText(guests[6]?.name ?? '')
				.waitFor();
			// The other window stays with its build, and with the parts of it that it had no use for so far.
			await beside.bringToFront();
			await beside.getByRole('button', { name: vi['update.apply'] }).waitFor();
			const dropped = await beside.evaluate(async () => {
				const used = performance.getEntriesByType('resource').map((one) => one.name);
				const files = used.filter((url) => url.includes('/_app/immutable/'));
				const kept = await Promise.all(files.map((url) => caches.match(url)));
				return files.filter((_, at) => !kept[at]);
			});
			expect(dropped).toEqual([]);
			await beside.getByRole('link', { name: vi['front.haveCode'] }).click();
			await beside.getByRole('heading', { name: vi['enrol.title'], exact: true }).waitFor();
			expect(await beside.evaluate(() => Reflect.get(window, 'mark'))).toBe('not reloaded');
			await beside.close();
			await turnServerOn(next);
			await freshness(page, 'live').filter({ hasText: vi['fresh.live'] }).waitFor();
			expect((await admissionsOnServer()).map((one) => one.delegate)).toContain(guests[6]?.delegate);
			expect(errors).toEqual([]);
		} finally {
			await product.stop();
			await rm(next, { recursive: true, force: true });
		}
	});
});

/** The product in a folder of its own with one word changed: a newer version, built at its first start. */
async function nextVersion(): Promise<string> {
	const root = fileURLToPath(new URL('../..', import.meta.url));
	const next = await mkdtemp(join(tmpdir(), 'khanh-tiet-next-'));
	const parts = [
		'src',
		'static',
		'drizzle',
		'build',
		'package.json',
		'package-lock.json',
		'svelte.config.js'
	];
	for (const part of [...parts, 'vite.config.ts', 'tsconfig.json'])
		await cp(join(root, part), join(next, part), { recursive: true });
	await symlink(join(root, 'node_modules'), join(next, 'node_modules'));
	const words = join(next, 'src/lib/ui/i18n/vi/devices.ts');
	await writeFile(words, (await readFile(words, 'utf8')).replace(vi['enrol.title'], 'Bản mới'));
	return next;
}

describe('phones on bad Wi-Fi', () => {
	let product: Product;
	let browser: Browser;
	let office: Organiser;
	let guests: Guest[];
	let important: Guest[];
	const holes: BlackHole[] = [];

	/** A desk whose packets go through a piece of air of its own. */
	const desk = async (name: string): Promise<Device & { air: BlackHole; link: string }> => {
		const air = await blackHole(Number(new URL(product.base).port));
		holes.push(air);
		const device = await newDevice(browser, 'phone');
		const base = `http://127.0.0.1:${air.port}`;
		const link = await office.deskLink(name);
		await enrol(device, base, link, name);
		await freshness(device.page, 'live').waitFor();
		return { ...device, air, link: base + link };
	};

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		office = await organiser(product.base, product.link('admin'));
		({ guests, important } = await office.people());
		browser = await launch();
	});
	afterAll(async () => {
		await browser?.close();
		for (const hole of holes) await hole.close();
		await product?.stop();
	});

	it('OFF-8: two phones in the dark admit one person: counted once, the later card blue, the pair in sight', async () => {
		const [one, two, three] = [await desk('Bàn 1'), await desk('Bàn 2'), await desk('Bàn 3')];
		for (const { air } of [one, two]) air.swallow();
		for (const { page } of [one, two]) await freshness(page, 'offline').waitFor();
		const person = important[0];
		for (const { page } of [one, two]) {
			await trigger(page, person?.token ?? '');
			// Both were right: neither could know of the other.
			await card(page, 'amber').waitFor();
		}
		// The later one is heard first; the earlier scan is the one that counts all the same.
		two.air.heal();
		await freshness(two.page, 'live').filter({ hasText: vi['fresh.live'] }).waitFor();
		one.air.heal();
		await freshness(one.page, 'live').filter({ hasText: vi['fresh.live'] }).waitFor();
		await card(two.page, 'blue').waitFor();
		expect(await card(one.page, 'amber').isVisible()).toBe(true);
		const pair = vi['fresh.toReview'].replace('{count}', '1');
		await three.page.getByRole('button', { name: pair }).waitFor();
		const counts = await Promise.all(
			[one, two, three].map(({ page }) =>
				page.evaluate(() => document.querySelector('main')?.innerText.match(/(\d+)\/\d+/)?.[1])
			)
		);
		expect(counts).toEqual(['1', '1', '1']);
		for (const { errors, context } of [one, two, three]) {
			expect(errors).toEqual([]);
			await context.close();
		}
	});

	it('OFF-11: an icon made from the enrolment link opens the task it gave, also with the server gone', async () => {
		const { page, context, errors, link } = await desk('Bàn 5');
		await readyForOffline(page);
		await context.setOffline(true);
		// As an iPhone starts it: the address that was put on the home screen, secret included.
		await page.goto('about:blank');
		await page.goto(link);
		await page.getByRole('link', { name: vi['enrol.enter'] }).click();
		await freshness(page, 'offline').waitFor();
		await scan(page, guests[1]?.token ?? '', 'green');
		expect(errors).toEqual([]);
		await context.close();
	});

	it('OFF-10: packets swallowed with the socket open are noticed within 5 s, and the door goes on', async () => {
		const { page, air, context } = await desk('Bàn 4');
		// The last sign of life may be as old as one beat when the air goes dark.
		const since = Date.now();
		air.swallow();
		await freshness(page, 'offline').waitFor();
		expect(Date.now() - since).toBeLessThan(5500);
		await scan(page, guests[0]?.token ?? '', 'green');
		await queued(page, 1).waitFor();
		air.heal();
		await freshness(page, 'live').filter({ hasText: vi['fresh.live'] }).waitFor();
		await context.close();
	});
});
