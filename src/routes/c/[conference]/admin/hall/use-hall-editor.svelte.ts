/**
 * Owns: one drawing session: the hall being drawn and its history, what is chosen, what of it is saved. The drawing is
 * local until it is saved, so a lost line stops nobody; whoever saved in between is never written over by accident.
 */
import {
	movedTo,
	drawn,
	partKey,
	placeOf,
	removed,
	sameHall,
	type Mark,
	type Part
} from '$lib/core/seating/edit';
import { did, historyOf, redone, undone, type History } from '$lib/core/seating/edit-history';
import { GRID } from '$lib/core/seating/edit-snap';
import type { Hall } from '$lib/core/seating/hall';
import type { Rejection } from '$lib/core/result';
import type { Link } from '$lib/client/link.svelte';
import { dropDraft, keepDraft, keptDraft, type Draft } from './draft';
import { sendHall } from './send-hall';

export type Mode = 'move' | Mark;
export type Cursor = { block: string; row: number; seat: number };
export type SaveOutcome = 'saved' | 'asked' | Rejection;

export class HallEditor {
	/** null while nothing is drawn yet. */
	history = $state.raw<History | null>(null);
	selected = $state.raw<Part | null>(null);
	mode = $state<Mode>('move');
	/** The seat that arrow keys have reached while seats are marked. */
	cursor = $state.raw<Cursor | null>(null);
	/** What was last done, for screen readers. */
	said = $state('');
	saving = $state(false);
	/** People who would lose their seat; the person decides. */
	unseats = $state<number | null>(null);
	/** The server said that another hall was saved; the new one may not have arrived yet. */
	refusedAsOld = $state(false);
	/** Unsaved work of an earlier visit, until the person says what to do with it. */
	offered = $state.raw<Draft | null>(null);
	base = $state.raw<{ hall: Hall | null; version: number }>({ hall: null, version: 0 });

	readonly #link: Link;

	constructor(link: Link) {
		this.#link = link;
		this.#adopt();
		const draft = keptDraft(link.conference);
		if (!draft) return;
		if (this.base.hall && sameHall(draft.hall, drawn(this.base.hall))) dropDraft(link.conference);
		else this.offered = draft;
	}

	get hall(): Hall | null {
		return this.history?.now ?? null;
	}
	readonly dirty: boolean = $derived.by(() => {
		const { hall } = this;
		return hall !== null && (this.base.hall === null || !sameHall(hall, drawn(this.base.hall)));
	});
	/** Somebody else saved while this drawing has changes of its own. */
	readonly overtaken: boolean = $derived.by(
		() => this.dirty && (this.refusedAsOld || this.#link.state.seating.hallVersion !== this.base.version)
	);
	/** The other one's hall is here and can be looked at. */
	readonly newHere: boolean = $derived.by(() => this.#link.state.seating.hallVersion !== this.base.version);
	readonly closed: boolean = $derived.by(() => this.#link.state.conference.status === 'closed');

	/** Called when the saved hall changes: without changes of its own the drawing follows. */
	follow(): void {
		const { hall, hallVersion } = this.#link.state.seating;
		if (hallVersion === this.base.version) return;
		const mine = this.hall;
		const landed = mine !== null && hall !== null && sameHall(drawn(hall), mine);
		if (landed) this.#saved(hall, hallVersion);
		else if (!this.dirty && !this.offered) this.#adopt();
	}

	#adopt(): void {
		const { hall, hallVersion } = this.#link.state.seating;
		this.base = { hall, version: hallVersion };
		this.history = hall ? historyOf(drawn(hall)) : null;
		this.selected = null;
		this.cursor = null;
		this.refusedAsOld = false;
	}

	#saved(hall: Hall | null, version: number): void {
		this.base = { hall, version };
		this.refusedAsOld = false;
		dropDraft(this.#link.conference);
	}

	#show(history: History): void {
		this.history = history;
		const { conference } = this.#link;
		if (this.dirty) keepDraft(conference, { hall: history.now, version: this.base.version, at: Date.now() });
		else dropDraft(conference);
		if (this.selected && !this.#isThere(this.selected)) this.selected = null;
	}
	#isThere = (part: Part): boolean =>
		part.kind === 'stage' || (this.hall !== null && placeOf(this.hall, part) !== null);

	/** @param tag see `did` */
	change(next: Hall, tag: string | null = null): void {
		if (this.closed) return;
		if (!this.history) this.#show({ ...historyOf(next) });
		else this.#show(did(this.history, next, tag));
	}
	undo(): boolean {
		if (!this.history?.past.length) return false;
		this.#show(undone(this.history));
		return true;
	}
	redo(): boolean {
		if (!this.history?.future.length) return false;
		this.#show(redone(this.history));
		return true;
	}

	select(part: Part | null): void {
		const same = part && this.selected && partKey(part) === partKey(this.selected);
		if (!same) this.cursor = null;
		this.selected = part;
	}
	/** A whole hall in place of the drawing; undoing brings the old one back. */
	replace(hall: Hall): void {
		this.change(drawn(hall));
		this.select(null);
	}
	/** @param dx, dy steps of the grid */
	nudge(part: Part, dx: number, dy: number): void {
		const at = this.hall && placeOf(this.hall, part);
		if (!this.hall || !at) return;
		const to = {
			x: dx ? Math.round(at.x / GRID) * GRID + dx * GRID : at.x,
			y: dy ? Math.round(at.y / GRID) * GRID + dy * GRID : at.y
		};
		this.change(movedTo(this.hall, part, to), `move/${partKey(part)}`);
	}
	remove(part: Part): void {
		if (!this.hall || part.kind === 'stage') return;
		this.change(removed(this.hall, part));
		this.select(null);
	}

	/** @param over writes over the hall that somebody else saved; @param unseat people may lose their seat */
	async save({ over = false, unseat = false } = {}): Promise<SaveOutcome> {
		const { hall } = this;
		if (!hall) return { code: 'no_hall' };
		this.saving = true;
		this.unseats = null;
		const based = over ? this.#link.state.seating.hallVersion : this.base.version;
		const sent = await sendHall(this.#link.conference, { hall, based, ...(unseat && { unseat }) });
		this.saving = false;
		if (sent.ok) {
			// Drawn on meanwhile: the draft stays, only what it is based on is newer.
			if (this.hall === hall) this.#saved(hall, sent.value);
			else this.base = { hall, version: sent.value };
			return 'saved';
		}
		if (sent.rejection.code === 'hall_unseats') {
			this.unseats = Number(sent.rejection.params?.['count'] ?? 0);
			this.#over = over;
			return 'asked';
		}
		if (sent.rejection.code === 'hall_changed') this.refusedAsOld = true;
		return sent.rejection;
	}
	#over = false;
	saveUnseating = (): Promise<SaveOutcome> => this.save({ over: this.#over, unseat: true });

	/** The other one's hall comes on screen; undoing brings the own one back. */
	seeNew(): void {
		const { hall, hallVersion } = this.#link.state.seating;
		if (!hall || !this.history) return;
		const next = did(this.history, drawn(hall));
		this.base = { hall, version: hallVersion };
		this.refusedAsOld = false;
		this.#show(next);
	}

	resume(): void {
		const draft = this.offered;
		if (!draft) return;
		this.offered = null;
		this.base = { hall: this.base.hall, version: draft.version };
		const hall = draft.hall;
		this.#show(this.history ? did(this.history, hall) : historyOf(hall));
	}
	discard(): void {
		this.offered = null;
		dropDraft(this.#link.conference);
	}
}
