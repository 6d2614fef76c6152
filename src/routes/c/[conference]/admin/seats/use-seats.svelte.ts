/**
 * Owns: seating by hand: who is picked up, where they would land, the orders that follow, and the way back from one's
 * own last changes. Every order names the seats this screen saw, so whoever is second is told and overwrites nothing.
 */
import type { CommandMap, CommandType } from '$lib/core/log/command';
import type { Result } from '$lib/core/result';
import { missingSeats, unseated } from '$lib/core/seating/coverage';
import type { SeatMove } from '$lib/core/seating/decide';
import { sameSeat } from '$lib/core/seating/hall';
import { seatKey, type Hold, type Seat, type SeatChange } from '$lib/core/seating/model';
import type { Link } from '$lib/client/link.svelte';
import { rejectText, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/refusals';
import '$lib/ui/i18n/use/seats';
import type { Toasts } from '$lib/ui/toasts.svelte';
import { sendLarge } from '../../_shared/seating/large-order';
import { HallView } from '../../_shared/seating/use-hall.svelte';
import { seatText } from '../../_shared/seating/words';
import { keysOf, runFor } from './landing';

export type Carried =
	| { kind: 'person'; delegate: string }
	/** Those of a unit who have no seat yet, or all of it when everybody has one. */
	| { kind: 'unit'; unit: string; delegates: string[] };

type Order = { [T in CommandType]: { type: T; payload: CommandMap[T] } }[CommandType];
/** A plan that was applied: what it changed, what was before, and the version it made. */
type Applied = { changes: readonly SeatChange[]; before: SeatChange[]; seq: number };
type Step = { words: string } & ({ orders: Order[] } | { plan: Applied });
type Swap = { mover: string; sitter: string; to: Seat };

/** Changes that can be taken back; more would be guesswork. */
const STEPS_BACK = 20;
/** What fits the socket with room to spare. */
const SMALL = 200;
/** Names in one sentence. */
const SAID = 3;

export class Seats {
	readonly #link: Link;
	readonly #toasts: Toasts;
	readonly view: HallView;
	/** Seat on show, by key. */
	selected = $state<string | null>(null);
	carried = $state.raw<Carried | null>(null);
	/** The seat under the pointer that carries. */
	over = $state<string | null>(null);
	/** Somebody already sits there: asks before it swaps. */
	swap = $state.raw<Swap | null>(null);
	busy = $state(false);
	#back = $state.raw<Step[]>([]);

	unseated = $derived.by(() => unseated(this.view.house));
	/** People for whom the hall has no plain seat. */
	missing = $derived.by(() => missingSeats(this.view.house));
	/** Where what is carried would land. */
	landing = $derived.by((): ReadonlySet<string> => {
		const { carried, over } = this;
		if (!carried || over === null) return keysOf([]);
		if (carried.kind === 'unit') return keysOf(this.#run(carried, over));
		const seat = this.view.layout?.byKey.get(over)?.seat;
		return keysOf(seat ? [seat] : []);
	});

	constructor(link: Link, toasts: Toasts) {
		this.#link = link;
		this.#toasts = toasts;
		this.view = new HallView(link);
	}

	get lastWords(): string | null {
		return this.#back.at(-1)?.words ?? null;
	}
	/** Who is on the selected seat. */
	get sitters(): string[] {
		return this.selected === null ? [] : (this.view.sitters.get(this.selected) ?? []);
	}
	seatOf = (delegate: string): Seat | null => {
		const seat = this.view.seating.seats[delegate];
		return seat ? { block: seat.block, row: seat.row, seat: seat.seat } : null;
	};
	at = (seat: Seat): string => seatText(this.view.hall, seat);

	/** A seat was chosen on the map: what is carried lands there, otherwise the seat is shown. */
	async pick(key: string): Promise<void> {
		const seat = this.view.layout?.byKey.get(key)?.seat;
		if (!seat) return;
		if (!this.carried) this.selected = key;
		else await this.put(this.carried, seat);
	}

	carry(carried: Carried | null): void {
		this.carried = carried;
		this.over = null;
	}
	/** The whole unit: those without a seat first; when all sit, all of them move. */
	unit(unit: string, people: readonly string[]): Carried {
		const waiting = people.filter((id) => !this.view.seating.seats[id]);
		return { kind: 'unit', unit, delegates: waiting.length ? waiting : [...people] };
	}

	async put(carried: Carried, to: Seat): Promise<void> {
		if (carried.kind === 'unit') return this.#putUnit(carried, to);
		const sitter = this.view.sitters.get(seatKey(to))?.find((id) => id !== carried.delegate);
		if (sitter !== undefined) {
			this.swap = { mover: carried.delegate, sitter, to };
			return;
		}
		const { name } = this.view.person(carried.delegate);
		const done = t('seats.done.placed', { name, seat: this.at(to) });
		if (await this.#assign([{ delegate: carried.delegate, seat: to }], done)) this.#landed(to);
	}

	/** "Đổi chỗ?" was answered with yes: the other one takes the seat that becomes free, or none. */
	async doSwap(): Promise<void> {
		const { swap } = this;
		this.swap = null;
		if (!swap) return;
		const from = this.seatOf(swap.mover);
		const [a, b] = [this.view.person(swap.mover).name, this.view.person(swap.sitter).name];
		const done = from ? t('seats.done.swapped', { a, b }) : t('seats.done.tookOver', { a, b });
		const moves = [
			{ delegate: swap.mover, seat: swap.to },
			{ delegate: swap.sitter, seat: from }
		];
		if (await this.#assign(moves, done)) this.#landed(swap.to);
	}

	takeOff(delegate: string): Promise<boolean> {
		const { name } = this.view.person(delegate);
		return this.#assign([{ delegate, seat: null }], t('seats.done.takenOff', { name }));
	}

	async lock(delegates: string[], on: boolean): Promise<void> {
		const done = t(on ? 'seats.done.locked' : 'seats.done.unlocked');
		await this.#order({ type: 'seat.lock', payload: { delegates, on } }, done, [
			{ type: 'seat.lock', payload: { delegates, on: !on } }
		]);
	}

	async hold(seat: Seat, hold: Hold | null): Promise<void> {
		const before = this.view.seating.holds[seatKey(seat)] ?? null;
		const done = t(hold === null ? 'seats.done.opened' : `seats.done.${hold}`, { seat: this.at(seat) });
		await this.#order({ type: 'seat.hold', payload: { seats: [seat], hold } }, done, [
			{ type: 'seat.hold', payload: { seats: [seat], hold: before } }
		]);
	}

	async issue(): Promise<void> {
		await this.#order({ type: 'seat.issue', payload: {} }, t('seats.done.issued'), null);
	}

	/** Takes back the last change made on this screen; what another one has changed since stays and is told. */
	async undo(): Promise<void> {
		const last = this.#back.at(-1);
		if (!last || this.busy) return;
		if ('plan' in last) return this.#undoPlan(last.plan, last.words);
		this.#back = this.#back.slice(0, -1);
		for (const order of last.orders) {
			const result = await this.#send(order);
			if (!result.ok) return this.#refused(result.rejection);
		}
		this.#toasts.show(t('seats.done.undone', { what: last.words }));
	}

	/** A plan that was applied can be taken back as long as its people sit where it put them. */
	rememberPlan(plan: Applied, words: string): void {
		this.#remember({ plan, words });
	}

	#remember(step: Step): void {
		this.#back = [...this.#back, step].slice(-STEPS_BACK);
	}

	/** Stays the last step when it is refused: once those people are back, it can be done. */
	async #undoPlan({ changes, before, seq }: Applied, words: string): Promise<void> {
		const { version } = this.view.seating;
		// The answer may be here before the event: nothing has been changed since, then.
		const moved =
			version < seq ? [] : changes.filter(({ delegate, seat }) => !sameSeat(seat, this.seatOf(delegate)));
		if (moved.length) {
			const names = moved.slice(0, SAID).map(({ delegate }) => this.view.person(delegate).name);
			const more = moved.length > SAID ? '…' : '';
			const told = { count: moved.length, names: names.join(', ') + more };
			this.#toasts.show(t('seats.undoPlanChanged', told), { tone: 'error' });
			return;
		}
		const based = Math.max(version, seq);
		const result = await this.#send({ type: 'seat.plan', payload: { seats: before, based } });
		if (!result.ok) {
			const overtaken = result.rejection.code === 'plan_overtaken';
			const told = overtaken ? t('seats.undoOvertaken') : rejectText(result.rejection);
			this.#toasts.show(told, { tone: 'error' });
			return;
		}
		this.#back = this.#back.slice(0, -1);
		this.#toasts.show(t('seats.done.undone', { what: words }));
	}

	#run(carried: Extract<Carried, { kind: 'unit' }>, key: string): Seat[] {
		const { layout, seating } = this.view;
		return layout ? runFor(layout, seating, carried.delegates, key) : [];
	}

	async #putUnit(carried: Extract<Carried, { kind: 'unit' }>, to: Seat): Promise<void> {
		const run = this.#run(carried, seatKey(to));
		const need = carried.delegates.length;
		if (run.length < need) {
			const words = t('seats.runShort', { unit: carried.unit, need, free: run.length, seat: this.at(to) });
			this.#toasts.show(words, { tone: 'error' });
			return;
		}
		const moves = carried.delegates.map((delegate, at) => ({ delegate, seat: run[at] ?? to }));
		const done = t('seats.done.unit', { unit: carried.unit, count: need, seat: this.at(to) });
		if (await this.#assign(moves, done)) this.#landed(to);
	}

	#landed(seat: Seat): void {
		this.carry(null);
		this.selected = seatKey(seat);
	}

	async #assign(moves: { delegate: string; seat: Seat | null }[], done: string): Promise<boolean> {
		const seats: SeatMove[] = moves.map((move) => ({ ...move, from: this.seatOf(move.delegate) }));
		const locked = moves.flatMap(({ delegate, seat }) =>
			seat === null && this.view.seating.locked[delegate] ? [delegate] : []
		);
		const back: Order[] = [
			{
				type: 'seat.assign',
				payload: {
					seats: seats.map(({ delegate, seat, from }) => ({ delegate, seat: from ?? null, from: seat }))
				}
			}
		];
		if (locked.length) back.push({ type: 'seat.lock', payload: { delegates: locked, on: true } });
		return this.#order({ type: 'seat.assign', payload: { seats } }, done, back);
	}

	async #order(order: Order, done: string, back: Order[] | null): Promise<boolean> {
		const result = await this.#send(order);
		if (!result.ok) {
			this.#refused(result.rejection);
			return false;
		}
		if (back) this.#remember({ orders: back, words: done });
		this.#toasts.show(done, back ? { action: { label: t('seats.undo'), run: () => void this.undo() } } : {});
		return true;
	}

	async #send(order: Order): Promise<Result<unknown>> {
		this.busy = true;
		const large =
			order.type === 'seat.plan' || (order.type === 'seat.assign' && order.payload.seats.length > SMALL);
		const result = large
			? await sendLarge(this.#link, order.type, order.payload)
			: await this.#link.order(order.type, order.payload);
		this.busy = false;
		return result;
	}

	/** The refusal's sentence; the screen already shows, or is about to be sent, what the other person did. */
	#refused(rejection: { code: string; params?: Record<string, string | number> }): void {
		this.carry(null);
		this.#toasts.show(rejectText(rejection), { tone: 'error' });
	}
}
