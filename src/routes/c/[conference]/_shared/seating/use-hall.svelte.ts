/** Owns: the hall as a screen with slices sees it: seats with their looks, computed again only where a fact changed. */
import { untrack } from 'svelte';
import { conflictKeys, conflictsOf } from '$lib/core/seating/coverage';
import { blockCounts, liveMap } from '$lib/core/seating/live-map';
import { sittersOf } from '$lib/core/seating/model';
import { rowsOf } from '$lib/core/table';
import { buildIndex, search } from '$lib/core/delegates/search';
import type { Link } from '$lib/client/link.svelte';
import { looksOf, NO_LOOKS, type LookMemo, type Looks } from '$lib/ui/seat-map/look';
import { layoutIn, lookWords, personOf } from './words';

/** Who is still on the way from the door changes with the clock alone. */
const CLOCK_MS = 30_000;

export class HallView {
	readonly #link: Link;
	#memo: LookMemo | null = null;
	#now = $derived.by(() => Math.floor(this.#link.now / CLOCK_MS) * CLOCK_MS);
	roster = $derived.by(() => this.#link.state.roster);
	seating = $derived.by(() => this.#link.state.seating);
	#admissions = $derived.by(() => this.#link.state.admissions);
	#welcome = $derived.by(() => this.#link.state.welcome);
	house = $derived.by(() => ({
		roster: this.roster,
		seating: this.seating,
		admissions: this.#admissions,
		welcome: this.#welcome
	}));
	hall = $derived.by(() => this.seating.hall);
	layout = $derived.by(() => layoutIn(this.hall));
	live = $derived.by(() => liveMap(this.house, this.#now));
	conflicts = $derived.by(() => conflictsOf({ roster: this.roster, seating: this.seating }));
	sitters = $derived.by(() => sittersOf(this.seating));
	counts = $derived.by(() => blockCounts(this.live, this.house, this.#now));
	looks = $derived.by((): Looks => {
		const { layout, live, roster } = this;
		const keys = conflictKeys(this.conflicts);
		if (!layout) return NO_LOOKS;
		const basis = `${this.seating.hallVersion}`;
		this.#memo = untrack(() =>
			looksOf(live, keys, [basis, roster], (seat) => lookWords(this.#link, layout, seat), this.#memo)
		);
		return this.#memo.looks;
	});
	#index = $derived.by(() => {
		const people = [...rowsOf(this.roster.delegates)].filter((one) => !one.withdrawn);
		return untrack(() =>
			buildIndex(
				people.map(({ id, unit, invitationNumber }) => {
					const who = this.#link.personal(`delegate:${id}`);
					const text = (value: unknown) => (typeof value === 'string' ? value : '');
					return {
						id,
						unit,
						name: text(who?.name),
						title: text(who?.title),
						...(invitationNumber && { code: invitationNumber })
					};
				})
			)
		);
	});

	constructor(link: Link) {
		this.#link = link;
	}

	get now(): number {
		return this.#now;
	}
	person = (id: string) => personOf(this.#link, id);
	/** Best match first. */
	find = (query: string, limit: number) => search(this.#index, query, limit);
}
