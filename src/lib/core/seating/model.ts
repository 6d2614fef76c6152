/**
 * Owns: who sits where, why, and what was promised on paper. Order of seats is the organisers'; where somebody was
 * seen sitting is a fact of an usher's phone, so the latest by (time, id) stands whatever arrives first.
 */
import type { FactTime } from '../admissions/model';
import type { Slice } from '../log/slice';
import { sameSeat, seatKey, type Hall, type Seat } from './hall';
import { layoutOf } from './layout';
import type { Why } from './why';

export { seatKey, type Hall, type Seat } from './hall';

/** Kept empty by hand: closed for good reason, or kept for somebody who is named later. */
export type Hold = 'blocked' | 'held';

/** The organiser's wish: a delegate group (id) or a whole unit (name) sits in these blocks, tried in order. */
export type Placement = { groups: Record<string, string[]>; units: Record<string, string[]> };

/** Who moved seats: the plan moves what nobody was told yet, every other way has been seen by somebody. */
export type SeatedBy = 'plan' | 'hand' | 'free' | 'release';
export type SeatChange = { delegate: string; seat: Seat | null; why?: Why };

/** Where an usher saw somebody sit; null takes it back. */
export type Sitting = FactTime & { id: string; delegate: string; seat: Seat | null };

export type SeatingState = {
	hall: Hall | null;
	/** Seq of the last change of the hall or of its orders; a plan names the one it was made on. */
	version: number;
	hallVersion: number;
	seats: Record<string, Seat & { changedAt: number; why?: Why }>;
	/** The seat that paper or a person has already told them, by delegate; kept when they move. */
	told: Record<string, Seat>;
	/** When seats were last given out on paper; null before. */
	issuedAt: number | null;
	locked: Record<string, true>;
	/** By seat key. */
	holds: Record<string, Hold>;
	placement: Placement;
	sitting: Record<string, Sitting>;
};

export type SeatingEvents = {
	hallSet: { hall: Hall };
	seatsAssigned: { seats: SeatChange[]; by?: SeatedBy };
	seatsLocked: { delegates: string[]; on: boolean };
	seatsHeld: { seats: Seat[]; hold: Hold | null };
	seatsIssued: Record<string, never>;
	placementSet: { placement: Placement };
	satElsewhere: { sitting: Sitting };
};

export const seatingSlice: Slice<SeatingState> = {
	initial: {
		hall: null,
		version: 0,
		hallVersion: 0,
		seats: {},
		told: {},
		issuedAt: null,
		locked: {},
		holds: {},
		placement: { groups: {}, units: {} },
		sitting: {}
	},
	reads: [
		'hallSet',
		'seatsAssigned',
		'seatsLocked',
		'seatsHeld',
		'seatsIssued',
		'placementSet',
		'satElsewhere'
	],
	evolve(state, event) {
		switch (event.type) {
			case 'hallSet':
				return { ...state, hall: event.payload.hall, version: event.seq, hallVersion: event.seq };
			case 'seatsAssigned':
				return assigned(state, event.payload, event.at, event.seq);
			case 'seatsLocked':
				return {
					...state,
					version: event.seq,
					locked: marked(state.locked, event.payload.delegates, event.payload.on ? true : null)
				};
			case 'seatsHeld':
				return {
					...state,
					version: event.seq,
					holds: marked(state.holds, event.payload.seats.map(seatKey), event.payload.hold)
				};
			case 'seatsIssued':
				return { ...state, issuedAt: event.at, told: { ...state.told, ...placesOf(state.seats) } };
			case 'placementSet':
				return { ...state, placement: event.payload.placement };
			case 'satElsewhere': {
				const { sitting } = event.payload;
				const old = state.sitting[sitting.delegate];
				if (old && (old.at > sitting.at || (old.at === sitting.at && old.id >= sitting.id))) return state;
				return { ...state, sitting: { ...state.sitting, [sitting.delegate]: sitting } };
			}
			default:
				return state;
		}
	}
};

function assigned(
	state: SeatingState,
	{ seats: changes, by }: SeatingEvents['seatsAssigned'],
	at: number,
	seq: number
): SeatingState {
	const seats = { ...state.seats };
	let told = state.told;
	for (const { delegate, seat, why } of changes) {
		const old = seats[delegate];
		if (old && by !== 'plan' && !told[delegate] && !sameSeat(old, seat))
			told = { ...told, [delegate]: place(old) };
		if (!seat) delete seats[delegate];
		else
			seats[delegate] = {
				...seat,
				changedAt: sameSeat(old, seat) ? (old?.changedAt ?? at) : at,
				...(why && { why })
			};
	}
	return { ...state, version: seq, seats, told };
}

function marked<T>(marks: Record<string, T>, keys: string[], mark: T | null): Record<string, T> {
	const next = { ...marks };
	for (const key of keys)
		if (mark === null) delete next[key];
		else next[key] = mark;
	return next;
}

const place = ({ block, row, seat }: Seat): Seat => ({ block, row, seat });
const placesOf = (seats: SeatingState['seats']): Record<string, Seat> =>
	Object.fromEntries(Object.entries(seats).map(([delegate, seat]) => [delegate, place(seat)]));

/** Is the seat another than the one they were told, on paper or at the door? */
export function isMoved(state: SeatingState, delegate: string): boolean {
	const [seat, told] = [state.seats[delegate], state.told[delegate]];
	return seat !== undefined && told !== undefined && !sameSeat(seat, told);
}

export type SeatWords = {
	blockName: string;
	door: string;
	/** As printed on the row and on the seat. */
	row: string;
	seat: string;
	moved: boolean;
	colour: string;
};

/** The words of a card; null when nobody has given a seat yet. */
export function seatOf(state: SeatingState, delegate: string): SeatWords | null {
	const seat = state.seats[delegate];
	return seat ? { ...seatWords(state.hall, seat), moved: isMoved(state, delegate) } : null;
}

export function seatWords(hall: Hall | null, seat: Seat): Omit<SeatWords, 'moved'> {
	const block = hall?.blocks.find((b) => b.id === seat.block);
	const place = hall && layoutOf(hall).byKey.get(seatKey(seat));
	return {
		blockName: block?.name ?? seat.block,
		door: block?.door ?? '',
		colour: block?.colour ?? '',
		row: place?.rowLabel ?? String(seat.row),
		seat: place?.seatLabel ?? String(seat.seat)
	};
}

/** Who sits on each seat, by seat key. Two on one is a conflict to mark: both are there. */
export function sittersOf(state: Pick<SeatingState, 'seats'>): Map<string, string[]> {
	const sitters = new Map<string, string[]>();
	for (const [delegate, seat] of Object.entries(state.seats)) {
		const key = seatKey(seat);
		const others = sitters.get(key);
		if (others) others.push(delegate);
		else sitters.set(key, [delegate]);
	}
	return sitters;
}
