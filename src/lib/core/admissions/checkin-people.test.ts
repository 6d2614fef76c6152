/** The acceptance list of the door, second part: attempts, people, lists. docs/checkin.md says which row each proves. */
import { describe, expect, it } from 'vitest';
import { namesakesOf } from '../delegates/namesakes';
import { introductionList, voteBase } from '../introduction/list';
import type { PersonalLookup } from '../log/event';
import { rowOf } from '../table';
import { readiness } from '../views/readiness';
import { Door, MINUTE, T0 } from './day-facts.fixture';
import { doorHistory, statusList } from './lists';
import { isUndone, UNDO_MS, whereabouts } from './model';
import { factsOfOther } from './other-invitation';

const claim = { claimedAt: T0, offset: 0 };
const shown = { ...claim, via: 'qr', verdict: 'green', desk: null, seen: 0 } as const;

describe('attempts and undo', () => {
	it('CHK-17: an attempt stands with or without a person, and with at most eight signs of the code', () => {
		const door = new Door().create().person('d001');
		const sent = { ...claim, code: '123456789012', reason: 'carried_for', delegate: 'd001' } as const;
		const named = door.send('door.failed', sent);
		const bare = door.send('door.failed', { ...claim, code: '', reason: 'citizenCard' });
		expect(rowOf(door.state.admissions.attempts, named)).toMatchObject({
			code: '12345678',
			delegate: 'd001'
		});
		expect(rowOf(door.state.admissions.attempts, bare)).not.toHaveProperty('delegate');
	});

	it('CHK-18: an undo keeps both facts; any device of the door within fifteen minutes, a supervisor later', () => {
		const door = new Door().create().person('d001');
		const admission = door.admit('d001', 0);
		const undo = (minute: number, role: 'reception' | 'stage') =>
			door.send('door.undo', { ...door.claim(minute), admission }, { device: 'dev-2', role });
		undo(UNDO_MS / MINUTE + 1, 'reception');
		const row = rowOf(door.state.admissions.admissions, admission);
		if (!row) throw new Error('the admission is gone');
		expect(isUndone(door.state.admissions, row)).toBe(false);
		undo(UNDO_MS / MINUTE + 2, 'stage');
		expect(isUndone(door.state.admissions, row)).toBe(true);
		expect(rowOf(door.state.admissions.undos, admission)?.undos).toHaveLength(2);
		const second = door.admit('d001', 30);
		door.send('door.undo', { ...door.claim(40), admission: second }, { device: 'dev-3' });
		expect(whereabouts(door.state.admissions, 'd001')).toBe('absent');
		door.send('door.undo', { ...door.claim(40), admission: 'nobody-knows-it' });
		expect(doorHistory(door.state, { kinds: ['undone'] }).map((one) => one.id)).toEqual([second, admission]);
	});
});

describe('people', () => {
	it('CHK-19: of somebody else’s invitation each answer has its facts, and the named person is not here', () => {
		const holder = { honorific: 'Bà', name: 'Bế Thị Thay', title: 'Phó Chủ tịch' };
		const undone = { type: 'door.undo', admission: 'adm-1', reason: 'wrong_person' };
		expect(factsOfOther({ kind: 'substitute', holder }, 'a', '12345678', 'adm-1')).toEqual([
			undone,
			{ type: 'door.substitute', delegate: 'a', ...holder }
		]);
		expect(factsOfOther({ kind: 'wrong', own: 'b' }, 'a', '12345678', 'adm-1')).toEqual([
			undone,
			{ type: 'door.failed', reason: 'wrong_invitation', delegate: 'a', code: '12345678' },
			{ type: 'door.admit', delegate: 'b' }
		]);
		expect(factsOfOther({ kind: 'carried', own: null }, 'a', '12345678', null)).toEqual([
			{ type: 'door.failed', reason: 'carried_for', delegate: 'a', code: '12345678' }
		]);
		expect(factsOfOther({ kind: 'wrong', own: 'a' }, 'a', '', null)).toHaveLength(1);
		// All of them together, as the door would send them: only the holder is here.
		const door = new Door().create().person('a').person('b');
		const admitted = door.admit('a', 0);
		for (const fact of factsOfOther({ kind: 'wrong', own: 'b' }, 'a', '12345678', admitted)) {
			if (fact.type === 'door.undo') door.send(fact.type, { ...door.claim(1), admission: fact.admission });
			if (fact.type === 'door.failed')
				door.send(fact.type, { ...door.claim(1), code: fact.code, reason: fact.reason });
			if (fact.type === 'door.admit') door.send(fact.type, { ...shown, delegate: fact.delegate });
		}
		expect(['a', 'b'].map((id) => whereabouts(door.state.admissions, id))).toEqual(['absent', 'present']);
	});

	it('CHK-20: people of one name are told apart by unit and title, and by birth year where the role holds it', () => {
		const who = { name: 'Nguyễn Văn Đức', title: 'Trưởng xóm' };
		const door = new Door()
			.create()
			.person('a', { unit: 'Xóm Một' }, { ...who, birthYear: 1970 })
			.person('b', { unit: 'Xóm Hai' }, { name: 'NGUYEN VAN DUC', title: 'Bí thư', birthYear: 1985 })
			.person('c', { withdrawn: true }, who)
			.person('d', {}, { name: 'Nguyễn Văn Đúc Anh' });
		const seen = (lookup: PersonalLookup) => namesakesOf(door.state.roster, lookup, 'a');
		expect(seen(door.lookup)).toEqual([
			{
				id: 'b',
				honorific: 'Ông',
				name: 'NGUYEN VAN DUC',
				title: 'Bí thư',
				unit: 'Xóm Hai',
				birthYear: 1985
			}
		]);
		const masked: PersonalLookup = (ref) => {
			const { birthYear: _year, ...rest } = door.lookup(ref) ?? {};
			return rest;
		};
		expect(seen(masked)).toMatchObject([{ unit: 'Xóm Hai', title: 'Bí thư', birthYear: null }]);
		expect(namesakesOf(door.state.roster, door.lookup, 'd')).toEqual([]);
	});

	it('CHK-21: “Đã về” takes a person off the present, the introduction and the vote base; coming back restores it', () => {
		const door = new Door().create().person('a', { vip: true }).person('guest', { kind: 'guest' });
		const first = door.admit('a', 1);
		door.admit('guest', 1);
		const all = () => [
			readiness(door.state).present,
			introductionList(door.state).length,
			voteBase(door.state)
		];
		expect(all()).toEqual([2, 1, 1]);
		door.exit(first, 30);
		expect(all()).toEqual([1, 0, 0]);
		door.admit('a', 40);
		expect(all()).toEqual([2, 1, 1]);
		door.send('door.substitute', {
			...shown,
			...door.claim(50),
			delegate: 'a',
			name: 'B',
			title: '',
			honorific: ''
		});
		expect(all(), 'a substitute holds the place and not the rank').toEqual([2, 0, 0]);
	});
});

