/** Each way to a browser is taken when those before it are shut, and only with a browser that starts. */
import { expect, test } from 'vitest';
import { findBrowser, MAC_BROWSER, type Machine } from '../../src/host/find-browser.js';

const PLAYWRIGHTS = '/home/x/.cache/ms-playwright/chromium-1234/chrome-linux/chrome';

/** A machine with nothing; `path` fills as packages come. */
function bareMachine(over: Partial<Machine> = {}) {
	const path: Record<string, string> = {};
	const asked: string[] = [];
	const said: string[] = [];
	const broken = new Set<string>();
	const machine: Machine = {
		named: undefined,
		exists: () => false,
		inPath: (program) => path[program] ?? null,
		starts: (program) => !broken.has(program),
		async playwright() {
			asked.push('playwright');
			return { path: null, reason: 'Download failed: no network' };
		},
		async debian() {
			asked.push('debian');
			return 'only root may install packages';
		},
		...over
	};
	return { machine, path, asked, said, broken, find: () => findBrowser(machine, (line) => said.push(line)) };
}

test('TST-5: an installed browser is taken as it is, Chrome before Chromium, and nothing is downloaded', async () => {
	const { path, asked, said, find } = bareMachine();
	path['chromium'] = '/usr/bin/chromium';
	expect(await find()).toBe('/usr/bin/chromium');
	path['google-chrome'] = '/usr/bin/google-chrome';
	expect(await find()).toBe('/usr/bin/google-chrome');
	expect([asked, said]).toEqual([[], []]);
	const mac = bareMachine({ exists: (file) => file === MAC_BROWSER });
	expect(await mac.find()).toBe(MAC_BROWSER);
});

test('TST-5: the named browser goes first, and one that does not start is told and passed by', async () => {
	const named = bareMachine({ named: '/opt/my/chrome', exists: () => true });
	named.path['chromium'] = '/usr/bin/chromium';
	expect(await named.find()).toBe('/opt/my/chrome');
	named.broken.add('/opt/my/chrome').add(MAC_BROWSER);
	expect(await named.find()).toBe('/usr/bin/chromium');
	expect(named.said.join()).toContain('/opt/my/chrome');
});

test("TST-6: without an installed browser that starts, Playwright's is taken", async () => {
	const { machine, path, asked, broken, find } = bareMachine();
	// A distribution's stub that only says where the real one would be.
	path['chromium-browser'] = '/usr/bin/chromium-browser';
	broken.add('/usr/bin/chromium-browser');
	machine.playwright = async () => ({ path: PLAYWRIGHTS, reason: '' });
	expect(await find()).toBe(PLAYWRIGHTS);
	expect(asked).toEqual([]);
});

test("TST-7: where Playwright's cannot be had, or lacks its libraries, Debian's package is taken", async () => {
	for (const downloaded of [null, PLAYWRIGHTS]) {
		const { machine, path, said, broken, find } = bareMachine();
		broken.add(PLAYWRIGHTS);
		machine.playwright = async () => ({ path: downloaded, reason: downloaded ? '' : 'no network' });
		machine.debian = async () => {
			path['chromium'] = '/usr/bin/chromium';
			return null;
		};
		expect(await find()).toBe('/usr/bin/chromium');
		expect(said.join('\n')).toContain(downloaded ? 'system libraries are missing' : 'no network');
	}
});

test('TST-8: with every way shut it says why each one failed, and what to do', async () => {
	const { asked, said, find } = bareMachine();
	expect(await find()).toBeNull();
	expect(asked).toEqual(['playwright', 'debian']);
	const all = said.join('\n');
	expect(all).toContain('Download failed: no network');
	expect(all).toContain('only root may install packages');
	expect(said.at(-1)).toMatch(/install Google Chrome or Chromium.*KT_CHROME.*run npm test again/);
	// A package that installs and does not start is no browser.
	const stub = bareMachine();
	stub.machine.debian = async () => {
		stub.path['chromium'] = '/usr/bin/chromium';
		stub.broken.add('/usr/bin/chromium');
		return null;
	};
	expect(await stub.find()).toBeNull();
	expect(stub.said.join('\n')).toContain('was installed and does not start');
});
