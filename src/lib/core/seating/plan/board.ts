/**
 * Owns: the hall as the plan sees it: each seat with its neighbours, its place in the order of honour and its way to
 * the steps. Made anew for each plan; `sitter` and `spot` are its working memory and never leave it.
 */
import { seatKey, type Block, type Hall, type Seat, type Side } from '../hall';
import { layoutOf, type Place } from '../layout';
import type { Hold } from '../model';
import type { Why } from '../why';
import { honoured } from './honour';
import type { PlanPerson } from './input';

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
	/** Of its hall; see `wayToSteps`. */
	steps: Steps;
	sitter: Guest | null;
	/** Empty among the guests of honour or inside a wave: for others only when nothing else is left. */
	reserved: 'honour' | 'wave' | null;
};

/** Where the steps are, cm from the middle of the stage; null where there are none. */
export type Steps = Readonly<Record<Side, number | null>>;

export type Board = {
	spots: Spot[];
	/** Null when there is no such seat. */
	at: (seat: Seat) => Spot | null;
	/** Usable or not, by honour. */
	floor: Spot[];
	stage: Spot[];
	sides: Side[];
};

/** Thousands of seats have few neighbours each: arrays of just their length, and none of their own without any. */
const NOBODY: readonly Spot[] = [];

export function boardOf(hall: Hall, holds: Readonly<Record<string, Hold>>): Board {
	const layout = layoutOf(hall);
	const sides = layout.stage.steps.length ? [...new Set(layout.stage.steps)] : (['left', 'right'] as const);
	const half = layout.stage.width / 2;
	const steps: Steps = {
		left: sides.includes('left') ? -half : null,
		right: sides.includes('right') ? half : null
	};
	const spots = layout.places.map((place): Spot => {
		const usable = !place.out && !holds[place.key];
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
			steps,
			sitter: null,
			reserved: null
		};
	});
	let byKey: Map<string, Spot> | null = null;
	const rows = rowsBy(spots);
	for (const block of hall.blocks) join(block, rows.get(block.id) ?? []);
	const all = [...rows.values()].flat();
	return {
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

/** cm from a seat; infinite where there are no steps on that side. */
export function wayToSteps({ place, steps }: Spot, side: Side): number {
	const at = steps[side];
	if (at === null) return Infinity;
	const across = place.x - at;
	return Math.round(Math.sqrt(across * across + place.y * place.y));
}

export type Row = { number: number; spots: Spot[] };

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
	const leadOf = ({ spots }: Row): number => {
		const free = block.seatsPerRow - spots.length;
		return block.align === 'left' ? 0 : block.align === 'right' ? free : free / 2;
	};
	for (const row of rows) {
		const lead = leadOf(row);
		for (const spot of row.spots)
			for (const after of aisles) if (lead + spot.place.seat.seat > after) spot.strip++;
		link(row.spots);
	}
	const near: Spot[] = [];
	rows.forEach((row, index) => {
		const lead = leadOf(row);
		const beside = [rows[index - 1], rows[index + 1]].filter(
			(other) => other && Math.abs(other.number - row.number) === 1
		);
		const leads = beside.map((other) => (other ? leadOf(other) : 0));
		for (const spot of row.spots) {
			near.length = 0;
			beside.forEach((other, way) => {
				// Rows of different lengths may stand half a seat apart: then two are in front.
				const at = lead + spot.place.seat.seat - (leads[way] ?? 0);
				for (let seat = Math.floor(at); seat <= Math.ceil(at); seat++) {
					const one = other?.spots[seat - 1];
					if (one?.strip === spot.strip) near.push(one);
				}
			});
			if (near.length) spot.near = near.slice();
		}
	});
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
