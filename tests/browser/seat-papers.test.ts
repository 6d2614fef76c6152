/** Papers of seats as Chromium prints them, read back by pdftotext: the paper is what people will hold. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import type { Json } from '../support/node';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device } from './harness';

const run = promisify(execFile);
type Person = { delegate: string; name: string; honorific: string };

describe('papers of seats', () => {
	let product: Product;
	let browser: Browser;
	let conference: string;
	let admin: Device;
	let folder: string;
	let invited: Person[];

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		browser = await launch();
		admin = await newDevice(browser);
		folder = await mkdtemp(join(tmpdir(), 'kt-papers-'));
		await enrol(admin, product.base, product.link('admin'), 'Văn phòng');
		conference = /\/c\/([^/]+)/.exec(admin.page.url())?.[1] ?? '';
		invited = await call('/invitations');
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	/** With the organiser's own cookie: the one-time link is spent. */
	async function call(path: string, data?: unknown): Promise<Json> {
		const url = `${product.base}/api/v1/conferences/${conference}${path}`;
		const headers = { 'kt-as': 'admin', origin: product.base };
		const { request } = admin.context;
		const answer = await (data === undefined
			? request.get(url, { headers })
			: request.post(url, { headers, data }));
		expect(answer.ok(), path).toBe(true);
		return answer.json();
	}

	/** @returns the words of each printed page, and the size of a page in points */
	async function printed(kind: string): Promise<{ pages: string[]; size: string }> {
		const { page } = admin;
		await page.goto(`${product.base}/c/${conference}/admin/print/cho-ngoi?loai=${kind}`);
		await page.locator('.sheet, .list').first().waitFor();
		const file = join(folder, `${kind}.pdf`);
		await writeFile(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
		const { stdout } = await run('pdftotext', ['-layout', file, '-']);
		const { stdout: info } = await run('pdfinfo', [file]);
		return { pages: stdout.split('\f').slice(0, -1), size: /Page size:\s+(.*?) pts/.exec(info)?.[1] ?? '' };
	}
	/** In the order in which it was drawn, so that a name on two lines of a narrow cell stays one name. */
	async function flowed(kind: string): Promise<string> {
		const { stdout } = await run('pdftotext', ['-raw', join(folder, `${kind}.pdf`), '-']);
		return stdout.normalize('NFC').replace(/\s+/g, ' ');
	}
	const whole = ({ honorific, name }: Person) => `${honorific} ${name}`;
	const times = (text: string, part: string) => text.split(part).length - 1;
	/** How often each name must stand there: namesakes as often as they are people. */
	const expected = (name: string) => invited.filter((one) => whole(one).includes(name)).length;
	const everyName = (text: string) => {
		for (const one of invited) expect(times(text, whole(one)), whole(one)).toBe(expected(whole(one)));
	};

	it('SPP-1: the A–Z list names everybody once, by given name, with marks intact, on few upright sheets', async () => {
		const { pages, size } = await printed('list');
		const text = await flowed('list');
		everyName(text);
		expect(size).toMatch(/^59[45](\.\d+)? x 84[12]/);
		expect(pages.length).toBeGreaterThanOrEqual(3);
		expect(pages.length).toBeLessThanOrEqual(9);
		for (const page of pages) expect(page).toContain(vi['papers.listHead']);
		const given = (one: Person) => one.name.split(' ').at(-1) ?? '';
		const first = invited.filter((one) => given(one) === 'Ánh')[0];
		const last = invited.filter((one) => given(one) === 'Yến')[0];
		expect(text.indexOf(first ? whole(first) : '')).toBeLessThan(text.indexOf(last ? whole(last) : ''));
	});

	it('SPP-2: eight slips on a sheet, everybody once, each with the way to the seat and a map', async () => {
		const { pages } = await printed('slips');
		everyName(await flowed('slips'));
		expect(pages).toHaveLength(Math.ceil(invited.length / 8));
		expect(await admin.page.locator('article').count()).toBe(invited.length);
		expect(await admin.page.locator('article svg polyline.path').count()).toBe(invited.length);
		expect(times(await flowed('slips'), 'Vào Cửa')).toBeGreaterThanOrEqual(invited.length);
	});

	it('SPP-3: twenty-four labels on a sheet, with or without the names', async () => {
		const { pages } = await printed('labels');
		everyName(await flowed('labels'));
		expect(pages).toHaveLength(Math.ceil(invited.length / 24));
		await admin.page.getByLabel(vi['papers.names']).uncheck();
		expect(await admin.page.locator('.sheet').first().textContent()).not.toContain(invited[0]?.name ?? '-');
		await admin.page.getByLabel(vi['papers.emptySeats']).check();
		expect(await admin.page.locator('article').count()).toBe(165);
	});

	it('SPP-4: a sign is one lying sheet a block, its name as large as the sheet', async () => {
		const { pages, size } = await printed('signs');
		expect(size).toMatch(/^84[12](\.\d+)? x 59[45]/);
		expect(pages.map((page) => page.replace(/\s+/g, ' ').trim())).toEqual([
			expect.stringContaining('Đoàn Chủ tịch'),
			expect.stringContaining('Khối A'),
			expect.stringContaining('Khối B')
		]);
		const large = await admin.page
			.locator('.name')
			.evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
		for (const px of large) expect(px).toBeGreaterThan(100);
	});

	it('SPP-5: a chart holds every name once in its seat, nothing cut off, and a long block goes on to further sheets', async () => {
		const { pages } = await printed('chart');
		everyName(await flowed('chart'));
		expect(pages).toHaveLength(3);
		const cut = await admin.page
			.locator('.cell')
			.evaluateAll((all) =>
				all.flatMap((one) => (one.scrollHeight > one.clientHeight + 1 ? [one.textContent] : []))
			);
		expect(cut).toEqual([]);
	});

	it('SPP-6: no name on any paper is cut off by its frame', async () => {
		for (const kind of ['slips', 'labels']) {
			await printed(kind);
			const cut = await admin.page
				.locator('article')
				.evaluateAll((all) =>
					all.flatMap((one) => (one.scrollHeight > one.clientHeight + 1 ? [one.textContent] : []))
				);
			expect(cut, kind).toEqual([]);
		}
	});

	it('SPP-7: what was printed can be noted; then who moves is counted, and their slips alone are printed again', async () => {
		const { page } = admin;
		await page.addInitScript(() => (window.print = () => undefined));
		await page.goto(`${product.base}/c/${conference}/admin?muc=giay-moi`);
		await page.getByRole('link', { name: vi['papers.slips'] }).click();
		await page.getByRole('button', { name: vi['common.print'] }).click();
		await page.getByRole('button', { name: vi['papers.issue'] }).click();
		await page.getByText('Giấy in gần nhất được ghi nhận lúc').waitFor();
		const { state } = await call('/replica');
		expect(state.seating.issuedAt).not.toBeNull();
		const [one, other] = invited;
		const { seats } = state.seating;
		const swap = (of: Person | undefined, to: Person | undefined) => {
			const { block, row, seat } = seats[to?.delegate ?? ''];
			return { delegate: of?.delegate, seat: { block, row, seat } };
		};
		const { answers } = await call('/commands', {
			commands: [
				{ id: 'papers-swap', type: 'seat.assign', payload: { seats: [swap(one, other), swap(other, one)] } }
			]
		});
		expect(answers[0]).toMatchObject({ ok: true });
		await page.getByText(vi['papers.moved'].replace('{count}', '2')).waitFor();
		await page.getByLabel(vi['papers.onlyMoved']).check();
		expect(await page.locator('article').count()).toBe(2);
		await page
			.locator('article')
			.filter({ hasText: one?.name ?? '' })
			.waitFor();
		expect(admin.errors).toEqual([]);
	});
});
