/** Owns: closing the introduction list. */
import type { Deciders } from '../log/command';
import { ok, reject } from '../result';
import { introductionFacts, type IntroductionFacts } from './facts';
import { introductionList } from './list';

export type IntroductionCommands = IntroductionFacts & {
	'introduction.freeze': Record<string, never>;
	'introduction.reopen': Record<string, never>;
};

export const introductionDeciders: Deciders<IntroductionCommands> = {
	'introduction.freeze': {
		kind: 'order',
		decide(state) {
			if (state.introduction.frozen) return reject('list_frozen');
			// The list as it is in the log now, not as some screen believed it to be.
			const delegates = introductionList(state).map((d) => d.id);
			return ok({ events: [{ type: 'introductionFrozen', payload: { delegates } }] });
		}
	},
	'introduction.reopen': {
		kind: 'order',
		decide(state) {
			if (!state.introduction.frozen) return reject('list_not_frozen');
			return ok({ events: [{ type: 'introductionReopened', payload: {} }] });
		}
	},
	...introductionFacts
};
