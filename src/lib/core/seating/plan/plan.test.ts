import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, randomSeating, taken } from '../../../../../tests/support/random-hall';
import { decide } from '../../log/decide';
import type { State } from '../../log/slices';
import { rowOf } from '../../table';
import { seatKey } from '../hall';
import { layoutOf } from '../layout';
import { ROLES, type PlanInput, type PlanPerson } from './input';
import { planSeats, type Plan, type PlanMode } from './plan';
import { scoresOf } from './scores';

type Case = { state: State; input: PlanInput; plan: Plan; mode: PlanMode };

const forAll = (check: (one: Case) => void, numRuns = 150): void => {
	fc.assert(
		fc.property(randomSeating(70), fc.constantFrom<PlanMode>('fresh', 'keep'), (state, mode) => {
			const input = inputOf(state);
			check({ state, input, plan: planSeats(input, mode), mode });
		}),
		{ numRuns }
	);
};

const placesOf = ({ hall }: PlanInput) => {
	if (!hall) throw new Error('no hall');
	return layoutOf(hall);
};
const of = (input: PlanInput, fits: (person: PlanPerson) => boolean): PlanPerson[] =>
	input.people.filter(fits);
const placeIn = (input: PlanInput, plan: Plan, id: string) => {
	const seat = plan.all[id]?.seat;
	return seat && placesOf(input).byKey.get(seatKey(seat));
};

