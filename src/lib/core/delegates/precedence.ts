/**
 * Owns: the protocol order of people, for introducing and seating (ceremony.md §2): guests before hosts, then Party,
 * elected bodies, administration, Front, others; then the office; then who is longer in office; then who is older.
 * It reads printed titles and proposes; a person may fix any place by hand.
 */
import { isOtherPlace, levelOf, type Level } from './level';
import { foldVietnamese } from './fold';

export type { Level } from './level';

/** Smaller is higher in all three. */
export type Precedence = { tier: number; bloc: number; officeRank: number };

export type PrecedenceInput = {
	title: string;
	unit: string;
	/** Text of the delegate group, used only where title and unit say nothing. */
	group?: string;
	/** Level of the conference. */
	localityLevel: Level;
	/** The host's name, e.g. "xã Trùng Khánh": another xã's people are guests. */
	locality?: string;
};

/** Tens are the level. Guests of a level stand before hosts of the same level (+5); its leaders before its offices (+1). */
const TIER: Record<Level, number> = { central: 10, province: 20, district: 30, commune: 40, village: 50 };
const HOST = 5;
const OFFICES = 1;
const NO_OFFICE_TIER = 60;

export const BLOC = { superior: 1, party: 2, elected: 3, administration: 4, front: 5, other: 6 } as const;
const STAFF = 60;
const NO_OFFICE = 90;
/** Chairs and deputies, members of the standing committee: who is introduced by name as a host. */
const LEADING = 20;
/** Members of the Party committee: not introduced by name, but before every office. */
const COMMITTEE = 25;

const SUPERIOR =
	/\b(tong bi thu|thuong truc ban bi thu|thu tuong chinh phu|chu tich quoc hoi|chu tich nuoc)\b/;
const FRONT =
	/\b(mat tran|mttq|ubmttq|mttqvn|doan thanh nien|doan tn|doan tncs|doan tncshcm|bi thu doan|doan xa|doan phuong|tinh doan|thanh doan|hoi (lien hiep )?phu nu|hoi lhpn|hoi nong dan|hoi cuu chien binh|hoi ccb|hoi nguoi cao tuoi|hoi chu thap do|hoi khuyen hoc|cong doan|lien doan lao dong|to chuc chinh tri)\b/;
/** The Front itself; its member organisations rank after its chair and deputies. */
const THE_FRONT = /\b(mat tran|mttq|ubmttq|mttqvn)\b/;
const ADMINISTRATION_OFFICE =
	/\b(van phong hdnd|van phong hoi dong nhan dan|van phong ubnd|van phong doan dbqh)\b/;
const ELECTED = /\b(hdnd|hoi dong nhan dan|quoc hoi|dbqh)\b/;
const PARTY =
	/\b(dang uy|tinh uy|thanh uy|huyen uy|dang bo|chi bo|ban xay dung dang|ban tuyen giao|ban to chuc|ban dan van|uy ban kiem tra|ubkt|bi thu|ban thuong vu|btv|ban chap hanh|bch|dang uy vien|tinh uy vien|thanh uy vien|trung uong dang|bo chinh tri|ban bi thu)\b/;
const ADMINISTRATION =
	/\b(ubnd|uy ban nhan dan|chinh phu|bo truong|thu truong bo|so|chi cuc|cuc|phong (van|kinh|noi|tai|giao|y|tu|thi dua|ha tang|nong|quan|lao dong|dan toc)|trung tam|cong an|quan su|bien phong|van phong|vien kiem sat|toa an|thue|kho bac|bao hiem)\b/;
/** Schools, health stations, firms and villages are units of the locality, not of its government. */
const INSTITUTION =
	/\b(truong (mam non|tieu hoc|thcs|thpt|ptdt|pho thong|trung hoc|hoc|cao dang|dai hoc)|nha truong|tram y te|benh vien|cong ty|doanh nghiep|hop tac xa|htx|ngan hang|ho kinh doanh|nha may)\b/;

