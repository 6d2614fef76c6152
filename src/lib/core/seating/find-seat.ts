/** Owns: finding a seat by what somebody says or reads on an invitation: "A 3 12", "khối b hàng c ghế 7", "A3-12". */
import { foldVietnamese } from '../delegates/fold';
import type { Layout, Place } from './layout';

const SAID = new Set(['khoi', 'day', 'hang', 'ghe', 'so', 'ban']);

/**
 * Seats that fit block, row and seat number in this order, or block and row alone; at most `limit`. Empty when the
 * words name no block of the hall.
 */
export function seatsNamed(layout: Layout, query: string, limit: number): Place[] {
	const words = (foldVietnamese(query).match(/[a-z]+|\d+/g) ?? []).filter((word) => !SAID.has(word));
	const [named, row, seat] = words;
	if (named === undefined || row === undefined || words.length > 3) return [];
	const blocks = new Set(
		layout.hall.blocks
			.filter(({ id, name }) => fits(id, named) || fits(bare(name), named))
			.map(({ id }) => id)
	);
	return layout.places
		.filter(
			(place) =>
				blocks.has(place.seat.block) &&
				fits(place.rowLabel, row) &&
				(seat === undefined || fits(place.seatLabel, seat))
		)
		.slice(0, limit);
}

const fits = (label: string, word: string): boolean => foldVietnamese(label) === word;
const bare = (name: string): string =>
	(foldVietnamese(name).match(/[a-z]+|\d+/g) ?? []).filter((word) => !SAID.has(word)).join('');
