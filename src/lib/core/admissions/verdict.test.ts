import { describe, expect, it } from 'vitest';
import { decide } from '../log/decide';
import type { Command } from '../log/command';
import type { LogEvent, NewEvent, PersonalPayload } from '../log/event';
import { evolve, initialState, type State } from '../log/slices';
import { hashToken64, inviteToken } from '../invitations/token';
import type { Delegate } from '../delegates/model';
import {
	attemptCode,
	decidedTone,
	matchCitizenCard,
	mayUndo,
	ownAdmissions,
	presentOf,
	recordOf,
	tickable,
	unitRows,
	withSeen
} from './door';
import { standingAdmissions, UNDO_MS } from './model';
import { codeIndex, earlierThan, parseCitizenCard, verdictFor } from './verdict';

const T0 = 1_780_000_000_000;
const key = new Uint8Array(32).fill(7);
const tokenOf = (id: string, version = 1) => inviteToken(key, 'conf', id, version);
const actor = { kind: 'device', id: 'dev-1', role: 'reception' } as const;

const person = (id: string, patch: Partial<Delegate> = {}): Delegate => ({
	id,
	kind: 'official',
	unit: 'Thôn Một',
	group: null,
	vip: false,
	tier: 1,
	bloc: 1,
	officeRank: 1,
	lockedOrder: null,
	invitationNumber: null,
	tokenVersion: 1,
	withdrawn: false,
	absence: null,
	...patch
});

const wrap = (event: NewEvent, device = 'dev-1', at = T0): LogEvent => ({
	...event,
	seq: 1,
	epoch: 1,
	v: 1,
	at,
	actor: { ...actor, id: device },
	command: 'command-1'
});

const delegates = [
	person('plain'),
	person('vip', { vip: true }),
	person('gold'),
	person('moved'),
	person('here'),
	person('again', { tokenVersion: 2 }),
	person('gone', { withdrawn: true }),
	person('crew', { kind: 'crew', unit: 'Văn phòng' })
];
const names: Record<string, PersonalPayload> = {
	'delegate:plain': { honorific: 'Ông', name: 'Nguyễn Văn Đức', title: '', birthYear: 1970 },
	'delegate:gold': { honorific: 'Bà', name: 'Nguyễn Văn Đức', title: '', birthYear: 1985 },
	'delegate:vip': { honorific: 'Ông', name: 'Nguyễn Văn Đức', title: '' }
};
const personal = (ref: string): PersonalPayload => {
	const id = ref.slice('delegate:'.length);
	const versions = delegates.find((row) => row.id === id)?.tokenVersion ?? 0;
	const codes = Array.from({ length: versions }, (_, at) => hashToken64(tokenOf(id, at + 1)));
	return { name: id, ...names[ref], codes };
};

function admitted(state: State, id: string, delegate: string, at: number, device = 'dev-1'): State {
	const command: Command = {
		id,
		type: 'door.admit',
		payload: { claimedAt: at, offset: 0, delegate, via: 'qr', verdict: 'green', desk: 'Bàn 2', seen: 0 }
	};
	const decided = decide(state, command, {
		now: T0 + 3_600_000,
		actor: { ...actor, id: device },
		command: id
	});
	if (!decided.ok) throw new Error(decided.rejection.code);
	return decided.value.events.reduce((next, event) => evolve(next, wrap(event, device)), state);
}

const seatAt = (seat: number): NewEvent => ({
	type: 'seatsAssigned',
	payload: { seats: [{ delegate: 'moved', seat: { block: 'A', row: 3, seat } }] }
});
const base = admitted(
	(
		[
			{ type: 'delegatesImported', payload: { delegates } },
			seatAt(11),
			seatAt(12),
			{
				type: 'awardDecisionSet',
				payload: {
					decision: { id: 'd', form: 'Giấy khen', rank: 'commune', number: '1', caller: 'mc' },
					recipients: [{ delegate: 'gold', decision: 'd', type: 'individual', wave: 2, stagePosition: 5 }]
				}
			}
		] satisfies NewEvent[]
	).reduce((state: State, event) => evolve(state, wrap(event)), initialState),
	'admission-here',
	'here',
	T0 + 41_000
);
const codes = codeIndex(base.roster, personal);
const scan = (text: string, state: State = base) => verdictFor(state, codes, { scan: text });

