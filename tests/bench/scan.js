/**
 * A code that a hand scanner has typed, until its verdict is on the screen: the real reception page with 5,000
 * delegates, offline, each card shown only when the fact is on disk. As information: what the camera costs.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { placeFloor } from './floors/scan.js';
import { launchBrowser, openDesk, untilPainted } from './support/browser.js';
import { interleaved, judged, median } from './support/figures.js';
import { conferenceOf, startProduct } from './support/product.js';

const DELEGATES = 5000;
const WARM = 8;
const QUADS = 20;
const STARTS = 5;

/** @typedef {(line: import('./support/figures.js').Line) => void} Print */

/** @param {Print} print */
export async function bench(print) {
	const product = await startProduct();
	try {
		const { id } = await conferenceOf(product, DELEGATES);
		/** @type {{ delegate: string, token: string }[]} */
		const invitations = await product.api(`/conferences/${id}/invitations`);
		// No awards, nobody important: green cards, as nearly all are.
		const tokens = invitations
			.filter(({ delegate }) => delegate.startsWith('more'))
			.map(({ token }) => token);
		await verdicts(print, product, id, tokens);
		await camera(print, product, id, tokens.pop() ?? '');
	} finally {
		await product.stop();
	}
}

/**
 * @param {Print} print
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 * @param {string[]} tokens
 */
async function verdicts(print, product, id, tokens) {
	const browser = await launchBrowser();
	try {
		const page = await openDesk(browser, product, id);
		await placeFloor(page);
		let next = 0;
		/** @type {{ frames: number, work: number }[]} */
		const ours = [];
		/** @type {number[]} */
		const floorWork = [];
		const scan = async () => {
			const token = tokens[next++] ?? '';
			const seen = await untilPainted(
				page,
				`dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))`,
				`document.querySelector('[data-verdict="green"]')`,
				`(${typed.toString()})('${token}')`
			);
			ours.push(seen);
			await page.evaluate(() => {
				const buttons = document.querySelectorAll('[data-verdict] button');
				const last = buttons[buttons.length - 1];
				if (last instanceof HTMLElement) last.click();
			});
			await page.locator('[data-verdict]').waitFor({ state: 'detached' });
			return seen.painted;
		};
		let on = false;
		const floor = async () => {
			on = !on;
			const seen = await untilPainted(
				page,
				'floor.change()',
				`${on ? '' : '!'}document.querySelector('[data-floor]')`
			);
			floorWork.push(seen.work);
			return seen.painted;
		};
		for (let n = 0; n < WARM; n++) {
			await scan();
			await floor();
		}
		// Parts of the page that come after its first load are there by now.
		await page.context().setOffline(true);
		await scan();
		ours.length = floorWork.length = 0;
		/** @type {number[]} */
		const disk = [];
		const scanAfterWrite = async () => {
			disk.push(await page.evaluate(bareWrite));
			return scan();
		};
		const { a, b } = await interleaved(QUADS, scanAfterWrite, floor);
		const frames = ours.map((one) => one.frames).sort((x, y) => x - y);
		const late = frames[Math.floor(0.95 * (frames.length - 1))] ?? NaN;
		print(judged('scan-5000', a, b, 'the end key of a hand scanner until painted, fact on disk'));
		print(judged('scan-5000-frames', late, null, `95 of 100; median ${median(frames)}, of ${frames.length}`));
		const work = median(ours.map((one) => one.work));
		print(
			judged(
				'scan-5000-work',
				work,
				median(floorWork),
				'until the page is changed and laid out, no frame waited for'
			)
		);
		print(
			judged(
				'scan-5000-disk',
				median(disk),
				null,
				'for comparison: one bare durable write, same page and rounds'
			)
		);
	} finally {
		await browser.close();
	}
}

/**
 * One small row, strictly durable, in a database of its own: what the disk alone asks of every card. Runs in the page.
 * @returns {Promise<number>} milliseconds
 */
