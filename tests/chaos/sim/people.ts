/** Owns: the invited of a simulated conference. */
import type { EnteredDelegate } from '../../../src/lib/core/delegates/entered';

export const entered = (id: string, unit = 'Thôn Một'): EnteredDelegate => ({
	id,
	kind: 'guest',
	unit,
	group: null,
	vip: false,
	tier: 50,
	bloc: 6,
	officeRank: 90,
	lockedOrder: null,
	invitationNumber: null,
	personal: { honorific: 'Ông', name: `Nông Văn ${id}`, title: 'Trưởng thôn' }
});
