/** Owns: which part of a personal row a role may hold. The default is nothing. */
import type { PersonalPayload } from '../log/event';
import type { ConferenceState } from '../conference/model';
import type { CuesState } from '../cues/model';
import { ALERTS } from '../cues/alerts';
import type { CueAudience, CuePlanState } from '../cues/plan-model';
import { PERSONAL_KINDS, roleTable, type PersonalKind } from './table';
import type { Role } from './roles';

/** What decides who reads a note or a cue: whom it is for, and which role a device has. */
type NoteReaders = {
	cues: CuesState;
	cuePlan: CuePlanState;
	conference: Pick<ConferenceState, 'devices'>;
};

/**
 * @returns the allowed part of the payload, or null when the role may not hold the row at all.
 * The text of a note or a cue goes to the stage and the admin, and to those it is addressed to; replies to the two alone.
 */
export function maskPersonal(
	role: Role,
	ref: string,
	payload: PersonalPayload,
	state: NoteReaders
): PersonalPayload | null {
	const kind = ref.slice(0, ref.indexOf(':'));
	if (kind === 'note') return mayReadNote(role, ref.slice(5), state) ? payload : null;
	if (kind === 'cue') return mayReadCue(role, ref.slice(4), state) ? payload : null;
	if (kind === 'reply') return role === 'admin' || role === 'stage' ? payload : null;
	if (!isPersonalKind(kind)) return null;
	const fields = roleTable[role].personal[kind];
	if (!fields) return null;
	if (fields === '*') return payload;
	return Object.fromEntries(fields.flatMap((field) => (field in payload ? [[field, payload[field]]] : [])));
}

const isPersonalKind = (kind: string): kind is PersonalKind => PERSONAL_KINDS.some((known) => known === kind);

function mayReadNote(role: Role, id: string, { cues, conference }: NoteReaders): boolean {
	if (role === 'admin' || role === 'stage') return true;
	const note = cues.notes.find((n) => n.id === id);
	if (!note) return false;
	return isFor(note.to, role, conference);
}

function mayReadCue(role: Role, id: string, { cuePlan, conference }: NoteReaders): boolean {
	if (role === 'admin' || role === 'stage') return true;
	const alert = cuePlan.alerts.find((one) => one.id === id);
	const to = alert ? { roles: [...ALERTS[alert.what]] } : cuePlan.set[id]?.to;
	return to !== undefined && isFor(to, role, conference);
}

/** What is for one device reaches the device's role as a whole; other roles never. */
const isFor = (to: CueAudience, role: Role, { devices }: Pick<ConferenceState, 'devices'>): boolean =>
	'device' in to ? devices[to.device]?.role === role : to.roles.includes(role);
