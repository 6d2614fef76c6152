import { connect as connectTcp } from 'node:net';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandTypes } from '../../src/lib/core/log/decide';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { vi as sentences } from '../../src/lib/ui/i18n/vi';
import { freshDatabase, type FreshDatabase } from '../database';
import { refusalCodes } from '../support/codes';
import { admit, demo, nextId } from '../support/conference';
import { startNode, type Json, type TestNode } from '../support/node';
import { samples } from '../support/samples';

const MB = 1024 * 1024;
const GENERAL = sentences['reject.general'];
type Answer = { id: string | null; ok: boolean; rejection?: { code: string; params?: { path?: string } } };

/** Every place in a payload, as a path of keys. */
function places(value: unknown, at: (string | number)[] = []): (string | number)[][] {
	if (value === null || typeof value !== 'object') return [at];
	return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))];
}
function replaced(value: unknown, [first, ...rest]: (string | number)[], by: unknown): unknown {
	if (first === undefined) return by;
	const copy: Record<string | number, unknown> = Array.isArray(value)
		? ([...value] as never)
		: { ...(value as object) };
	copy[first] = replaced(copy[first], rest, by);
	return copy;
}
/** None of these is right in any field of any command. */
const nonsense: unknown[] = [
	{ a: { b: [] } },
	[[[]]],
	'x\u0000y',
	'x\u0007y',
	'\ud800',
	-1.5e300,
	true,
	''.padEnd(70_001, 'x')
];
/** Right by type in some field: not nonsense there. */
const fits = (type: string, path: (string | number)[], by: unknown, was: unknown): boolean =>
	typeof by === 'boolean' && typeof was === 'boolean'
		? true
		: typeof by === 'number' && path.at(-1) === 'offset';

