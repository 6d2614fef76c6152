/** Owns: the tones a component can speak in, and the icon that says the same without colour. */
import type { IconName } from './icons';

export type VerdictTone = 'green' | 'amber' | 'blue' | 'red';
export type BadgeTone = VerdictTone | 'neutral' | 'gold';
export type BannerTone = 'info' | 'warn' | 'error' | 'stale';

export const verdictIcons = {
	green: 'check',
	amber: 'info',
	blue: 'clock',
	red: 'warning'
} as const satisfies Record<VerdictTone, IconName>;

export const bannerIcons = {
	info: 'info',
	warn: 'warning',
	error: 'cross',
	stale: 'clock'
} as const satisfies Record<BannerTone, IconName>;
