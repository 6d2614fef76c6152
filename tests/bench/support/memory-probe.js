/** Preloaded into both sides of the memory bench: collects garbage when asked and says what is left. */
import { setTimeout as wait } from 'node:timers/promises';
import { serveCalls } from './child.js';

/** @returns {Promise<{ rss: number, heap: number }>} bytes; `heap` with what lies outside V8's heap but belongs to it */
export async function memoryNow() {
	// Twice, with a turn of the loop between: weak references and finalisers go in the second.
	for (let i = 0; i < 3; i++) {
		globalThis.gc?.();
		await wait(50);
	}
	const { rss, heapUsed, external } = process.memoryUsage();
	return { rss, heap: heapUsed + external };
}

if (process.argv[1]?.endsWith('start.js')) serveCalls({ memory: memoryNow });
