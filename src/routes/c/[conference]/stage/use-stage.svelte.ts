/**
 * Owns: the stage's orders and what the stage sees of the day. Every movement names the item and step on the screen;
 * a second CHUYỂN MỤC is ignored until the first has come back and for a moment after it (a clicker bounces).
 */
import type { Link } from '$lib/client/link.svelte';
import { newId } from '$lib/client/ids';
import type { Note, Scene } from '$lib/core/cues/model';
import type { CommandMap, CommandType } from '$lib/core/log/command';
import { UNDO_STEP_MS } from '$lib/core/programme/decide';
import type { ProgrammeKind } from '$lib/core/programme/kinds';
import { previousItem, type ItemId, type ProgrammeItem } from '$lib/core/programme/model';
import { comingNext, dropTarget, insertPlace, runSheet } from '$lib/core/programme/run-sheet';
import { currentItem, isSilent } from '$lib/core/views/shared';
import { awardsUnderWay } from './keys';
import type { Rejection } from '$lib/core/result';

const REST_MS = 600;

type Movement = Extract<CommandType, 'programme.next' | 'programme.back' | 'programme.jump'>;
export type Insertion = {
	kind: ProgrammeKind;
	title: string;
	minutes: number;
	performer: string;
	before: ItemId | null;
};

export class Stage {
	readonly link: Link;
	/** Why the last order was not carried out; cleared by the next one. */
	refusal = $state<Rejection | null>(null);
	#sending = $state(0);
	#awaited = $state(0);
	/** Id of this screen's last movement: only one's own slip is taken back. */
	#moved = $state<string | null>(null);
	#restUntil = 0;

	programme = $derived.by(() => this.link.state.programme);
	conference = $derived.by(() => this.link.state.conference);
	cues = $derived.by(() => this.link.state.cues);
	/** Whole seconds: times change no faster than they are shown. */
	now = $derived.by(() => Math.floor(this.link.now / 1000) * 1000);
	sheet = $derived.by(() => runSheet(this.programme, this.conference.settings.startsAt, this.now));
	current = $derived.by(() => currentItem(this.programme));
	next = $derived.by(() => comingNext(this.programme));
	previous = $derived.by(() => {
		const { live, endedAt } = this.programme;
		if (endedAt !== null)
			return this.sheet.rows.findLast((row) => row.shape !== 'heading' && row.item.on)?.item ?? null;
		return live && previousItem(this.programme, live.item);
	});
	silent = $derived.by(() => isSilent(this.programme));
	busy = $derived.by(() => this.#sending > 0 || this.link.upTo < this.#awaited);
	/** The item is one of awards: the screen shows its wave. */
	awards = $derived.by(() => this.current?.kinds.includes('khen_thuong') ?? false);
	/** Something is passed by raised hands. */
	hands = $derived.by(() => this.current?.kinds.includes('thong_qua') ?? false);
	awarding = $derived.by(() =>
		awardsUnderWay(
			this.current?.kinds ?? [],
			Object.values(this.link.state.awards.waves).map((wave) => wave.step)
		)
	);
	online = $derived.by(() => this.link.freshness === 'live');
	open = $derived.by(() => this.conference.status === 'live');
	/** Something is left to change to, the end of the last item included. */
	canMove = $derived.by(
		() => this.open && this.programme.endedAt === null && (this.current !== null || this.next !== null)
	);
	undo = $derived.by(() => {
		const { last } = this.programme;
		if (!last || last.command !== this.#moved) return null;
		const left = last.at + UNDO_STEP_MS - this.link.now;
		return left > 0 ? { of: last.command, seconds: Math.ceil(left / 1000) } : null;
	});

	constructor(link: Link) {
		this.link = link;
	}

	performerOf = (item: ProgrammeItem): string => this.#beside(item, 'performer') || this.#personOf(item);
	conductorOf = (item: ProgrammeItem): string => this.#beside(item, 'conductor');

	#beside(item: ProgrammeItem, field: string): string {
		const value = this.link.personal(`item:${item.id}`)?.[field];
		return typeof value === 'string' ? value : '';
	}

	#personOf(item: ProgrammeItem): string {
		const who = item.delegate === null ? undefined : this.link.personal(`delegate:${item.delegate}`);
		return [who?.honorific, who?.name].filter((part) => typeof part === 'string').join(' ');
	}

