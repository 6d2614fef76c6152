/**
 * `npm test`: every check and every test, also after an earlier one failed, from a fresh clone. With
 * `--checks` only what needs no running. The last line is `N passed, N failed, N skipped`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './config.js';
import { describeFailure, exitWith } from './host-error.js';
import { ensureInstalled, lockRefusal } from './install.js';
import { findTools } from './test-tools.js';
import { oldPackages } from './minimum-versions.js';
import { runQuietly } from './run-quietly.js';
import { Tally, readVitestReport } from './tally.js';

const OUT = join(ROOT, 'tests/.out');
const node = process.execPath;
const bin = (/** @type {string} */ path) => join(ROOT, 'node_modules', path);

/** @type {Array<{ name: string, command: string[] }>} */
const checks = [
	{ name: 'svelte-kit sync', command: [node, bin('@sveltejs/kit/svelte-kit.js'), 'sync'] },
	{
		name: 'prettier',
		command: [node, bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']
	},
	{ name: 'eslint', command: [node, bin('eslint/bin/eslint.js'), '.', '--no-warn-ignored'] },
	{
		name: 'svelte-check',
		command: [node, bin('svelte-check/bin/svelte-check'), '--fail-on-warnings', '--output', 'human']
	},
	{
		name: 'core compiles alone',
		command: [node, bin('typescript/bin/tsc'), '-p', 'src/lib/core/tsconfig.json']
	},
	{ name: 'knip', command: [node, bin('knip/bin/knip.js'), '--no-progress'] }
];

/**
 * @param {Tally} tally
 * @param {string} name
 * @param {() => Promise<string | null> | string | null} job gives the reason of a failure, or null
 */
async function check(tally, name, job) {
	const begun = performance.now();
	let reason;
	try {
		reason = await job();
	} catch (error) {
		reason = describeFailure(error);
	}
	const seconds = ((performance.now() - begun) / 1000).toFixed(1);
	if (reason === null) tally.pass(name);
	else tally.fail(name, reason);
	process.stdout.write(`${reason === null ? '✓' : '✗'} ${name} (${seconds} s)\n`);
}

/**
 * @param {Tally} tally
 * @param {string} name
 * @param {string[]} args of vitest
 * @param {Record<string, string>} env
 */
async function vitest(tally, name, args, env) {
	process.stdout.write(`\n▶ ${name}\n`);
	const report = join(OUT, `${name}-${process.pid}.json`);
	const command = [node, bin('vitest/vitest.mjs'), 'run', ...args];
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const result = await runQuietly([...command, ...reporters], { env, show: true });
	tally.take(name, readVitestReport(report), result.code);
}

async function main() {
	const checksOnly = process.argv.includes('--checks');
	await ensureInstalled(ROOT);
	mkdirSync(OUT, { recursive: true });
	const tally = new Tally();
	for (const { name, command } of checks) {
		await check(tally, name, async () => {
			const result = await runQuietly(command);
			return result.code === 0 ? null : result.output;
		});
	}
	await check(tally, 'npm ci takes the lock', () => lockRefusal(ROOT));
	await check(tally, 'minimum versions', () => oldPackages(join(ROOT, 'package-lock.json')));
	await check(tally, 'build', async () => {
		const { ensureBuilt } = await import('./build.js');
		let output = '';
		try {
			await ensureBuilt(ROOT, { onFailure: (text) => void (output = text) });
			return null;
		} catch (error) {
			return `${output}\n${describeFailure(error)}`;
		}
	});
	if (!checksOnly) {
		const tools = await findTools((line) => void process.stdout.write(`${line}\n`));
		await vitest(tally, 'tests', [], tools);
		await vitest(
			tally,
			'browser',
			['--config', 'tests/browser/vitest.config.ts', '--passWithNoTests'],
			tools
		);
	}
	process.stdout.write(tally.summary());
	// exitCode, not exit(): output still in the pipe must arrive.
	process.exitCode = tally.failed > 0 ? 1 : 0;
}

main().catch(exitWith);
