/** Owns: which cues a device shows, and how: asked for an answer, or as a line of what was answered. Pure. */
import { phaseOf } from '$lib/core/cues/due';
import type { CueAnswer, CuePhase, Voice } from '$lib/core/cues/plan-model';
import { MINUTE } from '$lib/core/time/minute';
import type { Timing } from '$lib/core/time/timing';
import type { CueView } from '$lib/core/views/cue-views';

export type ShownCue = {
	/** Names what is asked, so that a screen draws and trembles once for it. */
	key: string;
	view: CueView;
	phase: CuePhase;
	/** This device's own answer to this phase. */
	mine: CueAnswer | null;
	/** Asked again since, and still without an answer. */
	nudgedAt: number | null;
};

/** An answered order leaves the screen soon; who is prepared keeps the line until it is given. */
const DONE_MS = MINUTE;

/**
 * What asks comes first, orders before preparations; then what this device has answered.
 * @param device this device's id; @param voice whose lines an MC's device reads, null for all
 */
export function shownCues(
	cues: readonly CueView[],
	{ timing, now, device, voice }: { timing: Timing; now: number; device: string; voice: Voice | null }
): { asked: ShownCue[]; done: ShownCue[] } {
	const all = cues.flatMap((view): ShownCue[] => {
		if (view.voice !== null && voice !== null && view.voice !== voice) return [];
		const phase = phaseOf(view, timing, now);
		if (phase === null) return [];
		const mine = view.answers[device]?.[phase] ?? null;
		const nudgedAt = mine ? null : (view.nudgedAt[phase] ?? null);
		return [{ key: `${view.cue} ${view.occurrence} ${phase}`, view, phase, mine, nudgedAt }];
	});
	const urgency = ({ phase, view }: ShownCue) => (view.alert ? 0 : phase === 'go' ? 1 : 2);
	const stays = ({ phase, mine }: ShownCue) =>
		mine !== null &&
		(phase === 'standby' || (mine.answer === 'unclear' && !mine.calledAt) || now - mine.at < DONE_MS);
	return {
		asked: all.filter(({ mine }) => mine === null).sort((a, b) => urgency(a) - urgency(b)),
		done: all.filter(stays)
	};
}

/** "MC 2" is the second; other names count in their order. */
export function voiceOf(speaker: string | null, speakers: readonly string[]): Voice | null {
	if (speaker === null) return null;
	const number = /([12])$/.exec(speaker)?.[1];
	const place = number ? Number(number) : speakers.indexOf(speaker) + 1;
	return place === 1 || place === 2 ? place : null;
}
