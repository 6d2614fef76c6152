/**
 * Owns: what every seat of the hall is at this moment, as the map shows it: from the plan, the arrivals at the door and
 * where ushers saw people sit. Computed from the facts alone, so that every screen says the same.
 */
import { standingAdmissions, stayOf, whereabouts, type AdmissionsState } from '../admissions/model';
import { inLounge, type WelcomeState } from '../admissions/welcome';
import type { DelegateId, RosterState } from '../delegates/model';
import { rowOf } from '../table';
import { sameSeat, seatKey, type Seat } from './hall';
import { layoutOf } from './layout';
import { isMoved, type SeatingState, type Sitting } from './model';

export type SeatedHouse = {
	roster: RosterState;
	admissions: AdmissionsState;
	welcome: WelcomeState;
	seating: SeatingState;
};

/** Where a person who has a seat is. `away`: excused, withdrawn or gone home, so the seat will stay empty. */
export type Attendance = 'expected' | 'arrived' | 'lounge' | 'walkingIn' | 'wrong' | 'away';
export type SeatState = Attendance | 'empty' | 'held' | 'closed' | 'out';

export type LiveSeat = {
	key: string;
	state: SeatState;
	/** Whose seat it is; two are a conflict. */
	sitters: DelegateId[];
	/** Who was seen on it although it is not theirs. */
	strangers: DelegateId[];
	wheelchair: boolean;
	locked: boolean;
	moved: boolean;
};

/** From the door or the lounge to a seat in the front rows; after that an important delegate is taken to sit. */
export const WALK_MS = 10 * 60_000;

/** What an usher last saw of somebody; null when nobody looked, or they have gone home since. */
export function lastSeen({ seating, admissions }: SeatedHouse, delegate: DelegateId): Sitting | null {
	const seen = seating.sitting[delegate];
	if (!seen) return null;
	const exits = standingAdmissions(admissions, delegate).flatMap(
		(admission) => rowOf(admissions.exits, admission.id)?.exits ?? []
	);
	return exits.some((exit) => exit.at > seen.at) ? null : seen;
}

/** The seat somebody was seen on that is not theirs; null when they sit right, or nobody saw them. */
export function seenElsewhere(state: SeatedHouse, delegate: DelegateId): Seat | null {
	const seat = lastSeen(state, delegate)?.seat ?? null;
	return seat && !sameSeat(seat, state.seating.seats[delegate]) ? seat : null;
}

/** An usher saw the person where they belong, at `since` or later. */
export function seenInPlace(state: SeatedHouse, delegate: DelegateId, since = 0): boolean {
	const seen = lastSeen(state, delegate);
	return seen !== null && seen.at >= since && !seenElsewhere(state, delegate);
}

/** When the person came into the hall: through the door, or out of the lounge. */
function enteredAt({ admissions, welcome }: SeatedHouse, delegate: DelegateId): number {
	const stay = stayOf(admissions, delegate);
	const marks = stay.flatMap((admission) => rowOf(welcome.lounge, admission.id)?.marks ?? []);
	return Math.max(stay[0]?.at ?? 0, ...marks.filter((mark) => !mark.on).map((mark) => mark.at));
}

/** @param now ms since 1970, for who is still on the way from the door */
export function attendanceOf(state: SeatedHouse, delegate: DelegateId, now: number): Attendance {
	const row = rowOf(state.roster.delegates, delegate);
	const where = whereabouts(state.admissions, delegate);
	if (where === 'left') return 'away';
	if (seenElsewhere(state, delegate)) return 'wrong';
	if (where === 'absent') {
		if (seenInPlace(state, delegate)) return 'arrived';
		return row?.withdrawn || row?.absence ? 'away' : 'expected';
	}
	if (inLounge(state, delegate)) return 'lounge';
	if (!row?.vip) return 'arrived';
	const entered = enteredAt(state, delegate);
	return now - entered < WALK_MS && !seenInPlace(state, delegate, entered) ? 'walkingIn' : 'arrived';
}

const MOST_TELLING: readonly Attendance[] = ['wrong', 'walkingIn', 'lounge', 'arrived', 'expected', 'away'];

/**
 * Every seat of the hall by its key; empty while no hall is drawn.
 * @param now ms since 1970
 */
export function liveMap(state: SeatedHouse, now: number): Map<string, LiveSeat> {
	const { hall, seats, holds, locked } = state.seating;
	const live = new Map<string, LiveSeat>();
	if (!hall) return live;
	for (const place of layoutOf(hall).places) {
		const hold = holds[place.key];
		live.set(place.key, {
			key: place.key,
			state: place.out ? 'out' : hold === 'held' ? 'held' : hold === 'blocked' ? 'closed' : 'empty',
			sitters: [],
			strangers: [],
			wheelchair: place.wheelchair,
			locked: false,
			moved: false
		});
	}
	for (const [delegate, given] of Object.entries(seats)) {
		const seat = live.get(seatKey(given));
		if (!seat) continue;
		const attendance = attendanceOf(state, delegate, now);
		const [other] = seat.sitters;
		const before = other === undefined ? attendance : attendanceOf(state, other, now);
		seat.sitters.push(delegate);
		seat.state = MOST_TELLING.find((one) => one === attendance || one === before) ?? attendance;
		seat.locked ||= locked[delegate] === true;
		seat.moved ||= isMoved(state.seating, delegate);
	}
	for (const delegate of Object.keys(state.seating.sitting)) {
		const elsewhere = seenElsewhere(state, delegate);
		const seat = elsewhere && live.get(seatKey(elsewhere));
		if (!seat) continue;
		seat.strangers.push(delegate);
		seat.state = 'wrong';
	}
	return live;
}

export type BlockCount = {
	block: string;
	/** Seats that may be given. */
	seats: number;
	given: number;
	arrived: number;
	/** Given, and the person is still to come. */
	waiting: number;
};

/** By block, in the hall's order. In the lounge counts as arrived: the person is in the house. */
export function blockCounts(
	live: ReadonlyMap<string, LiveSeat>,
	state: SeatedHouse,
	now: number
): BlockCount[] {
	const { hall } = state.seating;
	if (!hall) return [];
	const counts = new Map<string, BlockCount>(
		hall.blocks.map(({ id }) => [id, { block: id, seats: 0, given: 0, arrived: 0, waiting: 0 }])
	);
	for (const { seat, key } of layoutOf(hall).places) {
		const count = counts.get(seat.block);
		const one = live.get(key);
		if (!count || !one) continue;
		if (one.state !== 'out' && one.state !== 'closed') count.seats++;
		for (const delegate of one.sitters) {
			const attendance = attendanceOf(state, delegate, now);
			count.given++;
			if (attendance === 'expected') count.waiting++;
			else if (attendance !== 'away' && whereabouts(state.admissions, delegate) === 'present')
				count.arrived++;
		}
	}
	return [...counts.values()];
}
