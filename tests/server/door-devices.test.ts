/** What the acceptance list of the door asks of the server about devices: revoked, rehearsing, kiosks, their names. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConflicts, whereabouts } from '../../src/lib/core/admissions/model';
import type { Command } from '../../src/lib/core/log/command';
import type { Actor, LogEvent } from '../../src/lib/core/log/event';
import { LATE_FACTS_MS } from '../../src/lib/server/auth/devices';
import { resolveToken, tokenOf } from '../../src/lib/server/conference/invitations';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { readEvents } from '../../src/lib/server/log/store';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf, nextId } from '../support/conference';
import { entered } from '../support/random-house';
import { startNode, system, type TestNode } from '../support/node';
import { Visitor } from '../support/visitor';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 7, 28, 1);
let now = START;

describe('devices at the door, on a real server', () => {
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
		expect((await sendAs([admit('d035', { claimedAt: revokedAt - MINUTE })])).status).toBe(403);
		// However late a phone comes back, it is told: only that makes it forget people's names.
		await expect(visitor.socket(log.id, 'reception')).rejects.toThrow('device_revoked');
		now = START;
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
		expect(shown).toMatchObject({ status: 200, person: { name }, seat: { row: expect.any(String) } });
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
