/** Owns: what the map is told of a seat. A look that did not change stays the same object, so nothing is drawn again. */
import type { LiveSeat, SeatState } from '../../core/seating/live-map';

export type SeatLook = {
	state: SeatState;
	/** The whole sentence for a screen reader: "Khối A, hàng 3, ghế 12, Ông Nông Văn A, đã đến". */
	name: string;
	/** A short word under the seat where there is room: the given name. */
	word: string;
	wheelchair: boolean;
	locked: boolean;
	moved: boolean;
	conflict: boolean;
};
export type Looks = ReadonlyMap<string, SeatLook>;
export const NO_LOOKS: Looks = new Map();

/**
 * Looks of all seats, taking over the unchanged ones.
 * @param tell the words of one seat; asked only when something about it changed
 * @param basis what the words depend on besides the seat itself, e.g. the roster; another object asks for all again
 */
export function looksOf(
	live: ReadonlyMap<string, LiveSeat>,
	conflicts: ReadonlySet<string>,
	basis: readonly unknown[],
	tell: (seat: LiveSeat) => { name: string; word: string },
	before: LookMemo | null
): LookMemo {
	const seen = new Map<string, string>();
	const looks = new Map<string, SeatLook>();
	const known = before?.basis.every((one, at) => one === basis[at]) ? before : null;
	for (const seat of live.values()) {
		const conflict = conflicts.has(seat.key);
		const print = `${seat.state}|${seat.sitters.join()}|${seat.strangers.join()}|${+seat.locked}${+seat.moved}${+conflict}${+seat.wheelchair}`;
		seen.set(seat.key, print);
		const old = known?.prints.get(seat.key) === print ? known.looks.get(seat.key) : undefined;
		const { state, wheelchair, locked, moved } = seat;
		looks.set(seat.key, old ?? { ...tell(seat), state, wheelchair, locked, moved, conflict });
	}
	return { looks, prints: seen, basis };
}

export type LookMemo = { looks: Looks; prints: ReadonlyMap<string, string>; basis: readonly unknown[] };
