/** Owns: what the papers of seats say: who sits where, in the order of each paper, and how a block falls into sheets. */
import { byGivenName } from '$lib/core/delegates/given-name';
import type { PersonalLookup } from '$lib/core/log/event';
import type { State } from '$lib/core/log/slices';
import { seatsOfRow, type Block } from '$lib/core/seating/hall';
import { layoutOf, type Place } from '$lib/core/seating/layout';
import { isMoved, seatOf, type SeatWords } from '$lib/core/seating/model';
import { wayTo, type Way } from '$lib/core/seating/way';
import { rowsOf } from '$lib/core/table';

export const PAPERS = ['slips', 'labels', 'signs', 'chart', 'list'] as const;

export type PaperPerson = {
	id: string;
	/** With and without the honorific. */
	whole: string;
	name: string;
	unit: string;
	seat: SeatWords | null;
	block: string | null;
	way: Way | null;
	moved: boolean;
};
export type PaperSeat = { place: Place; block: Block; people: PaperPerson[]; held: boolean };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everybody who is invited, by given name. */
export function peopleOf(state: State, personal: PersonalLookup): PaperPerson[] {
	const { seating, roster } = state;
	return [...rowsOf(roster.delegates)]
		.filter(({ withdrawn }) => !withdrawn)
		.map(({ id, unit, invitationNumber }): PaperPerson => {
			const who = personal(`delegate:${id}`);
			const name = text(who?.name) || (invitationNumber ?? '') || unit;
			const place = seating.seats[id];
			return {
				id,
				name,
				whole: [text(who?.honorific), name].filter(Boolean).join(' '),
				unit,
				seat: seatOf(seating, id),
				block: place?.block ?? null,
				way: place ? wayTo(seating.hall, place) : null,
				moved: isMoved(seating, id)
			};
		})
		.sort(byGivenName);
}

/** Every seat that is drawn, block by block, row by row. */
export function seatsOf({ seating }: State, people: readonly PaperPerson[]): PaperSeat[] {
	if (!seating.hall) return [];
	const blocks = new Map(seating.hall.blocks.map((block) => [block.id, block]));
	const sitters = new Map<string, PaperPerson[]>();
	for (const person of people) {
		const seat = seating.seats[person.id];
		if (!seat) continue;
		const key = `${seat.block}/${seat.row}/${seat.seat}`;
		sitters.set(key, [...(sitters.get(key) ?? []), person]);
	}
	return layoutOf(seating.hall).places.flatMap((place) => {
		const block = blocks.get(place.seat.block);
		return block
			? [{ place, block, people: sitters.get(place.key) ?? [], held: seating.holds[place.key] !== undefined }]
			: [];
	});
}

/** On a slip: from the front of the hall to its back, as people will be handed them by block. */
export const bySeat = (seats: readonly PaperSeat[]): PaperPerson[] => seats.flatMap(({ people }) => people);

export const inSheets = <T>(list: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

export type ChartCell = PaperSeat & { column: number; afterAisle: boolean };
export type ChartSheet = {
	block: Block;
	part: number;
	parts: number;
	columns: number;
	rows: { label: string; cells: ChartCell[] }[];
};

/** As many as an A4 sheet on its side holds in letters that can be read. */
const ACROSS = 10;
const DOWN = 8;

/** One block on as many equal sheets as it needs, from the front left. */
export function chartOf(block: Block, seats: readonly PaperSeat[]): ChartSheet[] {
	const rows = Array.from({ length: block.rows }, (_, at) => {
		const row = at + 1;
		const cells = seats
			.filter(({ place }) => place.seat.block === block.id && place.seat.row === row)
			.map((seat): ChartCell => {
				const column = leadOf(block, row) + seat.place.seat.seat;
				return { ...seat, column, afterAisle: block.aisles?.includes(column - 1) ?? false };
			});
		return { label: cells[0]?.place.rowLabel ?? '', cells };
	}).filter(({ cells }) => cells.length > 0);
	const bands = even(rows, DOWN);
	const wide = Math.ceil(block.seatsPerRow / Math.ceil(block.seatsPerRow / ACROSS));
	const sheets = bands.flatMap((band) =>
		Array.from({ length: Math.ceil(block.seatsPerRow / wide) }, (_, at) =>
			band.map(({ label, cells }) => ({
				label,
				cells: cells
					.filter(({ column }) => column > at * wide && column <= (at + 1) * wide)
					.map((cell) => ({ ...cell, column: cell.column - at * wide }))
			}))
		)
	);
	return sheets.map((of, at) => ({
		block,
		part: at + 1,
		parts: sheets.length,
		columns: wide,
		rows: of.filter(({ cells }) => cells.length > 0)
	}));
}

/** Whole columns that stand free to the left of a shorter row. */
function leadOf(block: Block, row: number): number {
	const free = block.seatsPerRow - seatsOfRow(block, row);
	if (block.align === 'left') return 0;
	return block.align === 'right' ? free : Math.floor(free / 2);
}

/** Sheets of the same size rather than a last one with a single row. */
function even<T>(list: readonly T[], most: number): T[][] {
	const count = Math.ceil(list.length / most);
	return count === 0 ? [] : inSheets(list, Math.ceil(list.length / count));
}
