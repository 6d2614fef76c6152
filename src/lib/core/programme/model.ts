/**
 * Owns: the run-sheet and where it stands. Assumes: orders only, decided one after another by the server, so events
 * come in log order. Times are server ms; nothing ticks here, `schedule.ts` projects with `now`.
 */
import type { LogEvent } from '../log/event';
import type { Slice } from '../log/slice';
import type { ProgrammeKind } from './kinds';

export type ItemId = string;

export type ProgrammeItem = {
	id: ItemId;
	/** First is the item's own kind; one item may carry several (plan 000: lý do + khai mạc). */
	kinds: ProgrammeKind[];
	title: string;
	/** Planned minutes; of an item with parts, the sum of its parts counts instead. */
	minutes: number;
	/** Minutes given or taken while the day runs (±1/±5). */
	adjusted: number;
	on: boolean;
	/** The item this is a part of: tiết mục, tham luận 1–3, one exemplar of a giao lưu. */
	parent: ItemId | null;
	/** Put in during the day rather than taken from the plan. */
	inserted: boolean;
	/** Switched off while the day ran ("Bỏ qua"): still in the plan that drift is measured against. */
	dropped?: boolean;
	/** Delegate who performs it, when the person is on the list. */
	delegate: string | null;
};

/** Held beside the log under `item:<id>`: may name people. */
export type ItemPersonal = {
	performer?: string;
	/** Người điều hành: with a Presidium the chair runs the item. */
	conductor?: string;
	/** One line a speaker; `speaker` is "MC 1", "MC 2" or a name. */
	mcText?: { speaker: string; text: string }[];
	notes?: Record<string, string>;
};

export type Actual = { startedAt: number; endedAt: number | null; spentMs: number; skipped: boolean };

export type Live = {
	item: ItemId;
	since: number;
	heldSince: number | null;
	heldMs: number;
};

export type ProgrammeState = {
	items: Record<ItemId, ProgrammeItem>;
	/** All items, parts directly behind their parent. */
	order: ItemId[];
	live: Live | null;
	endedAt: number | null;
	/** Counts every movement, so that an order can name the state it saw even when the item is the same again. */
	step: number;
	actual: Record<ItemId, Actual>;
	/** What the last movement replaced, for "Hoàn tác". */
	last: {
		command: string;
		at: number;
		live: Live | null;
		endedAt: number | null;
		actual: Record<ItemId, Actual>;
	} | null;
};

export type ItemPatch = Partial<Pick<ProgrammeItem, 'kinds' | 'title' | 'minutes' | 'on' | 'delegate'>>;

export type ProgrammeEvents = {
	itemAdded: { item: ProgrammeItem; before: ItemId | null };
	itemEdited: { id: ItemId; patch: ItemPatch };
	itemsReordered: { order: ItemId[] };
	itemRemoved: { id: ItemId };
	stepped: { to: ItemId | null; how: 'start' | 'next' | 'back' | 'jump' | 'end'; skipped?: ItemId[] };
	held: Record<string, never>;
	resumed: Record<string, never>;
	minutesAdjusted: { id: ItemId; minutes: number };
	stepUndone: { of: string };
};

export const programmeSlice: Slice<ProgrammeState> = {
	initial: { items: {}, order: [], live: null, endedAt: null, step: 0, actual: {}, last: null },
	reads: [
		'itemAdded',
		'itemEdited',
		'itemsReordered',
		'itemRemoved',
		'stepped',
		'held',
		'resumed',
		'minutesAdjusted',
		'stepUndone'
	],
	evolve(state, event) {
		switch (event.type) {
			case 'itemAdded':
				return withItem(state, event.payload.item, event.payload.before);
			case 'itemEdited': {
				const item = state.items[event.payload.id];
				if (!item) return state;
				const edited = { ...item, ...event.payload.patch };
				const begun = state.live !== null || state.endedAt !== null;
				if (begun && item.on && !edited.on) edited.dropped = true;
				else if (!item.on && edited.on) {
					// Never in the plan of this day, yet now in the run: the same as put in.
					edited.inserted ||= begun && !item.dropped;
					delete edited.dropped;
				}
				return { ...state, items: { ...state.items, [item.id]: edited } };
			}
			case 'itemsReordered': {
				const known = event.payload.order.filter((id) => state.items[id]);
				const rest = state.order.filter((id) => !known.includes(id));
				return { ...state, order: [...known, ...rest] };
			}
			case 'itemRemoved': {
				const gone = new Set(
					state.order.filter((id) => id === event.payload.id || state.items[id]?.parent === event.payload.id)
				);
				const items = Object.fromEntries(Object.entries(state.items).filter(([id]) => !gone.has(id)));
				return { ...state, items, order: state.order.filter((id) => !gone.has(id)) };
			}
			case 'stepped':
				return step(state, event);
			case 'held':
				if (!state.live || state.live.heldSince !== null) return state;
				return { ...state, live: { ...state.live, heldSince: event.at } };
			case 'resumed': {
				if (!state.live || state.live.heldSince === null) return state;
				const heldMs = state.live.heldMs + (event.at - state.live.heldSince);
				return { ...state, live: { ...state.live, heldSince: null, heldMs } };
			}
			case 'minutesAdjusted': {
				const item = state.items[event.payload.id];
				if (!item) return state;
				const adjusted = item.adjusted + event.payload.minutes;
				return { ...state, items: { ...state.items, [item.id]: { ...item, adjusted } } };
			}
			case 'stepUndone': {
				if (state.last?.command !== event.payload.of) return state;
				const { live, endedAt, actual } = state.last;
				return { ...state, live, endedAt, actual, step: state.step + 1, last: null };
			}
			default:
				return state;
		}
	}
};

