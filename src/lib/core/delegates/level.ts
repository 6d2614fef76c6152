/** Owns: reading the level (trung ương, tỉnh, xã, thôn) and the place's name out of a printed unit or title. */
import { canonicalVietnamese, foldVietnamese, tidyText } from './fold';

export type Level = 'central' | 'province' | 'district' | 'commune' | 'village';

/** Everyday words that contain a level's word: "Phòng Văn hóa - Xã hội" is no commune. */
const NOT_LEVELS =
	/\b(xa hoi|hop tac xa|xa vien|tinh (nguyen|than|thuong|hinh|trang|toan)|nong thon|can bo|dang bo|noi bo)\b/g;

const PATTERNS: [Level, RegExp][] = [
	['village', /\b(xom|thon|to dan pho|tdp|khu pho|khu dan cu|khoi pho|to \d+|khom)\b/],
	['commune', /\b(xa|phuong|thi tran|dac khu|cap xa)\b/],
	['district', /\b(huyen|thi xa)\b/],
	[
		'province',
		/\b(tinh|tp|thanh pho|thanh uy|so (noi vu|tai chinh|giao duc|gd|y te|van hoa|nong nghiep|xay dung|cong thuong|khoa hoc|tu phap|dan toc|ngoai vu))\b/
	],
	[
		'central',
		/\b(trung uong|tw|quoc hoi|chinh phu|thu tuong|chu tich nuoc|bo chinh tri|ban bi thu|toan quoc|(hoi dong thi dua khen thuong nha nuoc)|bo (noi vu|tai chinh|cong an|quoc phong|giao duc|y te|van hoa|nong nghiep|xay dung|cong thuong|khoa hoc|tu phap|ngoai giao|dan toc)|bo truong|thu truong)\b/
	]
];

/** The lowest level a text names ("UBND xã X, tỉnh Y" is a commune), or null when it names none. */
export function levelOf(text: string): Level | null {
	// These are a level's words only with their marks and before a name: "ban" alone is a committee, "buôn bán" a trade.
	if (/(^|[\s,;-])([Bb]ản|[Ấấ]p|[Ll]àng|[Bb]uôn)\s+\p{Lu}/u.test(text.normalize('NFC'))) return 'village';
	const folded = foldVietnamese(withoutLookalikes(text)).replace(NOT_LEVELS, ' ');
	const named = PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
	const below = named === 'village' || named === 'commune' || named === 'district';
	return !below && /(^|\s)quận(\s|$)/iu.test(text.normalize('NFC')) ? 'district' : named;
}

/** Words of a level that fold to the letters of others: "Đàn tính" is no tỉnh, "Phương Đông" no phường. */
const MARKED = new Map(
	['tỉnh', 'xã', 'phường', 'xóm', 'thôn', 'huyện', 'bộ', 'sở'].map((word) => [
		foldVietnamese(word),
		canonicalVietnamese(word)
	])
);

/** Drops the lookalikes from a text that is written with marks; one without any marks is left as it is. */
function withoutLookalikes(text: string): string {
	const canonical = canonicalVietnamese(text);
	if (canonical === foldVietnamese(text)) return text;
	return canonical
		.split(' ')
		.filter((word) => (MARKED.get(foldVietnamese(word)) ?? word) === word)
		.join(' ');
}

/** The words that stand before a place's name. */
const KINDS: Record<Level, string> = {
	central: '',
	province: 'tỉnh|thành phố',
	district: 'huyện|quận|thị xã',
	commune: 'xã|phường|thị trấn|đặc khu',
	village: 'xóm|thôn|tổ dân phố|bản|ấp|buôn|khu phố|làng'
};

/** The place a text names at this level, e.g. "xã Đàm Thủy" in "UBND xã Đàm Thủy, tỉnh Cao Bằng"; null if none. */
export function placeOf(text: string, level: Level): string | null {
	if (KINDS[level] === '') return null;
	// "Tỉnh ủy Cao Bằng" names the province as well as "UBND tỉnh Cao Bằng" does.
	const tidy = tidyText(text)
		.replace(/xã hội|hợp tác xã/giu, '')
		.replace(/tỉnh (?:ủy|uỷ|đoàn)/giu, 'tỉnh')
		.replace(/thành (?:ủy|uỷ|đoàn)/giu, 'thành phố');
	const pattern = new RegExp(`(?:^|[^\\p{L}])(${KINDS[level]})\\s+`, 'giu');
	for (const found of tidy.matchAll(pattern)) {
		// A name is written with capitals: what follows in small letters is not part of it.
		const name = /^(?:[\p{Lu}\d][\p{L}\p{M}\d'’.-]*(?:\s+|$|(?=[,;()])))+/u.exec(
			tidy.slice(found.index + found[0].length)
		);
		if (name) return `${(found[1] ?? '').toLowerCase()} ${name[0].trim()}`;
	}
	return null;
}

/** Does the text name another place of this level than `host` ("xã Trùng Khánh")? A text without a name is the host's. */
export function isOtherPlace(text: string, level: Level, host: string): boolean {
	const place = placeOf(text, level);
	if (place === null) return false;
	return foldVietnamese(place) !== foldVietnamese(placeOf(host, level) ?? host);
}
