/**
 * Owns: one plan for everybody. Hard rules first (one person a seat, locks stay, what is closed stays empty), then the
 * rules one after another: who comes later takes what is left and never moves who came before. The same on every
 * machine: no clock, no chance.
 */
import { sameSeat, seatKey, type Seat } from '../hall';
import type { SeatChange } from '../model';
import type { Why } from '../why';
import { boardOf, leave, sit, type Board, type Guest, type Unplaced } from './board';
import { conflictsOf, type Conflict } from './conflicts';
import { explain } from './explain';
import { seatAnywhere, seatAtSides, seatWheelchairs, swapToAisle } from './extras';
import type { PlanInput, PlanPerson, Role } from './input';
import { seatPresidium, seatProtocol } from './protocol';
import { scoreBoard, type Scores } from './scores';
import { clustersOf, seatClusters } from './units';
import { joinUnits } from './joiners';
import { seatWaves, wavesOf } from './waves';

/** `keep`: whoever may stay stays. `fresh`: only locks and walk-ins stay. */
export type PlanMode = 'keep' | 'fresh';

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
	/** What the plan may not put right, because it is locked. */
	conflicts: Conflict[];
	scores: Scores;
};

export function planSeats(input: PlanInput, mode: PlanMode): Plan {
	if (!input.hall) return withoutHall(input);
	const board = boardOf(input.hall, input.holds);
	const people = board.stage.length ? input.people : onTheFloor(input.people);
	const guests = people.map((person): Guest => {
		const before = (person.seat && board.byKey.get(seatKey(person.seat))) ?? null;
		return { person, spot: null, before, fixed: person.fixed, reason: null };
	});
	settleFixed(board, guests, input);
	const free = guests.filter(({ fixed }) => !fixed);
	const chairs = free.filter(({ person }) => person.wheelchair);
	const walking = free.filter(({ person }) => !person.wheelchair);
	turnAway(board, walking);
	if (mode === 'keep') for (const guest of free) stay(guest);
	const by = (...roles: Role[]): Guest[] =>
		walking.filter(({ person, reason }) => !reason && roles.includes(person.role));

	seatPresidium(board, by('presidium'));
	seatProtocol(board, by('protocol'));
	const receiving = guests.filter(
		({ person, reason }) => person.role === 'recipient' && !person.wheelchair && !reason
	);
	seatWaves(board, wavesOf(receiving));
	clearHonour(board, by('ordinary', 'side'));
	const clusters = clustersOf(by('ordinary'), input.placement);
	joinUnits(clusters, guests);
	seatClusters(board, clusters);
	seatAtSides(board, by('side'));
	seatAnywhere(board, by('protocol', 'recipient', 'ordinary', 'side'));
	swapToAisle(by('ordinary'), input.placement);
	seatWheelchairs(board, chairs, guests);
	explain(guests, input.placement);
	return {
		...outcome(input, guests),
		conflicts: conflictsOf(board, input),
		scores: scoreBoard(board, guests)
	};
}

/** No stage to sit on: the Presidium is honoured with the others, in one order. */
function onTheFloor(people: readonly PlanPerson[]): PlanPerson[] {
	const honoured = people
		.filter(({ role }) => role === 'presidium' || role === 'protocol')
		.map((person): PlanPerson => ({ ...person, role: 'protocol' }));
	honoured.sort((a, b) => a.order - b.order);
	return [...honoured, ...people.filter(({ role }) => role !== 'presidium' && role !== 'protocol')];
}

function settleFixed(board: Board, guests: Guest[], { leaving }: PlanInput): void {
	for (const guest of guests) {
		if (!guest.fixed) continue;
		guest.spot = guest.before;
		if (guest.spot && !guest.spot.sitter) guest.spot.sitter = guest;
	}
	for (const { id, seat, fixed } of leaving) {
		const spot = board.byKey.get(seatKey(seat)) ?? null;
		if (fixed && spot && !spot.sitter) spot.sitter = ghost(id, seat);
	}
}

/** Keeps a seat that the plan may not give away; nobody of the plan. */
const ghost = (id: string, seat: Seat): Guest => ({
	person: {
		id,
		role: 'ordinary',
		order: 0,
		kind: 'official',
		unit: '',
		group: null,
		award: null,
		wheelchair: false,
		aisle: false,
		seat,
		fixed: true
	},
	spot: null,
	before: null,
	fixed: true,
	reason: null
});

/** When the hall is too small, the last in turn get no seat: the crew first. */
function turnAway(board: Board, guests: Guest[]): void {
	let room = board.floor.filter((spot) => spot.open && !spot.sitter?.fixed).length;
	for (const guest of guests) {
		if (guest.person.role === 'presidium') continue;
		if (room > 0) room--;
		else guest.reason = 'hall_full';
	}
}

/** On their seat, if it is still one that their rule may give. */
function stay(guest: Guest): void {
	const spot = guest.before;
	if (!spot || guest.reason || spot.sitter) return;
	const { role, wheelchair } = guest.person;
	const right = wheelchair
		? spot.usable && spot.place.wheelchair
		: role === 'presidium'
			? spot.usable && spot.place.onStage && !spot.place.wheelchair
			: spot.open;
	if (right) sit(guest, spot);
}

/** Others leave the gaps among the guests of honour, as far as there are seats behind. */
function clearHonour(board: Board, guests: Guest[]): void {
	const ahead = guests.filter(({ spot }) => spot?.reserved);
	if (!ahead.length) return;
	const free = board.floor.filter((spot) => spot.open && !spot.sitter && !spot.reserved).length;
	const seatless = guests.filter(({ spot }) => !spot).length;
	for (const guest of ahead.slice(0, Math.max(0, free - seatless))) leave(guest);
}

function outcome(input: PlanInput, guests: Guest[]): Omit<Plan, 'conflicts' | 'scores'> {
	const plan: Omit<Plan, 'conflicts' | 'scores'> = {
		seats: [],
		all: {},
		moved: [],
		placed: [],
		freed: [],
		unplaced: []
	};
	for (const { person, spot, fixed, why, reason } of guests) {
		const seat = fixed ? person.seat : (spot?.place.seat ?? null);
		const delegate = person.id;
		if (seat) plan.all[delegate] = { seat, ...(why && { why }) };
		else plan.unplaced.push({ delegate, reason: reason ?? 'hall_full' });
		const same = sameSeat(seat, person.seat);
		if (same && (!seat || sameWhy(why, person.why))) continue;
		plan.seats.push(seat ? { delegate, seat, ...(why && { why }) } : { delegate, seat });
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

function withoutHall(input: PlanInput): Plan {
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
		conflicts: [],
		scores: scoreBoard(null, [])
	};
}
