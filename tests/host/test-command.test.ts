/** The test command itself: it must not be able to call a broken run a good one. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { isOlder, oldPackages } from '../../src/host/minimum-versions.js';
import { runQuietly } from '../../src/host/run-quietly.js';
import { Tally, readVitestReport } from '../../src/host/tally.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const assertion = (status: string) => ({ status, fullName: `a ${status} test`, failureMessages: ['why'] });
const file = (...statuses: string[]) => ({
	name: 'x.test.ts',
	status: 'passed',
	assertionResults: statuses.map(assertion)
});

test('TST-1: the last line counts checks and tests, after every failure was shown', () => {
	const tally = new Tally();
	tally.pass('prettier');
	tally.fail('eslint', 'line 3');
	tally.take('tests', { success: false, testResults: [file('passed', 'failed', 'pending', 'todo')] }, 1);
	const summary = tally.summary();
	expect(summary.endsWith('\n2 passed, 2 failed, 2 skipped\n')).toBe(true);
	expect(summary).toContain('✗ eslint\n  line 3');
	expect(summary).toContain('✗ a failed test\n  why');
});

test('TST-2: a run that crashed, left no report, or failed outside of a test counts as failed', async () => {
	const failedAfter = (report: Parameters<Tally['take']>[1], code: number) => {
		const tally = new Tally();
		tally.take('tests', report, code);
		return tally.failed;
	};
	expect(failedAfter(null, 139)).toBe(1);
	expect(failedAfter(null, 0)).toBe(1);
	expect(failedAfter({ success: false, testResults: [file('passed')] }, 1)).toBe(1);
	const unloaded = { name: 'y.test.ts', status: 'failed', message: 'syntax', assertionResults: [] };
	expect(failedAfter({ success: false, testResults: [unloaded] }, 1)).toBe(1);
	expect(failedAfter({ success: true, testResults: [file('passed')] }, 0)).toBe(0);

	const folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-report-'));
	await writeFile(join(folder, 'cut.json'), '{"success":true,"testResults":[');
	expect(readVitestReport(join(folder, 'cut.json'))).toBeNull();
	expect(readVitestReport(join(folder, 'missing.json'))).toBeNull();
	await rm(folder, { recursive: true });
	expect((await runQuietly(['kt-no-such-program'])).code).toBe(-1);
});

test('TST-3: a package below the version that closed a hole fails the run', async () => {
	expect(isOlder('4.2.6', '4.2.7')).toBe(true);
	expect(isOlder('4.10.0', '4.9.9')).toBe(false);
	expect(isOlder('8.21.0-beta.1', '8.21.0')).toBe(true);
	expect(oldPackages(join(ROOT, 'package-lock.json'))).toBeNull();
	const folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-lock-'));
	const packages = {
		'node_modules/a/node_modules/ws': { version: '8.18.0' },
		'node_modules/ws': { version: '8.23.0' }
	};
	await writeFile(join(folder, 'lock.json'), JSON.stringify({ packages }));
	expect(oldPackages(join(folder, 'lock.json'))).toContain('node_modules/a/node_modules/ws is 8.18.0');
	await rm(folder, { recursive: true });
});

test.each([
	['src/lib/core/x.ts', "import { a } from '../server/db';", 1],
	['src/lib/core/x.ts', "import { a } from 'node:fs';", 1],
	['src/lib/core/x.ts', "import { a } from './y';", 0],
	['src/lib/core/x.test.ts', "import { a } from 'vitest';", 0],
	['src/lib/sync/x.ts', "import { a } from '$lib/client/y';", 1],
	['src/lib/server/x.ts', "import { a } from '$lib/client/y';", 1],
	['src/lib/client/x.ts', "export { a } from '$lib/server/y';", 1],
	['src/lib/client/x.ts', "export const a = () => import('../server/y');", 1],
	['src/lib/ui/x.ts', "import { a } from '$lib/client/y';", 1],
	['src/routes/+page.ts', "import { a } from '$lib/server/y';", 1],
	['src/routes/+page.server.ts', "import { a } from '$lib/server/y';", 0],
	['src/routes/api/+server.ts', "import { a } from '$lib/server/y';", 0]
])('TST-4: in %s, %s is reported %i times by the floors', async (filePath, code, count) => {
	const eslint = new ESLint({ cwd: ROOT });
	const [result] = await eslint.lintText(`${code}\n`, { filePath: join(ROOT, filePath) });
	const found = result?.messages.filter((message) => message.ruleId === 'house/floors') ?? [];
	expect(found).toHaveLength(count);
});
