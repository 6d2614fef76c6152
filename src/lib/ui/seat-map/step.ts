/** Owns: which seat lies under a finger, and which one comes next when an arrow key is pressed. */
import type { Layout, Place } from '../../core/seating/layout';
import type { Point } from './view';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest seat within `reach` cm; null where there is none. */
export function placeAt(layout: Layout, at: Point, reach: number): Place | null {
	let best: Place | null = null;
	let least = reach * reach;
	for (const place of layout.places) {
		const far = (place.x - at.x) ** 2 + (place.y - at.y) ** 2;
		if (far > least) continue;
		best = place;
		least = far;
	}
	return best;
}

const AHEAD: Record<Direction, (dx: number, dy: number) => [ahead: number, aside: number]> = {
	left: (dx, dy) => [-dx, Math.abs(dy)],
	right: (dx, dy) => [dx, Math.abs(dy)],
	up: (dx, dy) => [-dy, Math.abs(dx)],
	down: (dx, dy) => [dy, Math.abs(dx)]
};

/**
 * The seat an arrow key goes to: the nearest one in that direction, rather straight ahead than aside, so that it goes
 * along a row, over an aisle into the next block, and up onto the stage. The same seat at the end of the hall.
 */
export function step(layout: Layout, from: string | null, direction: Direction): Place | null {
	const start = from === null ? undefined : layout.byKey.get(from);
	if (!start) return layout.places[0] ?? null;
	let best = start;
	let least = Infinity;
	for (const place of layout.places) {
		const [ahead, aside] = AHEAD[direction](place.x - start.x, place.y - start.y);
		if (ahead < 5 || aside > ahead * 2) continue;
		const far = ahead + aside * 3;
		if (far >= least) continue;
		best = place;
		least = far;
	}
	return best;
}
