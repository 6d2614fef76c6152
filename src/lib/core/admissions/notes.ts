/**
 * Owns: what a card adds to its verdict, the most important first. Nothing here refuses anybody: each note is a
 * sentence for the person at the desk.
 */
import { awardOf, type AwardsState } from '../awards/model';
import { desksOf } from '../conference/model';
import { isCounted } from '../delegates/model';
import type { ProgrammeState } from '../programme/model';
import { rowOf } from '../table';
import { awardsBegun, rescueOf } from './alerts';
import { whereabouts } from './model';
import { capacityOf, type DoorBooks } from './units';
import type { DoorVerdict } from './verdict';
import { countedOf, countedUnits } from './welcome';

export type DoorNote =
	/** "Đang chào cờ – mời đại biểu chờ ít phút" */
	| { code: 'flagSalute' }
	| { code: 'vip' }
	| { code: 'recipient'; wave: number; position: number }
	/** Too late for their own wave: `next` is the one that is open, or a new one behind all, else "Trao sau". */
	| { code: 'lateRecipient'; next: number }
	/** "Chỗ ngồi mới (khác giấy mời)" */
	| { code: 'seatMoved' }
	/** The group is received at another desk; this one receives all the same. */
	| { code: 'otherDesk'; desks: { name: string; gate: string }[] }
	/** The day of the conference is still to come, or over; `date` as ISO day. */
	| { code: 'notYet'; date: string }
	| { code: 'over'; date: string }
	/** Had said that they would not come. */
	| { code: 'excused' }
	/** "Có mặt 152/150 – kê thêm ghế. Vẫn tiếp nhận"; the person at the desk is in `present`. */
	| { code: 'capacity'; present: number; capacity: number };

export type NotesState = DoorBooks & { awards: AwardsState; programme: ProgrammeState };

/**
 * @param now server time, ms since 1970
 * @param desk the device's own desk, null for none
 */
export function doorNotes(
	state: NotesState,
	verdict: DoorVerdict,
	now: number,
	desk: string | null
): DoorNote[] {
	const notes: DoorNote[] = [];
	if (verdict.silent) notes.push({ code: 'flagSalute' });
	const { delegate, recipient } = verdict;
	if (!delegate) return notes;
	if (delegate.vip) notes.push({ code: 'vip' });
	if (recipient) {
		const begun = awardsBegun(state.programme);
		const row = awardOf(state.awards, delegate.id);
		const rescue = begun !== null && begun < now && row ? rescueOf(state.awards, row, now) : null;
		notes.push(rescue ? { code: 'lateRecipient', next: rescue.next } : { code: 'recipient', ...recipient });
	}
	if (verdict.seat?.moved) notes.push({ code: 'seatMoved' });
	const desks = desksOf(state.conference).filter(
		({ groups }) => delegate.group && groups?.includes(delegate.group)
	);
	if (desk !== null && desks.length && !desks.some(({ name }) => name === desk))
		notes.push({ code: 'otherDesk', desks: desks.map(({ name, gate }) => ({ name, gate })) });
	const { date } = state.conference.settings;
	const today = dayInVietnam(now);
	if (date !== null && today < date) notes.push({ code: 'notYet', date });
	if (date !== null && today > date && !runsPastMidnight(state, now)) notes.push({ code: 'over', date });
	if (delegate.absence === 'excused') notes.push({ code: 'excused' });
	const full = capacityNote(state, verdict);
	if (full) notes.push(full);
	return notes;
}

/** The ISO day in Vietnam, where the clock has no summer time. */
const dayInVietnam = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);

const runsPastMidnight = ({ programme, conference }: NotesState, now: number): boolean =>
	(programme.live !== null && programme.endedAt === null) || (conference.settings.hardEnd ?? 0) > now;

function capacityNote(state: NotesState, { delegate }: DoorVerdict): DoorNote | null {
	const { capacity } = state.conference.settings;
	if (!delegate || capacity === null || !isCounted(delegate)) return null;
	// Most of the day the hall is far from full, and nobody has to be counted to know it.
	const heads = countedUnits(state.welcome).reduce((sum, unit) => sum + countedOf(state.welcome, unit), 0);
	if (state.admissions.byDelegate.size + heads + 1 <= capacity) return null;
	const known = rowOf(state.roster.delegates, delegate.id) !== undefined;
	const here = known && whereabouts(state.admissions, delegate.id) === 'present';
	const present = (capacityOf(state)?.present ?? 0) + (here ? 0 : 1);
	return present > capacity ? { code: 'capacity', present, capacity } : null;
}
