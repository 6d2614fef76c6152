/**
 * Owns: the rules of a show of hands. The base is taken from the door at the moment of the vote and frozen with the
 * result. Of two who send a result one wins; the other reads why. Nothing decides here whether the vote passed: no
 * quorum rule is known (ceremony.md §3), the figures are shown and the chair says what they mean.
 */
import { voteBase } from '../introduction/list';
import type { Deciders } from '../log/command';
import type { Decided } from '../log/event';
import type { State } from '../log/slices';
import { ok, reject, type Result } from '../result';
import { handsOf, type Hands, type HandsCount } from './model';

/** Null: "100% nhất trí", everybody of the base is for it. */
export type Counted = Pick<HandsCount, 'for' | 'against' | 'other'> | null;
/** `base`: those present as counted in the hall, where the door's books do not hold them all. */
type Count = { item: string; counts: Counted; base?: number };

export type HandsCommands = {
	/** `based`: the list the sender edited (`Hands.listed`). */
	'hands.list': { item: string; lines: string[]; based: string | null };
	/** `listed`: the list that was voted on, as the sender saw it. */
	'hands.count': Count & { listed: string | null };
	/** Explicit, at any time after: what stood before stays in the log. `of`: id of the result that is corrected. */
	'hands.correct': Count & { of: string };
	/** A slip of the finger, until the item is left. */
	'hands.undo': { item: string; of: string };
	'hands.show': { item: string; on: boolean };
};

export const handsDeciders: Deciders<HandsCommands> = {
	'hands.list': {
		kind: 'order',
		decide(state, { item, lines, based }) {
			const found = votable(state, item);
			if (!found.ok) return found;
			if (found.value.result) return reject('hands_locked');
			if (found.value.listed !== based) return reject('hands_list_changed');
			return ok({
				events: [{ type: 'handsListed', payload: { item, lines: lines.length } }],
				personal: [{ ref: `hands:${item}`, payload: { lines } }]
			});
		}
	},
	'hands.count': {
		kind: 'order',
		decide(state, payload) {
			const { item } = payload;
			const found = votable(state, item);
			if (!found.ok) return found;
			const { result, listed } = found.value;
			if (result) return reject('hands_counted', { for: result.for, base: result.base });
			const { live, actual } = state.programme;
			const begun = live?.item === item || (actual[item] !== undefined && !actual[item].skipped);
			if (!begun) return reject('hands_not_begun');
			if (listed !== payload.listed) return reject('hands_list_changed');
			const base =
				payload.base === undefined
					? ({ base: voteBase(state), by: 'door' } as const)
					: ({ base: payload.base, by: 'hand' } as const);
			return counted('handsCounted', item, payload.counts, base);
		}
	},
	'hands.correct': {
		kind: 'order',
		decide(state, payload) {
			const { result } = handsOf(state.hands, payload.item);
			if (!result) return reject('hands_none');
			if (result.id !== payload.of) return reject('hands_changed', { for: result.for, base: result.base });
			const base = payload.base === undefined ? result : ({ base: payload.base, by: 'hand' } as const);
			return counted('handsCorrected', payload.item, payload.counts, base);
		}
	},
	'hands.undo': {
		kind: 'order',
		decide(state, { item, of }) {
			const { result } = handsOf(state.hands, item);
			if (!result) return reject('hands_none');
			if (result.id !== of) return reject('hands_changed', { for: result.for, base: result.base });
			if (state.programme.live?.item !== item) return reject('hands_left');
			return ok({ events: [{ type: 'handsUndone', payload: { item } }] });
		}
	},
	'hands.show': {
		kind: 'order',
		decide(state, { item, on }) {
			const { result, shown } = handsOf(state.hands, item);
			if (!result) return reject('hands_none');
			if (shown === on) return ok({ events: [] });
			return ok({ events: [{ type: 'handsShown', payload: { item, on } }] });
		}
	}
};

function votable(state: State, item: string): Result<Hands> {
	const row = Object.hasOwn(state.programme.items, item) ? state.programme.items[item] : undefined;
	if (!row) return reject('item_unknown');
	return row.kinds.includes('thong_qua') ? ok(handsOf(state.hands, item)) : reject('hands_not_here');
}

function counted(
	type: 'handsCounted' | 'handsCorrected',
	item: string,
	counts: Counted,
	{ base, by }: Pick<HandsCount, 'base' | 'by'>
): Result<Decided> {
	const votes = counts ?? { for: base, against: 0, other: 0 };
	const count = votes.for + votes.against + votes.other;
	if (count > base) return reject('hands_too_many', { count, base });
	if (counts && base === 0) return reject('hands_no_base');
	const { against, other } = votes;
	return ok({ events: [{ type, payload: { item, count: { base, by, for: votes.for, against, other } } }] });
}
