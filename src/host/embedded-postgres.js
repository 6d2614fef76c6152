/**
 * Drives a real PostgreSQL in a folder of ours: create, start or adopt, stop, start again after a death.
 * Assumes one machine and a local disk. Layout: `<dataDir>/postgres/{cluster,password,log}`.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { ensureWritable } from './config.js';
import { HostError, codeOf, messageOf } from './host-error.js';
import { postgresPrograms } from './postgres-files.js';
import { readPostmaster } from './orphan.js';
import { commandOf, isAlive, processState } from './processes.js';

const DATABASE = 'khanhtiet';
const RETRY_MS = 5000;
/** Above what any system hands out: nobody answers to it. */
const DEAD_PID = 2_147_483_646;
const WATCH_MS = 250;
const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

/** Durable, quiet, and without a statement or a value of anybody's in the log. */
const SETTINGS = `# Written at each start by the host.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = on
synchronous_commit = on
full_page_writes = on
max_connections = 60
shared_buffers = '64MB'
huge_pages = off
jit = off
timezone = 'UTC'
log_min_messages = warning
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
`;

/**
 * @typedef {object} EmbeddedDatabase
 * @property {string} url of the application's database, superuser
 * @property {number} port
 * @property {number} pid of the postmaster now
 * @property {boolean} adopted it was running already
 * @property {() => Promise<void>} stop `-m fast`: everything committed stays, a restart needs no recovery
 * @property {(listener: () => void) => void} onDied called once a death, not for stop()
 * @property {() => Promise<void>} restart on the same port; throws HostError
 */

/**
 * @param {{ dataDir: string }} options
 * @returns {Promise<EmbeddedDatabase>}
 * @throws {HostError} data_dir_not_writable, cluster_init_failed, cluster_foreign, database_start_failed and
 * those of postgresPrograms
 */
export async function startEmbedded({ dataDir }) {
	ensureWritable(dataDir);
	const home = join(dataDir, 'postgres');
	const programs = postgresPrograms();
	if (!existsSync(join(home, 'cluster/PG_VERSION'))) await createCluster(programs, dataDir, home);
	ensureWritable(home);
	const place = {
		programs,
		cluster: realpathSync(join(home, 'cluster')),
		log: join(home, 'log'),
		password: readFileSync(join(home, 'password'), 'utf8').trim()
	};
	const started = await startOrAdopt(place, 0);
	await ensureDatabase(urlOf(place, started.port, 'postgres'));
	return supervise(place, started);
}

/** @typedef {{ programs: import('./postgres-files.js').Programs, cluster: string, log: string, password: string }} Place */
/** @typedef {{ pid: number, port: number, adopted: boolean }} Running */

/**
 * Made whole under another name and moved: two starts at once, or a power cut, leave no half cluster.
 * @param {import('./postgres-files.js').Programs} programs
 * @param {string} dataDir
 * @param {string} home
 */
async function createCluster(programs, dataDir, home) {
	for (const name of readdirSync(dataDir)) {
		const match = /^postgres-new-(\d+)-[0-9a-f]+$/.exec(name);
		if (match && !isAlive(Number(match[1]))) rmSync(join(dataDir, name), { recursive: true, force: true });
	}
	const beside = join(dataDir, `postgres-new-${process.pid}-${randomBytes(4).toString('hex')}`);
	rmSync(beside, { recursive: true, force: true });
	mkdirSync(beside, { recursive: true, mode: 0o700 });
	const password = join(beside, 'password');
	writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
	const result = await run(
		programs.command('initdb', [
			`--pgdata=${join(beside, 'cluster')}`,
			'--username=postgres',
			'--auth=scram-sha-256',
			`--pwfile=${password}`,
			'--encoding=UTF8',
			'--locale=C',
			'--no-instructions'
		])
	);
	if (result.code !== 0) {
		rmSync(beside, { recursive: true, force: true });
		throw new HostError('cluster_init_failed', { path: home, detail: lastLine(result.output) });
	}
	writeFileSync(join(beside, 'cluster/host.conf'), SETTINGS);
	appendFileSync(join(beside, 'cluster/postgresql.conf'), "\ninclude 'host.conf'\n");
	try {
		renameSync(beside, home);
	} catch (error) {
		rmSync(beside, { recursive: true, force: true });
		// Another start was quicker: its cluster is as good as ours.
		if (existsSync(join(home, 'cluster/PG_VERSION'))) return;
		throw new HostError('cluster_init_failed', { path: home, detail: messageOf(error) }, error);
	}
}

/**
 * @param {Place} place
 * @param {number} wantedPort 0 = any free one
 * @returns {Promise<Running>}
 */
async function startOrAdopt(place, wantedPort) {
	const begun = performance.now();
	const elapsed = () => performance.now() - begun;
	for (;;) {
		const found = readPostmaster(place.cluster);
		const state = found ? processState(found.pid) : 'gone';
		if (found && state === 'running') {
			if (await isOurs(place, found.port)) return { ...found, adopted: true };
			if (!/postgres/i.test(commandOf(found.pid))) {
				markAsDead(place.cluster);
			} else if (elapsed() > RETRY_MS) {
				throw new HostError('cluster_foreign', { path: place.cluster, pid: found.pid });
			} else {
				await wait(100);
				continue;
			}
		} else if (found && state === 'zombie') {
			// PostgreSQL would take the unreaped id for a running server, for ever.
			markAsDead(place.cluster);
		}
		const port = wantedPort || (await freePort());
		const result = await startOnce(place, port);
		const now = readPostmaster(place.cluster);
		if (result.code === 0 && now) return { ...now, adopted: false };
		const log = `${result.output}\n${tailOf(place.log)}`;
		const passing = /lock file|shared memory block|could not bind|in use|starting up|shutting down/i.test(
			log
		);
		if (!passing || elapsed() > RETRY_MS) {
			const detail = lastLine(
				log
					.split('\n')
					.filter((line) => /FATAL|could not/i.test(line))
					.join('\n') || log
			);
			throw new HostError('database_start_failed', { detail, log: place.log });
		}
		await wait(100);
	}
}

