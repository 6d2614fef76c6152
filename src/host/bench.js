/**
 * `npm run bench [-- name…] [--strict]`: builds when needed, then prints one line of JSON a figure. A missed goal is
 * printed as missed and is no error, except with `--strict`; a bench that breaks is.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './config.js';
import { ensureBuilt } from './build.js';
import { describeFailure, exitWith } from './host-error.js';
import { ensureInstalled } from './install.js';

/** @typedef {import('../../tests/bench/support/figures.js').Line} Line */

async function main() {
	const words = process.argv.slice(2);
	const strict = words.includes('--strict');
	const named = words.filter((word) => !word.startsWith('--'));
	await ensureInstalled(ROOT);
	await ensureBuilt(ROOT, { onFailure: (output) => void process.stderr.write(output) });
	const folder = join(ROOT, 'tests/bench');
	const { goals } = await import(pathToFileURL(join(folder, 'goals.js')).href);
	const { judged } = await import(pathToFileURL(join(folder, 'support/figures.js')).href);
	const names = Object.keys(goals);
	const unknown = named.find((name) => !names.includes(name));
	if (unknown) throw new Error(`no bench "${unknown}"; there are: ${names.join(', ')}`);
	let missed = 0;
	/** @param {Line} line */
	const print = (line) => {
		if (line.ok === false) missed++;
		process.stdout.write(`${JSON.stringify(line)}\n`);
	};
	for (const name of named.length > 0 ? named : names) {
		const file = join(folder, `${name}.js`);
		if (!existsSync(file)) {
			for (const goal of goals[name]) print(judged(goal.name, null, null, 'no bench yet'));
			continue;
		}
		try {
			const { bench } = await import(pathToFileURL(file).href);
			await bench(print);
		} catch (error) {
			process.stderr.write(`${name}: ${describeFailure(error)}\n`);
			process.exitCode = 2;
		}
	}
	if (strict && missed > 0 && !process.exitCode) process.exitCode = 1;
}

main().catch(exitWith);
