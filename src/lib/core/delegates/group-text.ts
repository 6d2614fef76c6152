/** Owns: matching what a sheet calls a group with the groups of the conference. */
import { foldVietnamese } from './fold';

/**
 * Returns a function text → group id or null: the same words, else the group's place in the list ("Nhóm 3", "3"),
 * else the only group that contains the text or is contained in it.
 */
export function groupFinder(
	groups: readonly { id: string; text: string }[]
): (text: string) => string | null {
	const folded = groups.map((group) => ({ id: group.id, text: plain(group.text) }));
	const seen = new Map<string, string | null>();
	return (text) => {
		if (text === '') return null;
		const before = seen.get(text);
		if (before !== undefined) return before;
		const found = find(plain(text));
		seen.set(text, found);
		return found;
	};

	function find(text: string): string | null {
		const same = folded.find((group) => group.text === text);
		if (same) return same.id;
		const place = /^(?:nhom |khoi )?(\d{1,2})$/.exec(text)?.[1];
		if (place !== undefined) return folded[Number(place) - 1]?.id ?? null;
		if (text.length < 4) return null;
		const inside = folded.filter(({ text: other }) => contains(other, text));
		if (inside.length === 1) return inside[0]?.id ?? null;
		const around = folded.filter(({ text: other }) => contains(text, other));
		return inside.length === 0 && around.length === 1 ? (around[0]?.id ?? null) : null;
	}
}

/** "Đại diện (lãnh đạo) các …" says nothing about which group it is. */
const plain = (text: string): string => foldVietnamese(text).replace(/^(dai dien )?(lanh dao )?(cac )?/, '');
const contains = (text: string, part: string): boolean =>
	part.length >= 4 && ` ${text} `.includes(` ${part} `);
