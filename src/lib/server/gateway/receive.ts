/** Owns: what a role is handed: its snapshot, the messages of its replica, its views. Used by sockets and HTTP alike. */
import { maskPersonal } from '../../core/access/mask';
import { roleTable, slicesOf } from '../../core/access/table';
import { roles, type Role } from '../../core/access/roles';
import type { LogEvent, PersonalPayload } from '../../core/log/event';
import type { ReplicaMessage, ReplicaSnapshot } from '../../core/log/message';
import { refsOf } from '../../core/log/refs';
import { project, typesOf } from '../../core/log/slices';
import { views, type ViewName, type ViewReader } from '../../core/views/registry';
import type { ConferenceLog } from '../log/conference-log';
import { hashesOf } from '../conference/invitations';

/** Roles that look codes up by themselves get the hashes of the invitations with each person. */
const readsCodes = (role: Role): boolean => roleTable[role].commands.includes('door.admit');

export function maskedFor(log: ConferenceLog, role: Role, ref: string): PersonalPayload | null {
	const payload = log.personal.get(ref);
	const masked = payload ? maskPersonal(role, ref, payload, log.state) : null;
	if (!masked || !ref.startsWith('delegate:') || !(role === 'admin' || readsCodes(role))) return masked;
	return { ...masked, codes: hashesOf(log, ref.slice('delegate:'.length)) };
}

/** @returns null for roles that hold no replica. */
export function snapshotFor(log: ConferenceLog, role: Role): ReplicaSnapshot | null {
	const slices = slicesOf(role);
	if (!slices) return null;
	const personal: Record<string, PersonalPayload> = {};
	for (const ref of log.personal.keys()) {
		const masked = maskedFor(log, role, ref);
		if (masked) personal[ref] = masked;
	}
	return { epoch: log.epoch, upTo: visibleHead(log, role), state: project(log.state, slices), personal };
}

/** Event types by role, asked at every commit; the table never changes while the server runs. */
const seenBy = new Map(
	roles.flatMap((role) => {
		const slices = slicesOf(role);
		return slices ? [[role, typesOf(slices)] as const] : [];
	})
);

/** A device that gets another role brings the notes and cues addressed to it into that role's reach. */
function refsFor(log: ConferenceLog, event: LogEvent): string[] {
	if (event.type !== 'deviceChanged' && event.type !== 'deviceEnrolled') return refsOf(event);
	const { id } = event.payload;
	const notes = log.state.cues.notes.flatMap((note) =>
		'device' in note.to && note.to.device === id ? [`note:${note.id}`] : []
	);
	const cues = Object.values(log.state.cuePlan.set).flatMap((cue) =>
		cue && 'device' in cue.to && cue.to.device === id ? [`cue:${cue.id}`] : []
	);
	return [...refsOf(event), ...notes, ...cues];
}

/** Newest seq that a role's replica can see. */
export function visibleHead(log: ConferenceLog, role: Role): number {
	return slicesOf(role) ? visibleIn(log.lastSeqByType, role) : log.head;
}

/** The same from any table of newest seqs by type, e.g. the one before a commit. */
export function visibleIn(lastSeqByType: Readonly<Record<string, number>>, role: Role): number {
	let head = 0;
	for (const type of seenBy.get(role) ?? []) head = Math.max(head, lastSeqByType[type] ?? 0);
	return head;
}

/** @param prev newest visible seq before these events @returns null when the role sees none of them */
export function messageFor(
	log: ConferenceLog,
	role: Role,
	events: LogEvent[],
	prev: number
): ReplicaMessage | null {
	const types = seenBy.get(role);
	if (!types) return null;
	const seen = events.filter((event) => types.has(event.type));
	const last = seen.at(-1);
	if (!last) return null;
	const personal: ReplicaMessage['personal'] = {};
	for (const event of seen) for (const ref of refsFor(log, event)) personal[ref] = maskedFor(log, role, ref);
	// Rows the role may not hold at all are not even named. A note or a cue is: it may have been this role's until now.
	for (const ref of Object.keys(personal))
		if (personal[ref] === null && log.personal.has(ref) && !/^(note|cue):/.test(ref)) delete personal[ref];
	return { epoch: log.epoch, prev, upTo: last.seq, events: seen, personal };
}

/** @param from a log, or what one is about to be */
export const viewFor = (
	from: Pick<ConferenceLog, 'state' | 'lookup'>,
	name: ViewName,
	reader: ViewReader
): unknown => views[name](from.state, from.lookup, reader);
