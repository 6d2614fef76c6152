/** The real application as its own process, on free ports and a data folder of the test's. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './eventually';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface HostProcess {
	child: ChildProcess;
	/** Everything printed so far, both streams. */
	output: () => string;
	exited: Promise<number | null>;
}

export interface RunningHost extends HostProcess {
	http: number;
	/** 0 where HTTPS is not served. */
	https: number;
}

export interface HostOptions {
	env?: Record<string, string>;
	args?: string[];
	/** The project to start: this one, or a snapshot of it. */
	root?: string;
	/** Ordinary account to run as; only root may choose one. */
	uid?: number;
}

export function spawnHost(dataDir: string, options: HostOptions = {}): HostProcess {
	const env: NodeJS.ProcessEnv = {
		...process.env,
		PORT: '0',
		HTTPS_PORT: '0',
		DATA_DIR: dataDir,
		KT_READY_JSON: '1',
		...options.env
	};
	for (const name of ['VITEST', 'NODE_ENV', 'DATABASE_URL', 'ORIGIN']) {
		if (!options.env?.[name]) delete env[name];
	}
	const account = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
	const root = options.root ?? ROOT;
	const child = spawn(process.execPath, [join(root, 'src/host/start.js'), ...(options.args ?? [])], {
		cwd: root,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
		...account
	});
	let text = '';
	const take = (chunk: Buffer): void => void (text += chunk.toString());
	child.stdout.on('data', take);
	child.stderr.on('data', take);
	const exited = once(child, 'close').then(() => child.exitCode);
	return { child, output: () => text, exited };
}

/** @throws with what it printed, when it ends or stays silent instead of becoming ready */
export async function startHost(dataDir: string, options: HostOptions = {}): Promise<RunningHost> {
	const host = spawnHost(dataDir, options);
	const ready = await eventually(() => {
		const found = /khanh-tiet ready \{"http":(\d+),"https":(\d+)/.exec(host.output());
		if (!found && host.child.exitCode === null) throw new Error(`not ready yet:\n${host.output()}`);
		return found;
	}, 60_000);
	if (!ready) throw new Error(`ended with code ${host.child.exitCode}:\n${host.output()}`);
	return { ...host, http: Number(ready[1]), https: Number(ready[2]) };
}

/** Address of the embedded database in a data folder, while it runs. */
export async function databaseUrlOf(dataDir: string): Promise<string> {
	const password = (await readFile(join(dataDir, 'postgres/password'), 'utf8')).trim();
	const lines = (await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n');
	return `postgres://postgres:${password}@127.0.0.1:${lines[3]}/khanhtiet`;
}

export async function postmasterPid(dataDir: string): Promise<number> {
	return Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
}
