/** Owns: the sentences a card adds to its verdict. Comes after the first screen: a card is complete without them. */
import { doorNotes, type DoorNote } from '$lib/core/admissions/notes';
import type { DoorVerdict } from '$lib/core/admissions/verdict';
import type { Link } from '$lib/client/link.svelte';
import { formatDate, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/arrivals';
import '$lib/ui/i18n/use/reception';

/** In the order of what matters; what the verdict itself says already is left out. */
export const cardNotes = (link: Link, verdict: DoorVerdict, now: number): string[] =>
	doorNotes(link.state, verdict, now, link.desk).flatMap(sentence);

function sentence(note: DoorNote): string[] {
	switch (note.code) {
		case 'lateRecipient':
			return [t('arrivals.note.late', { next: note.next })];
		case 'otherDesk':
			return [
				t('arrivals.note.otherDesk', {
					desks: note.desks.map(({ name, gate }) => (gate ? `${name} (${gate})` : name)).join(', ')
				})
			];
		case 'notYet':
			return [t('arrivals.note.notYet', { date: formatDate(Date.parse(note.date)) })];
		case 'over':
			return [t('arrivals.note.over', { date: formatDate(Date.parse(note.date)) })];
		case 'excused':
			return [t('arrivals.note.excused')];
		case 'capacity':
			return [`${t('reception.overCapacity', note)} ${t('reception.admitAnyway')}`];
		case 'flagSalute':
		case 'vip':
		case 'recipient':
		case 'seatMoved':
			return [];
		default:
			return note satisfies never;
	}
}
