/**
 * Owns: how somebody finds their seat: a small map of plain numbers and the words' parts. A page that shows it needs
 * no geometry of its own; the guests' phones get it ready made.
 */
import type { Block, Hall, Seat, Side } from './hall';
import { seatKey } from './hall';
import { layoutOf, SEAT_PITCH, widthOf, type Layout, type Outline, type Place } from './layout';
import { cornersOf, pathTo, type Point, type Shape } from './way-path';

/** Decimetres, so that a map is a handful of short numbers. */
type Xy = [x: number, y: number];
type Rect = [left: number, top: number, width: number, depth: number];

/** By which aisle one comes to the row, as seen facing the stage. */
export type Aisle =
	| { at: 'middle' }
	| { at: 'between'; blocks: [string, string] }
	/** An aisle that parts the block itself. */
	| { at: 'inside'; block: string }
	| { at: Side; block: string };

export type Way = {
	box: Rect;
	stage: Rect;
	/** Corners as an SVG polygon has them. */
	blocks: { name: string; colour: string; points: string }[];
	/** Index of the seat's own block. */
	own: number;
	doors: { name: string; at: Xy }[];
	/** Index of the door to come in by; null where none is drawn. */
	door: number | null;
	/** Its name, drawn or only said; '' where nobody said. */
	doorName: string;
	/** First and last seat of the row, or of its part between two aisles. */
	row: [Xy, Xy];
	seat: Xy;
	/** Door → aisle → row → seat, as an SVG polyline has it; null where no door is drawn or no way is free. */
	path: string | null;
	aisle: Aisle | null;
	/** On which hand the row lies for somebody who comes along that way. */
	hand: Side | null;
	/** By which steps one goes up to a seat on the stage. */
	steps: Side | null;
};

/** A wall or another block is at least this far, or nobody gets through. */
const NARROW = 30;
const OUTSIDE = 60;
const STEPS = { beside: 40, y: -100 };
const MIDDLE = 90;
/** Blocks further apart do not make an aisle. */
const AISLE_AT_MOST = 500;

/** @returns null for a seat that is not drawn. The same object for the same hall and seat. */
export function wayTo(hall: Hall | null, seat: Seat): Way | null {
	if (!hall) return null;
	const ways = made.get(hall) ?? new Map<string, Way | null>();
	made.set(hall, ways);
	const key = seatKey(seat);
	let way = ways.get(key);
	if (way === undefined) ways.set(key, (way = find(hall, key)));
	return way;
}
/** A hall is never changed in place; hundreds of pages ask for their way at every commit. */
const made = new WeakMap<Hall, Map<string, Way | null>>();

function find(hall: Hall, key: string): Way | null {
	const layout = layoutOf(hall);
	const place = layout.byKey.get(key);
	const own = layout.outlines.findIndex((o) => o.block.id === place?.seat.block);
	const outline = layout.outlines[own];
	if (!place || !outline) return null;
	const { bounds, stage } = layout;
	const doors = hall.doors ?? [];
	const door = doorOf(hall, outline);
	const span = spanOf(layout, outline, place);
	const found = door === null ? null : routed(layout, outline, place, doors[door] ?? place);
	return {
		box: rect(bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top),
		stage: rect(stage.x, stage.y, stage.width, stage.depth),
		blocks: layout.outlines.map(({ block, corners }) => ({
			name: block.name,
			colour: block.colour,
			points: joined(corners)
		})),
		own,
		doors: doors.map(({ name, x, y }) => ({ name, at: xy({ x, y }) })),
		door,
		doorName: (door === null ? undefined : doors[door]?.name) ?? outline.block.door,
		row: [xy(span.seats[0] ?? place), xy(span.seats.at(-1) ?? place)],
		seat: xy(place),
		path: found && joined(found.points),
		aisle: found?.aisle ?? null,
		hand: found?.hand ?? null,
		steps: found?.steps ?? null
	};
}

