/** Owns: how good a seating is, in figures; the same for a plan, for one made by hand, and for the bench. */
import type { Seat } from '../hall';
import { boardOf, runsOf, type Board, type Guest } from './board';
import type { Placement } from '../model';
import type { PlanInput } from './input';
import { leftOut } from './packing';
import { clustersOf, piecesOf } from './units';
import { isWhole, wavesOf } from './waves';

export type Scores = {
	/** Pairs of guests of honour of whom the higher one sits behind; without locked seats and wheelchairs. */
	inversions: number;
	/** Units (as far as not sent to different blocks) with at least two seated as such, and those in more than one piece. */
	units: number;
	unitsSplit: number;
	/** Mean way to the nearer steps, cm; null without recipients. */
	recipientsDistance: number | null;
	/** Waves; those in one row of neighbours; and how many could be, once the guests of honour sit. */
	waves: number;
	wavesWhole: number;
	wavesPossible: number;
	aisleNeeds: number;
	aisleMet: number;
	wheelchairNeeds: number;
	wheelchairMet: number;
};

/** @param seats by delegate: any seating of these people */
export function scoresOf(input: PlanInput, seats: Readonly<Record<string, Seat>>): Scores {
	if (!input.hall) return scoreBoard(null, [], input.placement);
	const board = boardOf(input.hall, input.holds);
	const guests = input.people.map((person): Guest => {
		const seat = seats[person.id];
		const spot = seat ? board.at(seat) : null;
		const guest: Guest = { person, spot, before: spot, fixed: person.fixed, reason: null };
		if (spot && !spot.sitter) spot.sitter = guest;
		return guest;
	});
	return scoreBoard(board, guests, input.placement);
}

export function scoreBoard(board: Board | null, guests: readonly Guest[], placement: Placement): Scores {
	const seated = guests.filter(({ spot }) => spot);
	const units = unitsOf(seated, placement);
	const waves = wavesOf(seated.filter(isReceiving));
	const distances = seated
		.filter(isReceiving)
		.flatMap(({ spot }) => (spot ? Math.min(spot.steps.left, spot.steps.right) : []));
	const aisle = seated.filter(({ person }) => person.aisle && !person.wheelchair);
	const chairs = guests.filter(({ person }) => person.wheelchair);
	const whole = waves.filter(isWhole).length;
	const lengths = waves.map(({ guests: wave }) => wave.length);
	return {
		inversions: inversions(ordered(seated, false)) + inversions(ordered(seated, true)),
		units: units.length,
		unitsSplit: units.filter((unit) => piecesOf(unit).length > 1).length,
		recipientsDistance: distances.length
			? Math.round(distances.reduce((sum, cm) => sum + cm, 0) / distances.length)
			: null,
		waves: waves.length,
		wavesWhole: whole,
		wavesPossible: whole === waves.length || !board ? whole : possible(board, lengths),
		aisleNeeds: aisle.length,
		aisleMet: aisle.filter(({ spot }) => spot?.place.aisle).length,
		wheelchairNeeds: chairs.length,
		wheelchairMet: chairs.filter(({ spot }) => spot?.usable && spot.place.wheelchair).length
	};
}

const isReceiving = ({ person }: Guest): boolean => person.role === 'recipient' && !person.wheelchair;

/** Seats in honour of those the order speaks of, in their order. */
function ordered(guests: readonly Guest[], onStage: boolean): number[] {
	return guests
		.filter(
			({ person, spot, fixed }) =>
				(person.role === 'protocol' || person.role === 'presidium') &&
				!fixed &&
				!person.wheelchair &&
				spot?.place.onStage === onStage
		)
		.sort((a, b) => a.person.order - b.person.order)
		.map(({ spot }) => spot?.honour ?? 0);
}

/** Pairs in the wrong order, by merging. */
export function inversions(values: readonly number[]): number {
	if (values.length < 2) return 0;
	const middle = values.length >> 1;
	const [left, right] = [values.slice(0, middle), values.slice(middle)];
	let count = inversions(left) + inversions(right);
	left.sort((a, b) => a - b);
	right.sort((a, b) => a - b);
	let at = 0;
	for (const value of left) {
		while (at < right.length && (right[at] ?? 0) < value) at++;
		count += at;
	}
	return count;
}

function unitsOf(guests: readonly Guest[], placement: Placement): Guest[][] {
	const ordinary = guests.filter(
		({ person, fixed }) => person.role === 'ordinary' && !person.wheelchair && !fixed
	);
	return clustersOf(ordinary, placement).flatMap(({ guests: unit }) => (unit.length > 1 ? [unit] : []));
}

function possible(board: Board, lengths: number[]): number {
	const runs = runsOf(
		board,
		({ open, sitter }) => open && !(sitter && (sitter.fixed || sitter.person.role === 'protocol'))
	);
	return (
		lengths.length -
		leftOut(
			lengths,
			runs.map((run) => run.length)
		).size
	);
}
