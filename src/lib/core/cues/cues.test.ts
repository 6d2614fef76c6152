import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event';
import { Hall } from '../introduction/introduction.fixture';

const mc: Actor = { kind: 'device', id: 'mc-1', role: 'mc' };
const other: Actor = { kind: 'device', id: 'mc-2', role: 'mc' };
const stage: Actor = { kind: 'device', id: 'stage-2', role: 'stage' };

function asked(): { hall: Hall; answer: string } {
	const hall = new Hall();
	hall.send('note.send', { id: 'n', to: { roles: ['mc'] }, text: 'Chờ' });
	return { hall, answer: hall.send('note.answer', { note: 'n', answer: 'unclear' }, mc) };
}
const answerOf = (hall: Hall) => hall.state.cues.notes[0]?.answers['mc-1'];

describe('calling back', () => {
	it('STG-14: “Đã gọi” is said once for all stage devices, and only of the answer that was called about', () => {
		const { hall, answer } = asked();
		hall.send('note.answer', { note: 'n', answer: 'unclear' }, other);
		hall.send('note.called', { note: 'n', answer }, stage);
		const calledAt = answerOf(hall)?.calledAt;
		expect(calledAt).toBe(hall.now);
		expect(hall.state.cues.notes[0]?.answers['mc-2']?.calledAt).toBeUndefined();
		hall.send('note.called', { note: 'n', answer }, stage);
		expect(answerOf(hall)?.calledAt).toBe(calledAt);
		hall.send('note.answer', { note: 'n', answer: 'unclear' }, mc);
		expect(answerOf(hall)?.calledAt).toBeUndefined();
		hall.send('note.called', { note: 'n', answer }, stage);
		expect(answerOf(hall)?.calledAt).toBeUndefined();
	});

	it('STG-14: a note that is unknown or was withdrawn calls nobody', () => {
		const { hall, answer } = asked();
		expect(() => hall.send('note.called', { note: 'none', answer }, stage)).toThrow('note_unknown');
		hall.send('note.withdraw', { note: 'n' });
		expect(() => hall.send('note.called', { note: 'n', answer }, stage)).toThrow('note_unknown');
	});
});
