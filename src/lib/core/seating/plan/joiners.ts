/**
 * Owns: people who come to a unit that already sits. They sit beside it; where all seats there are taken, somebody at
 * the edge of the next unit moves over to the other edge of theirs, and so on, a few at most.
 */
import type { Placement } from '../model';
import { leave, sit, type Board, type Guest, type Spot } from './board';
import { clusterKey, countPieces, edgeOf, isFree, piecesOf, type Cluster } from './units';

/** People who may be asked to move for one who comes. */
const CHAIN = 3;
/** Units looked at for one who comes. */
const LOOKED = 40;

type Seated = { wish: readonly string[]; guests: Set<Guest> };
type Move = { guest: Guest; spot: Spot };

/** @param allowance how many others may move in all */
export function joinUnits(
	board: Board,
	clusters: readonly Cluster[],
	guests: readonly Guest[],
	placement: Placement,
	allowance: number
): void {
	for (const cluster of clusters) if (cluster.wish.length) bringHome(board, cluster);
	const circles = new Map<string, Seated>();
	for (const { key, wish } of clusters) circles.set(key, { wish, guests: new Set() });
	const circleOf = (guest: Guest): Seated | undefined =>
		guest.person.role === 'ordinary' && !guest.person.wheelchair
			? circles.get(clusterKey(guest, placement))
			: undefined;
	for (const guest of guests) if (guest.spot?.sitter === guest) circleOf(guest)?.guests.add(guest);
	let left = allowance;
	for (const { key, guests: people } of clusters) {
		const circle = circles.get(key);
		if (!circle) continue;
		for (const guest of people) {
			if (guest.spot) continue;
			const moves = circle.guests.size ? wayIn(board, guest, circle, circleOf, Math.min(CHAIN, left)) : null;
			left -= moves ? moves.length - 1 : 0;
			for (const move of moves ?? []) {
				sit(move.guest, move.spot);
				circleOf(move.guest)?.guests.add(move.guest);
			}
			// Who changed the unit and finds no better seat stays on the old one.
			if (!moves && guest.before && isFree(guest.before) && isInside(circle.wish, guest.before)) {
				sit(guest, guest.before);
				circle.guests.add(guest);
			}
		}
	}
}

/** The organisers chose blocks since: all who sit outside move in, if there is room for them. */
function bringHome(board: Board, { wish, guests }: Cluster): void {
	const inside = (spot: Spot): boolean => isInside(wish, spot);
	const outside = guests.filter(
		({ spot, person }) =>
			spot && !inside(spot) && person.why?.rule !== 'hand' && person.why?.rule !== 'onTheDay'
	);
	if (!outside.length) return;
	const room = board.spots.filter((spot) => isFree(spot) && inside(spot)).length;
	if (room >= outside.length) outside.forEach(leave);
}

type Step = { from: Step | null; guest: Guest; circle: Seated; depth: number };

/** The fewest moves that make room beside the unit, in the order in which they can be made; null if there are none. */
function wayIn(
	board: Board,
	coming: Guest,
	home: Seated,
	circleOf: (guest: Guest) => Seated | undefined,
	most: number
): Move[] | null {
	const seen = new Set<Seated>([home]);
	const queue: Step[] = [{ from: null, guest: coming, circle: home, depth: 0 }];
	for (const step of queue) {
		const { guest, circle, depth } = step;
		const edge = besides(circle, guest);
		const spot =
			edge.find(isFree) ?? (circle.guests.size <= 1 && depth > 0 ? anyFree(board, circle) : undefined);
		if (spot) return movesOf(step, spot);
		if (depth >= most || seen.size > LOOKED) continue;
		for (const { sitter } of edge) {
			if (!sitter || sitter.fixed || (sitter.person.aisle && sitter.spot?.place.aisle)) continue;
			if (sitter.person.role === 'side' && sitter.spot) return movesOf(step, sitter.spot, sitter);
			const other = circleOf(sitter);
			if (!other || seen.has(other) || !canSpare(other, sitter)) continue;
			seen.add(other);
			queue.push({ from: step, guest: sitter, circle: other, depth: depth + 1 });
		}
	}
	return null;
}

function movesOf(last: Step, spot: Spot, asked?: Guest): Move[] {
	if (asked) leave(asked);
	const moves: Move[] = [];
	let to: Spot | null = spot;
	for (let step: Step | null = last; step && to; step = step.from) {
		const { guest }: Step = step;
		const left: Spot | null = guest.spot;
		moves.push({ guest, spot: to });
		to = left;
	}
	return moves;
}

/** Seats around the largest piece of the unit without the one who moves, most forward first. */
function besides(circle: Seated, without: Guest): Spot[] {
	const [piece = []] = piecesOf([...circle.guests].filter((guest) => guest !== without));
	return edgeOf(piece)
		.filter((spot) => spot.open && !spot.reserved && spot !== without.spot && isInside(circle.wish, spot))
		.sort((a, b) => a.honour - b.honour);
}

/** Its others stay together when this one moves. */
function canSpare({ guests }: Seated, leaver: Guest): boolean {
	if (guests.size <= 2) return true;
	const rest = [...guests].filter((guest) => guest !== leaver);
	if (!leaver.spot) return false;
	leaver.spot.sitter = null;
	const pieces = countPieces(rest);
	leaver.spot.sitter = leaver;
	return pieces <= countPieces([...guests]);
}

const anyFree = ({ floor }: Board, { wish }: Seated): Spot | undefined =>
	floor.find((spot) => isFree(spot) && isInside(wish, spot));

const isInside = (wish: readonly string[], { place }: Spot): boolean =>
	!wish.length || wish.includes(place.seat.block);
