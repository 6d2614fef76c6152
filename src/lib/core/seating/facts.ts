/** Owns: where an usher sees somebody sit. It happened, so it is never refused; who is right is for people to settle. */
import { factTime } from '../admissions/decide';
import type { Claim, Deciders } from '../log/command';
import { ok } from '../result';
import type { Seat } from './hall';

export type SeatingFacts = {
	/** "Đang ngồi nhầm chỗ": where an usher sees somebody sit; null when they are where they belong. */
	'seat.sat': Claim & { delegate: string; seat: Seat | null };
};

export const seatingFacts: Deciders<SeatingFacts> = {
	'seat.sat': {
		kind: 'fact',
		decide: (_state, payload, ctx) =>
			ok({
				events: [
					{
						type: 'satElsewhere',
						payload: {
							sitting: {
								...factTime(payload, ctx.now),
								id: ctx.command,
								delegate: payload.delegate,
								seat: payload.seat
							}
						}
					}
				]
			})
	}
};
