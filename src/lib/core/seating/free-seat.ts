/** Owns: where somebody sits who came without a seat: behind those whose place is fixed by protocol or by an award. */
import type { AwardsState } from '../awards/model';
import type { RosterState } from '../delegates/model';
import { rowOf } from '../table';
import { seatKey, type Seat, type SeatingState } from './model';

/**
 * The first free seat, block by block and row by row from the front. Rows up to the last important delegate or
 * recipient of a block are theirs, free seats between them too. Null when nothing is free, or no hall is drawn yet.
 */
export function firstFreeSeat(state: {
	roster: RosterState;
	awards: AwardsState;
	seating: SeatingState;
}): Seat | null {
	const { hall, seats } = state.seating;
	const taken = new Set<string>();
	const reservedTo = new Map<string, number>();
	for (const [delegate, seat] of Object.entries(seats)) {
		taken.add(seatKey(seat));
		const fixed = state.awards.recipients[delegate] || rowOf(state.roster.delegates, delegate)?.vip;
		if (fixed) reservedTo.set(seat.block, Math.max(seat.row, reservedTo.get(seat.block) ?? 0));
	}
	for (const block of hall?.blocks ?? [])
		for (let row = (reservedTo.get(block.id) ?? 0) + 1; row <= block.rows; row++)
			for (let seat = 1; seat <= block.seatsPerRow; seat++) {
				const free = { block: block.id, row, seat };
				if (!taken.has(seatKey(free))) return free;
			}
	return null;
}
