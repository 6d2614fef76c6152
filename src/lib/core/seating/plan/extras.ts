/** Owns: the needs that come last: places for wheelchairs, the sides, and any seat at all. */
import { sit, type Board, type Guest, type Spot } from './board';
import type { PlanPerson } from './input';
import { isFree } from './units';

const apart = (a: Spot, b: Spot): number => Math.hypot(a.place.x - b.place.x, a.place.y - b.place.y);

/** Each where their rule would have put them, as near as a wheelchair's place is free. */
export function seatWheelchairs(board: Board, guests: readonly Guest[], all: readonly Guest[]): void {
	if (!guests.length) return;
	const near = companyOf(all);
	const places = board.spots.filter((s) => s.usable && s.place.wheelchair && !s.sitter);
	for (const guest of guests) {
		if (guest.spot) continue;
		const beside = near(guest.person)?.spot ?? board.floor[0];
		const own = places.filter((s) => !s.sitter && s.place.onStage === (guest.person.role === 'presidium'));
		const rest = places.filter((s) => !s.sitter && !s.place.onStage);
		const from = own.length ? own : rest;
		const best = from.reduce<Spot | null>(
			(least, spot) => (beside && (!least || apart(spot, beside) < apart(least, beside)) ? spot : least),
			null
		);
		if (best) sit(guest, best);
		else guest.reason = 'no_wheelchair_place';
	}
}

/** Who sits where they would have sat: next in order, of the same wave or of the same unit. */
function companyOf(guests: readonly Guest[]): (person: PlanPerson) => Guest | undefined {
	const seated = guests.filter(({ spot, person }) => spot && !person.wheelchair);
	return (person) => {
		const { role, order } = person;
		if (role === 'protocol' || role === 'presidium')
			return (
				seated.find((guest) => guest.person.role === role && guest.person.order > order) ??
				seated.findLast((guest) => guest.person.role === role)
			);
		const near = seated.find((guest) => isOneCircle(guest.person, person));
		return near ?? (role === 'recipient' ? seated.find((guest) => guest.person.role === role) : undefined);
	};
}

function isOneCircle(a: PlanPerson, b: PlanPerson): boolean {
	if (a.role !== b.role) return false;
	if (a.role !== 'recipient') return a.unit === b.unit && a.unit !== '';
	return a.award?.wave === b.award?.wave && a.award?.decision === b.award?.decision;
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

/** Whoever is left, wherever a seat is left; then the gaps among the guests of honour, and those inside a wave last. */
export function seatAnywhere(board: Board, guests: readonly Guest[]): void {
	const left = guests.filter(({ spot }) => !spot);
	if (!left.length) return;
	const free = board.floor.filter((spot) => spot.open && !spot.sitter);
	const kept = (by: Spot['reserved']): Spot[] => free.filter(({ reserved }) => reserved === by);
	const inTurn = [...kept(null), ...kept('honour').reverse(), ...kept('wave')];
	left.forEach((guest, at) => {
		const spot = inTurn[at];
		if (spot) sit(guest, spot);
		else guest.reason = 'hall_full';
	});
}