describe('lists and history', () => {
	it('CHK-23: the list of those here and not here is filtered, ordered, and counts nobody twice', () => {
		const door = new Door()
			.create()
			.person('a', {}, { name: 'Lý Văn Bình' })
			.person('b', {}, { name: 'Nông Thị An' })
			.person('c', { absence: 'excused' }, { name: 'Bế Văn Cường' })
			.person('d', {}, { name: 'Hoàng Thị Dung' })
			.person('e', {}, { name: 'Đàm Văn Em' })
			.person('gone', { withdrawn: true })
			.person('crew', { kind: 'crew' });
		const a = door.admit('a', 5);
		door.admit('a', 6, { device: 'dev-2' });
		door.admit('b', 2);
		const left = door.admit('d', 1);
		door.exit(left, 9);
		door.send('door.lounge', { ...door.claim(7), admission: a, on: true });
		const list = (...rest: [Parameters<typeof statusList>[2], Parameters<typeof statusList>[3]?]) =>
			statusList(door.state, door.lookup, ...rest).map((row) => row.delegate.id);
		expect(list('present')).toEqual(['b', 'a']);
		expect(list('present', 'arrival')).toEqual(['a', 'b']);
		expect(list('lounge')).toEqual(['a']);
		expect(list('absent')).toEqual(['e']);
		expect(list('excused')).toEqual(['c']);
		expect(list('left')).toEqual(['d']);
		expect(list('all')).toEqual(['b', 'a', 'c', 'd', 'e']);
		door.admit('crew', 3);
		expect(list('present')).toContain('crew');
		expect(readiness(door.state).present).toBe(2);
	});

	it('CHK-24: the door’s history is filtered by kind, device, person and time, and forgets nothing', () => {
		const door = new Door().create().person('a').person('b');
		const first = door.admit('a', 1);
		const second = door.admit('b', 2, { device: 'dev-2' });
		const exit = door.exit(first, 3);
		const failed = door.send('door.failed', { ...door.claim(4), code: 'x', reason: 'unknown' });
		door.send('door.undo', { ...door.claim(5), admission: second });
		const ids = (ask?: Parameters<typeof doorHistory>[1]) =>
			doorHistory(door.state, ask).map((one) => one.id);
		expect(ids()).toEqual([failed, exit, second, first]);
		expect(ids({ kinds: ['admitted'] })).toEqual([first]);
		expect(ids({ kinds: ['undone'] })).toEqual([second]);
		expect(ids({ device: 'dev-2' })).toEqual([second]);
		expect(ids({ delegate: 'a' })).toEqual([exit, first]);
		expect(ids({ from: T0 + 2 * MINUTE, to: T0 + 3 * MINUTE })).toEqual([exit, second]);
	});

	it('CHK-25: a walk-in’s seat is the first free one behind the fixed rows, and two desks asking give one', () => {
		const door = new Door()
			.create()
			.person('vip', { vip: true })
			.person('a')
			.person('w1', { kind: 'walkIn' });
		door.person('w2', { kind: 'walkIn' });
		const block = { id: 'A', name: 'A', colour: '', door: '', rows: 3, seatsPerRow: 2 };
		door.send('hall.set', { hall: { name: 'Hội trường', blocks: [block] } });
		const at = (row: number, seat: number) => ({ block: 'A', row, seat });
		door.send('seat.assign', {
			seats: [
				{ delegate: 'vip', seat: at(1, 1) },
				{ delegate: 'a', seat: at(2, 1) }
			]
		});
		door.send('seat.free', { delegate: 'w1' });
		door.send('seat.free', { delegate: 'w1' });
		door.send('seat.free', { delegate: 'w2' });
		const { seats } = door.state.seating;
		expect([seats.w1, seats.w2]).toMatchObject([at(2, 2), at(3, 1)]);
		for (const id of ['x', 'y']) door.person(id, { kind: 'walkIn' });
		door.send('seat.free', { delegate: 'x' });
		expect(() => door.send('seat.free', { delegate: 'y' })).toThrow('no_free_seat');
		expect(() => door.send('seat.free', { delegate: 'nobody' })).toThrow('delegate_unknown');
	});
});
