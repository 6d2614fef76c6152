/** Owns: what a plan says: the differences from now, for the command, and lists for the people who look at it. */
import { sameSeat, type Seat } from '../hall';
import type { SeatChange } from '../model';
import type { Why } from '../why';
import type { Guest, Unplaced } from './board';
import type { Conflict } from './conflicts';
import type { PlanInput, Role } from './input';
import { scoreBoard, type Scores } from './scores';

export type Plan = {
	/** What differs from now, for the command `seat.plan`. */
	seats: SeatChange[];
	/** Everybody who has a seat in the plan. */
	all: Record<string, { seat: Seat; why?: Why }>;
	/** Had a seat and get another one; got their first; lose theirs. */
	moved: string[];
	placed: string[];
	freed: string[];
	unplaced: { delegate: string; reason: Unplaced }[];
	/** Need an aisle and sit at none, and what stood before it. */
	offAisle: { delegate: string; because: Role | 'locked' }[];
	/** What the plan may not put right, because it is locked. */
	conflicts: Conflict[];
	scores: Scores;
};

export function outcome(input: PlanInput, guests: Guest[]): Omit<Plan, 'conflicts' | 'scores'> {
	const plan: Omit<Plan, 'conflicts' | 'scores'> = {
		seats: [],
		all: {},
		moved: [],
		placed: [],
		freed: [],
		unplaced: [],
		offAisle: []
	};
	for (const { person, spot, fixed, why, reason } of guests) {
		const seat = fixed ? person.seat : (spot?.place.seat ?? null);
		const delegate = person.id;
		if (seat) plan.all[delegate] = why ? { seat, why } : { seat };
		else plan.unplaced.push({ delegate, reason: reason ?? 'hall_full' });
		if (person.aisle && !person.wheelchair && spot && !spot.place.aisle)
			plan.offAisle.push({ delegate, because: fixed ? 'locked' : person.role });
		const same = sameSeat(seat, person.seat);
		if (same && (!seat || sameWhy(why, person.why))) continue;
		plan.seats.push(seat && why ? { delegate, seat, why } : { delegate, seat });
		if (same) continue;
		if (!seat) plan.freed.push(delegate);
		else if (person.seat) plan.moved.push(delegate);
		else plan.placed.push(delegate);
	}
	for (const { id, fixed } of input.leaving) {
		if (fixed) continue;
		plan.seats.push({ delegate: id, seat: null });
		plan.freed.push(id);
	}
	return plan;
}

/** Keys in any order: the database hands objects back with theirs sorted. */
function sameWhy(a: Why | undefined, b: Why | undefined): boolean {
	if (!a || !b) return a === b;
	const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
	return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

export function withoutHall(input: PlanInput): Plan {
	const seated = input.people.filter(({ seat }) => seat);
	return {
		seats: [],
		all: Object.fromEntries(
			seated.flatMap(({ id, seat, why }) => (seat ? [[id, { seat, ...(why && { why }) }]] : []))
		),
		moved: [],
		placed: [],
		freed: [],
		unplaced: input.people.flatMap(({ id, seat }) =>
			seat ? [] : [{ delegate: id, reason: 'no_hall' as const }]
		),
		offAisle: [],
		conflicts: [],
		scores: scoreBoard(null, [], [])
	};
}
