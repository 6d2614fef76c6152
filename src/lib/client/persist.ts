/** Owns: asking the browser not to throw away what this device keeps when its disk runs full. */
import { got } from './store';

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

/** Writes, reads and removes one row as strictly as a fact is written. @returns whether the disk did it */
export async function canWrite(): Promise<boolean> {
	const name = 'khanh-tiet-probe';
	try {
		const opening = indexedDB.open(name, 1);
		opening.onupgradeneeded = () => void opening.result.createObjectStore('row');
		const db = await got(opening);
		const tx = db.transaction('row', 'readwrite', { durability: 'strict' });
		await got(tx.objectStore('row').put('kept', 'one'));
		await new Promise((resolve, reject) => {
			tx.oncomplete = resolve;
			tx.onabort = () => reject(tx.error ?? new Error('disk'));
		});
		const read = await got<unknown>(db.transaction('row').objectStore('row').get('one'));
		db.close();
		await got(indexedDB.deleteDatabase(name));
		return read === 'kept';
	} catch (error) {
		console.warn('probe', error);
		return false;
	}
}

/** What the browser still grants this origin, in megabytes; null where it does not say. */
export async function freeMegabytes(): Promise<number | null> {
	if (!('storage' in navigator) || !('estimate' in navigator.storage)) return null;
	const { quota, usage } = await navigator.storage.estimate();
	return quota === undefined ? null : (quota - (usage ?? 0)) / 1e6;
}
