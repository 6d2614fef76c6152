/**
 * Owns: what a device keeps in IndexedDB: the outbox, the journal of acknowledged facts, the replica. Strict
 * durability: the green card is shown only after the fact is on disk.
 */
import type { PendingFact, QueuedFact } from '../sync/queue';
import type { Replica } from '../sync/replica';

type Stores = {
	outbox: QueuedFact & { conference: string };
	journal: { key: string; conference: string; fact: PendingFact; seq: number };
	/** `rules`: of which build they folded it. */
	replica: Replica & { key: string; rules?: string };
	view: KeptView & { key: string };
};

/** The last view a watching screen was sent, so that an MC's tablet restarted in a power cut still has the text. */
export type KeptView = { name: string; seq: number; at: number; view: unknown };

export type DeviceStore = {
	outbox(conference: string): Promise<QueuedFact[]>;
	put(conference: string, fact: QueuedFact): Promise<void>;
	/** Out of the outbox, into the journal kept until the conference closes. */
	acknowledged(conference: string, fact: QueuedFact, seq: number): Promise<void>;
	/** Acknowledged facts whose seq lies after `upTo`: the replica on disk may be older than the journal. */
	landed(conference: string, upTo: number): Promise<{ key: string; fact: PendingFact; seq: number }[]>;
	drop(key: string): Promise<void>;
	/** `ours`: folded by the rules of this very build; another build's is to be shown, and replaced by the server's. */
	replica(key: string): Promise<{ replica: Replica; ours: boolean } | null>;
	saveReplica(key: string, replica: Replica): Promise<void>;
	dropReplica(key: string): Promise<void>;
	views(key: string): Promise<KeptView[]>;
	saveView(key: string, view: KeptView): Promise<void>;
	dropViews(key: string): Promise<void>;
	/** Everything of one role of one conference. */
	wipe(key: string): Promise<void>;
};

const VERSION = 2;
const strict = { durability: 'strict' } as const;

/** What a request brings; rejects with the disk's error. */
export const got = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('disk'));
	});

function open(): Promise<IDBDatabase> {
	const opening = indexedDB.open('khanh-tiet', VERSION);
	opening.onupgradeneeded = ({ oldVersion }) => {
		const fresh = opening.result;
		if (oldVersion < 1) {
			fresh.createObjectStore('outbox', { keyPath: 'key' }).createIndex('conference', 'conference');
			fresh.createObjectStore('journal', { keyPath: 'key' });
			fresh.createObjectStore('replica', { keyPath: 'key' });
		}
		fresh.createObjectStore('view', { keyPath: 'key' });
	};
	return got(opening).then((db) => {
		// An older page of ours must not hold up the new one.
		db.onversionchange = () => db.close();
		return db;
	});
}

/** How many facts of all conferences and roles wait here or were set aside. */
export async function unsentFacts(): Promise<number> {
	const db = await open();
	const count = await got(db.transaction('outbox').objectStore('outbox').count());
	db.close();
	return count;
}

export async function openStore(): Promise<DeviceStore> {
	const db = await open();
	const reading = (name: keyof Stores): IDBObjectStore => db.transaction(name).objectStore(name);
	/** Resolves when all of it is on disk; rejects with the disk's error, and then none of it is. */
	const write = (
		names: (keyof Stores)[],
		work: (store: (name: keyof Stores) => IDBObjectStore) => void,
		options?: IDBTransactionOptions
	): Promise<void> =>
		new Promise((resolve, reject) => {
			const tx = db.transaction(names, 'readwrite', options);
			tx.oncomplete = () => resolve();
			tx.onabort = () => reject(tx.error ?? new Error('disk'));
			work((name) => tx.objectStore(name));
		});
	const put = <Name extends keyof Stores>(
		name: Name,
		row: Stores[Name],
		options?: IDBTransactionOptions
	): Promise<void> => write([name], (store) => store(name).put(row), options);
	const all = async <Name extends keyof Stores>(name: Name, query?: IDBKeyRange): Promise<Stores[Name][]> =>
		got<Stores[Name][]>(reading(name).getAll(query));

	return {
		async outbox(conference) {
			const rows: Stores['outbox'][] = await got(reading('outbox').index('conference').getAll(conference));
			return rows.sort((a, b) => a.order - b.order);
		},
		put: (conference, fact) => put('outbox', { ...fact, conference }, strict),
		acknowledged: (conference, { key, command, at }, seq) =>
			write(
				['outbox', 'journal'],
				(store) => {
					const row: Stores['journal'] = { key, conference, fact: { command, at }, seq };
					store('journal').put(row);
					store('outbox').delete(key);
				},
				strict
			),
		async landed(conference, upTo) {
			const rows = await all('journal');
			return rows
				.filter((row) => row.conference === conference && row.seq > upTo)
				.sort((a, b) => a.seq - b.seq);
		},
		drop: (key) => write(['outbox'], (store) => store('outbox').delete(key), strict),
		async replica(key) {
			const row: Stores['replica'] | undefined = await got(reading('replica').get(key));
			return row ? { replica: row, ours: row.rules === __KT_REDUCER__ } : null;
		},
		saveReplica: (key, replica) => put('replica', { ...replica, key, rules: __KT_REDUCER__ }),
		dropReplica: (key) => write(['replica'], (store) => store('replica').delete(key)),
		views: (key) => all('view', viewsOf(key)),
		saveView: (key, view) => put('view', { ...view, key: `${key}/${view.name}` }),
		dropViews: (key) => write(['view'], (store) => store('view').delete(viewsOf(key))),
		wipe: (key) =>
			write(
				['outbox', 'journal', 'replica', 'view'],
				(store) => {
					const [outbox, journal] = [store('outbox'), store('journal')];
					store('replica').delete(key);
					store('view').delete(viewsOf(key));
					// Asked for in the answer itself: a transaction ends as soon as nothing more is asked of it.
					const unsent = outbox.index('conference').getAllKeys(key);
					unsent.onsuccess = () => unsent.result.forEach((one) => outbox.delete(one));
					const sent: IDBRequest<Stores['journal'][]> = journal.getAll();
					sent.onsuccess = () => {
						for (const row of sent.result) if (row.conference === key) journal.delete(row.key);
					};
				},
				strict
			)
	};
}

const viewsOf = (key: string): IDBKeyRange => IDBKeyRange.bound(`${key}/`, `${key}/\uffff`);
