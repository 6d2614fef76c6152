/**
 * Owns: the figures of a show of hands in words: percentages that never say more than was voted, and the sentence for
 * the minutes. A document of the office, so its sentences are Vietnamese whatever language a screen has.
 */
import type { HandsCount } from './model';

export const isUnanimous = ({ base, for: yes }: HandsCount): boolean => yes === base;

/** Raised no hand, or were not counted. */
export const silentOf = ({ base, for: yes, against, other }: HandsCount): number =>
	Math.max(0, base - yes - against - other);

/** One decimal, always rounded down: "100%" stands only for all of them, and some are never "0%". */
export function percentOf(part: number, whole: number): string {
	if (whole <= 0 || part >= whole) return '100%';
	const thousandths = Math.floor((part * 1000) / whole);
	if (thousandths === 0 && part > 0) return 'dưới 0,1%';
	return `${String(thousandths / 10).replace('.', ',')}%`;
}

/** For the big screen and whoever speaks: what was agreed, and nothing of who did not. */
export function resultLine(count: HandsCount): string {
	if (isUnanimous(count)) return '100% đại biểu nhất trí';
	return `${count.for}/${count.base} đại biểu tán thành, đạt ${percentOf(count.for, count.base)}`;
}

/**
 * For the minutes, with every figure that was counted.
 * @param event "Hội nghị" or "Đại hội" @param subject what was voted on, as the programme names it
 */
export function minutesSentence(count: HandsCount, event: string, subject: string): string {
	const { base, against, other } = count;
	const what = subjectWords(subject);
	const whose = count.by === 'door' ? 'đại biểu chính thức có mặt' : 'đại biểu có mặt tại hội trường';
	if (isUnanimous(count))
		return base === 0
			? `${event} biểu quyết bằng hình thức giơ tay, 100% đại biểu có mặt nhất trí ${what}.`
			: `${event} biểu quyết bằng hình thức giơ tay, ${base}/${base} ${whose} (đạt 100%) nhất trí ${what}.`;
	const silent = silentOf(count);
	const rest: [number, string][] = [
		[against, 'không tán thành'],
		[other, 'ý kiến khác'],
		[silent, 'không biểu quyết']
	];
	const parts = rest.flatMap(([people, words]) =>
		people ? [`${words} ${people} đại biểu, chiếm ${percentOf(people, base)}`] : []
	);
	const yes = `tán thành ${count.for}/${base} ${whose}, đạt ${percentOf(count.for, base)}`;
	return `${event} biểu quyết ${what} bằng hình thức giơ tay: ${[yes, ...parts].join('; ')}.`;
}

/** "Thông qua danh sách …" → "thông qua danh sách …"; a title without the verb is given it. */
function subjectWords(subject: string): string {
	const words = subject
		.normalize('NFC')
		.trim()
		.replace(/[.;:]+$/u, '');
	const lowered = words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
	return /^(?:biểu quyết )?thông qua\b/iu.test(lowered)
		? lowered.replace(/^biểu quyết /iu, '')
		: `thông qua ${words}`;
}
