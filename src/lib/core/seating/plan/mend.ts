/** Owns: a wave that changed a little: somebody came, left, or stands elsewhere. It stays where it is if that asks fewer to move. */
import { leave, type Guest, type Spot } from './board';
import { lineUp, seatLineUp, type LineUp } from './line-up';
import { mayTake } from './wave-search';
import type { Wave } from './waves';

/** How many seats beyond the present ends are looked at. */
const REACH = 6;

type Way = { line: LineUp; span: readonly Spot[]; cost: number };

/** @param room empty seats that may stay between; @returns whether it is whole now */
export function mend({ guests }: Wave, room: number): boolean {
	const seated = guests.filter(({ spot }) => spot);
	if (!seated.length) return false;
	const own = new Set(guests);
	const mine = ({ sitter }: Spot): boolean => sitter !== null && own.has(sitter);
	const rows = new Map<Spot, Spot[]>();
	for (const { spot } of seated) {
		if (!spot || !mine(spot)) continue;
		let first = spot;
		while (first.prev && (mayTake(first.prev) || mine(first.prev))) first = first.prev;
		if (rows.has(first)) continue;
		const row: Spot[] = [];
		for (let at: Spot | null = first; at && (mayTake(at) || mine(at)); at = at.next) row.push(at);
		rows.set(first, row);
	}
	let best: Way | null = null;
	for (const row of rows.values())
		for (const way of [row, [...row].reverse()])
			for (const span of spansOf(way, mine, guests.length, room)) {
				const found = cheapest(guests, span, own);
				if (found && found.span.length - guests.length <= room && (!best || found.cost < best.cost))
					best = found;
			}
	// To move as a whole asks everybody who has a seat, and mostly as many who sit at the new place.
	if (!best || best.cost > 3 * seated.length) return false;
	for (const spot of best.span) if (spot.sitter && !own.has(spot.sitter)) leave(spot.sitter);
	seatLineUp(guests, best.line);
	return true;
}

/** The stretch where its people sit, and longer ones around it; never shorter than the wave. */
function* spansOf(
	row: readonly Spot[],
	mine: (spot: Spot) => boolean,
	length: number,
	room: number
): Generator<Spot[]> {
	const from = row.findIndex(mine);
	const to = row.findLastIndex(mine);
	for (let before = 0; room > 0 && before <= REACH && from - before >= 0; before++)
		for (let after = 0; after <= REACH && to + after < row.length; after++)
			if (to + after - from + before + 1 >= length) {
				yield row.slice(from - before, to + after + 1);
				break;
			}
	// More than sit together now, or some of them far out: any stretch of the right length.
	for (let start = 0; start + length <= row.length; start++) yield row.slice(start, start + length);
}

function cheapest(guests: readonly Guest[], span: readonly Spot[], own: ReadonlySet<Guest>): Way | null {
	const line = lineUp(guests, span);
	const locked = guests.some((guest, at) => guest.fixed && line.spots[at] !== guest.spot);
	if (locked) return null;
	const used = line.spots.map((spot) => span.indexOf(spot));
	const between = span.slice(Math.min(...used), Math.max(...used) + 1);
	// Who is asked to move may have to ask somebody else.
	const asked = between.filter(({ sitter }) => sitter && !own.has(sitter)).length;
	const moved = guests.filter(({ spot }, at) => spot && line.spots[at] !== spot).length;
	return { line, span: between, cost: 2 * asked + moved };
}
