/** What the acceptance list of the door asks of the server: real parallel devices, real PostgreSQL, wrong clocks. */
import { randomBytes } from 'node:crypto';
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
import { LATE_FACTS_MS } from '../../src/lib/server/auth/devices';
import { resolveToken, tokenOf } from '../../src/lib/server/conference/invitations';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { readEvents } from '../../src/lib/server/log/store';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf, nextId } from '../support/conference';
import { entered } from '../support/random-day';
import { startNode, system, type TestNode } from '../support/node';
import { Visitor } from '../support/visitor';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 7, 28, 1);
let now = START;

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
	/** A browser enrolled for a role, with its cookie; over HTTP as any phone does it. */
	async function phone(node: TestNode, log: ConferenceLog): Promise<{ visitor: Visitor; id: string }> {
		const offer = await node.app.devices.offer(log.id, {
			name: 'Bàn 1',
			role: 'reception',
			desk: 'Bàn 1',
			kind: 'day'
		});
		const visitor = new Visitor(node.base);
		const { json } = await visitor.call('/enrol', { secret: offer.secret, name: 'Máy chị Hoa' });
		return { visitor, id: json.device };
	}

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

	it('CHK-35: what a revoked device did before is taken in over HTTP for two days, marked, and nothing else is', async () => {
		const log = await demo(one.app);
		const elsewhere = await demo(one.app);
		const { visitor, id } = await phone(one, log);
		const path = `/conferences/${log.id}/commands`;
		const as = { headers: { 'kt-as': 'reception' } };
		const sendAs = (commands: unknown[], to = path) => visitor.call(to, { commands }, as);
		const already = admit('d030', { claimedAt: now - MINUTE });
		expect((await sendAs([already])).json.answers).toMatchObject([{ ok: true }]);
		await one.app.devices.revoke(log.id, id);
		const revokedAt = now;
		now += 3 * HOUR;
		const before = admit('d031', { claimedAt: revokedAt - 10 * MINUTE });
		const walkIn: Command = {
			id: nextId('walkin'),
			type: 'door.walkIn',
			payload: {
				...admit('x').payload,
				claimedAt: revokedAt - MINUTE,
				delegate: entered('late-guest'),
				reason: ''
			}
		};
		const after = admit('d032', { claimedAt: revokedAt + 10 * MINUTE });
		// By its own clock before, by the corrected one after.
		const lying = admit('d033', { claimedAt: revokedAt - 30 * MINUTE, offset: HOUR });
		const order = { id: nextId('order'), type: 'door.settle', payload: { admission: already.id } };
		const foreign = { id: nextId('order'), type: 'programme.next', payload: { expectedItem: null } };
		const { status, json } = await sendAs([already, before, walkIn, after, lying, order, foreign]);
		expect(status).toBe(200);
		expect(
			json.answers.map((a: { ok: boolean; rejection?: { code: string } }) => a.rejection?.code ?? a.ok)
		).toEqual([true, true, true, 'device_revoked', 'device_revoked', 'device_revoked', 'not_allowed']);
		const made = (await eventsOf(log)).filter((event) => [before.id, walkIn.id].includes(event.command));
		expect(made.map((event) => event.actor)).toEqual(
			made.map(() => ({ kind: 'device', id, role: 'reception', revoked: true }))
		);
		expect(['d031', 'late-guest'].map((d) => whereabouts(log.state.admissions, d))).toEqual([
			'present',
			'present'
		]);
		// Sent again, the first answer comes again.
		expect((await sendAs([before])).json.answers).toEqual([json.answers[1]]);
		// Everything else is closed, with and without the role.
		for (const closed of ['/replica', '/events', '/views/mc', '/invitations', `/commands/${before.id}`])
			expect([401, 403], closed).toContain(
				(await visitor.call(`/conferences/${log.id}${closed}`, undefined, as)).status
			);
		expect((await visitor.call(`/conferences/${log.id}/greet`, { scan: 'x' }, as)).status).toBe(403);
		await expect(visitor.socket(log.id, 'reception')).rejects.toThrow('device_revoked');
		expect((await sendAs([admit('d034')], `/conferences/${elsewhere.id}/commands`)).status).toBe(401);
		expect((await visitor.call(path, { commands: [before] }, { headers: { 'kt-as': 'stage' } })).status).toBe(
			401
		);
		now = revokedAt + LATE_FACTS_MS + 1;
		expect((await sendAs([admit('d035', { claimedAt: revokedAt - MINUTE })])).status).toBe(401);
		await expect(visitor.socket(log.id, 'reception')).rejects.toThrow('not_signed_in');
		now = START;
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

	it('CHK-38: a rehearsal is entered with its parent’s invitations, the real day with none of the rehearsal’s', async () => {
		const parent = await demo(one.app);
		const id = `rehearsal-${nextId('x')}`;
		await one.app.db.sql`
			insert into conference (id, template, title, token_key, rehearsal_of, created_at)
			values (${id}, null, 'Tổng duyệt', ${randomBytes(32)}, ${parent.id}, ${now})`;
		const rehearsal = await logOf(one.app, id);
		const { settings } = parent.state.conference;
		const payload = { template: null, settings, checklist: [], rehearsalOf: parent.id };
		await accept(rehearsal, { id: nextId(), type: 'conference.create', payload }, system);
		for (const delegate of ['d001', 'only-here'])
			await accept(
				rehearsal,
				{ id: nextId(), type: 'delegate.add', payload: { delegate: entered(delegate) } },
				system
			);
		const printed = tokenOf(parent, 'd001', 1);
		expect(resolveToken(rehearsal, printed)).toEqual({ delegate: 'd001', current: true });
		expect(resolveToken(parent, tokenOf(rehearsal, 'only-here', 1))).toBeNull();
		await accept(rehearsal, { id: nextId(), type: 'delegate.reissue', payload: { id: 'd001' } }, system);
		expect(resolveToken(parent, tokenOf(rehearsal, 'd001', 2))).toBeNull();
		// What is rehearsed leaves the real day as it was.
		await accept(rehearsal, admit('d001', { claimedAt: now }), system);
		expect(whereabouts(parent.state.admissions, 'd001')).toBe('absent');
		expect(whereabouts(rehearsal.state.admissions, 'd001')).toBe('present');
	});

	it('CHK-39: a kiosk is told greeting and seat of the one invitation shown to it, and holds no list', async () => {
		const log = await demo(one.app);
		const other = await demo(one.app);
		const kiosk = await one.token(log.id, 'kiosk');
		const ask = async (scan: string, token = kiosk) => {
			const { status, json } = await one.call(`/conferences/${log.id}/greet`, { body: { scan }, token });
			return { status, ...json };
		};
		const head = log.head;
		const name = log.personal.get('delegate:d050')?.['name'];
		const shown = await ask(`]Q3${tokenOf(log, 'd050', 1)}`);
		expect(shown).toMatchObject({ status: 200, person: { name }, seat: { row: expect.any(Number) } });
		expect(Object.keys(shown.person).sort()).toEqual(['honorific', 'name', 'title', 'unit']);
		const nobody = { person: null, seat: null, recipient: null, tone: 'red' };
		expect(await ask('0'.repeat(39))).toMatchObject({ ...nobody, code: 'unknown' });
		expect(await ask(tokenOf(other, 'd050', 1))).toMatchObject({
			...nobody,
			code: 'otherConference',
			conference: other.state.conference.settings.title
		});
		await accept(
			log,
			{ id: nextId(), type: 'delegate.withdraw', payload: { id: 'd051', withdrawn: true } },
			system
		);
		expect(await ask(tokenOf(log, 'd051', 1))).toMatchObject({ ...nobody, code: 'withdrawn' });
		expect(log.head).toBe(head + 1);
		expect((await one.call(`/conferences/${log.id}/replica`, { token: kiosk })).status).toBe(403);
		const mc = await one.token(log.id, 'mc');
		expect((await ask(tokenOf(log, 'd050', 1), mc)).status).toBe(403);
		const { status } = await one.call(`/conferences/${log.id}/greet`, { body: { scan: 'x' } });
		expect(status).toBe(401);
	});

	it('CHK-40: both sides of a conflict come with time, desk, way and the phone’s name, for those who settle it', async () => {
		const log = await demo(one.app);
		const first = await phone(one, log);
		const second = await phone(one, log);
		await one.app.devices.change(log.id, second.id, { name: 'Máy anh Tú' });
		for (const [at, { visitor }] of [first, second].entries())
			await visitor.call(
				`/conferences/${log.id}/commands`,
				{
					commands: [
						admit('d060', { claimedAt: now - at * MINUTE, via: at ? 'search' : 'qr', desk: `Bàn ${at}` })
					]
				},
				{ headers: { 'kt-as': 'reception' } }
			);
		for (const role of ['reception', 'stage', 'admin'] as const) {
			const token = await one.token(log.id, role);
			const { json } = await one.call(`/conferences/${log.id}/replica`, { token });
			const [pair] = openConflicts(json.state.admissions);
			expect(
				pair?.admissions.map(({ desk, via, device }) => [desk, via, device]),
				role
			).toEqual([
				['Bàn 1', 'search', second.id],
				['Bàn 0', 'qr', first.id]
			]);
			expect(json.personal[`device:${first.id}`], role).toEqual({ name: 'Máy chị Hoa' });
			expect(json.personal[`device:${second.id}`], role).toEqual({ name: 'Máy anh Tú' });
		}
		// The name also comes with its event, to a desk that follows and to another node.
		const desk = await one.token(log.id, 'reception');
		const tail = await one.call(`/conferences/${log.id}/events?after=0&limit=1000`, { token: desk });
		expect(tail.json.personal[`device:${second.id}`]).toEqual({ name: 'Máy anh Tú' });
		const there = await logOf(two.app, log.id);
		await one.app.devices.change(log.id, second.id, { name: 'Máy chị Lý' });
		await there.catchUp();
		expect(there.personal.get(`device:${second.id}`)).toEqual({ name: 'Máy chị Lý' });
		const usher = await one.token(log.id, 'usher');
		const { json } = await one.call(`/conferences/${log.id}/replica`, { token: usher });
		expect(JSON.stringify(json)).not.toContain('Máy chị Hoa');
		expect(JSON.stringify(await eventsOf(log))).not.toContain('Máy chị Hoa');
		// One tap of a desk settles it, also when the stage taps too.
		const settle = () => ({
			id: nextId('settle'),
			type: 'door.settle',
			payload: { admission: openConflicts(log.state.admissions)[0]?.admissions[1]?.id ?? 'settled-before' }
		});
		const stage = await one.token(log.id, 'stage');
		const both = [settle(), settle()];
		expect(await send(one, log, desk, both.slice(0, 1))).toMatchObject([{ ok: true }]);
		expect(await send(one, log, stage, both.slice(1))).toMatchObject([{ ok: true }]);
		expect(openConflicts(log.state.admissions)).toEqual([]);
		expect((await eventsOf(log)).filter((event) => event.type === 'conflictSettled')).toHaveLength(1);
	});
});
