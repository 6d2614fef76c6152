/** Owns: somebody who is on no list, from what they say at the door. */
import type { EnteredDelegate } from '$lib/core/delegates/entered';

export type Unlisted = {
	/** Crew have a place to be and are never counted. */
	as: 'walkIn' | 'crew';
	honorific: string;
	name: string;
	title: string;
	unit: string;
	reason: string;
};

/** Behind everybody who has a rank: what precedence the person has, an organiser says. */
const LAST = 99;

export const enteredOf = ({ as, unit, honorific, name, title }: Unlisted, id: string): EnteredDelegate => ({
	id,
	kind: as,
	unit,
	group: null,
	vip: false,
	tier: LAST,
	bloc: LAST,
	officeRank: LAST,
	lockedOrder: null,
	invitationNumber: null,
	personal: { honorific, name, title }
});
