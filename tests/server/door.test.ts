/** What the acceptance list of the door asks of the server: real parallel devices, real PostgreSQL, wrong clocks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	openConflicts,
	primaryAdmission,
	standingAdmissions,
	whereabouts
} from '../../src/lib/core/admissions/model';
import { doorHistory } from '../../src/lib/core/admissions/lists';
import type { Command } from '../../src/lib/core/log/command';
import type { Actor, LogEvent } from '../../src/lib/core/log/event';
import { rowOf } from '../../src/lib/core/table';
import { readiness } from '../../src/lib/core/views/readiness';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { readEvents } from '../../src/lib/server/log/store';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf, nextId } from '../support/conference';
import { startNode, type TestNode } from '../support/node';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.UTC(2026, 7, 28, 1);

describe('the door on a real server', () => {
	let database: FreshDatabase;
	let one: TestNode;
	let two: TestNode;
	beforeAll(async () => {
		database = await freshDatabase();
		one = await startNode(database.url, { now: () => now });
		two = await startNode(database.url, { now: () => now });
	});
	afterAll(async () => {
		await one.stop();
		await two.stop();
		await database.drop();
	});

	const send = async (node: TestNode, log: ConferenceLog, token: string, commands: unknown[]) =>
		(await node.call(`/conferences/${log.id}/commands`, { body: { commands }, token })).json.answers;
	const eventsOf = (log: ConferenceLog): Promise<LogEvent[]> => readEvents(one.app.db, log.id, 0, 5000);
	const accept = async (log: ConferenceLog, command: Command, actor: Actor): Promise<void> => {
		expect(await log.submit(command, actor)).toMatchObject({ ok: true });
	};
	it('CHK-30: of forty parallel admissions of one invitation every fact is kept, and one is the primary', async () => {
		const here = await demo(one.app);
		const there = await logOf(two.app, here.id);
		const tokens = await Promise.all(
			Array.from({ length: 8 }, (_, at) => one.token(here.id, 'reception', `Bàn ${at}`))
		);
		const facts = Array.from({ length: 40 }, (_, at) =>
			// Five at each of eight moments, so that the id has to decide too.
			admit('d020', { claimedAt: now - 10 * MINUTE + (at % 8) })
		);
		const answers = await Promise.all(
			facts.map((fact, at) => send(at % 2 ? one : two, here, tokens[at % 8] ?? '', [fact]))
		);
		expect(answers.flat().filter((answer) => !answer.ok)).toEqual([]);
		await Promise.all([here.catchUp(), there.catchUp()]);
		const rows = await one.app.db.sql`
			select count(*)::int as n, count(distinct payload->'admission'->>'id')::int as ids from event
			where conference = ${here.id} and type = 'admitted' and payload->'admission'->>'delegate' = 'd020'`;
		expect(rows[0]).toEqual({ n: 40, ids: 40 });
		const first = [...facts].sort(
			(a, b) => a.payload.claimedAt - b.payload.claimedAt || (a.id < b.id ? -1 : 1)
		)[0];
		for (const log of [here, there]) {
			expect(primaryAdmission(log.state.admissions, 'd020')?.id).toBe(first?.id);
			expect(standingAdmissions(log.state.admissions, 'd020')).toHaveLength(40);
			expect(readiness(log.state)).toMatchObject({ present: 1, conflicts: 1 });
		}
	});

	it('CHK-31: one id sent many times at once, for entry and for exit, is one fact with one answer', async () => {
		const here = await demo(one.app);
		const there = await logOf(two.app, here.id);
		const token = await one.token(here.id, 'reception');
		const entry = admit('d021', { claimedAt: now - 5 * MINUTE });
		const exit = {
			id: nextId('exit'),
			type: 'door.exit',
			payload: { claimedAt: now - MINUTE, offset: 0, admission: entry.id }
		};
		for (const fact of [entry, exit]) {
			const answers = await Promise.all(
				Array.from({ length: 12 }, (_, at) => send(at % 2 ? one : two, here, token, [fact]))
			);
			expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
			expect(answers[0]).toMatchObject([{ id: fact.id, ok: true }]);
		}
		await Promise.all([here.catchUp(), there.catchUp()]);
		const made = (await eventsOf(here)).filter((event) => [entry.id, exit.id].includes(event.command));
		expect(made.map((event) => event.type)).toEqual(['admitted', 'exited']);
		expect(whereabouts(there.state.admissions, 'd021')).toBe('left');
	});

	it('CHK-32: two phones that were offline upload in either order: one state, one primary, one open conflict', async () => {
		const queues = [
			[
				admit('d022', { claimedAt: now - 9 * MINUTE, desk: 'Bàn 1' }),
				admit('d023', { claimedAt: now - 3 * MINUTE })
			],
			[
				admit('d022', { claimedAt: now - 8 * MINUTE, desk: 'Bàn 2' }),
				admit('d024', { claimedAt: now - 2 * MINUTE })
			]
		];
		const outcomes: unknown[] = [];
		for (const order of [
			[0, 1],
			[1, 0]
		]) {
			const log = await demo(one.app);
			for (const at of order)
				for (const fact of queues[at] ?? [])
					await accept(log, fact, { kind: 'device', id: `phone-${at}`, role: 'reception' });
			expect(openConflicts(log.state.admissions)).toMatchObject([
				{ delegate: 'd022', admissions: [{ desk: 'Bàn 1' }, { desk: 'Bàn 2' }] }
			]);
			expect(readiness(log.state).present).toBe(3);
			outcomes.push(log.state.admissions);
		}
		expect(outcomes[0]).toEqual(outcomes[1]);
	});

	it('CHK-33: a clock hours off is corrected and marked; 1970 and the future are clamped and marked', async () => {
		const log = await demo(one.app);
		const at = async (claimedAt: number, offset: number) => {
			const fact = admit('d025', { claimedAt, offset });
			await accept(log, fact, { kind: 'device', id: 'phone-1', role: 'reception' });
			const { at, suspect } = rowOf(log.state.admissions.admissions, fact.id) ?? {};
			return { late: now - (at ?? NaN), suspect };
		};
		expect(await at(now - MINUTE, -20)).toEqual({ late: MINUTE + 20, suspect: false });
		expect(await at(now + 5 * HOUR - MINUTE, -5 * HOUR)).toEqual({ late: MINUTE, suspect: true });
		expect(await at(now - 5 * HOUR - MINUTE, 5 * HOUR)).toEqual({ late: MINUTE, suspect: true });
		expect(await at(1000, 0)).toEqual({ late: 0, suspect: true });
		expect(await at(now + 24 * HOUR, 0)).toEqual({ late: -2 * MINUTE, suspect: true });
		// Nobody's wrong clock makes them the first.
		expect(primaryAdmission(log.state.admissions, 'd025')?.claimedAt).toBe(now - MINUTE);
	});

	it('CHK-34: after fifteen minutes only a supervisor takes back, and within them any phone of the door does', async () => {
		const log = await demo(one.app);
		const [door, other, stage] = await Promise.all([
			one.token(log.id, 'reception'),
			one.token(log.id, 'reception'),
			one.token(log.id, 'stage')
		]);
		const entry = admit('d026', { claimedAt: now - 20 * MINUTE });
		await send(one, log, door ?? '', [entry]);
		const undo = (admission: string, claimedAt: number) => ({
			id: nextId('undo'),
			type: 'door.undo',
			payload: { claimedAt, offset: 0, admission }
		});
		expect(await send(one, log, other ?? '', [undo(entry.id, now)])).toMatchObject([{ ok: true }]);
		expect(whereabouts(log.state.admissions, 'd026')).toBe('present');
		expect(await send(one, log, stage ?? '', [undo(entry.id, now)])).toMatchObject([{ ok: true }]);
		expect(whereabouts(log.state.admissions, 'd026')).toBe('absent');
		const fresh = admit('d026', { claimedAt: now - 10 * MINUTE });
		await send(one, log, door ?? '', [fresh]);
		await send(one, log, other ?? '', [undo(fresh.id, now)]);
		expect(whereabouts(log.state.admissions, 'd026')).toBe('absent');
		expect((await eventsOf(log)).filter((event) => event.type === 'admissionUndone')).toHaveLength(3);
	});

	it('CHK-36: a failed attempt is stored once, cut to eight signs, also under the id of an earlier success', async () => {
		const log = await demo(one.app);
		const token = await one.token(log.id, 'reception');
		const success = admit('d040', { claimedAt: now - MINUTE });
		const failed = (id: string) => ({
			id,
			type: 'door.failed',
			payload: { claimedAt: now, offset: 0, code: '123456789012', reason: 'repeat', delegate: 'd040' }
		});
		expect(await send(one, log, token, [success])).toMatchObject([{ ok: true }]);
		for (const node of [one, two, one])
			expect(await send(node, log, token, [failed(success.id)])).toMatchObject([
				{ id: success.id, ok: true }
			]);
		const own = failed(nextId('failed'));
		await send(one, log, token, [own]);
		await send(two, log, token, [own]);
		await log.catchUp();
		expect(doorHistory(log.state, { kinds: ['failed'] })).toMatchObject([
			{ reason: 'repeat', delegate: 'd040' },
			{ reason: 'repeat', delegate: 'd040' }
		]);
		const codes = (await eventsOf(log)).flatMap((e) =>
			e.type === 'attemptFailed' ? [e.payload.attempt.code] : []
		);
		expect(codes).toEqual(['12345678', '12345678']);
		expect(whereabouts(log.state.admissions, 'd040')).toBe('present');
	});

	it('CHK-37: an id that was only ever refused is free for what succeeds later', async () => {
		const log = await demo(one.app);
		const door = await one.token(log.id, 'reception');
		const fact = admit('d041', { claimedAt: now });
		const broken = { ...fact, payload: { ...fact.payload, verdict: 'purple' } };
		const order = { id: fact.id, type: 'programme.next', payload: { expectedItem: null } };
		expect(await send(one, log, door, [broken])).toMatchObject([{ ok: false }]);
		expect(await send(one, log, door, [order])).toMatchObject([{ ok: false }]);
		expect(await send(one, log, door, [fact])).toMatchObject([{ id: fact.id, ok: true }]);
		expect(whereabouts(log.state.admissions, 'd041')).toBe('present');
	});
});