function withItem(state: ProgrammeState, item: ProgrammeItem, before: ItemId | null): ProgrammeState {
	if (state.items[item.id]) return state;
	const at = before === null ? -1 : state.order.indexOf(before);
	const order = state.order.slice();
	if (at < 0) order.push(item.id);
	else order.splice(at, 0, item.id);
	return { ...state, items: { ...state.items, [item.id]: item }, order };
}

function step(state: ProgrammeState, event: LogEvent & { type: 'stepped' }): ProgrammeState {
	const { to, skipped } = event.payload;
	const actual = { ...state.actual };
	if (state.live) {
		const held = state.live.heldMs + (state.live.heldSince === null ? 0 : event.at - state.live.heldSince);
		const old = actual[state.live.item];
		actual[state.live.item] = {
			startedAt: old?.startedAt ?? state.live.since,
			endedAt: event.at,
			spentMs: (old?.spentMs ?? 0) + Math.max(0, event.at - state.live.since - held),
			skipped: skipped?.includes(state.live.item) ?? false
		};
	}
	for (const id of skipped ?? [])
		actual[id] ??= { startedAt: event.at, endedAt: event.at, spentMs: 0, skipped: true };
	if (to !== null) {
		const old = actual[to];
		const again = old && !old.skipped;
		actual[to] = {
			startedAt: again ? old.startedAt : event.at,
			endedAt: null,
			spentMs: old?.spentMs ?? 0,
			skipped: false
		};
	}
	return {
		...state,
		live: to === null ? null : { item: to, since: event.at, heldSince: null, heldMs: 0 },
		endedAt: to === null ? event.at : null,
		step: state.step + 1,
		actual,
		last: {
			command: event.command,
			at: event.at,
			live: state.live,
			endedAt: state.endedAt,
			actual: state.actual
		}
	};
}

/** The items that are stepped through, in order: switched on, and a parent only when none of its parts is on. */
export const runList = (state: ProgrammeState): ProgrammeItem[] => leaves(state, (item) => item.on);

/** The run list as it would be had nothing been dropped since the day began. */
export const plannedList = (state: ProgrammeState): ProgrammeItem[] =>
	leaves(state, (item) => item.on || item.dropped === true);

function leaves(state: ProgrammeState, counts: (item: ProgrammeItem) => boolean): ProgrammeItem[] {
	const all = state.order.flatMap((id) => state.items[id] ?? []);
	const on = all.filter((item) => {
		const parent = item.parent === null ? undefined : state.items[item.parent];
		return counts(item) && (parent === undefined || counts(parent));
	});
	const parents = new Set(on.flatMap((item) => item.parent ?? []));
	return on.filter((item) => !parents.has(item.id));
}

export function nextItem(state: ProgrammeState, from: ItemId | null): ProgrammeItem | null {
	const list = runList(state);
	if (from === null) return list[0] ?? null;
	const at = list.findIndex((item) => item.id === from);
	if (at >= 0) return list[at + 1] ?? null;
	// The current item was switched off or split while it ran: go on behind its place in the sheet.
	const place = state.order.indexOf(from);
	return list.find((item) => state.order.indexOf(item.id) > place) ?? null;
}

export function previousItem(state: ProgrammeState, from: ItemId): ProgrammeItem | null {
	const place = state.order.indexOf(from);
	return runList(state).findLast((item) => state.order.indexOf(item.id) < place) ?? null;
}
