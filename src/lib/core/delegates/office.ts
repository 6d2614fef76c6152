/** Owns: how a person is written in one line: name, then title and unit, what they share said once. */

type Written = { honorific: string; name: string; title?: string; unit?: string };

const joined = (parts: readonly string[], between: string): string =>
	parts.filter((part) => part.trim() !== '').join(between);

/**
 * "Phó Chủ tịch UBND xã" of "UBND xã Trùng Khánh" is "Phó Chủ tịch UBND xã Trùng Khánh": what the title's end and the
 * unit's beginning share is said once. Otherwise the two stand side by side.
 */
export function office({ title, unit }: { title: string; unit: string }): string {
	if (title.toLowerCase().includes(unit.toLowerCase())) return title;
	const [spoken, named] = [title.split(' '), unit.split(' ')];
	for (let shared = Math.min(spoken.length, named.length); shared > 0; shared--) {
		const end = spoken.slice(-shared).join(' ');
		const begin = named.slice(0, shared).join(' ');
		if (end.toLowerCase() === begin.toLowerCase()) return [...spoken.slice(0, -shared), ...named].join(' ');
	}
	return joined([title, unit], ', ');
}

/**
 * "Ông Hoàng Văn Thái, Phó Chủ tịch UBND xã". "Nhân dân và cán bộ xã Trùng Khánh" has its unit in its name: it is not
 * said a second time.
 */
export function withOffice({ honorific, name, title = '', unit = '' }: Written): string {
	const said = name.toLowerCase().includes(unit.toLowerCase());
	return joined([joined([honorific, name], ' '), office({ title, unit: said ? '' : unit })], ', ');
}
