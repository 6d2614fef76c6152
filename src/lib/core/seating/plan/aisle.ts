/**
 * Owns: an aisle for who needs one, by changing seats with a neighbour or moving to a free seat, as long as no unit
 * comes apart by it. Nobody's place in the order, wave or block is touched.
 */
import { leave, sit, type Guest, type Spot } from './board';
import { countPieces, isFree, type Cluster } from './units';

/** Rows looked at before and behind. */
const ROWS = 2;

export function seatByAisle(clusters: readonly Cluster[]): void {
	const own = new Map<Guest, Cluster>();
	const alone: Guest[] = [];
	const wanting: { guest: Guest; cluster: Cluster }[] = [];
	for (const cluster of clusters)
		for (const guest of cluster.guests) {
			own.set(guest, cluster);
			if (guest.person.aisle) wanting.push({ guest, cluster });
			else if (cluster.guests.length === 1 && guest.spot?.place.aisle) alone.push(guest);
		}
	// One change may make the next one possible.
	for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
		changed = false;
		for (const { guest, cluster } of wanting)
			if (guest.spot && !guest.spot.place.aisle) changed = toAisle(guest, cluster, own, alone) || changed;
	}
}
const ROUNDS = 4;

function toAisle(
	guest: Guest,
	cluster: Cluster,
	own: ReadonlyMap<Guest, Cluster>,
	alone: readonly Guest[]
): boolean {
	if (!guest.spot) return false;
	const mates = cluster.guests.flatMap(({ spot }) => spot ?? []);
	const near = around(guest.spot);
	// Who came alone changes with anybody who did, wherever in the hall, the nearest of them.
	const far = cluster.guests.length === 1 ? alone.flatMap(({ spot }) => spot ?? []) : [];
	for (const spot of [...mates, ...near, ...far])
		if (spot.place.aisle && spot !== guest.spot && change(guest, spot, cluster, own)) return true;
	return false;
}

/** To the ends of the row and of those before and behind it. */
function around(spot: Spot): Spot[] {
	const found: Spot[] = [];
	let rows = new Set([spot]);
	for (let row = 0; row <= ROWS; row++) {
		for (const middle of rows)
			for (const way of ['prev', 'next'] as const)
				for (let at: Spot | null = middle; at; at = at[way])
					if (at.place.aisle && !found.includes(at)) found.push(at);
		rows = new Set([...rows].flatMap(({ near }) => near));
	}
	return found;
}

/** Done only if both units are afterwards in no more pieces than before. */
function change(guest: Guest, spot: Spot, cluster: Cluster, own: ReadonlyMap<Guest, Cluster>): boolean {
	const from = guest.spot;
	const other = spot.sitter;
	const theirs = other && own.get(other);
	if (!from || (other ? !theirs || other.fixed || other.person.aisle : !isFree(spot))) return false;
	if (!allows(cluster, from, spot) || (theirs && !allows(theirs, spot, from))) return false;
	const units = theirs && theirs !== cluster ? [cluster, theirs] : [cluster];
	const before = units.map(({ guests }) => countPieces(guests));
	swap(guest, spot);
	if (units.every(({ guests }, at) => countPieces(guests) <= (before[at] ?? 0))) return true;
	swap(guest, from);
	return false;
}

/** Whoever sits on the spot takes the guest's. */
function swap(guest: Guest, spot: Spot): void {
	const from = guest.spot;
	const other = spot.sitter;
	leave(guest);
	if (other && from) sit(other, from);
	sit(guest, spot);
}

const allows = ({ wish }: Cluster, from: Spot, to: Spot): boolean =>
	!wish.includes(from.place.seat.block) || wish.includes(to.place.seat.block);
