/** Owns: the rules of notes and of the projector's scene. */
import type { Deciders } from '../log/command';
import { ok, reject } from '../result';
import type { Note, Scene } from './model';

export type CueCommands = {
	'note.send': { id: string; to: Note['to']; text: string };
	'note.answer': { note: string; answer: 'clear' | 'unclear' };
	'note.withdraw': { note: string };
	/** `answer`: id of the answer "Chưa rõ" that was called about. */
	'note.called': { note: string; answer: string };
	'scene.set': { scene: Scene | null };
};

export const cueDeciders: Deciders<CueCommands> = {
	'note.send': {
		kind: 'order',
		decide(state, { id, to, text }) {
			if (state.cues.notes.some((note) => note.id === id)) return reject('id_taken');
			return ok({
				events: [{ type: 'noteSent', payload: { id, to } }],
				personal: [{ ref: `note:${id}`, payload: { text } }]
			});
		}
	},
	'note.answer': {
		kind: 'order',
		decide(state, payload, ctx) {
			const note = state.cues.notes.find((n) => n.id === payload.note);
			if (!note || note.withdrawn) return reject('note_unknown');
			const mine =
				'device' in note.to ? note.to.device === ctx.actor.id : note.to.roles.includes(ctx.actor.role);
			return mine ? ok({ events: [{ type: 'noteAnswered', payload }] }) : reject('not_allowed');
		}
	},
	'note.withdraw': {
		kind: 'order',
		decide(state, payload) {
			if (!state.cues.notes.some((n) => n.id === payload.note)) return reject('note_unknown');
			return ok({ events: [{ type: 'noteWithdrawn', payload }] });
		}
	},
	'note.called': {
		kind: 'order',
		decide(state, payload) {
			const note = state.cues.notes.find((n) => n.id === payload.note);
			if (!note || note.withdrawn) return reject('note_unknown');
			const answer = Object.values(note.answers).find((one) => one.id === payload.answer);
			// Called by two at once, or answered anew meanwhile: nothing is left to be said about it.
			if (!answer || answer.calledAt !== undefined) return ok({ events: [] });
			return ok({ events: [{ type: 'noteCalled', payload }] });
		}
	},
	'scene.set': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'sceneSet', payload }] })
	}
};
