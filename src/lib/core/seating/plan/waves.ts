/**
 * Owns: recipients near the steps, each wave one row of neighbours in the order of the stage, so that it rises and
 * walks as one. Waves come from the steps outwards in their order; keeping each of them whole goes before that.
 */
import type { Side } from '../hall';
import { leave, sit, wayToSteps, type Board, type Guest, type Spot } from './board';
import { mend } from './mend';
import { bestStanding } from './wave-locks';
import { isBelow, placeWhole, scatter } from './wave-search';

export type Wave = { guests: Guest[] };

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
	// A seat with two locks is that of the first of the two.
	const seated = guests.flatMap((guest) => (guest.spot?.sitter === guest ? guest.spot : []));
	return seated.length === guests.length && (walks(seated, 'next') || walks(seated, 'prev'));
}

/** Empty seats of a row between people of one wave: theirs, until it is settled where the wave sits. */
export function holesOf({ guests }: Wave): Spot[] {
	const own = new Set(guests);
	const holes: Spot[] = [];
	for (const { spot } of guests) {
		const between: Spot[] = [];
		let at = spot?.next ?? null;
		for (; at && at.open && !at.sitter; at = at.next) between.push(at);
		if (at?.sitter && own.has(at.sitter)) holes.push(...between);
	}
	return holes;
}

function walks(spots: readonly Spot[], way: 'next' | 'prev'): boolean {
	let at: Spot | null = spots[0] ?? null;
	for (const spot of spots.slice(1)) {
		do at = at?.[way] ?? null;
		while (at && at !== spot && at.open && !at.sitter);
		if (at !== spot) return false;
	}
	return true;
}

/**
 * Who stands well stays; a wave that changed is mended where it is, or moves as a whole; a new one finds its place.
 * @param spare seats of the hall that may stay empty; with fewer than that, waves close ranks
 */
export function seatWaves(board: Board, waves: readonly Wave[], spare: number): void {
	const holes = waves.flatMap((wave) => (isWhole(wave) ? holesOf(wave) : []));
	const close = holes.length > spare;
	const stands = (wave: Wave): boolean => isWhole(wave) && !(close && holesOf(wave).length);
	arrange(board, waves, close ? 0 : spare - holes.length, stands);
}

/** Nobody else is to sit between. */
export function keepHoles(waves: readonly Wave[]): void {
	for (const wave of waves) for (const hole of holesOf(wave)) hole.reserved = 'wave';
}

/** @param spare seats that may stay empty inside those that do not stand yet */
function arrange(board: Board, waves: readonly Wave[], spare: number, stands: (wave: Wave) => boolean): void {
	let open = waves.filter((wave) => !stands(wave));
	keepHoles(waves.filter(stands));
	if (!open.length) return;
	const side = sideOf(board, waves.filter(stands));
	let room = spare;
	open = open.filter((wave) => {
		if (!mend(wave, room)) return true;
		const holes = holesOf(wave);
		for (const hole of holes) hole.reserved = 'wave';
		room -= holes.length;
		return false;
	});
	let left = place(board, open, side);
	// Those that stay may stand in the way of those that moved: if a new start keeps more waves whole, it is worth it.
	if (left.length && wholeAnew(board, waves) > waves.length - left.length) {
		for (const wave of waves) {
			for (const hole of holesOf(wave)) hole.reserved = null;
			for (const guest of wave.guests) if (!guest.fixed) leave(guest);
		}
		placeWhole(board, waves, sideOf(board, []));
		left = waves.filter((wave) => !isWhole(wave));
	}
	for (const wave of left) scatter(board, wave, side);
}

/** @returns those that are not whole; who of them had seats has them still */
function place(board: Board, waves: readonly Wave[], side: Side): Wave[] {
	const seats = waves.map(({ guests }) => guests.map(({ spot }) => spot));
	for (const { guests } of waves) for (const guest of guests) if (!guest.fixed) leave(guest);
	placeWhole(board, waves, side);
	return waves.filter((wave, w) => {
		if (isWhole(wave)) return false;
		wave.guests.forEach((guest, g) => {
			const spot = seats[w]?.[g];
			if (!guest.fixed && spot && !spot.sitter) sit(guest, spot);
		});
		return !isWhole(wave);
	});
}

/** How many would be whole if all waves looked for a place again. */
function wholeAnew(board: Board, waves: readonly Wave[]): number {
	const own = new Set(waves.flatMap(({ guests }) => guests));
	const mayUse = ({ open, sitter }: Spot): boolean =>
		open && (!sitter || (!sitter.fixed && (own.has(sitter) || isBelow(sitter))));
	return bestStanding(board, waves, mayUse).whole;
}

/** Recipients sit together, so one side is chosen for all of them. */
function sideOf(board: Board, settled: readonly Wave[]): Side {
	const spots = settled.flatMap(({ guests }) => guests.flatMap(({ spot }) => spot ?? []));
	const looked = spots.length ? spots : board.floor.filter((spot) => spot.open).slice(0, 200);
	const sum = (side: Side): number => looked.reduce((total, spot) => total + wayToSteps(spot, side), 0);
	const [first = 'left', second] = board.sides;
	return second && sum(second) < sum(first) ? second : first;
}
