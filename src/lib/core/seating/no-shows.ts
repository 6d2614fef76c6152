/**
 * Owns: whose seats may be given to others because they have not come. A person decides; the rules only say who is
 * meant, and leave out those whose seat waits for them whatever the hour.
 */
import { awardOf } from '../awards/model';
import { whereabouts } from '../admissions/model';
import type { AwardsState } from '../awards/model';
import type { DelegateId } from '../delegates/model';
import type { SeatMove } from './decide';
import { rowOf } from '../table';
import { seatKey, type Seat } from './hall';
import { lastSeen, type SeatedHouse } from './live-map';
import type { SeatingState } from './model';

export type NoShow = {
	delegate: DelegateId;
	seat: Seat;
	/** An important delegate or a recipient: named only where these are asked for. */
	honoured: boolean;
};

/**
 * Who has a seat, was admitted by nobody and seen by nobody, in the hall's order of seats. Locked seats are never
 * among them; important delegates and recipients only `withHonoured`.
 */
export function noShows(state: SeatedHouse & { awards: AwardsState }, withHonoured: boolean): NoShow[] {
	const found: NoShow[] = [];
	for (const [delegate, { block, row, seat }] of Object.entries(state.seating.seats)) {
		if (state.seating.locked[delegate] || lastSeen(state, delegate)) continue;
		if (whereabouts(state.admissions, delegate) !== 'absent') continue;
		const person = rowOf(state.roster.delegates, delegate);
		const honoured = person?.vip === true || awardOf(state.awards, delegate) !== undefined;
		if (!honoured || withHonoured) found.push({ delegate, seat: { block, row, seat }, honoured });
	}
	return found.sort(bySeat(state.seating));
}

/** Moment from which seats may be released; null while nobody knows when the day begins. */
export const releaseAt = (startsAt: number | null, minutes: number): number | null =>
	startsAt === null ? null : startsAt + minutes * 60_000;

/** The order that gives their seats back, each naming the seat it was seen on. */
export const releaseMoves = (people: readonly NoShow[]): SeatMove[] =>
	people.map(({ delegate, seat }) => ({ delegate, seat: null, from: seat }));

function bySeat({ hall }: SeatingState): (a: NoShow, b: NoShow) => number {
	const blocks = new Map(hall?.blocks.map((block, at) => [block.id, at]));
	const place = ({ block }: Seat) => blocks.get(block) ?? blocks.size;
	return (a, b) =>
		place(a.seat) - place(b.seat) ||
		a.seat.row - b.seat.row ||
		a.seat.seat - b.seat.seat ||
		(seatKey(a.seat) < seatKey(b.seat) ? -1 : 1);
}
