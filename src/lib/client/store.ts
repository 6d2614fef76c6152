/**
 * Owns: what a device keeps in IndexedDB: the outbox, the journal of acknowledged facts, the replica. Strict
 * durability: the green card is shown only after the fact is on disk.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PendingFact, QueuedFact } from '../sync/queue';
import type { Replica } from '../sync/replica';

interface Schema extends DBSchema {
	outbox: { key: string; value: QueuedFact & { conference: string }; indexes: { conference: string } };
	journal: { key: string; value: { key: string; conference: string; fact: PendingFact; seq: number } };
	/** `rules`: of which build they folded it. */
	replica: { key: string; value: Replica & { key: string; rules?: string } };
	view: { key: string; value: KeptView & { key: string } };
}

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

const open = (): Promise<IDBPDatabase<Schema>> =>
	openDB<Schema>('khanh-tiet', 2, {
		upgrade(fresh, from) {
			if (from < 1) {
				fresh.createObjectStore('outbox', { keyPath: 'key' }).createIndex('conference', 'conference');
				fresh.createObjectStore('journal', { keyPath: 'key' });
				fresh.createObjectStore('replica', { keyPath: 'key' });
			}
			fresh.createObjectStore('view', { keyPath: 'key' });
		},
		// An older page of ours must not hold up the new one.
		blocking: (_held, _wanted, event) => {
			if (event.target instanceof IDBDatabase) event.target.close();
		}
	});

/** How many facts of all conferences and roles wait here or were set aside. */
export async function unsentFacts(): Promise<number> {
	const db = await open();
	const count = await db.count('outbox');
	db.close();
	return count;
}

export async function openStore(): Promise<DeviceStore> {
	const db = await open();
	const strict = { durability: 'strict' } as const;
	return {
		async outbox(conference) {
			const rows = await db.getAllFromIndex('outbox', 'conference', conference);
			return rows.sort((a, b) => a.order - b.order);
		},
		async put(conference, fact) {
			const tx = db.transaction('outbox', 'readwrite', strict);
			await Promise.all([tx.store.put({ ...fact, conference }), tx.done]);
		},
		async acknowledged(conference, { key, command, at }, seq) {
			const tx = db.transaction(['outbox', 'journal'], 'readwrite', strict);
			await Promise.all([
				tx.objectStore('outbox').delete(key),
				tx.objectStore('journal').put({ key, conference, fact: { command, at }, seq }),
				tx.done
			]);
		},
		async landed(conference, upTo) {
			const rows = await db.getAll('journal');
			return rows
				.filter((row) => row.conference === conference && row.seq > upTo)
				.sort((a, b) => a.seq - b.seq);
		},
		async drop(key) {
			const tx = db.transaction('outbox', 'readwrite', strict);
			await Promise.all([tx.store.delete(key), tx.done]);
		},
		async replica(key) {
			const row = await db.get('replica', key);
			return row ? { replica: row, ours: row.rules === __KT_REDUCER__ } : null;
		},
		async saveReplica(key, replica) {
			await db.put('replica', { ...replica, key, rules: __KT_REDUCER__ });
		},
		async dropReplica(key) {
			await db.delete('replica', key);
		},
		async views(key) {
			return db.getAll('view', viewsOf(key));
		},
		async saveView(key, view) {
			await db.put('view', { ...view, key: `${key}/${view.name}` });
		},
		async dropViews(key) {
			await db.delete('view', viewsOf(key));
		},
		async wipe(key) {
			const tx = db.transaction(['outbox', 'journal', 'replica', 'view'], 'readwrite', strict);
			const journal = tx.objectStore('journal');
			const outbox = tx.objectStore('outbox');
			const [sent, unsent] = await Promise.all([
				journal.getAll(),
				outbox.index('conference').getAllKeys(key)
			]);
			await Promise.all([
				tx.objectStore('replica').delete(key),
				tx.objectStore('view').delete(viewsOf(key)),
				...sent.filter((row) => row.conference === key).map((row) => journal.delete(row.key)),
				...unsent.map((one) => outbox.delete(one)),
				tx.done
			]);
		}
	};
}

const viewsOf = (key: string): IDBKeyRange => IDBKeyRange.bound(`${key}/`, `${key}/\uffff`);
