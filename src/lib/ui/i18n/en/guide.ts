/** Owns: English for `vi/guide.ts`. */
import type { guide as vi } from '../vi/guide';

export const guide = {
	'guide.stage': 'Stage',
	'guide.map': 'Map of the way to the seat: {way}',
	'guide.enter': 'Enter by {door}',
	'guide.aisle.middle': 'take the middle aisle',
	'guide.aisle.between': 'take the aisle between {first} and {second}',
	'guide.aisle.inside': 'take the aisle inside {block}',
	'guide.aisle.left': 'take the aisle left of {block}',
	'guide.aisle.right': 'take the aisle right of {block}',
	'guide.steps.left': 'go up to the stage by the steps on the left',
	'guide.steps.right': 'go up to the stage by the steps on the right',
	'guide.hand.left': 'row {row} on your left',
	'guide.hand.right': 'row {row} on your right',
	'guide.row': 'row {row}',
	'guide.seat': 'seat {seat}',
	'guide.way': 'The way to the seat',
	'guide.place': 'Give a seat'
} satisfies Record<keyof typeof vi, string>;
