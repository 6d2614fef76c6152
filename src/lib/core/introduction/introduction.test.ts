import { describe, expect, it } from 'vitest';
import { introductionView } from '../views/programme-views';
import { derivePrecedence } from '../delegates/precedence';
import { hostOf } from './groups';
import { Hall } from './introduction.fixture';
import { introductionCount, withOwnTicks } from './ticks';

const listOf = (hall: Hall) => introductionView(hall.state, hall.lookup);
const ids = (hall: Hall) => listOf(hall).groups.flatMap((group) => group.people.map((person) => person.id));
const lateIds = (hall: Hall) => listOf(hall).late.map((person) => person.id);

const ranked = (id: string, title: string, unit: string) => ({
	id,
	title,
	unit,
	...derivePrecedence({ title, unit, localityLevel: 'commune', locality: 'xã Trùng Khánh' })
});

describe('who is on the introduction list', () => {
	it('INT-1: only important delegates who are in the house, and nobody who left, withdrew or was taken back', () => {
		const hall = new Hall();
		hall.invite(
			{ id: 'here' },
			{ id: 'absent' },
			{ id: 'left' },
			{ id: 'undone' },
			{ id: 'withdrawn' },
			{ id: 'plain', vip: false }
		);
		for (const id of ['here', 'withdrawn', 'plain']) hall.arrive(id);
		hall.leave(hall.arrive('left'));
		hall.undo(hall.arrive('undone'));
		hall.send('delegate.withdraw', { id: 'withdrawn', withdrawn: true });
		expect(ids(hall)).toEqual(['here']);
	});

	it('INT-2: in protocol order whatever the order of arrival, and a place fixed by hand goes first', () => {
		const hall = new Hall();
		hall.invite(
			{ id: 'host', tier: 35, bloc: 4 },
			{ id: 'guest', tier: 20, bloc: 4 },
			{ id: 'party', tier: 20, bloc: 2 },
			{ id: 'deputy', tier: 20, bloc: 2, officeRank: 15 },
			{ id: 'byHand', tier: 50, bloc: 6, lockedOrder: 1 }
		);
		for (const id of ['deputy', 'host', 'byHand', 'guest', 'party']) hall.arrive(id);
		expect(ids(hall)).toEqual(['byHand', 'party', 'deputy', 'guest', 'host']);
	});

	it('INT-3: a substitute does not inherit the place; the delegate in person, or a correction, brings it back', () => {
		const hall = new Hall();
		hall.invite({ id: 'a' }, { id: 'b' });
		hall.represent('a');
		const represented = hall.represent('b');
		expect(ids(hall)).toEqual([]);
		hall.arrive('a');
		expect(ids(hall)).toEqual(['a']);
		hall.undo(represented);
		expect(ids(hall)).toEqual(['a']);
		hall.arrive('b');
		hall.represent('b');
		expect(ids(hall)).toEqual(['a']);
	});
});

describe('the closed list', () => {
	it('INT-4: keeps names and order; who comes later stands apart, who leaves is left out in silence', () => {
		const hall = new Hall();
		hall.invite({ id: 'a' }, { id: 'b', officeRank: 20 }, { id: 'first', officeRank: 1 });
		hall.arrive('b');
		const a = hall.arrive('a');
		hall.send('introduction.freeze', {});
		const { frozenAt } = listOf(hall);
		hall.arrive('first');
		hall.send('delegate.edit', { id: 'b', patch: { officeRank: 1 } });
		expect(ids(hall)).toEqual(['a', 'b']);
		expect(lateIds(hall)).toEqual(['first']);
		hall.leave(a);
		expect(ids(hall)).toEqual(['b']);
		expect(listOf(hall).frozenAt).toBe(frozenAt);
		expect(frozenAt).toBeGreaterThan(0);
		hall.represent('b');
		expect(ids(hall)).toEqual([]);
	});

	it('INT-5: closing twice is refused by name, reopening puts everybody back in protocol order', () => {
		const hall = new Hall();
		hall.invite({ id: 'a' }, { id: 'first', officeRank: 1 });
		hall.arrive('a');
		hall.send('introduction.freeze', {});
		expect(() => hall.send('introduction.freeze', {})).toThrow('list_frozen');
		hall.arrive('first');
		hall.send('introduction.reopen', {});
		expect(ids(hall)).toEqual(['first', 'a']);
		expect(lateIds(hall)).toEqual([]);
	});
});

