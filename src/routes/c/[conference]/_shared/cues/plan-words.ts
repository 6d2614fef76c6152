/** Owns: when a cue comes, in words, for those who plan and give it. */
import type { Cue, CueAudience } from '$lib/core/cues/plan-model';
import type { ProgrammeState } from '$lib/core/programme/model';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/cue-desk';
import { quotable } from '../quoted';

export function whenWords({ trigger }: Pick<Cue, 'trigger'>, { items }: ProgrammeState): string {
	if (trigger.on === 'hand') return t('cueDesk.when.hand');
	if (trigger.on === 'wave') return t(`cueDesk.when.${trigger.step}`);
	const title = items[trigger.item]?.title;
	if (title === undefined) return t('cueDesk.when.gone');
	const item = quotable(title);
	if (trigger.on === 'itemStart')
		return trigger.lead
			? t('cueDesk.when.item', { item, count: trigger.lead })
			: t('cueDesk.when.itemAt', { item });
	return trigger.before
		? t('cueDesk.when.end', { item, count: trigger.before })
		: t('cueDesk.when.endAt', { item });
}

export function toWords(to: CueAudience): string {
	if ('device' in to) return t('cueDesk.oneDevice');
	return to.roles
		.map((role) =>
			role === 'mc' && to.voice ? t('cueDesk.mcVoice', { voice: to.voice }) : t(`role.${role}`)
		)
		.join(', ');
}
