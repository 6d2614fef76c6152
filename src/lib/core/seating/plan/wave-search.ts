/** Owns: where a whole wave finds room: stretches of rows, nearest to the steps, with room left for those after it. */
import type { Side } from '../hall';
import { runsOf, take, type Board, type Guest, type Spot } from './board';
import { fits, leftOut } from './packing';
import type { Wave } from './waves';

type Window = { spots: readonly Spot[]; cost: number; run: readonly Spot[] };

/** What it weighs to ask everybody on a stretch to move: a way to the steps longer by so much, cm. */
const ASKED = 150;
/** Waves around a locked seat have a window either way; so many of them are tried in all combinations. */
const TRIED = 5;

/** Free, or somebody's whose rule comes later. */
export const mayTake = ({ open, reserved, sitter }: Spot): boolean =>
	open && reserved !== 'wave' && (!sitter || (!sitter.fixed && isBelow(sitter)));
const isBelow = ({ person: { role } }: Guest): boolean => role === 'ordinary' || role === 'side';

const lengthsOf = (runs: readonly (readonly unknown[])[]): number[] => runs.map(({ length }) => length);
export const hasFixed = ({ guests }: Wave): boolean => guests.some(({ fixed }) => fixed);

/** In their order, each as near as leaves room for those after it. Those that do not fit whole are left alone. */
export function placeWhole(board: Board, waves: readonly Wave[], side: Side): void {
	const loose = waves.filter((wave) => !hasFixed(wave));
	for (const { wave, spots } of aroundLocks(board, waves.filter(hasFixed), loose)) seatIn(wave.guests, spots);
	let runs: (readonly Spot[])[] = runsOf(board, mayTake);
	const out = leftOut(lengthsOf(loose.map(({ guests }) => guests)), lengthsOf(runs));
	const whole = loose.filter((_, at) => !out.has(at));
	whole.forEach(({ guests }, at) => {
		const later = whole.slice(at + 1).map((wave) => wave.guests.length);
		const found = windowsFor(runs, guests.length, side).find(({ run, spots }) =>
			fits(later, lengthsOf(runs.flatMap((other) => (other === run ? without(run, spots) : [other]))))
		);
		if (!found) return;
		runs = runs.flatMap((run) => (run === found.run ? without(run, found.spots) : [run]));
		seatFromSteps(guests, found.spots);
	});
}

type Chosen = { wave: Wave; spots: readonly Spot[] };

/** The choice of windows around locked seats that leaves the most waves whole. */
function aroundLocks(board: Board, locked: readonly Wave[], loose: readonly Wave[]): Chosen[] {
	if (!locked.length) return [];
	const lengths = lengthsOf(loose.map(({ guests }) => guests));
	let best: Chosen[] = [];
	let most = -1;
	const choose = (at: number, chosen: Chosen[], taken: ReadonlySet<Spot>): void => {
		const wave = locked[at];
		if (!wave) {
			const runs = runsOf(board, (spot) => mayTake(spot) && !taken.has(spot));
			const whole = chosen.length + lengths.length - leftOut(lengths, lengthsOf(runs)).size;
			if (whole > most) [best, most] = [chosen, whole];
			return;
		}
		const windows = windowsAround(wave).filter((spots) => !spots.some((spot) => taken.has(spot)));
		for (const spots of at < TRIED ? windows : windows.slice(0, 1))
			choose(at + 1, [...chosen, { wave, spots }], new Set([...taken, ...spots]));
		if (at < TRIED || !windows.length) choose(at + 1, chosen, taken);
	};
	choose(0, [], new Set());
	return best;
}

/** From either end, in the order of the wave, so that each locked one sits on their own seat. */
function windowsAround({ guests }: Wave): Spot[][] {
	const anchor = guests.findIndex(({ fixed }) => fixed);
	const start = guests[anchor]?.spot;
	if (!start) return [];
	return (['prev', 'next'] as const).flatMap((way) => {
		const back = way === 'prev' ? 'next' : 'prev';
		let first: Spot | null = start;
		for (let at = 0; at < anchor && first; at++) first = first[back];
		const spots: Spot[] = [];
		for (let at: Spot | null = first; at && spots.length < guests.length; at = at[way]) spots.push(at);
		const right = guests.every((guest, at) => {
			const spot = spots[at];
			return (
				spot !== undefined && (guest.fixed ? guest.spot === spot && spot.sitter === guest : mayTake(spot))
			);
		});
		return right ? [spots] : [];
	});
}

function without(run: readonly Spot[], taken: readonly Spot[]): (readonly Spot[])[] {
	const [first] = taken;
	const from = first ? run.indexOf(first) : 0;
	return [run.slice(0, from), run.slice(from + taken.length)].filter((rest) => rest.length > 0);
}

/**
 * Nearest first. At the ends of free stretches only, so that what is left of them stays in one piece; where others
 * sit already, anywhere, for an empty place may lie in the middle.
 */
function windowsFor(runs: readonly (readonly Spot[])[], length: number, side: Side): Window[] {
	const windows: Window[] = [];
	for (const run of runs) {
		const last = run.length - length;
		if (last < 0) continue;
		const starts = run.some(({ sitter }) => sitter)
			? Array.from({ length: last + 1 }, (_, at) => at)
			: [...new Set([0, last])];
		for (const start of starts) {
			const spots = run.slice(start, start + length);
			windows.push({ run, spots, cost: costOf(spots, side) });
		}
	}
	return windows.sort((a, b) => a.cost - b.cost);
}

/** Mean way to the steps, cm; gaps among the guests of honour are the last choice. */
export const costOf = (spots: readonly Spot[], side: Side): number =>
	spots.reduce(
		(sum, { steps, sitter, reserved }) =>
			sum + (steps[side] ?? 0) + (sitter ? ASKED : 0) + (reserved ? 1e6 : 0),
		0
	) / spots.length;

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
		for (const window of windowsFor(runs, length, side)) {
			const cost = beside ? apart(window.spots, beside) : window.cost;
			if (!best || cost < best.cost) best = { ...window, cost };
		}
		if (!best) return;
		seatFromSteps(left.slice(0, length), best.spots);
		left = left.slice(length);
		beside = best.spots[0] ?? null;
	}
}

const apart = (spots: readonly Spot[], other: Spot): number =>
	Math.min(...spots.map(({ place }) => Math.hypot(place.x - other.place.x, place.y - other.place.y)));
