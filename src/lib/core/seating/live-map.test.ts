import { describe, expect, it } from 'vitest';
import {
	conflictsOf,
	coverageByUnit,
	freeRun,
	keptSeats,
	membersOf,
	missingSeats,
	unseated
} from './coverage';
import { layoutOf } from './layout';
import { blockCounts, liveMap, WALK_MS } from './live-map';
import { noShows, releaseAt, releaseMoves } from './no-shows';
import { block, hallOf, SeatingDay } from './seating.fixture';

const at = (row: number, seat: number, id = 'A') => ({ block: id, row, seat });
const day = () =>
	new SeatingDay()
		.send('hall.set', {
			hall: hallOf(block('A', 4, 6, { out: ['4/6'], wheelchair: ['4/1'] }), block('B', 2, 4))
		})
		.invite({ id: 'an', unit: 'Xóm Một' }, { id: 'binh', unit: 'Xóm Một' }, { id: 'chi', unit: 'Xóm Hai' });
const came = (hall: SeatingDay, delegate: string, ago = 0) =>
	hall.send('door.admit', {
		claimedAt: hall.now - ago,
		offset: 0,
		delegate,
		via: 'qr',
		verdict: 'green',
		desk: null,
		seen: 0
	});
const saw = (hall: SeatingDay, delegate: string, seat: ReturnType<typeof at> | null) =>
	hall.send('seat.sat', { delegate, seat, claimedAt: hall.now, offset: 0 });
const state = (hall: SeatingDay, key: string, later = 0) =>
	liveMap(hall.state, hall.now + later).get(key)?.state;

describe('the live map', () => {
	it('MAP-1: a seat is empty, held, closed or out of use, else what is known of whose it is', () => {
		const hall = day().sit('an', 'A', 1, 1).sit('binh', 'A', 1, 2);
		hall.send('seat.hold', { seats: [at(2, 1)], hold: 'held' });
		hall.send('seat.hold', { seats: [at(2, 2)], hold: 'blocked' });
		came(hall, 'an');
		const keys = ['A/1/1', 'A/1/2', 'A/1/3', 'A/2/1', 'A/2/2', 'A/4/6'];
		expect(keys.map((key) => state(hall, key))).toEqual([
			'arrived',
			'expected',
			'empty',
			'held',
			'closed',
			'out'
		]);
		hall.send('delegate.edit', { id: 'binh', patch: { absence: 'excused' } });
		expect(state(hall, 'A/1/2')).toBe('away');
		expect(liveMap(hall.state, hall.now).get('A/4/1')?.wheelchair).toBe(true);
	});

	it('MAP-2: an important delegate is in the lounge, then walking in, then seated by time or when an usher says so', () => {
		const hall = day().invite({ id: 'vip', vip: true }).sit('vip', 'A', 1, 3);
		came(hall, 'vip');
		expect(state(hall, 'A/1/3')).toBe('walkingIn');
		const admission = Object.keys(Object.assign({}, ...hall.state.admissions.admissions.buckets))[0] ?? '';
		const lounge = (on: boolean) =>
			hall.send('door.lounge', { claimedAt: hall.now, offset: 0, admission, on });
		lounge(true);
		expect(state(hall, 'A/1/3', 2 * WALK_MS)).toBe('lounge');
		lounge(false);
		expect(state(hall, 'A/1/3')).toBe('walkingIn');
		expect(state(hall, 'A/1/3', WALK_MS + 2000)).toBe('arrived');
		saw(hall, 'vip', null);
		expect(state(hall, 'A/1/3')).toBe('arrived');
	});

	it('MAP-3: whoever sits elsewhere marks both seats, until they are put right, given that seat, or gone home', () => {
		const hall = day().sit('an', 'A', 1, 1).sit('binh', 'A', 1, 2);
		came(hall, 'an');
		saw(hall, 'an', at(1, 2));
		const seats = liveMap(hall.state, hall.now);
		expect(seats.get('A/1/1')?.state).toBe('wrong');
		expect(seats.get('A/1/2')).toMatchObject({ state: 'wrong', sitters: ['binh'], strangers: ['an'] });
		saw(hall, 'an', null);
		expect([state(hall, 'A/1/1'), state(hall, 'A/1/2')]).toEqual(['arrived', 'expected']);
		saw(hall, 'an', at(3, 3));
		hall.sit('an', 'A', 3, 3);
		expect([state(hall, 'A/1/1'), state(hall, 'A/3/3')]).toEqual(['empty', 'arrived']);
		saw(hall, 'an', at(3, 5));
		const admission = Object.keys(Object.assign({}, ...hall.state.admissions.admissions.buckets))[0] ?? '';
		hall.send('door.exit', { claimedAt: hall.now + 5000, offset: 0, admission });
		expect([state(hall, 'A/3/3'), state(hall, 'A/3/5')]).toEqual(['away', 'empty']);
	});

	it('MAP-4: each block counts its seats, those given, those whose people are here and those still awaited', () => {
		const hall = day().sit('an', 'A', 1, 1).sit('binh', 'A', 1, 2).sit('chi', 'B', 1, 1);
		came(hall, 'an');
		hall.send('seat.hold', { seats: [at(2, 2)], hold: 'blocked' });
		expect(blockCounts(liveMap(hall.state, hall.now), hall.state, hall.now)).toEqual([
			{ block: 'A', seats: 22, given: 2, arrived: 1, waiting: 1 },
			{ block: 'B', seats: 8, given: 1, arrived: 0, waiting: 1 }
		]);
	});
});

