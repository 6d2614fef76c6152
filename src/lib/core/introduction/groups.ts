/** Owns: the lines "Về phía …" of the introduction list: people of one level and branch stand under one heading. */
import type { Delegate } from '../delegates/model';

export type IntroductionGroup = { heading: string; ids: string[] };

/** `list` is in protocol order already; neighbours with the same unit family share a heading. */
export function introductionGroups(list: Delegate[], _titleOf: (id: string) => string): IntroductionGroup[] {
	const groups: IntroductionGroup[] = [];
	let key = '';
	for (const delegate of list) {
		const mine = `${delegate.tier}/${delegate.bloc}/${delegate.unit}`;
		const last = groups.at(-1);
		if (last && key === mine) last.ids.push(delegate.id);
		else groups.push({ heading: delegate.unit, ids: [delegate.id] });
		key = mine;
	}
	return groups;
}
