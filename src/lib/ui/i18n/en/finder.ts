/** Owns: English for `vi/finder.ts`. */
import type { finder as vi } from '../vi/finder';

export const finder = {
	'finder.title': 'Find your seat',
	'finder.hint': 'Touch the first letter of the given name (the last word), e.g. Nông Văn Thành – T.',
	'finder.field': 'Name',
	'finder.keys': 'Keyboard',
	'finder.space': 'Space',
	'finder.back': 'Delete a letter',
	'finder.clear': 'Clear',
	'finder.letter': 'Letter {letter}',
	'finder.count': '{count} delegates',
	'finder.more': '{count} more – type another letter to see them',
	'finder.none': '“{query}” was not found. Please ask at the reception desk.',
	'finder.another': 'Find somebody else',
	'finder.waiting': 'Seat to follow – please ask at the reception desk',
	'finder.seat': '{block}, row {row}, seat {seat}',
	'finder.empty': 'There is no seat list yet',
	'finder.emptyHint': 'The list appears here as soon as seats are given.',
	'finder.namesakes': 'Somebody has the same name: look at the unit',
	'finder.offline': 'This may have changed – if the seat is taken, please ask at the reception desk.'
} satisfies Record<keyof typeof vi, string>;
