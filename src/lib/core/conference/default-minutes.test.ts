import { describe, expect, it } from 'vitest';
import { defaultMinutes, splitMinutes } from './default-minutes';
import { TEMPLATES } from './templates';

describe('default minutes', () => {
	it('KND-6: the estimates are those of the suggested half day', () => {
		const single = (kind: Parameters<typeof defaultMinutes>[0][0]) => defaultMinutes([kind]);
		expect([
			single('van_nghe'),
			single('chao_co'),
			single('tuyen_bo_ly_do'),
			single('khai_mac'),
			single('bao_cao'),
			single('khen_thuong'),
			single('phat_bieu'),
			single('phat_dong'),
			single('huong_ung'),
			single('thong_qua'),
			single('be_mac'),
			single('phong_su')
		]).toEqual([18, 3, 7, 7, 18, 20, 10, 7, 5, 5, 5, 5]);
	});

	it('KND-7: papers and exchanges count per part; three are reckoned with when the number is not stated', () => {
		expect(defaultMinutes(['tham_luan'])).toBe(21);
		expect(defaultMinutes(['tham_luan'], { parts: 1 })).toBe(7);
		expect(defaultMinutes(['giao_luu'], { parts: 7 })).toBe(70);
		expect(defaultMinutes(['van_nghe'], { parts: 5 })).toBe(18);
	});

	it('KND-8: kinds in one item add up, alternatives take the time of the own kind', () => {
		expect(defaultMinutes(['tuyen_bo_ly_do', 'khai_mac'])).toBe(14);
		expect(defaultMinutes(['be_mac', 'tong_ket'])).toBe(10);
		expect(defaultMinutes(['giao_luu', 'phong_su'], { parts: 2 })).toBe(25);
		expect(defaultMinutes(['tham_luan', 'giao_luu', 'phong_su'], { alternatives: true })).toBe(21);
	});

	it('KND-10: the minutes of the parts add up to those of their item', () => {
		expect(splitMinutes(18, 5)).toEqual([4, 4, 4, 3, 3]);
		const withParts = TEMPLATES.flatMap((template) => template.programme).filter((item) => item.parts);
		expect(withParts).toHaveLength(4);
		for (const item of withParts) {
			expect(item.parts?.reduce((sum, part) => sum + part.minutes, 0)).toBe(item.minutes);
		}
	});

	it('KND-9: every template fits its time: half a day, or the hard end of a broadcast', () => {
		for (const template of TEMPLATES) {
			const total = template.programme.reduce((sum, item) => sum + item.minutes, 0);
			expect(total, template.id).toBeLessThanOrEqual(template.hardEnd ? 120 : 140);
			expect(total, template.id).toBeGreaterThan(80);
		}
	});
});
