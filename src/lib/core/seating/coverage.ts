/**
 * Owns: how well the seats cover the people: who has none yet, which units sit apart, what contradicts itself. What an
 * organiser looks at before the invitations go to print.
 */
import { whereabouts, type AdmissionsState } from '../admissions/model';
import type { Delegate, DelegateId, RosterState } from '../delegates/model';
import { rowOf, rowsOf } from '../table';
import { isOut, seatExists, seatKey, type Hall, type Seat } from './hall';
import type { SeatedHouse } from './live-map';
import { layoutOf, type Layout, type Place } from './layout';
import { sittersOf, type SeatingState } from './model';

/** Should have a seat: on the list, and not said to stay away. Who was excused and came all the same is a guest. */
export function wantsSeat(person: Delegate, admissions: AdmissionsState): boolean {
	if (person.withdrawn) return false;
	return person.absence === null || whereabouts(admissions, person.id) !== 'absent';
}

type Seated = Pick<SeatedHouse, 'roster' | 'seating' | 'admissions'>;

/** People who should have a seat and have none, by unit and id. */
export function unseated({ roster, seating, admissions }: Seated): Delegate[] {
	return [...rowsOf(roster.delegates)]
		.filter((person) => wantsSeat(person, admissions) && !seating.seats[person.id])
		.sort((a, b) => (a.unit === b.unit ? 0 : a.unit < b.unit ? -1 : 1) || (a.id < b.id ? -1 : 1));
}

/** Ids of those who should have a seat, by unit. */
export function membersOf(
	{ delegates }: RosterState,
	admissions: AdmissionsState
): Map<string, DelegateId[]> {
	const members = new Map<string, DelegateId[]>();
	for (const person of rowsOf(delegates)) {
		if (!wantsSeat(person, admissions)) continue;
		const unit = members.get(person.unit);
		if (unit) unit.push(person.id);
		else members.set(person.unit, [person.id]);
	}
	for (const ids of members.values()) ids.sort();
	return members;
}

export type UnitCoverage = {
	/** Empty for those without a unit. */
	unit: string;
	people: number;
	seated: number;
	arrived: number;
	/** Ids of the blocks in which the unit sits. */
	blocks: string[];
	/** Groups that sit apart from each other; more than one is worth a look. */
	parts: number;
};

/**
 * By unit, the largest first. Whoever sits by protocol, for an award or for a need of their own does not count as torn
 * from the unit.
 */
export function coverageByUnit(state: Seated): UnitCoverage[] {
	const units = new Map<string, UnitCoverage & { together: Seat[] }>();
	for (const person of rowsOf(state.roster.delegates)) {
		if (!wantsSeat(person, state.admissions)) continue;
		let unit = units.get(person.unit);
		if (!unit) {
			unit = { unit: person.unit, people: 0, seated: 0, arrived: 0, blocks: [], parts: 0, together: [] };
			units.set(person.unit, unit);
		}
		const seat = state.seating.seats[person.id];
		unit.people++;
		if (whereabouts(state.admissions, person.id) === 'present') unit.arrived++;
		if (!seat) continue;
		unit.seated++;
		if (!unit.blocks.includes(seat.block)) unit.blocks.push(seat.block);
		if (!seat.why || !APART.has(seat.why.rule)) unit.together.push(seat);
	}
	return [...units.values()]
		.map(({ together, ...unit }) => ({ ...unit, parts: partsOf(together) }))
		.sort((a, b) => b.people - a.people || (a.unit < b.unit ? -1 : 1));
}

const APART: ReadonlySet<string> = new Set([
	'protocol',
	'presidium',
	'recipient',
	'wheelchair',
	'aisle',
	'side'
]);

/** Groups of seats in one block without a whole row between them. */
function partsOf(seats: readonly Seat[]): number {
	const rows = new Map<string, Set<number>>();
	for (const { block, row } of seats) rows.set(block, (rows.get(block) ?? new Set()).add(row));
	let parts = 0;
	for (const numbers of rows.values()) for (const row of numbers) if (!numbers.has(row - 1)) parts++;
	return parts;
}

export type SeatConflict = {
	kind: 'two' | 'out' | 'held' | 'closed' | 'gone' | 'withdrawn' | 'wheelchair';
	delegate: DelegateId;
	seat: Seat;
};

