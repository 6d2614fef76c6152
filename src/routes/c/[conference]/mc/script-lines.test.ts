import { describe, expect, it } from 'vitest';
import { shownLines, voices } from './script-lines';

const lines = [
	{ speaker: 'MC 2', text: 'Hai' },
	{ speaker: '', text: 'Chung' },
	{ speaker: 'MC 1', text: 'Một' }
];

describe('the script as one MC reads it', () => {
	it('MC-1: a speaker keeps the colour whoever begins, also into the next item', () => {
		const both = voices(lines, [{ speaker: 'MC 1', text: '' }]);
		expect(both).toEqual(['MC 1', 'MC 2']);
		expect(shownLines(lines, both, null).map((line) => line.voice)).toEqual([1, 0, 0]);
		expect(shownLines(lines, both, null).some((line) => line.cue)).toBe(false);
	});

	it('MC-2: with one MC’s lines only, the other’s are cues, and lines of nobody stay whole', () => {
		expect(shownLines(lines, voices(lines), 'MC 1').map((line) => line.cue)).toEqual([true, false, false]);
	});

	it('MC-3: a wanted speaker who says nothing here hides nothing', () => {
		expect(shownLines(lines, voices(lines), 'MC 3').some((line) => line.cue)).toBe(false);
		expect(shownLines([], [], 'MC 1')).toEqual([]);
	});
});
