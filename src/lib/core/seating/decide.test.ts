import { describe, expect, it } from 'vitest';
import { isMoved, seatOf } from './model';
import { block, hallOf, SeatingDay } from './seating.fixture';

const at = (row: number, seat: number, id = 'A') => ({ block: id, row, seat });
const day = () =>
	new SeatingDay()
		.send('hall.set', {
			hall: hallOf(block('A', 5, 10, { out: ['5/10'], wheelchair: ['5/1'] }), block('B', 5, 10))
		})
		.invite({ id: 'an' }, { id: 'binh' }, { id: 'chi', unit: 'Xóm Bản Mới' });

describe('seats by hand', () => {
	it('SEAT-1: one person a seat; a swap is one change, and a list with one bad seat changes nothing', () => {
		const hall = day().sit('an', 'A', 1, 1).sit('binh', 'A', 1, 2);
		expect(hall.try('seat.assign', { seats: [{ delegate: 'chi', seat: at(1, 1) }] })).toEqual({
			code: 'seat_taken',
			params: { block: 'Khối A', row: '1', seat: '1' }
		});
		hall.send('seat.assign', {
			seats: [
				{ delegate: 'an', seat: at(1, 2), from: at(1, 1) },
				{ delegate: 'binh', seat: at(1, 1), from: at(1, 2) }
			]
		});
		expect([hall.seatOf('an'), hall.seatOf('binh')]).toEqual(['A/1/2', 'A/1/1']);
		const before = hall.state;
		expect(
			hall.try('seat.assign', {
				seats: [
					{ delegate: 'chi', seat: at(2, 1) },
					{ delegate: 'an', seat: at(2, 1) }
				]
			})?.code
		).toBe('seat_taken');
		expect(
			hall.try('seat.assign', {
				seats: [
					{ delegate: 'chi', seat: at(2, 1) },
					{ delegate: 'chi', seat: at(2, 2) }
				]
			})?.code
		).toBe('seat_twice');
		expect(hall.state).toBe(before);
	});

	it('SEAT-2: of two people who change the same person, the second reads where the first one moved them', () => {
		const hall = day().sit('an', 'A', 1, 1);
		hall.send('seat.assign', { seats: [{ delegate: 'an', seat: at(3, 4), from: at(1, 1) }] });
		expect(hall.try('seat.assign', { seats: [{ delegate: 'an', seat: at(2, 2), from: at(1, 1) }] })).toEqual({
			code: 'seat_changed',
			params: { block: 'Khối A', row: '3', seat: '4' }
		});
		hall.send('seat.assign', { seats: [{ delegate: 'an', seat: null, from: at(3, 4) }], release: true });
		expect(
			hall.try('seat.assign', { seats: [{ delegate: 'an', seat: at(2, 2), from: at(3, 4) }] })?.code
		).toBe('seat_changed_none');
		expect(hall.try('seat.assign', { seats: [{ delegate: 'an', seat: at(2, 2), from: null }] })).toBeNull();
	});

	it('SEAT-3: seats that are not there, out of use, closed or held are refused, each with its own sentence', () => {
		const hall = day();
		const code = (row: number, seat: number, id?: string) =>
			hall.try('seat.assign', { seats: [{ delegate: 'an', seat: at(row, seat, id) }] })?.code;
		hall.send('seat.hold', { seats: [at(2, 1)], hold: 'blocked' });
		hall.send('seat.hold', { seats: [at(2, 2)], hold: 'held' });
		expect([code(6, 1), code(1, 11), code(1, 1, 'Z'), code(5, 10), code(2, 1), code(2, 2)]).toEqual([
			'seat_unknown',
			'seat_unknown',
			'seat_unknown',
			'seat_out',
			'seat_blocked',
			'seat_held'
		]);
		hall.send('seat.hold', { seats: [at(2, 1), at(2, 2)], hold: null });
		expect(code(2, 1)).toBeUndefined();
		expect(hall.try('seat.hold', { seats: [at(2, 1)], hold: 'held' })?.code).toBe('seat_hold_taken');
		expect(hall.try('seat.lock', { delegates: ['binh'], on: true })?.code).toBe('seat_lock_nobody');
	});

	it('SEAT-4: a plan is taken only on the seats it was made on, moves no lock, and keeps the hard rules', () => {
		const hall = day().sit('an', 'A', 1, 1);
		hall.send('seat.lock', { delegates: ['an'], on: true });
		const based = hall.state.seating.version;
		const plan = (delegate: string, row: number, seat: number) =>
			hall.try('seat.plan', { seats: [{ delegate, seat: at(row, seat) }], based })?.code;
		expect(plan('an', 2, 2)).toBe('seat_locked');
		expect(plan('binh', 1, 1)).toBe('seat_taken');
		expect(plan('binh', 5, 10)).toBe('seat_out');
		expect(plan('binh', 1, 2)).toBeUndefined();
		expect(plan('chi', 1, 3), 'the first plan has moved on').toBe('plan_overtaken');
	});

	it('SEAT-5: a seat is “new” against what paper or a person has said, not against an earlier plan', () => {
		const hall = day();
		const plan = (row: number) =>
			hall.send('seat.plan', {
				seats: [{ delegate: 'an', seat: at(row, 1) }],
				based: hall.state.seating.version
			});
		const moved = () => isMoved(hall.state.seating, 'an');
		plan(1);
		plan(2);
		expect(moved(), 'nobody was told the first plan').toBe(false);
		hall.send('seat.issue', {});
		plan(3);
		expect(moved()).toBe(true);
		expect(seatOf(hall.state.seating, 'an')).toMatchObject({ blockName: 'Khối A', row: '3', moved: true });
		plan(2);
		expect(moved(), 'back where the invitation says').toBe(false);
		hall.send('seat.assign', { seats: [{ delegate: 'an', seat: null }], release: true });
		hall.send('seat.free', { delegate: 'an' });
		expect(moved(), 'released, came late, sits elsewhere').toBe(true);
		hall.sit('binh', 'B', 1, 1);
		expect(isMoved(hall.state.seating, 'binh')).toBe(false);
		hall.sit('binh', 'B', 1, 2);
		expect(isMoved(hall.state.seating, 'binh'), 'moved by hand: somebody may have shown the old seat').toBe(
			true
		);
	});
});

