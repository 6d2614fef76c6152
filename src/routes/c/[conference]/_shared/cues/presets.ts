/** Owns: the ready-made messages that the stage picks from: as the office wrote them, or those that come with us. */
import type { Link } from '$lib/client/link.svelte';
import { t, type MessageKey } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/stage';

const GIVEN = [
	'stage.preset.ready',
	'stage.preset.start',
	'stage.preset.slower',
	'stage.preset.shorter',
	'stage.preset.wait',
	'stage.preset.vip',
	'stage.preset.order',
	'stage.preset.mic'
] as const satisfies readonly MessageKey[];

/** An office that removed them all has none. */
export function presetsOf(link: Link): string[] {
	const own = link.personal('cue:presets')?.presets;
	if (link.state.cuePlan.presets === 0 || !Array.isArray(own)) return GIVEN.map((key) => t(key));
	return own.filter((one) => typeof one === 'string');
}
