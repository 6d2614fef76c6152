/**
 * Owns: the run-sheet as a person reads it: every line in order with planned, actual and forecast times, and what
 * may still be moved. Pure; times are ms since 1970, `now` is an argument.
 */
import { itemTraits } from './kinds';
import { nextItem, runList, type ItemId, type ProgrammeItem, type ProgrammeState } from './model';
import { lengthOf, schedule, type Schedule } from './schedule';

/** `off`: switched off, by the plan or by "Bỏ qua"; it can be put back while it is ahead. */
export type SheetState = 'past' | 'current' | 'ahead' | 'skipped' | 'off';

export type SheetRow = {
	item: ProgrammeItem;
	/** A heading has parts that run in its stead; a part stands one step in. */
	shape: 'item' | 'heading' | 'part';
	state: SheetState;
	isNext: boolean;
	/** Stands behind the current item: may be moved, switched off, given minutes. */
	movable: boolean;
	plannedStart: number | null;
	forecastStart: number | null;
	forecastEnd: number | null;
	actualStart: number | null;
	actualEnd: number | null;
	/** Length as it stands now: planned with the minutes given or taken; of a heading, the sum of its parts. */
	lengthMs: number;
	/** How long it really took, holds left out; null while it has not ended. */
	spentMs: number | null;
};

export type RunSheet = { rows: SheetRow[]; schedule: Schedule };

/** @param startsAt planned begin of the first item, null when not set */
export function runSheet(state: ProgrammeState, startsAt: number | null, now: number): RunSheet {
	const times = schedule(state, startsAt, now);
	const byId = new Map(times.rows.map((row) => [row.id, row]));
	const next = comingNext(state)?.id ?? null;
	const rows = state.order.flatMap((id): SheetRow[] => {
		const item = state.items[id];
		if (!item) return [];
		const parts = runList(state).filter((part) => part.parent === id);
		const heading = parts.length > 0;
		const first = byId.get(parts[0]?.id ?? id);
		const last = byId.get(parts.at(-1)?.id ?? id);
		const actual = state.actual[id];
		const lineState = heading ? headingState(state, parts) : stateOf(state, item);
		return [
			{
				item,
				shape: heading ? 'heading' : item.parent === null ? 'item' : 'part',
				state: lineState,
				isNext: id === next,
				movable: isMovable(state, id),
				plannedStart: first?.plannedStart ?? null,
				forecastStart: lineState === 'off' ? null : (first?.forecastStart ?? null),
				forecastEnd: lineState === 'off' ? null : (last?.forecastEnd ?? null),
				actualStart: (heading ? first?.actualStart : actual?.startedAt) ?? null,
				actualEnd: (heading ? last?.actualEnd : actual?.endedAt) ?? null,
				lengthMs: heading ? parts.reduce((sum, part) => sum + lengthOf(part), 0) : lengthOf(item),
				spentMs: !heading && actual?.endedAt != null ? actual.spentMs : null
			}
		];
	});
	return { rows, schedule: times };
}

/** What "CHUYỂN MỤC" will start; null at the last item and after the end. */
export const comingNext = (state: ProgrammeState): ProgrammeItem | null =>
	state.endedAt === null ? nextItem(state, state.live?.item ?? null) : null;

function stateOf(state: ProgrammeState, item: ProgrammeItem): SheetState {
	if (state.live?.item === item.id) return 'current';
	const actual = state.actual[item.id];
	const off = !item.on || (item.parent !== null && state.items[item.parent]?.on === false);
	if (off) return actual && !actual.skipped ? 'past' : 'off';
	if (isMovable(state, item.id)) return 'ahead';
	// Passed over without having run, e.g. put in front of the place where the day stood.
	return actual && !actual.skipped ? 'past' : 'skipped';
}

function headingState(state: ProgrammeState, parts: ProgrammeItem[]): SheetState {
	const states = parts.map((part) => stateOf(state, part));
	if (states.includes('current')) return 'current';
	if (states.every((one) => one === 'ahead')) return 'ahead';
	if (states.every((one) => one === 'skipped')) return 'skipped';
	return states.includes('ahead') ? 'current' : 'past';
}

/** Ahead of where the day stands; after the end nothing is. */
export function isMovable(state: ProgrammeState, id: ItemId): boolean {
	if (state.endedAt !== null) return false;
	return state.order.indexOf(id) > (state.live ? state.order.indexOf(state.live.item) : -1);
}

/** The lines an item may change places with: ahead, and under the same heading. */
export function movableSiblings(state: ProgrammeState, order: readonly ItemId[], id: ItemId): ItemId[] {
	const parent = state.items[id]?.parent;
	return order.filter((one) => state.items[one]?.parent === parent && isMovable(state, one));
}

/** What "Bỏ qua" switches off: the heading itself when this is the last part of it still on. */
export function dropTarget(state: ProgrammeState, id: ItemId): ItemId {
	const parent = state.items[id]?.parent ?? null;
	if (parent === null || !isMovable(state, parent)) return id;
	const others = state.order.filter(
		(one) => one !== id && state.items[one]?.parent === parent && state.items[one]?.on
	);
	return others.length ? id : parent;
}

/**
 * The order with `id` put where its sibling `target` stands, parts walking with their heading. Nothing changes
 * when either may not move.
 */
export function movedOrder(
	state: ProgrammeState,
	order: readonly ItemId[],
	id: ItemId,
	target: ItemId
): ItemId[] {
	const siblings = movableSiblings(state, order, id);
	const from = siblings.indexOf(id);
	const to = siblings.indexOf(target);
	if (from < 0 || to < 0 || from === to) return [...order];
	const moved = siblings.filter((one) => one !== id);
	moved.splice(to, 0, id);
	const queue = [...moved];
	// Siblings take each other's places; lines that may not move keep theirs.
	const placed = order.map((one) => (siblings.includes(one) ? (queue.shift() ?? one) : one));
	const tops = placed.filter((one) => state.items[one]?.parent === null);
	return tops.flatMap((top) => [top, ...placed.filter((one) => state.items[one]?.parent === top)]);
}

/** One place up (-1) or down (+1) among its siblings; the same order at either end. */
export function nudgedOrder(
	state: ProgrammeState,
	order: readonly ItemId[],
	id: ItemId,
	by: -1 | 1
): ItemId[] {
	const siblings = movableSiblings(state, order, id);
	const target = siblings[siblings.indexOf(id) + by];
	return target === undefined ? [...order] : movedOrder(state, order, id, target);
}

/**
 * Where an insertion before a line really goes: before a part that is not the first it becomes a part itself, before
 * the first part it stands before the heading unless the heading has begun.
 */
export function insertPlace(
	state: ProgrammeState,
	before: ItemId | null
): { before: ItemId | null; parent: ItemId | null } {
	const item = before === null ? undefined : state.items[before];
	if (!item) return { before: null, parent: null };
	if (item.parent === null) return { before: item.id, parent: null };
	const first = state.order.find((id) => state.items[id]?.parent === item.parent);
	if (first === item.id && isMovable(state, item.parent)) return { before: item.parent, parent: null };
	return { before: item.id, parent: item.parent };
}

/** Whether any clock may count while this item runs; never during chào cờ. */
export const countsDown = (item: ProgrammeItem): boolean => {
	const [first, ...rest] = item.kinds;
	return first === undefined || itemTraits([first, ...rest]).countdown;
};
