/** Owns: the tick that somebody has been introduced. */
import { factTime } from '../admissions/decide';
import type { Claim, Deciders } from '../log/command';
import { ok } from '../result';

export type IntroductionFacts = {
	'introduction.tick': Claim & { delegate: string; on: boolean };
};

export const introductionFacts: Deciders<IntroductionFacts> = {
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
