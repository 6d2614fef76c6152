/**
 * Owns: how the arrival runs: totals per desk and gate, arrivals per minute, and when nine tenths will be here. An
 * arrival is a counted person's first standing admission, or a step of a delegation's counter; crew never count.
 */
import { desksOf, type ConferenceState } from '../conference/model';
import { isCounted, isSummoned } from '../delegates/model';
import { rowsOf } from '../table';
import { readiness } from '../views/readiness';
import { primaryAdmission } from './model';
import type { DoorBooks } from './units';

const MINUTE = 60_000;
/** The rate of the last minutes is what the forecast goes by. */
const WINDOW_MS = 10 * MINUTE;
/** Fewer arrivals, or a shorter look, is chance and no rate. */
const LEAST_ARRIVALS = 5;
const SHORTEST_MS = 3 * MINUTE;
/** A forecast further ahead than this says nothing honest. */
const FURTHEST_MS = 3 * 60 * MINUTE;

/** `people` is negative where a counter was corrected downwards. */
export type Arrival = { at: number; desk: string | null; people: number; summoned: boolean };

/** In order of time. */
export function arrivals(state: DoorBooks): Arrival[] {
	const list: Arrival[] = [];
	for (const delegate of rowsOf(state.roster.delegates)) {
		if (delegate.withdrawn || !isCounted(delegate)) continue;
		const first = primaryAdmission(state.admissions, delegate.id);
		if (first) list.push({ at: first.at, desk: first.desk, people: 1, summoned: isSummoned(delegate) });
	}
	const { devices } = state.conference;
	for (const { marks } of rowsOf(state.welcome.counts))
		for (const { at, delta, desk, device } of marks)
			list.push({ at, desk: desk ?? devices[device]?.desk ?? null, people: delta, summoned: true });
	return list.sort((a, b) => a.at - b.at);
}

export type DeskTotal = { desk: string | null; gate: string; arrived: number };
export type GateTotal = { gate: string; arrived: number };

/** Every desk of the conference, also one that nobody came to; `null` gathers what no desk is known of. */
export function deskTotals(state: DoorBooks): { desks: DeskTotal[]; gates: GateTotal[] } {
	const sums = new Map<string | null, number>();
	for (const { desk, people } of arrivals(state)) sums.set(desk, (sums.get(desk) ?? 0) + people);
	const known = desksOf(state.conference);
	const rows: DeskTotal[] = known.map(({ name, gate }) => ({
		desk: name,
		gate,
		arrived: sums.get(name) ?? 0
	}));
	for (const [desk, arrived] of sums)
		if (!known.some(({ name }) => name === desk))
			rows.push({ desk, gate: gateOf(state.conference, desk), arrived });
	const gates = new Map<string, number>();
	for (const { gate, arrived } of rows) gates.set(gate, (gates.get(gate) ?? 0) + arrived);
	return { desks: rows, gates: [...gates].map(([gate, arrived]) => ({ gate, arrived })) };
}

/** The gate a desk stands at; empty where none was named. */
export const gateOf = (conference: ConferenceState, desk: string | null): string =>
	desksOf(conference).find(({ name }) => name === desk)?.gate ?? '';

/** Arrivals in each minute from the first to `now`, minutes without any included; at most the last `most`. */
export function perMinute(state: DoorBooks, now: number, most = 60): { minute: number; arrived: number }[] {
	const sums = new Map<number, number>();
	let first = Infinity;
	for (const { at, people } of arrivals(state)) {
		if (at > now) continue;
		const minute = Math.floor(at / MINUTE) * MINUTE;
		first = Math.min(first, minute);
		sums.set(minute, (sums.get(minute) ?? 0) + people);
	}
	const last = Math.floor(now / MINUTE) * MINUTE;
	const from = Math.max(first, last - (most - 1) * MINUTE);
	const rows: { minute: number; arrived: number }[] = [];
	for (let minute = from; minute <= last; minute += MINUTE)
		rows.push({ minute, arrived: sums.get(minute) ?? 0 });
	return rows;
}

export type Forecast =
	/** Reached already; `at` is when, ms since 1970. */
	| { kind: 'reached'; at: number }
	/** "đủ 90% lúc 7:52": `at` in ms since 1970, `rate` in people a minute. */
	| { kind: 'expected'; at: number; rate: number };

/**
 * When `share` of those summoned will have come, by the rate of the last ten minutes. Null where that cannot be said
 * honestly: nobody summoned, too few arrivals lately, hours ahead, or more are excused than the share allows.
 */
export function forecast(state: DoorBooks, now: number, share = 0.9): Forecast | null {
	const { summoned, excused } = readiness(state);
	const target = Math.ceil(summoned * share);
	if (target === 0) return null;
	const come = arrivals(state).filter((arrival) => arrival.summoned && arrival.at <= now);
	let sum = 0;
	let reachedAt = 0;
	for (const { at, people } of come) {
		if (sum < target && sum + people >= target) reachedAt = at;
		sum += people;
	}
	if (sum >= target) return { kind: 'reached', at: reachedAt };
	if (summoned - excused < target) return null;
	const since = Math.max(come[0]?.at ?? now, now - WINDOW_MS);
	const lately = come.reduce((all, { at, people }) => (at >= since ? all + people : all), 0);
	if (now - since < SHORTEST_MS || lately < LEAST_ARRIVALS) return null;
	const rate = lately / ((now - since) / MINUTE);
	const at = now + ((target - sum) / rate) * MINUTE;
	return at - now > FURTHEST_MS ? null : { kind: 'expected', at: Math.ceil(at / MINUTE) * MINUTE, rate };
}
