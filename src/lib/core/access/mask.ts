/** Owns: which part of a personal row a role may hold. The default is nothing. */
import type { PersonalPayload } from '../log/event';
import type { CuesState } from '../cues/model';
import { roleTable } from './table';
import type { Role } from './roles';

/**
 * @returns the allowed part of the payload, or null when the role may not hold the row at all.
 * A note's text goes to the stage and the admin, and to those it is addressed to.
 */
export function maskPersonal(
	role: Role,
	ref: string,
	payload: PersonalPayload,
	cues: CuesState
): PersonalPayload | null {
	const kind = ref.slice(0, ref.indexOf(':'));
	if (kind === 'note') return mayReadNote(role, ref.slice(5), cues) ? payload : null;
	if (kind !== 'delegate' && kind !== 'sub' && kind !== 'item') return null;
	const fields = roleTable[role].personal[kind];
	if (!fields) return null;
	if (fields === '*') return payload;
	return Object.fromEntries(fields.flatMap((field) => (field in payload ? [[field, payload[field]]] : [])));
}

function mayReadNote(role: Role, id: string, cues: CuesState): boolean {
	if (role === 'admin' || role === 'stage') return true;
	const note = cues.notes.find((n) => n.id === id);
	if (!note) return false;
	// A note to one device reaches the device's role as a whole; other roles never.
	return 'device' in note.to ? roleTable[role].receives !== undefined && 'slices' in roleTable[role].receives : note.to.roles.includes(role);
}
