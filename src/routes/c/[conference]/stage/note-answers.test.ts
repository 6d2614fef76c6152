import { describe, expect, it } from 'vitest';
import type { Note } from '$lib/core/cues/model';
import type { Role } from '$lib/core/access/roles';
import { openCalls, receiversOf } from './note-answers';

const answer = (role: Role, said: 'clear' | 'unclear', id: string, at = 1) => ({
	answer: said,
	at,
	id,
	role
});
const called = (one: ReturnType<typeof answer>, calledAt: number) => ({ ...one, calledAt });
const note = (change: Partial<Note> = {}): Note => ({
	id: 'n1',
	to: { roles: ['mc', 'tech'] },
	at: 1,
	answers: {},
	withdrawn: false,
	...change
});

describe('answers to notes', () => {
	it('STG-5: each addressed role has its own answer, waiting until one of its devices speaks', () => {
		expect(receiversOf(note(), {}).map((one) => one.answer)).toEqual(['waiting', 'waiting']);
		const answered = note({ answers: { d1: answer('mc', 'clear', 'x1') } });
		expect(receiversOf(answered, {})).toEqual([
			{ role: 'mc', device: null, answer: 'clear', calledAt: null },
			{ role: 'tech', device: null, answer: 'waiting', calledAt: null }
		]);
	});

	it('STG-5: of two MCs one “Chưa rõ” outweighs the other’s “Đã rõ”', () => {
		const both = note({ answers: { d1: answer('mc', 'unclear', 'x1'), d2: answer('mc', 'clear', 'x2') } });
		expect(receiversOf(both, {})[0]?.answer).toBe('unclear');
	});

	it('STG-5: a note to one device is answered by that device', () => {
		const one = note({ to: { device: 'd1' }, answers: { d1: answer('mc', 'clear', 'x1') } });
		expect(receiversOf(one, { d1: { role: 'mc' } })).toEqual([
			{ role: 'mc', device: 'd1', answer: 'clear', calledAt: null }
		]);
	});

	it('STG-6: a “Chưa rõ” stays loud until called, answered anew, or withdrawn', () => {
		const loud = note({
			answers: { d1: answer('mc', 'unclear', 'x1'), d2: answer('tech', 'unclear', 'x2', 2) }
		});
		expect(openCalls([loud]).map((one) => one.answer)).toEqual(['x2', 'x1']);
		const half = { ...loud, answers: { ...loud.answers, d2: called(answer('tech', 'unclear', 'x2', 2), 9) } };
		expect(openCalls([half]).map((one) => one.role)).toEqual(['mc']);
		expect(receiversOf(half, {}).map((one) => one.calledAt)).toEqual([null, 9]);
		expect(openCalls([{ ...loud, withdrawn: true }])).toEqual([]);
		const anew = note({ answers: { d1: answer('mc', 'clear', 'x3') } });
		expect(openCalls([anew])).toEqual([]);
	});
});
