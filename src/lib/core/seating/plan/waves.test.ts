import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, randomSeating, taken } from '../../../../../tests/support/random-hall';
import { seatKey } from '../hall';
import { boardOf, runsOf, type Spot } from './board';
import type { PlanInput } from './input';
import { fits, leftOut } from './packing';
import { planSeats, type Plan } from './plan';

/** Members who sit as a wave, by wave; guests of honour and wheelchairs sit by their own rules. */
function wavesIn(input: PlanInput, plan: Plan): { id: string; fixed: boolean }[][] {
	const waves = new Map<number, { id: string; fixed: boolean }[]>();
	for (const { id, role, award, wheelchair, fixed } of input.people)
		if (role === 'recipient' && award && !wheelchair && plan.all[id])
			waves.set(award.wave, [...(waves.get(award.wave) ?? []), { id, fixed }]);
	return [...waves.values()];
}

/** Who of those on a seat comes first, by its key. */
function firstOnSeat({ people }: PlanInput, plan: Plan): Map<string, string> {
	const first = new Map<string, string>();
	for (const { id } of people) {
		const seat = plan.all[id]?.seat;
		if (seat && !first.has(seatKey(seat))) first.set(seatKey(seat), id);
	}
	return first;
}

/** Said anew, without the planner's own words: one row, no aisle, in order, only they and empty seats between. */
function standsWhole(input: PlanInput, plan: Plan, wave: { id: string }[]): boolean {
	const hall = input.hall;
	if (!hall) return false;
	const seats = wave.map(({ id }) => plan.all[id]?.seat);
	const [first] = seats;
	if (!first || seats.some((s) => s?.block !== first.block || s.row !== first.row)) return false;
	const numbers = seats.map((s) => s?.seat ?? 0);
	const rising = numbers.every((n, at) => at === 0 || n > (numbers[at - 1] ?? 0));
	const falling = numbers.every((n, at) => at === 0 || n < (numbers[at - 1] ?? 0));
	if (!rising && !falling) return false;
	const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
	const own = new Set(numbers);
	// A seat with two locks is that of the first of the two.
	const owners = firstOnSeat(input, plan);
	if (wave.some(({ id }, at) => seats[at] && owners.get(seatKey(seats[at])) !== id)) return false;
	const taken = new Set(
		[...Object.values(plan.all), ...input.leaving.filter(({ fixed }) => fixed)].map(({ seat }) =>
			seatKey(seat)
		)
	);
	const board = boardOf(hall, input.holds);
	for (let seat = from; seat <= to; seat++) {
		const spot = board.at({ ...first, seat });
		if (!spot || (seat < to && !spot.next)) return false;
		if (!own.has(seat) && (!spot.open || taken.has(spot.key))) return false;
	}
	return true;
}

/** Every way to give each wave a window, or none: the most that can stand whole. */
function bruteForce(runs: Spot[][], waves: Plan, input: PlanInput): number {
	const wanted = wavesIn(input, waves);
	const used = new Set<Spot>();
	const windows = (wave: { id: string; fixed: boolean }[]): Spot[][] =>
		runs.flatMap((run) =>
			run.flatMap((_, at) => {
				const window = run.slice(at, at + wave.length);
				if (window.length < wave.length) return [];
				return [window, [...window].reverse()].filter((spots) =>
					wave.every(({ id, fixed }, n) => {
						const seat = fixed ? waves.all[id]?.seat : undefined;
						return !seat || (spots[n] && spots[n].key === seatKey(seat));
					})
				);
			})
		);
	const all = wanted.map(windows);
	const locked = input.people.filter(({ fixed }) => fixed);
	const seatOfFixed = firstOnSeat({ ...input, people: locked }, waves);
	const search = (at: number): number => {
		const wave = wanted[at];
		if (!wave) return 0;
		let best = search(at + 1);
		for (const window of all[at] ?? []) {
			if (best === wanted.length - at) break;
			const free = window.every(
				(spot, n) => !used.has(spot) && (seatOfFixed.get(spot.key) ?? wave[n]?.id) === wave[n]?.id
			);
			if (!free) continue;
			for (const spot of window) used.add(spot);
			best = Math.max(best, 1 + search(at + 1));
			for (const spot of window) used.delete(spot);
		}
		return best;
	};
	return search(0);
}

describe('waves', () => {
	it('PLAN-5: as many waves stand whole as a search of all ways finds', () => {
		fc.assert(
			fc.property(randomSeating(30, 5), fc.constantFrom('fresh' as const, 'keep' as const), (state, mode) => {
				const input = inputOf(state);
				const plan = planSeats(input, mode);
				if (!input.hall) return;
				const waves = wavesIn(input, plan);
				fc.pre(waves.length > 0);
				// The guests of honour sit first, where the plan has put them.
				const honour = input.people
					.filter(({ role }) => role === 'protocol' || role === 'presidium')
					.flatMap(({ id }) => (plan.all[id] ? [seatKey(plan.all[id].seat)] : []));
				const locked = input.leaving.flatMap(({ fixed, seat }) => (fixed ? [seatKey(seat)] : []));
				const taken = new Set([...honour, ...locked]);
				const runs = runsOf(boardOf(input.hall, input.holds), (s) => s.open && !taken.has(s.key));
				const whole = waves.filter((wave) => standsWhole(input, plan, wave)).length;
				expect(whole).toBeGreaterThanOrEqual(bruteForce(runs, plan, input));
				expect(plan.scores.wavesWhole).toBe(whole);
				expect(plan.scores.wavesPossible).toBe(whole);
			}),
			{ numRuns: 500 }
		);
	});

	it('PLAN-5: packing says yes exactly when there is a way', () => {
		const exact = (lengths: number[], spaces: number[]): boolean => {
			const [length, ...rest] = lengths;
			if (length === undefined) return true;
			return spaces.some((space, at) => {
				if (space < length) return false;
				return exact(
					rest,
					spaces.map((other, n) => (n === at ? space - length : other))
				);
			});
		};
		const some = (most: number) => fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: most });
		fc.assert(
			fc.property(some(6), some(4), (lengths, spaces) => {
				expect(fits(lengths, spaces)).toBe(exact(lengths, spaces));
				const out = leftOut(lengths, spaces);
				expect(
					exact(
						lengths.filter((_, at) => !out.has(at)),
						spaces
					)
				).toBe(true);
				if (out.size > 1)
					for (const at of out)
						expect(
							exact(
								lengths.filter((_, n) => n === at || !out.has(n)),
								spaces
							)
						).toBe(false);
			}),
			{ numRuns: 300 }
		);
	});

	it('PLAN-5: a wave that is whole stays where it is when others change', () => {
		fc.assert(
			fc.property(randomSeating(50), (drawn) => {
				const state = { ...drawn, seating: { ...drawn.seating, seats: {}, locked: {} } };
				const plan = planSeats(inputOf(state), 'fresh');
				const next = taken(state, plan);
				const gone = Object.keys(plan.all).filter((_, at) => at % 9 === 0);
				for (const id of gone) delete next.seating.seats[id];
				const input = inputOf(next);
				const again = planSeats(input, 'keep');
				for (const wave of wavesIn(input, again)) {
					if (wave.some(({ id }) => gone.includes(id)) || !standsWhole(input, plan, wave)) continue;
					if (again.scores.wavesWhole > plan.scores.wavesWhole) continue;
					for (const { id } of wave) expect(again.moved).not.toContain(id);
				}
			}),
			{ numRuns: 100 }
		);
	});
});
