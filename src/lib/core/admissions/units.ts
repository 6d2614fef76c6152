/**
 * Owns: delegations. A unit's people stand by name on the list, or only as heads of a counter (a plan without
 * personal invitations), or both; named people are added to the counter: "Công an tỉnh: 47/50".
 */
import type { ConferenceState } from '../conference/model';
import { foldVietnamese } from '../delegates/fold';
import { isCounted, isSummoned, type RosterState } from '../delegates/model';
import { rowsOf } from '../table';
import { whereabouts, type AdmissionsState } from './model';
import { countedOf, countedUnits, type WelcomeState } from './welcome';

export type DoorBooks = {
	roster: RosterState;
	admissions: AdmissionsState;
	welcome: WelcomeState;
	conference: ConferenceState;
};

export type Delegation = {
	unit: string;
	/** Named people summoned, or the plan's number where that is the larger and names are not the measure. */
	summoned: number;
	/** In the house: by name (walk-ins of the unit too) and by the counter. */
	present: number;
	named: number;
	counted: number;
	excused: number;
	/** Summoned, not excused and not here. */
	missing: number;
};

/** The plan's number for a unit; null where the plan names none, or a number for each of several units. */
function quotaOf({ settings }: ConferenceState, unit: string): number | null {
	const key = foldVietnamese(unit);
	const row = settings.unitQuotas.find((quota) => !quota.perUnit && foldVietnamese(quota.unit) === key);
	return row?.quota ?? null;
}

type Sums = { summoned: number; here: number; named: number; excused: number };

/** All delegations by name. Units of the plan without anybody on the list stand here where names are not the measure. */
export function delegations(state: DoorBooks): Delegation[] {
	const { conference, welcome } = state;
	const counters = new Set(countedUnits(welcome));
	const sums = new Map<string, Sums>();
	const sumOf = (unit: string): Sums => {
		let sum = sums.get(unit);
		if (!sum) sums.set(unit, (sum = { summoned: 0, here: 0, named: 0, excused: 0 }));
		return sum;
	};
	for (const delegate of rowsOf(state.roster.delegates)) {
		if (delegate.withdrawn || !isCounted(delegate)) continue;
		const sum = sumOf(delegate.unit);
		const here = whereabouts(state.admissions, delegate.id) === 'present';
		if (here) sum.named++;
		if (!isSummoned(delegate)) continue;
		sum.summoned++;
		if (here) sum.here++;
		else if (delegate.absence === 'excused') sum.excused++;
	}
	for (const unit of counters) sumOf(unit);
	if (conference.settings.noPersonalInvitations)
		for (const { unit, quota, perUnit } of conference.settings.unitQuotas) if (!perUnit && quota) sumOf(unit);
	return [...sums]
		.map(([unit, sum]): Delegation => {
			const counted = countedOf(welcome, unit);
			const byHeads = conference.settings.noPersonalInvitations || counters.has(unit);
			const summoned = Math.max(sum.summoned, (byHeads && quotaOf(conference, unit)) || 0);
			return {
				unit,
				summoned,
				present: sum.named + counted,
				named: sum.named,
				counted,
				excused: sum.excused,
				missing: Math.max(0, summoned - sum.here - counted - sum.excused)
			};
		})
		.sort((a, b) => compare(foldVietnamese(a.unit), foldVietnamese(b.unit)) || compare(a.unit, b.unit));
}

/** Units that people are still missing from, those with the most first. */
export const missingUnits = (state: DoorBooks): Delegation[] =>
	delegations(state)
		.filter((row) => row.missing > 0)
		.sort((a, b) => b.missing - a.missing);

/** Heads of all counters: how many they are, and how many more people they summon than stand on the list. */
export function headsOf(
	{ welcome, conference }: Pick<DoorBooks, 'welcome' | 'conference'>,
	namedSummoned: (unit: string) => number
): { unit: string; counted: number; summoned: number }[] {
	const units = new Set(countedUnits(welcome));
	if (conference.settings.noPersonalInvitations)
		for (const { unit, quota, perUnit } of conference.settings.unitQuotas)
			if (!perUnit && quota) units.add(unit);
	return [...units].map((unit) => ({
		unit,
		counted: countedOf(welcome, unit),
		summoned: Math.max(0, (quotaOf(conference, unit) ?? 0) - namedSummoned(unit))
	}));
}

export type Capacity = { present: number; capacity: number; over: boolean };

/** "Có mặt 152/150": a warning and never a refusal. Null while the hall's capacity is not known. */
export function capacityOf(state: DoorBooks): Capacity | null {
	const { capacity } = state.conference.settings;
	if (capacity === null) return null;
	let present = 0;
	for (const delegate of rowsOf(state.roster.delegates))
		if (
			!delegate.withdrawn &&
			isCounted(delegate) &&
			whereabouts(state.admissions, delegate.id) === 'present'
		)
			present++;
	for (const unit of countedUnits(state.welcome)) present += countedOf(state.welcome, unit);
	return { present, capacity, over: present > capacity };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
