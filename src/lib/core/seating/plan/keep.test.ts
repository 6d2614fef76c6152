import { describe, expect, it } from 'vitest';
import {
	FIVE,
	changed,
	conferenceOf,
	firstCome,
	inputFrom,
	seated,
	sized,
	type SeatedConference
} from '../../../../../tests/support/seated-conference';
import { withRow } from '../../table';
import { unseated } from '../coverage';
import { block, hallOf, SeatingDay } from '../seating.fixture';
import { planInput, type PlanInput } from './input';
import { planSeats, type Plan, type PlanMode } from './plan';
import { scoresOf } from './scores';

const planned = (conference: SeatedConference): SeatedConference =>
	seated(conference, planSeats(inputFrom(conference), 'fresh'));

const sizes = [...FIVE, sized(500), sized(2000)];
const honoured = (input: PlanInput, plan: Plan) =>
	input.people
		.filter(({ role, wheelchair }) => role === 'protocol' && !wheelchair)
		.map(({ id }) => plan.all[id]?.seat);

describe('a plan of a conference', () => {
	it.each(sizes)('PLAN-10: %# after 5 % changed, at most twice as many people move', (size) => {
		const conference = planned(conferenceOf(size, 3));
		let moved = 0;
		let people = 0;
		for (const week of [1, 2, 3, 4, 5]) {
			const next = changed(conference, 0.05, week);
			const plan = planSeats(inputFrom(next.conference), 'keep');
			moved += plan.moved.length;
			people += next.people;
			expect(plan.scores.inversions).toBe(0);
			expect(plan.scores.wavesWhole).toBe(plan.scores.wavesPossible);
			const again = planSeats(inputFrom(seated(next.conference, plan)), 'keep');
			expect(again.seats).toEqual([]);
		}
		expect(moved).toBeLessThanOrEqual(2 * people);
	});

	it.each(sizes)('PLAN-7: %# units sit together, and better than by the list', (size) => {
		const input = inputFrom(conferenceOf(size, 5));
		const plan = planSeats(input, 'fresh');
		const list = scoresOf(input, firstCome(input, input.people.map(({ id }) => id).sort()));
		expect(plan.unplaced.filter(({ reason }) => reason !== 'no_wheelchair_place')).toEqual([]);
		expect(plan.scores.unitsSplit).toBeLessThanOrEqual(plan.scores.units * 0.02);
		expect(plan.scores.unitsSplit).toBeLessThan(list.unitsSplit);
		expect(plan.scores.aisleMet * 2).toBeGreaterThan(plan.scores.aisleNeeds);
		if (plan.scores.waves) expect(plan.scores.recipientsDistance).toBeLessThan(list.recipientsDistance ?? 0);
	});

	it('PLAN-6: the first of the list sits in the middle of the first row, the next beside, right before left', () => {
		const conference = conferenceOf({ ...sized(150), presidium: 0 }, 1);
		const input = inputFrom(conference);
		// Two blocks of eight at a middle aisle: seat 1 of B and seat 8 of A are the same way from the middle.
		expect(honoured(input, planSeats(input, 'fresh')).slice(0, 4)).toEqual([
			{ block: 'B', row: 1, seat: 1 },
			{ block: 'A', row: 1, seat: 8 },
			{ block: 'B', row: 1, seat: 2 },
			{ block: 'A', row: 1, seat: 7 }
		]);
	});

	it('PLAN-6: the Presidium sits at the table on the stage, and on the floor where there is none', () => {
		const conference = conferenceOf(sized(500), 1);
		const input = inputFrom(conference);
		const plan = planSeats(input, 'fresh');
		const presidium = input.people.filter(({ role }) => role === 'presidium');
		expect(presidium.map(({ id }) => plan.all[id]?.seat.seat)).toEqual([4, 5, 3, 6, 2, 7, 1]);
		expect(presidium.every(({ id }) => plan.all[id]?.seat.block === 'S')).toBe(true);
		const { hall } = input;
		if (!hall) throw new Error('no hall');
		const floor = { ...hall, blocks: hall.blocks.filter(({ place }) => place !== 'stage') };
		const below = planSeats({ ...input, hall: floor }, 'fresh');
		for (const { id } of presidium) expect(below.all[id]?.why).toMatchObject({ rule: 'protocol' });
		expect(below.scores.inversions).toBe(0);
	});

	it('PLAN-8: the wish for a unit moves it when it is made later, and its people explain themselves by it', () => {
		const conference = planned(conferenceOf({ ...sized(150), room: 1.4 }, 2));
		const input = inputFrom(conference);
		const mates = (unit: string) => input.people.filter((one) => one.unit === unit).length;
		const unit = input.people.find(
			({ role, seat, group, unit: name }) =>
				role === 'ordinary' && seat?.block === 'A' && group === null && mates(name) === 2
		)?.unit;
		if (!unit) throw new Error('nobody in block A');
		const plan = planSeats({ ...input, placement: { groups: {}, units: { [unit]: ['B'] } } }, 'keep');
		const people = input.people.filter(
			(one) => one.unit === unit && one.role === 'ordinary' && !one.wheelchair
		);
		for (const { id } of people) {
			expect(plan.all[id]?.seat.block).toBe('B');
			expect(plan.all[id]?.why).toMatchObject({ rule: 'group', unit });
		}
	});

	it('PLAN-9: crew and companions sit at the outer side', () => {
		const input = inputFrom(conferenceOf(sized(500), 1));
		const plan = planSeats(input, 'fresh');
		const sides = input.people.filter(({ role, wheelchair }) => role === 'side' && !wheelchair);
		expect(sides.length).toBeGreaterThan(10);
		for (const { id } of sides) {
			expect(['A', 'C']).toContain(plan.all[id]?.seat.block);
			expect(plan.all[id]?.why).toEqual({ rule: 'side' });
		}
	});

	it('PLAN-10: who is withdrawn loses the seat, and nobody else moves', () => {
		const { state, personal } = planned(conferenceOf(sized(150), 1));
		const { people } = inputFrom({ state, personal });
		for (const { id } of people.filter((_, at) => at % 20 === 0)) {
			const row = [...state.roster.delegates.buckets].flatMap((bucket) => bucket?.[id] ?? [])[0];
			if (!row) throw new Error(id);
			const roster = { delegates: withRow(state.roster.delegates, id, { ...row, withdrawn: true }) };
			const plan = planSeats(inputFrom({ personal, state: { ...state, roster } }), 'keep');
			expect(plan).toMatchObject({ moved: [], placed: [], freed: [id] });
		}
	});

	it('PLAN-14: who is excused and not here gives the seat up and gets none, unless it is locked or they came', () => {
		const day = new SeatingDay().send('hall.set', { hall: hallOf(block('A', 2, 4)) });
		day.invite({ id: 'free' }, { id: 'locked' }, { id: 'came' }, { id: 'late' }, { id: 'comes' });
		const plans = (mode: PlanMode) =>
			planSeats(
				planInput(day.state, () => undefined),
				mode
			);
		day.sit('free', 'A', 1, 1).sit('locked', 'A', 1, 2).sit('came', 'A', 1, 3).sit('comes', 'A', 1, 4);
		day.send('seat.lock', { delegates: ['locked'], on: true });
		for (const id of ['free', 'locked', 'came', 'late'])
			day.send('delegate.edit', { id, patch: { absence: 'excused' } });
		day.send('door.admit', {
			claimedAt: day.now,
			offset: 0,
			delegate: 'came',
			via: 'qr',
			verdict: 'green',
			desk: null,
			seen: 0
		});
		for (const mode of ['keep', 'fresh'] as const) {
			const plan = plans(mode);
			expect(plan.freed).toEqual(['free']);
			expect(plan.all).not.toHaveProperty('late');
			expect(plan.unplaced).toEqual([]);
			expect(Object.keys(plan.all).sort()).toEqual(['came', 'comes']);
			// Theirs by the lock, and nobody else's; it is no clash.
			expect(plan.seats.map(({ delegate }) => delegate)).not.toContain('locked');
			expect(Object.values(plan.all).map(({ seat }) => seat)).not.toContainEqual({
				block: 'A',
				row: 1,
				seat: 2
			});
			expect(plan.conflicts).toEqual([]);
			const seats = { ...day.state.seating.seats };
			for (const { delegate, seat } of plan.seats) if (seat) seats[delegate] = { ...seat, changedAt: 1 };
			const then = { ...day.state, seating: { ...day.state.seating, seats } };
			expect(unseated(then).map(({ id }) => id)).toEqual([]);
		}
		expect(plans('keep').moved).toEqual([]);
	});

	it('PLAN-1: without a hall nothing changes, and it is said who waits', () => {
		const input = { ...inputFrom(conferenceOf(sized(40), 1)), hall: null };
		const plan = planSeats(input, 'fresh');
		expect(plan.seats).toEqual([]);
		expect(new Set(plan.unplaced.map(({ reason }) => reason))).toEqual(new Set(['no_hall']));
	});
});
