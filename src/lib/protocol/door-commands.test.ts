import { describe, expect, it } from 'vitest';
import { payloads } from './commands';

const claim = { claimedAt: 1_780_000_000_000, offset: 0 };

describe('what the door may say', () => {
	it('CHK-22: someone who comes instead has a name and may have no title', () => {
		const shown = { ...claim, via: 'qr', verdict: 'amber', desk: null, seen: 0 };
		const substitute = { ...shown, delegate: 'a', title: '', honorific: '' };
		const parses = (name: string) => payloads['door.substitute'].safeParse({ ...substitute, name }).success;
		expect([parses(''), parses('Bế Thị Thay')]).toEqual([false, true]);
	});

	it('CHK-26: an attempt has one of the known reasons, and its code travels as it was scanned', () => {
		const parse = (over: object) =>
			payloads['door.failed'].safeParse({ ...claim, code: 'x', reason: 'unknown', ...over });
		for (const reason of ['', 'no_such_reason', 'admitted'])
			expect(parse({ reason }).success, reason).toBe(false);
		for (const reason of [
			'unknown',
			'withdrawn',
			'repeat',
			'wrong_invitation',
			'carried_for',
			'otherConference'
		])
			expect(parse({ reason }).success, reason).toBe(true);
		for (const code of ['a+b-c/d=', 'a b-c/d=', '']) expect(parse({ code }).data?.code).toBe(code);
	});

	it('CHK-27: a step of a counter, companions and sets are whole numbers within what a hall can hold', () => {
		const count = (delta: number) =>
			payloads['door.count'].safeParse({ ...claim, unit: 'Công an tỉnh', delta }).success;
		expect([count(45), count(-1), count(1.5), count(5000)]).toEqual([true, true, false, false]);
		const companions = (n: number) =>
			payloads['door.companions'].safeParse({ ...claim, admission: 'adm-00000001', count: n }).success;
		expect([companions(0), companions(3), companions(-1)]).toEqual([true, true, false]);
		expect(payloads['documents.stock'].safeParse({ sets: -1 }).success).toBe(false);
	});
});
