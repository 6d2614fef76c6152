/** Owns: which ground the big screen has. Pure; sizes are CSS px of the screen, not of the window on it. */
import type { ProjectorTheme } from '$lib/core/conference/model';

export type Ground = 'maket' | 'ivory';
export type Shape = { width: number; height: number };

/** 4:3 and 5:4, upright ones left out: those are the older, dim projectors of commune halls. */
const DIM_FROM = 1.2;
const DIM_TO = 1.4;

/**
 * Whoever stands at the machine decides before the office does; without either, dim projectors get the light ground,
 * since dark letters on ivory are still read there.
 * @param chosen by the key on the projector's own screen, null for none
 */
export function groundOf(chosen: Ground | null, setting: ProjectorTheme, { width, height }: Shape): Ground {
	if (chosen !== null) return chosen;
	if (setting !== 'auto') return setting;
	const ratio = height > 0 ? width / height : 0;
	return ratio >= DIM_FROM && ratio <= DIM_TO ? 'ivory' : 'maket';
}
