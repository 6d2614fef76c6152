/**
 * Owns: the rules of the hall and of seats: one person a seat, and whoever looked at an old picture is told so. A
 * change names the seat it saw; of two people who change the same one, the second reads why not, and nothing is lost.
 */
import type { Deciders } from '../log/command';
import type { DecideContext, Decided } from '../log/event';
import type { State } from '../log/slices';
import { ok, reject, type Result } from '../result';
import { rowOf } from '../table';
import { seatingFacts, type SeatingFacts } from './facts';
import { firstFreeSeat } from './free-seat';
import { faultOf, isOut, sameSeat, seatExists, seatKey, type Hall, type Seat } from './hall';
import { seatWords, type Hold, type Placement, type SeatChange } from './model';

export type SeatMove = {
	delegate: string;
	seat: Seat | null;
	/** The seat they had on the sender's screen; left out by scripts that do not care. */
	from?: Seat | null;
};

export type SeatingCommands = {
	/**
	 * `based` is the hall's version on the sender's screen. `unseat` says that people whose seat is no longer there
	 * may lose it; without it such a hall is refused.
	 */
	'hall.set': { hall: Hall; based?: number; unseat?: boolean };
	/** `release`: they did not come, others may have the seat. */
	'seat.assign': { seats: SeatMove[]; release?: boolean };
	/** A whole plan, made on `based`, a version of the seating. */
	'seat.plan': { seats: SeatChange[]; based: number };
	/** A seat for somebody who came without one: see `firstFreeSeat`. */
	'seat.free': { delegate: string };
	'seat.lock': { delegates: string[]; on: boolean };
	'seat.hold': { seats: Seat[]; hold: Hold | null };
	/** Invitations, slips or charts with these seats went out on paper. */
	'seat.issue': Record<string, never>;
	'seat.placement': { placement: Placement };
};

export const seatingDeciders: Deciders<SeatingCommands & SeatingFacts> = {
	...seatingFacts,
	'hall.set': { kind: 'order', decide: setHall },
	'seat.assign': { kind: 'order', decide: assign },
	'seat.plan': { kind: 'order', decide: applyPlan },
	'seat.free': {
		kind: 'order',
		decide(state, { delegate }) {
			if (!rowOf(state.roster.delegates, delegate)) return reject('delegate_unknown');
			// Two desks that ask for the same person mean one seat.
			if (state.seating.seats[delegate]) return ok({ events: [] });
			const seat = firstFreeSeat(state, delegate);
			if (!seat) return reject('no_free_seat');
			const seats: SeatChange[] = [{ delegate, seat, why: { rule: 'onTheDay' } }];
			return ok({ events: [{ type: 'seatsAssigned', payload: { seats, by: 'free' } }] });
		}
	},
	'seat.lock': {
		kind: 'order',
		decide(state, payload) {
			const seatless = payload.on && payload.delegates.find((d) => !state.seating.seats[d]);
			if (seatless) return reject('seat_lock_nobody');
			return ok({ events: [{ type: 'seatsLocked', payload }] });
		}
	},
	'seat.hold': {
		kind: 'order',
		decide(state, payload) {
			const unknown = payload.seats.find((seat) => !seatExists(state.seating.hall, seat));
			if (unknown) return reject('seat_unknown', words(state, unknown));
			if (payload.hold !== null) {
				const sat = new Set(Object.values(state.seating.seats).map(seatKey));
				const taken = payload.seats.find((seat) => sat.has(seatKey(seat)));
				if (taken) return reject('seat_hold_taken', words(state, taken));
			}
			return ok({ events: [{ type: 'seatsHeld', payload }] });
		}
	},
	'seat.issue': {
		kind: 'order',
		decide: () => ok({ events: [{ type: 'seatsIssued', payload: {} }] })
	},
	'seat.placement': {
		kind: 'order',
		decide(state, payload) {
			const blocks = new Set(state.seating.hall?.blocks.map((block) => block.id));
			const wishes = [...Object.values(payload.placement.groups), ...Object.values(payload.placement.units)];
			if (wishes.flat().some((id) => !blocks.has(id))) return reject('block_unknown');
			return ok({ events: [{ type: 'placementSet', payload }] });
		}
	}
};

const words = (state: State, seat: Seat): { block: string; row: string; seat: string } => {
	const { blockName, row, seat: label } = seatWords(state.seating.hall, seat);
	return { block: blockName, row, seat: label };
};

