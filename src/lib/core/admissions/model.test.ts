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

/** A clock reset to 1970, one far ahead, and right ones; the same for the same number. */
const wild = (at: number, n: number): number => (n % 7 === 5 ? n * 1000 : n % 7 === 6 ? at * 2 : at);

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
		const at = claim(wild(T0 + minute * 60_000, minute));
		// An admission's id says what it is: a command id never names two different facts.
		const admission = `admission-${of}`;
		const commands: Record<string, Command> = {
			admit: admit(`admission-${n}`, people[n % 3] ?? 'a', wild(T0 + ((n * 7) % 40) * 60_000, n)),
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

/** Each fact is received once, at a moment of its own: a re-send gets the first answer. */
const receipt = ({ id }: Command): number =>
	T0 + 3 * 3_600_000 + [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) * 1000;

function eventsOf(facts: readonly Fact[], received: number | null = null): LogEvent[] {
	return facts.flatMap(({ command, device, supervisor }) => {
		const now = received ?? receipt(command);
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
		// A phone that lay in a drawer for two days is believed, one from 1970 is not.
		const days = 2 * 24 * 3_600_000;
		expect(from(T0 - days, 0)).toMatchObject({ at: T0 - days, suspect: false });
		expect(from(T0 - days - 1, 0)).toMatchObject({ at: T0, suspect: true });
		expect(from(7000, 0)).toMatchObject({ at: T0, claimedAt: 7000, suspect: true });
	});

	it('ADM-7: a reset clock wins against no fact received before its own, and its facts keep their order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
				fc.integer({ min: 0, max: T0 / 2 }),
				fc.boolean(),
				(minutes, reset, leaves) => {
					const right = minutes.map((minute, n): LogEvent[] => {
						const at = T0 + minute * 60_000;
						const command = admit(`right-${n}`, 'a', at);
						return eventsOf([{ command, device: 'dev-1', supervisor: false }], at);
					});
					const late = T0 + 41 * 60_000;
					const wrong: Fact[] = [
						{ command: admit('a-reset-clock', 'a', reset), device: 'dev-2', supervisor: false }
					];
					const exit: Command = {
						id: 'exit-0001',
						type: 'door.exit',
						payload: { ...claim(reset + 1), admission: 'a-reset-clock' }
					};
					if (leaves) wrong.push({ command: exit, device: 'dev-2', supervisor: false });
					const { admissions } = fold([...eventsOf(wrong, late), ...right.flat()]);
					expect(primaryAdmission(admissions, 'a')?.id).not.toBe('a-reset-clock');
					expect(standingAdmissions(admissions, 'a').at(-1)).toMatchObject({
						id: 'a-reset-clock',
						suspect: true
					});
					expect(whereabouts(admissions, 'a')).toBe(leaves ? 'left' : 'present');
				}
			)
		);
	});

	it('ADM-8: a reset clock does not stretch the 15 minutes of an undo', () => {
		const undo: Command = {
			id: 'undo-0001',
			type: 'door.undo',
			payload: { ...claim(7000), admission: 'scan-0001' }
		};
		const first = { command: admit('scan-0001', 'a', T0), device: 'dev-1', supervisor: false };
		const at = (ms: number) =>
			whereabouts(
				fold([
					...eventsOf([first], T0),
					...eventsOf([{ command: undo, device: 'dev-2', supervisor: false }], T0 + ms)
				]).admissions,
				'a'
			);
		expect(at(UNDO_MS)).toBe('absent');
		expect(at(UNDO_MS + 1)).toBe('present');
	});
});
