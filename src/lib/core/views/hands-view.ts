/**
 * Owns: a show of hands as hall, MC and chair see it. The hall is told what was agreed, once the stage says so; the
 * chair, who declares it, has every figure at once.
 */
import { handsOf, type Hands } from '../hands/model';
import { minutesSentence, resultLine } from '../hands/words';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { eventWord } from '../report/roll-call';
import { currentItem } from './shared';

export type ProjectedHands = { lines: string[]; result: string };

/** Of the item that runs, when it passes something. */
function current(state: Pick<State, 'programme' | 'hands'>): Hands | null {
	const item = currentItem(state.programme);
	return item?.kinds.includes('thong_qua') ? handsOf(state.hands, item.id) : null;
}

export const linesOf = (lookup: PersonalLookup, item: string): string[] => {
	const lines = lookup(`hands:${item}`)?.['lines'];
	return Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string') : [];
};

/** Null while there is neither a list nor a result to show: the item's title stands alone then. */
export function projectedHands(state: State, lookup: PersonalLookup): ProjectedHands | null {
	const hands = current(state);
	const lines = hands ? linesOf(lookup, hands.item) : [];
	const result = shownResult(state);
	return lines.length || result ? { lines, result } : null;
}

/** Empty until the stage shows it. */
export function shownResult(state: State): string {
	const hands = current(state);
	return hands?.result && hands.shown ? resultLine(hands.result) : '';
}

/** Empty while nothing was counted. */
export function countedSentence(state: State): string {
	const hands = current(state);
	return hands?.result
		? minutesSentence(hands.result, eventWord(state.conference), titleOf(state, hands.item))
		: '';
}

const titleOf = ({ programme }: Pick<State, 'programme'>, item: string): string =>
	programme.items[item]?.title ?? '';
