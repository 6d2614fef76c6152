/** Owns: taking away, at the start and then every few minutes, what was begun to be uploaded and never finished. */
import { systemTimer, type Timer } from '../timer';
import type { MediaStore } from './store';

const EVERY_MS = 10 * 60_000;

export function sweepUploads(store: MediaStore, timer: Timer = systemTimer): { stop: () => void } {
	const sweep = async (): Promise<void> => {
		try {
			await store.sweep();
		} catch (error) {
			// A folder that cannot be read now is read the next time; nobody waits for this.
			console.error('[media]', error instanceof Error ? error.message : error);
		}
	};
	void sweep();
	return timer.start(sweep, EVERY_MS);
}
