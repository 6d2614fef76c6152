/**
 * Programs that some tests drive: a Chromium, LibreOffice, a second QR reader, a PDF reader. Found, or
 * installed where that is possible; tests learn from the environment which exist.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './config.js';
import { findBrowser } from './find-browser.js';
import { runQuietly } from './run-quietly.js';

/** Debian packages of the others; without one its tests are skipped, by name. */
const OTHERS = [
	{ program: 'soffice', variable: 'KT_SOFFICE', apt: 'libreoffice-calc' },
	{ program: 'zbarimg', variable: 'KT_ZBARIMG', apt: 'zbar-tools' },
	{ program: 'pdftotext', variable: 'KT_PDFTOTEXT', apt: 'poppler-utils' }
];

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Record<string, string>>} environment for the tests: KT_CHROME, KT_SOFFICE, KT_ZBARIMG,
 * KT_PDFTOTEXT, each a path, absent where the program is
 */
export async function findTools(say) {
	/** @type {Record<string, string>} */
	const found = {};
	const chrome = await findBrowser(thisMachine(say), say);
	if (chrome) found.KT_CHROME = chrome;
	const missing = OTHERS.filter(({ program }) => !inPath(program));
	if (missing.length > 0)
		await aptInstall(
			missing.map(({ apt }) => apt),
			say
		);
	for (const { program, variable } of OTHERS) {
		const path = inPath(program);
		if (path) found[variable] = path;
		else say(`– ${program} is missing: its tests are skipped`);
	}
	return found;
}

/**
 * @param {(line: string) => void} say
 * @returns {import('./find-browser.js').Machine}
 */
function thisMachine(say) {
	return {
		named: process.env.KT_CHROME || process.env.CHROME_PATH,
		exists: existsSync,
		inPath,
		starts: (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0,
		async playwright() {
			const cli = join(ROOT, 'node_modules/playwright-core/cli.js');
			const { code, output } = await runQuietly([process.execPath, cli, 'install', 'chromium']);
			const { chromium } = await import('playwright-core');
			const path = chromium.executablePath();
			const there = path !== '' && existsSync(path);
			return { path: there ? path : null, reason: code === 0 ? '' : reasonIn(output) };
		},
		debian: () => aptInstall(['chromium'], say)
	};
}

/**
 * The line of a failed program's output that says why, not the stack below it.
 * @param {string} output
 */
function reasonIn(output) {
	const said = output.trim().split('\n');
	return (said.findLast((line) => /^(E:|\w*Error:)/.test(line)) ?? said.at(-1) ?? '').trim();
}

/**
 * Best effort: only root on a Debian can, and a machine without a network keeps what it has.
 * @param {string[]} packages
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>} why it could not, or null
 */
async function aptInstall(packages, say) {
	if (!inPath('apt-get')) return 'this system has no apt-get';
	if (process.getuid?.() !== 0) return 'only root may install packages';
	say(`… installing ${packages.join(', ')}`);
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	await runQuietly(['apt-get', 'update', '-q'], { env });
	const result = await runQuietly(
		['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages],
		{ env }
	);
	if (result.code === 0) return null;
	say(`– apt-get could not install ${packages.join(', ')}`);
	return reasonIn(result.output);
}

/** @param {string} program */
function inPath(program) {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const path = join(folder, program);
		if (folder && existsSync(path)) return path;
	}
	return null;
}
