/** Owns: which part of a personal row a role may hold. The default is nothing. */
import type { PersonalPayload } from '../log/event';
import type { ConferenceState } from '../conference/model';
import type { CuesState } from '../cues/model';
import { PERSONAL_KINDS, roleTable, type PersonalKind } from './table';
import type { Role } from './roles';

/** What decides who reads a note: the notes, and which role a device has. */
type NoteReaders = { cues: CuesState; conference: Pick<ConferenceState, 'devices'> };

/**
 * @returns the allowed part of the payload, or null when the role may not hold the row at all.
 * A note's text goes to the stage and the admin, and to those it is addressed to.
 */
export function maskPersonal(
	role: Role,
	ref: string,
	payload: PersonalPayload,
	state: NoteReaders
): PersonalPayload | null {
	const kind = ref.slice(0, ref.indexOf(':'));
	if (kind === 'note') return mayReadNote(role, ref.slice(5), state) ? payload : null;
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
	// A note to one device reaches the device's role as a whole; other roles never.
	return 'device' in note.to
		? conference.devices[note.to.device]?.role === role
		: note.to.roles.includes(role);
}
