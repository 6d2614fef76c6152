/**
 * Programs that some tests drive: a Chromium, LibreOffice, a second QR reader, a PDF reader. Found, or
 * installed where that is possible; tests learn from the environment which exist.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './config.js';
import { runQuietly } from './run-quietly.js';

const BROWSERS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const MAC_BROWSER = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

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
	const chrome = await findBrowser(say);
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

/** @param {(line: string) => void} say */
async function findBrowser(say) {
	const present = installedBrowser();
	if (present) return present;
	say('… no Chromium found, installing one');
	const cli = join(ROOT, 'node_modules/playwright-core/cli.js');
	await runQuietly([process.execPath, cli, 'install', 'chromium']);
	const own = await playwrightBrowser();
	// A download without its system libraries exists and does not run.
	if (own && spawnSync(own, ['--version']).status === 0) return own;
	await aptInstall(['chromium'], say);
	const installed = installedBrowser();
	if (!installed) say('– no Chromium: set CHROME_PATH; the browser tests will fail');
	return installed;
}

function installedBrowser() {
	const named = process.env.CHROME_PATH;
	if (named && existsSync(named)) return named;
	if (existsSync(MAC_BROWSER)) return MAC_BROWSER;
	for (const name of BROWSERS) {
		const path = inPath(name);
		if (path) return path;
	}
	return null;
}

async function playwrightBrowser() {
	const { chromium } = await import('playwright-core');
	const path = chromium.executablePath();
	return path && existsSync(path) ? path : null;
}

/**
 * Best effort: only root on a Debian can, and a machine without a network keeps what it has.
 * @param {string[]} packages
 * @param {(line: string) => void} say
 */
async function aptInstall(packages, say) {
	if (process.getuid?.() !== 0 || !inPath('apt-get')) return;
	say(`… installing ${packages.join(', ')}`);
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	await runQuietly(['apt-get', 'update', '-q'], { env });
	const result = await runQuietly(
		['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages],
		{ env }
	);
	if (result.code !== 0) say(`– apt-get could not install ${packages.join(', ')}`);
}

/** @param {string} program */
function inPath(program) {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const path = join(folder, program);
		if (folder && existsSync(path)) return path;
	}
	return null;
}
