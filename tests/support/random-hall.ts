/** Small random halls with people to seat, for property tests: every shape, every mark, locks on anything. */
import fc from 'fast-check';
import { seatKey, seatsOfRow, type Block, type Hall, type Seat } from '../../src/lib/core/seating/hall';
import type { Hold } from '../../src/lib/core/seating/model';
import { planInput, type PlanInput } from '../../src/lib/core/seating/plan/input';
import type { Plan } from '../../src/lib/core/seating/plan/plan';
import { initialState, type State } from '../../src/lib/core/log/slices';
import { emptyTable, withRow } from '../../src/lib/core/table';
import type { Delegate, DelegateKind } from '../../src/lib/core/delegates/model';
import { SEAT_NEEDS, type SeatNeed } from '../../src/lib/core/seating/needs';

type Person = {
	kind: DelegateKind;
	unit: number;
	group: number;
	vip: boolean;
	wave: number;
	needs: SeatNeed[];
	withdrawn: boolean;
	excused: boolean;
	seat: number;
	locked: boolean;
	office: number;
	lockedOrder: number | null;
};

const often = (rare: number) => fc.nat(99).map((n) => n < rare);

const blocks = fc.array(
	fc.record({
		rows: fc.integer({ min: 1, max: 6 }),
		seatsPerRow: fc.integer({ min: 1, max: 9 }),
		shape: fc.constantFrom('rows', 'rows', 'rows', 'rows', 'longTable', 'roundTable'),
		stage: often(15),
		turn: fc.constantFrom(0, 0, 0, 15, -20, 90),
		aisle: fc.option(fc.nat(8), { nil: null }),
		short: often(30),
		align: fc.constantFrom('left', 'right', 'centre'),
		walls: fc.subarray(['left', 'right'] as const),
		numbered: fc.constantFrom('left', 'right', 'centre'),
		out: fc.array(fc.nat(99), { maxLength: 3 }),
		wheelchair: fc.array(fc.nat(99), { maxLength: 2 })
	}),
	{ minLength: 1, maxLength: 4 }
);

const personOf = (waves: number): fc.Arbitrary<Person> =>
	fc.record({
		kind: fc.constantFrom<DelegateKind>(
			'official',
			'official',
			'official',
			'guest',
			'crew',
			'companion',
			'walkIn'
		),
		unit: fc.nat(6),
		group: fc.nat(3),
		vip: often(15),
		wave: fc.nat(waves),
		needs: fc
			.nat(99)
			.chain((n) => (n < 20 ? fc.subarray([...SEAT_NEEDS], { maxLength: 2 }) : fc.constant([]))),
		withdrawn: often(6),
		excused: often(6),
		seat: fc.nat(9999),
		locked: often(12),
		office: fc.nat(4),
		lockedOrder: fc.nat(99).map((n) => (n < 5 ? n : null))
	});

function hallOf(drawn: Drawn[]): Hall {
	return {
		name: 'Hội trường',
		stage: {
			width: 800,
			depth: 400,
			podium: 'left',
			steps: drawn.length % 2 ? ['left', 'right'] : ['right']
		},
		blocks: drawn.map((one, at): Block => {
			const table = one.shape !== 'rows';
			const rows = table ? 1 : one.rows;
			const block: Block = {
				id: `b${at}`,
				name: `Khối ${at}`,
				colour: '#b3261e',
				door: '',
				rows,
				seatsPerRow: one.seatsPerRow,
				shape: one.shape as Block['shape'],
				place: one.stage ? 'stage' : 'floor',
				turn: one.turn,
				align: one.align as Block['align'],
				walls: one.walls,
				numbered: one.numbered as Block['numbered']
			};
			if (one.aisle !== null && !table) block.aisles = [one.aisle % one.seatsPerRow];
			if (one.short && !table)
				block.rowSeats = Array.from({ length: rows }, (_, row) =>
					row === rows - 1 ? one.seatsPerRow : Math.max(0, one.seatsPerRow - rows + row)
				);
			const keys = Array.from({ length: rows }, (_, row) =>
				Array.from({ length: seatsOfRow(block, row + 1) }, (_, seat) => `${row + 1}/${seat + 1}`)
			).flat();
			const some = (marks: number[]): string[] => [
				...new Set(marks.map((n) => keys[n % keys.length] ?? '1/1'))
			];
			return { ...block, out: some(one.out), wheelchair: some(one.wheelchair) };
		})
	};
}
type Drawn = {
	rows: number;
	seatsPerRow: number;
	shape: string;
	stage: boolean;
	turn: number;
	aisle: number | null;
	short: boolean;
	align: string;
	walls: ('left' | 'right')[];
	numbered: string;
	out: number[];
	wheelchair: number[];
};

