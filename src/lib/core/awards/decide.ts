/** Owns: entering an award decision. A person stands once in all decisions' waves (ceremony.md §1.2). */
import type { Deciders } from '../log/command';
import { ok, reject } from '../result';
import type { AwardDecision, Recipient } from './model';

export type AwardCommands = { 'award.set': { decision: AwardDecision; recipients: Recipient[] } };

export const awardDeciders: Deciders<AwardCommands> = {
	'award.set': {
		kind: 'order',
		decide(state, payload) {
			const seen = new Set<string>();
			for (const recipient of payload.recipients) {
				const other = state.awards.recipients[recipient.delegate];
				if (seen.has(recipient.delegate) || (other && other.decision !== payload.decision.id))
					return reject('recipient_twice');
				seen.add(recipient.delegate);
			}
			return ok({ events: [{ type: 'awardDecisionSet', payload }] });
		}
	}
};
