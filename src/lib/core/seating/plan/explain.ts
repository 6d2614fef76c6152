/** Owns: the answer to "Vì sao ngồi đây?" for each seat of a plan. */
import type { Side } from '../hall';
import type { Placement } from '../model';
import type { Why } from '../why';
import type { Guest, Spot } from './board';
import { piecesOf, wishOf } from './units';

/** What somebody decided by hand or at the door stays the reason as long as they sit there. */
const LASTING: Why['rule'][] = ['hand', 'onTheDay'];

export function explain(guests: readonly Guest[], placement: Placement): void {
	const places = new Map<Guest, number>();
	for (const role of ['presidium', 'protocol'] as const)
		guests
			.filter(({ person }) => person.role === role)
			.sort((a, b) => a.person.order - b.person.order)
			.forEach((guest, at) => places.set(guest, at + 1));
	const whole = wholeUnits(guests);
	for (const guest of guests) {
		const old = guest.person.why;
		const stayed = guest.fixed || (guest.spot !== null && guest.spot === guest.before);
		if (stayed && old && (guest.fixed || LASTING.includes(old.rule))) guest.why = old;
		else if (guest.spot) guest.why = whyOf(guest, guest.spot, places.get(guest) ?? 0, whole, placement);
	}
}

function wholeUnits(guests: readonly Guest[]): Set<string> {
	const units = new Map<string, Guest[]>();
	for (const guest of guests) {
		if (guest.person.role !== 'ordinary' || guest.person.wheelchair || guest.person.unit === '') continue;
		units.set(guest.person.unit, [...(units.get(guest.person.unit) ?? []), guest]);
	}
	return new Set([...units].flatMap(([unit, people]) => (piecesOf(people).length <= 1 ? [unit] : [])));
}

function whyOf(guest: Guest, spot: Spot, place: number, whole: Set<string>, placement: Placement): Why {
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
			const unit = { unit: person.unit, whole: whole.has(person.unit) };
			if (wishOf(guest, placement).includes(spot.place.seat.block))
				return { rule: 'group', group: person.group ?? '', ...unit };
			return person.unit === '' ? { rule: 'free' } : { rule: 'unit', ...unit };
		}
		default:
			return person.role satisfies never;
	}
}

const nearerSteps = ({ steps }: Spot): Side =>
	(steps.right ?? Infinity) < (steps.left ?? Infinity) ? 'right' : 'left';
