/**
 * Owns: what the door says about a code or a person, from what the device holds and at once. The server's answer can
 * only add to it (`earlierThan`). Words stand in the catalogue; here are tone, code and facts.
 * Green and amber admit. Blue was admitted before: no new admission. Red needs a person.
 */
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import type { Delegate, DelegateId, RosterState } from '../delegates/model';
import { conferenceOfLink, hashToken64, normaliseScan } from '../invitations/token';
import { rowOf, rowsOf } from '../table';
import { awardOf } from '../awards/model';
import { seatOf } from '../seating/model';
import { isSilent } from '../views/shared';
import {
	cameBack,
	primaryAdmission,
	standingAdmissions,
	stayOf,
	whereabouts,
	type AdmissionsState,
	type Verdict
} from './model';

export type VerdictCode =
	| 'admitted'
	| 'vip'
	| 'recipient'
	| 'seatMoved'
	| 'repeat'
	/** The invitation was issued again; the holder of the old paper may still be let in by a person. */
	| 'reissued'
	| 'withdrawn'
	| 'unknown'
	/** The link in the code is of another conference: nobody of this one. */
	| 'otherConference'
	/** A citizen card: to be matched by name on this device, never to be kept. */
	| 'citizenCard';

export type Earlier = { admission: string; at: number; desk: string | null };

export type DoorVerdict = {
	tone: Verdict;
	code: VerdictCode;
	delegate: Delegate | null;
	seat: ReturnType<typeof seatOf>;
	recipient: { wave: number; position: number } | null;
	/** Since when the person is in the house. */
	earlier: Earlier | null;
	/** The flag salute runs: no sound, no vibration, and the person is asked to wait. */
	silent: boolean;
};

/**
 * `accepts`: ids of the conferences whose links are at home here, see `acceptedHere`; without them a link of another
 * conference is just unknown.
 */
export type Subject = { scan: string; accepts?: readonly string[] } | { delegate: DelegateId };

/** A rehearsal is entered with the invitations of the real day, never the real day with a rehearsal's. */
export const acceptedHere = (conference: string, rehearsalOf: string | null): string[] =>
	rehearsalOf === null ? [conference] : [conference, rehearsalOf];

/** Invitation hashes (64 bits, 16 hex digits) → whose they are and whether this is the newest version. */
export type CodeIndex = ReadonlyMap<string, { delegate: DelegateId; current: boolean }>;

/** The slices the door looks at. */
export type DoorState = Pick<State, 'roster' | 'admissions' | 'seating' | 'awards' | 'programme'>;

/** `codes` beside a person are the hashes of all versions, oldest first. About 1 µs a person; keep it. */
export function codeIndex(roster: RosterState, personal: PersonalLookup): CodeIndex {
	const index = new Map<string, { delegate: DelegateId; current: boolean }>();
	for (const { id } of rowsOf(roster.delegates)) {
		const codes = personal(`delegate:${id}`)?.codes;
		if (!Array.isArray(codes)) continue;
		codes.forEach((hash, at) => {
			if (typeof hash === 'string') index.set(hash, { delegate: id, current: at === codes.length - 1 });
		});
	}
	return index;
}

/**
 * The verdict on what was scanned or on a person found by name. Order of what matters most: not on this list,
 * withdrawn, an old invitation, already here, and only then the kinds of "welcome".
 */
export function verdictFor(state: DoorState, codes: CodeIndex, subject: Subject): DoorVerdict {
	const silent = isSilent(state.programme);
	const nobody = { delegate: null, seat: null, recipient: null, earlier: null, silent };
	let old = false;
	let id: DelegateId;
	if ('scan' in subject) {
		if (parseCitizenCard(subject.scan)) return { ...nobody, tone: 'red', code: 'citizenCard' };
		const token = normaliseScan(subject.scan);
		const found = token === null ? undefined : codes.get(hashToken64(token));
		if (!found) {
			const other = token === null ? null : conferenceOfLink(subject.scan);
			const foreign = other !== null && subject.accepts !== undefined && !subject.accepts.includes(other);
			return { ...nobody, tone: 'red', code: foreign ? 'otherConference' : 'unknown' };
		}
		id = found.delegate;
		old = !found.current;
	} else id = subject.delegate;

	const delegate = rowOf(state.roster.delegates, id);
	if (!delegate) return { ...nobody, tone: 'red', code: 'unknown' };
	const award = awardOf(state.awards, id);
	const known = {
		delegate,
		seat: seatOf(state.seating, id),
		recipient: award ? { wave: award.wave, position: award.stagePosition } : null,
		earlier: earlierOf(state.admissions, id),
		silent
	};
	if (delegate.withdrawn) return { ...known, tone: 'red', code: 'withdrawn' };
	if (old) return { ...known, tone: 'red', code: 'reissued' };
	if (known.earlier) return { ...known, tone: 'blue', code: 'repeat' };
	return { ...known, ...welcome(delegate.vip, known.recipient !== null, known.seat?.moved === true) };
}

function welcome(vip: boolean, recipient: boolean, moved: boolean): { tone: Verdict; code: VerdictCode } {
	if (vip) return { tone: 'amber', code: 'vip' };
	if (recipient) return { tone: 'amber', code: 'recipient' };
	if (moved) return { tone: 'amber', code: 'seatMoved' };
	return { tone: 'green', code: 'admitted' };
}

/** The entry by which the person is in the house now; null when absent or gone again. */
export function earlierOf(state: AdmissionsState, delegate: DelegateId): Earlier | null {
	if (whereabouts(state, delegate) !== 'present') return null;
	// After leaving and coming back the first entry since counts; without an exit that is the primary.
	const [entry] = stayOf(state, delegate);
	return entry ? { admission: entry.id, at: entry.at, desk: entry.desk } : null;
}

/**
 * What the server's answer adds to a card already shown: somebody admitted the same person before this admission,
 * elsewhere. Null while this one is the first, or after it or the other was taken back.
 */
export function earlierThan(state: AdmissionsState, own: string): Earlier | null {
	const mine = rowOf(state.admissions, own);
	if (!mine) return null;
	const first = primaryAdmission(state, mine.delegate);
	if (!first || first.id === own || !standingAdmissions(state, mine.delegate).includes(mine)) return null;
	if (cameBack(state, mine)) return null;
	return { admission: first.id, at: first.at, desk: first.desk };
}

export type CitizenCard = { name: string; birthYear: number };

/**
 * Name and birth year of a citizen card's QR: 6 to 8 fields split by `|`, found by shape (12-digit number first, a
 * birth date `ddmmyyyy`, the name being the first field with letters). The caller forgets it after matching.
 */
export function parseCitizenCard(text: string): CitizenCard | null {
	const fields = text.trim().split('|');
	if (fields.length < 6 || fields.length > 8 || !/^[0-9]{12}$/.test(fields[0] ?? '')) return null;
	const name = fields.slice(1).find((field) => /\p{L}/u.test(field));
	const born = fields.slice(1).find((field) => /^[0-3][0-9][01][0-9](?:18|19|20)[0-9]{2}$/.test(field));
	return name && born ? { name: name.trim(), birthYear: Number(born.slice(4)) } : null;
}
