/**
 * Owns: the hall as the plan sees it: each seat with its neighbours, its place in the order of honour and its way to
 * the steps. Made anew for each plan; `sitter` and `spot` are its working memory and never leave it.
 */
import { seatKey, type Block, type Hall, type Seat, type Side } from '../hall';
import { layoutOf, type Layout, type Place } from '../layout';
import type { Hold } from '../model';
import type { Why } from '../why';
import type { PlanPerson } from './input';

/** Of two seats equally far from the middle, the right hand side as seen facing the stage is the more honourable. */
export const HONOUR_SIDE: Side = 'right';
/** Rows of different blocks whose middles are less than this apart, cm, are one line across the hall. */
const ONE_LINE = 45;

export type Guest = {
	person: PlanPerson;
	spot: Spot | null;
	/** Where they sat before, if there is such a seat. */
	before: Spot | null;
	fixed: boolean;
	reason: Unplaced | null;
	/** Of the people who sit together; see `clusterKey`. */
	circle?: string;
	why?: Why;
};
export type Unplaced = 'no_hall' | 'hall_full' | 'no_wheelchair_place' | 'no_stage_place';

export type Spot = {
	key: string;
	place: Place;
	/** May be given: in use and not held. */
	usable: boolean;
	/** `usable`, on the floor, and no wheelchair's place. */
	open: boolean;
	/** Across all blocks, from the stage. */
	line: number;
	/** Place in the order of honour among all seats of the floor, or of the stage. */
	honour: number;
	/** Part of the block between two aisles. */
	strip: number;
	/** Beside it, nothing between. */
	prev: Spot | null;
	next: Spot | null;
	/** In the rows before and behind, and at a round table all others. */
	near: readonly Spot[];
	/** cm to each of the stage's steps; infinite where there are none. */
	steps: Record<Side, number>;
	sitter: Guest | null;
	/** Empty among the guests of honour or inside a wave: for others only when nothing else is left. */
	reserved: 'honour' | 'wave' | null;
};

export type Board = {
	layout: Layout;
	spots: Spot[];
	/** Null when there is no such seat. */
	at: (seat: Seat) => Spot | null;
	/** Usable or not, by honour. */
	floor: Spot[];
	stage: Spot[];
	sides: Side[];
};

/** Thousands of seats have few neighbours each: arrays of their length, and none of their own to begin with. */
const NOBODY: readonly Spot[] = [];

export function boardOf(hall: Hall, holds: Readonly<Record<string, Hold>>): Board {
	const layout = layoutOf(hall);
	const sides = layout.stage.steps.length ? [...new Set(layout.stage.steps)] : (['left', 'right'] as const);
	const [left, right] = [sides.includes('left'), sides.includes('right')];
	const half = layout.stage.width / 2;
	const spots = layout.places.map((place): Spot => {
		const usable = !place.out && !holds[place.key];
		const toSteps = (side: Side): number => {
			const across = place.x - (side === 'left' ? -half : half);
			return Math.round(Math.sqrt(across * across + place.y * place.y));
		};
		return {
			key: place.key,
			place,
			usable,
			open: usable && !place.wheelchair && !place.onStage,
			line: 0,
			honour: 0,
			strip: 0,
			prev: null,
			next: null,
			near: NOBODY,
			steps: {
				left: left ? toSteps('left') : Infinity,
				right: right ? toSteps('right') : Infinity
			},
			sitter: null,
			reserved: null
		};
	});
	let byKey: Map<string, Spot> | null = null;
	const rows = rowsBy(spots);
	for (const block of hall.blocks) join(block, rows.get(block.id) ?? []);
	const all = [...rows.values()].flat();
	return {
		layout,
		spots,
		at: (seat) => {
			byKey ??= new Map(spots.map((spot) => [spot.key, spot]));
			return byKey.get(seatKey(seat)) ?? null;
		},
		floor: honoured(all.filter((row) => row.spots[0]?.place.onStage === false)),
		stage: honoured(all.filter((row) => row.spots[0]?.place.onStage)),
		sides: [...sides]
	};
}

type Row = { number: number; spots: Spot[] };

function rowsBy(spots: Spot[]): Map<string, Row[]> {
	const blocks = new Map<string, Row[]>();
	for (const spot of spots) {
		const { block, row } = spot.place.seat;
		const rows = blocks.get(block) ?? [];
		if (!rows.length) blocks.set(block, rows);
		const last = rows.at(-1);
		if (last?.number === row) last.spots.push(spot);
		else rows.push({ number: row, spots: [spot] });
	}
	return blocks;
}

