/** What can be known about another process by its id. Node built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { codeOf } from './host-error.js';

/**
 * 'zombie' is a process that ended and was never reaped (a container without an init): it answers signals,
 * does nothing, and must not count as running.
 * @param {number} pid
 * @returns {'running' | 'zombie' | 'gone'}
 */
export function processState(pid) {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (codeOf(error) !== 'EPERM') return 'gone';
	}
	if (process.platform !== 'linux') return 'running';
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
		const state = stat.slice(stat.lastIndexOf(')') + 2)[0];
		return state === 'Z' || state === 'X' ? 'zombie' : 'running';
	} catch (error) {
		if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return 'gone';
		throw error;
	}
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
	return processState(pid) === 'running';
}

/**
 * @param {number} pid
 * @returns {string} its command line, or '' when it cannot be read
 */
export function commandOf(pid) {
	const proc = `/proc/${pid}/cmdline`;
	if (existsSync(proc)) return readFileSync(proc, 'utf8').replaceAll('\0', ' ').trim();
	const [command, args] =
		process.platform === 'win32'
			? ['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']]
			: ['ps', ['-p', String(pid), '-o', 'command=']];
	return spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim() ?? '';
}
