/**
 * Owns: the view of security and medics: silent reports, the important arrivals one by one as they come, and how far
 * each larger delegation is. Never a list of delegates (real-day.md, correction 6).
 */
import { vipAlerts } from '../admissions/alerts';
import { gateOf } from '../admissions/stats';
import { delegations } from '../admissions/units';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { crewView, type CrewView } from './programme-views';
import { readiness } from './readiness';
import { personView, type PersonView } from './shared';

export type SecurityView = CrewView & {
	/** The last few, the latest first. */
	arrived: (PersonView & { admission: string; at: number; gate: string; lounge: boolean })[];
	vips: { present: number; of: number };
	present: number;
	/** Delegations that would fill a bus, those on their way in first; numbers only. */
	buses: { unit: string; present: number; of: number }[];
};

const SHOWN = 3;
/** Fewer come by car. */
const BUS = 10;
const MOST_BUSES = 12;

export function securityView(state: State, lookup: PersonalLookup, device: string | null): SecurityView {
	const board = readiness(state);
	const arrived = vipAlerts(state)
		.slice(0, SHOWN)
		.flatMap(({ delegate, admission, at, desk, lounge }) => {
			const person = personView(state, lookup, delegate);
			return person ? [{ ...person, admission, at, gate: gateOf(state.conference, desk), lounge }] : [];
		});
	const buses = delegations(state)
		.filter(({ summoned }) => summoned >= BUS)
		.map(({ unit, present, summoned }) => ({ unit, present, of: Math.max(summoned, present) }))
		.sort((a, b) => Number(isOnTheWay(b)) - Number(isOnTheWay(a)) || b.of - a.of);
	return {
		...crewView(state, lookup, { role: 'security', device }),
		arrived,
		vips: { present: board.vipsPresent, of: board.vips },
		present: board.present,
		buses: buses.slice(0, MOST_BUSES)
	};
}

const isOnTheWay = ({ present, of }: { present: number; of: number }): boolean => present > 0 && present < of;
