/** A phone that is taken out of service in the middle of the day, with people in its queue. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, scan, type Guest, type Organiser } from '../support/desk';
import { newDataDir, startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device } from './harness';

/** Rows on the phone's disk, all stores together, with what they hold as text. */
const onDisk = ({ page }: Device): Promise<Record<string, string>> =>
	page.evaluate(async () => {
		const opening = indexedDB.open('khanh-tiet');
		const db = await new Promise<IDBDatabase>((done, failed) => {
			opening.onsuccess = () => done(opening.result);
			opening.onerror = () => failed(opening.error ?? new Error('no disk'));
		});
		const stores = [...db.objectStoreNames];
		const tx = db.transaction(stores);
		const rows = stores.map(
			(name) =>
				new Promise<[string, string]>((done) => {
					const asked = tx.objectStore(name).getAll();
					asked.onsuccess = () => done([name, JSON.stringify(asked.result)]);
				})
		);
		const found = await Promise.all(rows);
		db.close();
		return Object.fromEntries(found);
	});

describe('a phone that is taken out of service', () => {
	let product: Product;
	let browser: Browser;
	let office: Organiser;
	let guests: Guest[];
	let phone: Device;
	beforeAll(async () => {
		product = await startProduct({ demo: true, dataDir: await newDataDir() });
		office = await organiser(product.base, product.link('admin'));
		({ guests } = await office.people());
		browser = await launch();
		phone = await newDevice(browser, 'phone');
		await enrol(phone, product.base, await office.deskLink('Bàn 1'), 'Bàn 1');
		await phone.page.locator('[data-freshness="live"]').waitFor();
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
	});

	it('REV-1: what it did before is taken in when it is back, and then nobody’s name is left on it', async () => {
		const [first, second] = guests;
		await phone.context.setOffline(true);
		await phone.page.locator('[data-freshness="offline"]').waitFor();
		await scan(phone.page, first?.token ?? '', 'green');
		await scan(phone.page, second?.token ?? '', 'green');
		const before = await onDisk(phone);
		expect(JSON.parse(before['outbox'] ?? '')).toHaveLength(2);
		expect(before['replica']).toContain(first?.name);

		const devices: { id: string; name: string }[] = await office.call('/devices');
		const id = devices.find(({ name }) => name === 'Bàn 1')?.id;
		await office.call(`/devices/${id}`, undefined, 'DELETE');
		await phone.context.setOffline(false);

		await phone.page.getByText(vi['reject.device_revoked']).waitFor();
		const admitted = async () => {
			const { state } = await office.call('/replica');
			const text = JSON.stringify(state.admissions);
			return [first, second].filter((one) => one && text.includes(one.delegate)).length;
		};
		await expect.poll(admitted, { timeout: 20_000 }).toBe(2);
		await expect
			.poll(() => onDisk(phone), { timeout: 20_000 })
			.toEqual({ outbox: '[]', journal: '[]', replica: '[]', view: '[]' });
	});
});
