/** The acceptance list of the door, row by row: docs/checkin.md says which row each rule proves. */
import { describe, expect, it } from 'vitest';
import { tellApart } from '../delegates/namesakes';
import type { PersonalLookup } from '../log/event';
import { hashToken64, inviteToken } from '../invitations/token';
import { rowOf, rowsOf } from '../table';
import { readiness } from '../views/readiness';
import { Door, MINUTE, T0 } from './day-facts.fixture';
import { attemptCode, forcedBy, leaving, recordOf } from './door';
import { openConflicts, whereabouts } from './model';
import { doorNotes } from './notes';
import { acceptedHere, codeIndex, verdictFor, type Subject } from './verdict';

const key = new Uint8Array(32).fill(9);
const tokenOf = (id: string, version = 1, conference = 'conf') => inviteToken(key, conference, id, version);

/** What a reception's device holds: names, and the hashes of every version of each invitation. */
const held =
	(door: Door): PersonalLookup =>
	(ref) => {
		const id = ref.slice('delegate:'.length);
		const row = rowOf(door.state.roster.delegates, id);
		const versions = Array.from({ length: row?.tokenVersion ?? 0 }, (_, at) => at + 1);
		return { ...door.lookup(ref), codes: versions.map((version) => hashToken64(tokenOf(id, version))) };
	};
const verdict = (door: Door, subject: Subject) =>
	verdictFor(door.state, codeIndex(door.state.roster, held(door)), subject);
const scan = (door: Door, text: string) => verdict(door, { scan: text, accepts: ['conf'] });
const claim = { claimedAt: T0, offset: 0 };
const shown = { ...claim, via: 'qr', verdict: 'green', desk: null, seen: 0 } as const;

describe('identity of the code', () => {
	it('CHK-1: a valid code is admitted and makes one record, and no internal id is ever taken for a code', () => {
		const door = new Door().create().person('d001', { invitationNumber: '17' });
		const card = scan(door, tokenOf('d001'));
		expect(recordOf(card, 'scan')).toEqual({ kind: 'admit', delegate: 'd001' });
		door.admit('d001', 1);
		expect([...rowsOf(door.state.admissions.admissions)]).toHaveLength(1);
		for (const text of ['d001', '17', '1', hashToken64(tokenOf('d001')), 'delegate:d001'])
			expect(scan(door, text), text).toMatchObject({ tone: 'red', code: 'unknown', delegate: null });
	});

	it('CHK-2: what a scanner puts before a code is dropped, and codes of others keep every sign they have', () => {
		const door = new Door().create().person('d001');
		const token = tokenOf('d001');
		for (const before of [']Q3', '\\000026', ']Q3\\000026', ']C1', ' \u0000'])
			expect(scan(door, before + token).delegate?.id, before).toBe('d001');
		for (const code of ['a+b-c/d=', 'a b-c/d=', '+-/=+-/=']) {
			expect(scan(door, code).code).toBe('unknown');
			expect(attemptCode(code)).toBe(code.slice(0, 8));
			const id = door.send('door.failed', { ...claim, code: attemptCode(code), reason: 'unknown' });
			expect(rowOf(door.state.admissions.attempts, id)?.code).toBe(code.slice(0, 8));
		}
	});

	it('CHK-3: an unknown code admits nobody, also when somebody insists, and leaves an attempt alone', () => {
		const door = new Door().create();
		const card = scan(door, '0'.repeat(39));
		expect(forcedBy(card)).toBeNull();
		expect(recordOf(card, 'scan')).toEqual({ kind: 'attempt', reason: 'unknown' });
		door.send('door.failed', { ...claim, code: '0'.repeat(39), reason: 'unknown' });
		expect([...rowsOf(door.state.admissions.attempts)]).toMatchObject([
			{ code: '00000000', reason: 'unknown' }
		]);
		expect(door.state.admissions.admissions.size).toBe(0);
	});

	it('CHK-4: a re-issued code names its person, and let in all the same it is theirs and marked', () => {
		const door = new Door().create().person('d001').person('d002');
		door.send('delegate.reissue', { id: 'd001' });
		const card = scan(door, tokenOf('d001'));
		expect(card).toMatchObject({ tone: 'red', code: 'reissued', delegate: { id: 'd001' } });
		expect(scan(door, tokenOf('d001', 2)).code).toBe('admitted');
		const id = door.send('door.admit', { ...shown, delegate: 'd001', verdict: 'amber', ...forcedBy(card) });
		expect(rowOf(door.state.admissions.admissions, id)).toMatchObject({
			delegate: 'd001',
			forceSent: true,
			forced: 'reissued'
		});
	});

	it('CHK-5: a person without a name is shown by number or unit', () => {
		const door = new Door()
			.create()
			.person('d001', { invitationNumber: '17' }, { name: '' })
			.person('d002', { unit: 'Xóm Hai' }, { name: '' });
		expect(tellApart(door.state.roster, door.lookup, 'd001')?.name).toBe('17');
		expect(tellApart(door.state.roster, door.lookup, 'd002')?.name).toBe('Xóm Hai');
		expect(tellApart(door.state.roster, () => undefined, 'd002')?.name).toBe('Xóm Hai');
	});
});