describe('hard rules, on random halls', () => {
	it('PLAN-1: one seat a person and one person a seat, none that is out of use, closed or held', () => {
		forAll(({ input, plan }) => {
			const { byKey } = placesOf(input);
			const locked = [...input.people, ...input.leaving].flatMap(({ fixed, seat }) =>
				fixed && seat ? seatKey(seat) : []
			);
			const used = new Set(locked);
			for (const { id, fixed } of input.people) {
				const seat = plan.all[id]?.seat;
				if (!seat || fixed) continue;
				const key = seatKey(seat);
				expect(byKey.get(key)?.out).toBe(false);
				expect(input.holds[key]).toBeUndefined();
				expect(used).not.toContain(key);
				used.add(key);
			}
		});
	});

	it('PLAN-1: the command takes the plan, as long as no lock stands against the rules', () => {
		forAll(({ state, plan }) => {
			if (plan.conflicts.length) return;
			const decided = decide(
				state,
				{ id: 'c', type: 'seat.plan', payload: { seats: plan.seats, based: state.seating.version } },
				{ now: 1, actor: { kind: 'admin', id: 'a', role: 'admin' }, command: 'c' }
			);
			expect(decided).toMatchObject({ ok: true });
		});
	});

	it('PLAN-2: locks and walk-ins stay, whatever stands against them, and each clash is told', () => {
		forAll(({ state, input, plan }) => {
			const sitters = new Map<string, string[]>();
			for (const [id, { block, row, seat }] of Object.entries(state.seating.seats)) {
				const person = rowOf(state.roster.delegates, id);
				const away = !person || person.withdrawn || person.absence !== null;
				if (!state.seating.locked[id] && (away || person.kind !== 'walkIn')) continue;
				if (!away) expect(plan.all[id]?.seat).toEqual({ block, row, seat });
				expect(plan.seats.filter(({ delegate, seat: to }) => delegate === id && !to)).toEqual([]);
				const key = seatKey({ block, row, seat });
				sitters.set(key, [...(sitters.get(key) ?? []), id]);
			}
			const told = (kind: string) =>
				plan.conflicts
					.filter((one) => one.kind === kind)
					.map(({ seat }) => seatKey(seat))
					.sort();
			const doubled = [...sitters].filter(([, ids]) => ids.length > 1).map(([key]) => key);
			expect(told('twoOnSeat')).toEqual(doubled.sort());
			const { byKey } = placesOf(input);
			expect(told('seatOut')).toEqual([...sitters.keys()].filter((key) => byKey.get(key)?.out).sort());
		});
	});

	it('PLAN-3: a wheelchair gets a wheelchair’s place or none, and nobody else gets one', () => {
		forAll(({ input, plan }) => {
			for (const { id, wheelchair, fixed } of of(input, ({ fixed: stays }) => !stays)) {
				const place = placeIn(input, plan, id);
				if (place) expect(place.wheelchair).toBe(wheelchair);
				else if (wheelchair && !fixed)
					expect(plan.unplaced).toContainEqual({ delegate: id, reason: 'no_wheelchair_place' });
			}
			const free = placesOf(input).places.filter(
				({ key, wheelchair, out, onStage }) =>
					wheelchair &&
					!out &&
					!onStage &&
					!input.holds[key] &&
					!Object.values(plan.all).some(({ seat }) => seatKey(seat) === key) &&
					!input.leaving.some(({ fixed, seat }) => fixed && seatKey(seat) === key)
			);
			if (free.length)
				expect(plan.unplaced.filter(({ reason }) => reason === 'no_wheelchair_place')).toEqual([]);
		});
	});

	it('PLAN-4: in a hall that is too small the last in turn stay without a seat, and no seat stays empty', () => {
		forAll(({ input, plan }) => {
			const out = plan.unplaced
				.filter(({ reason }) => reason === 'hall_full')
				.map(({ delegate }) => delegate);
			if (!out.length) return;
			const walking = of(
				input,
				({ id, fixed, wheelchair }) =>
					!fixed &&
					!wheelchair &&
					!plan.unplaced.some((one) => one.delegate === id && one.reason === 'no_stage_place')
			).filter(({ id }) => !placeIn(input, plan, id)?.onStage);
			const rank = (id: string): number => {
				const person = input.people.find((one) => one.id === id);
				if (!person) return -1;
				const honour = person.role === 'presidium' ? 1 : ROLES.indexOf(person.role);
				return honour < 3
					? honour * 10
					: honour * 10 + (person.kind === 'crew' ? 3 : person.kind === 'companion' ? 2 : 0);
			};
			const seated = walking.filter(({ id }) => plan.all[id]).map(({ id }) => rank(id));
			expect(Math.min(...out.map(rank))).toBeGreaterThanOrEqual(Math.max(-1, ...seated));
			const taken = new Set([
				...Object.values(plan.all).map(({ seat }) => seatKey(seat)),
				...input.leaving.filter(({ fixed }) => fixed).map(({ seat }) => seatKey(seat))
			]);
			const empty = placesOf(input).places.filter(
				({ key, out: closed, onStage, wheelchair }) =>
					!closed && !onStage && !wheelchair && !input.holds[key] && !taken.has(key)
			);
			expect(empty).toEqual([]);
		});
	});

	it('PLAN-6: nobody of honour sits before somebody higher, on the floor or on the stage', () => {
		forAll(({ plan }) => expect(plan.scores.inversions).toBe(0), 300);
	});

	it('PLAN-11: every seat has its reason, and a change says it', () => {
		forAll(({ plan, input }) => {
			for (const { id, fixed } of input.people)
				if (plan.all[id] && !fixed) expect(plan.all[id].why).toBeDefined();
			for (const { delegate, seat, why } of plan.seats)
				if (seat) expect(why).toEqual(plan.all[delegate]?.why);
		});
	});

	it('PLAN-15: whoever needs an aisle and sits at none is named, and nobody else', () => {
		forAll(({ input, plan }) => {
			const meant = of(input, ({ id, aisle, wheelchair }) => {
				const place = placeIn(input, plan, id);
				return aisle && !wheelchair && place !== undefined && !place.aisle;
			});
			expect(plan.offAisle.map(({ delegate }) => delegate).sort()).toEqual(meant.map(({ id }) => id).sort());
			for (const { delegate, because } of plan.offAisle) {
				const person = input.people.find(({ id }) => id === delegate);
				// Without a stage the Presidium sits on the floor in protocol order.
				const role = placesOf(input).places.some(({ onStage }) => onStage)
					? person?.role
					: person?.role.replace('presidium', 'protocol');
				expect(because).toBe(person?.fixed ? 'locked' : role);
			}
		});
	});

	it('PLAN-12: the same people in the same hall get the same plan', () => {
		forAll(({ input, plan, mode }) => expect(planSeats(structuredClone(input), mode)).toEqual(plan), 60);
	});

	it('PLAN-12: a plan that was taken changes nothing when it is made again', () => {
		forAll(({ state, plan }) => {
			const again = planSeats(inputOf(taken(state, plan)), 'keep');
			// Who is locked without a seat is tied to the one they got: the reason of an aisle may change by that.
			expect({ ...again, all: {}, scores: {}, offAisle: [] }).toEqual({
				...plan,
				all: {},
				scores: {},
				offAisle: [],
				seats: [],
				moved: [],
				placed: [],
				freed: []
			});
			expect(again.seats).toEqual([]);
		}, 300);
	});

	it('PLAN-13: the scores are those of any seating, however it came to be', () => {
		forAll(({ input, plan }) => {
			const seats = Object.fromEntries(Object.entries(plan.all).map(([id, { seat }]) => [id, seat]));
			expect(scoresOf(input, seats)).toEqual(plan.scores);
		}, 60);
	});
});
