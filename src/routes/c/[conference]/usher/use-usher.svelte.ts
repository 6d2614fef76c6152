/**
 * Owns: what an usher does in the hall. Moves and seats given away are orders and need the network; where somebody is
 * seen sitting is a fact, kept on the phone and sent when it can be.
 */
import type { CommandMap, CommandType } from '$lib/core/log/command';
import { releaseMoves, type NoShow } from '$lib/core/seating/no-shows';
import { seatKey, type Hold, type Seat } from '$lib/core/seating/model';
import type { Link } from '$lib/client/link.svelte';
import { rejectText, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/refusals';
import '$lib/ui/i18n/use/seats';
import type { Toasts } from '$lib/ui/toasts.svelte';
import { sendLarge } from '../_shared/seating/large-order';
import { HallView } from '../_shared/seating/use-hall.svelte';
import { seatText } from '../_shared/seating/words';

/** What the next touch of a seat means; null: it shows the seat. */
export type Aim = { kind: 'move' | 'seen'; delegate: string };
type Swap = { mover: string; sitter: string; to: Seat };

const SMALL = 200;

export class Usher {
	readonly #link: Link;
	readonly #toasts: Toasts;
	readonly view: HallView;
	selected = $state<string | null>(null);
	/** Somebody found by name who has no seat. */
	seatless = $state<string | null>(null);
	aim = $state.raw<Aim | null>(null);
	/** A free seat that somebody is looked up for. */
	filling = $state.raw<Seat | null>(null);
	swap = $state.raw<Swap | null>(null);
	busy = $state(false);

	constructor(link: Link, toasts: Toasts) {
		this.#link = link;
		this.#toasts = toasts;
		this.view = new HallView(link);
	}

	get online(): boolean {
		return this.#link.freshness === 'live';
	}
	at = (seat: Seat): string => seatText(this.view.hall, seat);
	seatOf = (delegate: string): Seat | null => {
		const seat = this.view.seating.seats[delegate];
		return seat ? { block: seat.block, row: seat.row, seat: seat.seat } : null;
	};

	/** Shows somebody, on their seat where they have one. */
	look(delegate: string): void {
		const seat = this.seatOf(delegate);
		this.selected = seat && seatKey(seat);
		this.seatless = seat ? null : delegate;
	}
	close(): void {
		this.selected = null;
		this.seatless = null;
		this.aim = null;
		this.filling = null;
	}

	async pick(key: string): Promise<void> {
		const seat = this.view.layout?.byKey.get(key)?.seat;
		const { aim } = this;
		if (!seat) return;
		if (!aim) {
			this.selected = key;
			this.seatless = null;
		} else if (aim.kind === 'seen') await this.saw(aim.delegate, seat);
		else await this.put(aim.delegate, seat);
	}

	async put(delegate: string, to: Seat): Promise<void> {
		const sitter = this.view.sitters.get(seatKey(to))?.find((id) => id !== delegate);
		if (sitter !== undefined) {
			this.swap = { mover: delegate, sitter, to };
			return;
		}
		await this.#move([{ delegate, seat: to }], to);
	}
	async doSwap(): Promise<void> {
		const { swap } = this;
		this.swap = null;
		if (!swap) return;
		const from = this.seatOf(swap.mover);
		const moves = [
			{ delegate: swap.mover, seat: swap.to },
			{ delegate: swap.sitter, seat: from }
		];
		await this.#move(moves, swap.to);
	}

	/** "Đang ngồi nhầm": kept on the phone, with or without the network. */
	async saw(delegate: string, seat: Seat | null): Promise<void> {
		this.aim = null;
		const { name } = this.view.person(delegate);
		try {
			await this.#link.fact('seat.sat', (claim) => ({ ...claim, delegate, seat }));
			const words = seat
				? t('seats.done.seen', { name, seat: this.at(seat) })
				: t('seats.done.inPlace', { name });
			this.#toasts.show(this.online ? words : `${words} ${t('seats.sentLater')}`);
		} catch (error) {
			console.warn('fact', error);
			this.#toasts.show(t('seats.notKept'), { tone: 'error' });
		}
	}

	/** The first seat that is allowed, for somebody who came without one. */
	async giveSeat(delegate: string): Promise<void> {
		if (await this.#order('seat.free', { delegate })) {
			const seat = this.seatOf(delegate);
			if (seat) this.selected = seatKey(seat);
			const { name } = this.view.person(delegate);
			this.#toasts.show(
				seat ? t('seats.done.placed', { name, seat: this.at(seat) }) : t('seats.done.given', { name })
			);
		}
	}
	async hold(seat: Seat, hold: Hold | null): Promise<void> {
		const done = t(hold === null ? 'seats.done.opened' : `seats.done.${hold}`, { seat: this.at(seat) });
		if (await this.#order('seat.hold', { seats: [seat], hold })) this.#toasts.show(done);
	}
	/** @returns whether the seats are free now */
	async release(people: readonly NoShow[]): Promise<boolean> {
		const done = await this.#order('seat.assign', { seats: releaseMoves(people), release: true });
		if (done) this.#toasts.show(t('seats.done.released', { count: people.length }));
		return done;
	}

	async #move(moves: { delegate: string; seat: Seat | null }[], to: Seat): Promise<void> {
		const seats = moves.map((move) => ({ ...move, from: this.seatOf(move.delegate) }));
		const [first] = moves;
		const name = first ? this.view.person(first.delegate).name : '';
		this.aim = null;
		if (!(await this.#order('seat.assign', { seats }))) return;
		this.filling = null;
		this.seatless = null;
		this.selected = seatKey(to);
		this.#toasts.show(t('seats.done.placed', { name, seat: this.at(to) }));
	}

	async #order<T extends CommandType>(type: T, payload: CommandMap[T]): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		const large = 'seats' in payload && Array.isArray(payload.seats) && payload.seats.length > SMALL;
		const result = large ? await sendLarge(this.#link, type, payload) : await this.#link.order(type, payload);
		this.busy = false;
		if (!result.ok) this.#toasts.show(rejectText(result.rejection), { tone: 'error' });
		return result.ok;
	}
}