	async #order<T extends CommandType>(type: T, payload: CommandMap[T]): Promise<string | null> {
		this.#sending++;
		try {
			const answer = await this.link.order(type, payload);
			this.refusal = answer.ok ? null : answer.rejection;
			if (!answer.ok) return null;
			this.#awaited = Math.max(this.#awaited, answer.value.seq);
			return answer.value.id;
		} finally {
			this.#sending--;
		}
	}

	async #move<T extends Movement>(type: T, more: Omit<CommandMap[T], 'expectedItem' | 'expectedStep'>) {
		const { live, step } = this.programme;
		const payload = { expectedItem: live?.item ?? null, expectedStep: step, ...more } as CommandMap[T];
		const id = await this.#order(type, payload);
		if (id === null) return;
		this.#moved = id;
		this.#restUntil = performance.now() + REST_MS;
	}

	changeItem = async () => {
		// Only this key is pressed by reflex; what was confirmed or chosen from a line is never dropped in silence.
		if (!this.canMove || this.busy || performance.now() < this.#restUntil) return;
		await this.#move('programme.next', {});
	};
	goBack = () => this.#move('programme.back', {});
	jumpTo = (to: ItemId) => this.#move('programme.jump', { to });
	/** "Bỏ qua" of the current item: on to the next, this one marked. The last item can only end. */
	skipCurrent = () => (this.next ? this.jumpTo(this.next.id) : Promise.resolve());

	takeBack = async () => {
		if (this.undo) await this.#order('programme.undo', { of: this.undo.of });
	};

	toggleHold = async () => {
		const { live, step } = this.programme;
		if (!live || this.busy) return;
		const type = live.heldSince === null ? 'programme.hold' : 'programme.resume';
		await this.#order(type, { expectedItem: live.item, expectedStep: step });
	};

	adjust = (item: ItemId, minutes: number) => this.#order('programme.adjust', { item, minutes });

	/** "Bỏ qua" of a coming item; it stays on the sheet and can be put back. */
	drop = (item: ItemId) =>
		this.#order('programme.edit', { item: dropTarget(this.programme, item), patch: { on: false } });

	restore = async (item: ItemId) => {
		const parent = this.programme.items[item]?.parent ?? null;
		if (parent !== null && this.programme.items[parent]?.on === false)
			await this.#order('programme.edit', { item: parent, patch: { on: true } });
		if (this.programme.items[item]?.on === false)
			await this.#order('programme.edit', { item, patch: { on: true } });
	};

	/** @returns whether the server took it */
	reorder = async (order: ItemId[]) => (await this.#order('programme.reorder', { order })) !== null;

	insert = async ({ kind, title, minutes, performer, before }: Insertion): Promise<boolean> => {
		const item = {
			id: newId(),
			kinds: [kind],
			title,
			minutes,
			on: true,
			delegate: null,
			...(performer && { personal: { performer } })
		};
		return (await this.#order('programme.insert', { item, ...insertPlace(this.programme, before) })) !== null;
	};

	sendNote = async (to: Note['to'], text: string) =>
		(await this.#order('note.send', { id: newId(), to, text })) !== null;
	withdrawNote = (note: string) => this.#order('note.withdraw', { note });
	/** "Đã gọi", for every stage device. */
	markCalled = (note: string, answer: string) => this.#order('note.called', { note, answer });

	setScene = (scene: Scene | null) => this.#order('scene.set', { scene });
}
