import { describe, expect, it } from 'vitest';
import {
	formatDate,
	formatDrift,
	formatDuration,
	formatNumber,
	formatTime,
	formatTimeWithSeconds
} from './format';

const at = (iso: string) => Date.parse(iso);
const minutes = (count: number) => count * 60_000;

describe('times and lengths', () => {
	it('I18N-11: a clock time is Vietnam time, 24 hours, no leading zero', () => {
		expect(formatTime(at('2025-08-28T00:41:59Z'))).toBe('7:41');
		expect(formatTime(at('2025-08-28T13:05:00Z'))).toBe('20:05');
		expect(formatTime(at('2025-08-27T17:00:00Z'))).toBe('0:00');
		expect(formatTimeWithSeconds(at('2025-08-28T00:41:09Z'))).toBe('7:41:09');
	});

	it('I18N-12: a length is minutes and seconds below an hour, words from there, with a minus below zero', () => {
		expect(formatDuration(725_999)).toBe('12:05');
		expect(formatDuration(3_599_999)).toBe('59:59');
		expect(formatDuration(minutes(65))).toBe('1 giờ 05 phút');
		expect(formatDuration(-30_000)).toBe('−0:30');
		expect(formatDuration(-400)).toBe('0:00');
	});

	it('I18N-13: drift counts whole minutes; under one it is on time', () => {
		expect(formatDrift(minutes(4) + 30_000)).toBe('Chậm 4 phút');
		expect(formatDrift(-minutes(2))).toBe('Sớm 2 phút');
		expect(formatDrift(59_999)).toBe('Đúng giờ');
		expect(formatDrift(-59_999)).toBe('Đúng giờ');
		expect(formatDrift(minutes(63))).toBe('Chậm 1 giờ 03 phút');
	});

	it('I18N-14: a date is the date in Vietnam', () => {
		expect(formatDate(at('2025-08-27T17:00:00Z'))).toBe('28/8/2025');
		expect(formatDate(at('2025-08-28T01:00:00Z'), 'long')).toBe('Thứ Năm, ngày 28 tháng 8 năm 2025');
		expect(formatNumber(1234)).toBe('1.234');
	});
});
