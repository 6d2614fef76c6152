/**
 * Owns: one plan for everybody. Hard rules first (one person a seat, locks stay, what is closed stays empty), then the
 * rules one after another: who comes later takes what is left and never moves who came before. The same on every
 * machine: no clock, no chance.
 */
import type { Seat } from '../hall';
import { boardOf, leave, sit, type Board, type Guest } from './board';
import { conflictsOf } from './conflicts';
import { explain } from './explain';
import { seatByAisle } from './aisle';
import { seatAnywhere, seatAtSides, seatWheelchairs } from './extras';
import type { PlanInput, PlanPerson, Role } from './input';
import { seatPresidium, seatProtocol } from './protocol';
import { outcome, withoutHall, type Plan } from './outcome';
import { scoreBoard } from './scores';
import { clustersOf, seatClusters, unitsOf } from './units';
import { joinUnits } from './joiners';
import { keepHoles, seatWaves, wavesOf } from './waves';

/** `keep`: whoever may stay stays. `fresh`: only locks and walk-ins stay. */
export type { Plan } from './outcome';
export type PlanMode = 'keep' | 'fresh';

export function planSeats(input: PlanInput, mode: PlanMode): Plan {
	if (!input.hall) return withoutHall(input);
	const board = boardOf(input.hall, input.holds);
	const people = board.stage.length ? input.people : onTheFloor(input.people);
	const guests = people.map((person): Guest => {
		const before = person.seat && board.at(person.seat);
		return { person, spot: null, before, fixed: person.fixed, reason: null };
	});
	settleFixed(board, guests, input);
	const free = guests.filter(({ fixed }) => !fixed);
	const chairs = free.filter(({ person }) => person.wheelchair);
	const walking = free.filter(({ person }) => !person.wheelchair);
	turnAway(board, walking);
	if (mode === 'keep') for (const guest of free) stay(guest);
	const by = byRole(walking);
	const others = [...by.protocol, ...by.recipient, ...by.ordinary, ...by.side];

	const waves = wavesOf(
		guests.filter(({ person, reason }) => person.role === 'recipient' && !person.wheelchair && !reason)
	);

	seatPresidium(board, by.presidium);
	keepHoles(waves);
	seatProtocol(board, by.protocol);
	seatWaves(board, waves, roomOf(board) - others.length);
	clearHonour(board, [...by.ordinary, ...by.side]);
	const clusters = clustersOf(by.ordinary, input.placement);
	joinUnits(board, clusters, guests, input.placement, allowance(input, guests));
	seatClusters(board, clusters);
	seatAtSides(board, by.side);
	seatAnywhere(board, others);
	seatByAisle(clusters);
	seatWheelchairs(board, chairs, guests);
	const units = unitsOf(guests, input.placement);
	explain(guests, units, input.placement);
	return {
		...outcome(input, guests),
		conflicts: conflictsOf(board, input),
		scores: scoreBoard(board, guests, units)
	};
}

/** Who is to get a seat, each in the order in which they are served. */
function byRole(guests: readonly Guest[]): Record<Role, Guest[]> {
	const by: Record<Role, Guest[]> = { presidium: [], protocol: [], recipient: [], ordinary: [], side: [] };
	for (const guest of guests) if (!guest.reason) by[guest.person.role].push(guest);
	return by;
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
		const spot = board.at(seat);
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
	let room = roomOf(board);
	for (const guest of guests) {
		if (guest.person.role === 'presidium') continue;
		if (room > 0) room--;
		else guest.reason = 'hall_full';
	}
}

const roomOf = ({ floor }: Board): number => floor.filter((spot) => spot.open && !spot.sitter?.fixed).length;

/** Of each person who came, left or changed the unit, two others may move in all. */
function allowance({ leaving }: PlanInput, guests: readonly Guest[]): number {
	const came = guests.filter(({ person }) => !person.seat || isAnothers(person)).length;
	const moved = guests.filter(({ spot, before }) => before && spot !== before).length;
	return 2 * (came + leaving.filter(({ fixed }) => !fixed).length) - moved;
}

/** The seat was given to them as one of another unit. */
const isAnothers = ({ role, why, unit }: PlanPerson): boolean =>
	role === 'ordinary' && (why?.rule === 'unit' || why?.rule === 'group') && why.unit !== unit;

/** On their seat, if it is still one that their rule may give. */
function stay(guest: Guest): void {
	const spot = guest.before;
	if (!spot || guest.reason || spot.sitter) return;
	if (isAnothers(guest.person)) return;
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
