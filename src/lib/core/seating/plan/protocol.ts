/**
 * Owns: the order of honour. The first of the list sits in the middle of the first row, the others outwards and then
 * in the rows behind; the Presidium does the same at its table on the stage.
 */
import { leave, take, type Board, type Guest, type Spot } from './board';

/** Without a stage to sit on, the Presidium is honoured on the floor with the others. */
export function seatPresidium(board: Board, guests: Guest[]): void {
	const free = board.stage.filter((s) => s.usable && !s.place.wheelchair && !s.sitter?.fixed);
	for (const guest of inOrder(guests, free)) guest.reason = 'no_stage_place';
}

export function seatProtocol(board: Board, guests: Guest[]): void {
	// A wave that stands well is stepped over: the order stays, and nobody of it has to move.
	const free = board.floor.filter(
		(spot) => spot.open && !spot.sitter?.fixed && spot.sitter?.person.role !== 'recipient'
	);
	const left = inOrder(guests, free);
	if (left.length)
		inOrder(
			guests,
			board.floor.filter((spot) => spot.open && !spot.sitter?.fixed)
		);
	const last = guests.reduce((most, { spot }) => Math.max(most, spot?.honour ?? -1), -1);
	for (const spot of board.floor) spot.reserved = spot.honour < last;
}

/**
 * Seats all in order on `free`, and moves as few as can be: who may stay is the longest chain in which everybody has
 * enough seats before them for those who precede. Seats that others left may stay empty.
 * @param guests in protocol order; @param free in the order of honour
 * @returns those for whom nothing was left
 */
function inOrder(guests: Guest[], free: Spot[]): Guest[] {
	const at = new Map(free.map((spot, index) => [spot, index]));
	const seated = guests.slice(0, free.length);
	const bound = zoneOf(seated, at);
	const indexes = seated.map((guest, place) => {
		const index = guest.spot ? at.get(guest.spot) : undefined;
		const leaves = index === undefined || index < place || index > bound;
		const room = index !== undefined && free.length - index >= seated.length - place;
		return leaves || !room ? null : index;
	});
	const stays = chain(indexes.map((index, place) => (index === null ? null : index - place)));
	const wanted: Spot[] = [];
	let from = 0;
	for (let place = 0; place < seated.length;) {
		let stop = place;
		while (stop < seated.length && !stays.has(stop)) stop++;
		const end = stop < seated.length ? (indexes[stop] ?? free.length) : free.length;
		wanted.push(...between(free.slice(from, end), stop - place));
		if (stop < seated.length) wanted.push(...free.slice(end, end + 1));
		from = end + 1;
		place = stop + 1;
	}
	guests.forEach((guest, place) => {
		if (guest.spot && !stays.has(place)) leave(guest);
	});
	seated.forEach((guest, place) => {
		const spot = wanted[place];
		if (spot) take(guest, spot);
	});
	return guests.slice(free.length);
}

/** Nobody is kept behind the rows of honour: a person named important later comes forward. */
function zoneOf(guests: Guest[], at: Map<Spot, number>): number {
	let bound = guests.length - 1;
	for (const { person, spot } of guests) {
		const known = person.why?.rule === 'protocol' || person.why?.rule === 'presidium';
		if (known && spot) bound = Math.max(bound, at.get(spot) ?? -1);
	}
	return bound;
}

/** Of seats in order, `count` of them: empty ones if there are enough, from the front. */
function between(free: Spot[], count: number): Spot[] {
	const near = free.slice(0, Math.max(count, Math.min(free.length, count + SPARE)));
	const spare = near.filter((spot) => !spot.sitter);
	return spare.length >= count ? spare.slice(0, count) : near.slice(0, count);
}
/** How far behind an empty seat may lie to be taken before somebody is asked to move. */
const SPARE = 4;

/** Longest non-decreasing chain; the places that are in it. */
export function chain(values: (number | null)[]): Set<number> {
	const tails: number[] = [];
	const before: (number | undefined)[] = [];
	values.forEach((value, place) => {
		if (value === null) return;
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((values[tails[middle] ?? 0] ?? 0) <= value) low = middle + 1;
			else high = middle;
		}
		before[place] = tails[low - 1];
		tails[low] = place;
	});
	const members = new Set<number>();
	for (let place = tails.at(-1); place !== undefined; place = before[place]) members.add(place);
	return members;
}
