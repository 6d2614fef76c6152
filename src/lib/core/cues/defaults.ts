/**
 * Owns: the cues a programme brings by itself, per kind of item and per step of a wave. The
 * tables are checked against their unions, so the compiler names what is missing. Words live in the catalogue.
 */
import type { Role } from '../access/roles';
import type { WaveStep } from '../awards/model';
import type { ProgrammeKind } from '../programme/kinds';

type Suggested = {
	word: string;
	to: readonly Role[];
	/** Minutes before the item begins; or before its planned end. */
	lead?: number;
	before?: number;
	give?: 'trigger';
};

/** Where nothing hangs on the second, moving to the item is the order: the stage needs no second key. */
const give = 'trigger';
const podium = { word: 'podium', to: ['tech'], lead: 2, give } as const;
const speaker = { word: 'speaker', to: ['usher'], lead: 3, give } as const;

export const KIND_CUES = {
	van_nghe: [{ word: 'troupe', to: ['tech'], lead: 3, give }],
	chao_co: [{ word: 'anthem', to: ['tech'], lead: 2 }],
	tuyen_bo_ly_do: [],
	khai_mac: [podium],
	phat_bieu: [],
	bao_cao: [podium],
	phong_su: [{ word: 'film', to: ['tech'], lead: 2 }],
	giao_luu: [{ word: 'guests', to: ['tech', 'usher'], lead: 3, give }],
	tham_luan: [speaker],
	khen_thuong: [
		{ word: 'recipients', to: ['marshal', 'usher'], lead: 5, give },
		{ word: 'reading', to: ['reader'], lead: 3, give }
	],
	phat_dong: [],
	huong_ung: [speaker],
	thong_qua: [{ word: 'vote', to: ['recorder', 'usher'], lead: 2, give }],
	tong_ket: [],
	be_mac: [
		{ word: 'farewell', to: ['tech'], before: 1 },
		{ word: 'leaving', to: ['usher', 'security'], before: 2 }
	],
	giai_lao: [{ word: 'return', to: ['usher', 'reception'], before: 3 }],
	chup_anh: [{ word: 'photo', to: ['steward', 'tech'], lead: 2, give }]
} as const satisfies Record<ProgrammeKind, readonly Suggested[]>;

/** The wave's own order gives them: music waits for no second key. */
export const WAVE_CUES = {
	prepared: [],
	staged: [],
	onStage: [
		{ word: 'awardMusic', to: ['tech'], give },
		{ word: 'conferrers', to: ['steward'], give }
	],
	presenting: [],
	photo: [{ word: 'photoLight', to: ['tech'], give }],
	cleared: []
} as const satisfies Record<WaveStep, readonly Suggested[]>;

export type CueWord =
	(typeof KIND_CUES)[ProgrammeKind][number]['word'] | (typeof WAVE_CUES)[WaveStep][number]['word'];

const words = [...Object.values(KIND_CUES).flat(), ...Object.values(WAVE_CUES).flat()].map(
	(one): CueWord => one.word
);
export const CUE_WORDS: readonly CueWord[] = [...new Set(words)];
