import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/lib/core/log/command';
import type { Actor } from '../../src/lib/core/log/event';
import type { ConferenceLog, CommandAnswer } from '../../src/lib/server/log/conference-log';
import { freshDatabase, type FreshDatabase } from '../database';
import { demo, logOf, nextId } from '../support/conference';
import { startNode, type TestNode } from '../support/node';
import { entered } from '../support/random-house';

const door = (id: string): Actor => ({ kind: 'device', id, role: 'reception' });
const NOW = Date.UTC(2025, 7, 28, 1);
type Sent = { command: Command; actor: Actor };

/** A small generator with a seed, so that a failure can be run again. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
function shuffled<T>(list: readonly T[], random: () => number): T[] {
	const copy = [...list];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
	}
	return copy;
}

/** Two hundred facts of five devices about forty people: all that a desk writes down. */
function factsOfTheDoor(random: () => number): Sent[] {
	const made: Sent[] = [];
	const admissions: string[] = [];
	for (let i = 0; i < 200; i++) {
		const actor = door(`phone-${i % 5}`);
		const id = nextId('fact');
		const delegate = `d${String(1 + Math.floor(random() * 40)).padStart(3, '0')}`;
		// Several at the very same millisecond, so that the id has to decide.
		const claim = {
			claimedAt: NOW - Math.floor(random() * 60) * 60_000,
			offset: Math.floor(random() * 100) - 50
		};
		const admit = { ...claim, via: 'qr' as const, verdict: 'green' as const, desk: `Bàn ${i % 5}`, seen: 0 };
		const admission = admissions[Math.floor(random() * admissions.length)] ?? 'nothing-there';
		const kinds: (() => Command)[] = [
			() => ({ id, type: 'door.admit', payload: { ...admit, delegate } }),
			() => ({ id, type: 'door.admit', payload: { ...admit, delegate } }),
			() => ({ id, type: 'door.undo', payload: { ...claim, admission } }),
			() => ({ id, type: 'door.exit', payload: { ...claim, admission } }),
			() => ({
				id,
				type: 'door.walkIn',
				payload: { ...admit, delegate: entered(`w-${id}`), reason: 'Ngoài danh sách' }
			}),
			() => ({
				id,
				type: 'door.substitute',
				payload: { ...admit, delegate, name: 'Bế Thị Thay', title: '', honorific: 'Bà' }
			}),
			() => ({ id, type: 'door.failed', payload: { ...claim, code: '12345678', reason: 'unknown' } }),
			() => ({ id, type: 'door.lounge', payload: { ...claim, admission, on: random() < 0.7 } }),
			() => ({
				id,
				type: 'door.companions',
				payload: { ...claim, admission, count: Math.floor(random() * 4) }
			}),
			() => ({ id, type: 'door.documents', payload: { ...claim, delegate, given: random() < 0.8 } }),
			() => ({
				id,
				type: 'door.count',
				payload: { ...claim, unit: `Xóm ${i % 3}`, delta: Math.floor(random() * 5) - 1 }
			}),
			() => ({ id, type: 'introduction.tick', payload: { ...claim, delegate, on: random() < 0.7 } })
		];
		const command = (kinds[Math.floor(random() * kinds.length)] as () => Command)();
		if (command.type === 'door.admit') admissions.push(id);
		made.push({ command, actor });
	}
	return made;
}

/** What the facts amount to; seq and the server's own time differ from run to run and are not part of it. */
const outcome = (log: ConferenceLog) => ({
	admissions: log.state.admissions,
	welcome: log.state.welcome,
	roster: log.state.roster,
	ticks: log.state.introduction.ticks,
	personal: [...log.personal].filter(([ref]) => !ref.startsWith('item:')).sort(([a], [b]) => (a < b ? -1 : 1))
});

describe('facts in any order through the real queue', () => {
	let database: FreshDatabase;
	let one: TestNode;
	let two: TestNode;
	beforeAll(async () => {
		database = await freshDatabase();
		one = await startNode(database.url, { now: () => NOW });
		two = await startNode(database.url, { now: () => NOW });
	});
	afterAll(async () => {
		await one.stop();
		await two.stop();
		await database.drop();
	});

	it('LOG-12: 200 facts of five devices, shuffled over two nodes and partly sent again, give one state', async () => {
		const facts = factsOfTheDoor(seeded(20_250_828));
		const plain = await demo(one.app);
		for (const { command, actor } of facts)
			expect(await plain.submit(command, actor)).toMatchObject({ ok: true });
		const wanted = outcome(plain);
		for (let seed = 1; seed <= 5; seed++) {
			const random = seeded(seed);
			const here = await demo(one.app);
			const there = await logOf(two.app, here.id);
			const again = facts.filter(() => random() < 0.4);
			const order = shuffled([...facts, ...again], random);
			const answers = await Promise.all(
				order.map(({ command, actor }) => (random() < 0.5 ? here : there).submit(command, actor))
			);
			await Promise.all([here.catchUp(), there.catchUp()]);
			expect(
				answers.filter((a) => !a.ok),
				`seed ${seed}`
			).toEqual([]);
			// A re-send gets the first answer, from whichever node.
			const seqs = new Map<string, CommandAnswer>();
			for (const answer of answers)
				expect(seqs.set(answer.id, seqs.get(answer.id) ?? answer).get(answer.id)).toEqual(answer);
			expect(outcome(here), `seed ${seed}`).toEqual(wanted);
			expect(outcome(there), `seed ${seed}`).toEqual(wanted);
			const rows = await one.app.db
				.sql`select count(distinct command)::int as n from event where conference = ${here.id} and command like 'fact-%'`;
			expect(rows[0]?.['n']).toBe(facts.length);
		}
	});

	it('LOG-13: orders sent twice, at once and later, on both nodes, count once', async () => {
		const here = await demo(one.app);
		const there = await logOf(two.app, here.id);
		const stage: Actor = { kind: 'device', id: 's1', role: 'stage' };
		for (let round = 0; round < 8; round++) {
			const { step } = here.state.programme;
			const order: Command = {
				id: nextId('order'),
				type: 'programme.next',
				payload: { expectedItem: here.state.programme.live?.item ?? null }
			};
			const answers = await Promise.all([here, there, here, there].map((log) => log.submit(order, stage)));
			expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
			expect(answers[0]).toMatchObject({ ok: true });
			await Promise.all([here.catchUp(), there.catchUp()]);
			expect(here.state.programme.step).toBe(step + 1);
			expect(await there.submit(order, stage)).toEqual(answers[0]);
			expect(there.state.programme).toEqual(here.state.programme);
		}
	});
});
