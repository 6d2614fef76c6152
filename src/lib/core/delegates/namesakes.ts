/**
 * Owns: telling people of one name apart. Unit and title always stand beside a name; the birth year only where the
 * role's own copy of the personal data has it.
 */
import type { PersonalLookup } from '../log/event';
import { rowOf, rowsOf } from '../table';
import { foldVietnamese } from './fold';
import type { DelegateId, RosterState } from './model';

export type ToldApart = {
	id: DelegateId;
	honorific: string;
	/** Where no name is known yet: the number of the invitation, or the unit. */
	name: string;
	title: string;
	unit: string;
	birthYear: number | null;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @returns null for an id that is on no list */
export function tellApart(roster: RosterState, personal: PersonalLookup, id: DelegateId): ToldApart | null {
	const row = rowOf(roster.delegates, id);
	if (!row) return null;
	const who = personal(`delegate:${id}`);
	return {
		id,
		honorific: text(who?.honorific),
		name: text(who?.name) || row.invitationNumber || row.unit,
		title: text(who?.title),
		unit: row.unit,
		birthYear: typeof who?.birthYear === 'number' ? who.birthYear : null
	};
}

/** Others on the list with the same name, whatever its marks and capitals; a withdrawn one is none. */
export function namesakesOf(roster: RosterState, personal: PersonalLookup, id: DelegateId): ToldApart[] {
	const nameOf = (of: DelegateId) => foldVietnamese(text(personal(`delegate:${of}`)?.name));
	const name = nameOf(id);
	if (name === '') return [];
	const found: ToldApart[] = [];
	for (const row of rowsOf(roster.delegates)) {
		if (row.id === id || row.withdrawn || nameOf(row.id) !== name) continue;
		const other = tellApart(roster, personal, row.id);
		if (other) found.push(other);
	}
	return found.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.id < b.id ? -1 : 1));
}