/** What a person must look at. Each names one delegate and the seat that stands for them now. */
export function conflictsOf({ roster, seating }: Pick<SeatedHouse, 'roster' | 'seating'>): SeatConflict[] {
	const { hall, holds } = seating;
	if (!hall) return [];
	const places = layoutOf(hall).byKey;
	const found: SeatConflict[] = [];
	for (const [key, delegates] of sittersOf(seating))
		for (const delegate of delegates) {
			const seat = seating.seats[delegate];
			const kind = seat && faultOf(seat, key, delegates.length, rowOf(roster.delegates, delegate));
			if (seat && kind) found.push({ kind, delegate, seat });
		}
	return found;

	function faultOf(
		seat: Seat,
		key: string,
		sitters: number,
		person: Delegate | undefined
	): SeatConflict['kind'] | null {
		const block = hall?.blocks.find((one) => one.id === seat.block);
		if (!block || !seatExists(hall, seat)) return 'gone';
		if (isOut(block, seat.row, seat.seat)) return 'out';
		if (holds[key]) return holds[key] === 'held' ? 'held' : 'closed';
		if (sitters > 1) return 'two';
		if (person?.withdrawn) return 'withdrawn';
		const wheels = person?.seatNeeds?.includes('wheelchair') ?? false;
		const hasPlaces = wheels && hall?.blocks.some((one) => one.wheelchair?.length);
		return hasPlaces && !places.get(key)?.wheelchair ? 'wheelchair' : null;
	}
}

/** Empty seats that stay so although somebody waits for one, and for whom they are. */
export type KeptSeats = Record<'stage' | 'wheelchair' | 'held' | 'closed' | 'out', number>;

/** @param taken keys of the seats that are somebody's */
export function keptSeats(hall: Hall, holds: SeatingState['holds'], taken: ReadonlySet<string>): KeptSeats {
	const kept: KeptSeats = { stage: 0, wheelchair: 0, held: 0, closed: 0, out: 0 };
	for (const { key, out, onStage, wheelchair } of layoutOf(hall).places) {
		if (taken.has(key)) continue;
		if (out) kept.out++;
		else if (holds[key]) kept[holds[key] === 'held' ? 'held' : 'closed']++;
		else if (wheelchair) kept.wheelchair++;
		else if (onStage) kept.stage++;
	}
	return kept;
}

/**
 * For how many who wait there is no plain seat of the floor. A place on the stage or for a wheelchair helps nobody
 * else, and who needs one of these is not counted. 0 without a hall.
 */
export function missingSeats(state: Seated): number {
	const { hall, holds, seats } = state.seating;
	if (!hall) return 0;
	const { places } = layoutOf(hall);
	const onStage = places.some((place) => place.onStage);
	let free = 0;
	const taken = sittersOf(state.seating);
	for (const place of places)
		if (!place.out && !place.onStage && !place.wheelchair && !holds[place.key] && !taken.has(place.key))
			free++;
	let waiting = 0;
	for (const person of rowsOf(state.roster.delegates)) {
		if (seats[person.id] || !wantsSeat(person, state.admissions)) continue;
		const needs = person.seatNeeds ?? [];
		if (!needs.includes('wheelchair') && !(onStage && needs.includes('presidium'))) waiting++;
	}
	return Math.max(0, waiting - free);
}

/** May be given to somebody now: in use, nobody's, not kept back. */
export function isFree(place: Place, seating: SeatingState, sitters: ReadonlyMap<string, unknown>): boolean {
	return !place.out && !sitters.has(place.key) && !seating.holds[place.key];
}

/**
 * The first `count` free seats from one on, along its row and on through the rows behind it in the same block; a place
 * for a wheelchair is passed over. Fewer when the block ends.
 */
export function freeRun(layout: Layout, seating: SeatingState, from: string, count: number): Seat[] {
	const start = layout.byKey.get(from);
	if (!start) return [];
	const sitters = sittersOf(seating);
	const { block, row, seat } = start.seat;
	return layout.places
		.filter(
			(place) =>
				place.seat.block === block &&
				(place.seat.row > row || (place.seat.row === row && place.seat.seat >= seat)) &&
				!place.wheelchair &&
				isFree(place, seating, sitters)
		)
		.slice(0, count)
		.map((place) => place.seat);
}

/** Seat keys where something contradicts itself. */
export const conflictKeys = (conflicts: readonly SeatConflict[]): Set<string> =>
	new Set(conflicts.map(({ seat }) => seatKey(seat)));
