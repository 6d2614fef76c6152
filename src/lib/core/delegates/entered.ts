/** Owns: what a delegate is when a person or a list enters one. */
import type { PersonalChange } from '../log/event';
import type { Delegate, DelegatePersonal } from './model';

/** A delegate as entered: what the log may hold, and what stands beside it. */
export type EnteredDelegate = Omit<Delegate, 'tokenVersion' | 'withdrawn' | 'absence'> & {
	personal: DelegatePersonal;
};

export function toDelegate(entered: EnteredDelegate): { delegate: Delegate; personal: PersonalChange } {
	const { personal, ...rest } = entered;
	return {
		delegate: { ...rest, tokenVersion: 1, withdrawn: false, absence: null },
		personal: { ref: `delegate:${rest.id}`, payload: { ...personal } }
	};
}
