/**
 * `npm run screens [-- --guide] [role…]`: plays a short stretch of the sample conference and takes pictures of every
 * role's screen into tests/.out/screens, and of the states the guide speaks of. `--guide` puts the guide's pictures
 * into docs/anh. For looking at, not for comparing.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from './config.js';
import { takeStory } from './screens-story.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ base: string, links: { key: string, url: string }[] }} Product */

const OUT = join(ROOT, 'tests/.out/screens');
const GUIDE = join(ROOT, 'docs/anh');
const SIZES = /** @type {const} */ ({
	phone: { width: 390, height: 844 },
	tablet: { width: 820, height: 1180 },
	laptop: { width: 1366, height: 768 },
	projector: { width: 1920, height: 1080 },
	projector43: { width: 1024, height: 768 }
});
/** @type {Record<string, Array<keyof typeof SIZES>>} */
const WANTED = {
	admin: ['laptop', 'phone'],
	stage: ['laptop', 'phone'],
	reception: ['phone', 'laptop'],
	mc: ['tablet', 'phone'],
	chair: ['tablet'],
	projector: ['projector', 'projector43'],
	board: ['projector'],
	kiosk: ['tablet'],
	viewer: ['phone'],
	awards: ['phone'],
	steward: ['phone'],
	reader: ['phone'],
	'presenter-1': ['tablet', 'phone'],
	marshal: ['phone'],
	tech: ['laptop', 'phone'],
	recorder: ['laptop', 'phone'],
	security: ['phone'],
	overlay: ['projector'],
	usher: ['phone']
};

/** @type {Record<string, string>} */
const NAMES = {
	admin: 'Máy Ban Tổ chức',
	reception: 'Điện thoại chị Hoa',
	stage: 'Máy điều hành',
	mc: 'Máy tính bảng MC',
	projector: 'Máy chiếu',
	kiosk: 'Sảnh'
};

const words = process.argv.slice(2);
const guide = words.includes('--guide');
const only = words.filter((word) => !word.startsWith('--'));
const dataDir = mkdtempSync(join(tmpdir(), 'khanh-tiet-screens-'));
const product = spawn(process.execPath, ['src/host/start.js', '--demo'], {
	cwd: ROOT,
	env: {
		...process.env,
		HOST: '127.0.0.1',
		PORT: '0',
		HTTPS_PORT: '0',
		DATA_DIR: dataDir,
		KT_READY_JSON: '1'
	},
	stdio: ['ignore', 'pipe', 'inherit']
});

try {
	await shoot(await ready());
	console.log(OUT);
	if (guide) console.log(GUIDE);
} finally {
	const gone = new Promise((resolve) => product.once('exit', resolve));
	product.kill('SIGTERM');
	await gone;
	rmSync(dataDir, { recursive: true, force: true });
}

/** @returns {Promise<Product>} */
function ready() {
	return new Promise((resolve, reject) => {
		let text = '';
		product.stdout.on('data', (chunk) => {
			text += chunk;
			const line = /khanh-tiet ready (\{.*\})/.exec(text);
			if (!line?.[1]) return;
			const { http, links } = JSON.parse(line[1]);
			resolve({ base: `http://127.0.0.1:${http}`, links });
		});
		product.once('exit', () => reject(new Error(text)));
	});
}

/** @param {Product} product */
async function shoot({ base, links }) {
	mkdirSync(OUT, { recursive: true });
	if (guide) mkdirSync(GUIDE, { recursive: true });
	const executablePath = [process.env.KT_CHROME, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
		(path) => path && existsSync(path)
	);
	const browser = await chromium.launch({
		...(executablePath && { executablePath }),
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream'
		]
	});
	const anyone = await browser.newPage();
	for (const [name, path] of /** @type {const} */ ([
		['first', '/'],
		['connect', '/ket-noi'],
		['login', '/login']
	])) {
		for (const size of /** @type {const} */ (['laptop', 'phone'])) {
			await anyone.setViewportSize(SIZES[size]);
			await anyone.goto(base + path, { waitUntil: 'networkidle' });
			await anyone.screenshot({ path: join(OUT, `${name}-${size}.png`), fullPage: true });
		}
	}
	/** @param {string} url @param {string} [name] @returns {Promise<Page>} a device of its own, on its screen */
	const open = async (url, name) => {
		const context = await browser.newContext({
			locale: 'vi-VN',
			timezoneId: 'Asia/Ho_Chi_Minh',
			viewport: SIZES.laptop,
			reducedMotion: 'reduce'
		});
		const page = await context.newPage();
		await page.goto(base + url);
		if (url.startsWith('/e#')) {
			if (name) await page.getByLabel('Tên thiết bị').fill(name);
			await page.locator('form button[type=submit]').click();
			await page.locator('a[href^="/c/"]').click();
			await page.waitForURL(/\/c\//);
		}
		return page;
	};
	/** @type {Map<string, Page>} */
	const pages = new Map();
	/** @param {string} role @returns {Promise<Page>} */
	const of = async (role) => {
		const link = links.find((one) => one.key === role);
		if (!link) throw new Error(`the sample has no link for ${role}`);
		const page = pages.get(role) ?? (await open(link.url, NAMES[role]));
		pages.set(role, page);
		return page;
	};
	await takeStory({ of, open, into: guide ? GUIDE : OUT });
	for (const [role, sizes] of Object.entries(WANTED)) {
		if (only.length > 0 && !only.includes(role)) continue;
		const page = await of(role);
		for (const size of sizes) {
			await page.setViewportSize(SIZES[size]);
			await page.waitForLoadState('networkidle');
			await page.screenshot({ path: join(OUT, `${role}-${size}.png`) });
		}
		pages.delete(role);
		await page.context().close();
	}
	await browser.close();
}
