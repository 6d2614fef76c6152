/** The product as its users start it, on a folder of its own, with an administrator to prepare conferences. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callsOf } from './child.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PROBE = new URL('./memory-probe.js', import.meta.url).href;
const PASSWORD = 'mat-khau-de-do-luong-2025';

/**
 * @typedef {object} Product
 * @property {string} base
 * @property {(path: string, body?: unknown) => Promise<any>} api JSON as administrator, under /api/v1
 * @property {(conference: string, role: string) => Promise<string>} token of a device of that role
 * @property {() => Promise<{ rss: number, heap: number }>} memory after a full collection, bytes; only with `probe`
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ probe?: boolean, flags?: string[] }} [options] `probe`: with a collector that can be called
 * @returns {Promise<Product>}
 */
export async function startProduct({ probe = false, flags = [] } = {}) {
	const dataDir = await mkdtemp(join(tmpdir(), 'khanh-tiet-bench-'));
	const probing = probe ? ['--expose-gc', '--import', PROBE] : [];
	const profiling = process.env.KT_BENCH_NODE_FLAGS?.split(' ').filter(Boolean) ?? [];
	const child = spawn(process.execPath, [...flags, ...profiling, ...probing, 'src/host/start.js'], {
		cwd: ROOT,
		env: {
			...process.env,
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: '0',
			HTTPS_PORT: '0',
			DATA_DIR: dataDir,
			KT_READY_JSON: '1'
		},
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
	const { http, links } = await readiness(child);
	const calls = callsOf(child, 'the product');
	const base = `http://127.0.0.1:${http}`;
	let cookie = '';

	/** @param {string} path @param {unknown} [body] */
	async function api(path, body) {
		const response = await fetch(`${base}/api/v1${path}`, {
			method: body === undefined ? 'GET' : 'POST',
			headers: {
				cookie,
				'kt-as': 'admin',
				...(body !== undefined && { 'content-type': 'application/json' })
			},
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
		cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
		return JSON.parse(text);
	}
	const setup = links.find((/** @type {{ key: string }} */ link) => link.key === 'setup').url;
	await api('/setup', { secret: setup.slice(setup.indexOf('#') + 1), name: 'bench', password: PASSWORD });
	return {
		base,
		api,
		token: async (conference, role) =>
			(await api(`/conferences/${conference}/devices`, { name: role, role, desk: null })).secret,
		memory: () => calls.call('memory'),
		async stop() {
			await calls.stop();
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ http: number, links: any }>}
 */
function readiness(child) {
	let text = '';
	return new Promise((resolve, reject) => {
		/** @param {Buffer} chunk */
		const take = (chunk) => {
			text += chunk.toString();
			const line = /khanh-tiet ready (\{.*\})/.exec(text);
			if (line?.[1]) resolve(JSON.parse(line[1]));
		};
		child.stdout?.on('data', take);
		child.stderr?.on('data', take);
		child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${text}`)));
	});
}

let ids = 0;
/** @param {string} type @param {Record<string, unknown>} payload */
export const command = (type, payload) => ({ id: `bench-${process.pid}-${++ids}`, type, payload });

/**
 * @param {Product} product
 * @param {string} conference
 * @param {ReturnType<typeof command>[]} commands
 */
export async function submit(product, conference, commands) {
	const { answers } = await product.api(`/conferences/${conference}/commands`, { commands });
	const refused = answers.find((/** @type {{ ok: boolean }} */ answer) => !answer.ok);
	if (refused) throw new Error(JSON.stringify(refused));
}

/**
 * The sample conference, live, with this many delegates.
 * @param {Product} product
 * @param {number} delegates 150 or more
 * @param {(index: number) => string} [nameOf] names of those beyond the sample's 150
 * @returns {Promise<{ id: string, delegates: string[] }>}
 */
export async function conferenceOf(product, delegates, nameOf = (index) => `Nông Thị Đại Biểu ${index}`) {
	const { id } = await product.api('/demo', {});
	const all = Array.from({ length: 150 }, (_, i) => `d${String(i + 1).padStart(3, '0')}`);
	for (let from = 150; from < delegates; from += 500) {
		const people = Array.from({ length: Math.min(500, delegates - from) }, (_, i) =>
			personOf(from + i, nameOf(from + i))
		);
		await submit(product, id, [command('delegate.import', { delegates: people })]);
		all.push(...people.map((person) => person.id));
	}
	return { id, delegates: all };
}

/** @param {number} index @param {string} name */
function personOf(index, name) {
	return {
		id: `more${index}`,
		kind: 'official',
		unit: `Xóm ${index % 60}`,
		group: null,
		vip: false,
		tier: 50,
		bloc: 6,
		officeRank: 90,
		lockedOrder: null,
		invitationNumber: `GM-${String(index).padStart(4, '0')}`,
		personal: { honorific: index % 2 ? 'Ông' : 'Bà', name, title: 'Trưởng xóm' }
	};
}