describe('the hall', () => {
	it('SEAT-6: a new hall that takes seats away says how many lose theirs, and then does it in one step', () => {
		const hall = day().sit('an', 'A', 5, 5).sit('binh', 'B', 1, 1);
		hall.send('seat.lock', { delegates: ['an'], on: true });
		hall.send('seat.hold', { seats: [at(5, 6)], hold: 'held' });
		const smaller = hallOf(block('A', 4, 10), block('B', 5, 10));
		const before = hall.state;
		expect(hall.try('hall.set', { hall: smaller })).toEqual({ code: 'hall_unseats', params: { count: 1 } });
		expect(hall.state).toBe(before);
		hall.send('hall.set', { hall: smaller, unseat: true });
		expect([hall.seatOf('an'), hall.seatOf('binh')]).toEqual([null, 'B/1/1']);
		expect(hall.state.seating).toMatchObject({ locked: {}, holds: {} });
	});

	it('SEAT-7: of two organisers who draw the hall, the second is told and overwrites nothing', () => {
		const hall = day();
		const based = hall.state.seating.hallVersion;
		hall.send('hall.set', { hall: hallOf(block('A', 6, 10), block('B', 5, 10)), based });
		const refused = hall.try('hall.set', { hall: hallOf(block('A', 5, 10), block('B', 9, 10)), based });
		expect(refused?.code).toBe('hall_changed');
		expect(hall.state.seating.hall?.blocks.map((b) => b.rows)).toEqual([6, 5]);
	});

	it('SEAT-8: halls that contradict themselves are refused, each with its own sentence', () => {
		const code = (...blocks: Parameters<typeof hallOf>) =>
			new SeatingDay().try('hall.set', { hall: hallOf(...blocks) })?.code;
		expect(code(block('A', 2, 2), block('A', 2, 2))).toBe('hall_block_twice');
		expect(code(block('A', 2, 2), block('B', 2, 2, { name: 'Khối A' }))).toBe('hall_block_twice');
		expect(code(block('A', 2, 2, { out: ['3/1'] }))).toBe('hall_seat_missing');
		expect(code(block('A', 2, 2, { wheelchair: ['1/3'] }))).toBe('hall_seat_missing');
		expect(code(block('A', 2, 5, { rowSeats: [5] }))).toBe('hall_rows_wrong');
		expect(code(block('A', 2, 5, { rowSeats: [4, 4] }))).toBe('hall_rows_wrong');
		expect(code(block('A', 200, 500))).toBe('hall_too_big');
		const doors = {
			...hallOf(block('A', 2, 2, { door: 'Cửa phụ' })),
			doors: [{ name: 'Cửa chính', x: 0, y: 0 }]
		};
		expect(new SeatingDay().try('hall.set', { hall: doors })?.code).toBe('hall_door_unknown');
	});
});

