/**
 * Owns: where each seat of a hall stands and what is printed on it. The one place that knows pitches, aisles, turned
 * blocks and tables; maps, plan and papers all read this.
 */
import { isOut, placeKey, seatKey, seatsOfRow, type Block, type Hall, type Seat, type Stage } from './hall';

export type Place = {
	key: string;
	seat: Seat;
	/** Middle of the seat, cm, in the hall's own axes (see `hall.ts`). */
	x: number;
	y: number;
	/** As printed: "3" or "C", and "12". */
	rowLabel: string;
	seatLabel: string;
	/** Nobody may be given it. */
	out: boolean;
	wheelchair: boolean;
	/** One can step out without passing anybody. */
	aisle: boolean;
	onStage: boolean;
};

export type Outline = {
	block: Block;
	/** Corners, clockwise from the front left. */
	corners: { x: number; y: number }[];
	/** Middle of the block, for its name. */
	x: number;
	y: number;
};

export type Layout = {
	hall: Hall;
	stage: Stage & { x: number; y: number };
	outlines: Outline[];
	/** Block by block, row by row from the front, seat by seat from the left. */
	places: Place[];
	byKey: ReadonlyMap<string, Place>;
	/** What the drawing needs, with a margin. */
	bounds: { left: number; top: number; right: number; bottom: number };
};

export const SEAT_PITCH = 55;
export const ROW_PITCH = 90;
const AISLE = 110;
const FRONT = 220;
const MARGIN = 120;
const DEFAULT_STAGE: Stage = { width: 800, depth: 400, podium: 'left', steps: ['left', 'right'] };

/** Always the same for the same hall; seats are computed once a hall. */
export function layoutOf(hall: Hall): Layout {
	const known = made.get(hall);
	if (known) return known;
	const layout = lay(hall);
	made.set(hall, layout);
	return layout;
}
/** A hall is never changed in place, so its layout is a property of the object; nothing is kept beyond it. */
const made = new WeakMap<Hall, Layout>();

function lay(hall: Hall): Layout {
	const blocks = arranged(hall.blocks);
	const floor = blocks.filter((b) => b.block.place !== 'stage');
	const widest = floor.length ? Math.max(...floor.map((b) => Math.abs(b.x) + widthOf(b.block) / 2)) : 0;
	const stage = { ...(hall.stage ?? { ...DEFAULT_STAGE, width: Math.max(DEFAULT_STAGE.width, widest) }) };
	const places = blocks.flatMap(placesOf);
	const outlines = blocks.map(outlineOf);
	const xs = [-stage.width / 2, stage.width / 2, ...outlines.flatMap((o) => o.corners.map((c) => c.x))];
	const ys = [-stage.depth, 0, ...outlines.flatMap((o) => o.corners.map((c) => c.y))];
	for (const door of hall.doors ?? []) {
		// Its name stands around it.
		xs.push(door.x - DOOR_NAME, door.x + DOOR_NAME);
		ys.push(door.y);
	}
	for (const p of hall.passages ?? []) {
		xs.push(p.x, p.x + p.width);
		ys.push(p.y, p.y + p.depth);
	}
	return {
		hall,
		stage: { ...stage, x: -stage.width / 2, y: -stage.depth },
		outlines,
		places,
		byKey: new Map(places.map((place) => [place.key, place])),
		bounds: {
			left: least(xs) - MARGIN,
			top: least(ys) - MARGIN,
			right: most(xs) + MARGIN,
			bottom: most(ys) + MARGIN
		}
	};
}

/** Half of what a door's name takes on a map, cm. */
const DOOR_NAME = 110;

