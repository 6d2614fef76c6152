/**
 * Owns: where the names of doors stand on the small map of a seat: beside their door and on nothing else. Where the
 * hall leaves no room between its blocks and the edge, the map grows outwards by the name.
 */
import type { Way } from '../../core/seating/way';

type Box = { left: number; top: number; right: number; bottom: number };
export type DoorLabel = {
	x: number;
	y: number;
	anchor: 'start' | 'middle' | 'end';
	text: string;
	mine: boolean;
};
export type WayDrawing = {
	/** viewBox: left, top, width, depth. */
	box: [number, number, number, number];
	/** A hundredth of the hall's width; letters and lines are measured in it. */
	unit: number;
	labels: DoorLabel[];
};

/** Doors beyond the fourth are only marks: their names would lie on each other. */
const NAMED = 4;
/** In units: height of the letters, half a door's mark, and the space around it. */
export const DOOR_LETTERS = 4.6;
export const DOOR_HALF = 2.4;
const GAP = 1.2;
/** So far the map grows for a name that would stand better a little outside. */
const GROW = 4;
/** Width of a bold letter, as a share of its height; measured on the longest names of doors. */
const LETTER = 0.6;

export function drawingOf(way: Way): WayDrawing {
	const [left, top, width, depth] = way.box;
	const unit = Math.max(width, depth * 0.9) / 100;
	const hall: Box = { left, top, right: left + width, bottom: top + depth };
	const [x, y, across, deep] = way.stage;
	const solid: Box[] = [
		{ left: x, top: y, right: x + across, bottom: y + deep },
		...way.blocks.map(({ points }) => around(points)),
		...way.doors.map(({ at: [dx, dy] }) => square(dx, dy, DOOR_HALF * unit)),
		square(way.seat[0], way.seat[1], DOOR_HALF * unit)
	];
	const line = legsOf(way.path, unit);
	const frame = { ...hall };
	const labels: DoorLabel[] = [];
	way.doors.forEach((door, at) => {
		const mine = at === way.door;
		if (!mine && way.doors.length > NAMED) return;
		const { label, box } = place(door.name, door.at, unit, hall, solid, line);
		labels.push({ ...label, mine });
		solid.push(box);
		frame.left = Math.min(frame.left, box.left);
		frame.right = Math.max(frame.right, box.right);
		frame.top = Math.min(frame.top, box.top);
		frame.bottom = Math.max(frame.bottom, box.bottom);
	});
	const round = (value: number): number => Math.round(value * 10) / 10;
	const size: WayDrawing['box'] = [frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top];
	return { box: [round(size[0]), round(size[1]), round(size[2]), round(size[3])], unit, labels };
}

type Placed = { label: Omit<DoorLabel, 'mine'>; box: Box };

/** The first place that covers nothing, if possible not the way either; else the outer side, beyond the map. */
function place(
	text: string,
	[x, y]: readonly [number, number],
	unit: number,
	hall: Box,
	solid: readonly Box[],
	line: readonly Box[]
): Placed {
	const width = text.length * LETTER * DOOR_LETTERS * unit;
	const half = (DOOR_LETTERS / 2 + 0.4) * unit;
	const away = (DOOR_HALF + GAP) * unit;
	const at = (cx: number, cy: number, anchor: DoorLabel['anchor']): Placed => {
		const from = anchor === 'start' ? cx : anchor === 'end' ? cx - width : cx - width / 2;
		return {
			label: { x: cx, y: cy, anchor, text },
			box: { left: from, top: cy - half, right: from + width, bottom: cy + half }
		};
	};
	const inner = Math.min(Math.max(x, hall.left + width / 2), hall.right - width / 2);
	const [below, above] = [y + away + half, y - away - half];
	const tries = [
		at(x, below, 'middle'),
		at(x, above, 'middle'),
		at(inner, below, 'middle'),
		at(inner, above, 'middle'),
		at(x + away, y, 'start'),
		at(x - away, y, 'end')
	];
	const room = {
		left: hall.left - GROW * unit,
		top: hall.top - GROW * unit,
		right: hall.right + GROW * unit,
		bottom: hall.bottom + GROW * unit
	};
	const fits = ({ box }: Placed): boolean => inside(box, room) && !solid.some((one) => overlap(one, box));
	const clear = ({ box }: Placed): boolean => !line.some((one) => overlap(one, box));
	const found = tries.find((one) => fits(one) && clear(one)) ?? tries.find(fits);
	if (found) return found;
	const outwards =
		y > hall.bottom - (hall.bottom - hall.top) * 0.12
			? at(inner, below, 'middle')
			: x < (hall.left + hall.right) / 2
				? at(x - away, y, 'end')
				: at(x + away, y, 'start');
	return outwards;
}

const square = (x: number, y: number, half: number): Box => ({
	left: x - half,
	top: y - half,
	right: x + half,
	bottom: y + half
});

function around(points: string): Box {
	const corners = points.split(' ').map((point) => point.split(',').map(Number));
	const of = (axis: number): number[] => corners.map((corner) => corner[axis] ?? 0);
	const [xs, ys] = [of(0), of(1)];
	return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The way's legs, as wide as they are drawn. */
function legsOf(path: string | null, unit: number): Box[] {
	const corners = (path ?? '').split(' ').map((point) => point.split(',').map(Number));
	return corners.slice(1).map(([x = 0, y = 0], at) => {
		const [fromX = 0, fromY = 0] = corners[at] ?? [];
		return {
			left: Math.min(x, fromX) - unit,
			right: Math.max(x, fromX) + unit,
			top: Math.min(y, fromY) - unit,
			bottom: Math.max(y, fromY) + unit
		};
	});
}

const inside = (box: Box, frame: Box): boolean =>
	box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
