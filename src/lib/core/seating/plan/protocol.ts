/**
 * Owns: the order of honour. The first of the list sits in the middle of the first row, the others outwards and then
 * in the rows behind; the Presidium does the same at its table on the stage.
 */
import { leave, type Board, type Guest, type Spot } from './board';
import { lineUp, seatLineUp } from './line-up';

/** @param guests the Presidium in its order */
export function seatPresidium(board: Board, guests: readonly Guest[]): void {
	const free = board.stage.filter((s) => s.usable && !s.place.wheelchair && !s.sitter?.fixed);
	for (const guest of inOrder(guests, free)) guest.reason = 'no_stage_place';
}

/** @param guests in the order of honour; reserved are the gaps in a wave, which are not theirs */
export function seatProtocol(board: Board, guests: readonly Guest[]): void {
	const open = board.floor.filter((spot) => spot.open && !spot.sitter?.fixed);
	// A wave that stands well is stepped over: the order stays, and nobody of it has to move.
	const free = open.filter(({ sitter, reserved }) => !reserved && sitter?.person.role !== 'recipient');
	inOrder(guests, free.length >= guests.length ? free : open);
	const last = guests.reduce((most, { spot }) => Math.max(most, spot?.honour ?? -1), -1);
	for (const spot of board.floor) spot.reserved = spot.honour < last ? 'honour' : null;
}

/** @returns those for whom nothing was left */
function inOrder(guests: readonly Guest[], free: readonly Spot[]): Guest[] {
	const seated = guests.slice(0, free.length);
	const rest = guests.slice(free.length);
	for (const guest of rest) leave(guest);
	seatLineUp(seated, lineUp(seated, free, zoneOf(seated, free)));
	return rest;
}

/** Nobody is kept behind the rows of honour: a person named important later comes forward. */
function zoneOf(guests: readonly Guest[], free: readonly Spot[]): number {
	const known = new Set(
		guests
			.filter(({ person: { why } }) => why?.rule === 'protocol' || why?.rule === 'presidium')
			.map(({ spot }) => spot)
	);
	return Math.max(
		guests.length - 1,
		free.findLastIndex((spot) => known.has(spot))
	);
}
