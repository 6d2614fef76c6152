/**
 * Owns: the introduction list cut into spoken groups ("Về phía Tỉnh ủy Cao Bằng"). The order is the list's own: a
 * frozen list and a place fixed by hand must be read as they stand.
 */
import type { Delegate } from '../delegates/model';
import { introductionGroups as linesOf, type Host } from '../delegates/introduction-lines';
import { levelOf } from '../delegates/level';

export type IntroductionGroup = { heading: string; ids: string[] };

/** @param name who holds the conference, e.g. "Ủy ban nhân dân xã Trùng Khánh"; a commune where it names no level */
export function hostOf(name: string): Host {
	const level = levelOf(name) ?? 'commune';
	return { level, locality: localityOf(name) };
}

/** "Ủy ban nhân dân xã Trùng Khánh" → "xã Trùng Khánh"; without a place's word the name as it is. */
function localityOf(name: string): string {
	const found = /(?:^|\s)((?:xã|phường|thị trấn|đặc khu|huyện|quận|tỉnh|thành phố)\s.*)$/iu.exec(name)?.[1];
	if (found === undefined) return name;
	const [kind = '', ...rest] = found.split(' ');
	return [kind.toLowerCase(), ...rest].join(' ');
}

/**
 * `list` is in its final order. People under one heading are gathered at the first of them, except those whose place
 * was fixed by hand: nobody moves past them.
 */
export function introductionGroups(list: readonly Delegate[], host: Host): IntroductionGroup[] {
	const groups: IntroductionGroup[] = [];
	let open: IntroductionGroup[] = [];
	let free = true;
	for (const delegate of list) {
		const heading = linesOf([delegate], host)[0]?.heading ?? delegate.unit;
		const locked = delegate.lockedOrder !== null;
		// A hand-fixed place is a wall between those before it and those after it.
		if (locked || !free) open = open.slice(-1);
		free = !locked;
		const known = open.find((group) => group.heading === heading);
		if (known) known.ids.push(delegate.id);
		else {
			const group = { heading, ids: [delegate.id] };
			groups.push(group);
			open.push(group);
		}
	}
	return groups;
}