describe('verdicts at the door', () => {
	it.each([
		['plain', 'green', 'admitted'],
		['vip', 'amber', 'vip'],
		['gold', 'amber', 'recipient'],
		['moved', 'amber', 'seatMoved'],
		['here', 'blue', 'repeat'],
		['gone', 'red', 'withdrawn']
	])('DOOR-1: the invitation of "%s" is %s, %s', (id, tone, code) => {
		expect(scan(tokenOf(id))).toMatchObject({ tone, code, delegate: { id } });
		expect(verdictFor(base, codes, { delegate: id })).toMatchObject({ tone, code });
	});

	it('DOOR-1: the card carries wave and place, seat, and when and where a person was admitted', () => {
		expect(scan(tokenOf('gold')).recipient).toEqual({ wave: 2, position: 5 });
		expect(scan(tokenOf('moved')).seat).toMatchObject({ blockName: 'A', row: '3', seat: '12', moved: true });
		expect(scan(tokenOf('here')).earlier).toEqual({
			admission: 'admission-here',
			at: T0 + 41_000,
			desk: 'Bàn 2'
		});
	});

	it('DOOR-2: an older version says that the invitation was issued again, and names the person', () => {
		expect(scan(tokenOf('again', 1))).toMatchObject({
			tone: 'red',
			code: 'reissued',
			delegate: { id: 'again' }
		});
		expect(scan(tokenOf('again', 2))).toMatchObject({ tone: 'green', code: 'admitted' });
	});

	it.each([
		'',
		'plain',
		'1',
		tokenOf('stranger'),
		'https://example.vn/x',
		`https://example.vn/${tokenOf('plain')}`
	])('DOOR-3: "%s" is nobody: unknown, whatever ids it holds', (text) => {
		expect(scan(text)).toMatchObject({ tone: 'red', code: 'unknown', delegate: null });
	});

	it('DOOR-4: during the flag salute every verdict is silent', () => {
		const item = {
			id: 'i',
			kinds: ['chao_co' as const],
			title: 'Chào cờ',
			minutes: 3,
			adjusted: 0,
			on: true,
			parent: null,
			inserted: false,
			delegate: null
		};
		const flag = (
			[
				{ type: 'itemAdded', payload: { item, before: null } },
				{ type: 'stepped', payload: { to: 'i', how: 'start' } }
			] satisfies NewEvent[]
		).reduce((state: State, event) => evolve(state, wrap(event)), base);
		expect(scan(tokenOf('plain')).silent).toBe(false);
		for (const text of [tokenOf('plain'), tokenOf('here'), 'x']) expect(scan(text, flag).silent).toBe(true);
	});

	it('DOOR-5: green and amber admit; blue and red from a scan leave an attempt; a name looked up leaves nothing', () => {
		expect(recordOf(scan(tokenOf('plain')), 'scan')).toEqual({ kind: 'admit', delegate: 'plain' });
		expect(recordOf(scan(tokenOf('vip')), 'scan')).toEqual({ kind: 'admit', delegate: 'vip' });
		expect(recordOf(scan(tokenOf('here')), 'scan')).toEqual({ kind: 'attempt', reason: 'repeat' });
		expect(recordOf(scan('x'), 'scan')).toEqual({ kind: 'attempt', reason: 'unknown' });
		expect(recordOf(scan(tokenOf('plain')), 'search')).toBeNull();
		expect([decidedTone(scan(tokenOf('gone'))), decidedTone(scan(tokenOf('again')))]).toEqual([
			'red',
			'amber'
		]);
	});

	it('DOOR-6: a failed code is kept to its first 8 characters, a citizen card not at all', () => {
		const card = '001085012345||Nguyễn Văn Đức|02091985|Nam|Thôn Một|01012021';
		expect(attemptCode(tokenOf('stranger'))).toBe(tokenOf('stranger').slice(0, 8));
		expect(attemptCode('a\u0000b\nc')).toBe('abc');
		expect(attemptCode(card)).toBe('');
		expect(scan(card)).toMatchObject({ tone: 'red', code: 'citizenCard', delegate: null });
	});

	it('DOOR-7: the same code counts again only after it was away for 3 seconds', () => {
		let seen = withSeen(new Map(), 'x', T0);
		expect(seen.fresh).toBe(true);
		for (const at of [1000, 3500, 6000]) {
			seen = withSeen(seen.seen, 'x', T0 + at);
			expect(seen.fresh).toBe(false);
		}
		expect(withSeen(seen.seen, 'y', T0 + 6001).fresh).toBe(true);
		expect(withSeen(seen.seen, 'x', T0 + 9001).fresh).toBe(true);
	});

	it('DOOR-8: a card turns to "earlier" when another device was before it, and back when that is undone', () => {
		const mine = admitted(base, 'admission-mine', 'plain', T0 + 20_000);
		expect(earlierThan(mine.admissions, 'admission-mine')).toBeNull();
		const later = admitted(mine, 'admission-late', 'plain', T0 + 30_000, 'dev-2');
		expect(earlierThan(later.admissions, 'admission-mine')).toBeNull();
		const both = admitted(later, 'admission-first', 'plain', T0 + 10_000, 'dev-2');
		expect(earlierThan(both.admissions, 'admission-mine')).toEqual({
			admission: 'admission-first',
			at: T0 + 10_000,
			desk: 'Bàn 2'
		});
		const undo = {
			claimedAt: T0 + 20_000,
			at: T0 + 20_000,
			suspect: false,
			id: 'undo-1',
			admission: 'admission-first',
			device: 'dev-2',
			supervisor: false
		};
		const undone = evolve(both, wrap({ type: 'admissionUndone', payload: { undo } }));
		expect(earlierThan(undone.admissions, 'admission-mine')).toBeNull();
		expect(standingAdmissions(undone.admissions, 'plain')).toHaveLength(2);
	});

	it('DOOR-9: a desk sees its own admissions, newest first, and may undo them for 15 minutes', () => {
		const more = admitted(
			admitted(base, 'admission-b', 'plain', T0 + 50_000),
			'admission-c',
			'vip',
			T0 + 60_000,
			'dev-2'
		);
		const own = ownAdmissions(more.admissions, 'dev-1', 10);
		expect(own.map(({ admission }) => admission.id)).toEqual(['admission-b', 'admission-here']);
		const [first] = own;
		if (!first) throw new Error('no admission');
		expect(mayUndo(more.admissions, first.admission, T0 + 50_000 + UNDO_MS)).toBe(true);
		expect(mayUndo(more.admissions, first.admission, T0 + 50_001 + UNDO_MS)).toBe(false);
	});

	it('DOOR-10: a unit is ticked as a whole but for recipients and those already here', () => {
		const [unit, ...rest] = unitRows(base.roster, personal);
		expect(rest).toEqual([]);
		if (!unit) throw new Error('no unit');
		expect([unit.delegates.length, presentOf(unit.delegates, base.admissions)]).toEqual([6, 1]);
		expect(
			tickable(unit, base.admissions, base.awards)
				.map(({ id }) => id)
				.sort()
		).toEqual(['again', 'moved', 'plain', 'vip']);
	});

	it('DOOR-11: a citizen card finds people of that name and year; the year decides only where it is known', () => {
		const card = parseCitizenCard('001085012345||NGUYỄN VĂN ĐỨC|02091985|Nam|Thôn Một|01012021');
		expect(card).toEqual({ name: 'NGUYỄN VĂN ĐỨC', birthYear: 1985 });
		expect(card && matchCitizenCard(card, base.roster, personal)).toEqual(['gold', 'vip']);
		expect(parseCitizenCard('1|2|3|4|5|6')).toBeNull();
	});
});
