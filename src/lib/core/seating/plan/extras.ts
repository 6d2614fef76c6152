/** Owns: the needs that come last: places for wheelchairs, the sides, and any seat at all. */
import { sit, type Board, type Guest, type Spot } from './board';
import { isFree } from './units';

const apart = (a: Spot, b: Spot): number => Math.hypot(a.place.x - b.place.x, a.place.y - b.place.y);

/** Each where their rule would have put them, as near as a wheelchair's place is free. */
export function seatWheelchairs(board: Board, guests: readonly Guest[], all: readonly Guest[]): void {
	const places = board.spots.filter((s) => s.usable && s.place.wheelchair && !s.sitter);
	for (const guest of guests) {
		if (guest.spot) continue;
		const near = companyOf(guest, all)?.spot ?? board.floor[0];
		const own = places.filter((s) => !s.sitter && s.place.onStage === (guest.person.role === 'presidium'));
		const rest = places.filter((s) => !s.sitter && !s.place.onStage);
		const from = own.length ? own : rest;
		const best = from.reduce<Spot | null>(
			(least, spot) => (near && (!least || apart(spot, near) < apart(least, near)) ? spot : least),
			null
		);
		if (best) sit(guest, best);
		else guest.reason = 'no_wheelchair_place';
	}
}

/** Who sits where they would have sat: next in order, of the same wave or of the same unit. */
function companyOf({ person }: Guest, all: readonly Guest[]): Guest | undefined {
	const seated = all.filter(
		(guest) => guest.spot && guest.person.role === person.role && !guest.person.wheelchair
	);
	if (person.role === 'protocol' || person.role === 'presidium')
		return seated.find((guest) => guest.person.order > person.order) ?? seated.at(-1);
	if (person.role === 'recipient')
		return (
			seated.find(
				({ person: { award } }) =>
					award?.wave === person.award?.wave && award?.decision === person.award?.decision
			) ?? seated[0]
		);
	return seated.find((guest) => guest.person.unit === person.unit && person.unit !== '');
}

/** Press, companions and crew: from the outer side and the back, so that they can go about unseen. */
export function seatAtSides(board: Board, guests: readonly Guest[]): void {
	const free = board.floor
		.filter(isFree)
		.sort(
			(a, b) => Math.abs(b.place.x) - Math.abs(a.place.x) || b.place.y - a.place.y || (a.key < b.key ? -1 : 1)
		);
	let at = 0;
	for (const guest of guests) {
		if (guest.spot) continue;
		const spot = free[at++];
		if (spot) sit(guest, spot);
	}
}

/** Whoever is left, wherever a seat is left; the gaps among the guests of honour last. */
export function seatAnywhere(board: Board, guests: readonly Guest[]): void {
	const left = guests.filter(({ spot }) => !spot);
	if (!left.length) return;
	const free = board.floor.filter((spot) => spot.open && !spot.sitter);
	const inTurn = [...free.filter((s) => !s.reserved), ...free.filter((s) => s.reserved).reverse()];
	left.forEach((guest, at) => {
		const spot = inTurn[at];
		if (spot) sit(guest, spot);
		else guest.reason = 'hall_full';
	});
}