/** Spreading thousands of numbers into `Math.min` would overflow the stack. */
const least = (numbers: number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const most = (numbers: number[]): number => numbers.reduce((a, b) => Math.max(a, b), -Infinity);

type Standing = { block: Block; x: number; y: number };

/** Blocks without a place of their own stand side by side in their order, with an aisle between. */
function arranged(blocks: Block[]): Standing[] {
	const loose = blocks.filter((b) => b.x === undefined && b.place !== 'stage');
	const total = loose.reduce((sum, b) => sum + widthOf(b) + AISLE, -AISLE);
	let left = -total / 2;
	return blocks.map((block) => {
		if (block.x !== undefined || block.place === 'stage')
			return { block, x: block.x ?? 0, y: block.y ?? (block.place === 'stage' ? -150 : FRONT) };
		const width = widthOf(block);
		const x = left + width / 2;
		left += width + AISLE;
		return { block, x, y: block.y ?? FRONT };
	});
}

const pitchOf = (block: Block): number => block.seatPitch ?? SEAT_PITCH;

/** Of a round table the width over the chairs: circumference by pitch, and half a chair on each side. */
export function widthOf(block: Block): number {
	if (block.shape === 'roundTable')
		return Math.max(120, (block.seatsPerRow * pitchOf(block)) / Math.PI) + pitchOf(block);
	return block.seatsPerRow * pitchOf(block) + (block.aisles?.length ?? 0) * AISLE;
}

export function depthOf(block: Block): number {
	if (block.shape === 'roundTable') return widthOf(block);
	return block.rows * (block.rowPitch ?? ROW_PITCH);
}

function placesOf({ block, x, y }: Standing): Place[] {
	const places: Place[] = [];
	const turn = turner(block, x, y);
	for (let row = 1; row <= block.rows; row++) {
		const count = seatsOfRow(block, row);
		const before = lead(block, count);
		for (let seat = 1; seat <= count; seat++) {
			const at = { block: block.id, row, seat };
			const local = block.shape === 'roundTable' ? round(block, seat) : straight(block, row, before + seat);
			places.push({
				key: seatKey(at),
				seat: at,
				...turn(local.x, local.y),
				rowLabel: rowLabel(block, row),
				seatLabel: String(seatLabel(block, seat, count)),
				out: isOut(block, row, seat),
				wheelchair: block.wheelchair?.includes(placeKey(row, seat)) ?? false,
				aisle: isAisle(block, before, seat, count),
				onStage: block.place === 'stage'
			});
		}
	}
	return places;
}

/** Columns of the longest row that stand free to the left of a shorter one. */
function lead(block: Block, count: number): number {
	const free = block.seatsPerRow - count;
	if (block.align === 'left') return 0;
	return block.align === 'right' ? free : free / 2;
}

/** From the middle of the front edge. A centred short row may stand half a seat off the columns; aisles still part it. */
function straight(block: Block, row: number, column: number): { x: number; y: number } {
	const passed = (block.aisles ?? []).filter((after) => column > after).length;
	return {
		x: (column - 0.5) * pitchOf(block) + passed * AISLE - widthOf(block) / 2,
		y: (row - 0.5) * (block.rowPitch ?? ROW_PITCH)
	};
}

/** Seat 1 faces the stage over the table, the others follow clockwise. */
function round(block: Block, seat: number): { x: number; y: number } {
	const radius = (widthOf(block) - pitchOf(block)) / 2;
	const angle = ((seat - 1) / block.seatsPerRow) * 2 * Math.PI;
	return {
		x: -Math.sin(angle) * radius,
		y: widthOf(block) / 2 + Math.cos(angle) * radius
	};
}

function turner(block: Block, x: number, y: number): (dx: number, dy: number) => { x: number; y: number } {
	const angle = ((block.turn ?? 0) * Math.PI) / 180;
	const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
	return (dx, dy) => ({ x: Math.round(x + dx * cos - dy * sin), y: Math.round(y + dx * sin + dy * cos) });
}

function outlineOf({ block, x, y }: Standing): Outline {
	const turn = turner(block, x, y);
	const [half, depth] = [widthOf(block) / 2, depthOf(block)];
	return {
		block,
		corners: [turn(-half, 0), turn(half, 0), turn(half, depth), turn(-half, depth)],
		...turn(0, depth / 2)
	};
}

function isAisle(block: Block, before: number, seat: number, count: number): boolean {
	if (block.shape === 'roundTable') return true;
	const column = before + seat;
	if (block.aisles?.some((after) => Math.abs(column - 0.5 - after) < 1)) return true;
	if (seat === 1 && !block.walls?.includes('left')) return true;
	return seat === count && !block.walls?.includes('right');
}

/** Letters leave out none: A … Z, AA, AB …, as the plates one can buy do. */
export function rowLabel(block: Block, row: number): string {
	const count = (block.firstRow ?? 1) + row - 1;
	return block.rowNames === 'letters' ? letters(count) : String(count);
}

function letters(count: number): string {
	let rest = count;
	let text = '';
	while (rest > 0) {
		text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
		rest = Math.floor((rest - 1) / 26);
	}
	return text || '0';
}

/** The number on a seat that is the `seat`-th from the left of a row of `count`. */
export function seatLabel(block: Block, seat: number, count: number): number {
	const first = block.firstSeat ?? 1;
	if (block.numbered === 'right') return first + count - seat;
	if (block.numbered !== 'centre') return first + seat - 1;
	// Odd to the left of the middle, even to the right, smallest in the middle.
	const leftOnes = Math.ceil(count / 2);
	return first - 1 + (seat <= leftOnes ? 2 * (leftOnes - seat) + 1 : 2 * (seat - leftOnes));
}
