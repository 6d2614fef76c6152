/**
 * Owns: whether things of some lengths fit into spaces of some lengths, none of them cut. Quick answers first, then a
 * search that leaves no case out as long as its budget lasts.
 */

/** Nodes of the search; hundreds of waves are answered by the quick ways, this is for halls that are nearly full. */
const BUDGET = 20_000;

/** True when they fit; false when they cannot, or when the budget ended before a way was found. */
export function fits(lengths: readonly number[], spaces: readonly number[]): boolean {
	if (lengths.length === 0) return true;
	const longest = Math.max(...lengths);
	const total = lengths.reduce((sum, length) => sum + length, 0);
	if (spaces.reduce((sum, space) => sum + space, 0) < total) return false;
	// Enough spaces for as many of the longest are enough for all.
	if (spaces.reduce((sum, space) => sum + Math.floor(space / longest), 0) >= lengths.length) return true;
	const falling = [...lengths].sort((a, b) => b - a);
	const left = spaces.filter((space) => space >= (falling.at(-1) ?? 0));
	return bestFit(falling, left) || search(falling, left);
}

function bestFit(falling: readonly number[], spaces: readonly number[]): boolean {
	const left = [...spaces];
	for (const length of falling) {
		let best = -1;
		left.forEach((space, at) => {
			if (space >= length && (best < 0 || space < (left[best] ?? Infinity))) best = at;
		});
		if (best < 0) return false;
		left[best] = (left[best] ?? 0) - length;
	}
	return true;
}

/** Longest first into each different space; what cannot hold the shortest any more is lost, and too much lost is a dead end. */
function search(falling: readonly number[], spaces: readonly number[]): boolean {
	const left = [...spaces];
	const shortest = falling.at(-1) ?? 0;
	let spare = left.reduce((sum, space) => sum + space, 0) - falling.reduce((sum, length) => sum + length, 0);
	let nodes = BUDGET;
	const place = (item: number, from: number): boolean => {
		const length = falling[item];
		if (length === undefined) return true;
		if (--nodes < 0) return false;
		const tried = new Set<number>();
		for (let at = from; at < left.length; at++) {
			const space = left[at] ?? 0;
			if (space < length || tried.has(space)) continue;
			tried.add(space);
			const rest = space - length;
			const lost = rest < shortest ? rest : 0;
			if (lost > spare) continue;
			left[at] = rest;
			spare -= lost;
			// Equal lengths are the same thing: the second need not look at spaces before the first one's.
			const done = place(item + 1, falling[item + 1] === length ? at : 0);
			left[at] = space;
			spare += lost;
			if (done) return true;
			if (nodes < 0) return false;
		}
		return false;
	};
	return place(0, 0);
}

/** The most things that fit whole: of two that could be left out, the longer one. Indexes of those left out. */
export function leftOut(lengths: readonly number[], spaces: readonly number[]): Set<number> {
	const rising = lengths
		.map((length, at) => ({ length, at }))
		.sort((a, b) => a.length - b.length || a.at - b.at);
	const out = new Set<number>();
	while (
		rising.length &&
		!fits(
			rising.map(({ length }) => length),
			spaces
		)
	) {
		const longest = rising.pop();
		if (longest) out.add(longest.at);
	}
	return out;
}
