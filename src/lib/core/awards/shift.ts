/**
 * Owns: moving one person among waves that are not yet begun, before it is sent: by mouse, finger and keyboard alike.
 * Assumes: rows in the order of the waves. A place that is not allowed changes nothing and is answered with null.
 */
import type { WaveRow } from './arrange';

export type Way = 'left' | 'right' | 'earlier' | 'later';

/** @param place from 0, as the hall sees it; beyond the end means the end */
export function putAt(rows: readonly WaveRow[], id: string, wave: number, place: number): WaveRow[] | null {
	const from = rows.find((row) => row.members.includes(id));
	const to = rows.find((row) => row.number === wave);
	if (!from || !to || from.decision !== to.decision || from.type !== to.type) return null;
	const next = rows.map((row) => ({ ...row, members: row.members.filter((one) => one !== id) }));
	const target = next.find((row) => row.number === wave);
	target?.members.splice(Math.max(0, Math.min(place, target.members.length)), 0, id);
	return next;
}

/** One place aside, or into the nearest wave of the same decision and type. */
export function stepTo(rows: readonly WaveRow[], id: string, way: Way): WaveRow[] | null {
	const at = rows.findIndex((row) => row.members.includes(id));
	const row = rows[at];
	if (!row) return null;
	const place = row.members.indexOf(id);
	if (way === 'left') return place === 0 ? null : putAt(rows, id, row.number, place - 1);
	if (way === 'right')
		return place === row.members.length - 1 ? null : putAt(rows, id, row.number, place + 1);
	const fits = (one: WaveRow): boolean => one.decision === row.decision && one.type === row.type;
	const other = way === 'later' ? rows.slice(at + 1).find(fits) : rows.slice(0, at).findLast(fits);
	return other ? putAt(rows, id, other.number, place) : null;
}

/** What is sent: only the waves whose people or order are not as before. */
export const changedRows = (before: readonly WaveRow[], after: readonly WaveRow[]): WaveRow[] =>
	after.filter((row) => {
		const old = before.find((one) => one.number === row.number);
		return old?.members.join('\n') !== row.members.join('\n');
	});

/** A person takes 0.7 m of the stage (ceremony.md, "Waves"). */
const METRES_EACH = 0.7;
/** @param metres width of the stage; @returns people a wave, at least one */
export const peopleFor = (metres: number): number => Math.max(1, Math.floor(metres / METRES_EACH + 1e-9));
