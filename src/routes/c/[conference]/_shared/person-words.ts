/** Owns: how a person and the performer of an item are written in one line. */
import type { ItemView, PersonView } from '$lib/core/views/shared';

export const joined = (parts: readonly string[], between: string): string =>
	parts.filter((part) => part.trim() !== '').join(between);

/** "Ông Hoàng Văn Thái" */
export const fullName = (person: PersonView): string => joined([person.honorific, person.name], ' ');

/**
 * "Phó Chủ tịch UBND xã" of "UBND xã Trùng Khánh" is "Phó Chủ tịch UBND xã Trùng Khánh": what the title's end and the
 * unit's beginning share is said once. Otherwise the two stand side by side.
 */
export function office(person: Pick<PersonView, 'title' | 'unit'>): string {
	const { title, unit } = person;
	if (title.toLowerCase().includes(unit.toLowerCase())) return title;
	const [spoken, named] = [title.split(' '), unit.split(' ')];
	for (let shared = Math.min(spoken.length, named.length); shared > 0; shared--) {
		const end = spoken.slice(-shared).join(' ');
		const begin = named.slice(0, shared).join(' ');
		if (end.toLowerCase() === begin.toLowerCase()) return [...spoken.slice(0, -shared), ...named].join(' ');
	}
	return joined([title, unit], ', ');
}

/** Who performs: the person from the list if there is one, else the text of the run-sheet. */
export function performerOf(item: ItemView): { name: string; office: string } | null {
	if (item.person) return { name: fullName(item.person), office: office(item.person) };
	return item.performer === '' ? null : { name: item.performer, office: '' };
}
