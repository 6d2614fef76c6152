/**
 * Owns: the hall as it is drawn: stage, doors, blocks of seats, tables. Everything but a block's grid may be left out
 * and is then laid out by itself (`layout.ts`), so that a hall of two lines and a drawn one are the same thing.
 *
 * Lengths are centimetres. The hall is seen from the seats, facing the stage: x grows to the right from the middle of
 * the stage, y grows from the stage's front edge towards the back; what stands on the stage has a negative y.
 */

export type Side = 'left' | 'right';

export type Block = {
	id: string;
	/** As signs and cards say it: "Khối A". */
	name: string;
	/** `#rrggbb`. */
	colour: string;
	/** Name of the door its people come in by; one of `Hall.doors` where these are drawn. */
	door: string;
	/** Rows from the stage backwards, and seats of the longest row. */
	rows: number;
	seatsPerRow: number;
	/** Default `rows`. A table is one row of chairs: along one side of a long one, or all around a round one. */
	shape?: 'rows' | 'longTable' | 'roundTable';
	/** Default `floor`. On the stage sits the Presidium. */
	place?: 'floor' | 'stage';
	/** Middle of the front edge. */
	x?: number;
	y?: number;
	/** Degrees clockwise, as seen on the drawing; 0 faces the stage. */
	turn?: number;
	/** Between two seats of a row, and between two rows. */
	seatPitch?: number;
	rowPitch?: number;
	/** Seats of each row from the front, where rows are not equal; 0 for a row that is not there. */
	rowSeats?: number[];
	/** How shorter rows stand under longer ones; default `centre`. */
	align?: Side | 'centre';
	/** Aisles inside the block: after so many seats of the longest row, from the left. */
	aisles?: number[];
	/** Ends of the rows that stand at a wall, where nobody can come in. */
	walls?: Side[];
	/** Default `numbers`. */
	rowNames?: 'numbers' | 'letters';
	/** Name of the first row as a count, default 1: a gallery may go on where the floor ends. */
	firstRow?: number;
	/** Where seat 1 is, default `left`; from the centre odd numbers go left and even ones right. */
	numbered?: Side | 'centre';
	firstSeat?: number;
	/** Seats nobody may be given, and places kept for a wheelchair: `row/seat`, counted as in `Seat`. */
	out?: string[];
	wheelchair?: string[];
};

export type Stage = {
	width: number;
	depth: number;
	podium: Side | 'centre' | null;
	/** Where one can go up; recipients queue there. */
	steps: Side[];
};
export type Door = { name: string; x: number; y: number };
/** An aisle or another place kept free, drawn for people to find their way. */
export type Passage = { x: number; y: number; width: number; depth: number };

export type Hall = {
	name: string;
	blocks: Block[];
	stage?: Stage;
	doors?: Door[];
	passages?: Passage[];
};

/**
 * A seat is a place, not a label: row from the front and seat from the left of its block, both from 1, as seen facing
 * the stage. What is printed on it follows from the block (`layout.ts`), so that new numbering moves nobody.
 */
export type Seat = { block: string; row: number; seat: number };

export const seatKey = (seat: Seat): string => `${seat.block}/${seat.row}/${seat.seat}`;
export const placeKey = (row: number, seat: number): string => `${row}/${seat}`;

export const sameSeat = (a: Seat | null | undefined, b: Seat | null | undefined): boolean =>
	!a || !b ? !a && !b : a.block === b.block && a.row === b.row && a.seat === b.seat;

export const seatsOfRow = (block: Block, row: number): number =>
	row < 1 || row > block.rows ? 0 : (block.rowSeats?.[row - 1] ?? block.seatsPerRow);

/** Is there such a seat, in use or not? */
export function seatExists(hall: Hall | null, seat: Seat): boolean {
	const block = hall?.blocks.find((b) => b.id === seat.block);
	return block !== undefined && seat.seat >= 1 && seat.seat <= seatsOfRow(block, seat.row);
}

export const isOut = (block: Block, row: number, seat: number): boolean =>
	block.out?.includes(placeKey(row, seat)) ?? false;

export const MAX_SEATS = 20_000;

/** What is wrong with a hall, as the code of a refusal with its words; null when it can be used. */
export type HallFault =
	| { code: 'hall_block_twice'; params: { block: string } }
	| { code: 'hall_seat_missing'; params: { block: string; seat: string } }
	| { code: 'hall_rows_wrong'; params: { block: string } }
	| { code: 'hall_too_big'; params: { most: number } }
	| { code: 'hall_door_unknown'; params: { block: string; door: string } };

/** Rules that shapes alone cannot say; the shape itself is the wire schema's matter. */
export function faultOf(hall: Hall): HallFault | null {
	const ids = new Set<string>();
	const names = new Set<string>();
	let seats = 0;
	for (const block of hall.blocks) {
		if (ids.has(block.id) || names.has(block.name))
			return { code: 'hall_block_twice', params: { block: block.name } };
		ids.add(block.id);
		names.add(block.name);
		if (block.rowSeats && !fits(block.rowSeats, block))
			return { code: 'hall_rows_wrong', params: { block: block.name } };
		for (const place of [...(block.out ?? []), ...(block.wheelchair ?? [])]) {
			const [row = 0, seat = 0] = place.split('/').map(Number);
			if (!(seat >= 1 && seat <= seatsOfRow(block, row)))
				return { code: 'hall_seat_missing', params: { block: block.name, seat: place } };
		}
		if (hall.doors?.length && block.door !== '' && !hall.doors.some((door) => door.name === block.door))
			return { code: 'hall_door_unknown', params: { block: block.name, door: block.door } };
		for (let row = 1; row <= block.rows; row++) seats += seatsOfRow(block, row);
	}
	return seats > MAX_SEATS ? { code: 'hall_too_big', params: { most: MAX_SEATS } } : null;
}

const fits = (rowSeats: number[], block: Block): boolean =>
	rowSeats.length === block.rows &&
	Math.max(...rowSeats) === block.seatsPerRow &&
	(block.shape === undefined || block.shape === 'rows');
