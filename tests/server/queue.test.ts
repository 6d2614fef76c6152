import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/lib/core/log/command';
import type { Actor } from '../../src/lib/core/log/event';
import { whereabouts } from '../../src/lib/core/admissions/model';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf, nextId } from '../support/conference';
import { startNode, type TestNode } from '../support/node';

const stage = (id: string): Actor => ({ kind: 'device', id, role: 'stage' });
const door = (id: string): Actor => ({ kind: 'device', id, role: 'reception' });
const next = (expectedItem: string | null, id = nextId('next')): Command => ({
	id,
	type: 'programme.next',
	payload: { expectedItem }
});

describe('the queue of a conference', () => {
	let database: FreshDatabase;
	let one: TestNode;
	let two: TestNode;
	beforeAll(async () => {
		database = await freshDatabase();
		one = await startNode(database.url);
		two = await startNode(database.url);
	});
	afterAll(async () => {
		await one.stop();
		await two.stop();
		await database.drop();
	});

	it('LOG-1: a re-send by the same actor gets the first answer and adds no event', async () => {
		const log = await demo(one.app);
		const command = admit('d001');
		const first = await log.submit(command, door('p1'));
		const head = log.head;
		expect(first).toMatchObject({ ok: true });
		expect(await log.submit(command, door('p1'))).toEqual(first);
		const both = await Promise.all([log.submit(command, door('p1')), log.submit(command, door('p1'))]);
		expect(both).toEqual([first, first]);
		expect(log.head).toBe(head);
	});

	it('LOG-2: an id that another actor used is refused', async () => {
		const log = await demo(one.app);
		const command = admit('d001');
		await log.submit(command, door('p1'));
		const other = await log.submit(command, door('p2'));
		expect(other).toEqual({ id: command.id, ok: false, rejection: { code: 'command_id_reused' } });
	});

	it('LOG-3: an order that was accepted answers the same when it comes again, though its state is gone', async () => {
		const log = await demo(one.app);
		const order = next(null);
		const first = await log.submit(order, stage('s1'));
		await log.submit(next(log.state.programme.live?.item ?? null), stage('s1'));
		const step = log.state.programme.step;
		expect(await log.submit(order, stage('s1'))).toEqual(first);
		expect(log.state.programme.step).toBe(step);
	});

	it('LOG-4: seq has no gap and no double, whatever is sent at once', async () => {
		const log = await demo(one.app);
		await Promise.all(
			Array.from({ length: 300 }, (_, i) =>
				log.submit(admit(`d${String((i % 150) + 1).padStart(3, '0')}`), door(`p${i % 8}`))
			)
		);
		const rows = await one.app.db.sql`select seq from event where conference = ${log.id} order by seq`;
		expect(rows.map((row) => Number(row['seq']))).toEqual(rows.map((_, at) => at + 1));
		expect(log.head).toBe(rows.length);
	});

	it('LOG-5: of two concurrent "next" on two nodes one advances, the other reads why not', async () => {
		const here = await demo(one.app);
		const there = await logOf(two.app, here.id);
		for (let round = 0; round < 10; round++) {
			const current = here.state.programme.live?.item ?? null;
			const step = here.state.programme.step;
			const answers = await Promise.all([
				here.submit(next(current), stage('s1')),
				there.submit(next(current), stage('s2'))
			]);
			expect(answers.filter((a) => a.ok)).toHaveLength(1);
			expect(answers.find((a) => !a.ok)).toMatchObject({ rejection: { code: 'stale_item' } });
			await Promise.all([here.catchUp(), there.catchUp()]);
			expect(here.state.programme.step).toBe(step + 1);
			expect(there.state).toEqual(here.state);
		}
	});

	it('LOG-6: two nodes admitting at once lose nothing and agree', async () => {
		const here = await demo(one.app);
		const there = await logOf(two.app, here.id);
		const ids = Array.from({ length: 150 }, (_, i) => `d${String(i + 1).padStart(3, '0')}`);
		const answers = await Promise.all(
			ids.flatMap((id, i) => [
				here.submit(admit(id, { claimedAt: 1_000_000 + i }), door('p1')),
				there.submit(admit(id, { claimedAt: 1_000_000 + i }), door('p2'))
			])
		);
		expect(answers.every((a) => a.ok)).toBe(true);
		await Promise.all([here.catchUp(), there.catchUp()]);
		expect(there.state.admissions).toEqual(here.state.admissions);
		expect(here.state.admissions.admissions.size).toBe(300);
		expect(ids.every((id) => whereabouts(here.state.admissions, id) === 'present')).toBe(true);
	});

	it('LOG-7: one command that cannot be stored is refused alone; its neighbours are kept', async () => {
		const log = await demo(one.app);
		const poison: Command = {
			id: nextId('bad'),
			type: 'note.send',
			// NUL cannot be stored in JSON by PostgreSQL; the schema on the wire keeps it out, the queue must bear it.
			payload: { id: nextId('note'), to: { roles: ['mc'] }, text: 'a\u0000b' }
		};
		const answers = await Promise.all([
			log.submit(admit('d001'), door('p1')),
			log.submit(poison, stage('s1')),
			log.submit(admit('d002'), door('p1'))
		]);
		expect(answers.map((a) => a.ok)).toEqual([true, false, true]);
		expect(whereabouts(log.state.admissions, 'd002')).toBe('present');
	});

	it('LOG-8: state loaded afresh from the log equals the state in memory', async () => {
		const log = await demo(one.app);
		await log.submit(next(null), stage('s1'));
		await log.submit(admit('d007'), door('p1'));
		const fresh = await startNode(database.url);
		const again = await logOf(fresh.app, log.id);
		expect(again.state).toEqual(log.state);
		expect([...again.personal].sort()).toEqual([...log.personal].sort());
		expect(again.lastSeqByType).toEqual(log.lastSeqByType);
		await fresh.stop();
	});

	it('LOG-9: a server that meets a higher epoch writes nothing more', async () => {
		const log = await demo(one.app);
		await one.app.db.sql`update conference set epoch = 2 where id = ${log.id}`;
		expect(await log.submit(admit('d001'), door('p1'))).toMatchObject({
			ok: false,
			rejection: { code: 'epoch_superseded' }
		});
	});

	it('LOG-10: personal data stand beside the log: no event holds a name, a title or a phone', async () => {
		const log = await demo(one.app);
		const events = await one.app.db.sql`select payload::text as text from event where conference = ${log.id}`;
		const all = events.map((row) => String(row['text'])).join('\n');
		for (const [ref, payload] of log.personal)
			if (ref.startsWith('delegate:'))
				for (const field of ['name', 'phone'] as const)
					if (typeof payload[field] === 'string') expect(all).not.toContain(payload[field]);
	});
});
