/**
 * Owns: how many waves can stand whole when some of them have a locked seat. Such a wave stands around its locked ones,
 * in one of two directions; which of them leaves the others the most room is found by trying.
 */
import { runsOf, type Board, type Guest, type Spot } from './board';
import { leftOut } from './packing';
import type { Wave } from './waves';

export type Stand = { wave: Wave; spots: readonly Spot[] };
export type Standing = {
	/** Waves with a locked seat that stand whole, and where. */
	around: Stand[];
	/** How many waves stand whole in all, those without a lock included. */
	whole: number;
};

/** Combinations tried; the first that keeps all waves whole ends the search, and mostly that is the first of all. */
const TRIED = 300;

export const hasFixed = ({ guests }: Wave): boolean => guests.some(({ fixed }) => fixed);

/** @param mayUse the seats that waves may be given, their locked ones aside */
export function bestStanding(
	board: Board,
	waves: readonly Wave[],
	mayUse: (spot: Spot) => boolean
): Standing {
	const lengths = waves.filter((wave) => !hasFixed(wave)).map(({ guests }) => guests.length);
	const locked = waves
		.filter(hasFixed)
		.map((wave) => ({ wave, windows: windowsAround(wave.guests, mayUse) }))
		.filter(({ windows }) => windows.length);
	let best: Standing = { around: [], whole: -1 };
	let tries = TRIED;
	const choose = (at: number, around: Stand[], taken: ReadonlySet<Spot>): void => {
		if (tries === 0 || around.length + locked.length - at + lengths.length <= best.whole) return;
		const next = locked[at];
		if (!next) {
			tries--;
			const runs = runsOf(board, (spot) => mayUse(spot) && !taken.has(spot));
			const out = leftOut(
				lengths,
				runs.map((run) => run.length)
			);
			const whole = around.length + lengths.length - out.size;
			if (whole > best.whole) best = { around, whole };
			return;
		}
		const { wave, windows } = next;
		for (const spots of windows)
			if (!spots.some((spot) => taken.has(spot)))
				choose(at + 1, [...around, { wave, spots }], new Set([...taken, ...spots]));
		choose(at + 1, around, taken);
	};
	choose(0, [], new Set());
	return best;
}

/** From either end, in the order of the wave, so that each locked one sits on their own seat. */
function windowsAround(guests: readonly Guest[], mayUse: (spot: Spot) => boolean): Spot[][] {
	const anchor = guests.findIndex(({ fixed }) => fixed);
	const start = guests[anchor]?.spot;
	if (!start) return [];
	const ways = guests.length > 1 ? (['prev', 'next'] as const) : (['prev'] as const);
	return ways.flatMap((way) => {
		const back = way === 'prev' ? 'next' : 'prev';
		let first: Spot | null = start;
		for (let at = 0; at < anchor && first; at++) first = first[back];
		const spots: Spot[] = [];
		for (let at: Spot | null = first; at && spots.length < guests.length; at = at[way]) spots.push(at);
		const right = guests.every((guest, at) => {
			const spot = spots[at];
			return (
				spot !== undefined && (guest.fixed ? guest.spot === spot && spot.sitter === guest : mayUse(spot))
			);
		});
		return right ? [spots] : [];
	});
}
