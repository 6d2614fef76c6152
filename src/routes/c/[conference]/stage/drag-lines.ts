/**
 * Owns: dragging lines of a list by mouse, pen or finger. A line carries `data-line`, its grip `data-grip`; the list
 * scrolls when the pointer comes near an edge. The keyboard has its own buttons, so nothing is lost without it.
 */
import type { Attachment } from 'svelte/attachments';

export type DragOptions = {
	onmove: (id: string) => void;
	/** The dragged line is over another one. */
	onover: (id: string, over: string) => void;
	ondone: (id: string) => void;
};

const EDGE = 72;
const STEP = 14;

export function dragLines({ onmove, onover, ondone }: DragOptions): Attachment<HTMLElement> {
	return (list) => {
		let dragged: string | null = null;
		let last = { x: 0, y: 0 };
		let frame = 0;

		function down(event: PointerEvent) {
			const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null;
			const id = grip?.closest<HTMLElement>('[data-line]')?.dataset.line;
			if (!grip || id === undefined || event.button !== 0) return;
			event.preventDefault();
			dragged = id;
			last = { x: event.clientX, y: event.clientY };
			// The list keeps the pointer: the line itself is moved about in the page while it is dragged.
			list.setPointerCapture(event.pointerId);
			onmove(id);
			frame = requestAnimationFrame(scroll);
		}
		function move(event: PointerEvent) {
			if (dragged === null) return;
			last = { x: event.clientX, y: event.clientY };
			look();
		}
		function look() {
			if (dragged === null) return;
			const line = document.elementFromPoint(last.x, last.y)?.closest<HTMLElement>('[data-line]');
			const over = line?.dataset.line;
			if (line && over !== undefined && over !== dragged && pastMiddle(line, last.y)) onover(dragged, over);
		}
		/** Only past the middle of a line, in the direction of travel: otherwise two lines of unequal height flicker. */
		function pastMiddle(line: HTMLElement, y: number): boolean {
			const own = list.querySelector<HTMLElement>(`[data-line="${CSS.escape(dragged ?? '')}"]`);
			const box = line.getBoundingClientRect();
			const below = own !== null && own.getBoundingClientRect().top < box.top;
			return below ? y > box.top + box.height / 2 : y < box.top + box.height / 2;
		}
		function scroll() {
			if (dragged === null) return;
			const pane = paneOf(list);
			const box =
				pane === document.scrollingElement ? { top: 0, bottom: innerHeight } : pane.getBoundingClientRect();
			if (last.y < box.top + EDGE) pane.scrollBy(0, -STEP);
			else if (last.y > box.bottom - EDGE) pane.scrollBy(0, STEP);
			look();
			frame = requestAnimationFrame(scroll);
		}
		function up() {
			if (dragged === null) return;
			cancelAnimationFrame(frame);
			const id = dragged;
			dragged = null;
			ondone(id);
		}

		list.addEventListener('pointerdown', down);
		list.addEventListener('pointermove', move);
		list.addEventListener('pointerup', up);
		list.addEventListener('pointercancel', up);
		return () => {
			cancelAnimationFrame(frame);
			list.removeEventListener('pointerdown', down);
			list.removeEventListener('pointermove', move);
			list.removeEventListener('pointerup', up);
			list.removeEventListener('pointercancel', up);
		};
	};
}

function paneOf(element: HTMLElement): Element {
	for (let at: HTMLElement | null = element; at; at = at.parentElement) {
		const { overflowY } = getComputedStyle(at);
		if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
	}
	return document.scrollingElement ?? document.documentElement;
}
