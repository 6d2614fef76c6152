/** The screens that watch: MC, chair, projector, a delegate's own page. Real product, real Chromium. */
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import type { Command } from '../../src/lib/core/log/command';
import type { ReplicaSnapshot } from '../../src/lib/core/log/message';
import { vi } from '../../src/lib/ui/i18n/vi';
import { newDataDir, startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

type Loose = { type: Command['type']; payload: object };

describe('screens that watch', () => {
	let product: Product;
	let browser: Browser;
	let conference: string;
	let dataDir: string;
	const devices = new Map<Role, Device>();
	let count = 0;

	const pageOf = (role: Role): Page => {
		const page = devices.get(role)?.page;
		if (!page) throw new Error(role);
		return page;
	};
	async function api<T>(path: string, body?: object): Promise<T> {
		const answer = await pageOf('admin').evaluate(
			async ([url, json]) => {
				const init: RequestInit = json
					? { method: 'POST', body: json, headers: { 'content-type': 'application/json', 'kt-as': 'admin' } }
					: { headers: { 'kt-as': 'admin' } };
				return (await fetch(url, init)).json();
			},
			[`/api/v1/conferences/${conference}${path}`, body ? JSON.stringify(body) : ''] as const
		);
		return answer as T;
	}
	async function send(...list: Loose[]): Promise<void> {
		const commands = list.map((one) => ({ id: `watching-test-${++count}`, ...one }));
		const { answers } = await api<{ answers: { ok: boolean }[] }>('/commands', { commands });
		expect(
			answers.every((one) => one.ok),
			JSON.stringify(answers)
		).toBe(true);
	}
	const replica = () => api<ReplicaSnapshot>('/replica');
	async function goTo(kind: string): Promise<string> {
		for (let moves = 0; moves < 30; moves++) {
			const { programme } = (await replica()).state;
			const item = programme?.live ? programme.items[programme.live.item] : undefined;
			if (item && item.kinds.some((one) => one === kind)) return item.id;
			await send({ type: 'programme.next', payload: { expectedItem: item?.id ?? null } });
		}
		throw new Error(`no item of kind ${kind}`);
	}
	const claim = () => ({ claimedAt: Date.now(), offset: 0 });
	const admit = (delegate: string): Loose => ({
		type: 'door.admit',
		payload: { ...claim(), delegate, via: 'qr', verdict: 'green', desk: null, seen: 0 }
	});
	async function delegates(): Promise<{ id: string; vip: boolean }[]> {
		const { roster } = (await replica()).state;
		return (roster?.delegates.buckets ?? []).flatMap((bucket) => Object.values(bucket ?? {}));
	}

	beforeAll(async () => {
		dataDir = await newDataDir();
		product = await startProduct({ demo: true, dataDir });
		browser = await launch();
		conference = /\/c\/([^/]+)/.exec(product.link('viewer'))?.[1] ?? '';
		const roles: [Role, keyof typeof SIZES][] = [
			['admin', 'laptop'],
			['mc', 'tablet'],
			['chair', 'tablet'],
			['projector', 'projector'],
			['tech', 'phone']
		];
		for (const [role, size] of roles) {
			const device = await newDevice(browser, size);
			devices.set(role, device);
			await enrol(device, product.base, product.link(role), role);
		}
		const order = (await replica()).state.programme?.order ?? [];
		const item = {
			id: 'salute',
			kinds: ['chao_co'],
			title: 'Chào cờ',
			minutes: 3,
			on: true,
			delegate: null,
			personal: { mcText: [{ speaker: 'MC 1', text: 'Nghiêm! Chào cờ – chào!' }] }
		};
		await send({ type: 'programme.insert', payload: { before: order[1] ?? null, item } });
		const vips = (await delegates()).filter((one) => one.vip);
		await send(...vips.slice(0, 6).map((one) => admit(one.id)));
	});
	afterAll(async () => {
		await browser?.close();
		await product?.stop();
		await rm(dataDir, { recursive: true, force: true });
	});

	it('MC-4: during the flag salute no screen shows a clock, a countdown or a drift', async () => {
		await goTo('chao_co');
		await pageOf('mc').getByText('Nghiêm! Chào cờ – chào!').waitFor();
		await pageOf('projector').locator('[data-scene=flag]').waitFor();
		for (const role of ['chair', 'tech'] as const)
			await pageOf(role).getByRole('heading', { name: 'Chào cờ' }).waitFor();
		for (const role of ['mc', 'chair', 'tech', 'projector'] as const) {
			expect(await pageOf(role).getByRole('timer').count(), role).toBe(0);
			expect(await pageOf(role).locator('body').innerText(), role).not.toMatch(/Chậm|Sớm|Còn lại|Dự kiến/);
		}
	});

	it('MC-5: a note of the stage asks each role for its own answer', async () => {
		await goTo('tuyen_bo_ly_do');
		const [mc, tech] = [pageOf('mc'), pageOf('tech')];
		await send({
			type: 'note.send',
			payload: { id: 'wait', to: { roles: ['mc', 'tech'] }, text: 'Chờ hiệu lệnh' }
		});
		await mc.getByText('Chờ hiệu lệnh').waitFor();
		await mc.getByRole('button', { name: vi['mc.note.clear'], exact: true }).click();
		await mc.getByText(vi['mc.note.answeredClear']).waitFor();
		const note = tech.getByRole('region', { name: vi['mc.note.title'] });
		await note.getByRole('button', { name: vi['mc.note.unclear'] }).click();
		await tech.getByText(vi['mc.note.answeredUnclear']).waitFor();
		const { cues } = (await replica()).state;
		const answers = Object.values(cues?.notes.find((note) => note.id === 'wait')?.answers ?? {});
		expect(answers.map((one) => `${one.role} ${one.answer}`).sort()).toEqual(['mc clear', 'tech unclear']);
	});

	it('MC-6: holding closes the list with its time; who comes later stands apart', async () => {
		const mc = pageOf('mc');
		const freeze = mc.getByRole('button', { name: vi['mc.freezeList'] }).first();
		await freeze.focus();
		await mc.keyboard.down('Enter');
		await mc.getByText(/Danh sách giới thiệu \(chốt \d+:\d\d, 6 đại biểu\)/).waitFor();
		await mc.keyboard.up('Enter');
		const late = (await delegates()).filter((one) => one.vip).slice(6, 8);
		await send(...late.map((one) => admit(one.id)));
		await mc.getByText('Giới thiệu bổ sung: 2').waitFor();
	});

	it('MC-7: without the server the text stays, one sentence says so, and a tick made meanwhile is kept', async () => {
		const mc = pageOf('mc');
		const port = Number(new URL(product.base).port);
		const text = await mc.getByTestId('script').innerText();
		await product.kill('SIGKILL');
		await mc.getByText(vi['mc.offlineNoPage']).waitFor();
		expect(await mc.getByTestId('script').innerText()).toBe(text);
		const boxes = mc.getByRole('checkbox');
		await boxes.nth(0).click();
		await boxes.nth(1).click();
		await expect.poll(() => mc.getByRole('checkbox', { checked: true }).count()).toBe(2);

		product = await startProduct({ dataDir, port });
		await mc.getByText(vi['mc.offlineNoPage']).waitFor({ state: 'detached' });
		const ticked = async () => {
			const ticks = (await replica()).state.introduction?.ticks ?? {};
			return Object.values(ticks).filter((tick) => tick.on).length;
		};
		await expect.poll(ticked, { timeout: 30_000 }).toBe(2);
		await mc.reload();
		await expect.poll(() => mc.getByRole('checkbox', { checked: true }).count(), { timeout: 20_000 }).toBe(2);
		const chair = pageOf('chair');
		await chair.getByText('Đã giới thiệu 2/6').waitFor();
	});

	it('PRJ-6: a title of 500 letters is whole on every screen, in both grounds', async () => {
		const projector = pageOf('projector');
		const item = await goTo('tuyen_bo_ly_do');
		const title = 'Báo cáo tổng kết phong trào thi đua, khen thưởng giai đoạn 2020 – 2025. '
			.repeat(7)
			.slice(0, 500);
		await send({ type: 'programme.edit', payload: { item, patch: { title: title.trim() } } });
		await projector.getByRole('heading', { name: title.slice(0, 60) }).waitFor();
		for (const theme of ['maket', 'ivory'])
			for (const [width, height] of [
				[1024, 768],
				[1920, 1080],
				[3840, 2160]
			] as const) {
				await send({ type: 'conference.edit', payload: { patch: { projectorTheme: theme } } });
				await projector.locator(`.screen[data-theme=${theme}]`).waitFor();
				await projector.setViewportSize({ width, height });
				const beyond = () =>
					projector.evaluate(() => {
						const box = document.querySelector('.box')?.getBoundingClientRect();
						if (!box) return ['no box'];
						return [...document.querySelectorAll('.box *')]
							.map((node) => ({ node, at: node.getBoundingClientRect() }))
							.filter(
								({ at }) =>
									at.left < box.left - 1 ||
									at.right > box.right + 1 ||
									at.top < box.top - 1 ||
									at.bottom > box.bottom + 1
							)
							.map(({ node }) => node.textContent?.slice(0, 20));
					});
				await expect.poll(beyond, { message: `${theme} ${width}` }).toEqual([]);
				const px = () =>
					projector.evaluate(() =>
						parseFloat(getComputedStyle(document.querySelector('.box h1') ?? document.body).fontSize)
					);
				// Readable still: a fortieth of the height, as large as the box allows once it was measured again.
				await expect.poll(px, { message: `${theme} ${width}` }).toBeGreaterThan(height / 40);
			}
	});

	it('PUB-5: an invitation opens its own page alone: seat, "Đã đón" on arrival; other codes say what they are', async () => {
		const all = await delegates();
		const mine = all.find((one) => !one.vip);
		const invitations = await api<{ delegate: string; token: string; path?: string }[]>('/invitations');
		const token = invitations.find((one) => one.delegate === mine?.id)?.token ?? '';
		expect(token).not.toBe('');
		const phone = await newDevice(browser, 'phone');
		const me = `${product.base}/c/${conference}/me`;
		await phone.page.goto(`${me}#${token}`);
		await phone.page.getByText(vi['public.yourSeat']).waitFor();
		expect(await phone.page.getByText(vi['public.received']).count()).toBe(0);
		await send(admit(mine?.id ?? ''));
		await phone.page.getByText(vi['public.received']).waitFor();
		expect(new URL(phone.page.url()).search).toBe('');

		await phone.page.goto(`${me}#ABCDEFGHJKLMNPQRSTUVWXYZ23`);
		await phone.page.getByText(vi['public.unknownTitle']).waitFor();
		await send({ type: 'delegate.reissue', payload: { id: mine?.id ?? '' } });
		await phone.page.goto(`${me}#${token}`);
		await phone.page.getByText(vi['public.reissuedTitle'], { exact: true }).waitFor();
		await phone.page.goto(me);
		await phone.page.getByText(vi['public.noCode']).waitFor();
		expect(phone.errors).toEqual([]);
	});

	it('MC-8: no watching screen met an error all the while', () => {
		for (const [role, { errors }] of devices) expect(errors, role).toEqual([]);
	});
});
