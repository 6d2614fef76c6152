/** Owns: how seats, and people on them, are said wherever the hall is shown. */
import type { DelegateId } from '$lib/core/delegates/model';
import type { LiveSeat } from '$lib/core/seating/live-map';
import { layoutOf, type Layout } from '$lib/core/seating/layout';
import { seatWords, type Hall, type Seat } from '$lib/core/seating/model';
import { rowOf } from '$lib/core/table';
import type { Link } from '$lib/client/link.svelte';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/seats';
import { office } from '../person-words';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** "Khối A, hàng 3, ghế 12", as on the card at the door. */
export function seatText(hall: Hall | null, seat: Seat): string {
	const { blockName, row, seat: number } = seatWords(hall, seat);
	return t('seats.at', { block: blockName, row, seat: number });
}

export type Person = { id: DelegateId; name: string; given: string; office: string };

/** Honorific and name; the unit where the name was never sent or is erased. */
export function personOf(link: Link, id: DelegateId): Person {
	const who = link.personal(`delegate:${id}`);
	const unit = rowOf(link.state.roster.delegates, id)?.unit ?? '';
	const bare = text(who?.name);
	return {
		id,
		name: [text(who?.honorific), bare].filter(Boolean).join(' ') || unit || t('seats.nobodyKnown'),
		given: bare.slice(bare.lastIndexOf(' ') + 1),
		office: office({ title: text(who?.title), unit })
	};
}

/** What a screen reader says of a seat, and the word under it. */
export function lookWords(link: Link, layout: Layout, seat: LiveSeat): { name: string; word: string } {
	const place = layout.byKey.get(seat.key);
	const people = seat.sitters.map((id) => personOf(link, id));
	const strangers = seat.strangers.map((id) => personOf(link, id).name);
	const parts = [
		place ? seatText(layout.hall, place.seat) : seat.key,
		...people.map((person) => person.name),
		t(`seats.state.${seat.state}`),
		...strangers.map((name) => t('seats.stranger', { name })),
		...(seat.wheelchair ? [t('seats.wheelchairPlace')] : []),
		...(seat.locked ? [t('seats.locked')] : []),
		...(seat.moved ? [t('seats.moved')] : [])
	];
	return { name: parts.join(', '), word: people[0]?.given ?? '' };
}

export const layoutIn = (hall: Hall | null): Layout | null => (hall ? layoutOf(hall) : null);
