/** Owns: closing the introduction list and ticking who has been introduced. */
import type { Claim, Deciders } from '../log/command';
import { ok, reject } from '../result';
import { factTime } from '../admissions/decide';
import { introductionList } from './list';

export type IntroductionCommands = {
	'introduction.freeze': Record<string, never>;
	'introduction.reopen': Record<string, never>;
	'introduction.tick': Claim & { delegate: string; on: boolean };
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
	'introduction.tick': {
		kind: 'fact',
		decide: (_state, payload, ctx) =>
			ok({
				events: [
					{
						type: 'introducedTicked',
						payload: {
							tick: {
								...factTime(payload, ctx.now),
								id: ctx.command,
								delegate: payload.delegate,
								on: payload.on
							}
						}
					}
				]
			})
	}
};
