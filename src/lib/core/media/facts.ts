/** Owns: how far a troupe is: it happened, so it waits for a network and is never refused. */
import { factTime } from '../admissions/decide';
import type { Claim, Deciders } from '../log/command';
import { ok } from '../result';
import type { TroupeState } from './model';

export type TroupeFacts = { 'troupe.tick': Claim & { item: string; state: TroupeState } };

export const troupeFacts: Deciders<TroupeFacts> = {
	'troupe.tick': {
		kind: 'fact',
		decide: (_state, { item, state, ...claim }, ctx) =>
			ok({
				events: [
					{
						type: 'troupeTicked',
						payload: { tick: { ...factTime(claim, ctx.now), id: ctx.command, item, state } }
					}
				]
			})
	}
};
