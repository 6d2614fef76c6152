/** Owns: people who come to a unit that already sits: beside it, as few others moved as can be. */
import type { Guest } from './board';
import { sit } from './board';
import { growFrom, piecesOf, type Cluster } from './units';

export function joinUnits(clusters: readonly Cluster[], guests: readonly Guest[]): void {
	const seated = new Map<string, Guest[]>();
	for (const guest of guests) {
		const { unit, role, wheelchair } = guest.person;
		if (unit === '' || role !== 'ordinary' || wheelchair || !guest.spot) continue;
		const known = seated.get(unit);
		if (known) known.push(guest);
		else seated.set(unit, [guest]);
	}
	for (const { unit, wish, guests: people } of clusters) {
		const own = seated.get(unit);
		const coming = people.filter(({ spot }) => !spot);
		if (!own || !coming.length) continue;
		const [piece = []] = piecesOf(own);
		const places = growFrom(
			piece.flatMap(({ spot }) => spot ?? []),
			coming.length,
			({ place }) => !wish.length || wish.includes(place.seat.block)
		);
		coming.forEach((guest, at) => {
			const spot = places[at];
			if (spot) sit(guest, spot);
		});
	}
}
