/**
 * Owns: units side by side. Free seats are strung to chains that wind through a strip of a block, row by row; whatever
 * piece of a chain a unit gets, its people are neighbours. Units fill the hall from the front.
 */
import type { Placement } from '../model';
import { sit, type Board, type Guest, type Spot } from './board';

/** People who want to sit together, and the blocks that were chosen for them. */
export type Cluster = { key: string; wish: readonly string[]; guests: Guest[] };

/** In the order of their first member, who stands highest. */
export function clustersOf(guests: readonly Guest[], placement: Placement): Cluster[] {
	const clusters = new Map<string, Cluster>();
	for (const guest of guests) {
		const key = clusterKey(guest, placement);
		const known = clusters.get(key);
		if (known) known.guests.push(guest);
		else clusters.set(key, { key, wish: wishOf(guest, placement), guests: [guest] });
	}
	return [...clusters.values()];
}

/** Those of one unit, as far as the organisers did not send them to different blocks; without a unit each by themselves. */
export function clusterKey(guest: Guest, placement: Placement): string {
	const { unit, id } = guest.person;
	if (guest.circle !== undefined) return guest.circle;
	const wish = wishOf(guest, placement);
	guest.circle = unit === '' ? `\n${id}` : wish.length ? `${unit}\n${wish.join('\n')}` : unit;
	return guest.circle;
}

export function wishOf({ person }: Guest, placement: Placement): readonly string[] {
	const byUnit = placement.units[person.unit];
	if (byUnit?.length) return byUnit;
	return (person.group !== null && placement.groups[person.group]) || NOWHERE;
}

const NOWHERE: readonly string[] = [];

/** Empty seats between two who still sit side by side. */
const GAP = 2;

/** The groups of people that one can walk through from neighbour to neighbour, largest first. */
export function piecesOf(guests: readonly Guest[]): Guest[][] {
	const open = seatedOf(guests);
	const pieces: Guest[][] = [];
	for (const first of open) pieces.push(walk(first, open, []));
	return pieces.sort((a, b) => b.length - a.length);
}

/** How many pieces these are; asked for every unit, and more than once. */
export function countPieces(guests: readonly Guest[]): number {
	const open = seatedOf(guests);
	if (open.size <= 1) return open.size;
	const met: Guest[] = [];
	let count = 0;
	for (const first of open) {
		met.length = 0;
		walk(first, open, met);
		count++;
	}
	return count;
}

function seatedOf(guests: readonly Guest[]): Set<Guest> {
	const seated = new Set<Guest>();
	for (const guest of guests) if (guest.spot) seated.add(guest);
	return seated;
}

/** From neighbour to neighbour, through all that are `open` yet. */
function walk(first: Guest, open: Set<Guest>, met: Guest[]): Guest[] {
	const meet = (guest: Guest | null): void => {
		if (guest && open.delete(guest)) met.push(guest);
	};
	meet(first);
	for (const { spot } of met) {
		if (open.size === 0 || !spot) break;
		for (const { sitter } of spot.near) meet(sitter);
		meet(beside(spot, 'prev'));
		meet(beside(spot, 'next'));
	}
	return met;
}

export type Unit = { guests: readonly Guest[]; pieces: number };

/** Those who sit as one of their unit, as far as it has more than one such. */
export function unitsOf(guests: readonly Guest[], placement: Placement): Unit[] {
	const sitting = guests.filter(
		({ person, spot }) => spot && person.role === 'ordinary' && !person.wheelchair
	);
	return clustersOf(sitting, placement)
		.filter(({ guests: unit }) => unit.length > 1)
		.map(({ guests: unit }) => ({ guests: unit, pieces: countPieces(unit) }));
}

/** The next person along the row; a few empty seats between do not part two of a unit. */
function beside(spot: Spot, way: 'prev' | 'next'): Guest | null {
	let at = spot[way];
	for (let gap = 0; at && !at.sitter && gap < GAP; gap++) at = at[way];
	return at?.sitter ?? null;
}

export const isFree = (spot: Spot): boolean => spot.open && !spot.sitter && !spot.reserved;

/** Seats beside, before and behind a piece, whoever sits there. */
export function edgeOf(piece: readonly Guest[]): Spot[] {
	const edge = new Set<Spot>();
	for (const { spot } of piece)
		for (const next of spot ? [spot.prev, spot.next, ...spot.near] : []) if (next) edge.add(next);
	for (const { spot } of piece) if (spot) edge.delete(spot);
	return [...edge];
}

