/**
 * Owns: who is to be introduced: those really here and important, in protocol order (ceremony.md §2). Uses only what
 * the log holds; ties that need personal data (in office since, age) are fixed by hand through `lockedOrder`.
 */
import { standingAdmissions, whereabouts, type AdmissionsState } from '../admissions/model';
import type { Delegate, RosterState } from '../delegates/model';
import { rowOf, rowsOf } from '../table';

export function compareDelegates(a: Delegate, b: Delegate): number {
	const locked = (a.lockedOrder ?? Infinity) - (b.lockedOrder ?? Infinity);
	if (locked && !Number.isNaN(locked)) return locked;
	return a.tier - b.tier || a.bloc - b.bloc || a.officeRank - b.officeRank || (a.id < b.id ? -1 : 1);
}

/**
 * Invited, in the house, and in person: whoever came in last on this place is the delegate, not a substitute. A
 * substitute does not inherit the place; one who was taken back, or whom the delegate followed, no longer counts.
 */
export function isHereInPerson({ admissions }: { admissions: AdmissionsState }, delegate: Delegate): boolean {
	if (delegate.withdrawn || whereabouts(admissions, delegate.id) !== 'present') return false;
	const last = standingAdmissions(admissions, delegate.id).at(-1);
	// A substitution and its admission come from one command and share its id.
	return last !== undefined && rowOf(admissions.substitutions, last.id) === undefined;
}

/** Who may be counted when hands are raised: official delegates in the house and in person; who left is off it. */
export function voteBase(state: { roster: RosterState; admissions: AdmissionsState }): number {
	let base = 0;
	for (const delegate of rowsOf(state.roster.delegates))
		if (delegate.kind === 'official' && isHereInPerson(state, delegate)) base++;
	return base;
}

/** VIPs who are here in person, in protocol order. */
export function introductionList(state: { roster: RosterState; admissions: AdmissionsState }): Delegate[] {
	const here: Delegate[] = [];
	for (const delegate of rowsOf(state.roster.delegates))
		if (delegate.vip && isHereInPerson(state, delegate)) here.push(delegate);
	return here.sort(compareDelegates);
}
