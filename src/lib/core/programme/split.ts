/** Owns: how the minutes of an item are shared among its parts when parts are added to it. Pure. */
import type { ItemId, ProgrammeItem, ProgrammeState } from './model';

/**
 * Whole minutes in proportion to `weights`, summing to `total` exactly; what does not divide goes to the largest
 * remainders, the earlier first. Weights that are all zero count alike.
 */
export function shareMinutes(total: number, weights: readonly number[]): number[] {
	const sum = weights.reduce((all, one) => all + one, 0);
	const exact = weights.map((one) => (total * (sum === 0 ? 1 : one)) / (sum === 0 ? weights.length : sum));
	const shares = exact.map(Math.floor);
	const left = total - shares.reduce((all, one) => all + one, 0);
	const byRemainder = exact
		.map((one, at) => ({ at, rest: one - Math.floor(one) }))
		.sort((a, b) => b.rest - a.rest || a.at - b.at);
	for (const { at } of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
	return shares;
}

export type AddedParts = {
	/** Minutes of each new part, in the order given. */
	fresh: number[];
	/** Parts that stand there already and give minutes away: only those that change. */
	changed: { id: ItemId; minutes: number }[];
};

/**
 * Minutes when parts join an item. The first parts take what they ask for; later ones join in what is there: the
 * length of all parts together stays, shared in proportion to what each had or asks for. Parts that ran or run keep
 * theirs, and parts switched off have none to give.
 * @param asked minutes each new part asks for
 */
export function addedParts(state: ProgrammeState, item: ItemId, asked: readonly number[]): AddedParts {
	const there = state.order.flatMap((id) => state.items[id] ?? []).filter((one) => one.parent === item);
	if (there.length === 0) return { fresh: [...asked], changed: [] };
	const open = there.filter((part) => part.on && !begun(state, part));
	const total = open.reduce((sum, part) => sum + part.minutes, 0);
	const shares = shareMinutes(total, [...open.map((part) => part.minutes), ...asked]);
	return {
		fresh: shares.slice(open.length),
		changed: open.flatMap((part, at) => {
			const minutes = shares[at] ?? part.minutes;
			return minutes === part.minutes ? [] : [{ id: part.id, minutes }];
		})
	};
}

const begun = (state: ProgrammeState, part: ProgrammeItem): boolean =>
	state.actual[part.id] !== undefined || state.live?.item === part.id;
