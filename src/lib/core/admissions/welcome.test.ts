import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySettings } from '../conference/model';
import type { Command } from '../log/command';
import { decide } from '../log/decide';
import { factDeciders } from '../log/facts';
import type { LogEvent } from '../log/event';
import { evolve, initialState, type State } from '../log/slices';
import { rowOf } from '../table';
import { readiness } from '../views/readiness';
import { openConflicts, whereabouts } from './model';
import { capacityOf, delegations, missingUnits } from './units';
import {
	admissionToMark,
	companionsHere,
	companionsOf,
	countedOf,
	documentsLeft,
	hasDocuments,
	inLounge
} from './welcome';

const T0 = 1_780_000_000_000;
const MINUTE = 60_000;
const people = ['a', 'b', 'c'];
const units = ['Công an tỉnh', 'Xã Đoàn'];
type Fact = { command: Command; device: string };

const claim = (minute: number) => ({ claimedAt: T0 + minute * MINUTE, offset: 0 });
const admit = (id: string, delegate: string, minute: number): Command => ({
	id,
	type: 'door.admit',
	payload: { ...claim(minute), delegate, via: 'qr', verdict: 'green', desk: 'Bàn 1', seen: 0 }
});

function eventsOf({ command, device }: Fact, now = T0 + 2 * 3_600_000, state = initialState): LogEvent[] {
	const actor = { kind: 'device', id: device, role: 'reception' } as const;
	const decided = decide(state, command, { now, actor, command: command.id });
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
}
const fold = (facts: readonly Fact[], from: State = initialState): State =>
	facts.flatMap((fact) => eventsOf(fact)).reduce(evolve, from);
const at = (command: Command, device = 'dev-1'): Fact => ({ command, device });

/** An id says what the fact is: a command id never names two different facts. */
const arbitraryFact = fc
	.record({
		kind: fc.constantFrom('admit', 'admit', 'lounge', 'companions', 'documents', 'count', 'exit', 'undo'),
		n: fc.nat(7),
		of: fc.nat(7),
		minute: fc.nat(20),
		device: fc.constantFrom('dev-1', 'dev-2')
	})
	.map(({ kind, n, of, minute, device }): Fact => {
		const id = `${kind}-${n}-${of}-${minute}-${device}`;
		const admission = `admission-${of}`;
		const time = claim(minute);
		const delegate = people[n % 3] ?? 'a';
		const commands: Record<string, Command> = {
			admit: admit(`admission-${n}`, delegate, (n * 5) % 20),
			lounge: { id, type: 'door.lounge', payload: { ...time, admission, on: n % 2 === 0 } },
			companions: { id, type: 'door.companions', payload: { ...time, admission, count: n } },
			documents: { id, type: 'door.documents', payload: { ...time, delegate, given: of % 2 === 0 } },
			count: { id, type: 'door.count', payload: { ...time, unit: units[of % 2] ?? '', delta: n - 3 } },
			exit: { id, type: 'door.exit', payload: { ...time, admission } },
			undo: { id, type: 'door.undo', payload: { ...time, admission } }
		};
		return { command: commands[kind] as Command, device: kind === 'admit' ? 'dev-1' : device };
	});

const answers = (state: State) => ({
	people: people.map((id) => [
		whereabouts(state.admissions, id),
		inLounge(state, id),
		companionsOf(state, id),
		hasDocuments(state.welcome, id),
		admissionToMark(state.admissions, id)
	]),
	counts: units.map((unit) => countedOf(state.welcome, unit)),
	companions: companionsHere(state),
	documents: documentsLeft(state.welcome)
});

