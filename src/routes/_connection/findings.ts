/** Owns: what a measurement of this device means for the day: fine, not quite, or a person must do something. */
import type { WorkerState } from '$lib/client/update.svelte';
import type { Kept } from '$lib/client/persist';
import type { MessageKey, MessageParams } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/connect';

export type Tone = 'ok' | 'warn' | 'bad' | 'busy' | 'ask';
/** What to do about it; each has a picture (`Picture.svelte`) and a sentence (`remedy.<name>`). */
export const remedies = [
	'same-wifi',
	'keep-wifi',
	'own-browser',
	'certificate',
	'reload',
	'install',
	'free-space',
	'allow-camera',
	'volume',
	'screen-on'
] as const;
export type Remedy = (typeof remedies)[number];
export type Finding = { tone: Tone; says: MessageKey; params?: MessageParams; remedy?: Remedy };

/** A round trip in the hall; above this somebody who waits for an answer begins to press twice. */
const SLOW_MS = 800;
/** Replica, app and a day's photos fit many times. */
const LITTLE_MB = 50;

export const busy: Finding = { tone: 'busy', says: 'common.working' };

/** @param bestMs the shortest of several round trips, null when none came back */
export function server(bestMs: number | null): Finding {
	if (bestMs === null) return { tone: 'bad', says: 'check.server.bad', remedy: 'same-wifi' };
	const params = { ms: Math.round(bestMs) };
	return bestMs <= SLOW_MS
		? { tone: 'ok', says: 'check.server.ok', params }
		: { tone: 'warn', says: 'check.server.slow', params, remedy: 'same-wifi' };
}

/**
 * A Wi-Fi without Internet, from which phones like to run away.
 * @param lost how many of `sent` pings, one a second, never came back; null before the test was made
 * @param kind what the phone itself says it is on, where it says so
 */
export function network(lost: number | null, sent: number, kind: string | null): Finding {
	if (kind === 'cellular') return { tone: 'bad', says: 'check.network.cellular', remedy: 'keep-wifi' };
	if (lost === null) return { tone: 'ask', says: 'check.network.ask' };
	if (lost === 0) return { tone: 'ok', says: 'check.network.ok' };
	return { tone: 'bad', says: 'check.network.bad', params: { lost, sent }, remedy: 'keep-wifi' };
}

export function browser(inApp: string | null): Finding {
	return inApp === null
		? { tone: 'ok', says: 'check.browser.ok' }
		: { tone: 'bad', says: 'check.browser.bad', params: { app: inApp }, remedy: 'own-browser' };
}

/** Plain HTTP is a way of working, not a fault: only the live camera and the installation are missing. */
export function secure(isSecure: boolean): Finding {
	return isSecure
		? { tone: 'ok', says: 'check.secure.ok' }
		: { tone: 'warn', says: 'check.secure.bad', remedy: 'certificate' };
}

export function offline(worker: WorkerState): Finding {
	switch (worker) {
		case 'ready':
			return { tone: 'ok', says: 'check.offline.ok' };
		case 'starting':
		case 'installing':
			return { tone: 'busy', says: 'check.offline.busy' };
		case 'insecure':
			return { tone: 'warn', says: 'check.offline.insecure', remedy: 'certificate' };
		case 'unsupported':
			return { tone: 'warn', says: 'check.offline.unsupported', remedy: 'own-browser' };
		case 'failed':
			return { tone: 'bad', says: 'check.offline.failed', remedy: 'reload' };
		default:
			return worker satisfies never;
	}
}

/** @param freeMb what the browser still grants us, null where it does not say */
export function storage(written: boolean, kept: Kept, freeMb: number | null): Finding {
	if (!written) return { tone: 'bad', says: 'check.storage.bad', remedy: 'free-space' };
	if (freeMb !== null && freeMb < LITTLE_MB)
		return {
			tone: 'warn',
			says: 'check.storage.little',
			params: { mb: Math.round(freeMb) },
			remedy: 'free-space'
		};
	return kept === 'kept'
		? { tone: 'ok', says: 'check.storage.ok' }
		: { tone: 'warn', says: 'check.storage.mayGo', remedy: 'install' };
}

export type CameraResult =
	'untested' | 'insecure' | 'denied' | 'missing' | 'dark' | { width: number; height: number };

export function camera(result: CameraResult): Finding {
	if (typeof result === 'object') return { tone: 'ok', says: 'check.camera.ok', params: result };
	switch (result) {
		case 'untested':
			return { tone: 'ask', says: 'check.camera.ask' };
		case 'insecure':
			return { tone: 'warn', says: 'check.camera.insecure', remedy: 'certificate' };
		case 'missing':
			return { tone: 'warn', says: 'check.camera.missing' };
		case 'denied':
			return { tone: 'bad', says: 'check.camera.denied', remedy: 'allow-camera' };
		case 'dark':
			return { tone: 'bad', says: 'check.camera.dark', remedy: 'allow-camera' };
		default:
			return result satisfies never;
	}
}

/** Only a person can say whether it was heard. */
export function sound(heard: boolean | null, muted: boolean): Finding {
	if (muted) return { tone: 'warn', says: 'check.sound.muted', remedy: 'volume' };
	if (heard === null) return { tone: 'ask', says: 'check.sound.ask' };
	return heard
		? { tone: 'ok', says: 'check.sound.ok' }
		: { tone: 'bad', says: 'check.sound.bad', remedy: 'volume' };
}

export function awake(held: boolean): Finding {
	return held
		? { tone: 'ok', says: 'check.awake.ok' }
		: { tone: 'warn', says: 'check.awake.bad', remedy: 'screen-on' };
}
