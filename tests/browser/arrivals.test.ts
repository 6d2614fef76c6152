/** What the organisers set for the door and read from it: desks with gates, documents, totals stated by units. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, scan, trigger, type Guest, type Organiser } from '../support/desk';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device } from './harness';

const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true });
/** A row of the table with that caption: its name (and gate) and its number. */
const row = (page: Page, table: string, name: string) =>
	page
		.getByRole('table', { name: table })
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name }) });

describe("the organisers' side of the door", () => {
	let product: Product;
	let browser: Browser;
	let office: Organiser;
	let admin: Device;
	let page: Page;
	let guests: Guest[];
	let important: Guest[];
	const desks: Device[] = [];
	const desk = async (name: string): Promise<Page> => {
		const device = await newDevice(browser, 'phone');
		desks.push(device);
		await enrol(device, product.base, await office.deskLink(name), name);
		await device.page.getByText(vi['arrivals.recentNone']).waitFor();
		return device.page;
	};

	beforeAll(async () => {
		product = await startProduct({ demo: true });
		office = await organiser(product.base, product.link('admin'));
		({ guests, important } = await office.people());
		browser = await launch();
		admin = await newDevice(browser);
		page = admin.page;
		await admin.context.addCookies(
			office.cookies.map((one) => {
				const [name = '', ...value] = one.split('=');
				return { name, value: value.join('='), url: product.base };
			})
		);
		await page.goto(`${product.base}/c/${office.conference}/admin?muc=don-tiep`);
		await page.getByRole('heading', { name: vi['arrivals.desks.edit'] }).waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('REC-19: desks have a name and a gate, and people are counted once by the desk and the gate that met them', async () => {
		await button(page, vi['arrivals.desks.add']).click();
		const names = page.getByRole('textbox', { name: /^Bàn \d+/ });
		const gates = page.getByLabel(vi['arrivals.desks.gate'], { exact: false });
		await names.last().fill('Bàn 1');
		await page.getByText(vi['arrivals.desks.twice']).first().waitFor();
		await names.last().fill('Bàn cửa phụ');
		for (let at = 0; at < (await gates.count()) - 1; at++) await gates.nth(at).fill('Cửa chính');
		await gates.last().fill('Cửa phụ');
		const form = page
			.locator('form')
			.filter({ has: page.getByLabel(vi['arrivals.desks.gate'], { exact: false }) });
		await button(form, vi['common.save']).click();
		await expect
			.poll(async () => (await office.call('/replica')).state.conference.desks.at(-1))
			.toBe('Bàn cửa phụ');

		const front = await desk('Bàn 1');
		await scan(front, guests[0]?.token ?? '', 'green');
		await scan(front, guests[1]?.token ?? '', 'green');
		const side = await desk('Bàn cửa phụ');
		await scan(side, guests[2]?.token ?? '', 'green');
		await scan(side, guests[0]?.token ?? '', 'blue');
		const numbers = () =>
			Promise.all([
				row(page, vi['arrivals.desks'], 'Bàn 1').getByRole('cell').innerText(),
				row(page, vi['arrivals.desks'], 'Bàn cửa phụ').getByRole('cell').innerText(),
				row(page, vi['arrivals.gates'], 'Cửa chính').getByRole('cell').innerText(),
				row(page, vi['arrivals.gates'], 'Cửa phụ').getByRole('cell').innerText()
			]);
		await expect.poll(numbers).toEqual(['2', '1', '2', '1']);
		await page.getByText(new RegExp(`Có mặt 3\\b`)).first().waitFor();
	});

	it('REC-20: the sets of documents prepared are stated once, and every set handed out at a desk leaves one less', async () => {
		const sets = page.getByLabel(vi['arrivals.documents.sets']);
		await sets.fill('12');
		await page.locator('form').filter({ has: sets }).getByRole('button', { name: vi['common.save'] }).click();
		await page.getByText(vi['reception.documentsLeft'].replace('{count}', '12')).waitFor();
		const front = desks[0]?.page;
		if (!front) throw new Error('no desk');
		await trigger(front, important[0]?.token ?? '');
		await front.locator('[data-verdict="amber"]').waitFor();
		await button(front, vi['reception.more']).click();
		const given = front.getByLabel(vi['reception.documents'], { exact: false });
		await given.check();
		await page.getByText(vi['reception.documentsLeft'].replace('{count}', '11')).waitFor();
		await page.getByText(vi['arrivals.documentsGiven'].replace('{count}', '1')).waitFor();
		await given.uncheck();
		await page.getByText(vi['reception.documentsLeft'].replace('{count}', '12')).waitFor();
		await button(front, vi['common.done']).click();
	});

	it('REC-21: women and the like are stated as totals of a unit, read in the organisers’ report and nowhere at a desk', async () => {
		const report = async (at: Page) => {
			await button(at, vi['arrivals.rollcall']).click();
			const sheet = at.getByRole('dialog');
			await sheet.getByText(/^Triệu tập \d+ · Có mặt \d+/).waitFor();
			const text = await sheet.innerText();
			await button(sheet, vi['common.done']).click();
			return text;
		};
		await page.getByText(/^\d+ đơn vị$/).click();
		await page
			.getByRole('list', { name: vi['arrivals.totals'] })
			.getByRole('button', { name: /Ban Chỉ huy Quân sự xã/ })
			.click();
		const form = page.getByRole('dialog');
		await form.getByLabel(vi['arrivals.totals.women']).fill('3');
		await form.getByLabel(vi['arrivals.totals.partyMembers']).fill('0');
		await button(form, vi['common.save']).click();
		await form.waitFor({ state: 'detached' });
		await page
			.getByText(`${vi['arrivals.totals.women']} 3 · ${vi['arrivals.totals.partyMembers']} 0`)
			.waitFor();
		expect(await report(page)).toContain('số đại biểu được cử có: nữ 3');

		const front = desks[0]?.page;
		if (!front) throw new Error('no desk');
		await front.locator('summary').first().click();
		expect(await report(front)).not.toContain('số đại biểu được cử có');
		expect([admin, ...desks].flatMap(({ errors }) => errors)).toEqual([]);
	});
});
