import type { Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo } from '../support/conference';
import { startNode, type TestNode } from '../support/node';

type Answer = { id: string | null; ok: boolean };

describe('sockets that do not behave', () => {
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
		const socket = await node.socket(log.id, { bearer: admin });
		expect((await send(socket, [admit('d001')]))[0]?.ok).toBe(true);
		socket.disconnect();
	}
	const send = async (socket: Socket, list: unknown): Promise<Answer[]> =>
		(await socket.emitWithAck('commands', list)) as Answer[];

	it('BAD-8: a message over 64 KB closes that socket only', async () => {
		const victim = await node.socket(log.id, { bearer: admin });
		const other = await node.socket(log.id, { bearer: admin });
		const closed = new Promise((resolve) => victim.once('disconnect', resolve));
		victim.emit('commands', 'x'.repeat(65 * 1024), () => undefined);
		await closed;
		expect((await send(other, [admit('d003')]))[0]?.ok).toBe(true);
		other.disconnect();
	});

	it('BAD-9: hostile events over the socket: “error”, binary, no acknowledgement, nonsense for every event', async () => {
		const socket = await node.socket(log.id, { bearer: admin });
		for (const event of [
			'error',
			'constructor',
			'__proto__',
			'commands',
			'pull',
			'clock',
			'status',
			'nothing'
		])
			for (const load of [
				undefined,
				null,
				5,
				'x',
				[],
				{},
				[null],
				{ length: -1 },
				Buffer.from([1, 2, 3]),
				[[NaN, -1]],
				[1, 1.5],
				[1, 1e300]
			])
				socket.emit(event, load);
		const [pulled, clock]: unknown[] = await Promise.all([
			socket.emitWithAck('pull', [1, 1.5]),
			socket.emitWithAck('clock', Buffer.from('x'))
		]);
		expect(pulled).toEqual({ snapshot: true });
		expect(clock).toEqual(expect.any(Number));
		expect((await send(socket, [admit('d004')]))[0]?.ok).toBe(true);
		expect((await send(socket, Buffer.from('[]')))[0]).toMatchObject({ ok: false });
		socket.disconnect();
		await alive();
	});

	/** What a client that speaks no Socket.IO gets: resolves with what came before the close. */
	function raw(
		messages: (string | Buffer)[],
		path = '/socket.io/?EIO=4&transport=websocket'
	): Promise<string[]> {
		const ws = new WebSocket(node.base.replace('http', 'ws') + path);
		const got: string[] = [];
		return new Promise((resolve) => {
			ws.on('message', (data) => got.push(String(data)));
			ws.on('error', () => undefined);
			ws.on('unexpected-response', (request, response) => {
				request.destroy();
				resolve([`http ${response.statusCode}`]);
			});
			ws.on('close', () => resolve(got));
			ws.on('open', () => {
				for (const message of messages) ws.send(message);
				// The server has read all of it when it answers this; then it need not close by itself.
				ws.ping();
			});
			ws.on('pong', () => ws.close());
		});
	}
	it('BAD-10: malformed packets and handshakes end in a closed socket, never in a stopped server', async () => {
		const login = `40${JSON.stringify({ protocol: 1, conference: log.id, bearer: admin })}`;
		const bad: (string | Buffer)[][] = [
			[login, '99'],
			[login, '42'],
			[login, '42{"not":"a list"}'],
			[login, '42["disconnect"]'],
			[login, '42["newListener",{}]', '42["connect_error"]', '42["disconnecting"]'],
			[login, '42["commands",'],
			[login, '451-["commands",{"_placeholder":true,"num":7}]', Buffer.from('x')],
			[login, '4599999999999-["commands",{"_placeholder":true,"num":0}]'],
			[login, Buffer.from('no one asked for this')],
			['40[]', '42["commands"]'],
			['40"text"'],
			['40{"protocol":1']
		];
		for (const messages of bad) await raw([...messages, '41']);
		for (const path of [
			'/socket.io/?EIO=99&transport=websocket',
			'/socket.io/?EIO=4&transport=websocket&sid=__proto__',
			'/socket.io/?EIO=4&transport=polling',
			'/socket.io/?transport=constructor&EIO=4',
			'/nowhere/?EIO=4&transport=websocket'
		])
			await raw([], path);
		await alive();
	});

	it('BAD-11: entering with wrong shapes is refused by name', async () => {
		const auths: [Record<string, unknown>, string][] = [
			[{ conference: 7 }, 'bad_shape'],
			[{ conference: 'a\u0000b' }, 'bad_shape'],
			[{ conference: 'x'.repeat(60_000) }, 'bad_shape'],
			[{ conference: 'nobody' }, 'conference_unknown'],
			[{ protocol: 99 }, 'protocol'],
			[{ protocol: '1' }, 'protocol'],
			[{ bearer: 'wrong', as: 'admin' }, 'not_signed_in'],
			[{ token: 'KHONGCO', as: 'delegate' }, 'invitation_unknown']
		];
		for (const [auth, code] of auths)
			await expect(node.socket(log.id, auth), JSON.stringify(auth).slice(0, 80)).rejects.toThrow(code);
		const odd = await node.socket(log.id, { bearer: admin, epoch: 'x', upTo: {} });
		expect((await send(odd, [admit('d005')]))[0]?.ok).toBe(true);
		odd.disconnect();
	});
});
