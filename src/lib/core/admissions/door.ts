/**
 * Owns: the door's small rules around the verdict: what is written down for a scan, when the same code counts again,
 * what may be taken back here, and the lists a desk works from. Pure; time is an argument.
 */
import type { PersonalLookup } from '../log/event';
import { isCounted, isSummoned, type Delegate, type DelegateId } from '../delegates/model';
import { foldVietnamese } from '../delegates/fold';
import { awardOf, type AwardsState } from '../awards/model';
import type { RosterState } from '../delegates/model';
import { rowOf, rowsOf } from '../table';
import {
	FAILURES,
	isUndone,
	OVERRIDES,
	standingAdmissions,
	UNDO_MS,
	whereabouts,
	type Admission,
	type AdmissionsState,
	type Failure,
	type Override,
	type Verdict
} from './model';
import { parseCitizenCard, type CitizenCard, type DoorVerdict } from './verdict';

/**
 * What a verdict writes: green and amber admit; blue and red from a scan leave a failed attempt with their reason;
 * a person looked up by name leaves nothing until somebody presses "Đón".
 */
export function recordOf(
	verdict: DoorVerdict,
	from: 'scan' | 'search'
): { kind: 'admit'; delegate: DelegateId } | { kind: 'attempt'; reason: Failure } | null {
	if (from === 'search') return null;
	if (verdict.tone === 'green' || verdict.tone === 'amber')
		return verdict.delegate ? { kind: 'admit', delegate: verdict.delegate.id } : null;
	const reason = FAILURES.find((code) => code === verdict.code);
	return reason ? { kind: 'attempt', reason } : null;
}

/** What of a failed code may be written down: its first 8 characters, nothing at all of a citizen card. */
export function attemptCode(scan: string): string {
	if (parseCitizenCard(scan)) return '';
	// The wire refuses control characters, and a refused fact would wait for a person for no reason.
	return scan.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 8);
}

/** The tone written down when a person lets somebody in against the card; a red one stays visible as such. */
export const decidedTone = (verdict: DoorVerdict): Verdict => {
	if (verdict.code === 'withdrawn') return 'red';
	return verdict.tone === 'red' || verdict.tone === 'blue' ? 'amber' : verdict.tone;
};

/**
 * What "Vẫn đón" writes beside the admission: that a person asked for it, and the rule that was really overridden, if
 * the card had one against it. Null where the card names nobody: nobody can be let in on an unknown code.
 */
export function forcedBy(verdict: DoorVerdict): { force: true; overrode?: Override } | null {
	if (!verdict.delegate) return null;
	const against = verdict.tone === 'red' || verdict.tone === 'blue';
	const overrode = against ? OVERRIDES.find((code) => code === verdict.code) : undefined;
	return { force: true, ...(overrode && { overrode }) };
}

export type Leaving = {
	/** The admission that the exit names; null for somebody who is not in the house. */
	admission: string | null;
	tone: Verdict;
	/** `withdrawn`: a person is to look at it first; the exit is a fact all the same when it is pressed. */
	code: 'leave' | 'notHere' | 'withdrawn';
};

/** What the door says to somebody who goes. Neither day nor group nor capacity matters on the way out. */
export function leaving(
	{ roster, admissions }: { roster: RosterState; admissions: AdmissionsState },
	delegate: DelegateId
): Leaving {
	if (whereabouts(admissions, delegate) !== 'present')
		return { admission: null, tone: 'blue', code: 'notHere' };
	const admission = standingAdmissions(admissions, delegate).at(-1)?.id ?? null;
	return rowOf(roster.delegates, delegate)?.withdrawn
		? { admission, tone: 'red', code: 'withdrawn' }
		: { admission, tone: 'green', code: 'leave' };
}

/** A code held before the camera is read many times a second: it counts again after it was away this long. */
export const SAME_CODE_MS = 3000;
export type SeenCodes = ReadonlyMap<string, number>;
export const nothingSeen: SeenCodes = new Map();

/** @returns the codes seen lately, and whether this one is fresh; a code seen without a pause stays stale. */
export function withSeen(seen: SeenCodes, code: string, now: number): { seen: SeenCodes; fresh: boolean } {
	const last = seen.get(code);
	const kept = [...seen].filter(([, at]) => Math.abs(now - at) <= SAME_CODE_MS);
	return {
		seen: new Map([...kept, [code, now]]),
		fresh: last === undefined || Math.abs(now - last) > SAME_CODE_MS
	};
}

/** Admissions of one device, newest first; those taken back stay in the list and say so. */
export function ownAdmissions(
	state: AdmissionsState,
	device: string,
	limit: number
): { admission: Admission; undone: boolean }[] {
	const own: Admission[] = [];
	for (const admission of rowsOf(state.admissions)) if (admission.device === device) own.push(admission);
	return own
		.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
		.slice(0, limit)
		.map((admission) => ({ admission, undone: isUndone(state, admission) }));
}

/** Whether the door may take this one back now; later only a supervisor. */
export const mayUndo = (state: AdmissionsState, admission: Admission, now: number): boolean =>
	!isUndone(state, admission) && now - admission.at <= UNDO_MS;

/** A unit's summoned people by name; walk-ins and crew are not ticked here. */
export type UnitRow = { unit: string; delegates: Delegate[] };

/** Units by name. Depends on the roster alone: keep it between admissions. */
export function unitRows(roster: RosterState, personal: PersonalLookup): UnitRow[] {
	const units = new Map<string, { delegate: Delegate; key: string }[]>();
	for (const delegate of rowsOf(roster.delegates)) {
		if (!isSummoned(delegate)) continue;
		const folded = foldVietnamese(String(personal(`delegate:${delegate.id}`)?.name ?? ''));
		// Vietnamese lists go by given name, which stands last.
		const key = `${folded.slice(folded.lastIndexOf(' ') + 1)} ${folded} ${delegate.id}`;
		const row = units.get(delegate.unit);
		if (row) row.push({ delegate, key });
		else units.set(delegate.unit, [{ delegate, key }]);
	}
	return [...units]
		.map(([unit, rows]) => ({
			key: foldVietnamese(unit),
			unit,
			delegates: rows.sort((a, b) => compare(a.key, b.key)).map(({ delegate }) => delegate)
		}))
		.sort((a, b) => compare(a.key, b.key))
		.map(({ unit, delegates }) => ({ unit, delegates }));
}

/** How many of these are in the house now. */
export const presentOf = (delegates: readonly Delegate[], admissions: AdmissionsState): number =>
	delegates.filter(({ id }) => whereabouts(admissions, id) === 'present').length;

/** Who of a unit is admitted by one press: those still absent, without recipients, who are met one by one. */
export function tickable(row: UnitRow, admissions: AdmissionsState, awards: AwardsState): Delegate[] {
	return row.delegates.filter(({ id }) => !awardOf(awards, id) && whereabouts(admissions, id) !== 'present');
}

/** People on the list who can be the holder of a citizen card: same name, and the same year where one is known. */
export function matchCitizenCard(
	card: CitizenCard,
	roster: RosterState,
	personal: PersonalLookup
): DelegateId[] {
	const name = foldVietnamese(card.name);
	const found: DelegateId[] = [];
	for (const delegate of rowsOf(roster.delegates)) {
		const who = personal(`delegate:${delegate.id}`);
		if (!isCounted(delegate) || foldVietnamese(String(who?.name ?? '')) !== name) continue;
		if (who?.birthYear === undefined || who.birthYear === card.birthYear) found.push(delegate.id);
	}
	return found.sort();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
