/** The product as its users start it: `node src/host/start.js` on a folder of its own, free ports, real database. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Product = {
	base: string;
	https: number;
	pid: number;
	dataDir: string;
	/** Lines printed since the start. */
	output: () => string;
	/** Link printed for a label, e.g. `setup` or a role in the demo: path and fragment. */
	link(label: string): string;
	/** Sends a signal to node alone; resolves when it is gone. */
	kill(signal: NodeJS.Signals): Promise<void>;
	stop(): Promise<void>;
};

export type StartOptions = {
	demo?: boolean;
	dataDir?: string;
	port?: number;
	env?: Record<string, string>;
	/** The folder of another version of the product. */
	root?: string;
};

export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'khanh-tiet-'));

/** Resolves when the product says it is ready; rejects with its output when it ends before. */
export async function startProduct(options: StartOptions = {}): Promise<Product> {
	const dataDir = options.dataDir ?? (await newDataDir());
	const child = spawn(process.execPath, ['src/host/start.js', ...(options.demo ? ['--demo'] : [])], {
		cwd: options.root ?? ROOT,
		env: {
			...process.env,
			NODE_ENV: 'production',
			VITEST: '',
			HOST: '127.0.0.1',
			PORT: String(options.port ?? 0),
			HTTPS_PORT: '0',
			DATA_DIR: dataDir,
			KT_READY_JSON: '1',
			...options.env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let text = '';
	const ready = await new Promise<{ http: number; https: number; links: { key: string; url: string }[] }>(
		(resolve, fail) => {
			const take = (chunk: Buffer) => {
				text += chunk.toString();
				const line = /khanh-tiet ready (\{.*\})/.exec(text);
				if (line?.[1]) resolve(JSON.parse(line[1]));
			};
			child.stdout.on('data', take);
			child.stderr.on('data', take);
			child.once('exit', (code) => fail(new Error(`the product ended with ${code}:\n${text}`)));
		}
	);
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	return {
		base: `http://127.0.0.1:${ready.http}`,
		https: ready.https,
		pid: child.pid ?? 0,
		dataDir,
		output: () => text,
		link(label) {
			const found = ready.links.find((one) => one.key === label);
			if (!found) throw new Error(`no link "${label}" in:\n${text}`);
			return found.url;
		},
		async kill(signal) {
			child.kill(signal);
			await gone;
		},
		async stop() {
			if (!exited(child)) child.kill('SIGTERM');
			await gone;
			if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
		}
	};
}

const exited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
