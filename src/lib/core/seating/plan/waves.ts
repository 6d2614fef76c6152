/**
 * Owns: recipients near the steps, each wave one row of neighbours in the order of the stage, so that it rises and
 * walks as one. Waves come from the steps outwards in their order; keeping each of them whole goes before that.
 */
import type { Side } from '../hall';
import { leave, runsOf, take, type Board, type Guest, type Spot } from './board';
import { fits, leftOut } from './packing';

export type Wave = { guests: Guest[] };
/** A stretch of a row that a wave may take, seats from the left. */
type Window = { spots: Spot[]; cost: number; run: Spot[] };

/** By wave, then by place on the stage, as `PlanInput.people` has them. */
export function wavesOf(guests: readonly Guest[]): Wave[] {
	const waves = new Map<string, Wave>();
	for (const guest of guests) {
		const { award } = guest.person;
		if (!award) continue;
		const key = `${award.wave} ${award.decision}`;
		const known = waves.get(key);
		if (known) known.guests.push(guest);
		else waves.set(key, { guests: [guest] });
	}
	return [...waves.values()];
}

/**
 * In one row, in order, with nobody else between; a seat that somebody left may stay empty. Either direction: who
 * stands on the stage from left to right leaves a row from either end.
 */
export function isWhole({ guests }: Wave): boolean {
	const seated = guests.flatMap(({ spot }) => spot ?? []);
	return seated.length === guests.length && (walks(seated, 'next') || walks(seated, 'prev'));
}

function walks(spots: Spot[], way: 'next' | 'prev'): boolean {
	let at: Spot | null = spots[0] ?? null;
	for (const spot of spots.slice(1)) {
		do at = at?.[way] ?? null;
		while (at && at !== spot && at.usable && !at.sitter);
		if (at !== spot) return false;
	}
	return true;
}

/** @returns the steps that the recipients were brought near to */
export function seatWaves(board: Board, waves: Wave[]): void {
	const open = waves.filter((wave) => !isWhole(wave));
	if (!open.length) return;
	const settled = waves.filter((wave) => isWhole(wave));
	const side = sideOf(board, settled);
	for (const { guests } of open) for (const guest of guests) if (!guest.fixed) leave(guest);
	const rest = place(board, open, side);
	for (const wave of rest) scatter(board, wave, side);
}

/** Recipients sit together, so one side is chosen for all of them. */
function sideOf(board: Board, settled: Wave[]): Side {
	const spots = settled.flatMap(({ guests }) => guests.flatMap(({ spot }) => spot ?? []));
	const sum = (side: Side): number =>
		(spots.length ? spots : board.floor.filter((spot) => spot.open).slice(0, 200)).reduce(
			(total, { steps }) => total + (steps[side] ?? 0),
			0
		);
	const [first = 'left', second] = board.sides;
	return second && sum(second) < sum(first) ? second : first;
}

const mayTake = (spot: Spot): boolean =>
	spot.open && (!spot.sitter || (!spot.sitter.fixed && isBelow(spot.sitter)));
const isBelow = ({ person }: Guest): boolean => person.role === 'ordinary' || person.role === 'side';

/** Whole waves in their order, each as near as leaves room for those after it. @returns those that do not fit whole */
function place(board: Board, waves: Wave[], side: Side): Wave[] {
	let runs = runsOf(board, mayTake);
	const loose = waves.filter(({ guests }) => !guests.some((guest) => guest.fixed));
	const lengths = loose.map(({ guests }) => guests.length);
	const out = leftOut(
		lengths,
		runs.map((run) => run.length)
	);
	const whole = loose.filter((_, at) => !out.has(at));
	whole.forEach((wave, at) => {
		const later = whole.slice(at + 1).map(({ guests }) => guests.length);
		const found = windowsFor(runs, wave.guests.length, side).find(({ run, spots }) =>
			fits(
				later,
				[...runs.filter((other) => other !== run), ...rests(run, spots)].map((r) => r.length)
			)
		);
		if (!found) return;
		runs = runs.flatMap((run) => (run === found.run ? rests(run, found.spots) : [run]));
		seatIn(wave, found.spots);
	});
	return waves.filter((wave) => !isWhole(wave));
}

function rests(run: Spot[], taken: Spot[]): Spot[][] {
	const [first] = taken;
	const from = first ? run.indexOf(first) : 0;
	return [run.slice(0, from), run.slice(from + taken.length)].filter((rest) => rest.length > 0);
}

/** At the ends of free stretches only, so that what is left of them stays in one piece; nearest first. */
function windowsFor(runs: Spot[][], length: number, side: Side): Window[] {
	const windows: Window[] = [];
	for (const run of runs) {
		if (run.length < length) continue;
		for (const spots of run.length === length ? [run] : [run.slice(0, length), run.slice(-length)])
			windows.push({ run, spots, cost: costOf(spots, side) });
	}
	return windows.sort((a, b) => a.cost - b.cost);
}

const costOf = (spots: Spot[], side: Side): number =>
	spots.reduce((sum, spot) => sum + (spot.steps[side] ?? 0) + (spot.reserved ? 1e6 : 0), 0) / spots.length;

/**
 * The row leaves by its end at the steps, and the first on the stage walks to its far side. Whichever steps it is,
 * that puts the first place of the stage, left as seen from the hall, at the right end of the row.
 */
function seatIn({ guests }: Wave, spots: Spot[]): void {
	const fromRight = [...spots].reverse();
	guests.forEach((guest, at) => {
		const spot = fromRight[at];
		if (spot && !guest.fixed) take(guest, spot);
	});
}

/** Too long for any row, or no row left: as few pieces as can be, close to each other. */
function scatter(board: Board, wave: Wave, side: Side): void {
	let left = wave.guests.filter(({ fixed }) => !fixed);
	let beside: Spot | null = wave.guests.find(({ fixed }) => fixed)?.spot ?? null;
	while (left.length) {
		const runs = runsOf(board, mayTake);
		const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
		const length = Math.min(longest, left.length);
		if (length === 0) return;
		const near = (spots: Spot[]): number =>
			beside ? Math.min(...spots.map((spot) => apart(spot, beside))) : costOf(spots, side);
		const [best] = windowsFor(runs, length, side)
			.map((window) => ({ ...window, cost: near(window.spots) }))
			.sort((a, b) => a.cost - b.cost);
		if (!best) return;
		seatIn({ guests: left.slice(0, length) }, best.spots);
		left = left.slice(length);
		beside = best.spots[0] ?? null;
	}
}

const apart = (a: Spot, b: Spot | null): number =>
	b ? Math.hypot(a.place.x - b.place.x, a.place.y - b.place.y) : 0;
