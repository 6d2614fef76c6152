/**
 * What is found in a data folder before anything is installed: a database whose node died, or a node that
 * still runs. Node built-ins only.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HostError, codeOf } from './host-error.js';
import { commandOf, isAlive } from './processes.js';

const NODE_FILE = 'node.pid';
const STOP_MS = 10_000;

/**
 * @param {string} cluster
 * @returns {{ pid: number, port: number } | null} port 0 while it is still starting
 */
export function readPostmaster(cluster) {
	try {
		const parts = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
		const pid = Number(parts[0]);
		const port = Number(parts[3]);
		return pid > 0 ? { pid, port: port > 0 ? port : 0 } : null;
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw error;
	}
}

/**
 * Stops a database left by a node that died, before its programs are replaced below it. SIGINT is
 * PostgreSQL's fast stop; it needs none of its programs, which may be gone already.
 * @param {string} dataDir
 */
export async function stopOrphan(dataDir) {
	const found = readPostmaster(join(dataDir, 'postgres/cluster'));
	if (!found || !isAlive(found.pid) || !/postgres/i.test(commandOf(found.pid))) return;
	process.kill(found.pid, 'SIGINT');
	const deadline = performance.now() + STOP_MS;
	while (isAlive(found.pid) && performance.now() < deadline) await wait(50);
}

/**
 * The advisory lock decides who may run; this only keeps a second start from replacing packages or the
 * build below the first.
 * @param {string} dataDir
 * @throws {HostError} already_running
 */
export function refuseBesideLiveNode(dataDir) {
	const path = join(dataDir, NODE_FILE);
	if (!existsSync(path)) return;
	const pid = Number(readFileSync(path, 'utf8'));
	if (pid !== process.pid && isAlive(pid) && /host\/start\.js/.test(commandOf(pid).replaceAll('\\', '/'))) {
		throw new HostError('already_running', { path: dataDir });
	}
}

/** @param {string} dataDir */
export function noteNode(dataDir) {
	writeFileSync(join(dataDir, NODE_FILE), String(process.pid));
}

/** @param {string} dataDir */
export function forgetNode(dataDir) {
	rmSync(join(dataDir, NODE_FILE), { force: true });
}
