/**
 * Owns: who came through the door. Everything here is a fact of some device, possibly sent late, twice and in any
 * order, so state is a set of rows by command id and every answer is computed from the set: arrival cannot matter.
 * Source of the rule: one person admitted N times is N admissions, one of them primary, and the count is one.
 */
import { emptyTable, rowOf, withRow, type Table } from '../table';
import type { Slice } from '../log/slice';
import type { DelegateId } from '../delegates/model';

export type Via = 'qr' | 'photo' | 'scanner' | 'search' | 'unit' | 'citizenCard' | 'walkIn' | 'kiosk';
export type Verdict = 'green' | 'amber' | 'blue' | 'red';

/** When something happened, by the device's clock and corrected by its measured offset (ms). */
export type FactTime = {
	claimedAt: number;
	/** `claimedAt + offset`; where that cannot be, clamped by the server when it received the fact (`factTime`). */
	at: number;
	/** The device's clock was off by more than two minutes, or had to be clamped. */
	suspect: boolean;
};

export type Admission = FactTime & {
	id: string;
	delegate: DelegateId;
	device: string;
	desk: string | null;
	via: Via;
	/** The card that was shown at the door; it is a fact even when the answer now would be another. */
	verdict: Verdict;
	/** The last seq the device had seen when it showed the card. */
	seen: number;
	/** A person asked to let somebody in whatever the card says. */
	forceSent?: true;
	/** The rule that was really overridden by that; absent when the card had nothing against it. */
	forced?: Override;
};
/** What a person may override at the door. */
export const OVERRIDES = [
	'repeat',
	'reissued',
	'withdrawn',
	'unknown',
	'otherConference',
	'notYet',
	'over'
] as const;
export type Override = (typeof OVERRIDES)[number];
/** Why nothing was admitted: the card's code, or what the holder of somebody else's invitation said. */
export const FAILURES = [
	...OVERRIDES,
	'citizenCard',
	/** "Cầm nhầm": the holder took the wrong invitation. */
	'wrong_invitation',
	/** "Cầm hộ": the holder carries it for somebody who is not here. */
	'carried_for'
] as const;
export type Failure = (typeof FAILURES)[number];
/** Why a supervisor took an admission back; words of a person do not belong in the log. */
export const UNDO_REASONS = ['not_here', 'wrong_person', 'mistake'] as const;
export type UndoReason = (typeof UNDO_REASONS)[number];
export type Undo = FactTime & {
	id: string;
	admission: string;
	device: string;
	supervisor: boolean;
	reason?: UndoReason;
};
export type Exit = FactTime & { id: string; admission: string; device: string };
export type Attempt = FactTime & {
	id: string;
	code: string;
	/** Of `FAILURES`; older logs may hold other words. */
	reason: string;
	device: string;
	/** Whose invitation it was, where the code named somebody. */
	delegate?: DelegateId;
};
export type Substitution = FactTime & { id: string; delegate: DelegateId; device: string };

export type AdmissionsState = {
	admissions: Table<Admission>;
	/** Admission ids by delegate, sorted by (time, id). */
	byDelegate: Table<{ id: DelegateId; admissions: string[] }>;
	/** By admission id: the earliest valid claim decides, so all are kept. */
	undos: Table<{ id: string; undos: Undo[] }>;
	exits: Table<{ id: string; exits: Exit[] }>;
	substitutions: Table<Substitution>;
	attempts: Table<Attempt>;
	/** Conflict pairs a person has settled: admission id → true. */
	settled: Record<string, true>;
};

export type AdmissionEvents = {
	admitted: { admission: Admission };
	admissionUndone: { undo: Undo };
	exited: { exit: Exit };
	substituted: { substitution: Substitution };
	attemptFailed: { attempt: Attempt };
	conflictSettled: { admission: string };
};

/** Any reception device may take back an admission for this long, later only a supervisor. */
export const UNDO_MS = 15 * 60_000;

const before = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
	a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const admissionsSlice: Slice<AdmissionsState> = {
	initial: {
		admissions: emptyTable(),
		byDelegate: emptyTable(),
		undos: emptyTable(),
		exits: emptyTable(),
		substitutions: emptyTable(),
		attempts: emptyTable(),
		settled: {}
	},
	reads: ['admitted', 'admissionUndone', 'exited', 'substituted', 'attemptFailed', 'conflictSettled'],
	evolve(state, event) {
		switch (event.type) {
			case 'admitted':
				return withAdmission(state, event.payload.admission);
			case 'admissionUndone': {
				const { undo } = event.payload;
				const row = rowOf(state.undos, undo.admission);
				if (row?.undos.some((u) => u.id === undo.id)) return state;
				const undos = [...(row?.undos ?? []), undo].sort(before);
				return { ...state, undos: withRow(state.undos, undo.admission, { id: undo.admission, undos }) };
			}
			case 'exited': {
				const { exit } = event.payload;
				const row = rowOf(state.exits, exit.admission);
				if (row?.exits.some((e) => e.id === exit.id)) return state;
				const exits = [...(row?.exits ?? []), exit].sort(before);
				return { ...state, exits: withRow(state.exits, exit.admission, { id: exit.admission, exits }) };
			}
			case 'substituted': {
				const { substitution } = event.payload;
				return { ...state, substitutions: withRow(state.substitutions, substitution.id, substitution) };
			}
			case 'attemptFailed': {
				const { attempt } = event.payload;
				return { ...state, attempts: withRow(state.attempts, attempt.id, attempt) };
			}
			case 'conflictSettled':
				return { ...state, settled: { ...state.settled, [event.payload.admission]: true } };
			default:
				return state;
		}
	}
};