describe('what an organiser looks at', () => {
	it('MAP-5: who has no seat, which units sit apart, and a seat for an award tears no unit apart', () => {
		const hall = day().invite({ id: 'dung', unit: 'Xóm Một' }).sit('an', 'A', 1, 1).sit('binh', 'A', 4, 2);
		expect(unseated(hall.state).map(({ id }) => id)).toEqual(['chi', 'dung']);
		const unit = () => coverageByUnit(hall.state).find((one) => one.unit === 'Xóm Một');
		expect(unit()).toMatchObject({ people: 3, seated: 2, arrived: 0, blocks: ['A'], parts: 2 });
		hall.sit('binh', 'A', 2, 6);
		expect(unit()?.parts).toBe(1);
		hall.send('seat.assign', { seats: [{ delegate: 'an', seat: null }] });
		hall.send('seat.plan', {
			seats: [{ delegate: 'an', seat: at(4, 3), why: { rule: 'protocol', place: 1 } }],
			based: hall.state.seating.version
		});
		expect(unit()?.parts).toBe(1);
		hall.send('delegate.withdraw', { id: 'chi', withdrawn: true });
		expect(unseated(hall.state).map(({ id }) => id)).toEqual(['dung']);
	});

	it('MAP-5: who was excused and came all the same is a guest who waits for a seat', () => {
		const hall = day().sit('chi', 'A', 1, 1);
		hall.send('delegate.edit', { id: 'an', patch: { absence: 'excused' } });
		const unit = () => coverageByUnit(hall.state).find((one) => one.unit === 'Xóm Một');
		const members = () => membersOf(hall.state.roster, hall.state.admissions).get('Xóm Một');
		expect(unseated(hall.state).map(({ id }) => id)).toEqual(['binh']);
		expect([unit()?.people, members()]).toEqual([1, ['binh']]);
		came(hall, 'an');
		expect(unseated(hall.state).map(({ id }) => id)).toEqual(['an', 'binh']);
		expect(unit()).toMatchObject({ people: 2, seated: 0, arrived: 1 });
		expect(members()).toEqual(['an', 'binh']);
		hall.send('delegate.withdraw', { id: 'an', withdrawn: true });
		expect(unseated(hall.state).map(({ id }) => id)).toEqual(['binh']);
	});

	it('MAP-21: seats of the stage, of wheelchairs, held, closed and broken ones fill nobody’s lack, and are counted', () => {
		const stage = block('CT', 1, 2, { shape: 'longTable', place: 'stage' });
		const drawn = hallOf(stage, block('A', 1, 6, { wheelchair: ['1/1'], out: ['1/6'] }));
		const hall = new SeatingDay()
			.send('hall.set', { hall: drawn })
			.send('seat.hold', { seats: [at(1, 4)], hold: 'held' })
			.send('seat.hold', { seats: [at(1, 5)], hold: 'blocked' })
			.invite({ id: 'an' }, { id: 'binh' }, { id: 'chi' })
			.invite({ id: 'chair', seatNeeds: ['presidium'] }, { id: 'wheels', seatNeeds: ['wheelchair'] });
		expect(missingSeats(hall.state), 'three people, two plain seats').toBe(1);
		hall.sit('an', 'A', 1, 2).sit('binh', 'A', 1, 3);
		expect(missingSeats(hall.state)).toBe(1);
		const { holds, seats } = hall.state.seating;
		const taken = new Set(Object.values(seats).map(({ block: id, row, seat }) => `${id}/${row}/${seat}`));
		expect(keptSeats(drawn, holds, taken)).toEqual({ stage: 2, wheelchair: 1, held: 1, closed: 1, out: 1 });
		hall.send('delegate.withdraw', { id: 'chi', withdrawn: true });
		expect(missingSeats(hall.state)).toBe(0);
	});

	it('MAP-6: a seat that is held and one that is closed are two different faults', () => {
		const hall = day().sit('an', 'A', 1, 1).sit('binh', 'A', 1, 2);
		const holds = { 'A/1/1': 'held', 'A/1/2': 'blocked' } as const;
		const kinds = conflictsOf({ roster: hall.state.roster, seating: { ...hall.state.seating, holds } });
		expect(kinds.map(({ delegate, kind }) => [delegate, kind])).toEqual([
			['an', 'held'],
			['binh', 'closed']
		]);
	});

	it('MAP-6: two on one seat, seats that are gone, and a wheelchair on a plain seat are marked as conflicts', () => {
		const hall = new SeatingDay()
			.invite({ id: 'an' }, { id: 'binh' }, { id: 'chi', seatNeeds: ['wheelchair'] })
			.sit('an', 'A', 1, 1)
			.sit('binh', 'A', 3, 1)
			.sit('chi', 'A', 1, 2);
		const two = {
			...hall.state.seating,
			seats: { ...hall.state.seating.seats, dung: { ...at(1, 1), changedAt: 0 } }
		};
		const drawn = hallOf(block('A', 2, 4, { wheelchair: ['2/1'] }));
		const kinds = conflictsOf({ roster: hall.state.roster, seating: { ...two, hall: drawn } });
		expect(kinds.map(({ delegate, kind }) => [delegate, kind])).toEqual([
			['an', 'two'],
			['dung', 'two'],
			['binh', 'gone'],
			['chi', 'wheelchair']
		]);
	});

	it('MAP-7: a whole unit takes the first free seats from where it was put, over rows, never past its block', () => {
		const hall = day().sit('an', 'A', 3, 5);
		hall.send('seat.hold', { seats: [at(3, 6)], hold: 'held' });
		const drawn = hall.state.seating.hall;
		if (!drawn) throw new Error('drawn above');
		const run = (count: number) =>
			freeRun(layoutOf(drawn), hall.state.seating, 'A/3/4', count).map(({ row, seat }) => `${row}/${seat}`);
		expect(run(3), 'the wheelchair place is not in the way').toEqual(['3/4', '4/2', '4/3']);
		expect(run(50)).toEqual(['3/4', '4/2', '4/3', '4/4', '4/5']);
	});
});

