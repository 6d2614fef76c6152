import { describe, expect, it } from 'vitest';
import { MINUTE } from '$lib/core/time/minute';
import type { NoteView } from '$lib/core/views/shared';
import { shownNotes } from './shown-notes';

const note = (id: string, rest: Partial<NoteView> = {}): NoteView => ({
	id,
	text: id,
	at: 0,
	answered: null,
	answeredAt: null,
	calledAt: null,
	...rest
});
const done = (one: NoteView, since: number | null, now: number) =>
	shownNotes([one], since, now).done.map(({ id }) => id);

describe('notes on a watching screen', () => {
	it('MC-12: an answered note goes when the item changes or after two minutes', () => {
		const clear = note('a', { answered: 'clear', answeredAt: 1_000 });
		expect(done(clear, 0, 2 * MINUTE)).toEqual(['a']);
		expect(done(clear, 0, 2 * MINUTE + 1_000)).toEqual([]);
		expect(done(clear, 5_000, 6_000)).toEqual([]);
		expect(
			shownNotes([note('x'), note('y'), note('z', { text: '' })], null, 0).open.map(({ id }) => id)
		).toEqual(['y', 'x']);
	});

	it('MC-12: a question to be called stays until the stage has called, and then says so for as long', () => {
		const asked = note('b', { answered: 'unclear', answeredAt: 0 });
		expect(done(asked, 50 * MINUTE, 60 * MINUTE)).toEqual(['b']);
		const called = { ...asked, calledAt: 60 * MINUTE };
		expect(done(called, 50 * MINUTE, 61 * MINUTE)).toEqual(['b']);
		expect(done(called, 50 * MINUTE, 62 * MINUTE)).toEqual([]);
	});
});