/** Words of office, highest first within a bloc; the first that matches counts. */
const PARTY_RANKS: [RegExp, number][] = [
	[/\bpho bi thu thuong truc\b|\bpho bi thu tt\b/, 14],
	[/\bpho bi thu\b|\bpbt\b/, 15],
	[/\bbi thu\b/, 10],
	[/\b(uy vien|uv) ?(ban thuong vu|btv|thuong vu)\b|\buvbtv\b/, 20],
	[/\b(uy vien|uv) ?(ban chap hanh|bch)\b|\buvbch\b|\b(dang|tinh|thanh|huyen) uy vien\b/, 25]
];
const CHAIR_RANKS: [RegExp, number][] = [
	[/\bpho (chu tich|ct|chu nhiem|truong doan|bi thu) thuong truc\b/, 14],
	[/\bpho (chu tich|ct|truong doan|bi thu)\b/, 15],
	[/\b(chu tich|bi thu|truong doan)\b/, 10],
	[/\b(uy vien|uv) (ban )?thuong (truc|vu)\b/, 20]
];
const COMMON_RANKS: [RegExp, number][] = [
	[
		/^(chuyen vien|can bo|cong chuc|vien chuc|giao vien|bac si|y si|ke toan|nhan vien|doi vien|hoc sinh)\b/,
		60
	],
	[
		/^(nguyen |cuu )?pho |\bpho (truong|giam doc|tong giam doc|chanh|chu nhiem|hieu truong|chi huy|chu tich|bi thu)\b/,
		40
	],
	[/\bbo truong\b/, 10],
	[/\bthu truong bo\b/, 15],
	[
		/\b(truong|giam doc|chanh van phong|chanh thanh tra|chu nhiem|hieu truong|chi huy truong|chinh tri vien|chu tich|bi thu)\b/,
		30
	],
	[/\b(uy vien|dai bieu)\b/, 45]
];
/** "Trường" folds to the same letters as "Trưởng": a school's name is no office. */
const SCHOOL = /\btruong (mam non|tieu hoc|thcs|thpt|ptdt|pho thong|trung hoc|hoc|cao dang|dai hoc)\b/g;

/**
 * Reads title, unit and (if both say nothing) group. Several offices in one title ("Phó Bí thư Đảng ủy, Chủ tịch
 * UBND xã") count by the highest; the unit decides the level, so a commune's secretary who sits on the province's
 * committee stays with the commune.
 */
export function derivePrecedence(input: PrecedenceInput): Precedence {
	const unitText = input.unit.trim() || (input.title.trim() === '' ? (input.group ?? '') : '');
	const unit = foldVietnamese(unitText);
	const parts = input.title
		.split(/[,;\n]|\s[-–]\s|\skiêm\s/i)
		.filter((part) => part.trim() !== '')
		.map((part) => {
			const folded = foldVietnamese(part);
			const held = office(folded, unit);
			// A prize or a task "cấp tỉnh" is no office there.
			return { folded, held, level: held.officeRank < STAFF ? levelOf(part) : null };
		});
	const level = levelOf(unitText) ?? parts.findLast((part) => part.level !== null)?.level ?? null;

	if (parts.some((part) => SUPERIOR.test(part.folded) && !isFormer(part.folded)))
		return { tier: TIER.central, bloc: BLOC.superior, officeRank: 10 };

	const offices = parts
		.filter((part) => part.level === null || level === null || part.level === level)
		.map((part) => part.held);
	const best = offices.sort((a, b) => a.bloc - b.bloc || a.officeRank - b.officeRank)[0] ?? {
		bloc: blocOf('', unit),
		officeRank: NO_OFFICE
	};
	if (level === null && best.bloc === BLOC.other && best.officeRank >= NO_OFFICE && !INSTITUTION.test(unit))
		return { tier: NO_OFFICE_TIER, ...best };
	const tier = tierOf(level ?? input.localityLevel, unitText, input);
	return { tier: best.officeRank > COMMITTEE ? tier + OFFICES : tier, ...best };
}

/**
 * A substitute's own place (ceremony.md §2): from their own title, never from the person represented. Without a title
 * they stand last until a person decides.
 */
export function substitutePrecedence(own: PrecedenceInput): Precedence {
	const precedence = derivePrecedence(own);
	return own.title.trim() === ''
		? { ...precedence, tier: NO_OFFICE_TIER, officeRank: NO_OFFICE }
		: precedence;
}

