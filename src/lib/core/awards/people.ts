/** Owns: a recipient as screens and labels show one: who is honoured, who goes up for it, and whether they are here. */
import { whereabouts } from '../admissions/model';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { personView, text, type PersonView } from '../views/shared';
import { goesUp, type RecipientType, type Row } from './model';

export type HonouredView = {
	id: string;
	/** The collective's or household's own name, or the person's. */
	honorific: string;
	name: string;
	title: string;
	unit: string;
	/** How a difficult name is spoken. */
	say: string;
	type: RecipientType;
	position: number;
	posthumous: boolean;
	/** Who goes up when that is somebody else: of a collective its representative; with a reason it is nhận thay. */
	stands: { honorific: string; name: string; title: string; reason: string } | null;
	/** Checked in; null when who goes up is not on the list, so that nobody can know. */
	here: boolean | null;
	/** Stands in the wings. */
	lined: boolean;
	given: boolean;
	frameMissing: boolean;
	misprinted: boolean;
};

export function honouredView(state: State, lookup: PersonalLookup, row: Row): HonouredView {
	const own = lookup(`recipient:${row.id}`);
	const person = row.delegate === null ? null : personView(state, lookup, row.delegate);
	const named = text(own?.name) !== '';
	const standIn = row.onBehalf?.by ?? null;
	const up = goesUp(row);
	const outcome = state.awards.outcomes[row.id];
	return {
		id: row.id,
		honorific: named ? text(own?.honorific) : (person?.honorific ?? ''),
		name: named ? text(own?.name) : (person?.name ?? ''),
		title: named ? text(own?.title) : (person?.title ?? ''),
		unit: named ? text(own?.unit) : (person?.unit ?? ''),
		say: text(own?.say),
		type: row.type,
		position: row.stagePosition,
		posthumous: row.posthumous ?? false,
		stands: row.onBehalf
			? {
					...nameOf(standIn === null ? null : personView(state, lookup, standIn)),
					...(standIn === null && { name: text(lookup(`behalf:${row.id}`)?.name) }),
					reason: row.onBehalf.reason
				}
			: named && person
				? { ...nameOf(person), reason: '' }
				: null,
		here: up === null ? null : whereabouts(state.admissions, up) === 'present',
		lined: state.awards.wings[row.id]?.on ?? false,
		given: outcome?.givenAt !== undefined,
		frameMissing: outcome?.frameMissing ?? false,
		misprinted: outcome?.misprinted ?? false
	};
}

const nameOf = (person: PersonView | null) => ({
	honorific: person?.honorific ?? '',
	name: person?.name ?? '',
	title: person?.title ?? ''
});

/** Called and shown: nobody who is known to be away. Who stands in the wings is here, whatever the door has seen. */
export const isAtHand = (person: Pick<HonouredView, 'here' | 'lined' | 'given'>): boolean =>
	person.here !== false || person.lined || person.given;