describe('a seat on the day', () => {
	it('SEAT-9: a late or unlisted guest gets the first seat that is nobody’s: never a held, closed, broken or wheelchair one, nor a row of honour', () => {
		const hall = day()
			.invite(
				{ id: 'vip', vip: true },
				{ id: 'late', unit: 'Xóm Bản Mới' },
				{ id: 'wheels', seatNeeds: ['wheelchair'] }
			)
			.sit('vip', 'A', 1, 5)
			.sit('chi', 'B', 2, 1);
		hall.send('seat.hold', { seats: [at(2, 1)], hold: 'held' });
		hall.send('seat.free', { delegate: 'an' });
		expect(hall.seatOf('an'), 'behind the row of honour, beside the held seat').toBe('A/2/2');
		hall.send('seat.free', { delegate: 'late' });
		expect(hall.seatOf('late'), 'in the block where the unit sits').toBe('B/1/1');
		hall.send('seat.free', { delegate: 'wheels' });
		expect(hall.seatOf('wheels')).toBe('A/5/1');
	});

	it('SEAT-10: crew, companions and the press sit at the outer side at the back', () => {
		const hall = day().invite({ id: 'driver', kind: 'crew' }, { id: 'press', seatNeeds: ['side'] });
		hall.send('seat.free', { delegate: 'driver' });
		hall.send('seat.free', { delegate: 'press' });
		expect([hall.seatOf('driver'), hall.seatOf('press')]).toEqual(['B/5/10', 'B/4/10']);
	});

	it('SEAT-11: the organisers’ wish for a unit or group comes before where its people already sit', () => {
		const hall = day().invite({ id: 'late', unit: 'Xóm Bản Mới' }).sit('chi', 'A', 2, 1);
		hall.send('seat.placement', { placement: { groups: {}, units: { 'Xóm Bản Mới': ['B'] } } });
		hall.send('seat.free', { delegate: 'late' });
		expect(hall.seatOf('late')).toBe('B/1/1');
		expect(hall.try('seat.placement', { placement: { groups: { g1: ['Z'] }, units: {} } })?.code).toBe(
			'block_unknown'
		);
	});

	it('SEAT-12: where an usher saw somebody sit is a fact: the latest by time stands, whatever arrives first', () => {
		const hall = day().sit('an', 'A', 1, 1);
		const saw = (seat: ReturnType<typeof at> | null, claimedAt: number) =>
			hall.send('seat.sat', { delegate: 'an', seat, claimedAt, offset: 0 });
		saw(at(2, 2), hall.now + 500);
		saw(at(3, 3), hall.now - 60_000);
		expect(hall.state.seating.sitting.an?.seat).toEqual(at(2, 2));
		saw(null, hall.now + 700);
		expect(hall.state.seating.sitting.an?.seat).toBeNull();
	});

	it('SEAT-13: needs are proposed from what is entered, kept as bare marks, and never overwrite a person’s choice', () => {
		const hall = day().invite(
			{ id: 'old', personal: { honorific: 'Bà', name: 'Nông Thị Già', title: '', birthYear: 1950 } },
			{ id: 'mother', personal: { honorific: 'Mẹ Việt Nam Anh hùng', name: 'Lý Thị Mẹ', title: '' } },
			{ id: 'press', personal: { honorific: 'Ông', name: 'Hà Văn Báo', title: 'Phóng viên Báo Cao Bằng' } },
			{
				id: 'chosen',
				seatNeeds: [],
				personal: { honorific: 'Bà', name: 'Nông Thị Khoẻ', title: '', birthYear: 1940 }
			}
		);
		const needs = (id: string) => {
			for (const bucket of hall.state.roster.delegates.buckets) if (bucket?.[id]) return bucket[id].seatNeeds;
			return undefined;
		};
		expect(['old', 'mother', 'press', 'chosen', 'an'].map(needs)).toEqual([
			['aisle'],
			['aisle'],
			['side'],
			[],
			undefined
		]);
		expect(JSON.stringify(hall.state)).not.toContain('1950');
	});
});
