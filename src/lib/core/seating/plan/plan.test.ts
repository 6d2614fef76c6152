import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, randomSeating, taken } from '../../../../../tests/support/random-hall';
import { decide } from '../../log/decide';
import type { State } from '../../log/slices';
import { rowOf } from '../../table';
import { seatKey } from '../hall';
import { layoutOf } from '../layout';
import { planSeats, type Plan, type PlanMode } from './plan';

const modes: PlanMode[] = ['fresh', 'keep'];
const forAll = (check: (state: State, plan: Plan, mode: PlanMode) => void, numRuns = 150): void =>
	fc.assert(
		fc.property(randomSeating, fc.constantFrom(...modes), (state, mode) =>
			check(state, planSeats(inputOf(state), mode), mode)
		),
		{ numRuns }
	);

const layoutIn = (state: State) => {
	if (!state.seating.hall) throw new Error('no hall');
	return layoutOf(state.seating.hall);
};
const stays = (state: State, id: string): boolean =>
	state.seating.seats[id] !== undefined &&
	(state.seating.locked[id] === true || rowOf(state.roster.delegates, id)?.kind === 'walkIn');

describe('the plan, on random halls', () => {
	it('PLAN-1: gives everybody one seat that is there, in use and nobody else’s; what is locked stays', () => {
		forAll((state, plan) => {
			const { byKey } = layoutIn(state);
			const used = new Map<string, string>();
			for (const [id, { seat }] of Object.entries(plan.all)) {
				const key = seatKey(seat);
				if (stays(state, id)) expect(seat).toMatchObject(seatOnly(state, id));
				else {
					expect(byKey.get(key)?.out).toBe(false);
					expect(state.seating.holds[key]).toBeUndefined();
					expect(used.get(key)).toBeUndefined();
				}
				used.set(key, id);
			}
			for (const id of Object.keys(state.seating.seats))
				if (stays(state, id) && !rowOf(state.roster.delegates, id)?.withdrawn)
					expect(plan.all[id]).toBeDefined();
		});
	});

	it('PLAN-1: what it asks for is taken by the command, as long as no lock stands against the rules', () => {
		forAll((state, plan) => {
			if (plan.conflicts.length) return;
			const version = state.seating.version;
			const decided = decide(
				state,
				{ id: 'c', type: 'seat.plan', payload: { seats: plan.seats, based: version } },
				{ now: 1, actor: { kind: 'admin', id: 'a', role: 'admin' }, command: 'c' }
			);
			expect(decided).toMatchObject({ ok: true });
		});
	});

	it('PLAN-12: the same people get the same plan, and a plan that was taken moves nobody', () => {
		forAll((state, plan, mode) => {
			expect(planSeats(inputOf(state), mode)).toEqual(plan);
			const again = planSeats(inputOf(taken(state, plan)), 'keep');
			expect(again.moved).toEqual([]);
			expect(again.placed).toEqual([]);
			expect(again.freed).toEqual([]);
			expect(again.seats).toEqual([]);
		});
	});
});

function seatOnly(state: State, id: string) {
	const { block, row, seat } = state.seating.seats[id] ?? { block: '', row: 0, seat: 0 };
	return { block, row, seat };
}
