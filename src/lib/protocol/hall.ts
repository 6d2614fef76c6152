/** Owns: the shape of a hall and of seats as they travel, in commands and in a file of their own. */
import { z } from 'zod';
import type { Why } from '../core/seating/why';
import { id, text } from './fields';

/** Centimetres: no hall is longer than half a kilometre. */
const length = z.number().min(-50_000).max(50_000);
const size = z.number().min(1).max(50_000);
const side = z.enum(['left', 'right']);
const count = (most: number) => z.number().int().min(1).max(most);
const placeInBlock = z.string().regex(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/);
const MOST_PER_ROW = 500;
const MOST_ROWS = 200;

export const seat = z.strictObject({ block: id, row: count(MOST_ROWS), seat: count(MOST_PER_ROW) });

const block = z.strictObject({
	id,
	name: text(80).pipe(z.string().min(1)),
	colour: z.string().regex(/^#[0-9a-fA-F]{6}$/),
	door: text(80),
	rows: count(MOST_ROWS),
	seatsPerRow: count(MOST_PER_ROW),
	shape: z.enum(['rows', 'longTable', 'roundTable']).optional(),
	place: z.enum(['floor', 'stage']).optional(),
	x: length.optional(),
	y: length.optional(),
	turn: z.number().min(-360).max(360).optional(),
	seatPitch: z.number().min(30).max(300).optional(),
	rowPitch: z.number().min(40).max(500).optional(),
	rowSeats: z.array(z.number().int().min(0).max(MOST_PER_ROW)).max(MOST_ROWS).optional(),
	align: z.enum(['left', 'right', 'centre']).optional(),
	aisles: z.array(count(MOST_PER_ROW)).max(20).optional(),
	walls: z.array(side).max(2).optional(),
	rowNames: z.enum(['numbers', 'letters']).optional(),
	firstRow: count(1000).optional(),
	numbered: z.enum(['left', 'right', 'centre']).optional(),
	firstSeat: count(10_000).optional(),
	out: z.array(placeInBlock).max(5_000).optional(),
	wheelchair: z.array(placeInBlock).max(1_000).optional()
});

export const hall = z.strictObject({
	name: text(200),
	blocks: z.array(block).max(60),
	stage: z
		.strictObject({
			width: size,
			depth: size,
			podium: z.enum(['left', 'right', 'centre']).nullable(),
			steps: z.array(side).max(2)
		})
		.optional(),
	doors: z
		.array(z.strictObject({ name: text(80).pipe(z.string().min(1)), x: length, y: length }))
		.max(40)
		.optional(),
	passages: z
		.array(z.strictObject({ x: length, y: length, width: size, depth: size }))
		.max(60)
		.optional()
});

const place = count(100_000);
const unit = text(300);
export const why: z.ZodType<Why> = z.union([
	z.strictObject({ rule: z.enum(['protocol', 'presidium']), place }),
	z.strictObject({ rule: z.literal('recipient'), wave: place, position: place, steps: side }),
	z.strictObject({ rule: z.literal('unit'), unit, whole: z.boolean() }),
	z.strictObject({ rule: z.literal('group'), group: id, unit, whole: z.boolean() }),
	z.strictObject({ rule: z.enum(['wheelchair', 'aisle', 'side', 'free', 'onTheDay']) }),
	z.strictObject({ rule: z.literal('hand'), by: id })
]);

/** Blocks in the order they are tried, by delegate group's id or by unit's name. */
export const wishes = z.record(text(300), z.array(id).max(60));
/** A seq of the log, as a screen saw it. */
export const version = z.number().int().min(0);
