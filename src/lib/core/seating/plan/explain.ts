/** Owns: the answer to "Vì sao ngồi đây?" for each seat of a plan. */
import type { Side } from '../hall';
import type { Placement } from '../model';
import type { Why } from '../why';
import { wayToSteps, type Guest, type Spot } from './board';
import { wishOf, type Unit } from './units';

/** What somebody decided by hand or at the door stays the reason as long as they sit there. */
const LASTING: Why['rule'][] = ['hand', 'onTheDay'];

/** @param units as they sit now */
export function explain(guests: readonly Guest[], units: readonly Unit[], placement: Placement): void {
	const places = new Map<Guest, number>();
	for (const role of ['presidium', 'protocol'] as const)
		guests
			.filter(({ person }) => person.role === role)
			.sort((a, b) => a.person.order - b.person.order)
			.forEach((guest, at) => places.set(guest, at + 1));
	const apart = new Set(units.flatMap(({ guests: unit, pieces }) => (pieces > 1 ? unit : [])));
	for (const guest of guests) {
		const old = guest.person.why;
		const stayed = guest.fixed || (guest.spot !== null && guest.spot === guest.before);
		if (stayed && old && (guest.fixed || LASTING.includes(old.rule))) guest.why = old;
		else if (guest.spot)
			guest.why = whyOf(guest, guest.spot, places.get(guest) ?? 0, !apart.has(guest), placement);
	}
}

function whyOf(guest: Guest, spot: Spot, place: number, whole: boolean, placement: Placement): Why {
	const { person } = guest;
	if (person.wheelchair) return { rule: 'wheelchair' };
	switch (person.role) {
		case 'presidium':
		case 'protocol':
			return { rule: person.role, place };
		case 'recipient':
			return {
				rule: 'recipient',
				wave: person.award?.wave ?? 0,
				position: person.award?.position ?? 0,
				steps: nearerSteps(spot)
			};
		case 'side':
			return { rule: 'side' };
		case 'ordinary': {
			const { unit, group } = person;
			if (wishOf(guest, placement).includes(spot.place.seat.block))
				return { rule: 'group', group: group ?? '', unit, whole };
			return unit === '' ? { rule: 'free' } : { rule: 'unit', unit, whole };
		}
		default:
			return person.role satisfies never;
	}
}

const nearerSteps = (spot: Spot): Side =>
	wayToSteps(spot, 'right') < wayToSteps(spot, 'left') ? 'right' : 'left';