describe('spoken groups', () => {
	it('INT-6: people of one side stand under one heading, and the host’s own name is in it', () => {
		const hall = new Hall();
		hall.send('conference.edit', {
			patch: { title: 'Hội nghị', organiser: 'Ủy ban nhân dân xã Trùng Khánh' }
		});
		hall.invite(
			ranked('tinh', 'Phó Bí thư Tỉnh ủy', 'Tỉnh ủy Cao Bằng, tỉnh Cao Bằng'),
			ranked('chu', 'Chủ tịch UBND xã', 'UBND xã Trùng Khánh'),
			ranked('pho', 'Phó Chủ tịch UBND xã', 'UBND xã Trùng Khánh'),
			ranked('hdnd', 'Chủ tịch HĐND xã', 'HĐND xã Trùng Khánh')
		);
		for (const id of ['pho', 'chu', 'tinh', 'hdnd']) hall.arrive(id);
		expect(listOf(hall).groups.map((g) => [g.heading, g.people.map((p) => p.id)])).toEqual([
			['Về phía Tỉnh ủy Cao Bằng', ['tinh']],
			['Về phía HĐND xã Trùng Khánh', ['hdnd']],
			['Về phía UBND xã Trùng Khánh', ['chu', 'pho']]
		]);
		expect(hostOf('Ủy ban nhân dân xã Trùng Khánh')).toEqual({
			level: 'commune',
			locality: 'xã Trùng Khánh'
		});
		expect(hostOf('')).toEqual({ level: 'commune', locality: '' });
	});

	it('INT-7: nobody is gathered past a person whose place was fixed by hand', () => {
		const hall = new Hall();
		hall.invite(
			{ id: 'one', lockedOrder: 1, bloc: 4 },
			{ id: 'two', lockedOrder: 2, bloc: 3 },
			{ id: 'three', lockedOrder: 3, bloc: 4 },
			{ id: 'four', bloc: 4 }
		);
		for (const id of ['four', 'three', 'two', 'one']) hall.arrive(id);
		expect(listOf(hall).groups.map((g) => g.people.map((p) => p.id))).toEqual([
			['one'],
			['two'],
			['three', 'four']
		]);
	});
});

describe('ticks', () => {
	it('INT-8: of two ticks of one person the later deed stands, whatever arrives first', () => {
		const hall = new Hall();
		hall.invite({ id: 'a' });
		hall.arrive('a');
		hall.send('introduction.tick', { claimedAt: hall.now + 500, offset: 0, delegate: 'a', on: true });
		hall.send('introduction.tick', { claimedAt: hall.now - 5000, offset: 0, delegate: 'a', on: false });
		expect(listOf(hall).groups[0]?.people[0]?.introduced).toBe(true);
	});

	it('INT-9: own ticks show at once, the latest of a person counts, and the server’s view is not touched', () => {
		const hall = new Hall();
		hall.invite({ id: 'a' }, { id: 'b', officeRank: 20 }, { id: 'late', officeRank: 30 });
		hall.arrive('a');
		hall.arrive('b');
		hall.send('introduction.freeze', {});
		hall.arrive('late');
		hall.tick('b');
		const view = listOf(hall);
		const shown = withOwnTicks(view, [
			{ delegate: 'a', on: true },
			{ delegate: 'b', on: true },
			{ delegate: 'b', on: false },
			{ delegate: 'late', on: true }
		]);
		expect(shown.groups.flatMap((g) => g.people.map((p) => p.introduced))).toEqual([true, false]);
		expect(shown.late.map((p) => p.introduced)).toEqual([true]);
		expect(introductionCount(shown)).toEqual({ listed: 2, introduced: 1, late: 1 });
		expect(introductionCount(view)).toEqual({ listed: 2, introduced: 1, late: 1 });
		expect(view.groups[0]?.people[0]?.introduced).toBe(false);
		expect(withOwnTicks(view, [])).toBe(view);
	});
});
