/** Runs a program to its end and keeps what it said, for a report that shows only what matters. */
import { spawn } from 'node:child_process';
import { ROOT } from './config.js';

/**
 * @param {string[]} command
 * @param {{ env?: Record<string, string>, show?: boolean, cwd?: string }} [options] `show`: also pass it on live
 * @returns {Promise<{ code: number, output: string }>} code -1 when it could not be started or was killed
 */
export function runQuietly([program = '', ...args], options = {}) {
	return new Promise((resolve) => {
		let output = '';
		const child = spawn(program, args, {
			cwd: options.cwd ?? ROOT,
			env: { ...process.env, ...options.env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		const take = (/** @type {Buffer} */ chunk) => {
			output += chunk.toString();
			if (options.show) process.stdout.write(chunk);
		};
		child.stdout.on('data', take);
		child.stderr.on('data', take);
		child.once('error', (error) => resolve({ code: -1, output: `${output}\n${error.message}` }));
		child.once('close', (code, signal) => {
			resolve({ code: code ?? -1, output: signal ? `${output}\nkilled by ${signal}` : output });
		});
	});
}
