/** Owns: the hall's blocks and who sits where. The plan that fills it by protocol comes with the hall editor. */
import type { Slice } from '../log/slice';

export type Block = {
	id: string;
	name: string;
	colour: string;
	door: string;
	rows: number;
	seatsPerRow: number;
};
export type Hall = { name: string; blocks: Block[] };
export type Seat = { block: string; row: number; seat: number };
export type SeatingState = {
	hall: Hall | null;
	seats: Record<string, Seat & { changedAt: number; moved: boolean }>;
};
export type SeatingEvents = {
	hallSet: { hall: Hall };
	seatsAssigned: { seats: { delegate: string; seat: Seat | null }[] };
};

export const seatingSlice: Slice<SeatingState> = {
	initial: { hall: null, seats: {} },
	reads: ['hallSet', 'seatsAssigned'],
	evolve(state, event) {
		switch (event.type) {
			case 'hallSet':
				return { ...state, hall: event.payload.hall };
			case 'seatsAssigned': {
				const seats = { ...state.seats };
				for (const { delegate, seat } of event.payload.seats) {
					if (!seat) {
						delete seats[delegate];
						continue;
					}
					const old = seats[delegate];
					const same = old && old.block === seat.block && old.row === seat.row && old.seat === seat.seat;
					if (!same) seats[delegate] = { ...seat, changedAt: event.at, moved: old !== undefined };
				}
				return { ...state, seats };
			}
			default:
				return state;
		}
	}
};

export const seatKey = (seat: Seat): string => `${seat.block}/${seat.row}/${seat.seat}`;

/** The words of the card: block's name, row, seat; null when nobody has given a seat yet. */
export function seatOf(
	state: SeatingState,
	delegate: string
): { blockName: string; door: string; row: number; seat: number; moved: boolean; colour: string } | null {
	const seat = state.seats[delegate];
	if (!seat) return null;
	const block = state.hall?.blocks.find((b) => b.id === seat.block);
	return {
		blockName: block?.name ?? seat.block,
		door: block?.door ?? '',
		colour: block?.colour ?? '',
		row: seat.row,
		seat: seat.seat,
		moved: seat.moved
	};
}