describe('once, and let in all the same', () => {
	it('CHK-6: a second scan is answered with the first, and the count stays one', () => {
		const door = new Door().create().person('d001');
		door.admit('d001', 1, { desk: 'Bàn 2' });
		expect(scan(door, tokenOf('d001'))).toMatchObject({
			tone: 'blue',
			code: 'repeat',
			earlier: { at: T0 + MINUTE, desk: 'Bàn 2' }
		});
		door.admit('d001', 2, { device: 'dev-2' });
		door.admit('d001', 3, { device: 'dev-2' });
		expect(door.state.admissions.admissions.size).toBe(3);
		expect(readiness(door.state)).toMatchObject({ present: 1, conflicts: 1 });
	});

	it('CHK-7: asked-for and overridden are two things: marked is only what a rule was against', () => {
		const door = new Door().create().person('here').person('plain').person('gone', { withdrawn: true });
		door.admit('here', 1);
		const admitAnyway = (delegate: string): unknown => {
			const force = forcedBy(verdict(door, { delegate }));
			const id = door.send('door.admit', { ...shown, delegate, ...force });
			const { forceSent, forced } = rowOf(door.state.admissions.admissions, id) ?? {};
			return { forceSent, forced };
		};
		expect(admitAnyway('here')).toEqual({ forceSent: true, forced: 'repeat' });
		expect(admitAnyway('gone')).toEqual({ forceSent: true, forced: 'withdrawn' });
		expect(admitAnyway('plain')).toEqual({ forceSent: true, forced: undefined });
		// Whoever overrode the blue card has looked at it: it is no conflict for somebody else to look at.
		door.person('twice');
		door.admit('twice', 1);
		const again = { ...shown, ...door.claim(5), delegate: 'twice', force: true, overrode: 'repeat' } as const;
		door.send('door.admit', again, { device: 'dev-2' });
		expect(openConflicts(door.state.admissions)).toEqual([]);
		door.admit('twice', 6, { device: 'dev-3' });
		expect(openConflicts(door.state.admissions)).toHaveLength(1);
		// A rule that nobody asked to override cannot have been.
		const id = door.send('door.admit', { ...shown, delegate: 'plain', overrode: 'withdrawn' });
		expect(rowOf(door.state.admissions.admissions, id)).not.toHaveProperty('forced');
	});

	it('CHK-8: an exit before any entry blocks no entry, exits may repeat, and entry, exit, entry is a return', () => {
		const door = new Door().create().person('d001');
		door.exit('admission-of-nobody', 0);
		expect(scan(door, tokenOf('d001')).code).toBe('admitted');
		const first = door.admit('d001', 2);
		door.exit(first, 5);
		door.exit(first, 6);
		expect(whereabouts(door.state.admissions, 'd001')).toBe('left');
		expect(scan(door, tokenOf('d001')).code).toBe('admitted');
		door.admit('d001', 9, { device: 'dev-2' });
		expect(whereabouts(door.state.admissions, 'd001')).toBe('present');
		expect(openConflicts(door.state.admissions)).toEqual([]);
	});

	it('CHK-9: the time of the deed is the device’s own, and the server’s is kept apart', () => {
		const door = new Door().create().person('d001');
		const id = door.admit('d001', 3);
		expect(rowOf(door.state.admissions.admissions, id)).toMatchObject({
			claimedAt: T0 + 3 * MINUTE,
			at: T0 + 3 * MINUTE,
			suspect: false
		});
		expect(door.now).toBeGreaterThan(T0 + 3 * MINUTE);
	});
});