const dm = (cm: number): number => Math.round(cm / 10);
const xy = ({ x, y }: Point): Xy => [dm(x), dm(y)];
const rect = (...cm: Rect): Rect => [dm(cm[0]), dm(cm[1]), dm(cm[2]), dm(cm[3])];
const joined = (points: readonly Point[]): string => points.map((p) => xy(p).join()).join(' ');

/** The block's own, or the nearest that is drawn. */
function doorOf(hall: Hall, { block, x, y }: Outline): number | null {
	const doors = hall.doors ?? [];
	const named = doors.findIndex((door) => door.name === block.door);
	if (named >= 0) return named;
	let best: number | null = null;
	let least = Infinity;
	for (const [at, door] of doors.entries()) {
		const far = Math.hypot(door.x - x, door.y - y);
		if (far < least) [best, least] = [at, far];
	}
	return best;
}

type Span = { seats: Place[]; first: boolean; last: boolean };

/** The seats of the row that no aisle parts from this one. */
function spanOf(layout: Layout, { block }: Outline, place: Place): Span {
	const row = layout.places.filter((p) => p.seat.block === block.id && p.seat.row === place.seat.row);
	if (block.shape === 'roundTable') return { seats: [place], first: true, last: true };
	const aside = 1.4 * (block.seatPitch ?? SEAT_PITCH);
	const parts: Place[][] = [];
	for (const seat of row) {
		const before = parts.at(-1)?.at(-1);
		if (before && Math.hypot(seat.x - before.x, seat.y - before.y) < aside) parts.at(-1)?.push(seat);
		else parts.push([seat]);
	}
	const at = parts.findIndex((part) => part.includes(place));
	return { seats: parts[at] ?? [place], first: at === 0, last: at === parts.length - 1 };
}

/** A block's seats as shapes: one, or one on each side of every aisle in it. Nothing on the stage stands in the way. */
function shapesOf({ outlines, stage }: Layout): Shape[] {
	const floor = outlines.filter(({ block }) => block.place !== 'stage');
	const front = [
		{ x: stage.x, y: stage.y },
		{ x: stage.x + stage.width, y: stage.y },
		{ x: stage.x + stage.width, y: 0 },
		{ x: stage.x, y: 0 }
	];
	return [front, ...floor.flatMap(partsOf)];
}

function partsOf({ block, corners }: Outline): Shape[] {
	const [frontLeft, frontRight, , backLeft] = corners;
	const aisles = block.shape === 'roundTable' ? [] : [...(block.aisles ?? [])].sort((a, b) => a - b);
	if (!frontLeft || !frontRight || !backLeft || aisles.length === 0) return [corners];
	const width = widthOf(block);
	const pitch = block.seatPitch ?? SEAT_PITCH;
	const aisle = (width - block.seatsPerRow * pitch) / aisles.length;
	const along = (cm: number, from: Point): Point => ({
		x: from.x + ((frontRight.x - frontLeft.x) * cm) / width,
		y: from.y + ((frontRight.y - frontLeft.y) * cm) / width
	});
	const cuts = [0, ...aisles, block.seatsPerRow];
	return cuts.slice(1).map((cut, at) => {
		const [left, right] = [(cuts[at] ?? 0) * pitch + at * aisle, cut * pitch + at * aisle];
		return [along(left, frontLeft), along(right, frontLeft), along(right, backLeft), along(left, backLeft)];
	});
}

type Goal = Point & { more: number; via: Point[]; aisle: Aisle | null; steps: Side | null };
type Routed = { points: Point[]; aisle: Aisle | null; hand: Side | null; steps: Side | null };

