/** `npm start` as a person meets it: the real process, real signals, real refusals. */
import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isAlive } from '../../src/host/processes.js';
import { eventually } from './eventually';
import { builtSnapshot, type Snapshot } from './snapshot';
import {
	databaseUrlOf,
	postmasterPid,
	spawnHost,
	startHost,
	type HostOptions,
	type HostProcess
} from './start-host';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ORDINARY_UID = 1000;
const asRoot = process.getuid?.() === 0;

let snapshot: Snapshot;
let dataDir: string;
const started: HostProcess[] = [];
const listeners: Server[] = [];

beforeAll(async () => {
	snapshot = await builtSnapshot();
}, 120_000);

afterAll(() => snapshot.remove());

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'khanh-tiet-run-'));
});

afterEach(async () => {
	for (const host of started.splice(0)) {
		if (host.child.exitCode === null && host.child.signalCode === null) host.child.kill('SIGINT');
		await host.exited;
	}
	for (const listener of listeners.splice(0)) listener.close();
	await rm(dataDir, { recursive: true, force: true });
});

async function start(options?: HostOptions) {
	const host = await startHost(dataDir, { root: snapshot.root, ...options });
	started.push(host);
	return host;
}

/** Runs to its end and gives what it said. */
async function refusedStart(options?: HostOptions): Promise<{ code: number | null; output: string }> {
	const host = spawnHost(dataDir, { root: snapshot.root, ...options });
	started.push(host);
	return { code: await host.exited, output: host.output() };
}

const health = (port: number) => fetch(`http://127.0.0.1:${port}/health`);

// Seconds are for the reader of the log: how fast this machine is says nothing about the start, what it repeats does.
test('RUN-1: a second start installs nothing, builds nothing, sets nothing up', async () => {
	const first = await start();
	expect((await health(first.http)).ok).toBe(true);
	first.child.kill('SIGINT');
	await first.exited;
	const begun = performance.now();
	const second = await start();
	expect((await health(second.http)).ok).toBe(true);
	console.info(`second start: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
	expect(second.output()).not.toMatch(/Đang cài|Đang dựng/);
});

test('RUN-2: a second process on the same data folder is refused with a sentence, the first goes on', async () => {
	const first = await start();
	const { code, output } = await refusedStart();
	expect(code).toBe(1);
	expect(output).toContain('Khánh Tiết đang chạy trên thư mục dữ liệu');
	expect(output).toContain('Another process already runs');
	expect(output).not.toMatch(/^\s+at /m);
	expect((await health(first.http)).ok).toBe(true);
});

test.each([['PORT'], ['HTTPS_PORT']])('RUN-3: a taken %s is told in one sentence', async (variable) => {
	const listener = createServer();
	listeners.push(listener);
	const port = await new Promise<number>((resolve) => {
		listener.listen(0, '0.0.0.0', () => {
			const address = listener.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
	const { code, output } = await refusedStart({ env: { [variable]: String(port) } });
	expect(code).toBe(1);
	expect(output.trim().split('\n')).toHaveLength(2);
	expect(output).toContain(`Cổng ${port} đang được chương trình khác dùng`);
	expect(output).toContain(variable);
});

test('RUN-4: a data folder without the right to write is told in one sentence', async () => {
	await chmod(dataDir, 0o555);
	const { code, output } = await refusedStart(asRoot ? { uid: ORDINARY_UID } : {});
	expect(code).toBe(1);
	expect(output.trim().split('\n')).toHaveLength(2);
	expect(output).toContain(`Không ghi được vào thư mục dữ liệu ${dataDir}`);
});

test('RUN-5: Ctrl-C, also when npm repeats it, stops cleanly and takes the database along', async () => {
	const host = await start();
	const database = await postmasterPid(dataDir);
	host.child.kill('SIGINT');
	// Signals of one kind sent at once arrive as one; the second comes while the first is being obeyed.
	await eventually(() => expect(host.output()).toContain('Đang dừng'));
	host.child.kill('SIGINT');
	expect(await host.exited).toBe(0);
	expect(host.output()).toContain('Đã dừng. Dữ liệu đã được ghi đầy đủ.');
	expect(isAlive(database)).toBe(false);
});

test('RUN-6: after kill -9 of the process the next start finds every committed row', async () => {
	const host = await start();
	const sql = postgres(await databaseUrlOf(dataDir), { max: 1 });
	await sql`create table kt_probe (id int primary key)`;
	await sql`insert into kt_probe values (42)`;
	await sql.end();
	host.child.kill('SIGKILL');
	await host.exited;
	const again = await start();
	expect((await health(again.http)).ok).toBe(true);
	const after = postgres(await databaseUrlOf(dataDir), { max: 1 });
	expect([...(await after`select id from kt_probe`)]).toEqual([{ id: 42 }]);
	await after.end();
});

test('RUN-7: a database that is killed under the running application comes back by itself', async () => {
	const host = await start();
	const first = await postmasterPid(dataDir);
	process.kill(first, 'SIGKILL');
	await eventually(() => expect(host.output()).toContain('Cơ sở dữ liệu đã chạy lại'));
	expect(await postmasterPid(dataDir)).not.toBe(first);
	await eventually(async () => expect((await health(host.http)).ok).toBe(true));
	const { code } = await refusedStart();
	expect(code, 'the lock was taken again').toBe(1);
});

test.each([
	['khong-phai-url', 'DATABASE_URL không đúng dạng'],
	['mysql://a:b@localhost/x', 'DATABASE_URL không đúng dạng'],
	['postgres://a:secret@127.0.0.1:1/x', 'Không kết nối được tới PostgreSQL tại 127.0.0.1:1']
])('RUN-8: DATABASE_URL=%s is told in one sentence that shows no password', async (url, sentence) => {
	const { code, output } = await refusedStart({ env: { DATABASE_URL: url } });
	expect(code).toBe(1);
	expect(output.trim().split('\n')).toHaveLength(2);
	expect(output).toContain(sentence);
	expect(output).not.toContain('secret');
});

test('RUN-8: a wrong setting is told in one sentence', async () => {
	const port = await refusedStart({ env: { PORT: 'http' } });
	expect(port.output).toContain('PORT="http" không phải là số cổng');
	const origin = await refusedStart({ env: { ORIGIN: 'hoinghi' } });
	expect(origin.output).toContain('ORIGIN="hoinghi" không phải là địa chỉ hợp lệ');
	expect([port.code, origin.code]).toEqual([1, 1]);
});

test.runIf(asRoot)(
	'RUN-9: it runs as an ordinary user as well as root below a folder of mode 0700',
	async () => {
		const root = await start();
		expect((await health(root.http)).ok).toBe(true);
		root.child.kill('SIGINT');
		await root.exited;
		await rm(dataDir, { recursive: true, force: true });
		dataDir = await mkdtemp(join(tmpdir(), 'khanh-tiet-run-'));
		await chown(dataDir, ORDINARY_UID, ORDINARY_UID);
		const ordinary = await start({ uid: ORDINARY_UID });
		expect((await health(ordinary.http)).ok).toBe(true);
	}
);

test('RUN-10: an older Node is told which version to install', () => {
	const script = `Object.defineProperty(process.versions, 'node', { value: '18.19.0' });
		import(${JSON.stringify(join(ROOT, 'src/host/start.js'))});`;
	const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
	expect(result.status).toBe(1);
	expect(result.stderr).toContain('Khánh Tiết cần Node.js 20.19 trở lên; máy này đang chạy 18.19.0');
});
