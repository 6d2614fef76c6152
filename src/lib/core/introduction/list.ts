/**
 * Owns: who is to be introduced: those really here and important, in protocol order (ceremony.md §2). Uses only what
 * the log holds; ties that need personal data (in office since, age) are fixed by hand through `lockedOrder`.
 */
import { whereabouts, type AdmissionsState } from '../admissions/model';
import type { Delegate, RosterState } from '../delegates/model';
import { rowsOf } from '../table';

export function compareDelegates(a: Delegate, b: Delegate): number {
	const locked = (a.lockedOrder ?? Infinity) - (b.lockedOrder ?? Infinity);
	if (locked && !Number.isNaN(locked)) return locked;
	return a.tier - b.tier || a.bloc - b.bloc || a.officeRank - b.officeRank || (a.id < b.id ? -1 : 1);
}

/** Present VIPs in protocol order; a substitute does not inherit the place, so a person who sent one is left out. */
export function introductionList(state: { roster: RosterState; admissions: AdmissionsState }): Delegate[] {
	const substituted = new Set<string>();
	for (const row of rowsOf(state.admissions.substitutions)) substituted.add(row.delegate);
	const here: Delegate[] = [];
	for (const delegate of rowsOf(state.roster.delegates))
		if (
			delegate.vip &&
			!delegate.withdrawn &&
			!substituted.has(delegate.id) &&
			whereabouts(state.admissions, delegate.id) === 'present'
		)
			here.push(delegate);
	return here.sort(compareDelegates);
}
