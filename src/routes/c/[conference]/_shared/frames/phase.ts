/** Owns: what a presenter's screen shows, from the view alone, so that two devices of one table can never differ. */
import type { PresenterView } from '$lib/core/views/award-views';

/**
 * `early`: before the awards, the pile may be prepared; `pile`: to be confirmed; `waiting`: confirmed, before the call;
 * `none`: this table carries nothing in this wave; `go`: called; `next`: frame by frame; `done`: all handed over.
 */
export type FramePhase = 'calm' | 'early' | 'pile' | 'waiting' | 'none' | 'go' | 'next' | 'done';

export function phaseOf(view: PresenterView): FramePhase {
	const { wave } = view;
	if (!wave) return 'calm';
	switch (wave.step) {
		case 'prepared':
		case 'staged':
			if (!view.stack.length) return isDue(view) || view.reordered ? 'none' : 'calm';
			if (view.confirmed) return isDue(view) ? 'waiting' : 'early';
			return isDue(view) || view.reordered ? 'pile' : 'early';
		case 'onStage':
			return view.nextFrame ? 'go' : 'done';
		case 'presenting':
			return view.nextFrame ? 'next' : 'done';
		case 'photo':
		case 'cleared':
			return 'done';
		default:
			return wave.step satisfies never;
	}
}

/** Waves are made days before: until the awards begin, or a wave has gone before this one, the day's own page is calm. */
function isDue({ wave, current }: PresenterView): boolean {
	if (!wave) return false;
	return wave.step !== 'prepared' || wave.number > 1 || (current?.kinds.includes('khen_thuong') ?? false);
}

/** The pile has changed where no list is shown: its frames are already carried, or they all went to the other table. */
export function changedOffList(view: PresenterView): boolean {
	const phase = phaseOf(view);
	return view.reordered && (phase === 'go' || phase === 'next' || phase === 'none');
}

/** What has to be noticed by somebody who looks elsewhere; a new value is a new signal, null is none. */
export function signalOf(view: PresenterView): string | null {
	const { wave } = view;
	if (!wave) return null;
	const phase = phaseOf(view);
	if (view.reordered) return `changed ${wave.number} ${wave.version}`;
	return phase === 'pile' || phase === 'go' ? `${phase} ${wave.number}` : null;
}
