/**
 * Owns: the disk of one device. Writing takes time, may be refused, and is told later than it is done; a page that is
 * killed meanwhile finds some of its last writes done and others not. Rows are copies, as IndexedDB makes them.
 */
import type { LandedFact, QueuedFact } from '../../../src/lib/sync/queue';
import type { Replica } from '../../../src/lib/sync/replica';
import type { Chance } from './chance';
import type { Disk, Kept } from './ports';
import type { Schedule } from './schedule';

export class MemoryDisk implements Disk, Kept {
	outbox = new Map<string, QueuedFact>();
	journal = new Map<string, LandedFact>();
	replica: Replica | null = null;
	/** How often a write is refused. */
	failing = 0;
	slow = 8;
	readonly #underWay = new Set<{ callOff: () => void }>();
	#last = 0;

	constructor(
		private readonly schedule: Schedule,
		private readonly chance: Chance
	) {}

	read<T>(what: (kept: Kept) => T, done: (value: T) => void): void {
		const reading = { callOff: (): void => undefined };
		this.#underWay.add(reading);
		reading.callOff = this.schedule.after(this.chance.between(1, this.slow), () => {
			const value = what(this);
			reading.callOff = this.schedule.after(1, () => {
				this.#underWay.delete(reading);
				done(value);
			});
		});
	}
	put(fact: QueuedFact, done: (ok: boolean) => void): void {
		const row = { ...fact };
		this.#write(() => this.outbox.set(row.key, row), done);
	}
	acknowledged(fact: QueuedFact, seq: number, done: (ok: boolean) => void): void {
		this.#write(() => {
			this.outbox.delete(fact.key);
			this.journal.set(fact.key, { fact: { ...fact, order: 0, review: null }, seq });
		}, done);
	}
	drop(key: string, done: (ok: boolean) => void): void {
		this.#write(() => this.outbox.delete(key), done);
	}
	saveReplica(replica: Replica): void {
		this.#write(
			() => (this.replica = replica),
			() => undefined
		);
	}
	dropReplica(): void {
		this.#write(
			() => (this.replica = null),
			() => undefined
		);
	}
	clear(done: (ok: boolean) => void): void {
		this.#write(() => this.#empty(), done);
	}

	/** The page, or the whole phone, was killed: what stood first is done, the rest is not. */
	cut(): void {
		let done = true;
		for (const { callOff } of this.#underWay) {
			done &&= this.chance.happens(0.5);
			if (!done) callOff();
		}
		this.#underWay.clear();
	}

	wipe(): void {
		for (const { callOff } of this.#underWay) callOff();
		this.#underWay.clear();
		this.#empty();
	}

	#empty(): void {
		this.outbox = new Map();
		this.journal = new Map();
		this.replica = null;
	}

	#write(change: () => void, done: (ok: boolean) => void): void {
		const { chance, schedule } = this;
		const refused = chance.happens(this.failing);
		const writing = { callOff: (): void => undefined };
		this.#underWay.add(writing);
		// In the order they were asked for, as transactions on the same rows are.
		this.#last = Math.max(this.#last, schedule.now + chance.between(0, this.slow));
		writing.callOff = schedule.after(this.#last - schedule.now, () => {
			if (!refused) change();
			// Told a moment later; the callback of a page that is gone reaches nobody.
			writing.callOff = schedule.quietly(chance.between(0, 2), () => {
				this.#underWay.delete(writing);
				done(!refused);
			});
		});
	}
}