function withAdmission(state: AdmissionsState, admission: Admission): AdmissionsState {
	if (rowOf(state.admissions, admission.id)) return state;
	const admissions = withRow(state.admissions, admission.id, admission);
	const known = rowOf(state.byDelegate, admission.delegate)?.admissions ?? [];
	const sorted = [...known, admission.id]
		.flatMap((id) => rowOf(admissions, id) ?? [])
		.sort(before)
		.map((row) => row.id);
	return {
		...state,
		admissions,
		byDelegate: withRow(state.byDelegate, admission.delegate, { id: admission.delegate, admissions: sorted })
	};
}

/** Taken back in time by anybody at the door, or later by a supervisor. */
export function isUndone(state: AdmissionsState, admission: Admission): boolean {
	const undos = rowOf(state.undos, admission.id)?.undos ?? [];
	return undos.some((undo) => undo.supervisor || undo.at - admission.at <= UNDO_MS);
}

/** Admissions of a person that stand, primary first: smallest (corrected time, command id). */
export function standingAdmissions(state: AdmissionsState, delegate: DelegateId): Admission[] {
	const ids = rowOf(state.byDelegate, delegate)?.admissions ?? [];
	return ids.flatMap((id) => {
		const row = rowOf(state.admissions, id);
		return row && !isUndone(state, row) ? [row] : [];
	});
}

export const primaryAdmission = (state: AdmissionsState, delegate: DelegateId): Admission | null =>
	standingAdmissions(state, delegate)[0] ?? null;

/** The standing admissions since the person last left: those of the stay that still goes on. */
export function stayOf(state: AdmissionsState, delegate: DelegateId): Admission[] {
	const standing = standingAdmissions(state, delegate);
	const exits = standing.flatMap((admission) => rowOf(state.exits, admission.id)?.exits ?? []);
	const lastExit = exits.reduce((latest, exit) => Math.max(latest, exit.at), -Infinity);
	return standing.filter((admission) => admission.at >= lastExit);
}

export type Whereabouts = 'absent' | 'present' | 'left';

/** By event time, never by arrival: left when the latest thing known of the person is an exit. */
export function whereabouts(state: AdmissionsState, delegate: DelegateId): Whereabouts {
	const standing = standingAdmissions(state, delegate);
	const last = standing.at(-1);
	if (!last) return 'absent';
	const exits = standing.flatMap((admission) => rowOf(state.exits, admission.id)?.exits ?? []);
	// At the same clamped moment, whoever leaves by an admission leaves after it.
	const left = exits.some((exit) => exit.at > last.at || (exit.admission === last.id && exit.at === last.at));
	return left ? 'left' : 'present';
}

/** Somebody left between an earlier entry and this one: coming back is no double. */
export const cameBack = (state: AdmissionsState, admission: Admission): boolean =>
	standingAdmissions(state, admission.delegate).some((other) =>
		(rowOf(state.exits, other.id)?.exits ?? []).some((exit) => other.at <= exit.at && exit.at <= admission.at)
	);

/** The same person admitted at two devices within the day, both standing and not settled by anybody. */
export function openConflicts(state: AdmissionsState): { delegate: DelegateId; admissions: Admission[] }[] {
	const open: { delegate: DelegateId; admissions: Admission[] }[] = [];
	for (const bucket of state.byDelegate.buckets)
		for (const id in bucket ?? {}) {
			if ((bucket?.[id]?.admissions.length ?? 0) < 2) continue;
			const standing = standingAdmissions(state, id);
			const devices = new Set(standing.map((a) => a.device));
			const unsettled = standing
				.slice(1)
				// Whoever saw the blue card and decided has looked at it already.
				.some(
					(a) => a.verdict !== 'blue' && a.forced !== 'repeat' && !state.settled[a.id] && !cameBack(state, a)
				);
			if (devices.size > 1 && unsettled) open.push({ delegate: id, admissions: standing });
		}
	return open.sort((a, b) => (a.delegate < b.delegate ? -1 : 1));
}
