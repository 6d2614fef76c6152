/**
 * Owns: a way on foot through the hall that crosses no seats and no stage: along the axes, in the middle of what is
 * free, with as few turns as can be. Lengths are centimetres, axes as in `hall.ts`.
 */

export type Point = { x: number; y: number };
/** Corners of a convex shape that nobody walks through, in order. */
export type Shape = readonly Point[];

/** As wide as a person with room on both sides. */
const BESIDE = 45;
/** A turn is worth a detour of this much: people remember turns, not metres. */
const TURN = 200;
/** Lines nearer to each other than this are one. */
const SAME = 6;
const GRAZE = 1;
/** Beyond this a hall is a maze; no way is drawn rather than a page that waits. */
const MOST_LINES = 160;

/**
 * @param goals where the way may end; `more` is what is still to walk from there
 * @returns the corners of the shortest way and the goal it came to, or null when there is none
 */
export function pathTo(
	from: Point,
	goals: readonly (Point & { more: number })[],
	shapes: readonly Shape[]
): { points: Point[]; goal: number } | null {
	if (goals.length === 0) return null;
	const boxes = shapes.map(boxOf);
	const ends = [from, ...goals];
	const xs = lines(
		[...ends.map((p) => p.x), ...free(boxes.map((b) => [b.left, b.right]))],
		ends.map((p) => p.x)
	);
	const ys = lines(
		[...ends.map((p) => p.y), ...free(boxes.map((b) => [b.top, b.bottom]))],
		ends.map((p) => p.y)
	);
	if (xs.length > MOST_LINES || ys.length > MOST_LINES) return null;
	const barred = (a: Point, b: Point): boolean =>
		shapes.some((shape, at) => near(boxes[at], a, b) && crosses(shape, a, b));
	return walk(from, goals, xs, ys, barred);
}

type Box = { left: number; right: number; top: number; bottom: number };

