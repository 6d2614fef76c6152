import { describe, expect, it } from 'vitest';
import { en } from '$lib/ui/i18n/en';
import { vi } from '$lib/ui/i18n/vi';
import * as find from './findings';
import { remedies, type Finding } from './findings';
import { pictures } from './pictures';

const all: Finding[] = [
	find.server(null),
	find.server(40),
	find.server(2000),
	find.network(null, 10, null),
	find.network(0, 10, 'wifi'),
	find.network(3, 10, null),
	find.network(0, 10, 'cellular'),
	find.browser(null),
	find.browser('Zalo'),
	find.secure(true),
	find.secure(false),
	...(['starting', 'insecure', 'unsupported', 'installing', 'ready', 'failed'] as const).map(find.offline),
	find.storage(false, 'kept', 900),
	find.storage(true, 'kept', 10),
	find.storage(true, 'may_go', null),
	find.storage(true, 'kept', 900),
	...(['untested', 'insecure', 'denied', 'missing', 'dark', { width: 640, height: 480 }] as const).map(
		find.camera
	),
	find.sound(null, false),
	find.sound(true, false),
	find.sound(false, false),
	find.sound(null, true),
	find.awake(true),
	find.awake(false)
];

describe('what the tests of a device mean', () => {
	it('OFF-12: whatever is not well is said in words and has a remedy with a picture of its own', () => {
		for (const { tone, says, params, remedy } of all) {
			for (const words of [vi, en]) {
				const places = [...words[says].matchAll(/\{(\w+)\}/g)].map(([, place]) => place);
				expect(Object.keys(params ?? {}).sort(), says).toEqual(places.sort());
			}
			// A laptop without a camera is no fault to mend: the sentence names the other ways.
			if (tone === 'bad' || (tone === 'warn' && says !== 'check.camera.missing'))
				expect(remedy, says).toBeDefined();
			else expect(remedy, says).toBeUndefined();
		}
		const used = new Set(all.flatMap(({ remedy }) => remedy ?? []));
		expect([...used].sort()).toEqual([...remedies].sort());
		for (const remedy of remedies) {
			expect(pictures[remedy].line.length).toBeGreaterThan(0);
			expect(vi[`remedy.${remedy}`]).not.toBe('');
		}
	});

	it('OFF-12: plain HTTP is a warning, a browser inside a chat app and a lost Wi-Fi are faults', () => {
		expect(find.secure(false).tone).toBe('warn');
		expect(find.browser('Zalo')).toMatchObject({ tone: 'bad', remedy: 'own-browser' });
		expect(find.network(1, 10, null)).toMatchObject({ tone: 'bad', remedy: 'keep-wifi' });
		expect(find.storage(true, 'may_go', 900)).toMatchObject({ tone: 'warn', remedy: 'install' });
	});
});