export const seatsOf = (hall: Hall): Seat[] =>
	hall.blocks.flatMap((block) =>
		Array.from({ length: block.rows }, (_, row) =>
			Array.from({ length: seatsOfRow(block, row + 1) }, (_, seat) => ({
				block: block.id,
				row: row + 1,
				seat: seat + 1
			}))
		).flat()
	);

/** Some sit already, some of them locked; two locks may be on one seat, a lock on a seat that is closed. */
export const randomSeating = (most: number, waves = 12): fc.Arbitrary<State> =>
	fc
		.record({
			drawn: blocks,
			people: fc.array(personOf(waves), { minLength: 1, maxLength: most }),
			seated: fc.constantFrom(0, 0, 60, 95),
			holds: fc.array(fc.record({ seat: fc.nat(9999), hold: fc.constantFrom<Hold>('held', 'blocked') }), {
				maxLength: 4
			}),
			placed: fc.array(fc.tuple(fc.nat(3), fc.nat(9), fc.boolean()), { maxLength: 3 })
		})
		.map(({ drawn, people, seated, holds, placed }) => {
			const hall = hallOf(drawn);
			const seats = seatsOf(hall);
			let delegates = emptyTable<Delegate>();
			const state: State = structuredClone(initialState);
			const positions = new Map<number, number>();
			people.forEach((one, at) => {
				const id = `p${at}`;
				delegates = withRow(delegates, id, {
					id,
					kind: one.kind,
					unit: one.unit ? `Xóm ${one.unit}` : '',
					group: one.group ? `g${one.group}` : null,
					vip: one.vip,
					tier: 40,
					bloc: one.office,
					officeRank: 10,
					lockedOrder: one.lockedOrder,
					invitationNumber: null,
					tokenVersion: 1,
					withdrawn: one.withdrawn,
					absence: one.excused ? 'excused' : null,
					seatNeeds: one.needs
				});
				if (one.wave > 0 && one.wave < 5) {
					const position = (positions.get(one.wave) ?? 0) + 1;
					positions.set(one.wave, position);
					state.awards.recipients[id] = {
						id,
						listed: position,
						delegate: id,
						decision: 'q',
						type: 'individual',
						wave: one.wave,
						stagePosition: position
					};
				}
				const seat = seats[one.seat % Math.max(1, seats.length)];
				if (seat && one.seat % 100 < seated) {
					state.seating.seats[id] = { ...seat, changedAt: 1 };
					if (one.locked) state.seating.locked[id] = true;
				}
			});
			state.roster = { delegates };
			state.seating.hall = hall;
			for (const { seat, hold } of holds) {
				const held = seats[seat % Math.max(1, seats.length)];
				if (held) state.seating.holds[seatKey(held)] = hold;
			}
			for (const [who, block, unit] of placed) {
				const wish = [`b${block % hall.blocks.length}`];
				if (unit) state.seating.placement.units[`Xóm ${who}`] = wish;
				else state.seating.placement.groups[`g${who}`] = wish;
			}
			return state;
		});

export const inputOf = (state: State): PlanInput => planInput(state, () => undefined);

/** The state after the plan was taken. */
export function taken(state: State, plan: Plan): State {
	const seats = { ...state.seating.seats };
	for (const { delegate, seat, why } of plan.seats) {
		if (!seat) delete seats[delegate];
		else seats[delegate] = { ...seat, changedAt: 2, ...(why && { why }) };
	}
	return { ...state, seating: { ...state.seating, seats } };
}
