/** Owns: dragging with a mouse from a list or from a seat to the map. Touch and keyboard pick up and put down instead. */
import type { Carried, Seats } from './use-seats.svelte';

export type MapUnder = { seatAt: (clientX: number, clientY: number) => string | null };

const SLACK = 6;

export class Drag {
	/** Where what is carried is drawn; null while nothing moves. */
	at = $state.raw<{ x: number; y: number } | null>(null);
	readonly #seats: Seats;
	readonly #map: () => MapUnder | undefined;

	constructor(seats: Seats, map: () => MapUnder | undefined) {
		this.#seats = seats;
		this.#map = map;
	}

	/** A mouse was pressed on somebody: a drag begins when it moves, otherwise it stays a click. */
	ready(event: PointerEvent, carried: () => Carried): void {
		if (event.button !== 0 || event.pointerType !== 'mouse') return;
		const { clientX, clientY } = event;
		const wait = (next: PointerEvent) => {
			if (Math.hypot(next.clientX - clientX, next.clientY - clientY) < SLACK) return;
			stop();
			this.start(next, carried());
		};
		const stop = () => {
			removeEventListener('pointermove', wait);
			removeEventListener('pointerup', stop);
		};
		addEventListener('pointermove', wait);
		addEventListener('pointerup', stop);
	}

	/** From here on the pointer carries. */
	start(event: PointerEvent, carried: Carried): void {
		this.#seats.carry(carried);
		this.#follow(event);
		const move = (next: PointerEvent) => this.#follow(next);
		const key = (next: KeyboardEvent) => {
			if (next.key === 'Escape') end(false);
		};
		const up = () => end(true);
		const gone = () => end(false);
		const end = (dropped: boolean) => {
			removeEventListener('pointermove', move);
			removeEventListener('pointerup', up);
			removeEventListener('pointercancel', gone);
			removeEventListener('keydown', key);
			const { over } = this.#seats;
			this.at = null;
			this.#seats.carry(null);
			const seat = dropped && over !== null ? this.#seats.view.layout?.byKey.get(over)?.seat : undefined;
			if (seat) void this.#seats.put(carried, seat);
		};
		addEventListener('pointermove', move);
		addEventListener('pointerup', up);
		addEventListener('pointercancel', gone);
		addEventListener('keydown', key);
	}

	#follow({ clientX, clientY }: PointerEvent): void {
		this.at = { x: clientX, y: clientY };
		this.#seats.over = this.#map()?.seatAt(clientX, clientY) ?? null;
	}
}
