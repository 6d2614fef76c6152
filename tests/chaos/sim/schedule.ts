/** Owns: virtual time. Whatever happens in a simulated day stands in this one list, and happens in its order. */
type Entry = { at: number; order: number; run: (() => void) | null; counts: boolean };

export class Schedule {
	/** True time, ms since 1970. */
	now: number;
	/** Steps done so far, without timers, beats and pings. */
	events = 0;
	#order = 0;
	/** A binary heap by (time, order). */
	readonly #heap: Entry[] = [];

	constructor(now: number) {
		this.now = now;
	}

	/** @returns the way to call it off */
	after(ms: number, run: () => void, counts = true): () => void {
		const entry: Entry = { at: this.now + Math.max(0, ms), order: this.#order++, run, counts };
		this.#push(entry);
		return () => {
			entry.run = null;
		};
	}
	/** Something that happens by the clock alone, and is no event of the day. */
	quietly(ms: number, run: () => void): () => void {
		return this.after(ms, run, false);
	}

	/** Does what comes next. @param until does nothing that lies behind this time @returns whether there was anything */
	step(until = Infinity): boolean {
		for (;;) {
			const next = this.#heap[0];
			if (!next || next.at > until) {
				if (until !== Infinity) this.now = Math.max(this.now, until);
				return false;
			}
			this.#pop();
			if (!next.run) continue;
			this.now = next.at;
			if (next.counts) this.events++;
			next.run();
			return true;
		}
	}

	#push(entry: Entry): void {
		const heap = this.#heap;
		let at = heap.length;
		heap.push(entry);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			const above = heap[parent] as Entry;
			if (!earlier(entry, above)) break;
			heap[at] = above;
			at = parent;
		}
		heap[at] = entry;
	}

	#pop(): void {
		const heap = this.#heap;
		const last = heap.pop();
		if (!last || !heap.length) return;
		let at = 0;
		for (;;) {
			const left = 2 * at + 1;
			if (left >= heap.length) break;
			const right = left + 1;
			const child = right < heap.length && earlier(heap[right] as Entry, heap[left] as Entry) ? right : left;
			if (!earlier(heap[child] as Entry, last)) break;
			heap[at] = heap[child] as Entry;
			at = child;
		}
		heap[at] = last;
	}
}

const earlier = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
