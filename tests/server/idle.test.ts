import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io as connect } from 'socket.io-client';
import { IDLE_MS, releaseIdle } from '../../src/lib/server/log/idle';
import { PROTOCOL } from '../../src/lib/protocol/version';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf } from '../support/conference';
import { startNode, system, type TestNode } from '../support/node';

/** Copies of the sample's rows: 300 demos would take a minute to make, and open the same. */
const copies = `
	with n as (select i, 'copy-' || i as id from generate_series(1, 300) i),
	c as (
		insert into conference (id, template, title, status, head, epoch, token_key, created_at)
		select n.id, template, title, status, head, epoch, token_key, created_at from conference, n
		where conference.id = $1 returning id
	),
	e as (
		insert into event (conference, seq, epoch, type, v, at, actor, command, payload)
		select n.id, seq, epoch, type, v, at, actor, command, payload from event, n where conference = $1
	)
	insert into personal (conference, ref, payload, at)
	select n.id, ref, payload, at from personal, n where conference = $1`;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
	collect();
	return process.memoryUsage().heapUsed / 1024 / 1024;
};

describe('conferences nobody uses', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let now = Date.UTC(2025, 7, 28, 1);
	let tick: () => void | Promise<void> = () => undefined;

	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url, { now: () => now });
		releaseIdle(node.app.conferences, () => node.gateway.watched(), {
			start(look) {
				tick = look;
				return { stop: () => undefined };
			}
		});
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});
	/** Turns the clock by hand; a look that is under way is finished first. */
	const later = async (ms: number, left: string[]): Promise<void> => {
		now += ms;
		await tick();
		expect(node.app.conferences.loadedIds().sort()).toEqual([...left].sort());
	};

	it('LOG-19: a conference without a screen and without a question leaves memory, a watched one stays', async () => {
		const watched = await demo(node.app);
		const alone = await demo(node.app);
		const token = await node.token(watched.id, 'mc');
		const socket = connect(node.base, {
			transports: ['websocket'],
			forceNew: true,
			auth: { protocol: PROTOCOL, conference: watched.id, bearer: token, as: 'mc' }
		});
		await new Promise((resolve) => socket.once('view', resolve));
		await later(IDLE_MS - 1, [watched.id, alone.id]);
		// Somebody asks in time: it stays for as long again.
		await logOf(node.app, alone.id);
		await later(IDLE_MS - 1, [watched.id, alone.id]);
		await later(1, [watched.id]);
		const gone = new Promise((resolve) => socket.once('disconnect', resolve));
		socket.disconnect();
		await gone;
		await expect.poll(() => node.gateway.watched().size).toBe(0);
		await later(IDLE_MS, []);

		const back = await logOf(node.app, alone.id);
		expect(back).not.toBe(alone);
		expect(back.state).toEqual(alone.state);
		expect(Object.fromEntries(back.personal)).toEqual(Object.fromEntries(alone.personal));
		expect([back.head, back.lastSeqByType]).toEqual([alone.head, { ...alone.lastSeqByType }]);
		expect(await back.submit(admit('d001', { claimedAt: now }), system)).toMatchObject({
			ok: true,
			seq: alone.head + 1
		});
		await later(IDLE_MS, []);
	});

	it('LOG-17: one that is asked for while it is let go stays the same one', async () => {
		const log = await demo(node.app);
		now += IDLE_MS;
		const looked = tick();
		// Its state is being saved at this moment.
		expect(await node.app.conferences.get(log.id)).toBe(log);
		await looked;
		expect(await node.app.conferences.get(log.id)).toBe(log);
		await later(IDLE_MS, []);
	});

	it('LOG-18: memory comes back after 300 conferences were opened once', async () => {
		const { id } = await demo(node.app);
		await node.app.db.sql.unsafe(copies, [id]);
		await later(IDLE_MS, []);
		const before = heap();
		for (let i = 1; i <= 300; i++) await logOf(node.app, `copy-${i}`);
		const opened = heap();
		expect(node.app.conferences.loadedIds()).toHaveLength(300);
		await later(IDLE_MS, []);
		const after = heap();
		expect(opened - before, 'MB held by 300').toBeGreaterThan(20);
		expect(after - before, `MB left of ${(opened - before).toFixed(1)}`).toBeLessThan((opened - before) / 10);
	});
});
