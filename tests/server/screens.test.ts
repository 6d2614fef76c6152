import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io as connect, type Socket } from 'socket.io-client';
import { viewsOf } from '../../src/lib/core/access/table';
import { roles } from '../../src/lib/core/access/roles';
import type { Command } from '../../src/lib/core/log/command';
import type { ViewMessage } from '../../src/lib/core/log/message';
import type { DelegateView, ProjectorView } from '../../src/lib/core/views/audience-views';
import type { McView } from '../../src/lib/core/views/programme-views';
import { PROTOCOL } from '../../src/lib/protocol/version';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { tokenOf } from '../../src/lib/server/conference/invitations';
import { append } from '../../src/lib/server/log/store';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, nextId } from '../support/conference';
import { startNode, system, type TestNode } from '../support/node';

type Shown<V> = Omit<ViewMessage, 'view'> & { view: V };
type Screen<V> = { socket: Socket; shown: Shown<V>[] };
const scene = (name: 'slogans' | 'closing'): Command => ({
	id: nextId('scene'),
	type: 'scene.set',
	payload: { scene: name }
});

describe('screens and the commit', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let direct: postgres.Sql;
	const sockets: Socket[] = [];
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
		direct = postgres(database.url, { max: 2, onnotice: () => undefined });
	});
	afterAll(async () => {
		for (const socket of sockets) socket.disconnect();
		await direct.end();
		await node.stop();
		await database.drop();
	});

	/** A screen that has its first views; `shown` holds what came since. */
	async function screen<V>(conference: string, auth: Record<string, unknown>): Promise<Screen<V>> {
		const socket = connect(node.base, {
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
			auth: { protocol: PROTOCOL, conference, ...auth }
		});
		sockets.push(socket);
		// Listening before it is connected: all of it may come in one packet.
		await new Promise((resolve, fail) => {
			socket.once('beat', resolve);
			socket.once('connect_error', fail);
		});
		const shown: Shown<V>[] = [];
		socket.on('view', (message: Shown<V>) => shown.push(message));
		return { socket, shown };
	}
	const projector = async ({ id }: ConferenceLog) =>
		screen<ProjectorView>(id, { bearer: await node.token(id, 'projector') });
	/** What was sent before the answer has come before it. */
	const settled = (socket: Socket) => socket.emitWithAck('clock', 0);

	/** While the row of the conference is locked, nothing can be committed; `then` runs in the locking transaction. */
	async function whileLocked(
		log: ConferenceLog,
		order: Command,
		then: (sql: postgres.TransactionSql) => Promise<void>
	) {
		let answer: ReturnType<ConferenceLog['submit']> | undefined;
		await direct.begin(async (sql) => {
			await sql`select 1 from conference where id = ${log.id} for update`;
			const made = new Promise<void>((resolve) => {
				const stop = node.app.conferences.onPlanned(() => {
					stop();
					resolve();
				});
			});
			answer = log.submit(order, system);
			await made;
			await then(sql);
		});
		return answer;
	}

	it('VIEW-9: no screen shows what is not committed yet, and each shows it then', async () => {
		const log = await demo(node.app);
		const { socket, shown } = await projector(log);
		const answer = await whileLocked(log, scene('slogans'), async () => {
			await settled(socket);
			expect(shown).toEqual([]);
		});
		await settled(socket);
		expect(answer).toMatchObject({ ok: true, seq: log.head });
		expect(shown.map(({ seq, view }) => [seq, view.scene])).toEqual([[log.head, 'slogans']]);
	});

	it('VIEW-10: what was made ahead of a commit that came to nothing is never shown', async () => {
		const log = await demo(node.app);
		const { socket, shown } = await projector(log);
		const before = log.head;
		await whileLocked(log, scene('slogans'), async (sql) => {
			// Another node was first.
			await append(sql, {
				conference: log.id,
				expectedHead: before,
				epoch: log.epoch,
				title: log.state.conference.settings.title,
				status: log.state.conference.status,
				events: [
					{
						seq: before + 1,
						epoch: log.epoch,
						type: 'sceneSet',
						v: 1,
						at: 0,
						actor: system,
						command: nextId('elsewhere'),
						payload: { scene: 'closing' }
					}
				],
				commands: [],
				personal: []
			});
		});
		await settled(socket);
		expect(shown.map(({ seq, view }) => [seq, view.scene])).toEqual([
			[before + 1, 'closing'],
			[before + 2, 'slogans']
		]);
	});

	it('VIEW-11: a commit reaches the screens of each view, in its conference alone', async () => {
		const log = await demo(node.app);
		const elsewhere = await projector(await demo(node.app));
		const here = await projector(log);
		const mc = await screen<McView>(log.id, { bearer: await node.token(log.id, 'mc') });
		const next: Command = { id: nextId('next'), type: 'programme.next', payload: { expectedItem: null } };
		expect(await log.submit(next, system)).toMatchObject({ ok: true });
		for (const { socket } of [here, mc, elsewhere]) await settled(socket);
		for (const { shown } of [here, mc])
			expect(shown).toMatchObject([{ seq: log.head, view: { step: log.state.programme.step } }]);
		expect(elsewhere.shown).toEqual([]);
	});

	it('VIEW-12: a delegate’s own page comes with what concerns that delegate, and with nothing else', async () => {
		const log = await demo(node.app);
		const page = (delegate: string) => screen<DelegateView>(log.id, { token: tokenOf(log, delegate, 1) });
		const arriving = await page('d001');
		const other = await page('d002');
		const told = new Promise((resolve) => arriving.socket.once('view', resolve));
		await log.submit(admit('d001'), { kind: 'device', id: 'p1', role: 'reception' });
		await told;
		await settled(other.socket);
		expect(arriving.shown).toMatchObject([{ name: 'delegate', seq: log.head, view: { arrived: true } }]);
		expect(other.shown).toEqual([]);
	});

	it('VIEW-13: no role has two views that it shares with others', () => {
		for (const role of roles)
			expect(viewsOf(role).filter((name) => name !== 'delegate').length, role).toBeLessThan(2);
	});
});
