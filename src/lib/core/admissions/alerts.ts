/**
 * Owns: whom an arrival is told to: an important delegate to usher, stage and steward, a recipient to the awards, a
 * recipient who comes when the awards have begun as late. Computed from the facts, so every screen says the same.
 */
import { wavesInOrder, type AwardsState, type Row } from '../awards/model';
import { laterWaveFor } from '../awards/waves';
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
	/** Of a late recipient whose own wave is under way or who was taken out of it. */
	rescue?: Rescue;
};
/** "Chuyển sang lượt {k+1}" or "Trao sau": what a screen sends for it. */
export type Rescue = {
	recipient: string;
	/** Of the pile of the wave the person stands in; 0 when in none. */
	version: number;
	/** The wave they would go to: the next of their kind, or a new one behind all. */
	next: number;
	/** Stands in a wave still, so that "Trao sau" has something to change. */
	inWave: boolean;
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
		.flatMap(({ delegate, ...row }) =>
			alertOf(state, 'recipient', delegate).map((alert) => {
				const late = begun !== null && alert.at > begun;
				const rescue = late ? rescueOf(state.awards, { ...row, delegate }, alert.at) : null;
				return {
					...alert,
					late,
					wave: row.wave,
					position: row.stagePosition,
					...(rescue && { rescue })
				};
			})
		)
		.sort(latestFirst);
}

/** Null while they are in time for their own wave, or have theirs already. @param at when they came */
export function rescueOf(awards: AwardsState, row: Row, at: number): Rescue | null {
	if (awards.outcomes[row.id]?.givenAt !== undefined) return null;
	const own = awards.waves[row.wave];
	// Who was in the house when the wave took its step, or stands in the wings, is in time for it.
	if (own && (own.step === 'prepared' || at <= own.since || awards.wings[row.id]?.on)) return null;
	if (!own && !awards.outcomes[row.id]?.later) return null;
	const last = wavesInOrder(awards).at(-1)?.number ?? 0;
	return {
		recipient: row.id,
		version: own?.version ?? 0,
		next: laterWaveFor(awards, row)?.number ?? last + 1,
		inWave: own !== undefined
	};
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
