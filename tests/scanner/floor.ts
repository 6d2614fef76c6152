/**
 * What our reader has been measured to read, of the bursts of the ordinary run (two a class): a change that reads less
 * is a step back, whether `zbarimg` is at hand or not.
 */
import type { Class } from './bursts';

/** Numbers of the bursts in each class: a small picture with a link, a large one with a bare token. */
export const ORDINARY = [6, 9] as const;

/** Bursts of the two that are read within ten frames. */
export const BURSTS_READ: Record<Class, number> = {
	plain: 2,
	angle: 2,
	small: 2,
	dim: 2,
	motion: 2,
	focus: 1,
	noisy: 2,
	creased: 2,
	scratched: 2,
	glare: 2,
	mixed: 2
};

/** Frames read of all 220. Another processor may round a pixel differently, so a few are left free. */
export const FRAMES_READ = 176;
