/**
 * Owns: times, durations and dates as a Vietnamese reader writes them.
 * Instants are milliseconds since 1970 (UTC), lengths are milliseconds.
 */
import { currentLocale, t, type MessageKey } from './i18n';

// Vietnam has kept UTC+7 without summer time since 1975; old Androids may lack time-zone data, this cannot.
const vietnamOffset = 7 * 3_600_000;
const minute = 60_000;
const hour = 60 * minute;

const inVietnam = (ms: number) => new Date(ms + vietnamOffset);
const two = (value: number) => String(value).padStart(2, '0');

/** Clock time of an instant in Vietnam, 24 hours: "7:41", "13:05". */
export function formatTime(ms: number): string {
	const date = inVietnam(ms);
	return `${date.getUTCHours()}:${two(date.getUTCMinutes())}`;
}

/** Clock time with seconds: "7:41:09". */
export function formatTimeWithSeconds(ms: number): string {
	return `${formatTime(ms)}:${two(inVietnam(ms).getUTCSeconds())}`;
}

/** A length: "12:05" below an hour, "1 giờ 05 phút" from there; a negative one carries a minus. */
export function formatDuration(ms: number): string {
	const whole = Math.floor(Math.abs(ms) / 1000) * 1000;
	const sign = ms < 0 && whole > 0 ? '−' : '';
	if (whole >= hour) return sign + hoursMinutes(whole);
	return `${sign}${Math.floor(whole / minute)}:${two((whole % minute) / 1000)}`;
}

/** Distance from the run-sheet, positive = late: "Chậm 4 phút", "Sớm 2 phút"; under a minute "Đúng giờ". */
export function formatDrift(ms: number): string {
	const size = Math.abs(ms);
	if (size < minute) return t('drift.onTime');
	const count = Math.floor(size / minute);
	const duration = size >= hour ? hoursMinutes(size) : t('common.minutes', { count });
	return ms > 0 ? t('drift.late', { duration }) : t('drift.early', { duration });
}

/** Date of an instant in Vietnam: "28/8/2025", or long "Thứ Năm, ngày 28 tháng 8 năm 2025". */
export function formatDate(ms: number, style: 'short' | 'long' = 'short'): string {
	const date = inVietnam(ms);
	const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
	if (style === 'short') return `${day}/${month}/${year}`;
	return t('time.longDate', { weekday: t(weekdays[date.getUTCDay()] ?? 'time.weekday0'), day, month, year });
}

/** A count with the reader's grouping: "1.234". */
export function formatNumber(value: number): string {
	return new Intl.NumberFormat(currentLocale() === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}

const weekdays = [
	'time.weekday0',
	'time.weekday1',
	'time.weekday2',
	'time.weekday3',
	'time.weekday4',
	'time.weekday5',
	'time.weekday6'
] as const satisfies readonly MessageKey[];

function hoursMinutes(ms: number): string {
	return t('time.hoursMinutes', {
		hours: Math.floor(ms / hour),
		minutes: two(Math.floor((ms % hour) / minute))
	});
}
