import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseScan } from '../invitations/token';
import { frameCode, readFrameCode, shortCode, SHORT_DIGITS } from './frame-code';

const ids = fc.uniqueArray(
	fc.string({ minLength: 1, maxLength: 40 }).map((id) => `r${id.trim()}`),
	{
		minLength: 1,
		maxLength: 40
	}
);

describe('the code on a frame’s back', () => {
	it('FRM-6: is digits alone and no invitation, reads back whole, by its printed digits and as an older label', () => {
		fc.assert(
			fc.property(ids, fc.nat(), (stack, pick) => {
				const id = stack[pick % stack.length] ?? '';
				const code = frameCode(id);
				expect(code).toMatch(/^9[0-9]{38}$/);
				expect(normaliseScan(code), 'the door takes it for no invitation').toBeNull();
				expect(readFrameCode(code, stack)).toBe(id);
				expect(readFrameCode(` ${code}\r\n`, stack)).toBe(id);
				expect(readFrameCode(shortCode(id), stack)).toBe(id);
				expect(readFrameCode(shortCode(id).replace(' ', ''), stack)).toBe(id);
				expect(readFrameCode(`KTF:${id}`, stack)).toBe(id);
			})
		);
	});

	it('FRM-6: a frame of another pile is a frame all the same; an invitation, a typing error and nothing are none', () => {
		expect(readFrameCode(frameCode('elsewhere'), ['a', 'b'])).toBe(frameCode('elsewhere'));
		expect(readFrameCode('KTF:elsewhere', ['a'])).toBe('elsewhere');
		for (const other of [
			'312732621176508649831817657737124420074',
			frameCode('a').slice(1),
			shortCode('a').slice(0, SHORT_DIGITS - 1),
			'',
			'KTF:',
			'elsewhere'
		])
			expect(readFrameCode(other, ['a', 'b']), other).toBeNull();
	});
});
