/**
 * Owns: units side by side. Free seats are strung to chains that wind through a strip of a block, row by row; whatever
 * piece of a chain a unit gets, its people are neighbours. Units fill the hall from the front.
 */
import type { Placement } from '../model';
import { sit, type Board, type Guest, type Spot } from './board';

/** People who want to sit together, and the blocks that were chosen for them. */
export type Cluster = { unit: string; wish: readonly string[]; guests: Guest[] };

/** In the order of their first member, who stands highest. */
export function clustersOf(guests: readonly Guest[], placement: Placement): Cluster[] {
	const clusters = new Map<string, Cluster>();
	for (const guest of guests) {
		const { id, unit } = guest.person;
		const wish = wishOf(guest, placement);
		const key = unit === '' ? `\n${id}` : `${unit}\n${wish.join('\n')}`;
		const known = clusters.get(key);
		if (known) known.guests.push(guest);
		else clusters.set(key, { unit, wish, guests: [guest] });
	}
	return [...clusters.values()];
}

export function wishOf({ person }: Guest, placement: Placement): readonly string[] {
	const byUnit = placement.units[person.unit];
	if (byUnit?.length) return byUnit;
	return (person.group !== null && placement.groups[person.group]) || [];
}

/** Seats together: neighbours, with up to this many seats between that nobody sits on. */
const GAP = 2;

/** Who sits beside, before or behind somebody. */
export function neighboursOf(spot: Spot): Spot[] {
	const found = [...spot.near];
	for (const way of ['prev', 'next'] as const) {
		let at = spot[way];
		for (let gap = 0; at && !at.sitter && gap < GAP; gap++) at = at[way];
		if (at) found.push(at);
	}
	return found;
}

/** The groups of people that one can walk through from neighbour to neighbour, largest first. */
export function piecesOf(guests: readonly Guest[]): Guest[][] {
	const open = new Set(guests.filter(({ spot }) => spot));
	const pieces: Guest[][] = [];
	for (const first of open) {
		open.delete(first);
		const piece = [first];
		for (const guest of piece)
			for (const { sitter } of guest.spot ? neighboursOf(guest.spot) : [])
				if (sitter && open.delete(sitter)) piece.push(sitter);
		pieces.push(piece);
	}
	return pieces.sort((a, b) => b.length - a.length);
}

export const isFree = (spot: Spot): boolean => spot.open && !spot.sitter && !spot.reserved;

/** Free seats nearest to those who sit already, from neighbour to neighbour. */
export function growFrom(spots: readonly Spot[], count: number, fits: (spot: Spot) => boolean): Spot[] {
	const seen = new Set(spots);
	const found: Spot[] = [];
	let edge = [...spots];
	while (edge.length && found.length < count) {
		const ring: Spot[] = [];
		for (const spot of edge)
			for (const next of [spot.prev, spot.next, ...spot.near])
				if (next && !seen.has(next)) {
					seen.add(next);
					if (isFree(next) && fits(next)) ring.push(next);
				}
		found.push(...ring);
		edge = ring;
	}
	return found.slice(0, count);
}

type Chain = { spots: Spot[]; from: number; block: string };

export function seatClusters(board: Board, clusters: Cluster[]): void {
	const chains = chainsOf(board);
	const wished = clusters.filter(({ wish }) => wish.length);
	const others = clusters.filter(({ wish }) => !wish.length);
	for (const cluster of [...wished, ...others]) {
		const left = cluster.guests.filter(({ spot }) => !spot);
		const inWish = chains.filter(({ block }) => cluster.wish.includes(block));
		const first = cluster.wish
			.map((block) =>
				frontOf(
					chains.filter((chain) => chain.block === block),
					left.length
				)
			)
			.find((chain) => chain);
		const chain = first ?? (inWish.length ? null : frontOf(chains, left.length));
		if (chain) fill(chain, left);
		else split(inWish, left);
		split(
			chains,
			cluster.guests.filter(({ spot }) => !spot)
		);
	}
}

/** The chain that has room for all and whose next seat is the most forward. */
function frontOf(chains: Chain[], count: number): Chain | null {
	let best: Chain | null = null;
	for (const chain of chains)
		if (chain.spots.length - chain.from >= count && (!best || frontier(chain) < frontier(best))) best = chain;
	return best;
}

const frontier = ({ spots, from }: Chain): number => spots[from]?.honour ?? Infinity;

function fill(chain: Chain, guests: Guest[]): void {
	for (const guest of guests) {
		const spot = chain.spots[chain.from++];
		if (spot) sit(guest, spot);
	}
}

/** As few pieces as can be. */
function split(chains: Chain[], guests: Guest[]): void {
	let left = guests;
	while (left.length) {
		const whole = frontOf(chains, left.length);
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
	for (const spot of board.spots) {
		if (!isFree(spot)) continue;
		const { block, row } = spot.place.seat;
		const key = `${block}/${spot.strip}`;
		const rows = strips.get(key) ?? [];
		if (!rows.length) strips.set(key, rows);
		const last = rows.at(-1);
		if (last?.[0]?.place.seat.row === row) last.push(spot);
		else rows.push([spot]);
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
