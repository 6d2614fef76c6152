import { describe, expect, it } from 'vitest';
import { block, hallOf } from '../seating/seating.fixture';
import { AwardDay } from './awards.fixture';
import { leadersOf, standInFor, withStandIn } from './leaders';
import { standUp } from './stand-up';

const claim = (day: AwardDay) => ({ claimedAt: day.now, offset: 0 });
const admit = (day: AwardDay, ...delegates: string[]) => {
	for (const delegate of delegates)
		day.send('door.admit', { ...claim(day), delegate, via: 'qr', verdict: 'green', desk: null, seen: 0 });
	return day;
};
const letters = { rowNames: 'letters' as const };
/** Two waves of four; the first sit in C and D of block A, the second in B's first row. */
const seated = () => {
	const day = new AwardDay().decide('q', { individual: 8 });
	day.send('award.setup', { setup: { ...day.state.awards.setup, waveSize: 4 } }).send('wave.make', {});
	day.send('hall.set', { hall: hallOf(block('A', 6, 6, letters), block('B', 3, 6)) });
	day.sit('qi1', 'A', 3, 1).sit('qi2', 'A', 4, 2).sit('qi3', 'A', 3, 3).sit('qi4', 'A', 4, 1);
	for (const at of [5, 6, 7, 8]) day.sit(`qi${at}`, 'B', 1, at - 4);
	return admit(day, ...Array.from({ length: 8 }, (_, at) => `qi${at + 1}`));
};
const rising = (day: AwardDay, awarding = false) => standUp(day.state, awarding);
const rows = (day: AwardDay) => rising(day)?.rows.map(({ blockName, labels }) => [blockName, ...labels]);

describe('whom the ushers send to the wings', () => {
	it('USH-5: rows of the wave that is made ready, then of the next; nobody before the awards, nobody who is there already', () => {
		const day = seated();
		expect(rising(day), 'the awards are far').toBeNull();
		expect(rising(day, true)).toMatchObject({ wave: 1, of: 2, now: false });
		day.next(1);
		expect(rising(day)).toMatchObject({ wave: 1, now: true, steps: 'left', missing: 0 });
		expect(rows(day)).toEqual([['Khối A', 'C', 'D']]);
		expect([...(rising(day)?.seats ?? [])].sort()).toEqual(['A/3/1', 'A/3/3', 'A/4/1', 'A/4/2']);
		expect(rising(day)?.people.map(({ delegate }) => delegate)).toEqual(['qi4', 'qi3', 'qi2', 'qi1']);
		for (const id of ['q-i2', 'q-i4']) day.send('wing.tick', { ...claim(day), recipient: id, on: true });
		expect(rows(day)).toEqual([['Khối A', 'C']]);
		for (const id of ['q-i1', 'q-i3']) day.send('wing.tick', { ...claim(day), recipient: id, on: true });
		expect(rising(day), 'all of them stand there').toBeNull();
		day.confirm(1, 1, 2).next(1, 2);
		expect(rising(day)).toMatchObject({ wave: 2, now: false });
		expect(rows(day)).toEqual([['Khối B', '1']]);
		day.send('award.setup', { setup: { ...day.state.awards.setup, steps: 'right' } });
		expect(rising(day)).toMatchObject({ steps: 'right' });
		expect(rising(day)?.people[0]?.delegate).toBe('qi5');
	});

	it('USH-5: who was seen on another seat stands up there, nhận thay on theirs, an absentee nowhere, and who has no seat is counted', () => {
		const day = seated().next(1);
		day.send('seat.sat', { ...claim(day), delegate: 'qi1', seat: { block: 'B', row: 2, seat: 2 } });
		day.invite({ id: 'aunt' });
		admit(day, 'aunt').sit('aunt', 'A', 1, 1);
		day.send('wave.behalf', {
			recipient: 'q-i2',
			version: day.wave(1).version,
			delegate: 'aunt',
			reason: 'ốm'
		});
		expect(rows(day)).toEqual([
			['Khối A', 'A', 'C', 'D'],
			['Khối B', '2']
		]);
		const late = new AwardDay().decide('q', { individual: 2 }).send('wave.make', {}).next(1);
		expect(rising(late), 'nobody is here').toBeNull();
		admit(late, 'qi2');
		expect(rising(late)).toMatchObject({ rows: [], missing: 1, people: [{ delegate: 'qi2', seat: null }] });
	});
});

describe('who hands a wave over', () => {
	it('RUNW-13: for a conferrer who is away stands the first leader present who does not confer it yet, in the same place', () => {
		const day = new AwardDay().decide('q', { individual: 3 }).send('wave.make', {});
		day.invite(
			{ id: 'third', vip: true, lockedOrder: 3 },
			{ id: 'first', vip: true, lockedOrder: 1 },
			{ id: 'second', vip: true, lockedOrder: 2 },
			{ id: 'guest' }
		);
		expect(leadersOf(day.state)).toEqual(['first', 'second', 'third']);
		day.send('wave.conferrers', { wave: 1, conferrers: ['first', 'second'] });
		expect(standInFor(day.state, day.wave(1)), 'nobody has come').toBeNull();
		admit(day, 'second', 'third', 'guest');
		expect(standInFor(day.state, day.wave(1))).toBe('third');
		expect(withStandIn(day.wave(1), 'first', 'third')).toEqual(['third', 'second']);
	});
});