describe('who may come in, and what the card adds', () => {
	const notes = (door: Door, id: string, now = T0, desk: string | null = null) =>
		doorNotes(door.state, verdict(door, { delegate: id }), now, desk);
	const codes = (door: Door, id: string, now = T0, desk: string | null = null) =>
		notes(door, id, now, desk).map((note) => note.code);

	it('CHK-10: a withdrawn invitation is red on the way in and out, and a person may decide otherwise', () => {
		const door = new Door().create().person('d001');
		const admission = door.admit('d001', 1);
		expect(leaving(door.state, 'd001')).toEqual({ admission, tone: 'green', code: 'leave' });
		door.send('delegate.withdraw', { id: 'd001', withdrawn: true });
		expect(verdict(door, { delegate: 'd001' })).toMatchObject({ tone: 'red', code: 'withdrawn' });
		expect(leaving(door.state, 'd001')).toEqual({ admission, tone: 'red', code: 'withdrawn' });
		expect(forcedBy(verdict(door, { delegate: 'd001' }))).toEqual({ force: true, overrode: 'withdrawn' });
		door.exit(admission, 5);
		expect(leaving(door.state, 'd001')).toEqual({ admission: null, tone: 'blue', code: 'notHere' });
	});

	it('CHK-11: before and after the day the card says so and admits; the day is Vietnam’s, and the way out is free', () => {
		const door = new Door().create({ date: '2026-08-28' }).person('d001');
		const at = (iso: string) => Date.parse(iso);
		expect(notes(door, 'd001', at('2026-08-27T16:59:00Z'))).toEqual([{ code: 'notYet', date: '2026-08-28' }]);
		expect(codes(door, 'd001', at('2026-08-27T17:00:00Z'))).toEqual([]);
		expect(notes(door, 'd001', at('2026-08-28T17:00:00Z'))).toEqual([{ code: 'over', date: '2026-08-28' }]);
		expect(verdict(door, { delegate: 'd001' }).tone).toBe('green');
		door.admit('d001', 1);
		expect(leaving(door.state, 'd001').code).toBe('leave');
		// An evening that runs past midnight is still the same day.
		const evening = new Door()
			.create({ date: '2026-08-28', hardEnd: at('2026-08-28T18:00:00Z') })
			.person('d001');
		expect(codes(evening, 'd001', at('2026-08-28T17:30:00Z'))).toEqual([]);
	});

	it('CHK-12: a group received at other desks is pointed to them, and received here all the same', () => {
		const door = new Door().create().person('d001', { group: 'g1' }).person('d002', { group: 'g2' });
		door.send('desk.save', {
			desks: [
				{ name: 'Bàn 1', gate: 'Cổng chính' },
				{ name: 'Bàn 2', gate: 'Cổng sau', groups: ['g1'] }
			]
		});
		expect(notes(door, 'd001', T0, 'Bàn 1')).toEqual([
			{ code: 'otherDesk', desks: [{ name: 'Bàn 2', gate: 'Cổng sau' }] }
		]);
		expect(verdict(door, { delegate: 'd001' }).tone).toBe('green');
		expect(codes(door, 'd001', T0, 'Bàn 2')).toEqual([]);
		expect(codes(door, 'd002', T0, 'Bàn 1')).toEqual([]);
	});

	it('CHK-13: whoever had excused themselves and comes all the same is admitted, and the card says it', () => {
		const door = new Door().create().person('d001', { absence: 'excused' });
		expect(verdict(door, { delegate: 'd001' }).tone).toBe('green');
		expect(codes(door, 'd001')).toEqual(['excused']);
	});

	it('CHK-14: notes stand in the order of what matters: flag salute, importance, award, seat, desk, day, hall', () => {
		const door = new Door()
			.create({ date: '2026-08-30', capacity: 0 })
			.person('d001', { vip: true, group: 'g1', absence: 'excused' });
		door.send('award.set', {
			decision: { id: 'q1', form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
			recipients: [{ delegate: 'd001', decision: 'q1', type: 'individual', wave: 2, stagePosition: 1 }]
		});
		const seat = (row: number) => [{ delegate: 'd001', seat: { block: 'A', row, seat: 1 } }];
		door.send('seat.assign', { seats: seat(1) });
		door.send('seat.assign', { seats: seat(2) });
		door.send('desk.save', {
			desks: [
				{ name: 'Bàn 1', gate: '' },
				{ name: 'Bàn 2', gate: '', groups: ['g1'] }
			]
		});
		const item = {
			id: 'i1',
			title: 'Chào cờ',
			kinds: ['chao_co' as const],
			minutes: 5,
			on: true,
			delegate: null
		};
		door.send('programme.insert', { item, before: null });
		door.send('conference.status', { status: 'live' });
		door.send('programme.next', { expectedItem: null });
		expect(notes(door, 'd001', T0, 'Bàn 1')).toEqual([
			{ code: 'flagSalute' },
			{ code: 'vip' },
			{ code: 'recipient', wave: 2, position: 1 },
			{ code: 'seatMoved' },
			{ code: 'otherDesk', desks: [{ name: 'Bàn 2', gate: '' }] },
			{ code: 'notYet', date: '2026-08-30' },
			{ code: 'excused' },
			{ code: 'capacity', present: 1, capacity: 0 }
		]);
		expect(verdict(door, { delegate: 'd001' })).toMatchObject({ tone: 'amber', silent: true });
	});

	it('CHK-28: a seat that changes after the device took its list is the new one on the next card, and said to be new', () => {
		const door = new Door().create().person('d001');
		const block = { id: 'A', name: 'Khối A', colour: '', door: '', rows: 9, seatsPerRow: 9 };
		door.send('hall.set', { hall: { name: 'Hội trường', blocks: [block] } });
		const assign = (row: number) =>
			door.send('seat.assign', { seats: [{ delegate: 'd001', seat: { block: 'A', row, seat: 2 } }] });
		assign(3);
		const cached = door.state;
		expect(verdict(door, { delegate: 'd001' })).toMatchObject({
			tone: 'green',
			seat: { row: '3', moved: false }
		});
		assign(3);
		expect(codes(door, 'd001'), 'the same seat again is no news').toEqual([]);
		assign(7);
		expect(verdict(door, { delegate: 'd001' })).toMatchObject({
			tone: 'amber',
			code: 'seatMoved',
			seat: { row: '7', moved: true }
		});
		expect(codes(door, 'd001')).toEqual(['seatMoved']);
		// A device that has not heard of it goes by what it holds, and how old that is stands on its screen.
		expect(verdictFor(cached, new Map(), { delegate: 'd001' }).seat?.row).toBe('3');
	});

	it('CHK-15: over capacity is a warning that counts the one at the desk, and never a refusal', () => {
		const door = new Door()
			.create({ capacity: 2 })
			.person('a')
			.person('b')
			.person('c')
			.person('crew', { kind: 'crew' });
		door.admit('a', 1);
		expect(notes(door, 'b')).toEqual([]);
		door.admit('b', 2);
		door.admit('b', 3, { device: 'dev-2' });
		expect(notes(door, 'b'), 'two scans of one person fill no two seats').toEqual([]);
		expect(notes(door, 'c')).toEqual([{ code: 'capacity', present: 3, capacity: 2 }]);
		expect(verdict(door, { delegate: 'c' }).tone).toBe('green');
		expect(notes(door, 'crew')).toEqual([]);
	});

	it('CHK-16: a link of another conference is named as such; a rehearsal takes its parent’s, never the reverse', () => {
		const door = new Door().create().person('d001');
		const link = (conference: string, token: string) => `https://khanhtiet.vn/c/${conference}/me#${token}`;
		expect(scan(door, link('conf', tokenOf('d001'))).code).toBe('admitted');
		expect(scan(door, link('other', tokenOf('d001', 1, 'other')))).toMatchObject({
			tone: 'red',
			code: 'otherConference',
			delegate: null
		});
		const stranger = tokenOf('stranger');
		const accepts = acceptedHere('rehearsal', 'conf');
		expect(verdict(door, { scan: link('conf', tokenOf('d001')), accepts }).code).toBe('admitted');
		expect(verdict(door, { scan: link('conf', stranger), accepts }).code).toBe('unknown');
		expect(acceptedHere('conf', null)).toEqual(['conf']);
		expect(scan(door, link('rehearsal', stranger)).code).toBe('otherConference');
		expect(scan(door, stranger).code, 'a bare token says nothing of where it belongs').toBe('unknown');
	});
});