describe('what no server should be shown', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let log: ConferenceLog;
	let admin: string;
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
		log = await demo(node.app);
		admin = await node.token(log.id, 'admin');
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	/** The server goes on as if nothing had happened. */
	async function alive(): Promise<void> {
		const answer = await log.submit(admit('d001'), { kind: 'device', id: 'p1', role: 'reception' });
		expect(answer).toMatchObject({ ok: true });
		expect((await node.call('/templates')).status).toBe(200);
	}
	const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
		fetch(`${node.base}/api/v1${path}`, {
			method: 'POST',
			body,
			// What is refused before it was read leaves a connection that nobody should use again.
			headers: {
				authorization: `Bearer ${admin}`,
				'content-type': 'application/json',
				connection: 'close',
				...headers
			}
		});
	async function refused(response: Response, status: number, code: string): Promise<void> {
		const json: Json = await response.json();
		expect(response.status, JSON.stringify(json)).toBe(status);
		expect(json.error.code).toBe(code);
		expect(json.error.message).toBeTruthy();
		expect(json.error.message).not.toBe(GENERAL);
		expect(json.error.message).toMatch(/[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụ]/i);
	}
	const send = async (socket: Socket, list: unknown): Promise<Answer[]> =>
		(await socket.emitWithAck('commands', list)) as Answer[];

	it('BAD-1: a wrong type in any field of any command is “bad_shape”, and the server goes on', async () => {
		const { head } = log;
		let tried = 0;
		for (const type of commandTypes) {
			// Past the limit of one message only over HTTP; the socket has its own test.
			const list = places(samples[type]).flatMap((path) => {
				const was = path.reduce<Json>((value, key) => value?.[key], samples[type]);
				return nonsense
					.filter((by) => !fits(type, path, by, was))
					.map((by) => ({ id: nextId('bad'), type, payload: replaced(samples[type], path, by) }));
			});
			for (let at = 0; at < list.length; at += 10) {
				const chunk = list.slice(at, at + 10);
				const response = await post(`/conferences/${log.id}/commands`, JSON.stringify({ commands: chunk }));
				expect(response.status).toBe(200);
				const { answers }: { answers: Answer[] } = (await response.json()) as Json;
				answers.forEach((answer, i) => {
					tried++;
					const what = `${type} ${JSON.stringify(chunk[i]?.payload).slice(0, 300)}`;
					expect(answer.ok, what).toBe(false);
					expect(['bad_shape', 'not_allowed'], what).toContain(answer.rejection?.code);
				});
			}
		}
		expect(tried).toBeGreaterThan(1500);
		expect(log.head).toBe(head);
		await alive();
	});

	it('BAD-2: a field too much, a field missing, an unknown command: refused by name, with the place', async () => {
		const socket = await node.socket(log.id, { bearer: admin });
		const base = admit('d001');
		const [more, less, unknown, proto, noId, list] = await send(socket, [
			{ ...base, payload: { ...base.payload, admin: true } },
			{ ...base, payload: { ...base.payload, via: undefined } },
			{ ...base, type: 'door.open' },
			{ ...base, type: 'constructor' },
			{ type: 'door.admit', payload: {} },
			[]
		]);
		expect(more?.rejection?.code).toBe('bad_shape');
		expect(less?.rejection).toEqual({ code: 'bad_shape', params: { path: 'via' } });
		expect(unknown?.rejection?.code).toBe('unknown_command');
		expect(proto?.rejection?.code).toBe('unknown_command');
		expect(noId).toMatchObject({ id: null, rejection: { code: 'bad_shape' } });
		expect(list).toMatchObject({ id: null, rejection: { code: 'bad_shape' } });
		socket.disconnect();
	});

	it('BAD-3: names that every object has are no ids, anywhere', async () => {
		const { head } = log;
		const socket = await node.socket(log.id, { bearer: admin });
		for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
			const answers = await send(socket, [
				{ id: nextId(), type: 'programme.edit', payload: { item: name, patch: { title: 'x' } } },
				{ id: nextId(), type: 'programme.adjust', payload: { item: name, minutes: 1 } },
				{ id: nextId(), type: 'programme.insert', payload: { ...samples['programme.insert'], parent: name } },
				{
					id: nextId(),
					type: 'seat.assign',
					payload: { seats: [{ delegate: name, seat: { block: 'A', row: 1, seat: 1 } }] }
				},
				{ id: nextId(), type: 'delegate.edit', payload: { id: name, patch: { vip: true } } },
				{
					id: name.padEnd(8, '_'),
					type: 'door.admit',
					payload: { ...admit('d001').payload, delegate: name }
				},
				{ id: nextId(), type: 'device.change', payload: { id: name, role: 'mc', desk: null } }
			]);
			for (const answer of answers) expect(answer.ok, JSON.stringify(answer)).toBe(false);
			expect((await node.call(`/conferences/${name}`, { token: admin })).status).toBe(400);
			expect((await node.call(`/conferences/${log.id}/views/${name}`, { token: admin })).status).toBe(404);
			await expect(node.socket(name, { bearer: admin })).rejects.toThrow('bad_shape');
		}
		expect(log.head).toBe(head);
		expect(Object.keys(log.state.seating.seats)).not.toContain('__proto__');
		socket.disconnect();
		await alive();
	});

	it('BAD-4: fifty-one commands are too many; fifty go', async () => {
		const socket = await node.socket(log.id, { bearer: admin });
		const many = (n: number) => Array.from({ length: n }, () => admit('d002'));
		expect(await send(socket, many(51))).toEqual([{ id: null, ok: false, rejection: { code: 'too_large' } }]);
		expect((await send(socket, many(50))).every((answer) => answer.ok)).toBe(true);
		expect(await send(socket, 'door.admit')).toEqual([
			{ id: null, ok: false, rejection: { code: 'bad_shape' } }
		]);
		socket.disconnect();
		await refused(
			await post(`/conferences/${log.id}/commands`, JSON.stringify({ commands: many(51) })),
			400,
			'bad_shape'
		);
	});

	it('BAD-5: no JSON, half a JSON, JSON of another shape, JSON a hundred thousand deep', async () => {
		const path = `/conferences/${log.id}/commands`;
		await refused(await post(path, 'xin chào'), 400, 'bad_json');
		await refused(await post(path, '{"commands":['), 400, 'bad_json');
		await refused(await post(path, ''), 400, 'bad_json');
		await refused(await post(path, '[]'), 400, 'bad_shape');
		await refused(await post(path, 'null'), 400, 'bad_shape');
		const deep = '['.repeat(100_000) + ']'.repeat(100_000);
		await refused(await post(path, deep), 400, 'bad_shape');
		const inside = await post(
			path,
			`{"commands":[{"id":"deep-deep","type":"door.admit","payload":${deep}}]}`
		);
		expect(await inside.json()).toMatchObject({ answers: [{ ok: false, rejection: { code: 'bad_shape' } }] });
		await refused(await post('/session', JSON.stringify({ name: ['x'], password: {} })), 400, 'bad_shape');
		await refused(
			await post('/session', JSON.stringify({ name: 'a\u0000', password: 'x' })),
			400,
			'bad_shape'
		);
		await refused(await post('/setup', JSON.stringify({ secret: 5 })), 400, 'bad_shape');
		await refused(await post('/enrol', JSON.stringify({ code: '12345a' })), 400, 'bad_shape');
		await refused(await post(path, '{"commands":[]}', { 'content-type': 'text/plain' }), 400, 'bad_json');
		await alive();
	});

	it('BAD-6: ten megabytes are too much for JSON and just too much for a file, said in Vietnamese', async () => {
		const big = JSON.stringify({
			commands: [{ id: 'big-big-big', type: 'door.admit', payload: 'x'.repeat(10 * MB) }]
		});
		await refused(await post(`/conferences/${log.id}/commands`, big), 413, 'too_large');
		await refused(await post('/session', big), 413, 'too_large');
		// A conference that is called like the import route has the small limit as well.
		await refused(await post('/conferences/import/commands', big), 413, 'too_large');
		const file = new Uint8Array(10 * MB + 1);
		for (const path of ['import', 'import/preview'])
			await refused(
				await post(`/conferences/${log.id}/${path}`, file, { 'content-type': 'application/octet-stream' }),
				413,
				'file_too_large'
			);
		// Without a length in the header the bytes are counted as they come.
		const stream = new ReadableStream({
			start(controller) {
				for (let i = 0; i < 3; i++) controller.enqueue(new Uint8Array(MB));
				controller.close();
			}
		});
		const init = {
			method: 'POST',
			body: stream,
			duplex: 'half',
			headers: { 'content-type': 'application/json', connection: 'close' }
		};
		const response = await fetch(`${node.base}/api/v1/session`, init as RequestInit);
		await refused(response, 413, 'too_large');
		await alive();
	});

	it('BAD-7: files that are no list: broken .xlsx, old .xls, .ods, a picture, nothing', async () => {
		const before = log.head;
		const bytes = (...list: (number[] | string)[]) =>
			new Uint8Array(
				Buffer.concat(
					list.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one)))
				)
			);
		const ods = bytes(
			'PK\x03\x04',
			new Array<number>(22).fill(0),
			[8, 0, 0, 0],
			'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'
		);
		const files: [string, Uint8Array<ArrayBuffer>, number, string[]][] = [
			['ds.xlsx', bytes('PK\x03\x04', 'không phải tệp nén'.repeat(50)), 422, ['file_broken']],
			[
				'ds.xls',
				bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Array<number>(4096).fill(0)),
				415,
				['file_xls']
			],
			['ds.ods', ods, 415, ['file_ods', 'file_broken']],
			[
				'anh.csv',
				bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
				422,
				['file_not_table', 'file_broken']
			],
			['ds.csv', new Uint8Array(0), 422, ['file_empty']]
		];
		for (const [name, file, status, codes] of files)
			for (const route of ['import', 'import/preview']) {
				const response = await post(`/conferences/${log.id}/${route}?name=${name}`, file, {
					'content-type': 'application/octet-stream'
				});
				const json: Json = await response.json();
				expect(codes, `${name} ${JSON.stringify(json)}`).toContain(json.error?.code);
				if (codes.length === 1) expect(response.status, name).toBe(status);
				expect(json.error.message).not.toBe(GENERAL);
			}
		expect(log.head).toBe(before);
	});

	it('BAD-12: unknown paths and methods under /api/v1 answer JSON with a sentence', async () => {
		for (const [method, path] of [
			['GET', '/nowhere'],
			['GET', '/conferences/x/y/z'],
			['PUT', '/session'],
			['DELETE', `/conferences/${log.id}`],
			['GET', '/%00'],
			['GET', '/..%2f..%2fetc%2fpasswd']
		] as const) {
			const response = await fetch(`${node.base}/api/v1${path}`, { method });
			await refused(response, 404, 'not_found');
		}
		await refused(await fetch(`${node.base}/api/v1/conferences/%00/replica`), 400, 'bad_shape');
		await refused(
			await fetch(`${node.base}/api/v1/conferences/${log.id}/events?after=-1`, {
				headers: { authorization: `Bearer ${admin}` }
			}),
			400,
			'bad_shape'
		);
		await refused(
			await fetch(`${node.base}/api/v1/conferences/${log.id}/events?limit=1e9`, {
				headers: { authorization: `Bearer ${admin}` }
			}),
			400,
			'bad_shape'
		);
	});

	it('BAD-13: odd bytes on the line: half a request, no host, a header flood', async () => {
		const { port, hostname } = new URL(node.base);
		const line = (text: string) =>
			new Promise<string>((resolve) => {
				let got = '';
				const socket = connectTcp(Number(port), hostname, () => socket.end(text));
				socket.on('data', (chunk) => (got += chunk.toString('latin1')));
				socket.on('error', () => resolve(got));
				socket.on('close', () => resolve(got));
			});
		expect(await line('XIN CHAO\r\n\r\n')).toContain('400');
		expect(await line('GET /api/v1/templates HTTP/1.1\r\n\r\n')).toContain('400');
		await line('POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n{"na');
		await alive();
	});

	it('BAD-14: every code the server can refuse with has its own Vietnamese sentence', () => {
		const codes = refusalCodes();
		expect(codes.length).toBeGreaterThan(50);
		const missing = codes.filter((code) => !Object.hasOwn(sentences, `reject.${code}`));
		expect(missing, 'add the sentences to src/lib/ui/i18n/{vi,en}/refusals.ts').toEqual([]);
		for (const text of Object.values(sentences)) expect(text).toBe(text.normalize('NFC'));
	});

	it('BAD-15: extreme but well-formed values break no view', async () => {
		const socket = await node.socket(log.id, { bearer: admin });
		for (const startsAt of [8_640_000_000_000_000, -8_640_000_000_000, 0]) {
			await send(socket, [
				{ id: nextId(), type: 'conference.edit', payload: { patch: { startsAt, hardEnd: startsAt } } }
			]);
			for (const view of ['mc', 'chair', 'crew', 'projector', 'public', 'delegate'])
				expect(
					(await node.call(`/conferences/${log.id}/views/${view}`, { token: admin })).status,
					`${view} ${startsAt}`
				).toBe(200);
		}
		const wild = { claimedAt: 8_640_000_000_000_000, offset: -1.7e308 };
		const answers = await send(socket, [
			{ id: nextId('wild'), type: 'door.admit', payload: { ...admit('d006').payload, ...wild } },
			{
				id: nextId('wild'),
				type: 'door.admit',
				payload: { ...admit('d006').payload, claimedAt: 0, offset: 1.7e308 }
			}
		]);
		expect(answers.every((answer) => answer.ok)).toBe(true);
		expect((await node.call(`/conferences/${log.id}/replica`, { token: admin })).status).toBe(200);
		socket.disconnect();
		await alive();
	});
});
