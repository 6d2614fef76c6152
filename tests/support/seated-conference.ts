/** Conferences of any size with ordinary proportions, the same for the same seed; and what changes in the last week. */
import type { Row } from '../../src/lib/core/awards/model';
import type { Delegate, DelegateKind } from '../../src/lib/core/delegates/model';
import type { PersonalPayload } from '../../src/lib/core/log/event';
import { initialState, type State } from '../../src/lib/core/log/slices';
import type { Block, Hall } from '../../src/lib/core/seating/hall';
import type { SeatNeed } from '../../src/lib/core/seating/needs';
import { planInput, type PlanInput } from '../../src/lib/core/seating/plan/input';
import type { Plan } from '../../src/lib/core/seating/plan/plan';
import { emptyTable, rowsOf, withRow } from '../../src/lib/core/table';

export type Size = {
	name: string;
	people: number;
	/** Seats of the floor as a multiple of the people. */
	room: number;
	recipients: number;
	perWave: number;
	presidium: number;
};
export type SeatedConference = {
	state: Pick<State, 'roster' | 'awards' | 'seating' | 'admissions'>;
	personal: Map<string, PersonalPayload>;
};

/** Plans 000 to 004: what they say of delegates and awards, else what such a conference has (ceremony.md §1). */
export const FIVE: Size[] = [
	{ name: 'trung-khanh', people: 150, room: 1.08, recipients: 24, perWave: 8, presidium: 0 },
	{ name: 'cao-bang', people: 300, room: 1.1, recipients: 0, perWave: 8, presidium: 0 },
	{ name: 'soc-trang', people: 500, room: 1.08, recipients: 92, perWave: 10, presidium: 9 },
	{ name: 'tan-doan', people: 150, room: 1.08, recipients: 44, perWave: 8, presidium: 0 },
	{ name: 'ke-sat', people: 150, room: 1.08, recipients: 21, perWave: 7, presidium: 0 }
];
export const sized = (people: number): Size => ({
	name: String(people),
	people,
	room: 1.1,
	recipients: Math.round(people * 0.16),
	perWave: 10,
	presidium: 7
});

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

export function hallFor(seats: number, presidium: number): Hall {
	const columns = seats <= 200 ? [8, 8] : seats <= 700 ? [8, 12, 8] : [14, 20, 14];
	const width = columns.reduce((sum, n) => sum + n, 0);
	const rows = Math.ceil(seats / width);
	const wheelchairs = Math.max(1, Math.round(seats / 150));
	const blocks = columns.map((seatsPerRow, at): Block => {
		const id = 'ABC'[at] ?? 'D';
		return {
			id,
			name: `Khối ${id}`,
			colour: '#b3261e',
			door: '',
			rows,
			seatsPerRow,
			...(seatsPerRow > 12 && { aisles: [Math.floor(seatsPerRow / 2)] }),
			wheelchair: Array.from(
				{ length: Math.min(wheelchairs, 4) },
				(_, n) => `${rows}/${n % 2 ? seatsPerRow - (n >> 1) : 1 + (n >> 1)}`
			)
		};
	});
	if (presidium)
		blocks.push({
			id: 'S',
			name: 'Đoàn Chủ tịch',
			colour: '#8f1218',
			door: '',
			rows: 1,
			seatsPerRow: presidium,
			shape: 'longTable',
			place: 'stage'
		});
	return { name: 'Hội trường', blocks };
}

const UNIT_SIZES = [1, 2, 2, 3, 3, 4, 4, 5, 6, 8, 12];

export function conferenceOf(size: Size, seed: number): SeatedConference {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const personal = new Map<string, PersonalPayload>();
	const people: Delegate[] = [];
	const vips = Math.max(8, Math.round(size.people * 0.06)) + size.presidium;
	let unit = 0;
	let left = 0;
	for (let at = 0; at < size.people; at++) {
		if (left === 0) {
			unit++;
			left = pick(UNIT_SIZES) ?? 1;
		}
		left--;
		const kind: DelegateKind =
			at >= size.people - Math.round(size.people * 0.04)
				? (pick(['crew', 'crew', 'companion'] as const) ?? 'crew')
				: 'official';
		people.push(personOf(`d${at}`, kind, `Đơn vị ${unit}`, random));
	}
	// Guests of honour and recipients come from any unit.
	const official = people.filter(({ kind }) => kind === 'official');
	for (let at = official.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		const [a, b] = [official[at], official[other]];
		if (a && b) [official[at], official[other]] = [b, a];
	}
	official.slice(0, vips).forEach((person, at) => {
		person.vip = true;
		person.tier = 20 + 10 * Math.floor(random() * 4);
		person.bloc = 1 + Math.floor(random() * 6);
		person.officeRank = 10 + 5 * Math.floor(random() * 9);
		if (at < size.presidium) person.seatNeeds = ['presidium'];
		personal.set(`delegate:${person.id}`, { birthYear: 1950 + Math.floor(random() * 50) });
	});
	const recipients: Record<string, Row> = {};
	official.slice(vips, vips + size.recipients).forEach(({ id }, at) => {
		recipients[id] = {
			id,
			listed: at,
			delegate: id,
			decision: 'q',
			type: 'individual',
			wave: Math.floor(at / size.perWave) + 1,
			stagePosition: (at % size.perWave) + 1
		};
	});
	const state: SeatedConference['state'] = {
		roster: { delegates: people.reduce((table, one) => withRow(table, one.id, one), emptyTable<Delegate>()) },
		awards: { ...initialState.awards, recipients },
		admissions: initialState.admissions,
		seating: {
			...initialState.seating,
			hall: hallFor(Math.ceil((size.people - size.presidium) * size.room), size.presidium),
			placement: { groups: { pupils: ['B'] }, units: {} }
		}
	};
	return { state, personal };
}

