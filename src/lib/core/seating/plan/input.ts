/**
 * Owns: what the plan is made from: the people to seat, each in one role, in the order in which they are served. Reads
 * the log and of the personal data only what breaks a tie in protocol order; none of it leaves this module.
 */
import type { AdmissionsState } from '../../admissions/model';
import type { AwardsState } from '../../awards/model';
import type { Delegate, DelegateKind, RosterState } from '../../delegates/model';
import { comparePrecedence, type Ranked } from '../../delegates/precedence';
import type { PersonalLookup } from '../../log/event';
import { rowOf, rowsOf } from '../../table';
import { wantsSeat } from '../coverage';
import { sitsAtSide } from '../free-seat';
import type { Hall, Seat } from '../hall';
import type { Hold, Placement, SeatingState } from '../model';
import type { Why } from '../why';

/** In the order of the rules: who comes first is never moved for who comes later. */
export const ROLES = ['presidium', 'protocol', 'recipient', 'ordinary', 'side'] as const;
export type Role = (typeof ROLES)[number];

export type PlanPerson = {
	id: string;
	role: Role;
	/** Place in the order of all people, fixed by hand or by precedence; smaller is higher. */
	order: number;
	kind: DelegateKind;
	unit: string;
	group: string | null;
	/** The wave is one row of people; two decisions that use the same number are two waves. */
	award: { wave: number; decision: string; position: number } | null;
	wheelchair: boolean;
	aisle: boolean;
	/** Where they sit now. */
	seat: Seat | null;
	why?: Why;
	/** Locked, or came without an invitation and was shown a seat: stays where it is. */
	fixed: boolean;
};

export type PlanInput = {
	hall: Hall | null;
	/** In the order in which they are served: when the hall is too small, the last ones stay without a seat. */
	people: PlanPerson[];
	/** Withdrawn or excused, but still on a seat. A lock keeps even that one. */
	leaving: { id: string; seat: Seat; fixed: boolean; withdrawn: boolean }[];
	/** By seat key. */
	holds: Readonly<Record<string, Hold>>;
	placement: Placement;
};

type Seen = {
	roster: RosterState;
	awards: AwardsState;
	seating: SeatingState;
	admissions: AdmissionsState;
};
type Sorted = { person: PlanPerson; ranked: Ranked; lockedOrder: number };

export function planInput(
	{ roster, awards, seating, admissions }: Seen,
	personal: PersonalLookup
): PlanInput {
	const sorted: Sorted[] = [];
	const leaving: PlanInput['leaving'] = [];
	for (const delegate of rowsOf(roster.delegates)) {
		const sat = seating.seats[delegate.id];
		const locked = seating.locked[delegate.id] ?? false;
		const { withdrawn } = delegate;
		if (!wantsSeat(delegate, admissions)) {
			if (sat) leaving.push({ id: delegate.id, seat: placeOf(sat), fixed: locked, withdrawn });
			continue;
		}
		const recipient = awards.recipients[delegate.id];
		const needs = delegate.seatNeeds ?? [];
		sorted.push({
			ranked: rankedOf(delegate, personal),
			lockedOrder: delegate.lockedOrder ?? Infinity,
			person: {
				id: delegate.id,
				role: roleOf(delegate, recipient !== undefined),
				order: 0,
				kind: delegate.kind,
				unit: delegate.unit,
				group: delegate.group,
				award: recipient
					? { wave: recipient.wave, decision: recipient.decision, position: recipient.stagePosition }
					: null,
				wheelchair: needs.includes('wheelchair'),
				aisle: needs.includes('aisle'),
				seat: sat ? placeOf(sat) : null,
				...(sat?.why && { why: sat.why }),
				fixed: sat !== undefined && (locked || delegate.kind === 'walkIn')
			}
		});
	}
	// Somebody this device never heard of still sits on their seat.
	for (const [id, sat] of Object.entries(seating.seats))
		if (!rowOf(roster.delegates, id)) leaving.push({ id, seat: placeOf(sat), fixed: true, withdrawn: true });
	sorted.sort(byOrder).forEach(({ person }, at) => (person.order = at));
	sorted.sort(inTurn);
	leaving.sort((a, b) => compareText(a.id, b.id));
	return {
		hall: seating.hall,
		people: sorted.map(({ person }) => person),
		leaving,
		holds: seating.holds,
		placement: seating.placement
	};
}

const placeOf = ({ block, row, seat }: Seat): Seat => ({ block, row, seat });

/** A person has one seat, so the first rule that speaks of them decides. */
function roleOf(delegate: Delegate, recipient: boolean): Role {
	if (delegate.seatNeeds?.includes('presidium')) return 'presidium';
	if (delegate.vip) return 'protocol';
	if (recipient) return 'recipient';
	return sitsAtSide(delegate) ? 'side' : 'ordinary';
}

function rankedOf({ id, tier, bloc, officeRank }: Delegate, personal: PersonalLookup): Ranked {
	const row = personal(`delegate:${id}`);
	const { inOfficeSince, birthYear } = row ?? {};
	return {
		id,
		tier,
		bloc,
		officeRank,
		inOfficeSince: typeof inOfficeSince === 'string' ? inOfficeSince : null,
		birthYear: typeof birthYear === 'number' ? birthYear : null
	};
}

/** Who was not invited gives way to who was; among those at the side the press works, the crew serves. */
const LATER: Partial<Record<DelegateKind, number>> = { walkIn: 1, companion: 2, crew: 3 };

function inTurn(a: Sorted, b: Sorted): number {
	const [p, q] = [a.person, b.person];
	const role = ROLES.indexOf(p.role) - ROLES.indexOf(q.role);
	if (role !== 0) return role;
	if (p.role === 'recipient' && p.award && q.award) {
		const award = compareAwards(p.award, q.award);
		if (award !== 0) return award;
	}
	if (p.role === 'ordinary' || p.role === 'side') {
		const later = (LATER[p.kind] ?? 0) - (LATER[q.kind] ?? 0);
		if (later !== 0) return later;
	}
	return p.order - q.order;
}

const byOrder = (a: Sorted, b: Sorted): number =>
	a.lockedOrder === b.lockedOrder ? comparePrecedence(a.ranked, b.ranked) : a.lockedOrder - b.lockedOrder;

type Award = NonNullable<PlanPerson['award']>;

const compareAwards = (a: Award, b: Award): number =>
	a.wave - b.wave || compareText(a.decision, b.decision) || a.position - b.position;

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
