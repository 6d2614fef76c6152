/**
 * Owns: where somebody sits who came without a seat, or late: behind those whose place is fixed by protocol or by an
 * award, never on a seat that is kept, and where their own people are if that can be.
 */
import { awardOf, type AwardsState } from '../awards/model';
import type { Delegate, RosterState } from '../delegates/model';
import { rowOf } from '../table';
import type { Seat } from './hall';
import { layoutOf, type Place } from './layout';
import { sittersOf, type SeatingState } from './model';

type Seen = { roster: RosterState; awards: AwardsState; seating: SeatingState };

/**
 * The first seat that is allowed: not out of use, held or on the stage, a wheelchair place only for a wheelchair. Rows
 * of a block up to its last important delegate or recipient are theirs, free seats between them too. The blocks chosen
 * for the person's group or unit come first, then those where the unit sits, then the others; crew, companions and the
 * press begin at the back and at the sides. Null when nothing is free, or no hall is drawn yet.
 */
export function firstFreeSeat(state: Seen, delegate: string): Seat | null {
	const { hall } = state.seating;
	if (!hall) return null;
	const person = rowOf(state.roster.delegates, delegate);
	const sitters = sittersOf(state.seating);
	const fixed = fixedRows(state);
	const wheelchair = person?.seatNeeds?.includes('wheelchair') ?? false;
	const free = layoutOf(hall).places.filter(
		({ key, seat, out, onStage, wheelchair: forWheelchair }) =>
			!out &&
			!onStage &&
			!sitters.has(key) &&
			!state.seating.holds[key] &&
			(forWheelchair ? wheelchair : seat.row > (fixed.get(seat.block) ?? 0))
	);
	const liking = new Map(blocksLiked(state, person).map((block, at) => [block, at]));
	const likes = (place: Place): number => liking.get(place.seat.block) ?? liking.size;
	const suits = (place: Place): number => (place.wheelchair === wheelchair ? 0 : 1);
	const order = new Map(hall.blocks.map((block, at) => [block.id, at]));
	const inTurn = (a: Place, b: Place): number =>
		(order.get(a.seat.block) ?? 0) - (order.get(b.seat.block) ?? 0) ||
		a.seat.row - b.seat.row ||
		a.seat.seat - b.seat.seat;
	const compare = sitsAtSide(person)
		? (a: Place, b: Place) =>
				suits(a) - suits(b) || Math.abs(b.x) - Math.abs(a.x) || b.y - a.y || inTurn(a, b)
		: (a: Place, b: Place) => suits(a) - suits(b) || likes(a) - likes(b) || inTurn(a, b);
	let best: Place | null = null;
	for (const place of free) if (!best || compare(place, best) < 0) best = place;
	return best && best.seat;
}

/** Press, đi cùng and lực lượng phục vụ. */
export const sitsAtSide = (person: Delegate | undefined): boolean =>
	person !== undefined &&
	(person.kind === 'crew' || person.kind === 'companion' || (person.seatNeeds?.includes('side') ?? false));

/** By block, the last row in which somebody sits by protocol or for an award. */
function fixedRows({ seating, awards, roster }: Seen): Map<string, number> {
	const rows = new Map<string, number>();
	for (const [delegate, seat] of Object.entries(seating.seats))
		if (awardOf(awards, delegate) || rowOf(roster.delegates, delegate)?.vip)
			rows.set(seat.block, Math.max(seat.row, rows.get(seat.block) ?? 0));
	return rows;
}

function blocksLiked({ seating, roster }: Seen, person: Delegate | undefined): string[] {
	if (!person) return [];
	const chosen = [
		...(seating.placement.units[person.unit] ?? []),
		...((person.group !== null && seating.placement.groups[person.group]) || [])
	];
	if (chosen.length || person.unit === '') return chosen;
	const counts = new Map<string, number>();
	for (const [delegate, { block }] of Object.entries(seating.seats))
		if (rowOf(roster.delegates, delegate)?.unit === person.unit)
			counts.set(block, (counts.get(block) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([block]) => block);
}
