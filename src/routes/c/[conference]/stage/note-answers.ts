/** Owns: what became of a note, read per receiver: who answered what, and which "Chưa rõ" still wants a call. */
import { isRole, type Role } from '$lib/core/access/roles';
import type { Note, NoteAnswer } from '$lib/core/cues/model';

export type Receiver = { role: Role | null; device: string | null; answer: 'clear' | 'unclear' | 'waiting' };

type DeviceRoles = Record<string, { role: Role }>;

/** One line a role or device; of several devices of a role one "Chưa rõ" outweighs every "Đã rõ". */
export function receiversOf(note: Note, devices: DeviceRoles): Receiver[] {
	if ('device' in note.to) {
		const { device } = note.to;
		const role = devices[device]?.role ?? null;
		return [{ role, device, answer: note.answers[device]?.answer ?? 'waiting' }];
	}
	const answers = Object.values(note.answers);
	return note.to.roles.filter(isRole).map((role) => ({
		role,
		device: null,
		answer: together(answers.filter((one) => one.role === role))
	}));
}

function together(answers: NoteAnswer[]): Receiver['answer'] {
	if (answers.some((one) => one.answer === 'unclear')) return 'unclear';
	return answers.length ? 'clear' : 'waiting';
}

export type OpenCall = { note: string; answer: string; role: Role; device: string; at: number };

/** Every standing "Chưa rõ – gọi tôi", newest first; `called` holds ids of answers somebody here has dealt with. */
export function openCalls(notes: readonly Note[], called: readonly string[]): OpenCall[] {
	return notes
		.filter((note) => !note.withdrawn)
		.flatMap((note) =>
			Object.entries(note.answers)
				.filter(([, one]) => one.answer === 'unclear' && !called.includes(one.id))
				.map(([device, one]) => ({ note: note.id, answer: one.id, role: one.role, device, at: one.at }))
		)
		.sort((a, b) => b.at - a.at);
}
