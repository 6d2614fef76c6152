/** Waiting for a fact instead of for a time: tries until it holds, and fails with the last reason. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @returns what `check` returned when it did not throw
 * @throws the last error of `check` after `limitMs`
 */
export async function eventually<T>(check: () => Promise<T> | T, limitMs = 10_000): Promise<T> {
	const deadline = performance.now() + limitMs;
	for (;;) {
		try {
			return await check();
		} catch (error) {
			if (performance.now() > deadline) throw error;
		}
		await pause(20);
	}
}