function boxOf(shape: Shape): Box {
	const [xs, ys] = [shape.map((p) => p.x), shape.map((p) => p.y)];
	return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Beside every edge, and in the middle between two that face each other. */
function free(spans: readonly (readonly [number, number])[]): number[] {
	const found = spans.flatMap(([low, high]) => [low - BESIDE, high + BESIDE]);
	for (const [, high] of spans)
		for (const [low] of spans) if (low > high && low - high < 4 * BESIDE) found.push((low + high) / 2);
	return found;
}

/** Sorted, without those that are almost another; what must be met exactly stays. */
function lines(values: readonly number[], exact: readonly number[]): number[] {
	const kept = [...new Set(exact)];
	for (const value of values) if (!kept.some((one) => Math.abs(one - value) < SAME)) kept.push(value);
	return kept.sort((a, b) => a - b);
}

const near = (box: Box | undefined, a: Point, b: Point): boolean =>
	box !== undefined &&
	Math.max(a.x, b.x) > box.left &&
	Math.min(a.x, b.x) < box.right &&
	Math.max(a.y, b.y) > box.top &&
	Math.min(a.y, b.y) < box.bottom;

/** Does the line lie inside the shape for more than a touch? Cut by each edge in turn. */
export function crosses(shape: Shape, a: Point, b: Point): boolean {
	let [enter, leave] = [0, 1];
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const turn = Math.sign(area(shape));
	for (const [at, p] of shape.entries()) {
		const q = shape[(at + 1) % shape.length] ?? p;
		// Inward normal of the edge, whichever way round the corners are given.
		const [nx, ny] = [-(q.y - p.y) * turn, (q.x - p.x) * turn];
		const size = Math.hypot(nx, ny);
		if (size === 0) continue;
		const before = ((a.x - p.x) * nx + (a.y - p.y) * ny) / size - GRAZE;
		const change = (dx * nx + dy * ny) / size;
		if (change === 0) {
			if (before <= 0) return false;
		} else if (change > 0) enter = Math.max(enter, -before / change);
		else leave = Math.min(leave, -before / change);
		if (enter >= leave) return false;
	}
	return true;
}

const area = (shape: Shape): number =>
	shape.reduce((sum, p, at) => {
		const q = shape[(at + 1) % shape.length] ?? p;
		return sum + p.x * q.y - q.x * p.y;
	}, 0);

type Barred = (a: Point, b: Point) => boolean;

/** Dijkstra over the crossings of the lines; a state is a crossing and the axis one came along. */
function walk(
	from: Point,
	goals: readonly (Point & { more: number })[],
	xs: readonly number[],
	ys: readonly number[],
	barred: Barred
): { points: Point[]; goal: number } | null {
	const wide = xs.length;
	const count = wide * ys.length;
	const at = (p: Point): number => ys.indexOf(p.y) * wide + xs.indexOf(p.x);
	const point = (node: number): Point => ({
		x: xs[node % wide] ?? 0,
		y: ys[Math.floor(node / wide)] ?? 0
	});
	const cost = new Float64Array(count * 2).fill(Infinity);
	const cameFrom = new Int32Array(count * 2).fill(-1);
	const queue = new Queue();
	for (const axis of [0, 1]) {
		cost[at(from) * 2 + axis] = 0;
		queue.push(0, at(from) * 2 + axis);
	}
	const ends = goals.map(at);
	let best: { state: number; goal: number; cost: number } | null = null;
	for (let next = queue.pop(); next; next = queue.pop()) {
		const { key, state } = next;
		if (best && key >= best.cost) break;
		if (key > (cost[state] ?? Infinity)) continue;
		const node = state >> 1;
		for (const [goal, end] of ends.entries()) {
			const whole = key + (goals[goal]?.more ?? 0);
			if (end === node && (!best || whole < best.cost)) best = { state, goal, cost: whole };
		}
		const here = point(node);
		const column = node % wide;
		for (const [step, axis, inside] of [
			[-1, 0, column > 0],
			[1, 0, column < wide - 1],
			[-wide, 1, node >= wide],
			[wide, 1, node + wide < count]
		] as const) {
			if (!inside) continue;
			const there = point(node + step);
			const length = Math.abs(there.x - here.x) + Math.abs(there.y - here.y);
			const to = (node + step) * 2 + axis;
			const sum = key + length + ((state & 1) === axis ? 0 : TURN);
			if (sum >= (cost[to] ?? Infinity) || barred(here, there)) continue;
			cost[to] = sum;
			cameFrom[to] = state;
			queue.push(sum, to);
		}
	}
	if (!best) return null;
	const points: Point[] = [];
	for (let state = best.state; state !== -1; state = cameFrom[state] ?? -1) points.unshift(point(state >> 1));
	return { points: cornersOf(points), goal: best.goal };
}

/** Without the points that lie on a straight line between their neighbours. */
export function cornersOf(points: readonly Point[]): Point[] {
	const kept: Point[] = [];
	for (const p of points) {
		const [a, b] = [kept.at(-2), kept.at(-1)];
		if (b && b.x === p.x && b.y === p.y) continue;
		if (a && b && (b.x - a.x) * (p.y - a.y) === (b.y - a.y) * (p.x - a.x)) kept.pop();
		kept.push(p);
	}
	return kept;
}

/** A heap, smallest key first. */
class Queue {
	readonly #items: { key: number; state: number }[] = [];

	push(key: number, state: number): void {
		const items = this.#items;
		let place = items.length;
		items.push({ key, state });
		while (place > 0) {
			const parent = (place - 1) >> 1;
			const above = items[parent];
			if (!above || above.key <= key) break;
			items[place] = above;
			place = parent;
		}
		items[place] = { key, state };
	}

	pop(): { key: number; state: number } | null {
		const items = this.#items;
		const [top, last] = [items[0], items.pop()];
		if (!top || !last || items.length === 0) return top ?? null;
		let place = 0;
		for (;;) {
			const [left, right] = [items[2 * place + 1], items[2 * place + 2]];
			const side = right && left && right.key < left.key ? 2 : 1;
			const below = side === 2 ? right : left;
			if (!below || below.key >= last.key) break;
			items[place] = below;
			place = 2 * place + side;
		}
		items[place] = last;
		return top;
	}
}
