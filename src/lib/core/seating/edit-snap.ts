/** Owns: where a dragged part comes to rest, and what on a drawing looks wrong. Neither forbids anything. */
import { type Part, placeOf } from './edit';
import type { Hall } from './hall';
import { layoutOf, type Outline } from './layout';

export const GRID = 10;
/** How near an edge pulls, cm. */
const PULL = 18;

type Point = { x: number; y: number };
type Box = { left: number; right: number; top: number; bottom: number };
export type Snapped = Point & {
	/** Lines it came to rest on, for the drawing. */
	guideX: number | null;
	guideY: number | null;
};

const boxOf = (corners: readonly Point[]): Box => ({
	left: Math.min(...corners.map((c) => c.x)),
	right: Math.max(...corners.map((c) => c.x)),
	top: Math.min(...corners.map((c) => c.y)),
	bottom: Math.max(...corners.map((c) => c.y))
});

/** The box a part takes on the drawing, null for one that is not there. */
export function partBox(hall: Hall, part: Part): Box | null {
	const { outlines, stage } = layoutOf(hall);
	if (part.kind === 'stage')
		return { left: stage.x, right: stage.x + stage.width, top: stage.y, bottom: stage.y + stage.depth };
	if (part.kind === 'block') {
		const outline = outlines.find((o) => o.block.id === part.id);
		return outline ? boxOf(outline.corners) : null;
	}
	if (part.kind === 'door') {
		const door = hall.doors?.[part.at];
		return door ? { left: door.x, right: door.x, top: door.y, bottom: door.y } : null;
	}
	const one = hall.passages?.[part.at];
	return one ? { left: one.x, right: one.x + one.width, top: one.y, bottom: one.y + one.depth } : null;
}

/** The place nearest to `to` on the grid of 10 cm, or edge to edge or middle to middle with a neighbour close by. */
export function snapped(hall: Hall, part: Part, to: Point): Snapped {
	const [box, from] = [partBox(hall, part), placeOf(hall, part)];
	if (!box || !from) return { ...to, guideX: null, guideY: null };
	const others = neighbours(hall, part);
	const mine = { x: [box.left, (box.left + box.right) / 2, box.right], y: [box.top, box.bottom] };
	const x = pulled(
		to.x,
		mine.x.map((edge) => edge - from.x),
		[0, ...others.flatMap((o) => [o.left, (o.left + o.right) / 2, o.right])]
	);
	const y = pulled(
		to.y,
		mine.y.map((edge) => edge - from.y),
		others.flatMap((o) => [o.top, o.bottom])
	);
	return { x: x.value, y: y.value, guideX: x.guide, guideY: y.guide };
}

function pulled(to: number, edges: number[], lines: number[]): { value: number; guide: number | null } {
	let best = { value: Math.round(to / GRID) * GRID, guide: null as number | null };
	let nearest = PULL;
	for (const edge of edges)
		for (const line of lines) {
			const off = Math.abs(line - edge - to);
			if (off >= nearest) continue;
			nearest = off;
			best = { value: Math.round(line - edge), guide: line };
		}
	return best;
}

function neighbours(hall: Hall, part: Part): Box[] {
	const { outlines } = layoutOf(hall);
	const passages = (hall.passages ?? []).map((_, at) => ({ kind: 'passage' as const, at }));
	return [
		...outlines.filter((o) => part.kind !== 'block' || o.block.id !== part.id).map((o) => boxOf(o.corners)),
		...passages
			.filter((one) => part.kind !== 'passage' || one.at !== part.at)
			.flatMap((one) => partBox(hall, one) ?? []),
		...[partBox(hall, { kind: 'stage' })].flatMap((box) => box ?? [])
	];
}

/** What a person should look at again; a hall with warnings can be saved, one with a fault is refused. */
export type HallWarning =
	| { code: 'overlap'; params: { block: string; other: string } }
	| { code: 'onStage'; params: { block: string } }
	| { code: 'offStage'; params: { block: string } }
	| { code: 'noSteps'; params: Record<string, never> }
	| { code: 'noName'; params: Record<string, never> };

export function warningsOf(hall: Hall): HallWarning[] {
	const { outlines, stage } = layoutOf(hall);
	const board = corners({
		left: stage.x,
		right: stage.x + stage.width,
		top: stage.y,
		bottom: stage.y + stage.depth
	});
	const warnings: HallWarning[] = [];
	outlines.forEach((one, at) => {
		for (const other of outlines.slice(at + 1))
			if (overlap(one.corners, other.corners))
				warnings.push({ code: 'overlap', params: { block: one.block.name, other: other.block.name } });
		warnings.push(...atStage(one, board));
	});
	if (stage.steps.length === 0) warnings.push({ code: 'noSteps', params: {} });
	if (hall.blocks.some((block) => block.name.trim() === '')) warnings.push({ code: 'noName', params: {} });
	return warnings;
}

function atStage({ block, corners: edge }: Outline, board: Point[]): HallWarning[] {
	const params = { block: block.name };
	if (block.place !== 'stage')
		// Behind the stage's front edge nobody of the audience sits, beside the stage as little as on it.
		return overlap(edge, board) || edge.every((c) => c.y < 0) ? [{ code: 'onStage', params }] : [];
	const [all, box] = [boxOf(board), boxOf(edge)];
	const inside =
		box.left >= all.left - SLACK &&
		box.right <= all.right + SLACK &&
		box.top >= all.top - SLACK &&
		box.bottom <= all.bottom + SLACK;
	return inside ? [] : [{ code: 'offStage', params }];
}

const corners = (box: Box): Point[] => [
	{ x: box.left, y: box.top },
	{ x: box.right, y: box.top },
	{ x: box.right, y: box.bottom },
	{ x: box.left, y: box.bottom }
];

/** Touching edges, and a hand's breadth of rounding, are not an overlap. */
const SLACK = 6;

/** Two convex shapes are apart when some edge's direction shows a gap between their shadows. */
function overlap(a: readonly Point[], b: readonly Point[]): boolean {
	for (const shape of [a, b])
		for (const [at, p] of shape.entries()) {
			const q = shape[(at + 1) % shape.length] ?? p;
			const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
			const normal = { x: -(q.y - p.y) / length, y: (q.x - p.x) / length };
			const [one, two] = [shadow(a, normal), shadow(b, normal)];
			if (one.most - SLACK <= two.least || two.most - SLACK <= one.least) return false;
		}
	return true;
}

function shadow(shape: readonly Point[], on: Point): { least: number; most: number } {
	const along = shape.map((p) => p.x * on.x + p.y * on.y);
	return { least: Math.min(...along), most: Math.max(...along) };
}

/** Seats that count: all, those out of use, those kept for a wheelchair. */
export function countsOf(hall: Hall): { seats: number; out: number; wheelchair: number } {
	const { places } = layoutOf(hall);
	return {
		seats: places.length,
		out: places.filter((place) => place.out).length,
		wheelchair: places.filter((place) => place.wheelchair).length
	};
}