function personOf(id: string, kind: DelegateKind, unit: string, random: () => number): Delegate {
	const lot = random();
	const needs: SeatNeed[] =
		lot < 0.006 ? ['wheelchair'] : lot < 0.05 ? ['aisle'] : lot < 0.06 ? ['side'] : [];
	return {
		id,
		kind,
		unit,
		group: random() < 0.05 ? 'pupils' : null,
		vip: false,
		tier: 60,
		bloc: 6,
		officeRank: 90,
		lockedOrder: null,
		invitationNumber: null,
		tokenVersion: 1,
		withdrawn: false,
		absence: null,
		...(needs.length && { seatNeeds: needs })
	};
}

export const inputFrom = ({ state, personal }: SeatedConference): PlanInput =>
	planInput(state, (ref) => personal.get(ref));

/** The plan was taken. */
export function seated({ state, personal }: SeatedConference, plan: Plan): SeatedConference {
	const seats = { ...state.seating.seats };
	for (const { delegate, seat, why } of plan.seats)
		if (seat) seats[delegate] = { ...seat, changedAt: 1, ...(why && { why }) };
		else delete seats[delegate];
	return { personal, state: { ...state, seating: { ...state.seating, seats } } };
}

/** A last week: people are withdrawn and added, change unit, rank, wave or need. @returns also how many people that is */
export function changed(
	{ state, personal }: SeatedConference,
	share: number,
	seed: number
): { conference: SeatedConference; people: number } {
	const random = randomFrom(seed);
	const rows = [...rowsOf(state.roster.delegates)].sort((a, b) => (a.id < b.id ? -1 : 1));
	const count = Math.round(rows.length * share);
	const recipients = { ...state.awards.recipients };
	const lastOf = new Map<number, number>();
	for (const { wave, stagePosition } of Object.values(recipients))
		lastOf.set(wave, Math.max(stagePosition, lastOf.get(wave) ?? 0));
	let table = state.roster.delegates;
	const put = (row: Delegate): void => void (table = withRow(table, row.id, row));
	const touched = new Set<string>();
	while (touched.size < count) {
		const row = rows[Math.floor(random() * rows.length)];
		if (!row || touched.has(row.id)) continue;
		const lot = random();
		if (lot < 0.4) put({ ...row, withdrawn: true });
		else if (lot < 0.75) {
			const id = `n${touched.size}`;
			put({
				...personOf(id, 'official', row.unit, random),
				vip: random() < 0.06,
				tier: 20 + 10 * Math.floor(random() * 4)
			});
			touched.add(id);
			if (random() < 0.1 && lastOf.size) {
				const wave = 1 + Math.floor(random() * lastOf.size);
				const stagePosition = (lastOf.get(wave) ?? 0) + 1;
				lastOf.set(wave, stagePosition);
				recipients[id] = {
					id,
					listed: stagePosition,
					delegate: id,
					decision: 'q',
					type: 'individual',
					wave,
					stagePosition
				};
			}
			continue;
		} else if (lot < 0.87) put({ ...row, unit: rows[Math.floor(random() * rows.length)]?.unit ?? row.unit });
		else if (lot < 0.92)
			put({ ...row, tier: 20, bloc: 1 + Math.floor(random() * 6), vip: row.vip || random() < 0.3 });
		else put({ ...row, seatNeeds: row.seatNeeds?.length ? row.seatNeeds : ['aisle'] });
		touched.add(row.id);
	}
	const conference = {
		personal,
		state: { ...state, roster: { delegates: table }, awards: { ...state.awards, recipients } }
	};
	return { conference, people: touched.size };
}

/** What a person without a plan does: the list from the top, row after row. */
export function firstCome(
	input: PlanInput,
	list: readonly string[]
): Record<string, { block: string; row: number; seat: number }> {
	const { hall, holds } = input;
	const seats = (hall?.blocks ?? [])
		.filter(({ place }) => place !== 'stage')
		.flatMap((block) =>
			Array.from({ length: block.rows }, (_, row) =>
				Array.from({ length: block.rowSeats?.[row] ?? block.seatsPerRow }, (_, seat) => ({
					block: block.id,
					row: row + 1,
					seat: seat + 1,
					free: !block.out?.includes(`${row + 1}/${seat + 1}`) && !holds[`${block.id}/${row + 1}/${seat + 1}`]
				}))
			).flat()
		)
		.filter(({ free }) => free)
		.sort((a, b) => a.row - b.row);
	return Object.fromEntries(
		list.flatMap((id, at) => {
			const seat = seats[at];
			return seat ? [[id, { block: seat.block, row: seat.row, seat: seat.seat }]] : [];
		})
	);
}
