/**
 * Owns: people in a fixed order on seats in a fixed order, so that as few as can be get up. Used for the order of
 * honour and for the waves.
 */
import { leave, take, type Guest, type Spot } from './board';

/** Where each of the guests sits then, and who of them stays. */
export type LineUp = { spots: Spot[]; stays: Set<number> };

/** How far behind an empty seat may lie to be taken before somebody is asked to move. */
const SPARE = 4;

/**
 * Who may stay is the longest chain in which everybody has enough seats before them for those who precede. Seats that
 * others left may stay empty.
 * @param guests in their order, at most as many as `free`; @param bound nobody stays behind this place of `free`
 */
export function lineUp(guests: readonly Guest[], free: readonly Spot[], bound = free.length - 1): LineUp {
	const at = new Map(free.map((spot, index) => [spot, index]));
	const indexes = guests.map((guest, place) => {
		const index = guest.spot ? at.get(guest.spot) : undefined;
		if (index === undefined || index < place || index > bound) return null;
		return free.length - index >= guests.length - place ? index : null;
	});
	const stays = chain(indexes.map((index, place) => (index === null ? null : index - place)));
	const spots: Spot[] = [];
	let from = 0;
	for (let place = 0; place < guests.length;) {
		let stop = place;
		while (stop < guests.length && !stays.has(stop)) stop++;
		const end = stop < guests.length ? (indexes[stop] ?? free.length) : free.length;
		spots.push(...between(free.slice(from, end), stop - place));
		const stayed = free[end];
		if (stayed) spots.push(stayed);
		from = end + 1;
		place = stop + 1;
	}
	return { spots: spots.slice(0, guests.length), stays };
}

/** Whoever sits on the way has to look again. */
export function seatLineUp(guests: readonly Guest[], { spots, stays }: LineUp): void {
	guests.forEach((guest, place) => {
		if (guest.spot && !stays.has(place)) leave(guest);
	});
	guests.forEach((guest, place) => {
		const spot = spots[place];
		if (spot) take(guest, spot);
	});
}

/** Of seats in order, `count` of them: empty ones if there are enough, from the front. */
function between(free: readonly Spot[], count: number): Spot[] {
	const near = free.slice(0, count + SPARE);
	const spare = near.filter((spot) => !spot.sitter);
	return spare.length >= count ? spare.slice(0, count) : near.slice(0, count);
}

/** Longest non-decreasing chain; the places that are in it. */
function chain(values: readonly (number | null)[]): Set<number> {
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
