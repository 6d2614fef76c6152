/** Owns: the spoken lines "Về phía …" under which people are introduced, from the protocol order. */
import { placeOf, type Level } from './level';
import { BLOC, comparePrecedence, isGuestTier, type Ranked } from './precedence';

export type Introduced = Ranked & { unit: string };
export type IntroductionGroup = { heading: string; ids: string[] };
export type Host = { level: Level; locality: string };

/**
 * Sorts by protocol and gathers people under one heading by level, branch and place. Headings are spoken text, not
 * interface text: "Về phía Tỉnh ủy Cao Bằng", "Về phía HĐND xã Trùng Khánh". Groups stand in the order of their first.
 */
export function introductionGroups(list: readonly Introduced[], host: Host): IntroductionGroup[] {
	const groups = new Map<string, string[]>();
	for (const person of [...list].sort(comparePrecedence)) {
		const heading = `Về phía ${sideOf(person, host)}`;
		const ids = groups.get(heading);
		if (ids) ids.push(person.id);
		else groups.set(heading, [person.id]);
	}
	return [...groups].map(([heading, ids]) => ({ heading, ids }));
}

function sideOf(person: Introduced, host: Host): string {
	if (person.bloc === BLOC.superior) return 'lãnh đạo Đảng, Nhà nước';
	if (person.tier >= 60) return 'các đại biểu, khách mời';
	if (person.tier >= 50) return 'các xóm, thôn, tổ dân phố';
	const level = levelOfTier(person.tier);
	if (level === 'central') return 'các cơ quan Trung ương';
	const guest = isGuestTier(person.tier, host.level);
	const place = placeOf(person.unit, level) ?? (guest ? PLAIN[level] : host.locality);
	switch (person.bloc) {
		case BLOC.party:
			return partyOf(place, level);
		case BLOC.elected:
			return `HĐND ${place}`;
		case BLOC.administration:
			return person.officeRank < 30 ? `UBND ${place}` : `các cơ quan, đơn vị ${place}`;
		case BLOC.front:
			return `Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội ${place}`;
		default:
			return guest ? place : `các trường học, đơn vị, doanh nghiệp trên địa bàn ${place}`;
	}
}

const PLAIN: Record<Level, string> = {
	central: 'Trung ương',
	province: 'tỉnh',
	district: 'huyện',
	commune: 'xã bạn',
	village: 'xóm'
};

function partyOf(place: string, level: Level): string {
	if (level !== 'province') return `Đảng ủy ${place}`;
	if (place === 'tỉnh') return 'Tỉnh ủy';
	return place.replace(/^tỉnh /, 'Tỉnh ủy ').replace(/^thành phố /, 'Thành ủy ');
}

const LEVELS: readonly Level[] = ['central', 'province', 'district', 'commune', 'village'];
const levelOfTier = (tier: number): Level => LEVELS[Math.floor(tier / 10) - 1] ?? 'village';