function routed(layout: Layout, outline: Outline, place: Place, door: Point): Routed | null {
	const shapes = shapesOf(layout);
	const goals = place.onStage ? stepsOf(layout, place) : rowEnds(layout, outline, place, shapes);
	const found = pathTo({ x: door.x, y: door.y }, goals, shapes);
	const goal = found && goals[found.goal];
	if (!found || !goal) return null;
	const points = cornersOf([...found.points, ...goal.via, { x: place.x, y: place.y }]);
	return { points, aisle: goal.aisle, hand: place.onStage ? null : handOf(points), steps: goal.steps };
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Where recipients go up, too: at the ends of the stage, near its front. */
function stepsOf({ stage }: Layout, place: Place): Goal[] {
	return stage.steps.map((side) => {
		const x = (side === 'left' ? -1 : 1) * (stage.width / 2 + STEPS.beside);
		const up = { x, y: place.y };
		return { x, y: STEPS.y, more: apart(up, place), via: [up], aisle: null, steps: side };
	});
}

/** Where one can step into the row: at an aisle or beside the block, not at a wall nor where something stands. */
function rowEnds(layout: Layout, outline: Outline, place: Place, shapes: readonly Shape[]): Goal[] {
	const { block, corners } = outline;
	const [frontLeft, frontRight] = corners;
	if (!frontLeft || !frontRight) return [];
	const width = apart(frontLeft, frontRight) || 1;
	const along = { x: (frontRight.x - frontLeft.x) / width, y: (frontRight.y - frontLeft.y) / width };
	const into = (p: Point): number => (p.x - frontLeft.x) * along.x + (p.y - frontLeft.y) * along.y;
	const own = partsOf(outline).map((part) => [into(part[0] ?? place), into(part[1] ?? place)] as const);
	const here = into(place);
	const part = own.find(([from, to]) => here >= from && here <= to) ?? [0, width];
	const span = spanOf(layout, outline, place);
	const ends = (['left', 'right'] as const).map((side): Goal | null => {
		const edge = side === 'left' ? part[0] : part[1];
		const outer = side === 'left' ? span.first : span.last;
		if (outer && block.walls?.includes(side)) return null;
		const sign = side === 'left' ? -1 : 1;
		const out = (cm: number): Point => ({
			x: place.x + (edge + sign * cm - here) * along.x,
			y: place.y + (edge + sign * cm - here) * along.y
		});
		const room = freeFrom(out, shapes);
		if (room < NARROW) return null;
		const end = out(Math.min(room / 2, OUTSIDE));
		const aisle = outer
			? aisleAt(layout, block, side, out, end)
			: ({ at: 'inside', block: block.name } as const);
		return {
			x: Math.round(end.x),
			y: Math.round(end.y),
			more: apart(end, place),
			via: [],
			aisle,
			steps: null
		};
	});
	return ends.flatMap((end) => end ?? []);
}

/** cm until something stands there, looked at in steps of a hand's breadth. */
function freeFrom(out: (cm: number) => Point, shapes: readonly Shape[]): number {
	for (let cm = 10; cm <= 2 * OUTSIDE; cm += 10)
		if (shapes.some((shape) => holds(shape, out(cm)))) return cm - 10;
	return 2 * OUTSIDE;
}

function holds(shape: Shape, p: Point): boolean {
	let sign = 0;
	for (const [at, a] of shape.entries()) {
		const b = shape[(at + 1) % shape.length] ?? a;
		const turn = Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
		if (turn === 0) continue;
		if (sign !== 0 && turn !== sign) return false;
		sign = turn;
	}
	return true;
}

function aisleAt(layout: Layout, block: Block, side: Side, out: (cm: number) => Point, end: Point): Aisle {
	let other: string | null = null;
	for (let cm = 20; cm <= AISLE_AT_MOST && other === null; cm += 20) {
		const across = layout.outlines.find(
			(o) => o.block.id !== block.id && o.block.place !== 'stage' && holds(o.corners, out(cm))
		);
		other = across?.block.name ?? null;
	}
	if (other === null) return { at: side, block: block.name };
	if (Math.abs(end.x) < MIDDLE) return { at: 'middle' };
	return { at: 'between', blocks: side === 'left' ? [other, block.name] : [block.name, other] };
}

/** The last turn of the way, into the row. */
function handOf(points: readonly Point[]): Side | null {
	const [a, b, c] = points.slice(-3);
	if (!a || !b || !c) return null;
	const turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
	return turn === 0 ? null : turn > 0 ? 'right' : 'left';
}
