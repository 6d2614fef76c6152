import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '$lib/core/conference/templates';
import { unbrokenParts } from './line-breaks';

describe('line breaks on the big screen', () => {
	it('PRJ-9: a word of two syllables and a span of years stay on one line, and no letter is lost', () => {
		expect(unbrokenParts('Trân trọng cảm ơn các đại biểu')).toEqual([
			'Trân',
			'trọng',
			'cảm ơn',
			'các',
			'đại biểu'
		]);
		expect(unbrokenParts('giai đoạn 2020 - 2025, phương hướng, nhiệm vụ')).toEqual([
			'giai đoạn',
			'2020 - 2025,',
			'phương hướng,',
			'nhiệm vụ'
		]);
		expect(unbrokenParts('(2025 - 2030)')).toEqual(['(2025 - 2030)']);
		expect(unbrokenParts('các đại, biểu')).toEqual(['các', 'đại,', 'biểu']);
		expect(unbrokenParts('')).toEqual(['']);
		for (const { title } of TEMPLATES) expect(unbrokenParts(title).join(' ')).toBe(title);
	});
});
