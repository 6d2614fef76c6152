/** Owns: asking the browser not to throw away what this device keeps when its disk runs full. */

export type Kept = 'kept' | 'may_go' | 'unknown';

/** What the browser promised so far. */
export async function keptState(): Promise<Kept> {
	if (!('storage' in navigator) || !('persisted' in navigator.storage)) return 'unknown';
	return (await navigator.storage.persisted()) ? 'kept' : 'may_go';
}

/** Asks for the promise; most browsers give it to an installed app or a page that is used often, without a question. */
export async function askToKeep(): Promise<Kept> {
	if (!('storage' in navigator) || !('persist' in navigator.storage)) return 'unknown';
	try {
		return (await navigator.storage.persist()) ? 'kept' : 'may_go';
	} catch (error) {
		console.warn('persist', error);
		return 'unknown';
	}
}
