/**
 * Owns: what a screen knows of the app's files on this device: whether a day without the server is possible, and
 * whether a newer build waits. The work is in `update-watch.ts`, which comes after the first screen stands.
 */
import { createContext } from 'svelte';

export type WorkerState = 'starting' | 'insecure' | 'unsupported' | 'installing' | 'ready' | 'failed';

export class Updates {
	worker = $state<WorkerState>('starting');
	/** A newer build is on this device and has not taken over this page. */
	newer = $state(false);
	#apply = (): void => location.reload();

	/** Registers the service worker and watches it for as long as the page lives. */
	async start(): Promise<void> {
		try {
			const { watchWorker } = await import('./update-watch');
			this.#apply = watchWorker(this);
		} catch (error) {
			// The Wi-Fi went before the first screen had all its parts: the screen works, only not without its server.
			this.worker = 'failed';
			console.warn('worker', error);
		}
	}

	/** A person said so: the newer build takes over and this page starts anew with it. */
	apply(): void {
		this.#apply();
	}
}

/** `provideUpdates(new Updates())` in the root layout, `useUpdates()` below it. */
export const [useUpdates, provideUpdates] = createContext<Updates>();
