/**
 * Owns: what is written down when somebody shows another person's invitation, by the answer they give (real-day.md):
 * "dự thay" comes instead, "cầm nhầm" took the wrong paper, "cầm hộ" carries it for somebody who is not here.
 */
import type { DelegateId } from '../delegates/model';
import type { Failure, UndoReason } from './model';

export type Holder = { honorific: string; name: string; title: string };
export type OtherInvitation =
	| { kind: 'substitute'; holder: Holder }
	/** `own`: the holder's own place on the list; null when they are on no list and are added as a walk-in. */
	| { kind: 'wrong'; own: DelegateId | null }
	| { kind: 'carried'; own: DelegateId | null };

/** In the order of the deeds; the caller adds time, desk and the card shown. */
export type OtherFact =
	| { type: 'door.undo'; admission: string; reason: UndoReason }
	| ({ type: 'door.substitute'; delegate: DelegateId } & Holder)
	| { type: 'door.failed'; reason: Failure; delegate: DelegateId; code: string }
	| { type: 'door.admit'; delegate: DelegateId };

/**
 * @param invitation whose invitation it is
 * @param code what may be kept of the code (`attemptCode`)
 * @param admitted the admission that the scan has made already, null for none: that person is not here
 */
export function factsOfOther(
	answer: OtherInvitation,
	invitation: DelegateId,
	code: string,
	admitted: string | null
): OtherFact[] {
	const back: OtherFact[] =
		admitted === null ? [] : [{ type: 'door.undo', admission: admitted, reason: 'wrong_person' }];
	switch (answer.kind) {
		case 'substitute':
			return [...back, { type: 'door.substitute', delegate: invitation, ...answer.holder }];
		case 'wrong':
		case 'carried': {
			const reason = answer.kind === 'wrong' ? 'wrong_invitation' : 'carried_for';
			// Whoever names the invitation's own person has made a slip of the finger: that person is not here.
			const own = answer.own === invitation ? null : answer.own;
			return [
				...back,
				{ type: 'door.failed', reason, delegate: invitation, code },
				...(own === null ? [] : [{ type: 'door.admit' as const, delegate: own }])
			];
		}
	}
	return answer satisfies never;
}
