/**
 * Owns: one person on the way from place to place. Mouse, finger and keys move the same draft of the waves; it is sent
 * when the person is put down, as one command on the picture it was begun with.
 */
import { waveRow, type WaveRow } from '$lib/core/awards/arrange';
import { wavesInOrder } from '$lib/core/awards/model';
import { changedRows, putAt, stepTo, type Way } from '$lib/core/awards/shift';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/awards';
import type { Office } from '../use-office.svelte';

const SLACK = 6;

export class Carry {
	readonly #office: Office;
	id = $state<string | null>(null);
	/** Read out by screen readers. */
	said = $state('');
	#dragged = false;
	#dropping = false;
	#before: WaveRow[] = [];
	#based = 0;
	#draft = $state.raw<WaveRow[]>([]);
	#now = $derived.by(() =>
		wavesInOrder(this.#office.awards).map((wave) => waveRow(this.#office.awards, wave.number))
	);
	/** As they are, or as they would be if the person were put down now. */
	rows = $derived.by(() => (this.id === null ? this.#now : this.#draft));

	/** Where the person would stand, in words. */
	place = $derived.by(() => {
		const row = this.rows.find((one) => this.id !== null && one.members.includes(this.id));
		return row && this.id !== null
			? t('awards.carryAt', { wave: row.number, place: row.members.indexOf(this.id) + 1 })
			: '';
	});

	constructor(office: Office) {
		this.#office = office;
	}

	isOpen = (wave: number): boolean => {
		const step = this.#office.awards.waves[wave]?.step;
		return step === 'prepared' || step === 'staged';
	};

	/** A click, a touch, or Enter: picks up, puts down, or moves to whom was pressed. */
	press(id: string, wave: number): void {
		if (this.#dragged || this.#dropping) return;
		if (this.id === null) this.begin(id);
		else if (this.id === id) void this.drop();
		else this.over(wave, id);
	}
	begin(id: string): void {
		const row = this.#office.row(id);
		if (!row || !this.#office.online || !this.isOpen(row.wave)) return;
		this.#before = this.#now;
		this.#based = this.#office.awards.version;
		this.#draft = this.#before;
		this.id = id;
		this.said = t('awards.carrySays', { name: this.#office.nameOf(id) });
	}

	step(way: Way): void {
		if (this.id === null) return;
		this.#take(stepTo(this.#open(), this.id, way));
	}
	/** To where another person stands, or with null at the end of the wave. */
	over(wave: number, id: string | null): void {
		if (this.id === null || id === this.id) return;
		const row = this.#draft.find((one) => one.number === wave);
		// The gaps between people of one's own wave mean nothing.
		if (!row || (id === null && row.members.includes(this.id))) return;
		const place = id === null ? row.members.length : row.members.indexOf(id);
		this.#take(putAt(this.#open(), this.id, wave, place));
	}
	/** Waves that have begun are no place to put anybody. */
	#open = (): WaveRow[] => this.#draft.filter((row) => this.isOpen(row.number));
	#take(moved: WaveRow[] | null): void {
		if (!moved || this.id === null) {
			this.said = t('awards.carryNot');
			return;
		}
		this.#draft = this.#draft.map((row) => moved.find((one) => one.number === row.number) ?? row);
		this.said = this.place;
	}

	cancel(): void {
		this.id = null;
		this.said = '';
	}

	async drop(): Promise<void> {
		if (this.#dropping) return;
		this.#dropping = true;
		const waves = changedRows(this.#before, this.#draft);
		const name = this.id === null ? '' : this.#office.nameOf(this.id);
		// The draft stays on the screen until the answer: nothing jumps back and forth.
		const done = waves.length ? await this.#office.send('wave.arrange', { waves, based: this.#based }) : null;
		this.#dropping = false;
		this.cancel();
		if (done !== null) this.said = t('awards.moved', { name });
	}

	/** A mouse was pressed on somebody: a drag begins when it moves, otherwise it stays a click. */
	ready(event: PointerEvent, id: string): void {
		if (event.button !== 0 || event.pointerType === 'touch' || this.id !== null) return;
		const { clientX, clientY } = event;
		const wait = (next: PointerEvent) => {
			if (Math.hypot(next.clientX - clientX, next.clientY - clientY) < SLACK) return;
			stop();
			this.begin(id);
			if (this.id !== null) this.#follow(next);
		};
		const stop = () => {
			removeEventListener('pointermove', wait);
			removeEventListener('pointerup', stop);
		};
		addEventListener('pointermove', wait);
		addEventListener('pointerup', stop);
	}
	#follow(first: PointerEvent): void {
		let last: Element | null = null;
		const move = (event: PointerEvent) => {
			const under = document.elementFromPoint(event.clientX, event.clientY);
			const target = under?.closest<HTMLElement>('[data-recipient], [data-wave]') ?? null;
			// Once for each thing passed: cards that change places under the pointer would flicker.
			if (target === last) return;
			last = target;
			const wave = Number(target?.closest<HTMLElement>('[data-wave]')?.dataset['wave'] ?? 0);
			if (target && wave) this.over(wave, target.dataset['recipient'] ?? null);
		};
		const end = (dropped: boolean) => {
			removeEventListener('pointermove', move);
			removeEventListener('pointerup', up);
			removeEventListener('pointercancel', gone);
			// The click that ends a drag must not pick up whoever lies under it.
			this.#dragged = true;
			setTimeout(() => (this.#dragged = false), 0);
			if (dropped) void this.drop();
			else this.cancel();
		};
		const up = () => end(true);
		const gone = () => end(false);
		addEventListener('pointermove', move);
		addEventListener('pointerup', up);
		addEventListener('pointercancel', gone);
		move(first);
	}
}
