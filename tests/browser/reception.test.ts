import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { toFile } from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { startProduct, type Product } from '../support/product';
import { writeQrVideo } from '../y4m';
import { enrol, launch, newDevice, type Device } from './harness';

/** The desk of the sample conference: one phone, a fake camera that shows one invitation at its start. */
describe('the reception screen', () => {
	let product: Product;
	let browser: Browser;
	let folder: string;
	let door: Device;
	let page: Page;
	/** Invitations of plain guests: no award, not important, so that their card is green. */
	let guests: { delegate: string; name: string; token: string }[] = [];
	const outside: string[] = [];

	const card = (tone: string) => page.locator(`[data-verdict="${tone}"]`);
	const goOn = async () => {
		await page.getByRole('button', { name: vi['reception.continueScan'] }).click();
		await page.locator('[data-verdict]').waitFor({ state: 'detached' });
	};
	/** Types as a hand scanner does, wherever the focus is. */
	/** Real keys, all on their way at once: a scanner does not wait for a busy test machine between two digits. */
	const trigger = async (text: string) => {
		const keyboard = await page.context().newCDPSession(page);
		const sent = [...text, 'Enter'].flatMap((key) => {
			const typed = key === 'Enter' ? '\r' : key;
			return [
				keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: typed }),
				keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
			];
		});
		await Promise.all(sent);
		await keyboard.detach();
	};

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-door-'));
		product = await startProduct({ demo: true });
		const plain = await launch();
		const admin = await newDevice(plain);
		await enrol(admin, product.base, product.link('admin'), 'Ban Tổ chức');
		const id = /\/c\/([^/]+)/.exec(admin.page.url())?.[1] ?? '';
		guests = await admin.page.evaluate(async (conference) => {
			const read = async (path: string) =>
				(await fetch(`/api/v1/conferences/${conference}/${path}`, { headers: { 'kt-as': 'admin' } })).json();
			const replica: {
				state: {
					awards: { recipients: Record<string, unknown> };
					roster: { delegates: { buckets: (Record<string, { id: string; vip: boolean }> | null)[] } };
				};
			} = await read('replica');
			const people = replica.state.roster.delegates.buckets.flatMap((bucket) => Object.values(bucket ?? {}));
			const invitations: { delegate: string; name: string; token: string }[] = await read('invitations');
			const isVip = new Set(people.filter((row) => row.vip).map((row) => row.id));
			return invitations.filter(
				(i) => !isVip.has(i.delegate) && !replica.state.awards.recipients[i.delegate]
			);
		}, id);
		await plain.close();
		const video = join(folder, 'camera.y4m');
		writeQrVideo(
			video,
			[
				{ text: null, seconds: 2 },
				{ text: guests[0]?.token ?? '', seconds: 4 },
				{ text: null, seconds: 300 }
			],
			{ fps: 1 }
		);
		browser = await launch([
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream',
			`--use-file-for-fake-video-capture=${video}`
		]);
		door = await newDevice(browser, 'phone');
		page = door.page;
		page.on('request', (request) => {
			if (
				/^(?:https?|wss?):/.test(request.url()) &&
				new URL(request.url()).host !== new URL(product.base).host
			)
				outside.push(request.url());
		});
		await enrol(door, product.base, product.link('reception'), 'Bàn 1');
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	it('REC-1: an invitation before the camera is admitted once, decoded by our own files alone', async () => {
		await card('green').waitFor();
		expect(await card('green').innerText()).toContain(guests[0]?.name);
		// Green goes by itself, and the code that still lies there is not scanned again.
		await page.locator('[data-verdict]').waitFor({ state: 'detached' });
		await page
			.getByRole('list', { name: vi['arrivals.recent'] })
			.getByText(guests[0]?.name ?? '')
			.waitFor();
		expect(outside).toEqual([]);
	});

	it('REC-2: no green card without the fact on disk; trying again admits', async () => {
		await page.evaluate(() => {
			const { put } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
				if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError');
				return put.call(this, value, key);
			};
			addEventListener('disk-is-back', () => (IDBObjectStore.prototype.put = put), { once: true });
		});
		await trigger(guests[1]?.token ?? '');
		await card('red').waitFor();
		expect(await card('red').innerText()).toContain(vi['reception.notStored']);
		await page.evaluate(() => dispatchEvent(new Event('disk-is-back')));
		await card('red').getByRole('button', { name: vi['common.retry'] }).click();
		await card('green').waitFor();
		await goOn();
		await page
			.getByRole('list', { name: vi['arrivals.recent'] })
			.getByText(guests[1]?.name ?? '')
			.waitFor();
	});

	it('REC-3: a second scan is blue with time and desk, and can be taken back', async () => {
		await trigger(guests[2]?.token ?? '');
		await card('green').waitFor();
		await goOn();
		// Pulled again at once: a scanner that says nothing would look broken.
		await trigger(guests[2]?.token ?? '');
		await card('blue').waitFor();
		expect(await card('blue').innerText()).toMatch(/\d{1,2}:\d{2}, bàn 1/);
		expect(await card('blue').getByRole('button', { name: vi['common.undo'] }).count()).toBe(0);
		expect(await card('blue').getByRole('button', { name: vi['reception.exit'] }).count()).toBe(0);
		await card('blue').getByRole('button', { name: vi['reception.more'] }).click();
		await page.getByRole('dialog').getByRole('button', { name: vi['reception.undo'] }).click();
		await page.getByText(vi['reception.undoneMark']).first().waitFor();
	});

	it('REC-4: a scanner is heard inside a text field, and leaves no digits in it', async () => {
		await page.getByRole('tab', { name: vi['reception.tab.search'] }).click();
		const field = page.getByRole('textbox', { name: vi['reception.searchLabel'] });
		await field.fill('nguyen');
		await field.focus();
		await trigger(guests[3]?.token ?? '');
		await card('green').waitFor();
		await page.locator('[data-verdict]').waitFor({ state: 'detached' });
		expect(await field.inputValue()).toBe('nguyen');
	});

	it('REC-5: a photo of a code is read on the device; an unknown code is "not found"', async () => {
		await page.getByRole('tab', { name: vi['reception.tab.scan'] }).click();
		const photo = join(folder, 'photo.png');
		await toFile(photo, guests[4]?.token ?? '', { width: 1600, margin: 30 });
		await page.locator('input[type=file]').setInputFiles(photo);
		await card('green').waitFor();
		expect(await card('green').innerText()).toContain(guests[4]?.name);
		await goOn();
		await trigger('0'.repeat(39));
		await card('red').waitFor();
		expect(await card('red').innerText()).toContain(vi['reception.verdict.unknown']);
		await goOn();
	});

	it('REC-6: a camera that gives no frame is started again, one that is hidden is let go', async () => {
		await page.locator('video').evaluate((video: HTMLVideoElement) => {
			video.dataset.old = 'yes';
			if (video.srcObject instanceof MediaStream)
				for (const track of video.srcObject.getTracks()) track.stop();
		});
		await page.locator('video:not([data-old])').waitFor();
		const see = (value: string) =>
			page.evaluate((state) => {
				Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
				document.dispatchEvent(new Event('visibilitychange'));
			}, value);
		await see('hidden');
		await page.locator('video').waitFor({ state: 'detached' });
		await see('visible');
		await page.locator('video').waitFor();
		expect(door.errors).toEqual([]);
	});
});
