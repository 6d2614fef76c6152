import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io as connect, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../src/lib/protocol/version';
import { nextId, admit } from '../support/conference';
import type { Json } from '../support/node';
import { newDataDir, startProduct, type Product } from '../support/product';

/** What the eight devices wrote down themselves, outside the server: ids the server said were safe. */
type Journal = { acknowledged: string[] };

async function enrolled(product: Product, label: string): Promise<{ cookie: string; conference: string }> {
	const secret = product.link(label).split('#')[1];
	const response = await fetch(`${product.base}/api/v1/enrol`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ secret })
	});
	const json = (await response.json()) as { conference: string };
	const cookie = response.headers
		.getSetCookie()
		.map((c) => c.split(';')[0])
		.join('; ');
	return { cookie, conference: json.conference };
}

async function scriptTokens(
	product: Product,
	admin: { cookie: string; conference: string },
	role: string,
	count: number
) {
	const tokens: string[] = [];
	for (let i = 0; i < count; i++) {
		const response = await fetch(`${product.base}/api/v1/conferences/${admin.conference}/devices`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', cookie: admin.cookie, 'kt-as': 'admin' },
			body: JSON.stringify({ name: `${role} ${i}`, role })
		});
		tokens.push(((await response.json()) as { secret: string }).secret);
	}
	return tokens;
}

const open = (base: string, conference: string, bearer: string): Socket =>
	connect(base, {
		transports: ['websocket'],
		forceNew: true,
		reconnectionDelay: 50,
		reconnectionDelayMax: 200,
		auth: { protocol: PROTOCOL, conference, bearer }
	});

/** Admits without pause until told to stop; an id counts only when the server acknowledged it. */
function admitForever(socket: Socket, journal: Journal, stopped: () => boolean): Promise<void> {
	return (async () => {
		for (let i = 0; !stopped(); i++) {
			const command = admit(`d${String((i % 150) + 1).padStart(3, '0')}`, {}, nextId('crash'));
			while (!stopped()) {
				try {
					const answers: { ok: boolean }[] = await socket.timeout(300).emitWithAck('commands', [command]);
					if (!answers[0]?.ok) continue;
					journal.acknowledged.push(command.id);
					break;
				} catch {
					// No answer: the same command again, as an outbox would.
				}
			}
		}
	})();
}

const postmasterPid = (dataDir: string): number => {
	const found = execFileSync('find', [dataDir, '-name', 'postmaster.pid'], { encoding: 'utf8' })
		.trim()
		.split('\n')[0];
	return Number(readFileSync(join(found ?? ''), 'utf8').split('\n')[0]);
};

describe('kill -9 in mid-programme while eight devices admit', () => {
	let product: Product | null = null;
	afterEach(async () => {
		await product?.stop();
		product = null;
	});

	for (const victim of ['node', 'postgres', 'both'] as const)
		it(`DUR-1: ${victim} killed: the next start has the same item, the same clock, every acknowledged fact`, async () => {
			const dataDir = await newDataDir();
			product = await startProduct({ demo: true, dataDir });
			const port = Number(new URL(product.base).port);
			const admin = await enrolled(product, 'admin');
			const [stage] = await scriptTokens(product, admin, 'stage', 1);
			const doors = await scriptTokens(product, admin, 'reception', 8);
			const stageSocket = open(product.base, admin.conference, stage ?? '');
			const order = async (type: string, payload: unknown) => {
				const [answer] = await stageSocket
					.timeout(8000)
					.emitWithAck('commands', [{ id: nextId('order'), type, payload }]);
				expect(answer).toMatchObject({ ok: true });
			};
			await order('programme.next', { expectedItem: null });
			await order('programme.next', { expectedItem: 'i1p1' });
			await order('programme.hold', { expectedItem: 'i1p2' });
			await order('programme.adjust', { item: 'i1p2', minutes: 5 });
			const read = async (): Promise<Json> => {
				const response = await fetch(`${product?.base}/api/v1/conferences/${admin.conference}/replica`, {
					headers: { cookie: admin.cookie, 'kt-as': 'admin' }
				});
				expect(response.status).toBe(200);
				return response.json();
			};
			const before = (await read()).state.programme;

			const journal: Journal = { acknowledged: [] };
			let stop = false;
			const sockets = doors.map((token) => open(product?.base ?? '', admin.conference, token));
			const work = sockets.map((socket) => admitForever(socket, journal, () => stop));
			const grown = async (by: number) => {
				const from = journal.acknowledged.length;
				await expect
					.poll(() => journal.acknowledged.length, { timeout: 60_000, interval: 20 })
					.toBeGreaterThan(from + by);
			};
			await grown(200);
			if (victim !== 'node') process.kill(postmasterPid(dataDir), 'SIGKILL');
			if (victim === 'postgres') {
				// Node brings its database back by itself, and the door goes on.
				await grown(200);
			} else {
				await product.kill('SIGKILL');
				product = await startProduct({ dataDir, port });
				await grown(200);
			}
			stop = true;
			await Promise.all(work);
			for (const socket of [...sockets, stageSocket]) socket.disconnect();

			const after = await read();
			expect(after.state.programme).toEqual(before);
			expect(before.live.item).toBe('i1p2');
			const kept = new Set<string>();
			for (const bucket of after.state.admissions.admissions.buckets)
				for (const id in bucket ?? {}) kept.add(id);
			expect(journal.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
			expect(journal.acknowledged.length).toBeGreaterThan(400);
			expect(new Set(journal.acknowledged).size).toBe(journal.acknowledged.length);
		}, 180_000);
});
