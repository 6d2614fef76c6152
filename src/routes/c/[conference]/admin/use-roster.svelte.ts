/** Owns: the roster as the organisers read it: names joined on, sorted, searchable. */
import type { Delegate, DelegatePersonal } from '$lib/core/delegates/model';
import { buildIndex, search } from '$lib/core/delegates/search';
import { rowsOf } from '$lib/core/table';
import type { Link } from '$lib/client/link.svelte';
import { delegatePersonal } from './people';

export type RosterRow = {
	delegate: Delegate;
	who: DelegatePersonal;
	/** Honorific and name. */
	display: string;
	/** Title and unit. */
	detail: string;
};

/** By unit, then given name, as lists of an office are kept. */
function sorted(rows: RosterRow[]): RosterRow[] {
	const { compare } = new Intl.Collator('vi');
	const given = (row: RosterRow) => row.who.name.slice(row.who.name.lastIndexOf(' ') + 1);
	return rows.sort(
		(a, b) =>
			compare(a.delegate.unit, b.delegate.unit) ||
			compare(given(a), given(b)) ||
			compare(a.who.name, b.who.name)
	);
}

export function useRoster(link: Link) {
	let table = $derived(link.state.roster.delegates);
	let rows = $derived(
		sorted(
			[...rowsOf(table)].map((delegate) => {
				const who = delegatePersonal(link.personal(`delegate:${delegate.id}`));
				return {
					delegate,
					who,
					display: [who.honorific, who.name].filter(Boolean).join(' ') || delegate.unit,
					detail: [who.title, delegate.unit].filter(Boolean).join(', ')
				};
			})
		)
	);
	let byId = $derived(Object.fromEntries(rows.map((row) => [row.delegate.id, row])));
	let index = $derived(
		buildIndex(
			rows.map(({ delegate, who }) => ({
				id: delegate.id,
				name: who.name,
				unit: delegate.unit,
				title: who.title,
				...(delegate.invitationNumber && { code: delegate.invitationNumber })
			}))
		)
	);
	return {
		get rows() {
			return rows;
		},
		/** Best match first; all rows for an empty query. */
		find(query: string): RosterRow[] {
			if (query.trim() === '') return rows;
			return search(index, query, rows.length).ids.flatMap((id) => byId[id] ?? []);
		}
	};
}
