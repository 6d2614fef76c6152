/** Owns: how a person and the performer of an item are written in one line. */
import { office } from '$lib/core/delegates/office';
import type { ItemView, PersonView } from '$lib/core/views/shared';

export { office };

export const joined = (parts: readonly string[], between: string): string =>
	parts.filter((part) => part.trim() !== '').join(between);

/** "Ông Hoàng Văn Thái" */
export const fullName = (person: PersonView): string => joined([person.honorific, person.name], ' ');

/** Who performs: the person from the list if there is one, else the text of the run-sheet. */
export function performerOf(item: ItemView): { name: string; office: string } | null {
	if (item.person) return { name: fullName(item.person), office: office(item.person) };
	return item.performer === '' ? null : { name: item.performer, office: '' };
}
