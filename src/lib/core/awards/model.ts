/** Owns: award decisions and who receives what in which wave. Waves' live steps come with the award screens. */
import type { Slice } from '../log/slice';
import type { Role } from '../access/roles';

export type RecipientType = 'individual' | 'collective' | 'household';
export type AwardDecision = {
	id: string;
	/** Giấy khen, Bằng khen … */
	form: string;
	rank: 'commune' | 'province' | 'ministry' | 'pm' | 'state';
	number: string;
	/** Who invites the recipients up: chosen per decision. */
	caller: Extract<Role, 'reader' | 'awards' | 'mc'>;
};
export type Recipient = {
	delegate: string;
	decision: string;
	type: RecipientType;
	wave: number;
	/** Place on the stage, from 1. */
	stagePosition: number;
};
export type AwardsState = { decisions: Record<string, AwardDecision>; recipients: Record<string, Recipient> };
export type AwardEvents = {
	awardDecisionSet: { decision: AwardDecision; recipients: Recipient[] };
};

export const awardsSlice: Slice<AwardsState> = {
	initial: { decisions: {}, recipients: {} },
	reads: ['awardDecisionSet'],
	evolve(state, event) {
		if (event.type !== 'awardDecisionSet') return state;
		const { decision, recipients } = event.payload;
		const kept = Object.fromEntries(
			Object.entries(state.recipients).filter(([, r]) => r.decision !== decision.id)
		);
		for (const recipient of recipients) kept[recipient.delegate] = recipient;
		return { decisions: { ...state.decisions, [decision.id]: decision }, recipients: kept };
	}
};
