import { expect, test } from 'vitest';
import type { DoorVerdict, VerdictCode } from '$lib/core/admissions/verdict';
import type { Delegate } from '$lib/core/delegates/model';
import { cardWords, type Around } from './verdict-words';

const delegate: Delegate = {
	id: 'd1',
	kind: 'official',
	unit: 'Xóm Bản Mới',
	group: null,
	vip: false,
	tier: 0,
	bloc: 0,
	officeRank: 0,
	lockedOrder: null,
	invitationNumber: null,
	tokenVersion: 1,
	withdrawn: false,
	absence: null
};
const around: Around = {
	earlier: null,
	substitute: null,
	insteadOf: null,
	online: true,
	lost: false,
	seated: false,
	unit: 'Xóm Bản Mới',
	title: 'Trưởng xóm'
};
const verdict = (code: VerdictCode, tone: DoorVerdict['tone']): DoorVerdict => ({
	tone,
	code,
	delegate,
	seat: null,
	recipient: { wave: 1, position: 2 },
	earlier: tone === 'blue' ? { admission: 'a1', at: 0, desk: 'Bàn 1' } : null,
	silent: false
});

test.each([
	['admitted', 'green'],
	['vip', 'amber'],
	['recipient', 'amber'],
	['seatMoved', 'green'],
	['repeat', 'blue'],
	['reissued', 'red'],
	['withdrawn', 'red']
] as const)('CARD-1: the card “%s” names title and unit', (code, tone) => {
	expect(cardWords(verdict(code, tone), around).lines).toContain('Trưởng xóm · Xóm Bản Mới');
});

test('CARD-1: a card that another desk turned blue names them too', () => {
	const earlier = { admission: 'a0', at: 0, desk: 'Bàn 2' };
	const words = cardWords(verdict('admitted', 'green'), { ...around, earlier });
	expect(words.tone).toBe('blue');
	expect(words.lines).toContain('Trưởng xóm · Xóm Bản Mới');
});

test('CARD-2: whoever stands in no wave reads so, and never wave 0', () => {
	const nowhere = { ...verdict('recipient', 'amber'), recipient: { wave: 0, position: 0 } };
	expect(cardWords(nowhere, around).lines).toContain('Chưa xếp vào lượt nào');
	expect(cardWords(verdict('recipient', 'amber'), around).lines).toContain('Lượt 1, vị trí 2');
});
