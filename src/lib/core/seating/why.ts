/**
 * Owns: why somebody sits where they sit, as the plan decided it. Codes and figures only: the words are the
 * interface's, and the log holds no person.
 */
import type { Side } from './hall';

export type Why =
	/** Number of the place in protocol order, from 1. */
	| { rule: 'protocol'; place: number }
	| { rule: 'presidium'; place: number }
	| { rule: 'recipient'; wave: number; position: number; steps: Side }
	/** Beside the others of the unit; `whole` when none of them had to sit apart. */
	| { rule: 'unit'; unit: string; whole: boolean }
	/** In the block the organisers chose for the group or unit. */
	| { rule: 'group'; group: string; unit: string; whole: boolean }
	| { rule: 'wheelchair' }
	| { rule: 'aisle' }
	| { rule: 'side' }
	/** Nothing but a free seat: no unit, or the rules before took all that would have suited. */
	| { rule: 'free' }
	/** Came without a seat, or late: the first that is nobody's. */
	| { rule: 'onTheDay' }
	| { rule: 'hand'; by: string };