type Chain = { spots: Spot[]; from: number; block: string };

export function seatClusters(board: Board, clusters: readonly Cluster[]): void {
	const open = clusters.filter(({ guests }) => guests.some(({ spot }) => !spot));
	if (!open.length) return;
	const chains = chainsOf(board);
	for (const cluster of [
		...open.filter(({ wish }) => wish.length),
		...open.filter(({ wish }) => !wish.length)
	]) {
		const left = cluster.guests.filter(({ spot }) => !spot);
		const chain = cluster.wish.length
			? first(cluster.wish, (block) =>
					frontOf(
						chains.filter((one) => one.block === block),
						left
					)
				)
			: frontOf(chains, left);
		if (chain) fill(chain, left);
		else
			split(
				chains.filter(({ block }) => cluster.wish.includes(block)),
				left
			);
		split(
			chains,
			left.filter(({ spot }) => !spot)
		);
	}
}

function first<T, R>(list: readonly T[], look: (one: T) => R | null): R | null {
	for (const one of list) {
		const found = look(one);
		if (found !== null) return found;
	}
	return null;
}

/** The chain that has room for all and whose next seat is the most forward. */
function frontOf(chains: readonly Chain[], guests: readonly Guest[]): Chain | null {
	const aisle = guests.some(({ person }) => person.aisle);
	let best: Chain | null = null;
	let suited: Chain | null = null;
	for (const chain of chains) {
		if (room(chain) < guests.length) continue;
		if (!best || frontier(chain) < frontier(best)) best = chain;
		if (!aisle || (suited && frontier(suited) <= frontier(chain))) continue;
		for (let at = 0; at < guests.length; at++)
			if (chain.spots[chain.from + at]?.place.aisle) {
				suited = chain;
				break;
			}
	}
	return best && suited && lineOf(suited) - lineOf(best) <= BEHIND ? suited : best;
}
/** So many lines further back are worth a seat at an aisle to a unit that needs one. */
const BEHIND = 2;

const frontier = ({ spots, from }: Chain): number => spots[from]?.honour ?? Infinity;
const lineOf = ({ spots, from }: Chain): number => spots[from]?.line ?? 0;

function fill(chain: Chain, guests: readonly Guest[]): void {
	for (const guest of guests) {
		const spot = chain.spots[chain.from++];
		if (spot) sit(guest, spot);
	}
}

/** As few pieces as can be. */
function split(chains: readonly Chain[], guests: readonly Guest[]): void {
	let left = guests;
	while (left.length) {
		const whole = frontOf(chains, left);
		const longest = chains.reduce<Chain | null>(
			(most, chain) => (room(chain) > (most ? room(most) : 0) ? chain : most),
			null
		);
		const chain = whole ?? longest;
		if (!chain) return;
		const count = Math.min(room(chain), left.length);
		fill(chain, left.slice(0, count));
		left = left.slice(count);
	}
}
const room = ({ spots, from }: Chain): number => spots.length - from;

/** Each strip from the front, one row from the left and the next one back, cut where two are not neighbours. */
function chainsOf(board: Board): Chain[] {
	const strips = new Map<string, Spot[][]>();
	let part: Spot[] = [];
	for (const spot of board.spots) {
		if (!isFree(spot)) continue;
		if (part[0] && isOneRow(part[0], spot)) {
			part.push(spot);
			continue;
		}
		part = [spot];
		const key = `${spot.place.seat.block}/${spot.strip}`;
		const rows = strips.get(key);
		if (rows) rows.push(part);
		else strips.set(key, [part]);
	}
	const chains: Chain[] = [];
	for (const rows of strips.values()) {
		let chain: Chain | null = null;
		let last: Spot | null = null;
		for (const row of rows)
			for (const spot of row[0] && row[0].place.seat.row % 2 === 0 ? [...row].reverse() : row) {
				const linked: boolean =
					last !== null && (last.prev === spot || last.next === spot || last.near.includes(spot));
				if (chain && linked) chain.spots.push(spot);
				else chains.push((chain = { spots: [spot], from: 0, block: spot.place.seat.block }));
				last = spot;
			}
	}
	return chains;
}

const isOneRow = (a: Spot, b: Spot): boolean =>
	a.strip === b.strip && a.place.seat.row === b.place.seat.row && a.place.seat.block === b.place.seat.block;