/** Lines from the stage backwards, in each from the middle of the hall outwards. */
function honoured(rows: Row[]): Spot[] {
	const placed = rows.map(({ spots }) => ({
		spots,
		depth: spots.reduce((sum, { place }) => sum + Math.abs(place.y), 0) / spots.length
	}));
	placed.sort((a, b) => a.depth - b.depth);
	const lines: Spot[][] = [];
	let start = -Infinity;
	for (const { spots, depth } of placed) {
		if (depth - start > ONE_LINE) {
			lines.push([]);
			start = depth;
		}
		lines.at(-1)?.push(...spots);
	}
	const all = lines.flatMap((line, at) => {
		for (const spot of line) spot.line = at;
		return outwards(line);
	});
	all.forEach((spot, at) => (spot.honour = at));
	return all;
}

/** Whole centimetres round a seat on the left and its mirror on the right apart by one: they are still a pair. */
const PAIR = 1;

function outwards(line: Spot[]): Spot[] {
	line.sort((a, b) => fromMiddle(a) - fromMiddle(b) || a.place.y - b.place.y || (a.key < b.key ? -1 : 1));
	const sign = HONOUR_SIDE === 'right' ? 1 : -1;
	const sorted: Spot[] = [];
	let equal: Spot[] = [];
	const close = (): void => void sorted.push(...equal.sort((a, b) => sign * (b.place.x - a.place.x)));
	for (const spot of line) {
		if (equal[0] && fromMiddle(spot) - fromMiddle(equal[0]) > PAIR) {
			close();
			equal = [];
		}
		equal.push(spot);
	}
	close();
	return sorted;
}

const fromMiddle = ({ place }: Spot): number => Math.abs(place.x);

/** Who sits beside whom, and before and behind whom. */
function join(block: Block, rows: Row[]): void {
	if (block.shape === 'roundTable') {
		for (const { spots } of rows) {
			link(spots);
			for (const spot of spots) spot.near = spots.filter((other) => other !== spot);
		}
		return;
	}
	const aisles = block.aisles ?? [];
	let before: { number: number; lead: number; spots: Spot[] } | null = null;
	for (const { number, spots } of rows) {
		const free = block.seatsPerRow - spots.length;
		const lead = block.align === 'left' ? 0 : block.align === 'right' ? free : free / 2;
		for (const spot of spots) {
			const column = lead + spot.place.seat.seat;
			for (const after of aisles) if (column > after) spot.strip++;
			if (before?.number !== number - 1) continue;
			// Rows of different lengths may stand half a seat apart: then two are in front.
			const at = column - before.lead;
			for (let seat = Math.floor(at); seat <= Math.ceil(at); seat++) {
				const ahead = before.spots[seat - 1];
				if (!ahead || ahead.strip !== spot.strip) continue;
				spot.near = [...spot.near, ahead];
				ahead.near = [...ahead.near, spot];
			}
		}
		link(spots);
		before = { number, lead, spots };
	}
}

function link(spots: Spot[]): void {
	let last: Spot | null = null;
	for (const spot of spots) {
		if (last?.strip === spot.strip) {
			last.next = spot;
			spot.prev = last;
		}
		last = spot;
	}
}

export function sit(guest: Guest, spot: Spot): void {
	if (guest.spot) leave(guest);
	guest.spot = spot;
	spot.sitter = guest;
}

export function leave(guest: Guest): void {
	if (guest.spot?.sitter === guest) guest.spot.sitter = null;
	guest.spot = null;
}

/** Gives the spot to somebody; who sat there by a lower rule has to look again. */
export function take(guest: Guest, spot: Spot): void {
	if (guest.spot === spot) return;
	if (spot.sitter) leave(spot.sitter);
	sit(guest, spot);
}

/** Maximal stretches of neighbouring spots that `fits` allows, in the board's order. */
export function runsOf(board: Board, fits: (spot: Spot) => boolean): Spot[][] {
	const runs: Spot[][] = [];
	for (const spot of board.spots) {
		if (!fits(spot) || (spot.prev && fits(spot.prev))) continue;
		const run: Spot[] = [];
		for (let at: Spot | null = spot; at && fits(at); at = at.next) run.push(at);
		runs.push(run);
	}
	return runs;
}
