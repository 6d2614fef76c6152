/** Owns: the stage's small words that are computed: signed minutes, presets of insertions, scenes. */
import type { Scene } from '$lib/core/cues/model';
import { kindTraits, QUICK_INSERTS, type ProgrammeKind, type QuickInsertId } from '$lib/core/programme/kinds';
import type { MessageKey } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/stage';

/** "+5", "−1": a real minus, as wide as the plus. */
export const signed = (minutes: number): string => (minutes < 0 ? `−${-minutes}` : `+${minutes}`);

const quickTitles = {
	phat_bieu_chi_dao: 'stage.insert.directive',
	phat_bieu_tiep_thu: 'stage.insert.reply',
	giai_lao: 'stage.insert.break',
	chup_anh: 'stage.insert.photo'
} as const satisfies Record<QuickInsertId, MessageKey>;

export type Quick = {
	id: QuickInsertId;
	kind: ProgrammeKind;
	title: (typeof quickTitles)[QuickInsertId];
	minutes: number;
};

export const quickInserts: readonly Quick[] = QUICK_INSERTS.map(({ id, kind }) => ({
	id,
	kind,
	title: quickTitles[id],
	minutes: kindTraits[kind].defaultMinutes
}));

/** What the stage may put on the projector by hand; null follows the programme. */
export const sceneChoices = [
	null,
	'welcome',
	'backdrop',
	'slogans',
	'closing',
	'black'
] as const satisfies readonly (Scene | null)[];

export const sceneKey = (scene: Scene | null) => `stage.scene.${scene ?? 'auto'}` as const;
