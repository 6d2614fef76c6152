/** Owns: the order of honour among the seats: lines across the hall from the stage backwards, each from the middle outwards. */
import type { Side } from '../hall';
import type { Row, Spot } from './board';

/** Of two seats equally far from the middle, the right hand side as seen facing the stage is the more honourable. */
export const HONOUR_SIDE: Side = 'right';
/** Rows of different blocks whose middles are less than this apart, cm, are one line across the hall. */
const ONE_LINE = 45;

/** Lines from the stage backwards, in each from the middle of the hall outwards. */
export function honoured(rows: Row[]): Spot[] {
	const placed = rows.map(({ spots }) => ({
		spots,
		depth: spots.reduce((sum, { place }) => sum + Math.abs(place.y), 0) / spots.length
	}));
	placed.sort((a, b) => a.depth - b.depth);
	const lines: Spot[][] = [];
	let start = -Infinity;
	for (const { spots, depth } of placed) {
		if (depth - start > ONE_LINE) {
			lines.push([]);
			start = depth;
		}
		lines.at(-1)?.push(...spots);
	}
	const all = lines.flatMap((line, at) => {
		for (const spot of line) spot.line = at;
		return outwards(line);
	});
	all.forEach((spot, at) => (spot.honour = at));
	return all;
}

/** Whole centimetres round a seat on the left and its mirror on the right apart by one: they are still a pair. */
const PAIR = 1;

function outwards(line: Spot[]): Spot[] {
	line.sort((a, b) => fromMiddle(a) - fromMiddle(b) || a.place.y - b.place.y || (a.key < b.key ? -1 : 1));
	const sign = HONOUR_SIDE === 'right' ? 1 : -1;
	const sorted: Spot[] = [];
	for (let from = 0, to = 0; from < line.length; from = to) {
		const first = line[from];
		for (let at = first; first && at && fromMiddle(at) - fromMiddle(first) <= PAIR; at = line[to]) to++;
		const equal = line.slice(from, to);
		if (equal.length > 1) equal.sort((a, b) => sign * (b.place.x - a.place.x));
		sorted.push(...equal);
	}
	return sorted;
}

const fromMiddle = ({ place }: Spot): number => Math.abs(place.x);
