/**
 * Owns: the arithmetic of looking at a hall: how large it is drawn and where, in pixels of the frame it stands in.
 * Pure: every function returns a new view.
 */
export type View = {
	/** Pixels a centimetre. */
	k: number;
	/** Where the hall's upper left corner stands in the frame. */
	x: number;
	y: number;
};
export type Bounds = { left: number; top: number; right: number; bottom: number };
export type Frame = { width: number; height: number };
export type Point = { x: number; y: number };

/** A seat as wide as a hand at most. */
const LARGEST = 1.6;
const EDGE = 48;

/** The whole hall in the middle of the frame. */
export function wholeHall(bounds: Bounds, frame: Frame): View {
	const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
	const k = Math.min(frame.width / width, frame.height / height, LARGEST);
	return { k, x: (frame.width - width * k) / 2, y: (frame.height - height * k) / 2 };
}

/** Drawn `factor` times as large; what lies under `at` (pixels of the frame) stays there. */
export function zoomed(view: View, factor: number, at: Point, bounds: Bounds, frame: Frame): View {
	const smallest = wholeHall(bounds, frame).k;
	const k = Math.min(LARGEST, Math.max(smallest, view.k * factor));
	const by = k / view.k;
	return kept({ k, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }, bounds, frame);
}

export const panned = (view: View, dx: number, dy: number, bounds: Bounds, frame: Frame): View =>
	kept({ ...view, x: view.x + dx, y: view.y + dy }, bounds, frame);

/** A hall that is lost beside the frame helps nobody: some of it always stays, and a small one stays in the middle. */
export function kept(view: View, bounds: Bounds, frame: Frame): View {
	const along = (at: number, size: number, room: number): number => {
		if (size <= room) return (room - size) / 2;
		return Math.min(room - EDGE - (room - EDGE) * 0.5, Math.max(at, (room - EDGE) * 0.5 + EDGE - size));
	};
	const width = (bounds.right - bounds.left) * view.k;
	const height = (bounds.bottom - bounds.top) * view.k;
	return { k: view.k, x: along(view.x, width, frame.width), y: along(view.y, height, frame.height) };
}

/** Centimetres of the hall under a point of the frame. */
export const toHall = (view: View, at: Point, bounds: Bounds): Point => ({
	x: (at.x - view.x) / view.k + bounds.left,
	y: (at.y - view.y) / view.k + bounds.top
});

export const toFrame = (view: View, at: Point, bounds: Bounds): Point => ({
	x: (at.x - bounds.left) * view.k + view.x,
	y: (at.y - bounds.top) * view.k + view.y
});

/** Moves no more than needed so that a place (cm) stands inside the frame, at least `k` large. */
export function showing(view: View, place: Point, bounds: Bounds, frame: Frame, k = view.k): View {
	const sized = k > view.k ? zoomed(view, k / view.k, toFrame(view, place, bounds), bounds, frame) : view;
	const at = toFrame(sized, place, bounds);
	const push = (value: number, room: number): number =>
		value < EDGE ? EDGE - value : value > room - EDGE ? room - EDGE - value : 0;
	const [dx, dy] = [push(at.x, frame.width), push(at.y, frame.height)];
	return dx || dy ? kept({ ...sized, x: sized.x + dx, y: sized.y + dy }, bounds, frame) : sized;
}

/** The part of the hall the frame shows, cm. */
export function seen(view: View, bounds: Bounds, frame: Frame): Bounds {
	const from = toHall(view, { x: 0, y: 0 }, bounds);
	const to = toHall(view, { x: frame.width, y: frame.height }, bounds);
	return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}