/**
 * The id in the lock file belongs to somebody else by now. Only the id is replaced: the file also names the
 * shared memory, by which PostgreSQL sees whether children of the dead server still write.
 * @param {string} cluster
 */
function markAsDead(cluster) {
	const path = join(cluster, 'postmaster.pid');
	const [, ...rest] = readFileSync(path, 'utf8').split('\n');
	writeFileSync(path, [DEAD_PID, ...rest].join('\n'));
}

/**
 * @param {Place} place
 * @param {number} port
 */
function startOnce(place, port) {
	writeFileSync(join(place.cluster, 'host.conf'), `${SETTINGS}port = ${port}\n`);
	// Errors of earlier starts must not be read as this one's.
	if (existsSync(place.log) && statSync(place.log).size > LOG_LIMIT_BYTES) truncateSync(place.log);
	appendFileSync(place.log, `--- start on port ${port}\n`, { mode: 0o600 });
	chmodSync(place.log, 0o600);
	return run(
		place.programs.command('pg_ctl', ['start', '-w', '-t', '60', '-s', '-D', place.cluster, '-l', place.log])
	);
}

/**
 * @param {Place} place
 * @param {Running} first
 * @returns {EmbeddedDatabase}
 */
function supervise(place, first) {
	let running = first;
	let watching = true;
	/** @type {Array<() => void>} */
	const listeners = [];
	const timer = setInterval(() => {
		if (!watching || isAlive(running.pid)) return;
		watching = false;
		for (const listener of listeners) listener();
	}, WATCH_MS);
	timer.unref();
	return {
		url: urlOf(place, first.port, DATABASE),
		port: first.port,
		adopted: first.adopted,
		get pid() {
			return running.pid;
		},
		onDied: (listener) => void listeners.push(listener),
		async restart() {
			running = await startOrAdopt(place, first.port);
			watching = true;
		},
		async stop() {
			watching = false;
			clearInterval(timer);
			await stopCluster(place.programs, place.cluster);
		}
	};
}

/**
 * Stops whatever runs in this cluster folder, if anything does.
 * @param {import('./postgres-files.js').Programs} programs
 * @param {string} cluster
 */
async function stopCluster(programs, cluster) {
	const found = readPostmaster(cluster);
	if (!found || !isAlive(found.pid)) return;
	const fast = await run(
		programs.command('pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '30', '-s', '-D', cluster])
	);
	if (fast.code === 0 || !isAlive(found.pid)) return;
	await run(programs.command('pg_ctl', ['stop', '-m', 'immediate', '-w', '-t', '10', '-s', '-D', cluster]));
}

/**
 * Ours only if it takes our password and serves our folder.
 * @param {Place} place
 * @param {number} port
 */
async function isOurs(place, port) {
	if (port === 0) return false;
	const sql = postgres(urlOf(place, port, 'postgres'), {
		max: 1,
		connect_timeout: 2,
		onnotice: () => undefined
	});
	try {
		const [row] = await sql`show data_directory`;
		return realpathSync(String(row?.data_directory)) === place.cluster;
	} catch {
		// Refused, still starting, a stranger: the caller decides by looking again.
		return false;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

/** @param {string} adminUrl */
async function ensureDatabase(adminUrl) {
	const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
	try {
		const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
		if (found.length === 0) await sql.unsafe(`create database ${DATABASE}`);
	} catch (error) {
		// 42P04, 23505: another start created it between the two statements.
		if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

/**
 * @param {Place} place
 * @param {number} port
 * @param {string} database
 */
function urlOf(place, port, database) {
	return `postgres://postgres:${encodeURIComponent(place.password)}@127.0.0.1:${port}/${database}`;
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
		});
	});
}

/**
 * @param {string[]} command
 * @returns {Promise<{ code: number, output: string }>}
 */
function run([program = '', ...args]) {
	return new Promise((resolve, reject) => {
		// English messages, whatever the machine speaks: retries depend on them.
		const env = { ...process.env, LC_ALL: 'C', LANG: 'C' };
		const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
		let output = '';
		const take = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
		child.stdout.on('data', take);
		child.stderr.on('data', take);
		child.once('error', reject);
		// 'exit', not 'close': on Windows the server keeps the pipes of its launcher open.
		child.once('exit', (code) => setImmediate(() => resolve({ code: code ?? -1, output })));
	});
}

/** @param {string} path */
function tailOf(path) {
	if (!existsSync(path)) return '';
	const text = readFileSync(path, 'utf8');
	return text.slice(text.lastIndexOf('--- start on port'));
}

/** @param {string} text */
function lastLine(text) {
	return text.trim().split('\n').at(-1)?.trim() ?? '';
}
