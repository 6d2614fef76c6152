/**
 * Owns: the arithmetic of time over the run-sheet: planned, actual, forecast, drift. Pure; `now` is an argument.
 * All times are ms since 1970; `startsAt` is the planned begin of the first item, null when the office has not set it.
 */
import { MINUTE } from '../time/minute';
import { plannedList, runList, type ItemId, type ProgrammeItem, type ProgrammeState } from './model';

export type ScheduleRow = {
	id: ItemId;
	plannedStart: number | null;
	plannedMs: number;
	forecastStart: number | null;
	forecastEnd: number | null;
	actualStart: number | null;
	actualEnd: number | null;
	skipped: boolean;
	where: 'past' | 'current' | 'ahead';
};

export type Schedule = {
	rows: ScheduleRow[];
	/** Forecast end of the whole programme; null when nothing anchors it (no planned start, not begun). */
	endsAt: number | null;
	plannedEnd: number | null;
	/** Positive: late. The forecast end against the planned end. */
	driftMs: number | null;
	/** When the current item should end; grows while it is held. */
	currentEndsAt: number | null;
};

export const lengthOf = (item: ProgrammeItem): number => Math.max(0, item.minutes + item.adjusted) * MINUTE;

/** What the plan gave the item: nothing when it was put in during the day, so that an insertion shows as delay. */
export const plannedLengthOf = (item: ProgrammeItem): number => (item.inserted ? 0 : item.minutes * MINUTE);

export function schedule(state: ProgrammeState, startsAt: number | null, now: number): Schedule {
	const running = new Set(runList(state).map((item) => item.id));
	const inPlan = new Set(plannedList(state).map((item) => item.id));
	const live = state.live;
	const place = live ? state.order.indexOf(live.item) : -1;
	const begun = live !== null || state.endedAt !== null;
	const currentEndsAt = live ? endOfCurrent(state, now) : null;

	let planned = startsAt;
	let cursor = live
		? Math.max(now, currentEndsAt ?? now)
		: begun
			? null
			: startsAt && Math.max(startsAt, now);
	const rows: ScheduleRow[] = [];
	// Two lists in one order: what runs, and what the plan still counts though it was dropped on the day.
	for (const id of state.order) {
		const item = state.items[id];
		if (!item || !(running.has(id) || inPlan.has(id))) continue;
		const where = !begun ? 'ahead' : live?.item === item.id ? 'current' : position(state, item.id, place);
		const runs = running.has(id);
		const plannedMs = inPlan.has(id) ? plannedLengthOf(item) : 0;
		const actual = state.actual[item.id];
		const row: ScheduleRow = {
			id: item.id,
			plannedStart: inPlan.has(id) && !item.inserted ? planned : null,
			plannedMs,
			forecastStart: null,
			forecastEnd: null,
			actualStart: actual?.startedAt ?? null,
			actualEnd: actual?.endedAt ?? null,
			skipped: actual?.skipped ?? !runs,
			where
		};
		if (where === 'current') row.forecastEnd = cursor;
		if (where === 'ahead' && runs && cursor !== null) {
			row.forecastStart = cursor;
			cursor += lengthOf(item);
			row.forecastEnd = cursor;
		}
		if (planned !== null) planned += plannedMs;
		rows.push(row);
	}
	const endsAt = state.endedAt ?? cursor;
	return {
		rows,
		endsAt,
		plannedEnd: planned,
		driftMs: endsAt !== null && planned !== null ? endsAt - planned : null,
		currentEndsAt
	};
}

function position(state: ProgrammeState, id: ItemId, place: number): 'past' | 'ahead' {
	if (state.endedAt !== null) return 'past';
	return state.order.indexOf(id) < place ? 'past' : 'ahead';
}

function endOfCurrent(state: ProgrammeState, now: number): number | null {
	const live = state.live;
	const item = live && state.items[live.item];
	if (!live || !item) return null;
	const held = live.heldMs + (live.heldSince === null ? 0 : Math.max(0, now - live.heldSince));
	const before = state.actual[live.item]?.spentMs ?? 0;
	return live.since + lengthOf(item) + held - before;
}
