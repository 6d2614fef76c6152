/** Owns: what fingers and a mouse do on a drawing: tap, drag, pan, pinch, wheel. It knows nothing of halls. */

export type GestureTarget = {
	/** Something is grabbed here and follows; false pans. */
	grab(target: Element): boolean;
	/** px since it was grabbed */
	drag(dx: number, dy: number): void;
	/** @param kept false when a second finger or the system broke it off */
	drop(kept: boolean): void;
	tap(target: Element, px: number, py: number): void;
	/** px since the last call */
	pan(dx: number, dy: number): void;
	pinch(factor: number, px: number, py: number): void;
};

/** A hand that trembles while it taps is still tapping. */
const STILL_MOUSE = 3;
const STILL_FINGER = 9;
const WHEEL = 0.0015;

type Touching = { x: number; y: number; startX: number; startY: number; target: Element };

/** `{@attach gestures(…)}` on the drawing. */
export const gestures = (to: GestureTarget) => (node: SVGElement | HTMLElement) => {
	const fingers = new Map<number, Touching>();
	let doing: 'nothing' | 'maybe' | 'drag' | 'pan' | 'pinch' = 'nothing';

	const local = (event: { clientX: number; clientY: number }) => {
		const box = node.getBoundingClientRect();
		return { x: event.clientX - box.left, y: event.clientY - box.top };
	};

	function down(event: PointerEvent): void {
		if (event.button !== 0 || !(event.target instanceof Element)) return;
		node.setPointerCapture(event.pointerId);
		const at = local(event);
		fingers.set(event.pointerId, { ...at, startX: at.x, startY: at.y, target: event.target });
		if (fingers.size === 1) doing = 'maybe';
		else if (fingers.size === 2) {
			if (doing === 'drag') to.drop(false);
			doing = 'pinch';
		}
	}

	function move(event: PointerEvent): void {
		const finger = fingers.get(event.pointerId);
		if (!finger) return;
		const at = local(event);
		if (doing === 'pinch') pinch(event.pointerId, at);
		else {
			const [dx, dy] = [at.x - finger.startX, at.y - finger.startY];
			const still = event.pointerType === 'mouse' ? STILL_MOUSE : STILL_FINGER;
			if (doing === 'maybe' && Math.hypot(dx, dy) > still) doing = to.grab(finger.target) ? 'drag' : 'pan';
			if (doing === 'drag') to.drag(dx, dy);
			if (doing === 'pan') to.pan(at.x - finger.x, at.y - finger.y);
			// What was moved while it could still be a tap is made up for with the first step of a pan.
			if (doing === 'maybe') return;
		}
		finger.x = at.x;
		finger.y = at.y;
	}

	function pinch(id: number, at: { x: number; y: number }): void {
		const [a, b] = [...fingers.entries()];
		if (!a || !b || (id !== a[0] && id !== b[0])) return;
		const [mine, other] = id === a[0] ? [a[1], b[1]] : [b[1], a[1]];
		const before = Math.hypot(mine.x - other.x, mine.y - other.y);
		const after = Math.hypot(at.x - other.x, at.y - other.y);
		const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
		to.pan((at.x - mine.x) / 2, (at.y - mine.y) / 2);
		if (before > 0 && after > 0) to.pinch(after / before, middle.x, middle.y);
	}

	function up(event: PointerEvent): void {
		const finger = fingers.get(event.pointerId);
		if (!finger) return;
		fingers.delete(event.pointerId);
		const cancelled = event.type === 'pointercancel';
		if (doing === 'drag') to.drop(!cancelled);
		else if (doing === 'maybe' && !cancelled) to.tap(finger.target, finger.x, finger.y);
		// The finger that stays after a pinch does nothing: it would make the drawing jump.
		doing = 'nothing';
	}

	function wheel(event: WheelEvent): void {
		// Without Ctrl the page scrolls on, as everywhere; a touchpad's pinch says Ctrl by itself.
		if (!event.ctrlKey) return;
		event.preventDefault();
		const at = local(event);
		to.pinch(Math.exp(-event.deltaY * WHEEL * (event.deltaMode === 1 ? 20 : 1)), at.x, at.y);
	}

	const listeners = [
		['pointerdown', down],
		['pointermove', move],
		['pointerup', up],
		['pointercancel', up]
	] as const;
	for (const [name, listener] of listeners) node.addEventListener(name, listener as EventListener);
	node.addEventListener('wheel', wheel as EventListener, { passive: false });
	return () => {
		for (const [name, listener] of listeners) node.removeEventListener(name, listener as EventListener);
		node.removeEventListener('wheel', wheel as EventListener);
	};
};
