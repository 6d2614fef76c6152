/** Owns: how good a seating is, in figures; the same for a plan, for one made by hand, and for the bench. */
import type { Seat } from '../hall';
import { boardOf, wayToSteps, type Board, type Guest, type Spot } from './board';
import type { PlanInput } from './input';
import { countPieces, unitsOf, type Unit } from './units';
import { bestStanding } from './wave-locks';
import { isWhole, wavesOf, type Wave } from './waves';

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
	if (!input.hall) return scoreBoard(null, [], []);
	const board = boardOf(input.hall, input.holds);
	const guests = input.people.map((person): Guest => {
		const seat = seats[person.id];
		const spot = seat ? board.at(seat) : null;
		const guest: Guest = { person, spot, before: spot, fixed: person.fixed, reason: null };
		if (spot && !spot.sitter) spot.sitter = guest;
		return guest;
	});
	return scoreBoard(board, guests, unitsOf(guests, input.placement));
}

/** @param board null without a hall; @param all the units as they sit on it */
export function scoreBoard(board: Board | null, guests: readonly Guest[], all: readonly Unit[]): Scores {
	const seated = guests.filter(({ spot }) => spot);
	const units = placedUnits(all);
	const waves = wavesOf(seated.filter(isReceiving));
	const distances = seated
		.filter(isReceiving)
		.flatMap(({ spot }) => (spot ? Math.min(wayToSteps(spot, 'left'), wayToSteps(spot, 'right')) : []));
	const aisle = seated.filter(({ person }) => person.aisle && !person.wheelchair);
	const chairs = guests.filter(({ person }) => person.wheelchair);
	const whole = waves.filter(isWhole).length;
	return {
		inversions: inversions(ordered(seated, false)) + inversions(ordered(seated, true)),
		units: units.length,
		unitsSplit: units.filter(({ pieces }) => pieces > 1).length,
		recipientsDistance: distances.length
			? Math.round(distances.reduce((sum, cm) => sum + cm, 0) / distances.length)
			: null,
		waves: waves.length,
		wavesWhole: whole,
		wavesPossible: whole === waves.length || !board ? whole : Math.max(whole, possible(board, waves)),
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

/** Without the locked: no plan can help it when they tear their unit apart. */
function placedUnits(units: readonly Unit[]): Unit[] {
	return units.flatMap((unit) => {
		if (!unit.guests.some(({ fixed }) => fixed)) return unit;
		const guests = unit.guests.filter(({ fixed }) => !fixed);
		return guests.length > 1 ? { guests, pieces: countPieces(guests) } : [];
	});
}

/** The guests of honour and locks stay where they are, and nobody else. */
function possible(board: Board, waves: readonly Wave[]): number {
	const mayUse = ({ open, sitter }: Spot): boolean =>
		open && !(sitter && (sitter.fixed || sitter.person.role === 'protocol'));
	return bestStanding(board, waves, mayUse).whole;
}
