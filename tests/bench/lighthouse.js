/**
 * Lighthouse on a phone's screen, for the record: its scores move with the machine, so nothing is promised of them.
 * It is no dependency of ours: `npx` fetches it when the bench is asked for, and a line says when it cannot.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { judged } from './support/figures.js';
import { conferenceOf, startProduct } from './support/product.js';

/** The newest that runs on the oldest Node we support. */
const LIGHTHOUSE = 'lighthouse@12.2.3';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const SCREENS = ['reception', 'live'];

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct();
	try {
		const { id } = await conferenceOf(product, 150);
		const offer = { name: 'lighthouse', role: 'reception', desk: null, kind: 'day' };
		const { secret } = await product.api(`/conferences/${id}/enrolments`, offer);
		const enrolled = await fetch(`${product.base}/api/v1/enrol`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ secret, name: 'lighthouse' })
		});
		const cookie = enrolled.headers.getSetCookie().map((one) => one.split(';')[0]);
		for (const screen of SCREENS) {
			const { scores, reason } = await audit(`${product.base}/c/${id}/${screen}`, cookie.join('; '));
			for (const category of CATEGORIES) {
				const score = scores?.[category] ?? null;
				const note = score === null ? `not available: ${reason}` : LIGHTHOUSE;
				print(judged(`lighthouse-${screen}-${category}`, score, null, note));
			}
		}
	} finally {
		await product.stop();
	}
}

/**
 * @param {string} url
 * @param {string} cookie
 * @returns {Promise<{ scores: Record<string, number> | null, reason: string }>} points of 100
 */
async function audit(url, cookie) {
	const { code, output, errors } = await run('npx', [
		'--yes',
		LIGHTHOUSE,
		url,
		'--quiet',
		'--output=json',
		`--only-categories=${CATEGORIES.join(',')}`,
		'--chrome-flags=--headless=new --no-sandbox --disable-quic',
		`--extra-headers=${JSON.stringify({ Cookie: cookie })}`
	]);
	if (code !== 0) return { scores: null, reason: errors.trim().split('\n').at(-1) ?? `exit ${code}` };
	/** @type {{ categories: Record<string, { score: number | null }> }} */
	const { categories } = JSON.parse(output);
	const points = Object.entries(categories).map(([name, { score }]) => [name, 100 * (score ?? NaN)]);
	return { scores: Object.fromEntries(points), reason: '' };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string, errors: string }>}
 */
function run(command, args) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			env: { ...process.env, CHROME_PATH: browserPath() },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		let errors = '';
		child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
		child.stderr.on('data', (/** @type {Buffer} */ chunk) => (errors += chunk.toString()));
		child.once('error', (error) => resolve({ code: -1, output, errors: error.message }));
		child.once('close', (code) => resolve({ code: code ?? -1, output, errors }));
	});
}

function browserPath() {
	const known = [
		process.env.KT_CHROME,
		process.env.CHROME_PATH,
		'/usr/bin/chromium',
		'/usr/bin/google-chrome'
	];
	return known.find((path) => path && existsSync(path)) ?? chromium.executablePath();
}
