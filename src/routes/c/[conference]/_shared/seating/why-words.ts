/** Owns: "Vì sao ngồi đây?" as a sentence, from the code and figures the plan left with the seat. */
import type { Why } from '$lib/core/seating/why';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/seats';

/** @param groups the conference's delegate groups, whose texts stand for their ids */
export function whyText(why: Why, groups: readonly { id: string; text: string }[]): string {
	switch (why.rule) {
		case 'protocol':
			return t('seats.why.protocol', { place: why.place });
		case 'presidium':
			return t('seats.why.presidium', { place: why.place });
		case 'recipient':
			return t(`seats.why.recipient.${why.steps}`, { wave: why.wave, position: why.position });
		case 'unit':
			return t(why.whole ? 'seats.why.unit' : 'seats.why.unitSplit', { unit: why.unit });
		case 'group': {
			const who = groups.find(({ id }) => id === why.group)?.text ?? why.unit;
			return t(why.whole ? 'seats.why.group' : 'seats.why.groupSplit', { who });
		}
		case 'wheelchair':
		case 'aisle':
		case 'side':
		case 'free':
		case 'onTheDay':
		case 'hand':
			return t(`seats.why.${why.rule}`);
		default:
			return why satisfies never;
	}
}
