/**
 * Owns: the facts of the door. Nothing here looks at what other devices did: a green card that was shown is a fact,
 * and what it amounts to is computed from the set of facts (`model.ts`).
 */
import type { Claim, Deciders } from '../log/command';
import type { DecideContext } from '../log/event';
import { ok, reject } from '../result';
import { rowOf } from '../table';
import { toDelegate, type EnteredDelegate } from '../delegates/entered';
import type { DelegateId } from '../delegates/model';
import type { Admission, Failure, FactTime, Override, UndoReason, Verdict, Via } from './model';

type Admit = Claim & {
	delegate: DelegateId;
	via: Via;
	verdict: Verdict;
	desk: string | null;
	seen: number;
	/** "Vẫn đón" was pressed. */
	force?: boolean;
	/** What the card had against it when it was pressed. */
	overrode?: Override;
};

export type AdmissionCommands = {
	'door.admit': Admit;
	'door.undo': Claim & { admission: string; reason?: UndoReason };
	'door.exit': Claim & { admission: string };
	/** A person who is on no list: enters the roster and is admitted in one fact. */
	'door.walkIn': Omit<Admit, 'delegate'> & { delegate: EnteredDelegate; reason: string };
	'door.substitute': Admit & { name: string; title: string; honorific: string };
	'door.failed': Claim & { code: string; reason: Failure; delegate?: DelegateId };
	'door.settle': { admission: string };
};

/** Further off than this is a wrong clock, not a slow one. */
const SUSPECT_MS = 2 * 60_000;
/** No phone keeps a fact for longer before it meets the server again; an older one comes from a clock that was reset. */
const OLDEST_MS = 2 * 24 * 3600_000;

/**
 * When a fact counts as having happened, by the claim and the moment it was received alone: what stood in the log
 * before it has no say, so facts fold to the same state in any order. A clock that cannot be right loses: a fact
 * cannot come from the future, and one that claims to be older than any queue counts from its receipt, so that a
 * reset clock does not become everybody's first.
 * @param now the server's receipt of it, ms since 1970
 */
export function factTime(claim: Claim, now: number): FactTime {
	const corrected = claim.claimedAt + claim.offset;
	const at = corrected < now - OLDEST_MS ? now : Math.min(corrected, now + SUSPECT_MS);
	return {
		claimedAt: claim.claimedAt,
		at,
		suspect: Math.abs(claim.offset) > SUSPECT_MS || at !== corrected
	};
}

function admission(payload: Admit, delegate: DelegateId, ctx: DecideContext): Admission {
	return {
		...factTime(payload, ctx.now),
		id: ctx.command,
		delegate,
		device: ctx.actor.id,
		desk: payload.desk,
		via: payload.via,
		verdict: payload.verdict,
		seen: payload.seen,
		...(payload.force && { forceSent: true }),
		...(payload.force && payload.overrode && { forced: payload.overrode })
	};
}

export type DoorFacts = Omit<AdmissionCommands, 'door.settle'>;

export const admissionFacts: Deciders<DoorFacts> = {
	'door.admit': {
		kind: 'fact',
		decide: (_state, payload, ctx) =>
			ok({
				events: [{ type: 'admitted', payload: { admission: admission(payload, payload.delegate, ctx) } }]
			})
	},
	'door.undo': {
		kind: 'fact',
		decide: (_state, payload, ctx) =>
			ok({
				events: [
					{
						type: 'admissionUndone',
						payload: {
							undo: {
								...factTime(payload, ctx.now),
								id: ctx.command,
								admission: payload.admission,
								device: ctx.actor.id,
								supervisor: ctx.actor.role === 'admin' || ctx.actor.role === 'stage',
								...(payload.reason && { reason: payload.reason })
							}
						}
					}
				]
			})
	},
	'door.exit': {
		kind: 'fact',
		decide: (_state, payload, ctx) =>
			ok({
				events: [
					{
						type: 'exited',
						payload: {
							exit: {
								...factTime(payload, ctx.now),
								id: ctx.command,
								admission: payload.admission,
								device: ctx.actor.id
							}
						}
					}
				]
			})
	},
	'door.walkIn': {
		kind: 'fact',
		decide(_state, payload, ctx) {
			// Crew and companions come unlisted too and are never counted; whoever else does is a walk-in.
			const entered = payload.delegate.kind;
			const kind = entered === 'crew' || entered === 'companion' ? entered : 'walkIn';
			const { delegate, personal } = toDelegate({ ...payload.delegate, kind }, ctx.now);
			const note = payload.reason ? { note: payload.reason } : {};
			return ok({
				events: [
					{ type: 'delegateAdded', payload: { delegate } },
					{
						type: 'admitted',
						payload: { admission: admission({ ...payload, delegate: delegate.id }, delegate.id, ctx) }
					}
				],
				personal: [{ ref: personal.ref, payload: { ...personal.payload, ...note } }]
			});
		}
	},
	'door.substitute': {
		kind: 'fact',
		decide(_state, payload, ctx) {
			const time = factTime(payload, ctx.now);
			return ok({
				events: [
					{ type: 'admitted', payload: { admission: admission(payload, payload.delegate, ctx) } },
					{
						type: 'substituted',
						payload: {
							substitution: { ...time, id: ctx.command, delegate: payload.delegate, device: ctx.actor.id }
						}
					}
				],
				personal: [
					{
						ref: `sub:${ctx.command}`,
						payload: { honorific: payload.honorific, name: payload.name, title: payload.title }
					}
				]
			});
		}
	},
	'door.failed': {
		kind: 'fact',
		decide: (_state, payload, ctx) =>
			ok({
				events: [
					{
						type: 'attemptFailed',
						payload: {
							attempt: {
								...factTime(payload, ctx.now),
								id: ctx.command,
								// The rest of an unknown code may be somebody's secret.
								code: payload.code.slice(0, 8),
								reason: payload.reason,
								device: ctx.actor.id,
								...(payload.delegate && { delegate: payload.delegate })
							}
						}
					}
				]
			})
	}
};

export const admissionDeciders: Deciders<AdmissionCommands> = {
	...admissionFacts,
	'door.settle': {
		kind: 'order',
		decide(state, payload) {
			if (!rowOf(state.admissions.admissions, payload.admission)) return reject('admission_unknown');
			// Two people who settle the same pair agree; the second one writes nothing.
			if (state.admissions.settled[payload.admission]) return ok({ events: [] });
			return ok({ events: [{ type: 'conflictSettled', payload }] });
		}
	}
};
