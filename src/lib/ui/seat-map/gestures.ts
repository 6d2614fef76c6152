/**
 * Owns: fingers, mouse and wheel on the map: one pointer pans, two pinch, a short touch is a tap. Knows no seats; says
 * what happened in pixels of the frame.
 */
import type { Point } from './view';

export type GestureWords = {
	pan: (dx: number, dy: number) => void;
	zoom: (factor: number, at: Point) => void;
	tap: (at: Point, touch: boolean) => void;
	/** A mouse begins to pull at a point. @returns true when somebody else follows it from now on */
	pull: (at: Point, event: PointerEvent) => boolean;
};

const SLACK = 7;

/** Follows the pointers on `frame`. @returns stops it */
export function followPointers(frame: HTMLElement, on: GestureWords): () => void {
	const down = new Map<number, Point>();
	let start: Point | null = null;
	let moving = false;
	const at = (event: { clientX: number; clientY: number }): Point => {
		const box = frame.getBoundingClientRect();
		return { x: event.clientX - box.left, y: event.clientY - box.top };
	};
	const spread = (): { far: number; middle: Point } | null => {
		const [a, b] = [...down.values()];
		if (!a || !b) return null;
		return { far: Math.hypot(a.x - b.x, a.y - b.y), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } };
	};

	function press(event: PointerEvent) {
		if (event.button !== 0) return;
		down.set(event.pointerId, at(event));
		moving = down.size > 1;
		start = down.size === 1 ? at(event) : null;
	}

	function move(event: PointerEvent) {
		const before = down.get(event.pointerId);
		if (!before) return;
		const now = at(event);
		const pinched = spread();
		if (pinched) {
			down.set(event.pointerId, now);
			const after = spread();
			if (!after) return;
			on.zoom(after.far / Math.max(1, pinched.far), after.middle);
			on.pan(after.middle.x - pinched.middle.x, after.middle.y - pinched.middle.y);
			return;
		}
		if (!moving) {
			if (!start || Math.hypot(now.x - start.x, now.y - start.y) < SLACK) return;
			moving = true;
			if (event.pointerType === 'mouse' && on.pull(start, event)) return end(event);
			frame.setPointerCapture(event.pointerId);
		}
		down.set(event.pointerId, now);
		on.pan(now.x - before.x, now.y - before.y);
	}

	function end(event: PointerEvent) {
		down.delete(event.pointerId);
		start = null;
	}

	function lift(event: PointerEvent) {
		// Where it went down: the page may have moved under the finger since.
		const tapped = !moving && down.has(event.pointerId) ? start : null;
		end(event);
		if (tapped) on.tap(tapped, event.pointerType === 'touch');
	}

	function wheel(event: WheelEvent) {
		event.preventDefault();
		const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
		on.zoom(Math.exp(-event.deltaY * lines * 0.0016), at(event));
	}

	frame.addEventListener('pointerdown', press);
	frame.addEventListener('pointermove', move);
	frame.addEventListener('pointerup', lift);
	frame.addEventListener('pointercancel', end);
	// Not passive: the page behind must not scroll while the hall grows.
	frame.addEventListener('wheel', wheel, { passive: false });
	return () => {
		frame.removeEventListener('pointerdown', press);
		frame.removeEventListener('pointermove', move);
		frame.removeEventListener('pointerup', lift);
		frame.removeEventListener('pointercancel', end);
		frame.removeEventListener('wheel', wheel);
	};
}
