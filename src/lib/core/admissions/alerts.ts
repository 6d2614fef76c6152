/**
 * Owns: whom an arrival is told to: an important delegate to usher, stage and steward, a recipient to the awards, a
 * recipient who comes when the awards have begun as late. Computed from the facts, so every screen says the same.
 */
import type { AwardsState } from '../awards/model';
import type { DelegateId, RosterState } from '../delegates/model';
import type { ProgrammeState } from '../programme/model';
import { rowOf, rowsOf } from '../table';
import { standingAdmissions, stayOf, whereabouts, type AdmissionsState } from './model';
import { inLounge, type WelcomeState } from './welcome';

export type Alert = {
	kind: 'vip' | 'recipient';
	delegate: DelegateId;
	/** The admission that began the stay; names the alert, so that a screen can put it away. */
	admission: string;
	at: number;
	desk: string | null;
	/** In the lounge, not yet in the hall. */
	lounge: boolean;
	/** Somebody else came in this person's place: the substitution's id, whose name stands under `sub:<id>`. */
	substituteBy: string | null;
	/** Of a recipient: came after the awards had begun. */
	late: boolean;
	wave: number | null;
	position: number | null;
};
type Facts = { roster: RosterState; admissions: AdmissionsState; welcome?: WelcomeState };

/** Important delegates in the house, the latest arrival first. */
export function vipAlerts(state: Facts): Alert[] {
	const alerts: Alert[] = [];
	for (const delegate of rowsOf(state.roster.delegates))
		if (delegate.vip && !delegate.withdrawn) alerts.push(...alertOf(state, 'vip', delegate.id));
	return alerts.sort(latestFirst);
}

/** Recipients in the house, the latest arrival first; `late` by the actual begin of the awards. */
export function recipientAlerts(state: Facts & { awards: AwardsState; programme: ProgrammeState }): Alert[] {
	const begun = awardsBegun(state.programme);
	return Object.values(state.awards.recipients)
		.flatMap(({ delegate, ...row }) => (delegate === null ? [] : [{ ...row, delegate }]))
		.filter(({ delegate }) => rowOf(state.roster.delegates, delegate)?.withdrawn === false)
		.flatMap(({ delegate, wave, stagePosition }) =>
			alertOf(state, 'recipient', delegate).map((alert) => ({
				...alert,
				late: begun !== null && alert.at > begun,
				wave,
				position: stagePosition
			}))
		)
		.sort(latestFirst);
}

/** When the first award of the day began, ms since 1970; null before that. */
export function awardsBegun({ items, actual }: ProgrammeState): number | null {
	const begins = Object.values(items).flatMap(({ id, kinds }) => {
		const ran = actual[id];
		return kinds.includes('khen_thuong') && ran && !ran.skipped ? [ran.startedAt] : [];
	});
	return begins.length ? Math.min(...begins) : null;
}

function alertOf(state: Facts, kind: Alert['kind'], delegate: DelegateId): Alert[] {
	const { admissions, welcome } = state;
	const [entry] = stayOf(admissions, delegate);
	if (!entry || whereabouts(admissions, delegate) !== 'present') return [];
	const last = standingAdmissions(admissions, delegate).at(-1);
	return [
		{
			kind,
			delegate,
			admission: entry.id,
			at: entry.at,
			desk: entry.desk,
			lounge: welcome ? inLounge({ admissions, welcome }, delegate) : false,
			substituteBy: (last && rowOf(admissions.substitutions, last.id)?.id) ?? null,
			late: false,
			wave: null,
			position: null
		}
	];
}

const latestFirst = (a: Alert, b: Alert): number => b.at - a.at || (a.admission < b.admission ? -1 : 1);
