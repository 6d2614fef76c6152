/** Owns: where a whole wave finds room: stretches of rows, nearest to the steps, with room left for those after it. */
import type { Side } from '../hall';
import { runsOf, take, wayToSteps, type Board, type Guest, type Spot } from './board';
import { fits, leftOut } from './packing';
import { bestStanding, hasFixed } from './wave-locks';
import type { Wave } from './waves';

/** So many seats of a free stretch, from its `start`. */
type Window = { run: Spot[]; start: number; length: number; cost: number };

/** What it weighs to ask everybody on a stretch to move: a way to the steps longer by so much, cm. */
const ASKED = 150;

/** Free, or somebody's whose rule comes later. */
export const mayTake = ({ open, reserved, sitter }: Spot): boolean =>
	open && reserved !== 'wave' && (!sitter || (!sitter.fixed && isBelow(sitter)));
export const isBelow = ({ person: { role } }: Guest): boolean => role === 'ordinary' || role === 'side';

const lengthsOf = (runs: readonly (readonly unknown[])[]): number[] => runs.map(({ length }) => length);

/** In their order, each as near as leaves room for those after it. Those that do not fit whole are left alone. */
export function placeWhole(board: Board, waves: readonly Wave[], side: Side): void {
	const loose = waves.filter((wave) => !hasFixed(wave));
	for (const { wave, spots } of bestStanding(board, waves, mayTake).around) seatIn(wave.guests, spots);
	const runs = runsOf(board, mayTake);
	const out = leftOut(lengthsOf(loose.map(({ guests }) => guests)), lengthsOf(runs));
	const whole = loose.filter((_, at) => !out.has(at));
	const windows = new Windows(side);
	whole.forEach(({ guests }, at) => {
		const later = lengthsOf(whole.slice(at + 1).map((wave) => wave.guests));
		for (const window of windows.nearestFirst(runs, guests.length)) {
			if (!leavesRoom(runs, window, later)) continue;
			runs.splice(runs.indexOf(window.run), 1, ...without(window));
			return seatFromSteps(guests, spotsOf(window));
		}
	});
}

/** Most often there is plenty; only where it is scarce, all ways to place the later ones are looked at. */
function leavesRoom(runs: readonly Spot[][], window: Window, later: readonly number[]): boolean {
	const longest = later.reduce((most, length) => Math.max(most, length), 1);
	let room = 0;
	for (const run of runs) room += Math.floor(run.length / longest);
	const { run, start, length } = window;
	room -= Math.floor(run.length / longest);
	room += Math.floor(start / longest) + Math.floor((run.length - start - length) / longest);
	if (room >= later.length) return true;
	return fits(later, lengthsOf(runs.flatMap((other) => (other === run ? without(window) : [other]))));
}

const without = ({ run, start, length }: Window): Spot[][] =>
	[run.slice(0, start), run.slice(start + length)].filter((rest) => rest.length > 0);

/**
 * At the ends of free stretches only, so that what is left of them stays in one piece; where others sit already,
 * anywhere, for an empty place may lie in the middle.
 */
function* windowsIn(run: Spot[], length: number): Generator<number> {
	const last = run.length - length;
	if (last < 0) return;
	if (run.some(({ sitter }) => sitter)) for (let start = 0; start <= last; start++) yield start;
	else {
		yield 0;
		if (last > 0) yield last;
	}
}

/** What stretches cost, kept as long as they are free: most of them stay as they are from wave to wave. */
class Windows {
	readonly #known = new Map<Spot[], Map<number, Window[]>>();
	constructor(readonly side: Side) {}

	/** As a rule the first one is taken, so they are not sorted. */
	*nearestFirst(runs: readonly Spot[][], length: number): Generator<Window> {
		const seen = new Set<Window>();
		for (;;) {
			let best: Window | null = null;
			for (const run of runs) {
				if (run.length < length) continue;
				for (const window of this.in(run, length))
					if ((!best || window.cost < best.cost) && !seen.has(window)) best = window;
			}
			if (!best) return;
			seen.add(best);
			yield best;
		}
	}

	in(run: Spot[], length: number): Window[] {
		let known = this.#known.get(run);
		if (!known) this.#known.set(run, (known = new Map()));
		let windows = known.get(length);
		if (!windows) {
			const cost = (start: number): number => costOf(run, start, length, this.side);
			windows = [...windowsIn(run, length)].map((start) => ({ run, start, length, cost: cost(start) }));
			known.set(length, windows);
		}
		return windows;
	}
}

const spotsOf = ({ run, start, length }: Window): Spot[] => run.slice(start, start + length);

/** Mean way to the steps, cm; gaps among the guests of honour are the last choice. */
function costOf(run: readonly Spot[], start: number, length: number, side: Side): number {
	let sum = 0;
	for (let at = start; at < start + length; at++) {
		const spot = run[at];
		if (spot) sum += wayToSteps(spot, side) + (spot.sitter ? ASKED : 0) + (spot.reserved ? 1e6 : 0);
	}
	return sum / length;
}

function seatIn(guests: readonly Guest[], spots: readonly Spot[]): void {
	guests.forEach((guest, at) => {
		const spot = spots[at];
		if (spot && !guest.fixed) take(guest, spot);
	});
}

/**
 * The row leaves by its end at the steps, and the first on the stage walks to its far side. Whichever steps it is,
 * that puts the first place of the stage, left as seen from the hall, at the right end of the row.
 */
const seatFromSteps = (guests: readonly Guest[], spots: readonly Spot[]): void =>
	seatIn(guests, [...spots].reverse());

/** Too long for any row, or no row left: as few pieces as can be, close to each other. Who has a seat keeps it. */
export function scatter(board: Board, { guests }: Wave, side: Side): void {
	let left = guests.filter(({ spot }) => !spot);
	let beside: Spot | null = guests.find(({ spot }) => spot)?.spot ?? null;
	while (left.length) {
		const runs = runsOf(board, mayTake);
		const length = Math.min(Math.max(0, ...lengthsOf(runs)), left.length);
		if (length === 0) return;
		let best: Window | null = null;
		const windows = new Windows(side);
		for (const window of runs.flatMap((run) => windows.in(run, length))) {
			const cost = beside ? apart(spotsOf(window), beside) : window.cost;
			if (!best || cost < best.cost) best = { ...window, cost };
		}
		if (!best) return;
		const spots = spotsOf(best);
		seatFromSteps(left.slice(0, length), spots);
		left = left.slice(length);
		beside = spots[0] ?? null;
	}
}

const apart = (spots: readonly Spot[], other: Spot): number =>
	Math.min(...spots.map(({ place }) => Math.hypot(place.x - other.place.x, place.y - other.place.y)));
