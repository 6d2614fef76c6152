/** Owns: what stands against the hard rules and may not be put right by a plan, because somebody locked it. */
import { seatKey, type Seat } from '../hall';
import type { Board } from './board';
import type { PlanInput } from './input';

export type Conflict = {
	kind: 'twoOnSeat' | 'seatMissing' | 'seatOut' | 'seatHeld' | 'seatBlocked' | 'withdrawnLocked';
	seat: Seat;
	delegates: string[];
};

export function conflictsOf(board: Board, input: PlanInput): Conflict[] {
	const conflicts: Conflict[] = [];
	const sitters = new Map<string, { seat: Seat; delegates: string[] }>();
	const stays = [...input.people, ...input.leaving].filter(({ fixed }) => fixed);
	for (const { id, seat } of stays) {
		if (!seat) continue;
		const key = seatKey(seat);
		const known = sitters.get(key);
		if (known) known.delegates.push(id);
		else sitters.set(key, { seat, delegates: [id] });
	}
	for (const [key, { seat, delegates }] of sitters) {
		const spot = board.at(seat);
		if (delegates.length > 1) conflicts.push({ kind: 'twoOnSeat', seat, delegates });
		const hold = input.holds[key];
		if (!spot) conflicts.push({ kind: 'seatMissing', seat, delegates });
		else if (spot.place.out) conflicts.push({ kind: 'seatOut', seat, delegates });
		else if (hold) conflicts.push({ kind: hold === 'held' ? 'seatHeld' : 'seatBlocked', seat, delegates });
	}
	for (const { id, seat, fixed, withdrawn } of input.leaving)
		if (fixed && withdrawn) conflicts.push({ kind: 'withdrawnLocked', seat, delegates: [id] });
	return conflicts;
}
