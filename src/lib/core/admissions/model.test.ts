import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../log/decide';
import type { Command } from '../log/command';
import type { LogEvent } from '../log/event';
import { evolve, initialState, type State } from '../log/slices';
import { rowOf } from '../table';
import { openConflicts, primaryAdmission, standingAdmissions, UNDO_MS, whereabouts } from './model';
import { readiness } from '../views/readiness';

const T0 = 1_780_000_000_000;
const people = ['a', 'b', 'c'];
const devices = ['dev-1', 'dev-2', 'dev-3'];
const claim = (at: number) => ({ claimedAt: at, offset: 0 });

type Fact = { command: Command; device: string; supervisor: boolean };

const admit = (id: string, delegate: string, at: number): Command => ({
	id,
	type: 'door.admit',
	payload: { ...claim(at), delegate, via: 'qr', verdict: 'green', desk: 'Bàn 1', seen: 0 }
});

const arbitraryFact = fc
	.record({
		kind: fc.constantFrom('admit', 'admit', 'admit', 'undo', 'exit', 'substitute', 'failed', 'tick'),
		n: fc.nat(11),
		of: fc.nat(11),
		delegate: fc.constantFrom(...people),
		// Whole minutes, so that equal times and both sides of the 15 minutes come up often.
		minute: fc.nat(40),
		device: fc.constantFrom(...devices),
		supervisor: fc.boolean()
	})
	.map(({ kind, n, of, delegate, minute, device, supervisor }): Fact => {
		const at = claim(T0 + minute * 60_000);
		// An admission's id says what it is: a command id never names two different facts.
		const admission = `admission-${of}`;
		const commands: Record<string, Command> = {
			admit: admit(`admission-${n}`, people[n % 3] ?? 'a', T0 + ((n * 7) % 40) * 60_000),
			undo: {
				id: `undo-${n}-${of}-${minute}-${device}-${supervisor}`,
				type: 'door.undo',
				payload: { ...at, admission }
			},
			exit: { id: `exit-${n}-${of}-${minute}-${device}`, type: 'door.exit', payload: { ...at, admission } },
			substitute: {
				id: `substitute-${n}-${minute}-${delegate}-${device}`,
				type: 'door.substitute',
				payload: {
					...at,
					delegate,
					via: 'search',
					verdict: 'amber',
					desk: null,
					seen: 0,
					name: 'Trần Thị B',
					title: 'Phó Chủ tịch',
					honorific: 'Bà'
				}
			},
			failed: {
				id: `failed-${n}-${minute}-${device}`,
				type: 'door.failed',
				payload: { ...at, code: '12345678', reason: 'unknown' }
			},
			tick: {
				id: `ticked-${n}-${minute}-${device}`,
				type: 'introduction.tick',
				payload: { ...at, delegate, on: n % 2 === 0 }
			}
		};
		const command = commands[kind];
		if (!command) throw new Error(kind);
		// The same admission id is always of the same device.
		return { command, device: kind === 'admit' ? (devices[n % 2] ?? 'dev-1') : device, supervisor };
	});

function eventsOf(facts: readonly Fact[], now = T0 + 3 * 3_600_000): LogEvent[] {
	return facts.flatMap(({ command, device, supervisor }) => {
		const actor = { kind: 'device', id: device, role: supervisor ? 'stage' : 'reception' } as const;
		const decided = decide(initialState, command, { now, actor, command: command.id });
		if (!decided.ok) throw new Error(decided.rejection.code);
		return decided.value.events.map((event): LogEvent => ({
			...event,
			seq: 1,
			epoch: 1,
			v: 1,
			at: now,
			actor,
			command: command.id
		}));
	});
}

const fold = (events: readonly LogEvent[], from: State = initialState): State => events.reduce(evolve, from);
const answers = (state: State) => ({
	people: people.map((id) => [
		standingAdmissions(state.admissions, id).map((row) => row.id),
		primaryAdmission(state.admissions, id)?.id ?? null,
		whereabouts(state.admissions, id)
	]),
	conflicts: openConflicts(state.admissions).map((c) => [c.delegate, c.admissions.map((a) => a.id)]),
	ticks: state.introduction.ticks
});

const roster = eventsOf(
	people.map((id) => ({
		command: {
			id: `roster-${id}`,
			type: 'delegate.add',
			payload: {
				delegate: {
					id,
					kind: 'official',
					unit: 'Thôn Một',
					group: null,
					vip: false,
					tier: 1,
					bloc: 1,
					officeRank: 1,
					lockedOrder: null,
					invitationNumber: null,
					personal: { honorific: 'Ông', name: `Người ${id}`, title: '' }
				}
			}
		} satisfies Command,
		device: 'dev-1',
		supervisor: true
	}))
);

