/** Owns: how a cue is said in one sentence, wherever it stands. */
import type { AlertKind } from '$lib/core/cues/alerts';
import type { CueWord } from '$lib/core/cues/defaults';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/cues';

/** Own words go before those of the suggestion; of a report the words say where. */
export function cueSentence(cue: { text: string; word: CueWord | null; alert: AlertKind | null }): string {
	if (cue.alert) return [t(`cues.alert.${cue.alert}`), cue.text].filter(Boolean).join(' – ');
	return cue.text || (cue.word ? t(`cues.word.${cue.word}`) : '');
}
