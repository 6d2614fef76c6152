/** Owns: what became of a note, read per receiver: who answered what, and which "Chưa rõ" still wants a call. */
import { isRole, type Role } from '$lib/core/access/roles';
import type { Note, NoteAnswer } from '$lib/core/cues/model';

export type Receiver = {
	role: Role | null;
	device: string | null;
	answer: 'clear' | 'unclear' | 'waiting';
	/** When whoever said “Chưa rõ” was called back, ms; null while a call is due or none is wanted. */
	calledAt: number | null;
};

type DeviceRoles = Record<string, { role: Role }>;

/** One line a role or device; of several devices of a role one "Chưa rõ" outweighs every "Đã rõ". */
export function receiversOf(note: Note, devices: DeviceRoles): Receiver[] {
	if ('device' in note.to) {
		const { device } = note.to;
		const role = devices[device]?.role ?? null;
		const given = note.answers[device];
		return [{ role, device, answer: given?.answer ?? 'waiting', calledAt: calledAt(given ? [given] : []) }];
	}
	const answers = Object.values(note.answers);
	return note.to.roles.filter(isRole).map((role) => {
		const given = answers.filter((one) => one.role === role);
		return { role, device: null, answer: together(given), calledAt: calledAt(given) };
	});
}

function calledAt(answers: NoteAnswer[]): number | null {
	const unclear = answers.filter((one) => one.answer === 'unclear');
	const calls = unclear.flatMap((one) => one.calledAt ?? []);
	return calls.length === unclear.length ? (calls.at(-1) ?? null) : null;
}

function together(answers: NoteAnswer[]): Receiver['answer'] {
	if (answers.some((one) => one.answer === 'unclear')) return 'unclear';
	return answers.length ? 'clear' : 'waiting';
}

export type OpenCall = { note: string; answer: string; role: Role; device: string; at: number };

/** Every standing "Chưa rõ – gọi tôi" that nobody has called about, newest first. */
export function openCalls(notes: readonly Note[]): OpenCall[] {
	return notes
		.filter((note) => !note.withdrawn)
		.flatMap((note) =>
			Object.entries(note.answers)
				.filter(([, one]) => one.answer === 'unclear' && one.calledAt === undefined)
				.map(([device, one]) => ({ note: note.id, answer: one.id, role: one.role, device, at: one.at }))
		)
		.sort((a, b) => b.at - a.at);
}
