/** Owns: what a delegate is when a person or a list enters one. */
import type { PersonalChange } from '../log/event';
import { proposedNeeds } from '../seating/needs';
import type { Delegate, DelegatePersonal } from './model';

/** A delegate as entered: what the log may hold, and what stands beside it. */
export type EnteredDelegate = Omit<Delegate, 'tokenVersion' | 'withdrawn' | 'absence'> & {
	personal: DelegatePersonal;
};

/** @param now ms since 1970, for who is elderly; needs that were entered are kept as they are */
export function toDelegate(
	entered: EnteredDelegate,
	now: number
): {
	delegate: Delegate;
	personal: PersonalChange;
} {
	const { personal, ...rest } = entered;
	const seatNeeds = rest.seatNeeds ?? proposedNeeds(personal, new Date(now).getUTCFullYear());
	return {
		delegate: {
			...rest,
			...(seatNeeds.length > 0 && { seatNeeds }),
			tokenVersion: 1,
			withdrawn: false,
			absence: null
		},
		personal: { ref: `delegate:${rest.id}`, payload: { ...personal } }
	};
}
