/** Owns: the choices of a decision in words, and recipients of a draft as a list shows them. */
import { AWARD_RANKS, type AwardDecision, type RecipientType } from '$lib/core/awards/model';
import type { DraftRow } from '$lib/core/awards/draft';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/awards';
import { fullName, officeOf, type Office } from '../use-office.svelte';

export const defaultCaller: AwardDecision['caller'] = 'reader';
export const TYPES: readonly RecipientType[] = ['individual', 'collective', 'household'];
export const rankOptions = () => AWARD_RANKS.map((value) => ({ value, label: t(`awards.rank.${value}`) }));
export const typeOptions = () => TYPES.map((value) => ({ value, label: t(`awards.type.${value}`) }));
export const callerOptions = () =>
	(['reader', 'awards', 'mc'] as const).map((value) => ({ value, label: t(`awards.caller.${value}`) }));

export const rankOf = (value: string): AwardDecision['rank'] =>
	AWARD_RANKS.find((rank) => rank === value) ?? 'commune';
export const callerOf = (value: string): AwardDecision['caller'] =>
	(['reader', 'awards', 'mc'] as const).find((caller) => caller === value) ?? defaultCaller;
export const typeOf = (value: string): RecipientType => TYPES.find((type) => type === value) ?? 'individual';

/** "2026-03-01" → "01/3/2026", as decisions are dated. */
export function dateWords(iso: string | undefined): string {
	const [year, month, day] = (iso ?? '').split('-');
	return year && month && day ? `${day}/${Number(month)}/${year}` : '';
}

/** Who is honoured: the name entered beside the log, else the person of the list. */
export function draftName(office: Office, row: DraftRow): string {
	if (row.personal.name)
		return fullName({ honorific: row.personal.honorific ?? '', name: row.personal.name });
	const person = row.delegate === null ? null : office.person(row.delegate);
	return person ? fullName(person) : t('awards.someone');
}

export function draftDetail(office: Office, row: DraftRow): string {
	const person = row.delegate === null ? null : office.person(row.delegate);
	const own = row.personal.name ? { title: row.personal.title ?? '', unit: row.personal.unit ?? '' } : person;
	const by = row.onBehalf?.by ? office.person(row.onBehalf.by) : null;
	return [
		own ? officeOf(own) : '',
		row.category ?? '',
		row.personal.name && person ? t('awards.standsFor', { name: fullName(person) }) : '',
		row.posthumous ? t('awards.posthumous') : '',
		row.onBehalf
			? t('awards.behalfBy', { name: by ? fullName(by) : t('awards.notOnList') }) +
				` – ${row.onBehalf.reason}`
			: ''
	]
		.filter(Boolean)
		.join(' · ');
}