describe('admissions', () => {
	it('ADM-1: facts in any order and any number of times fold to the same state and answers', () => {
		fc.assert(
			fc.property(
				fc.array(arbitraryFact, { maxLength: 24 }).chain((facts) => {
					const events = eventsOf(facts);
					const copies = fc.array(fc.nat(Math.max(0, events.length - 1)), { maxLength: 6 });
					return copies
						.map((again) => [...events, ...again.flatMap((at) => events[at] ?? [])])
						.chain((all) =>
							fc.tuple(
								fc.constant(events),
								fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
							)
						);
				}),
				([events, shuffled]) => {
					const straight = fold(events);
					const mixed = fold(shuffled);
					expect(answers(mixed)).toEqual(answers(straight));
					expect(mixed.admissions).toEqual(straight.admissions);
				}
			),
			{ numRuns: 400 }
		);
	});

	it('ADM-2: N scans of one person count once, the primary is the smallest (corrected time, id)', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(99)), { minLength: 1, maxLength: 8 }),
				(scans) => {
					const facts = scans.map(([minute, n]) => ({
						command: admit(`scan-${minute}-${String(n).padStart(4, '0')}`, 'a', T0 + minute * 60_000),
						device: devices[n % 3] ?? 'dev-1',
						supervisor: false
					}));
					const state = fold(eventsOf(facts), fold(roster));
					const board = readiness(state);
					expect([board.present, board.summoned, board.absent]).toEqual([1, 3, 2]);
					const ids = facts.map((fact) => fact.command.id).sort();
					expect(primaryAdmission(state.admissions, 'a')?.id).toBe(ids[0]);
				}
			)
		);
	});

	it('ADM-3: an undo takes back the admission it names and no other', () => {
		const facts = ['scan-0001', 'scan-0002'].map((id, n) => ({
			command: admit(id, 'a', T0 + n * 1000),
			device: devices[n] ?? 'dev-1',
			supervisor: false
		}));
		const undo: Fact = {
			command: {
				id: 'undo-0001',
				type: 'door.undo',
				payload: { ...claim(T0 + 60_000), admission: 'scan-0001' }
			},
			device: 'dev-3',
			supervisor: false
		};
		const state = fold(eventsOf([undo, ...facts]));
		expect(standingAdmissions(state.admissions, 'a').map((row) => row.id)).toEqual(['scan-0002']);
		expect(whereabouts(state.admissions, 'a')).toBe('present');
		expect(openConflicts(state.admissions)).toEqual([]);
		expect(rowOf(state.admissions.admissions, 'scan-0001')).toBeDefined();
	});

	it('ADM-4: the door may undo for 15 minutes of event time, a supervisor always, whenever it arrives', () => {
		const at = (ms: number, supervisor: boolean) => {
			const facts: Fact[] = [
				{ command: admit('scan-0001', 'a', T0), device: 'dev-1', supervisor: false },
				{
					command: {
						id: 'undo-0001',
						type: 'door.undo',
						payload: { ...claim(T0 + ms), admission: 'scan-0001' }
					},
					device: 'dev-2',
					supervisor
				}
			];
			return whereabouts(fold(eventsOf(facts, T0 + 10 * 3_600_000)).admissions, 'a');
		};
		expect(at(UNDO_MS, false)).toBe('absent');
		expect(at(UNDO_MS + 1, false)).toBe('present');
		expect(at(UNDO_MS + 1, true)).toBe('absent');
	});

	it('ADM-5: entry, exit and entry again count by event time; coming back is no conflict', () => {
		const facts: Fact[] = [
			{ command: admit('scan-0003', 'a', T0 + 20_000), device: 'dev-2', supervisor: false },
			{
				command: {
					id: 'exit-0001',
					type: 'door.exit',
					payload: { ...claim(T0 + 10_000), admission: 'scan-0001' }
				},
				device: 'dev-1',
				supervisor: false
			},
			{ command: admit('scan-0001', 'a', T0), device: 'dev-1', supervisor: false }
		];
		const events = eventsOf(facts);
		expect(whereabouts(fold(events.slice(1)).admissions, 'a')).toBe('left');
		const all = fold(events).admissions;
		expect(whereabouts(all, 'a')).toBe('present');
		expect(openConflicts(all)).toEqual([]);
		expect(openConflicts(fold([events[0], events[2]].flatMap((e) => e ?? [])).admissions)).toHaveLength(1);
	});

	it('ADM-6: a clock hours off is corrected; one that cannot be corrected is clamped and flagged', () => {
		const from = (claimedAt: number, offset: number) => {
			const command: Command = {
				id: 'scan-0001',
				type: 'door.admit',
				payload: { claimedAt, offset, delegate: 'a', via: 'qr', verdict: 'green', desk: null, seen: 0 }
			};
			const state = fold(eventsOf([{ command, device: 'dev-1', supervisor: false }], T0));
			return primaryAdmission(state.admissions, 'a');
		};
		expect(from(0, T0)).toMatchObject({ at: T0, claimedAt: 0, suspect: true });
		expect(from(T0 + 5000, -5000)).toMatchObject({ at: T0, suspect: false });
		expect(from(T0 + 9_000_000, 0)).toMatchObject({ at: T0 + 120_000, suspect: true });
	});
});
