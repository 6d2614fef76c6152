import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { vi } from '../../src/lib/ui/i18n/vi';
import { interpolate } from '../../src/lib/ui/i18n/i18n';
import { findSoffice, makeWorkbook } from '../make-workbook';
import { startProduct, type Product } from '../support/product';
import { writeQrVideo } from '../y4m';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

/** zbarimg reads the code off the admin's screen as a phone's camera would. */
function readQr(png: string): string {
	return execFileSync('zbarimg', ['--quiet', '--raw', png], { encoding: 'utf8' }).trim();
}

const soffice = findSoffice();

/** Playing the day through every screen: one conference, one test, told step by step. */
describe.skipIf(soffice === null)('the Trùng Khánh day, through the real screens', () => {
	let product: Product;
	let browser: Browser;
	let doorBrowser: Browser | null = null;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-day-'));
		product = await startProduct();
		browser = await launch();
	});
	afterAll(async () => {
		await doorBrowser?.close();
		await browser?.close();
		await product?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	const section = (page: Page, base: string, id: string) => page.goto(`${base}?muc=${id}`);

	async function hold(page: Page, name: string): Promise<void> {
		const button = page.getByRole('button', { name });
		await button.focus();
		await page.keyboard.down('Enter');
		await button.waitFor({ state: 'detached' });
		await page.keyboard.up('Enter');
	}

	it('DAY-1: template, import, devices by QR, scans, live, all items to the end, times kept', async () => {
		const { base } = product;
		const admin = await newDevice(browser, 'laptop');
		const { page } = admin;

		// The one-time link sets the first password.
		await page.goto(base + product.link('setup'));
		await page.getByLabel(vi['setup.name']).fill('Văn phòng UBND xã');
		const passwords = page.locator('input[type=password]');
		await passwords.nth(0).fill('mot-mat-khau-dai');
		await passwords.nth(1).fill('mot-mat-khau-dai');
		await page.locator('form button[type=submit]').click();
		await page.waitForURL(/\/admin$/);

		// Template → conference.
		await page
			.getByRole('button', { name: /xã Trùng Khánh/ })
			.first()
			.click();
		await page.waitForURL(/\/c\/[^/]+\/admin/);
		const adminBase = page.url().split('?')[0] ?? '';
		const conference = /\/c\/([^/]+)/.exec(adminBase)?.[1] ?? '';

		// A 150-row workbook written by LibreOffice.
		const workbook = await makeWorkbook(soffice ?? '');
		await section(page, adminBase, 'dai-bieu');
		await page.getByRole('button', { name: vi['admin.import'] }).first().click();
		await page.locator('input[type=file]').setInputFiles(workbook.path);
		await page.getByRole('button', { name: interpolate(vi['import.all'], { count: 150 }) }).click();
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await workbook.remove();

		// Five devices, each by the QR on the organisers' screen.
		const wanted: [Role, keyof typeof SIZES][] = [
			['reception', 'phone'],
			['stage', 'laptop'],
			['mc', 'tablet'],
			['projector', 'projector'],
			['chair', 'tablet']
		];
		const video = join(folder, 'camera.y4m');
		const devices = new Map<Role, Device>();
		const invitations = await page.evaluate(async (id) => {
			const response = await fetch(`/api/v1/conferences/${id}/invitations`);
			return (await response.json()) as { delegate: string; name: string; token: string }[];
		}, conference);
		expect(invitations).toHaveLength(150);
		// Ordinary guests: the card of an important one waits for a tap, as it should.
		const important = await page.evaluate(async (id) => {
			const response = await fetch(`/api/v1/conferences/${id}/replica`);
			const json = (await response.json()) as {
				state: {
					roster: { delegates: { buckets: (Record<string, { id: string; vip: boolean }> | null)[] } };
				};
			};
			return json.state.roster.delegates.buckets.flatMap((bucket) =>
				Object.values(bucket ?? {}).flatMap((row) => (row.vip ? [row.id] : []))
			);
		}, conference);
		expect(important.length).toBeGreaterThan(5);
		const guests = invitations.filter(({ delegate }) => !important.includes(delegate)).slice(0, 3);
		writeQrVideo(
			video,
			guests.flatMap(({ token }) => [
				{ text: token, seconds: 2 },
				{ text: null, seconds: 4 }
			])
		);
		doorBrowser = await launch([
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream',
			`--use-file-for-fake-video-capture=${video}`
		]);
		await section(page, adminBase, 'thiet-bi');
		for (const [role, size] of wanted) {
			await page.getByRole('button', { name: vi['device.enrol'] }).click();
			const dialog = page.getByRole('dialog');
			await dialog.getByLabel(vi['device.role']).selectOption(role);
			if (role === 'reception') await dialog.getByLabel(vi['device.desk']).selectOption('Bàn 2');
			await dialog.getByRole('button', { name: vi['device.makeCode'] }).click();
			const qr = dialog.locator('.qr img');
			await qr.waitFor();
			const png = join(folder, `${role}.png`);
			await qr.screenshot({ path: png });
			const address = new URL(readQr(png));
			expect(address.pathname).toBe('/e');
			const device = await newDevice(role === 'reception' ? doorBrowser : browser, size);
			devices.set(role, device);
			await enrol(device, base, address.pathname + address.hash, `Máy ${role}`);
			await dialog.getByText(vi['device.usedTitle']).waitFor();
			await dialog.locator('footer').getByRole('button', { name: vi['common.close'] }).click();
		}
		const stage = devices.get('stage')?.page as Page;
		const mc = devices.get('mc')?.page as Page;
		const projector = devices.get('projector')?.page as Page;

		// Go live.
		await section(page, adminBase, 'tong-quan');
		await hold(page, vi['overview.start']);
		await page.getByText(vi['status.live.hint']).waitFor();

		// A delegate's own phone and a passer-by's.
		const delegate = await newDevice(browser, 'phone');
		await delegate.page.goto(`${base}/c/${conference}/me#${guests[0]?.token}`);
		await delegate.page
			.getByText(guests[0]?.name ?? '')
			.first()
			.waitFor();
		const passer = await newDevice(browser, 'phone');
		await passer.page.goto(`${base}/c/${conference}/live`);

		// Three invitations before the camera: the card, the counts, the delegate's page.
		const present = async () => {
			const replica = await page.evaluate(async (id) => {
				const response = await fetch(`/api/v1/conferences/${id}/replica`);
				return (await response.json()) as {
					state: {
						admissions: {
							admissions: {
								size: number;
								buckets: (Record<string, { delegate: string; desk: string; via: string }> | null)[];
							};
						};
					};
				};
			}, conference);
			return replica.state.admissions.admissions.buckets.flatMap((bucket) => Object.values(bucket ?? {}));
		};
		await expect
			.poll(async () => new Set((await present()).map((a) => a.delegate)).size, {
				timeout: 90_000,
				interval: 500
			})
			.toBe(3);
		const admitted = await present();
		expect(new Set(admitted.map((a) => a.delegate))).toEqual(new Set(guests.map((g) => g.delegate)));
		expect(admitted.every((a) => a.via === 'qr' && a.desk === 'Bàn 2')).toBe(true);

		// The whole programme with the space bar; every watching screen follows.
		const items = await page.evaluate(async (id) => {
			const response = await fetch(`/api/v1/conferences/${id}/replica`);
			const json = (await response.json()) as {
				state: {
					programme: {
						order: string[];
						items: Record<string, { id: string; title: string; parent: string | null }>;
					};
				};
			};
			const { order, items } = json.state.programme;
			const parents = new Set(Object.values(items).map((item) => item.parent));
			return order.filter((key) => !parents.has(key)).map((key) => items[key]?.title ?? '');
		}, conference);
		expect(items).toHaveLength(12);
		const current = () =>
			page.evaluate(async (id) => {
				const response = await fetch(`/api/v1/conferences/${id}/replica`);
				const json = (await response.json()) as {
					state: { programme: { live: { item: string } | null; items: Record<string, { title: string }> } };
				};
				const { live, items: all } = json.state.programme;
				return live ? (all[live.item]?.title ?? '') : null;
			}, conference);
		await stage.bringToFront();
		for (const title of items) {
			// The key rests for a moment after each movement, against a double press; a person presses again.
			await expect
				.poll(
					async () => {
						if ((await current()) !== title) await stage.locator('body').press('Space');
						return current();
					},
					{ timeout: 20_000, interval: 800 }
				)
				.toBe(title);
			await mc.getByText(title).first().waitFor();
			await projector.getByText(title, { exact: false }).first().waitFor({ state: 'attached' });
			await passer.page.locator('[aria-current]').getByText(title).first().waitFor();
		}
		await expect
			.poll(
				async () => {
					if ((await current()) !== null) await stage.locator('body').press('Space');
					return current();
				},
				{ timeout: 20_000, interval: 800 }
			)
			.toBe(null);
		await stage.getByText(vi['stage.ended']).first().waitFor();

		// Actual times are kept: every item has a start and an end, in order.
		const actual = await page.evaluate(async (id) => {
			const response = await fetch(`/api/v1/conferences/${id}/replica`);
			const json = (await response.json()) as {
				state: {
					programme: {
						endedAt: number;
						order: string[];
						actual: Record<string, { startedAt: number; endedAt: number; skipped: boolean }>;
					};
				};
			};
			return json.state.programme;
		}, conference);
		const runs = actual.order.flatMap((key) => actual.actual[key] ?? []);
		expect(runs).toHaveLength(12);
		for (const [at, run] of runs.entries()) {
			expect(run.skipped).toBe(false);
			expect(run.endedAt).toBeGreaterThanOrEqual(run.startedAt);
			expect(runs[at + 1]?.startedAt ?? actual.endedAt).toBe(run.endedAt);
		}

		// The last words of the delegate's page: arrived, as the door said.
		for (const device of [admin, delegate, passer, ...devices.values()]) expect(device.errors).toEqual([]);
	});
});
