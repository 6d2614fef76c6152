/** Owns: what stands on the big screen: how the lines of a maket rank, and the small line above an item's title. Pure. */
import { foldVietnamese } from '$lib/core/delegates/fold';
import type { ProjectedAward } from '$lib/core/views/audience-views';
import type { ItemView } from '$lib/core/views/shared';
import { isMessageKey, t, tOr } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/kinds';
import '$lib/ui/i18n/use/projector';

export type MaketRank = 'organiser' | 'form' | 'title' | 'place';

/** Size of a line beside a title line of 1. */
export const RANK_SCALE: Record<MaketRank, number> = { organiser: 0.66, form: 1.4, title: 1, place: 0.5 };

const FORM = /^(hoi nghi|dai hoi|le|chuong trinh|dem|hoi thi|buoi)\b/;
const SHORT = 24;

/** The lines of a maket from top to bottom: organiser above "HỘI NGHỊ", title lines, place and date last. */
export function maketRanks(lines: readonly string[]): MaketRank[] {
	const folded = lines.map(foldVietnamese);
	const form = folded.findIndex((line) => FORM.test(line) && line.length <= SHORT);
	return folded.map((line, at) => {
		if (at === form) return 'form';
		if (form > 0 && at < form) return 'organiser';
		if (at > 0 && at === lines.length - 1 && /\b(ngay|thang)\b/.test(line)) return 'place';
		return 'title';
	});
}

/** "THAM LUẬN" above a title; nothing where the title says it itself. */
export function kickerOf(item: ItemView): string {
	const key = `kind.${item.kinds[0] ?? ''}`;
	if (!isMessageKey(key)) return '';
	const kicker = tOr(key, 'common.none');
	return foldVietnamese(item.title).includes(foldVietnamese(kicker)) ? '' : kicker;
}

/** "TRAO GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ"; a form that says itself whose it is, is left as it is. */
export function awardTitle({ form, rank }: Pick<ProjectedAward, 'form' | 'rank'>): string {
	const whose = / của /i.test(form) ? '' : t(`projector.award.${rank}`);
	return t('projector.award', { form: [form, whose].filter(Boolean).join(' ') }).toLocaleUpperCase('vi');
}

/** Which slogan now: all projectors of the hall show the same, as the time is the same. */
export function sloganAt(slogans: readonly string[], now: number, everyMs = 15_000): string {
	return slogans[Math.floor(now / everyMs) % slogans.length] ?? '';
}