const person = (id: string, kind: 'official' | 'crew' | 'companion' = 'official', unit = 'Xã Đoàn'): Fact =>
	at({
		id: `added-${id}`,
		type: 'delegate.add',
		payload: {
			delegate: {
				id,
				kind,
				unit,
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
	});

describe('what a desk notes beside an admission', () => {
	it('WEL-1: lounge, companions, documents and heads in any order and any number of times give one state', () => {
		fc.assert(
			fc.property(
				fc
					.array(arbitraryFact, { maxLength: 60 })
					.chain((facts) =>
						fc.tuple(
							fc.constant(facts),
							fc.shuffledSubarray([...facts, ...facts.slice(0, 7)], { minLength: facts.length })
						)
					),
				([facts, shuffled]) => {
					const wanted = fold(facts);
					const got = fold([...shuffled, ...facts]);
					expect(got.welcome).toEqual(wanted.welcome);
					expect(answers(got)).toEqual(answers(wanted));
				}
			)
		);
	});

	it('WEL-2: whoever is in the lounge is here and not in the hall, until the latest mark says otherwise', () => {
		const came = [person('a'), at(admit('admission-1', 'a', 0))];
		const lounge = (id: string, minute: number, on: boolean, admission = 'admission-1') =>
			at({ id, type: 'door.lounge', payload: { ...claim(minute), admission, on } });
		const inside = fold([...came, lounge('lounge-01', 1, true)]);
		expect([whereabouts(inside.admissions, 'a'), inLounge(inside, 'a')]).toEqual(['present', true]);
		expect(readiness(inside)).toMatchObject({ present: 1, presentSummoned: 1 });
		// The later deed counts, also when it arrives first.
		const hall = fold([lounge('lounge-02', 9, false), ...came, lounge('lounge-01', 1, true)]);
		expect([whereabouts(hall.admissions, 'a'), inLounge(hall, 'a')]).toEqual(['present', false]);
		const exit = at({
			id: 'exit-0001',
			type: 'door.exit',
			payload: { ...claim(5), admission: 'admission-1' }
		});
		const gone = fold([...came, lounge('lounge-01', 1, true), exit]);
		expect([whereabouts(gone.admissions, 'a'), inLounge(gone, 'a')]).toEqual(['left', false]);
		// Coming back begins a new stay, and the lounge of the earlier one is over.
		const back = fold([at(admit('admission-2', 'a', 8))], gone);
		expect([whereabouts(back.admissions, 'a'), inLounge(back, 'a')]).toEqual(['present', false]);
	});

	it('WEL-3: crew and companions are admitted and never counted, listed or not', () => {
		const walkIn = (id: string, kind: 'walkIn' | 'crew' | 'companion' | 'official'): Fact => {
			const { command } = person(id);
			if (command.type !== 'delegate.add') throw new Error('delegate.add');
			const { delegate } = command.payload;
			return at({
				id: `walked-in-${id}`,
				type: 'door.walkIn',
				payload: {
					...claim(0),
					via: 'walkIn',
					verdict: 'green',
					desk: null,
					seen: 0,
					delegate: { ...delegate, kind },
					reason: ''
				}
			});
		};
		const state = fold([
			person('listed', 'crew'),
			at(admit('admission-1', 'listed', 0)),
			walkIn('driver', 'crew'),
			walkIn('wife', 'companion'),
			walkIn('guest', 'walkIn'),
			walkIn('sly', 'official')
		]);
		expect(readiness(state)).toMatchObject({ present: 2, walkIns: 2, summoned: 0 });
		const kinds = ['driver', 'wife', 'guest', 'sly'].map((id) => rowOf(state.roster.delegates, id)?.kind);
		expect(kinds).toEqual(['crew', 'companion', 'walkIn', 'walkIn']);
		expect(whereabouts(state.admissions, 'driver')).toBe('present');
	});

	it('WEL-4: companions are told of a person in the house, latest number first, and change no count', () => {
		const note = (id: string, minute: number, count: number) =>
			at({ id, type: 'door.companions', payload: { ...claim(minute), admission: 'admission-1', count } });
		const came = [
			person('a'),
			at(admit('admission-1', 'a', 0)),
			note('note-0002', 3, 2),
			note('note-0001', 1, 5)
		];
		const state = fold(came);
		expect([companionsOf(state, 'a'), companionsHere(state)]).toEqual([2, 2]);
		expect(readiness(state).present).toBe(1);
		const undone = fold([
			...came,
			at({ id: 'undo-0001', type: 'door.undo', payload: { ...claim(4), admission: 'admission-1' } })
		]);
		expect([companionsOf(undone, 'a'), companionsHere(undone)]).toEqual([0, 0]);
	});

	it('WEL-5: sets left are the stock minus those given, and unknown while nobody said the stock', () => {
		const given = (id: string, delegate: string, minute: number, on: boolean) =>
			at({ id, type: 'door.documents', payload: { ...claim(minute), delegate, given: on } });
		const state = fold([
			given('given-001', 'a', 1, true),
			given('given-002', 'a', 2, true),
			given('given-003', 'b', 3, true),
			given('given-004', 'b', 2, false)
		]);
		expect(documentsLeft(state.welcome)).toEqual({ stock: null, given: 2, left: null });
		const stocked = fold([at({ id: 'stock-001', type: 'documents.stock', payload: { sets: 3 } })], state);
		expect(documentsLeft(stocked.welcome)).toEqual({ stock: 3, given: 2, left: 1 });
		const back = fold([given('given-005', 'b', 9, false)], stocked);
		expect(documentsLeft(back.welcome)).toEqual({ stock: 3, given: 1, left: 2 });
	});

	const conference = (unit: string, quota: number, over = {}): Fact =>
		at({
			id: 'created-1',
			type: 'conference.create',
			payload: {
				template: null,
				settings: {
					...emptySettings,
					title: 'Hội nghị',
					unitQuotas: [{ unit, quota, perUnit: false, units: null, who: '', plus: null }],
					...over
				},
				checklist: [],
				rehearsalOf: null
			}
		});
	const count = (id: string, unit: string, delta: number): Fact =>
		at({ id, type: 'door.count', payload: { ...claim(1), unit, delta } });

	it('WEL-6: heads are summed per unit, never shown below zero, and named people are added', () => {
		const counted = fold([
			conference('Công an tỉnh', 50),
			person('a', 'official', 'Công an tỉnh'),
			at(admit('admission-1', 'a', 0)),
			count('count-0001', 'Công an tỉnh', 45),
			count('count-0002', 'Công an tỉnh', 2),
			count('count-0003', 'Công an tỉnh', -1),
			count('count-0004', 'Xã Đoàn', -4)
		]);
		expect(delegations(counted)).toEqual([
			{ unit: 'Công an tỉnh', summoned: 50, present: 47, named: 1, counted: 46, excused: 0, missing: 3 },
			{ unit: 'Xã Đoàn', summoned: 0, present: 0, named: 0, counted: 0, excused: 0, missing: 0 }
		]);
		expect(readiness(counted)).toMatchObject({ summoned: 50, present: 47, presentSummoned: 47, absent: 3 });
		expect(missingUnits(counted).map((row) => row.unit)).toEqual(['Công an tỉnh']);
		// What was pressed too often downwards is made good by pressing upwards, step by step.
		expect(countedOf(fold([count('count-0005', 'Xã Đoàn', 5)], counted).welcome, 'Xã Đoàn')).toBe(1);
	});

	it('WEL-7: without personal invitations the plan’s numbers are those summoned, else they are only a plan', () => {
		const quota = [conference('Công an tỉnh', 50), person('a'), at(admit('admission-1', 'a', 0))];
		expect(readiness(fold(quota))).toMatchObject({ summoned: 1, present: 1, absent: 0 });
		const alone = fold([conference('Xã Đoàn', 50), person('a'), at(admit('admission-1', 'a', 0))]);
		expect(delegations(alone)).toMatchObject([{ unit: 'Xã Đoàn', summoned: 1, present: 1, missing: 0 }]);
		const open = fold([conference('Công an tỉnh', 50, { noPersonalInvitations: true }), person('a')]);
		expect(readiness(open)).toMatchObject({ summoned: 51, present: 0, absent: 51 });
		expect(missingUnits(open).map(({ unit, missing }) => [unit, missing])).toEqual([
			['Công an tỉnh', 50],
			['Xã Đoàn', 1]
		]);
	});

	it('WEL-8: the hall’s capacity warns by who is here, heads included, and refuses nobody', () => {
		const full = fold([
			conference('Công an tỉnh', 50, { capacity: 3 }),
			person('a'),
			at(admit('admission-1', 'a', 0)),
			person('driver', 'crew'),
			at(admit('admission-2', 'driver', 0)),
			count('count-0001', 'Công an tỉnh', 2)
		]);
		expect(capacityOf(full)).toEqual({ present: 3, capacity: 3, over: false });
		const over = fold([person('b'), at(admit('admission-3', 'b', 1))], full);
		expect(capacityOf(over)).toEqual({ present: 4, capacity: 3, over: true });
		expect(capacityOf(fold([person('a')]))).toBeNull();
	});

	it('WEL-9: a device can replay every one of these facts by itself', () => {
		for (const type of ['door.lounge', 'door.companions', 'door.documents', 'door.count'])
			expect(Object.keys(factDeciders)).toContain(type);
	});

	it('WEL-10: a pair is settled once, by whoever is first, and stays settled in any order', () => {
		const facts = [
			person('a'),
			at(admit('admission-1', 'a', 0), 'dev-1'),
			at(admit('admission-2', 'a', 3), 'dev-2')
		];
		const open = fold(facts);
		expect(openConflicts(open.admissions)).toHaveLength(1);
		const settle: Fact = at({ id: 'settle-01', type: 'door.settle', payload: { admission: 'admission-2' } });
		const events = eventsOf(settle, T0, open);
		const settled = events.reduce(evolve, open);
		expect(openConflicts(settled.admissions)).toEqual([]);
		expect(eventsOf({ ...settle, command: { ...settle.command, id: 'settle-02' } }, T0, settled)).toEqual([]);
		// The settling folded first, the facts after it and in the other order.
		const early = fold([...facts].reverse(), events.reduce(evolve, initialState));
		expect(openConflicts(early.admissions)).toEqual([]);
		expect(early.admissions).toEqual(settled.admissions);
		// A third desk that reports late is another case.
		const third = fold([at(admit('admission-3', 'a', 1), 'dev-3')], settled);
		expect(openConflicts(third.admissions).map((one) => one.admissions.map((a) => a.id))).toEqual([
			['admission-1', 'admission-3', 'admission-2']
		]);
	});
});
