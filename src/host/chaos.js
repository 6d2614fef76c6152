/**
 * `npm run chaos -- [--level simulated|real] [--rounds N] [--seed S] [--events 2000] [--kills N]`: days in which
 * everything fails, one line of JSON a level. Ends with 1 when anything was lost, counted twice or differs.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from './config.js';
import { ensureBuilt } from './build.js';
import { exitWith } from './host-error.js';
import { ensureInstalled } from './install.js';

/** @typedef {import('../../tests/chaos/main.js').Options} Options */

const LEVELS = /** @type {const} */ (['simulated', 'real']);

/** @param {string | undefined} text @param {number} otherwise @returns {number} a natural number */
function count(text, otherwise) {
	const value = text === undefined ? otherwise : Number(text);
	if (!Number.isSafeInteger(value) || value < 0) throw new Error(`"${text}" is no number`);
	return value;
}

/**
 * The levels are written in TypeScript and use the product's own modules: bundled once, they run at full speed.
 * @returns {Promise<typeof import('../../tests/chaos/main.js')>}
 */
async function loadChaos() {
	const { build } = await import('vite');
	const outDir = await mkdtemp(join(ROOT, 'node_modules/.kt-chaos-'));
	try {
		await build({
			root: ROOT,
			configFile: false,
			logLevel: 'error',
			build: { ssr: join(ROOT, 'tests/chaos/main.ts'), outDir, minify: false },
			ssr: { target: 'node' }
		});
		return await import(pathToFileURL(join(outDir, 'main.js')).href);
	} finally {
		await rm(outDir, { recursive: true, force: true });
	}
}

async function main() {
	const { values } = parseArgs({
		options: {
			level: { type: 'string' },
			rounds: { type: 'string' },
			seed: { type: 'string' },
			events: { type: 'string' },
			kills: { type: 'string' }
		}
	});
	const levels = LEVELS.filter((level) => values.level === undefined || values.level === level);
	if (levels.length === 0) throw new Error(`no level "${values.level}"; there are: ${LEVELS.join(', ')}`);
	/** @type {Options} */
	const options = {
		rounds: count(values.rounds, 200),
		seed: count(values.seed, 1),
		events: count(values.events, 2000),
		kills: count(values.kills, 6)
	};
	await ensureInstalled(ROOT);
	if (levels.includes('real'))
		await ensureBuilt(ROOT, { onFailure: (output) => void process.stderr.write(output) });
	const { runLevel } = await loadChaos();
	for (const level of levels) {
		const { line, failures } = await runLevel(level, options);
		process.stdout.write(`${JSON.stringify(line)}\n`);
		for (const failure of failures) process.stderr.write(`${failure}\n`);
		if (line.lost + line.doubleCounted + line.diverged > 0) process.exitCode = 1;
	}
}

main().catch(exitWith);
