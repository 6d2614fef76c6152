/**
 * Owns: what an item passes by raised hands: how long its list is, how many voted, what was corrected since. The lines
 * themselves may name people and stand beside the log under `hands:<item>`. Assumes: orders only, in log order.
 */
import type { Role } from '../access/roles';
import type { Slice } from '../log/slice';

/** People. What is left of `base` raised no hand, or was not counted. */
export type HandsCount = {
	/** Official delegates in the house at the moment of the vote; it stays while people come and go. */
	base: number;
	/** By the door's books, or counted in the hall by hand. */
	by: 'door' | 'hand';
	for: number;
	against: number;
	/** Ý kiến khác. */
	other: number;
};
export type HandsResult = HandsCount & {
	/** Id of the command that wrote these numbers: what a correction says it has seen. */
	id: string;
	/** Of the vote itself, ms; a correction does not move it. */
	at: number;
	role: Role;
};
export type Hands = {
	item: string;
	lines: number;
	/** Id of the command that wrote the list; null before any. */
	listed: string | null;
	result: HandsResult | null;
	/** What stood before each correction, oldest first. */
	corrections: { at: number; role: Role; was: HandsCount }[];
	/** The stage has put the result on the big screen. */
	shown: boolean;
};
export type HandsState = { items: Record<string, Hands> };

export type HandsEvents = {
	handsListed: { item: string; lines: number };
	handsCounted: { item: string; count: HandsCount };
	handsCorrected: { item: string; count: HandsCount };
	handsUndone: { item: string };
	handsShown: { item: string; on: boolean };
};

const bare = (item: string): Hands => ({
	item,
	lines: 0,
	listed: null,
	result: null,
	corrections: [],
	shown: false
});

/** Of an item that nobody has touched yet, an empty one. */
export const handsOf = (state: HandsState, item: string): Hands =>
	Object.hasOwn(state.items, item) ? (state.items[item] ?? bare(item)) : bare(item);

export const handsSlice: Slice<HandsState> = {
	initial: { items: {} },
	reads: ['handsListed', 'handsCounted', 'handsCorrected', 'handsUndone', 'handsShown'],
	evolve(state, event) {
		const put = (item: string, change: (old: Hands) => Partial<Hands>): HandsState => {
			const old = handsOf(state, item);
			return { items: { ...state.items, [item]: { ...old, ...change(old) } } };
		};
		switch (event.type) {
			case 'handsListed':
				return put(event.payload.item, () => ({ lines: event.payload.lines, listed: event.command }));
			case 'handsCounted': {
				const result = { ...event.payload.count, id: event.command, at: event.at, role: event.actor.role };
				return put(event.payload.item, () => ({ result, corrections: [] }));
			}
			case 'handsCorrected':
				return put(event.payload.item, ({ result, corrections }) => {
					if (!result) return {};
					const { id: _id, at, role: _role, ...was } = result;
					const { role } = event.actor;
					return {
						result: { ...event.payload.count, id: event.command, at, role },
						corrections: [...corrections, { at: event.at, role, was }]
					};
				});
			case 'handsUndone':
				return put(event.payload.item, () => ({ result: null, corrections: [], shown: false }));
			case 'handsShown':
				return put(event.payload.item, () => ({ shown: event.payload.on }));
			default:
				return state;
		}
	}
};
