import { describe, expect, it } from 'vitest';
import { awardsUnderWay, keyIntent, type KeyPress } from './keys';

const press = (change: Partial<KeyPress> = {}): KeyPress => ({
	key: ' ',
	repeat: false,
	modified: false,
	target: 'page',
	by: 'pointer',
	dialogOpen: false,
	awards: false,
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

	it('RUNW-4: while awards are under way space and clicker move neither the programme nor a wave, by one rule for both', () => {
		for (const key of [' ', 'PageDown', 'PageUp']) {
			expect(keyIntent(press({ key, awards: true }))).toBe('idle');
			expect(keyIntent(press({ key, awards: true, repeat: true }))).toBe('swallow');
			expect(keyIntent(press({ key, awards: true, dialogOpen: true }))).toBeNull();
		}
		expect(
			keyIntent(press({ awards: true, target: 'control', by: 'keyboard' })),
			'a button reached by Tab'
		).toBeNull();
		expect(
			keyIntent(press({ awards: true, target: 'control', by: 'pointer' })),
			'one left by the mouse'
		).toBe('idle');
		const of = (...steps: Parameters<typeof awardsUnderWay>[1]) => awardsUnderWay(['khen_thuong'], steps);
		expect([of(), of('prepared', 'prepared'), of('cleared', 'cleared')]).toEqual([false, false, false]);
		expect([of('staged', 'prepared'), of('cleared', 'prepared'), of('cleared', 'photo')]).toEqual([
			true,
			true,
			true
		]);
		expect(awardsUnderWay(['phat_bieu'], ['staged'])).toBe(false);
	});
});
