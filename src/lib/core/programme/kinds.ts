/**
 * Owns: the kinds a programme item can have and what each kind means for clocks, screens and parts. Adding a
 * kind starts here: the registry is checked against the union, so the compiler names what is missing.
 * Kind names are data (glossary.md, Programme); the words people read live in the message catalogue.
 */

export const PROGRAMME_KINDS = [
	'van_nghe',
	'chao_co',
	'tuyen_bo_ly_do',
	'khai_mac',
	'phat_bieu',
	'bao_cao',
	'phong_su',
	'giao_luu',
	'tham_luan',
	'khen_thuong',
	'phat_dong',
	'huong_ung',
	'thong_qua',
	'tong_ket',
	'be_mac',
	'giai_lao',
	'chup_anh'
] as const;

export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** What the projector shows while an item of this kind runs. */
export type ProjectorScene = 'item' | 'flag' | 'award' | 'video' | 'closing';

/** What the parts of an item are called. */
export type PartKind = 'tiet_muc' | 'tham_luan' | 'giao_luu';

export type KindTraits = {
	/** Estimated minutes, editable: of the whole item, or of one part when `usualParts` is set (ceremony.md §3). */
	defaultMinutes: number;
	/** Set when `defaultMinutes` is one part's time: how many parts to reckon with when the number is unknown. */
	usualParts: number | null;
	/** False: no screen counts down while it runs. */
	countdown: boolean;
	/** True: every device is silent while it runs. */
	mutesDevices: boolean;
	scene: ProjectorScene;
	splitsInto: PartKind | null;
};

const spoken = {
	usualParts: null,
	countdown: true,
	mutesDevices: false,
	scene: 'item',
	splitsInto: null
} as const;

export const kindTraits = {
	van_nghe: { ...spoken, defaultMinutes: 18, splitsInto: 'tiet_muc' },
	chao_co: { ...spoken, defaultMinutes: 3, countdown: false, mutesDevices: true, scene: 'flag' },
	tuyen_bo_ly_do: { ...spoken, defaultMinutes: 7 },
	khai_mac: { ...spoken, defaultMinutes: 7 },
	phat_bieu: { ...spoken, defaultMinutes: 10 },
	bao_cao: { ...spoken, defaultMinutes: 18 },
	phong_su: { ...spoken, defaultMinutes: 5, scene: 'video' },
	giao_luu: { ...spoken, defaultMinutes: 10, usualParts: 3, splitsInto: 'giao_luu' },
	tham_luan: { ...spoken, defaultMinutes: 7, usualParts: 3, splitsInto: 'tham_luan' },
	khen_thuong: { ...spoken, defaultMinutes: 20, scene: 'award' },
	phat_dong: { ...spoken, defaultMinutes: 7 },
	huong_ung: { ...spoken, defaultMinutes: 5 },
	thong_qua: { ...spoken, defaultMinutes: 5 },
	tong_ket: { ...spoken, defaultMinutes: 5 },
	be_mac: { ...spoken, defaultMinutes: 5, scene: 'closing' },
	giai_lao: { ...spoken, defaultMinutes: 15 },
	chup_anh: { ...spoken, defaultMinutes: 5 }
} as const satisfies Record<ProgrammeKind, KindTraits>;

/**
 * What always happens without standing in a plan (real-day.md, correction 10). The title of a quick insert is
 * the catalogue's; the kind decides everything else.
 */
export const QUICK_INSERTS = [
	{ id: 'phat_bieu_chi_dao', kind: 'phat_bieu' },
	{ id: 'phat_bieu_tiep_thu', kind: 'phat_bieu' },
	{ id: 'giai_lao', kind: 'giai_lao' },
	{ id: 'chup_anh', kind: 'chup_anh' }
] as const satisfies readonly { id: string; kind: ProgrammeKind }[];

export type QuickInsertId = (typeof QUICK_INSERTS)[number]['id'];

/**
 * How an item that carries these kinds (own kind first) behaves. The own kind sets scene and parts, except that
 * the flag salute always wins; one kind without a countdown, or one that mutes, holds for the whole item.
 */
export function itemTraits(
	kinds: readonly [ProgrammeKind, ...ProgrammeKind[]]
): Pick<KindTraits, 'countdown' | 'mutesDevices' | 'scene' | 'splitsInto'> {
	const own: KindTraits = kindTraits[kinds[0]];
	return {
		countdown: kinds.every((kind) => kindTraits[kind].countdown),
		mutesDevices: kinds.some((kind) => kindTraits[kind].mutesDevices),
		scene: kinds.includes('chao_co') ? 'flag' : own.scene,
		splitsInto: own.splitsInto
	};
}
