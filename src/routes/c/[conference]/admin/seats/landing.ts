/** Owns: where what is carried would land. */
import { freeRun } from '$lib/core/seating/coverage';
import type { Layout } from '$lib/core/seating/layout';
import { seatKey, type Seat, type SeatingState } from '$lib/core/seating/model';

/** Seats for all of them from one on; the seats they have now are free for them. Fewer when the block ends. */
export function runFor(
	layout: Layout,
	seating: SeatingState,
	delegates: readonly string[],
	from: string
): Seat[] {
	const going = new Set(delegates);
	const seats = Object.fromEntries(Object.entries(seating.seats).filter(([id]) => !going.has(id)));
	return freeRun(layout, { ...seating, seats }, from, delegates.length);
}

export const keysOf = (seats: readonly Seat[]): ReadonlySet<string> => new Set(seats.map(seatKey));
