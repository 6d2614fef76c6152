/** Owns: the rules of the hall and of seats: one person a seat. */
import type { Deciders } from '../log/command';
import { ok, reject } from '../result';
import { rowOf } from '../table';
import { firstFreeSeat } from './free-seat';
import { seatKey, type Hall, type Seat } from './model';

export type SeatingCommands = {
	'hall.set': { hall: Hall };
	'seat.assign': { seats: { delegate: string; seat: Seat | null }[] };
	/** A seat for somebody who came without one: see `firstFreeSeat`. */
	'seat.free': { delegate: string };
};

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
					.map(([, seat]) => seatKey(seat))
			);
			for (const { seat } of payload.seats) {
				if (!seat) continue;
				if (taken.has(seatKey(seat))) return reject('seat_taken', { row: seat.row, seat: seat.seat });
				taken.add(seatKey(seat));
			}
			return ok({ events: [{ type: 'seatsAssigned', payload }] });
		}
	},
	'seat.free': {
		kind: 'order',
		decide(state, { delegate }) {
			if (!rowOf(state.roster.delegates, delegate)) return reject('delegate_unknown');
			// Two desks that ask for the same person mean one seat.
			if (state.seating.seats[delegate]) return ok({ events: [] });
			const seat = firstFreeSeat(state);
			if (!seat) return reject('no_free_seat');
			return ok({ events: [{ type: 'seatsAssigned', payload: { seats: [{ delegate, seat }] } }] });
		}
	}
};
