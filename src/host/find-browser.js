/**
 * Which browser the tests drive: one that is installed, else Playwright's, else Debian's package. Each is
 * taken only when it starts: a stub of a distribution or a download without its libraries exists and does not.
 */

/** By likelihood; looked for in PATH. */
export const BROWSERS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
export const MAC_BROWSER = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * What the choice needs of a machine.
 * @typedef {object} Machine
 * @property {string | undefined} named KT_CHROME or CHROME_PATH
 * @property {(path: string) => boolean} exists
 * @property {(program: string) => string | null} inPath
 * @property {(path: string) => boolean} starts it answers to --version
 * @property {() => Promise<{ path: string | null, reason: string }>} playwright downloads it, if it is not there
 * @property {() => Promise<string | null>} debian installs the package; a reason when it could not
 */

/**
 * @param {Machine} machine
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>} path of a browser that starts; null after a sentence that says what to do
 */
export async function findBrowser(machine, say) {
	if (machine.named) {
		if (machine.exists(machine.named) && machine.starts(machine.named)) return machine.named;
		say(`– ${machine.named}, named by KT_CHROME or CHROME_PATH, does not start; looking for another browser`);
	}
	const installed = installedBrowser(machine);
	if (installed) return installed;
	say("… no Chrome or Chromium is installed, downloading Playwright's");
	const { path, reason } = await machine.playwright();
	if (path && machine.starts(path)) return path;
	const why = reason || (path ? 'it does not start: system libraries are missing' : 'nothing was downloaded');
	say(`– Playwright's Chromium cannot be used: ${why}`);
	say("… installing Debian's package chromium");
	const refused = await machine.debian();
	const debians = refused === null ? installedBrowser(machine) : null;
	if (debians) return debians;
	say(`– Debian's package cannot be used: ${refused ?? 'it was installed and does not start'}`);
	say(
		'– No browser: install Google Chrome or Chromium, or set KT_CHROME to one, and run npm test again. ' +
			'Until then the browser tests fail.'
	);
	return null;
}

/** @param {Machine} machine */
function installedBrowser(machine) {
	const candidates = [machine.exists(MAC_BROWSER) ? MAC_BROWSER : null, ...BROWSERS.map(machine.inPath)];
	return candidates.find((path) => path !== null && machine.starts(path)) ?? null;
}