async function bareWrite() {
	/** @type {IDBDatabase} */
	const database = await new Promise((resolve, reject) => {
		const opening = indexedDB.open('bench', 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore('row');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const start = performance.now();
	await new Promise((resolve, reject) => {
		const writing = database.transaction('row', 'readwrite', { durability: 'strict' });
		writing.objectStore('row').put({ text: 'x'.repeat(300) }, String(start));
		writing.oncomplete = resolve;
		writing.onabort = () => reject(writing.error);
	});
	const took = performance.now() - start;
	database.close();
	return took;
}

/** All digits of a code, as fast as a scanner types them. Runs in the page. @param {string} token */
function typed(token) {
	for (const key of token)
		dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}`, bubbles: true }));
}

/**
 * @param {Print} print
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 * @param {string} token
 */
async function camera(print, product, id, token) {
	const folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-camera-'));
	try {
		const { module } = await runnerImport(new URL('../y4m.ts', import.meta.url).pathname);
		/** @type {{ writeQrVideo(path: string, scenes: { text: string | null, seconds: number }[]): void }} */
		const { writeQrVideo } = /** @type {any} */ (module);
		const [code, wall] = [join(folder, 'code.y4m'), join(folder, 'wall.y4m')];
		writeQrVideo(code, [{ text: token, seconds: 1 }]);
		writeQrVideo(wall, [{ text: null, seconds: 1 }]);
		const read = await watch(product, id, code, STARTS);
		const empty = await watch(product, id, wall, 1);
		print(
			judged(
				'scan-first-decode',
				median(read.starts),
				null,
				'the camera asked for until the card is there, decoder fetched on the way'
			)
		);
		for (const [name, { frames }] of /** @type {const} */ ([
			['scan-frame-read', read],
			['scan-frame-empty', empty]
		])) {
			const sorted = [...frames].sort((x, y) => x - y);
			const late = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? NaN;
			print(
				judged(name, median(frames), null, `640 × 480; p95 ${late.toFixed(1)} ms of ${frames.length} frames`)
			);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * The desk with a film before its camera.
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 * @param {string} film
 * @param {number} times pages opened one after another
 * @returns {Promise<{ starts: number[], frames: number[] }>} ms until the card, and ms for each frame
 */
async function watch(product, id, film, times) {
	const browser = await launchBrowser([
		'--use-fake-device-for-media-stream',
		'--use-fake-ui-for-media-stream',
		`--use-file-for-fake-video-capture=${film}`
	]);
	/** @type {number[]} */
	const starts = [];
	/** @type {number[]} */
	const frames = [];
	try {
		const first = await openDesk(browser, product, id);
		await first.context().addInitScript(probe);
		for (let n = 0; n < times; n++) {
			await first.reload();
			await first.waitForFunction(() => Reflect.get(globalThis, 'probe').frames.length >= 40, null, {
				timeout: 60_000
			});
			const seen = await first.evaluate(() => Reflect.get(globalThis, 'probe'));
			if (seen.card !== null) starts.push(seen.card - seen.asked);
			// The first frames fetch and compile the decoder's code.
			frames.push(...seen.frames.slice(5));
		}
		return { starts, frames };
	} finally {
		await browser.close();
	}
}

/** Notes when the camera is asked for, when a card comes, and how long each frame keeps the page. Runs in the page. */
function probe() {
	/** @type {{ asked: number | null, card: number | null, frames: number[] }} */
	const seen = { asked: null, card: null, frames: [] };
	Reflect.set(globalThis, 'probe', seen);
	const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
	navigator.mediaDevices.getUserMedia = (wanted) => {
		seen.asked ??= performance.now();
		return ask(wanted);
	};
	const draw = Reflect.get(CanvasRenderingContext2D.prototype, 'drawImage');
	/** @param {...unknown} given */
	CanvasRenderingContext2D.prototype.drawImage = function (...given) {
		const start = performance.now();
		// Drawing, greying and decoding are one stretch of work; this runs right behind it.
		if (given[0] instanceof HTMLVideoElement)
			queueMicrotask(() => seen.frames.push(performance.now() - start));
		return Reflect.apply(draw, this, given);
	};
	new MutationObserver(() => {
		if (document.querySelector('[data-verdict]')) seen.card ??= performance.now();
	}).observe(document, { subtree: true, childList: true, attributes: true });
}
