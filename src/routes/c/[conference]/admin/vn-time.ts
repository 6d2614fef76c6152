/** Owns: the day and the hour of a form against instants. Vietnam has had one offset since 1975: +07:00. */
const OFFSET_MS = 7 * 3_600_000;

/** @returns ms since 1970, or null when either part is missing or no date. */
export function instantOf(date: string, time: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
	const ms = Date.parse(`${date}T${time}:00Z`);
	return Number.isNaN(ms) ? null : ms - OFFSET_MS;
}

/** "07:30" for a time field, '' for null. */
export const timeField = (ms: number | null): string =>
	ms === null ? '' : new Date(ms + OFFSET_MS).toISOString().slice(11, 16);

/** The calendar day in Vietnam, ISO. */
export const dayOf = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 10);