export type Ranked = Precedence & {
	id: string;
	/** ISO date or year; the earlier stands first, unknown last. */
	inOfficeSince?: string | null;
	birthYear?: number | null;
};

/** Total and deterministic: (tier, bloc, officeRank, inOfficeSince, birthYear, id). */
export function comparePrecedence(a: Ranked, b: Ranked): number {
	return (
		a.tier - b.tier ||
		a.bloc - b.bloc ||
		a.officeRank - b.officeRank ||
		compareText(a.inOfficeSince || '9999', b.inOfficeSince || '9999') ||
		(a.birthYear ?? 9999) - (b.birthYear ?? 9999) ||
		compareText(a.id, b.id)
	);
}

/** Proposes "đại biểu quan trọng": office-holders of a higher or other locality, and the host's leading offices. */
export function isLeader(precedence: Precedence, localityLevel: Level): boolean {
	if (precedence.tier < TIER[localityLevel] + HOST) return precedence.officeRank <= 45;
	return (
		precedence.tier === TIER[localityLevel] + HOST &&
		precedence.bloc <= BLOC.front &&
		precedence.officeRank <= LEADING
	);
}

/** True for people of a higher or another locality than the host: they are welcomed and introduced first. */
export function isGuestTier(tier: number, localityLevel: Level): boolean {
	return tier < TIER[localityLevel] + HOST;
}

function tierOf(level: Level, unitText: string, input: PrecedenceInput): number {
	if (level !== input.localityLevel) return TIER[level];
	const other = input.locality !== undefined && isOtherPlace(unitText, level, input.locality);
	return other ? TIER[level] : TIER[level] + HOST;
}

function office(title: string, unit: string): { bloc: number; officeRank: number } {
	const bloc = blocOf(title, unit);
	const ranks =
		bloc === BLOC.party
			? [...PARTY_RANKS, ...COMMON_RANKS]
			: bloc === BLOC.other || ADMINISTRATION_OFFICE.test(`${title} ${unit}`)
				? COMMON_RANKS
				: (bloc === BLOC.administration && !isGovernment(title, unit)) ||
					  (bloc === BLOC.front && !THE_FRONT.test(`${title} ${unit}`))
					? COMMON_RANKS
					: [...CHAIR_RANKS, ...COMMON_RANKS];
	const words = title.replace(SCHOOL, ' ');
	const rank = ranks.find(([pattern]) => pattern.test(words))?.[1] ?? NO_OFFICE;
	return { bloc, officeRank: isFormer(title) && rank < NO_OFFICE ? rank + 1 : rank };
}

/** The body named in the title decides; the unit only where the title names none ("Bí thư" of "Đoàn Thanh niên"). */
function blocOf(title: string, unit: string): number {
	const named = bodyOf(title);
	const inInstitution = INSTITUTION.test(title) || INSTITUTION.test(unit);
	// A school's Party cell or trade union is the school's.
	if (inInstitution && (named === null || named === BLOC.party || named === BLOC.front)) return BLOC.other;
	// "Bí thư" alone is the Party's unless the unit says it is the Youth Union's; "Văn phòng" is whose the unit says.
	if (named === null || /^(nguyen )?(pho )?bi thu( thuong truc)?$|\bchanh van phong$/.test(title))
		return bodyOf(unit) ?? named ?? BLOC.other;
	return named;
}

function bodyOf(text: string): number | null {
	if (ADMINISTRATION_OFFICE.test(text)) return BLOC.administration;
	if (FRONT.test(text)) return BLOC.front;
	if (PARTY.test(text)) return BLOC.party;
	if (ELECTED.test(text)) return BLOC.elected;
	return ADMINISTRATION.test(text) ? BLOC.administration : null;
}

const isGovernment = (title: string, unit: string): boolean =>
	/\b(ubnd|uy ban nhan dan)\b/.test(title) ||
	(bodyOf(title) === null && /^(ubnd|uy ban nhan dan)\b/.test(unit));
const isFormer = (title: string): boolean => /^(nguyen|cuu) /.test(title);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
