import { describe, expect, it } from 'vitest';
import { keyIntent, type KeyPress } from './keys';

const press = (change: Partial<KeyPress> = {}): KeyPress => ({
	key: ' ',
	repeat: false,
	modified: false,
	target: 'page',
	by: 'pointer',
	dialogOpen: false,
	...change
});

describe('keys of the stage', () => {
	it('STG-1: space and the clicker’s next page change the item, its previous page asks to go back', () => {
		expect(keyIntent(press())).toBe('next');
		expect(keyIntent(press({ key: 'PageDown' }))).toBe('next');
		expect(keyIntent(press({ key: 'PageUp' }))).toBe('back');
		expect(keyIntent(press({ key: 'Enter' }))).toBeNull();
		expect(keyIntent(press({ key: 'b' }))).toBeNull();
	});

	it('STG-2: a held key changes one item only, and scrolls nothing', () => {
		for (const key of [' ', 'PageDown', 'PageUp'])
			expect(keyIntent(press({ key, repeat: true }))).toBe('swallow');
	});

	it('STG-3: typing in a field, an open dialog and key combinations never change the item', () => {
		for (const key of [' ', 'PageDown', 'PageUp']) {
			expect(keyIntent(press({ key, target: 'field' }))).toBeNull();
			expect(keyIntent(press({ key, dialogOpen: true }))).toBeNull();
			expect(keyIntent(press({ key, modified: true }))).toBeNull();
		}
	});

	it('STG-4: space presses a button reached by keyboard; one left behind by the mouse does not swallow it', () => {
		expect(keyIntent(press({ target: 'control', by: 'keyboard' }))).toBeNull();
		expect(keyIntent(press({ target: 'control', by: 'pointer' }))).toBe('next');
		expect(keyIntent(press({ key: 'PageDown', target: 'control', by: 'keyboard' }))).toBe('next');
	});
});
