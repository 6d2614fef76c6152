/** Films and music: sent by the tech, fetched ahead by the projector, played from its own shelf; the overlay's line. */
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import type { Command } from '../../src/lib/core/log/command';
import type { State } from '../../src/lib/core/log/slices';
import { vi } from '../../src/lib/ui/i18n/vi';
import { organiser, type Organiser } from '../support/desk';
import { wav } from '../support/media';
import { newDataDir, startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

const SONG = 'Nhạc nền phóng sự “Trùng Khánh – Một nhiệm kỳ thi đua” bản phát chính thức.wav';
const SECONDS = 240;
/** A busy machine is no fault; each of these comes by itself. */
const until = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 20_000 });

describe('films and music on the screens', () => {
	let product: Product;
	let browser: Browser;
	let dataDir: string;
	let office: Organiser;
	const devices = new Map<Role, Device>();
	let count = 0;

	const pageOf = (role: Role): Page => {
		const page = devices.get(role)?.page;
		if (!page) throw new Error(role);
		return page;
	};
	async function join(role: Role, size: keyof typeof SIZES): Promise<void> {
		const device = await newDevice(browser, size);
		devices.set(role, device);
		await enrol(device, product.base, product.link(role), `Máy ${role}`);
	}
	async function send(type: Command['type'], payload: object): Promise<void> {
		const { answers } = await office.call('/commands', {
			commands: [{ id: `media-test-${++count}`, type, payload }]
		});
		expect(answers[0], type).toMatchObject({ ok: true });
	}
	const state = async (): Promise<State> => (await office.call('/replica')).state;
	async function goTo(to: string): Promise<void> {
		const { live } = (await state()).programme;
		await send('programme.jump', { expectedItem: live?.item ?? null, to });
	}
	/** What the projector's element does now: seconds in, whose bytes, whether it moves. */
	const film = () =>
		pageOf('projector')
			.getByTestId('film')
			.evaluate((node) => {
				if (!(node instanceof HTMLVideoElement)) throw new Error('no film');
				return { at: node.currentTime, src: node.src.slice(0, 5), moves: !node.paused, muted: node.muted };
			});
	/** Seconds that the fact of the order says. */
	const wanted = async () => {
		const { play } = (await state()).media;
		return play ? (play.position + (play.paused ? 0 : Date.now() - play.at)) / 1000 : -1;
	};

	beforeAll(async () => {
		dataDir = await newDataDir();
		product = await startProduct({ demo: true, dataDir });
		// The rule of a browser on somebody's desk, said aloud: no sound before a touch.
		browser = await launch(['--autoplay-policy=document-user-activation-required']);
		office = await organiser(product.base, product.link('admin'));
		const item = (id: string, kind: string, title: string) => ({
			item: { id, kinds: [kind], title, minutes: 5, on: true, delegate: null },
			before: null
		});
		await send('programme.insert', item('salute', 'chao_co', 'Chào cờ'));
		await send('programme.insert', item('dance', 'van_nghe', 'Múa “Mừng Đảng, mừng Xuân”'));
		await send('programme.insert', item('talk', 'phat_bieu', 'Phát biểu chào mừng'));
		await send('programme.insert', item('film', 'phong_su', 'Chiếu phóng sự'));
		await join('projector', 'projector');
		await join('tech', 'laptop');
		await join('stage', 'laptop');
		await join('mc', 'tablet');
		await join('overlay', 'projector');
	});
	afterAll(async () => {
		await browser.close();
		await product.stop();
		await rm(dataDir, { recursive: true, force: true });
	});

	it('PLY-5: what the tech sends is fetched ahead by the projector, which says so when it can play it', async () => {
		const tech = pageOf('tech');
		await tech.locator('input[type=file]').setInputFiles([
			{ name: SONG, mimeType: 'video/mp4', buffer: Buffer.from(wav(SECONDS)) },
			// True bytes at the beginning, and nothing that plays.
			{ name: 'hỏng.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from(`ID3${'x'.repeat(9000)}`) }
		]);
		await tech.getByText(vi['media.ready']).first().waitFor();
		await tech.getByText(vi['media.failed']).first().waitFor();
		const kept = await pageOf('projector').evaluate(
			async () => (await (await caches.open('kt-media')).keys()).length
		);
		expect(kept).toBe(2);
	});

	it('PLY-6: a projector that may not sound yet says so to the tech, until it is touched once', async () => {
		const old = pageOf('projector');
		await old.evaluate(() => navigator.serviceWorker.ready);
		// A reload may inherit the touch; a window that was opened anew has had none.
		const device = devices.get('projector');
		const wall = await old.context().newPage();
		if (device) devices.set('projector', { ...device, page: wall });
		wall.on('pageerror', (error) => device?.errors.push(error.message));
		await wall.goto(old.url());
		await old.close();
		// Whatever the test asks of a page counts there as a touch: first the tech says what the projector found.
		await pageOf('tech').getByText(vi['media.screen.noSound']).waitFor();
		await wall.getByText(vi['projector.touchForSound']).waitFor();
		await wall.mouse.click(400, 300);
		await pageOf('tech').getByText(vi['media.screen.sound'], { exact: true }).waitFor();
	});

	it('PLY-7: it plays at the tech’s order, stage and MC read how long it goes on, and a reload joins where it stands', async () => {
		await goTo('film');
		const { media, programme } = await state();
		const hash = Object.values(media.media).find(({ type }) => type === 'audio/wav')?.hash ?? '';
		await send('media.attach', { item: programme.live?.item, hash, on: true });
		await pageOf('tech')
			.getByRole('button', { name: `Phát ${SONG}` })
			.first()
			.click();
		await until(async () => (await film()).at).toBeGreaterThan(1);
		expect(await film()).toMatchObject({ src: 'blob:', moves: true, muted: false });
		for (const role of ['stage', 'mc', 'tech'] as const)
			await pageOf(role)
				.getByTestId('playing')
				.getByText(/Còn 3:/)
				.first()
				.waitFor();
		await until(async () => Math.abs((await film()).at - (await wanted()))).toBeLessThan(1.2);
		await pageOf('projector').reload();
		await until(async () => (await film()).moves).toBe(true);
		expect(Math.abs((await film()).at - (await wanted()))).toBeLessThan(1.2);
	});

	it('PLY-8: with the server gone a projector that is opened anew goes on from its own shelf, where it should stand', async () => {
		const wall = pageOf('projector');
		const { play } = (await state()).media;
		if (!play) throw new Error('nothing plays');
		await product.kill('SIGKILL');
		await wall.reload();
		await until(async () => (await film()).moves).toBe(true);
		expect((await film()).src).toBe('blob:');
		await until(async () => Math.abs((await film()).at - (Date.now() - play.at) / 1000)).toBeLessThan(1.5);
		// Only a screen that has missed the server can say that it is back.
		await pageOf('tech').locator('[data-freshness="stale"]').first().waitFor();
		product = await startProduct({ dataDir, port: Number(new URL(product.base).port) });
	});

	it('PLY-9: paused it waits where it is, stopped it gives the screen back to the item', async () => {
		const tech = pageOf('tech');
		await tech.locator('[data-freshness="live"]').first().waitFor();
		await tech.getByRole('button', { name: vi['media.pause'], exact: true }).click();
		await until(async () => (await film()).moves).toBe(false);
		const at = await wanted();
		await until(async () => Math.abs((await film()).at - at)).toBeLessThan(0.2);
		await tech.getByRole('button', { name: vi['media.stop'] }).click();
		await until(async () => (await film()).src).toBe('');
		await tech.getByTestId('playing').waitFor({ state: 'detached' });
	});

	it('PLY-10: a film covers the projector’s screen while it plays, and not when the stage keeps the screen dark', async () => {
		const wall = pageOf('projector');
		const bytes = await wall.evaluate(async () => {
			const canvas = document.createElement('canvas');
			const pen = canvas.getContext('2d');
			const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
			const parts: Blob[] = [];
			recorder.ondataavailable = ({ data }) => parts.push(data);
			const stopped = new Promise((resolve) => (recorder.onstop = resolve));
			recorder.start();
			for (let i = 0; i < 40; i++) {
				if (pen) pen.fillStyle = i % 2 ? '#c00' : '#fc0';
				pen?.fillRect(0, 0, 300, 150);
				await new Promise(requestAnimationFrame);
				await new Promise(requestAnimationFrame);
				await new Promise(requestAnimationFrame);
			}
			recorder.stop();
			await stopped;
			return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
		});
		const tech = pageOf('tech');
		await tech.locator('input[type=file]').setInputFiles({
			name: 'Phóng sự.webm',
			mimeType: 'application/octet-stream',
			buffer: Buffer.from(bytes)
		});
		await until(
			async () =>
				Object.values((await state()).media.screens)[0]?.media.filter((one) => one.state === 'ready').length
		).toBe(2);
		const picture = () => wall.getByTestId('film').evaluate((node) => getComputedStyle(node).visibility);
		expect(await picture()).toBe('hidden');
		await tech.getByRole('button', { name: 'Phát Phóng sự.webm' }).click();
		await until(picture).toBe('visible');
		await send('media.pause', { step: (await state()).media.step });
		await send('scene.set', { scene: 'black' });
		await until(picture).toBe('hidden');
		await send('scene.set', { scene: null });
		await until(picture).toBe('visible');
		await send('media.stop', { play: (await state()).media.play?.id });
		await until(picture).toBe('hidden');
	});

	it('TEC-2: the tech ticks how far a troupe is, and the stage reads it on its readiness board', async () => {
		const tech = pageOf('tech');
		const stage = pageOf('stage');
		const group = tech.getByRole('group', { name: /^Đội văn nghệ: Múa/ });
		await group.getByRole('button', { name: vi['troupe.ready'] }).click();
		await stage.getByRole('tab', { name: vi['stage.tab.ready'] }).click();
		const row = stage.getByRole('listitem').filter({ hasText: 'Múa “Mừng' });
		await row.getByText(vi['troupe.ready'], { exact: true }).waitFor();
		await row.getByText(vi['troupe.noMusic']).waitFor();
	});

	it('OVL-1: the overlay shows who speaks on a clear ground, whole however long the name, and nothing over the flag', async () => {
		const air = pageOf('overlay');
		const performer =
			'Đồng chí Nguyễn Hoàng Phương Thảo Nguyên, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Cao Bằng';
		await send('programme.edit', { item: 'talk', patch: {}, personal: { performer } });
		await goTo('talk');
		const third = air.getByTestId('third');
		await third.getByText(performer).waitFor();
		const ground = await air.evaluate(() =>
			[document.documentElement, document.body].map((node) => getComputedStyle(node).backgroundColor)
		);
		expect(ground).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
		const cut = await third.evaluate(async (node) => {
			await Promise.all(node.getAnimations().map((one) => one.finished));
			const box = node.querySelector('.box');
			const inner = node.querySelector('.inner');
			const edge = node.getBoundingClientRect();
			if (!box || !inner) return 'missing';
			const fits = inner.scrollHeight <= box.clientHeight + 1 && inner.scrollWidth <= box.clientWidth + 1;
			const safe = edge.left >= 60 && edge.bottom <= innerHeight - 60 && edge.right <= innerWidth - 60;
			return fits && safe ? 'whole' : `${inner.scrollHeight} in ${box.clientHeight}`;
		});
		expect(cut).toBe('whole');
		await goTo('salute');
		await third.waitFor({ state: 'detached' });
		expect((await air.locator('[data-overlay]').innerText()).trim()).toBe('');
		for (const [role, { errors }] of devices) expect(errors, role).toEqual([]);
	});
});
