/** Owns: the people of the lobby's board as its list shows them. */
import { letterOf } from '$lib/core/delegates/given-name';
import { foldVietnamese } from '$lib/core/delegates/fold';
import type { Seat } from '$lib/core/seating/hall';
import { seatWords, type SeatWords } from '$lib/core/seating/model';
import type { FinderView } from '$lib/core/views/finder-view';

export type Found = {
	/** Place in the list: a view holds no ids. */
	id: string;
	name: string;
	unit: string;
	seat: Omit<SeatWords, 'moved'> | null;
	/** Another one of this name stands on the list. */
	namesake: boolean;
};
/** `key`: the same person in the next list, as far as name and unit say. */
export type Listed = Found & { plain: string; key: string };

export function listedOf({ people, units, hall }: FinderView): Listed[] {
	const counts = new Map<string, number>();
	const folded = people.map(([, name]) => foldVietnamese(name));
	for (const name of folded) counts.set(name, (counts.get(name) ?? 0) + 1);
	const before = new Map<string, number>();
	return people.map(([honorific, name, unit, seat], at) => {
		const same = [honorific, name, unit].join('\n');
		const nth = before.get(same) ?? 0;
		before.set(same, nth + 1);
		return {
			id: String(at),
			plain: name,
			key: `${same}\n${nth}`,
			name: [honorific, name].filter(Boolean).join(' '),
			unit: units[unit] ?? '',
			seat: seat === '' ? null : seatWords(hall, seatOfKey(seat)),
			namesake: (counts.get(folded[at] ?? '') ?? 0) > 1
		};
	});
}

/** Letters that some given name begins with. */
export const lettersOf = (people: readonly Listed[]): ReadonlySet<string> =>
	new Set(people.map(({ plain }) => letterOf(plain)));

/** Ids of blocks hold no slash (the wire refuses it). */
export function seatOfKey(key: string): Seat {
	const [block = '', row, seat] = key.split('/');
	return { block, row: Number(row), seat: Number(seat) };
}
