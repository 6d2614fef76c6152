import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { blackHole, type BlackHole } from '../support/black-hole';
import { newDataDir, startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device } from './harness';

const ROLES: Role[] = ['stage', 'mc', 'chair', 'projector', 'reception', 'reader', 'admin'];

describe('every screen says how fresh it is', () => {
	let product: Product;
	let hole: BlackHole;
	let browser: Browser;
	const devices = new Map<string, Device>();
	/** Screens whose socket has brought a beat: only from then on can silence be told from a page still loading. */
	const heard = new Set<string>();
	const listen = (name: string, { page }: Device) =>
		page.on('websocket', (socket) =>
			socket.on('framereceived', ({ payload }) => payload.includes('"beat"') && heard.add(name))
		);
	beforeAll(async () => {
		product = await startProduct({ demo: true, dataDir: await newDataDir() });
		hole = await blackHole(Number(new URL(product.base).port));
		browser = await launch();
		const base = `http://127.0.0.1:${hole.port}`;
		for (const role of ROLES) {
			const device = await newDevice(browser, 'laptop');
			listen(role, device);
			await enrol(device, base, product.link(role), role);
			devices.set(role, device);
		}
		const live = await newDevice(browser, 'phone');
		listen('live', live);
		await live.page.goto(base + product.link('viewer'));
		devices.set('live', live);
	});
	afterAll(async () => {
		await browser?.close();
		await hole?.close();
		await product?.stop();
	});

	const states = () =>
		Promise.all(
			[...devices].map(async ([name, { page }]) => {
				const state = page.locator('[data-freshness]').first();
				return `${name}: ${(await state.count()) ? await state.getAttribute('data-freshness') : 'live'}`;
			})
		);
	const allLive = () => [...devices.keys()].map((name) => `${name}: live`);
	const words = /Thông tin lúc|Mất kết nối|MẤT KẾT NỐI|Chưa liên lạc/;

	it('FRS-1: sockets stay open but nothing arrives: every screen says so in words, and recovers by itself', async () => {
		await expect.poll(() => [...heard].sort(), { timeout: 30_000 }).toEqual([...devices.keys()].sort());
		await expect.poll(states, { timeout: 30_000 }).toEqual(allLive());
		hole.swallow();
		for (const [name, { page }] of devices)
			await page
				.getByText(words)
				.first()
				.waitFor({ state: 'attached', timeout: 20_000 })
				.catch(() => {
					throw new Error(`${name} says nothing`);
				});
		hole.heal();
		await expect.poll(states, { timeout: 60_000 }).toEqual(allLive());
	});

	it('FRS-2: the server is killed and started again: words, then live, with the same item', async () => {
		const port = Number(new URL(product.base).port);
		await product.kill('SIGKILL');
		for (const [name, { page }] of devices)
			await page
				.getByText(words)
				.first()
				.waitFor({ state: 'attached', timeout: 20_000 })
				.catch(() => {
					throw new Error(`${name} says nothing`);
				});
		product = await startProduct({ dataDir: product.dataDir, port });
		await expect.poll(states, { timeout: 60_000 }).toEqual(allLive());
		for (const { errors } of devices.values()) expect(errors).toEqual([]);
	});
});