function setHall(state: State, { hall, based, unseat }: SeatingCommands['hall.set']): Result<Decided> {
	if (based !== undefined && based !== state.seating.hallVersion) return reject('hall_changed');
	const fault = faultOf(hall);
	if (fault) return reject(fault.code, fault.params);
	const usable = (seat: Seat): boolean => {
		const block = hall.blocks.find((b) => b.id === seat.block);
		return block !== undefined && seatExists(hall, seat) && !isOut(block, seat.row, seat.seat);
	};
	const { seats, holds, locked } = state.seating;
	const lost = Object.entries(seats).flatMap(([delegate, seat]) => (usable(seat) ? [] : [delegate]));
	if (lost.length && !unseat) return reject('hall_unseats', { count: lost.length });
	const gone = Object.keys(holds)
		.map(seatOfKey)
		.filter((seat) => !seatExists(hall, seat));
	const unlocked = lost.filter((delegate) => locked[delegate]);
	return ok({
		events: [
			...(lost.length
				? [
						{
							type: 'seatsAssigned' as const,
							payload: { seats: lost.map((delegate) => ({ delegate, seat: null })), by: 'hand' as const }
						}
					]
				: []),
			...(unlocked.length
				? [{ type: 'seatsLocked' as const, payload: { delegates: unlocked, on: false } }]
				: []),
			...(gone.length ? [{ type: 'seatsHeld' as const, payload: { seats: gone, hold: null } }] : []),
			{ type: 'hallSet', payload: { hall } }
		]
	});
}

/** Ids of blocks hold no slash (the wire refuses it). */
function seatOfKey(key: string): Seat {
	const [block = '', row, seat] = key.split('/');
	return { block, row: Number(row), seat: Number(seat) };
}

function assign(state: State, payload: SeatingCommands['seat.assign'], ctx: DecideContext): Result<Decided> {
	for (const { delegate, from } of payload.seats) {
		if (!rowOf(state.roster.delegates, delegate)) return reject('delegate_unknown');
		const now = state.seating.seats[delegate];
		if (from !== undefined && !sameSeat(from, now))
			return now ? reject('seat_changed', words(state, now)) : reject('seat_changed_none');
	}
	const refused = refusal(state, payload.seats);
	if (refused) return refused;
	const seats = payload.seats.map(({ delegate, seat }): SeatChange => {
		return seat ? { delegate, seat, why: { rule: 'hand', by: ctx.actor.id } } : { delegate, seat };
	});
	const by = payload.release ? 'release' : 'hand';
	// A lock belongs to a seat: who is moved by hand was meant to be, and keeps the lock on the new one.
	const unlocked = seats.flatMap(({ delegate, seat }) =>
		!seat && state.seating.locked[delegate] ? [delegate] : []
	);
	return ok({
		events: [
			{ type: 'seatsAssigned', payload: { seats, by } },
			...(unlocked.length
				? [{ type: 'seatsLocked' as const, payload: { delegates: unlocked, on: false } }]
				: [])
		]
	});
}

function applyPlan(state: State, { seats, based }: SeatingCommands['seat.plan']): Result<Decided> {
	if (!state.seating.hall) return reject('no_hall');
	if (based !== state.seating.version) return reject('plan_overtaken');
	const unknown = seats.find(({ delegate }) => !rowOf(state.roster.delegates, delegate));
	if (unknown) return reject('delegate_unknown');
	const lockedMove = seats.find(
		({ delegate, seat }) => state.seating.locked[delegate] && !sameSeat(seat, state.seating.seats[delegate])
	);
	if (lockedMove) return reject('seat_locked');
	const refused = refusal(state, seats);
	return refused ?? ok({ events: [{ type: 'seatsAssigned', payload: { seats, by: 'plan' } }] });
}

/** The hard rules, whoever asks: the seat is there, in use, not held back, and nobody else's after the change. */
function refusal(
	state: State,
	moves: readonly { delegate: string; seat: Seat | null }[]
): Result<never> | null {
	const { hall, seats, holds } = state.seating;
	const moving = new Set(moves.map((move) => move.delegate));
	if (moving.size !== moves.length) return reject('seat_twice');
	const taken = new Set<string>();
	for (const [delegate, seat] of Object.entries(seats)) if (!moving.has(delegate)) taken.add(seatKey(seat));
	for (const { seat } of moves) {
		if (!seat) continue;
		const key = seatKey(seat);
		const block = hall?.blocks.find((b) => b.id === seat.block);
		// Before a hall is drawn a list of seats is taken as it is; the drawing then says which of them are not there.
		if (hall && (!block || !seatExists(hall, seat))) return reject('seat_unknown', words(state, seat));
		if (block && isOut(block, seat.row, seat.seat)) return reject('seat_out', words(state, seat));
		if (holds[key]) return reject(holds[key] === 'held' ? 'seat_held' : 'seat_blocked', words(state, seat));
		if (taken.has(key)) return reject('seat_taken', words(state, seat));
		taken.add(key);
	}
	return null;
}
