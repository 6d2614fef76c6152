/** Owns: notes from the stage to screens with their answers, and the projector's scene when the stage overrides it. */
import type { Slice } from '../log/slice';
import type { Role } from '../access/roles';
import type { Voice } from './plan-model';

export type Scene = 'welcome' | 'backdrop' | 'item' | 'flag' | 'slogans' | 'closing' | 'black';
export type NoteAnswer = {
	answer: 'clear' | 'unclear';
	at: number;
	id: string;
	role: Role;
	/** When the stage said that the person was called back ("Đã gọi"), ms. */
	calledAt?: number;
};
export type Note = {
	id: string;
	/** Roles (of two MCs the one whose lines it is), or one device by id. The text is beside the log under `note:<id>`. */
	to: { roles: Role[]; voice?: Voice } | { device: string };
	at: number;
	answers: Record<string, NoteAnswer>;
	withdrawn: boolean;
};
export type CuesState = { notes: Note[]; scene: Scene | null };

export type CueEvents = {
	noteSent: { id: string; to: Note['to'] };
	noteAnswered: { note: string; answer: 'clear' | 'unclear' };
	noteWithdrawn: { note: string };
	/** The stage has called whoever answered so; `answer` is the answer's id, not the note's. */
	noteCalled: { note: string; answer: string };
	sceneSet: { scene: Scene | null };
};

/** Enough for a day's talk on one screen; older ones stay in the log. */
const KEPT = 50;

export const cuesSlice: Slice<CuesState> = {
	initial: { notes: [], scene: null },
	reads: ['noteSent', 'noteAnswered', 'noteWithdrawn', 'noteCalled', 'sceneSet'],
	evolve(state, event) {
		switch (event.type) {
			case 'noteSent': {
				const note: Note = { ...event.payload, at: event.at, answers: {}, withdrawn: false };
				return { ...state, notes: [...state.notes, note].slice(-KEPT) };
			}
			case 'noteAnswered': {
				const { note: id, answer } = event.payload;
				const by = event.actor.id;
				return {
					...state,
					notes: state.notes.map((note) =>
						note.id === id
							? {
									...note,
									answers: {
										...note.answers,
										[by]: { answer, at: event.at, id: event.command, role: event.actor.role }
									}
								}
							: note
					)
				};
			}
			case 'noteWithdrawn':
				return {
					...state,
					notes: state.notes.map((n) => (n.id === event.payload.note ? { ...n, withdrawn: true } : n))
				};
			case 'noteCalled': {
				const { note: id, answer } = event.payload;
				return {
					...state,
					notes: state.notes.map((note) =>
						note.id === id ? { ...note, answers: withCalled(note.answers, answer, event.at) } : note
					)
				};
			}
			case 'sceneSet':
				return { ...state, scene: event.payload.scene };
			default:
				return state;
		}
	}
};

/** Only the very answer that was called about: whoever answered anew meanwhile is to be called again. */
function withCalled(answers: Note['answers'], answer: string, at: number): Note['answers'] {
	return Object.fromEntries(
		Object.entries(answers).map(([by, one]) => [by, one.id === answer ? { ...one, calledAt: at } : one])
	);
}
