/** Owns: the rules of the hall and of seats: one person a seat. */
import type { Deciders } from '../log/command';
import { ok, reject } from '../result';
import type { Hall, Seat } from './model';

export type SeatingCommands = {
	'hall.set': { hall: Hall };
	'seat.assign': { seats: { delegate: string; seat: Seat | null }[] };
};

const key = (seat: Seat): string => `${seat.block}/${seat.row}/${seat.seat}`;

export const seatingDeciders: Deciders<SeatingCommands> = {
	'hall.set': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'hallSet', payload }] })
	},
	'seat.assign': {
		kind: 'order',
		decide(state, payload) {
			const moving = new Set(payload.seats.map((s) => s.delegate));
			const taken = new Set(
				Object.entries(state.seating.seats)
					.filter(([delegate]) => !moving.has(delegate))
					.map(([, seat]) => key(seat))
			);
			for (const { seat } of payload.seats) {
				if (!seat) continue;
				if (taken.has(key(seat))) return reject('seat_taken', { row: seat.row, seat: seat.seat });
				taken.add(key(seat));
			}
			return ok({ events: [{ type: 'seatsAssigned', payload }] });
		}
	}
};