describe('seats of those who did not come', () => {
	it('USH-1: seats of people nobody admitted or saw may be released; locked ones never, honoured ones when asked', () => {
		const hall = day()
			.invite({ id: 'vip', vip: true }, { id: 'held' }, { id: 'seen' })
			.sit('an', 'B', 1, 1)
			.sit('binh', 'A', 2, 1)
			.sit('chi', 'A', 1, 2)
			.sit('vip', 'A', 1, 1)
			.sit('held', 'A', 1, 4)
			.sit('seen', 'A', 1, 5);
		hall.send('seat.lock', { delegates: ['held'], on: true });
		came(hall, 'chi');
		saw(hall, 'seen', null);
		expect(noShows(hall.state, false).map((one) => one.delegate)).toEqual(['binh', 'an']);
		expect(noShows(hall.state, true).map((one) => one.delegate)).toEqual(['vip', 'binh', 'an']);
		hall.send('seat.assign', { seats: releaseMoves(noShows(hall.state, false)), release: true });
		expect([hall.seatOf('an'), hall.seatOf('vip'), hall.seatOf('chi')]).toEqual([null, 'A/1/1', 'A/1/2']);
		expect(releaseAt(1_000_000, 15)).toBe(1_900_000);
		expect(releaseAt(null, 15)).toBeNull();
	});
});
