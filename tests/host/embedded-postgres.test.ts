/** The embedded database on a real disk with real kills. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded, type EmbeddedDatabase } from '../../src/host/embedded-postgres.js';
import { holdNodeLock } from '../../src/host/node-lock.js';
import { readPostmaster, stopOrphan } from '../../src/host/orphan.js';
import { commandOf, isAlive, processState } from '../../src/host/processes.js';
import { eventually } from './eventually';

let dataDir: string;
const open: EmbeddedDatabase[] = [];

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'khanh-tiet-edb-'));
});

afterEach(async () => {
	for (const database of open.splice(0)) await database.stop();
	await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
	const database = await startEmbedded({ dataDir });
	open.push(database);
	return database;
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		return [...(await sql.unsafe(statement))];
	} finally {
		await sql.end();
	}
}

test('EDB-1: a committed row survives kill -9 of the database, and the same address answers again', async () => {
	const database = await start();
	await query(database.url, 'create table fact (id int primary key)');
	await query(database.url, 'insert into fact values (7)');
	const died = new Promise<void>((resolve) => database.onDied(resolve));
	const first = database.pid;
	process.kill(first, 'SIGKILL');
	await died;
	await database.restart();
	expect(database.pid).not.toBe(first);
	expect(await query(database.url, 'select id from fact')).toEqual([{ id: 7 }]);
});

test('EDB-2: a database left running by a node that died is adopted, not started twice', async () => {
	const first = await start();
	const second = await start();
	expect(second.adopted).toBe(true);
	expect(second.pid).toBe(first.pid);
	expect(second.url).toBe(first.url);
});

test('EDB-3: the database is durable, UTF-8, on loopback TCP only, and its password is for the owner alone', async () => {
	const { url } = await start();
	const [row] = await query(
		url,
		`select current_setting('fsync') f, current_setting('synchronous_commit') s,
		 current_setting('listen_addresses') l, current_setting('unix_socket_directories') u,
		 current_setting('server_encoding') e`
	);
	expect(row).toEqual({ f: 'on', s: 'on', l: '127.0.0.1', u: '', e: 'UTF8' });
	expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o077).toBe(0);
	expect((await stat(join(dataDir, 'postgres'))).mode & 0o077).toBe(0);
	const wrong = url.replace(/:[^:@]+@/, ':wrong@');
	await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

async function startAfterDeathWithLockFileOf(pid: number): Promise<void> {
	const first = await start();
	await query(first.url, 'create table fact (id int primary key)');
	const gone = new Promise<void>((resolve) => first.onDied(resolve));
	const path = join(dataDir, 'postgres/cluster/postmaster.pid');
	const lockFile = await readFile(path, 'utf8');
	process.kill(first.pid, 'SIGKILL');
	await gone;
	await writeFile(path, lockFile.replace(/^\d+/, String(pid)));
	const second = await start();
	expect(second.adopted).toBe(false);
	expect(await query(second.url, 'select count(*)::int as n from fact')).toEqual([{ n: 0 }]);
}

test('EDB-4: a lock file whose process id now belongs to a stranger does not stop the start', async () => {
	const stranger = spawn('sleep', ['600']);
	try {
		await startAfterDeathWithLockFileOf(stranger.pid ?? 0);
	} finally {
		stranger.kill();
	}
});

test.runIf(process.platform === 'linux')(
	'EDB-4: nor does one whose process ended and was never reaped',
	async () => {
		// The shell becomes a program that never asks for the child it once had.
		const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 601']);
		try {
			const [line] = await once(parent.stdout, 'data');
			const zombie = Number(String(line));
			await eventually(() => expect(commandOf(parent.pid ?? 0)).toBe('sleep 601'));
			process.kill(zombie);
			await eventually(() => expect(processState(zombie)).toBe('zombie'));
			await startAfterDeathWithLockFileOf(zombie);
		} finally {
			parent.kill();
		}
	}
);

test('EDB-5: two first starts at once end with one database', async () => {
	const [a, b] = await Promise.all([start(), start()]);
	expect(a.pid).toBe(b.pid);
	expect(await query(b.url, 'select current_database() as name')).toEqual([{ name: 'khanhtiet' }]);
});

test('EDB-6: the node lock admits one, and is taken again when the database was restarted', async () => {
	const database = await start();
	let lost = 0;
	const lock = await holdNodeLock(database.url, () => lost++);
	expect(lock).not.toBeNull();
	expect(await holdNodeLock(database.url, () => undefined)).toBeNull();

	const died = new Promise<void>((resolve) => database.onDied(resolve));
	process.kill(database.pid, 'SIGKILL');
	await died;
	await database.restart();
	await eventually(async () => {
		const held = await query(database.url, "select 1 from pg_locks where locktype = 'advisory' and granted");
		expect(held).toHaveLength(1);
	});
	expect(lost).toBe(0);
	await lock?.release();
	const next = await holdNodeLock(database.url, () => undefined);
	expect(next).not.toBeNull();
	await next?.release();
});

test('EDB-7: an orphan is stopped before its programs are replaced, without needing them', async () => {
	const database = await start();
	await stopOrphan(dataDir);
	expect(isAlive(database.pid)).toBe(false);
	expect(readPostmaster(join(dataDir, 'postgres/cluster'))).toBeNull();
});
