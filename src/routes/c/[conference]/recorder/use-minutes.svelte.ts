/**
 * Owns: the recorder's writing: one note in hand, saved as a fact whenever the hand rests; the words since then lie in
 * the tab's own storage, which a reload leaves. A note stays with its item although the stage moves on meanwhile.
 */
import { runList } from '$lib/core/programme/model';
import { notesInOrder } from '$lib/core/minutes/model';
import { text } from '$lib/core/views/shared';
import type { Link } from '$lib/client/link.svelte';
import { newId } from '$lib/client/ids';
import { formatTime, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/hands';

/** Saved when nothing was typed for this long, and while somebody types on and on, at least this often. */
const REST_MS = 1_000;
const LONGEST_MS = 5_000;
const LOOSE = '';

export type ShownNote = { note: string; id: string; item: string | null; since: number; text: string };
type Draft = { note: string; item: string | null; based: string | null };

export class Minutes {
	readonly link: Link;
	/** What stands in the box. */
	typed = $state('');
	#draft = $state.raw<Draft | null>(null);
	/** Undefined: whatever is on. */
	#asked = $state.raw<string | null | undefined>(undefined);
	#saved = '';
	readonly #kept: string;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#since = 0;
	#chain: Promise<void> = Promise.resolve();

	live = $derived.by(() => this.link.state.programme.live?.item ?? null);
	/** A note in hand keeps its item. */
	item = $derived.by(() =>
		this.#draft ? this.#draft.item : this.#asked === undefined ? this.live : this.#asked
	);
	follows = $derived.by(() => this.#asked === undefined);
	/** In the order of the day; a loose end for what belongs to no item. */
	choices = $derived.by(() => [
		{ value: LOOSE, label: t('recorder.before') },
		...runList(this.link.state.programme).map(({ id, title }) => ({ value: id, label: title }))
	]);
	all = $derived.by((): ShownNote[] =>
		notesInOrder(this.link.state.minutes).map(({ note, id, item, since }) => ({
			note,
			id,
			item,
			since,
			text: text(this.link.personal(`minutes:${note}`)?.['text'])
		}))
	);
	/** Of the chosen item, without the one in hand. */
	shown = $derived.by(() =>
		this.all.filter(
			({ note, id, item }) => item === this.item && note !== this.#draft?.note && id !== this.#draft?.based
		)
	);
	waiting = $derived.by(() =>
		this.link.outbox.pending.some(({ command }) => command.type === 'minutes.write')
	);
	inHand = $derived.by(() => this.#draft !== null);

	constructor(link: Link) {
		this.link = link;
		this.#kept = `kt.minutes.${link.conference}`;
		this.#takeUp();
	}

	/** What a reload broke off in the middle of a word goes on as it was. */
	#takeUp(): void {
		const kept: unknown = JSON.parse(sessionStorage.getItem(this.#kept) ?? 'null');
		if (!kept || typeof kept !== 'object' || !('words' in kept && 'note' in kept)) return;
		const [words, note] = [text(kept.words), text(kept.note)];
		if (note === '') return;
		const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
		this.#draft = {
			note,
			item: 'item' in kept ? textOrNull(kept.item) : null,
			based: 'based' in kept ? textOrNull(kept.based) : null
		};
		this.typed = words;
	}

	choose = (value: string): void => {
		this.finish();
		this.#asked = value === LOOSE ? null : value;
	};
	follow = (): void => {
		this.finish();
		this.#asked = undefined;
	};
	titleOf = (item: string | null): string =>
		item === null
			? t('recorder.before')
			: (this.link.state.programme.items[item]?.title ?? t('recorder.before'));

	type = (words: string): void => {
		this.typed = words;
		this.#draft ??= { note: newId(), item: this.item, based: null };
		sessionStorage.setItem(this.#kept, JSON.stringify({ ...this.#draft, words }));
		const now = performance.now();
		if (this.#timer) clearTimeout(this.#timer);
		else this.#since = now;
		const wait = Math.max(0, Math.min(REST_MS, this.#since + LONGEST_MS - now));
		this.#timer = setTimeout(this.save, wait);
	};

	/** What was typed, as a fact, one after another. */
	save = (): void => {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const draft = this.#draft;
		if (draft) this.#write(draft, this.typed.trim());
	};
	#write(draft: Draft, words: string): void {
		if (words === this.#saved || (words === '' && draft.based === null)) return;
		this.#saved = words;
		this.#chain = this.#chain.then(async () => {
			// Another note may be in hand by now; this one goes on from its own last writing.
			const { note, item, based } = draft;
			const id = await this.link.fact('minutes.write', (claim) => ({
				...claim,
				note,
				item,
				text: words,
				based
			}));
			draft.based = id;
			// On the device's disk now; what was typed since is kept still.
			if (this.#draft !== draft || this.typed.trim() === words) sessionStorage.removeItem(this.#kept);
		});
	}

	/** The next words are a note of their own. */
	finish = (): void => {
		this.save();
		this.#draft = null;
		this.#saved = '';
		this.typed = '';
	};

	edit = ({ note, item, id, text: words }: ShownNote): void => {
		this.finish();
		this.#draft = { note, item, based: id };
		this.#saved = words;
		this.typed = words;
	};

	/** A finished text, beside what is in hand. */
	put = (words: string): void => {
		const item = this.item;
		this.#chain = this.#chain.then(async () => {
			await this.link.fact('minutes.write', (claim) => ({
				...claim,
				note: newId(),
				item,
				text: words,
				based: null
			}));
		});
	};
	remove = ({ note, item, id }: ShownNote): void => {
		this.#chain = this.#chain.then(async () => {
			await this.link.fact('minutes.write', (claim) => ({ ...claim, note, item, text: '', based: id }));
		});
	};

	/** All of the day, item by item. */
	asText = (): string => {
		const order: (string | null)[] = [null, ...this.link.state.programme.order];
		return order
			.flatMap((item) => {
				const notes = this.all.filter((note) => note.item === item);
				return notes.length
					? [[this.titleOf(item), ...notes.map((one) => `${formatTime(one.since)} ${one.text}`)].join('\n')]
					: [];
			})
			.join('\n\n');
	};
}
