/** Owns: where the name of a row stands: before its first seat, in line with the row, however its block is turned. */
import type { Layout, Place } from '../../core/seating/layout';

export type RowName = { x: number; y: number; text: string };

/** cm from the middle of the first seat. */
const BEFORE = 46;

/** Rows of one seat have no direction and no name; a round table has seats, not rows. */
export function rowNames(layout: Layout): RowName[] {
	const round = new Set(layout.hall.blocks.flatMap(({ id, shape }) => (shape === 'roundTable' ? [id] : [])));
	const first = new Map<string, Place>();
	const names = new Map<string, RowName>();
	for (const place of layout.places) {
		if (round.has(place.seat.block)) continue;
		const row = `${place.seat.block}/${place.seat.row}`;
		const lead = first.get(row);
		if (!lead) first.set(row, place);
		else if (!names.has(row)) {
			const by = BEFORE / (Math.hypot(place.x - lead.x, place.y - lead.y) || 1);
			const [x, y] = [lead.x - (place.x - lead.x) * by, lead.y - (place.y - lead.y) * by];
			names.set(row, { x, y, text: lead.rowLabel });
		}
	}
	return [...names.values()];
}
