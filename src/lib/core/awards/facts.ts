/** Owns: the tick that a recipient stands in the wings: it happened, so it waits for a network and is never refused. */
import { factTime } from '../admissions/decide';
import type { Claim, Deciders } from '../log/command';
import { ok } from '../result';

export type WaveFacts = { 'wing.tick': Claim & { recipient: string; on: boolean } };

export const waveFacts: Deciders<WaveFacts> = {
	'wing.tick': {
		kind: 'fact',
		decide: (_state, { recipient, on, ...claim }, ctx) =>
			ok({
				events: [
					{
						type: 'wingTicked',
						payload: { tick: { ...factTime(claim, ctx.now), id: ctx.command, recipient, on } }
					}
				]
			})
	}
};
