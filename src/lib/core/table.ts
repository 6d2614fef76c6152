/**
 * Owns: a persistent table by id, as plain JSON. A roster of 5,000 people is changed one row at a time, and copying
 * 5,000 keys for each scan would cost more than the database; here one change copies one bucket.
 */

const BUCKETS = 64;

export type Table<T> = { size: number; buckets: (Record<string, T> | null)[] };

function bucketOf(id: string): number {
	let hash = 2166136261;
	for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
	return (hash >>> 0) % BUCKETS;
}

export const emptyTable = <T>(): Table<T> => ({ size: 0, buckets: [] });

export function rowOf<T>(table: Table<T>, id: string): T | undefined {
	const bucket = table.buckets[bucketOf(id)];
	return bucket && Object.hasOwn(bucket, id) ? bucket[id] : undefined;
}

export function withRow<T>(table: Table<T>, id: string, row: T): Table<T> {
	const at = bucketOf(id);
	const buckets: (Record<string, T> | null)[] = table.buckets.length
		? table.buckets.slice()
		: new Array<null>(BUCKETS).fill(null);
	const old = buckets[at];
	const known = old != null && Object.hasOwn(old, id);
	// `__proto__` as an id must stay an ordinary key, hence the null prototype through fromEntries-free copy.
	const next: Record<string, T> = Object.assign(Object.create(null), old);
	next[id] = row;
	buckets[at] = next;
	return { size: table.size + (known ? 0 : 1), buckets };
}

/** Every row, in no meaningful order; sort before showing. */
export function* rowsOf<T>(table: Table<T>): Generator<T> {
	for (const bucket of table.buckets) {
		if (!bucket) continue;
		for (const id in bucket) {
			const row = bucket[id];
			if (row !== undefined) yield row;
		}
	}
}
