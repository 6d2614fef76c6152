/** Owns: the queue machine at work on a device: its disk, its wire, and the timer that wakes it. */
import type { Command } from '../core/log/command';
import {
	emptyQueue,
	pendingOf,
	queueStep,
	type Answer,
	type PendingFact,
	type Queue,
	type QueuedFact,
	type QueueEffect,
	type QueueInput
} from '../sync/queue';
import type { DeviceStore } from './store';

const RETRY_MS = 5000;

export class Outbox {
	#queue = $state.raw<Queue>(emptyQueue);
	/** Conference and role: one browser may hold several roles, each sends its own. */
	readonly #key: string;
	readonly #send: (commands: Command[]) => Promise<readonly Answer[] | null>;
	#store: DeviceStore | null = null;
	/** Who waits for a fact to be on disk. */
	readonly #waiting: Record<string, { done: () => void; failed: (why: unknown) => void }> = {};
	readonly #timer: ReturnType<typeof setInterval>;
	/** Told whenever the last fact that could be sent was. */
	readonly #emptied: () => void;

	constructor(
		key: string,
		send: (commands: Command[]) => Promise<readonly Answer[] | null>,
		emptied: () => void = () => undefined
	) {
		this.#key = key;
		this.#send = send;
		this.#emptied = emptied;
		// No Background Sync on iOS: the page drives its outbox itself.
		this.#timer = setInterval(() => this.wake(), RETRY_MS);
	}

	/** Facts to be replayed over the confirmed state, oldest first. */
	get pending(): PendingFact[] {
		return pendingOf(this.#queue);
	}
	/** Facts acknowledged by the server whose effect has not come back yet. */
	get landed(): number {
		return this.#queue.landed.length;
	}
	get queued(): number {
		return this.#queue.facts.filter((fact) => fact.review === null).length;
	}
	/** Everything the server is still to have, also what is on its way to the disk. */
	get unsent(): number {
		return this.queued + this.#queue.writing.length;
	}
	get toReview(): QueuedFact[] {
		return this.#queue.facts.filter((fact) => fact.review !== null);
	}

	/**
	 * Takes up what is on disk, and only then lets the kept state be seen: without these facts over it, whoever was
	 * admitted since it was saved would look absent for a moment. @param show resolves to the seq of the state it
	 * showed: facts acknowledged after it stay pending, since a page may be reloaded before its replica was saved.
	 */
	async open(store: DeviceStore, show: () => Promise<number> = () => Promise.resolve(0)): Promise<void> {
		const facts = await store.outbox(this.#key);
		const rows = await store.landed(this.#key, 0);
		const landed = rows.map(({ key, fact, seq }) => ({
			fact: { ...fact, key, order: 0, review: null },
			seq
		}));
		this.#store = store;
		this.#take({ on: 'opened', facts, landed, upTo: 0 });
		this.confirmed(await show());
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	/** Resolves when the fact is on disk; rejects with the disk's error, and then nothing was kept. */
	add(fact: PendingFact): Promise<void> {
		return new Promise((done, failed) => {
			this.#waiting[fact.command.id] = { done, failed };
			this.#take({ on: 'deed', fact });
		});
	}

	/** A person looked at a fact that was set aside: try again, or let it go. */
	async settle(key: string, how: 'retry' | 'drop'): Promise<void> {
		await Promise.all(this.#take({ on: 'settle', key, how }));
	}

	/** The state shown has come to `upTo`: what landed before is now part of it. */
	confirmed(upTo: number): void {
		this.#take({ on: 'confirmed', upTo });
	}

	/** The server stands on another history: offers it everything it once acknowledged. */
	async offerAgain(): Promise<void> {
		const rows = (await this.#store?.landed(this.#key, -1)) ?? [];
		this.#take({ on: 'offerAgain', facts: rows.map(({ fact }) => fact) });
	}

	wake(): void {
		this.#take({ on: 'wake' });
	}

	#take(input: QueueInput): Promise<void>[] {
		const before = this.unsent;
		const { queue, effects } = queueStep(this.#queue, input);
		this.#queue = queue;
		if (before > 0 && this.unsent === 0) this.#emptied();
		return effects.map((effect) => this.#run(effect));
	}

	async #run(effect: QueueEffect): Promise<void> {
		switch (effect.do) {
			case 'send': {
				const answers = await this.#send(effect.commands).catch(() => null);
				this.#take({ on: 'answers', attempt: effect.attempt, answers });
				return;
			}
			case 'store': {
				const { key } = effect.fact;
				const kept = await this.#kept(key, this.#store?.put(this.#key, effect.fact));
				if (kept) this.#take({ on: 'stored', key });
				this.#waiting[key]?.done();
				delete this.#waiting[key];
				return;
			}
			case 'journal': {
				const { fact, seq } = effect;
				if (await this.#kept(fact.key, this.#store?.acknowledged(this.#key, fact, seq)))
					this.#take({ on: 'journalled', key: fact.key, seq });
				return;
			}
			case 'setAside': {
				const { key, review } = effect.fact;
				if (await this.#kept(key, this.#store?.put(this.#key, effect.fact)))
					this.#take({ on: 'aside', key, review: review ?? '' });
				return;
			}
			case 'drop':
				if (await this.#kept(effect.key, this.#store?.drop(effect.key)))
					this.#take({ on: 'dropped', key: effect.key });
		}
	}

	/** @returns whether the disk did it. What it did not take down stays in the queue and goes again: harmless. */
	async #kept(key: string, writing: Promise<void> | undefined): Promise<boolean> {
		try {
			await writing;
			return true;
		} catch (error) {
			this.#take({ on: 'diskFailed', key });
			const waiting = this.#waiting[key];
			delete this.#waiting[key];
			if (waiting) waiting.failed(error);
			else console.warn('outbox', error);
			return false;
		}
	}
}
