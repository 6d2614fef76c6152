/**
 * Owns: finding one's name in the lobby: a first letter shows everybody whose given name begins with it, more letters
 * search. Left alone for half a minute it forgets what was typed, so that nobody reads who looked before them.
 */
import { letterOf } from '$lib/core/delegates/given-name';
import { buildIndex, search } from '$lib/core/delegates/search';
import { layoutOf } from '$lib/core/seating/layout';
import { wayTo, type Way } from '$lib/core/seating/way';
import type { FinderView } from '$lib/core/views/finder-view';
import { lettersOf, listedOf, seatOfKey, type Found } from './listed';

const MOST = 40;
const IDLE_MS = 30_000;

export class Finder {
	readonly #view: () => FinderView;
	query = $state('');
	/** Who is shown, by name and unit: the list may change under them. */
	#picked = $state<string | null>(null);
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(view: () => FinderView) {
		this.#view = view;
	}

	readonly #people = $derived.by(() => listedOf(this.#view()));
	readonly #index = $derived(
		buildIndex(this.#people.map(({ id, plain, unit }) => ({ id, name: plain, unit, title: '' })))
	);

	get empty(): boolean {
		return this.#people.length === 0;
	}
	/** Letters that some given name begins with. */
	readonly letters = $derived(lettersOf(this.#people));
	readonly found = $derived.by((): { list: Found[]; more: number } => {
		const typed = this.query.trim();
		if (typed === '') return { list: [], more: 0 };
		if ([...typed].length === 1) {
			const letter = typed.toLocaleUpperCase('vi');
			// A D without its stroke means both: not every keyboard has the other.
			const wanted = letter === 'D' ? ['D', 'Đ'] : [letterOf(letter)];
			const list = this.#people.filter(({ plain }) => wanted.includes(letterOf(plain)));
			return { list, more: 0 };
		}
		const { ids, total } = search(this.#index, typed, MOST);
		const list = ids.flatMap((id) => this.#people[Number(id)] ?? []);
		return { list, more: total - list.length };
	});
	readonly picked = $derived(
		this.#picked === null ? null : (this.#people.find(({ key }) => key === this.#picked) ?? null)
	);
	readonly way = $derived.by((): Way | null => {
		const { hall, people } = this.#view();
		const seat = this.picked && people[Number(this.picked.id)]?.[3];
		return hall && seat && layoutOf(hall).byKey.has(seat) ? wayTo(hall, seatOfKey(seat)) : null;
	});

	type(text: string): void {
		this.query = text.slice(0, 60);
		this.#picked = null;
		this.touch();
	}
	pick(one: Found): void {
		this.#picked = this.#people[Number(one.id)]?.key ?? null;
		this.touch();
	}
	/** Somebody is here: the half minute begins anew. */
	touch(): void {
		this.close();
		this.#timer = setTimeout(() => this.start(), IDLE_MS);
	}
	start(): void {
		this.close();
		this.query = '';
		this.#picked = null;
	}
	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
