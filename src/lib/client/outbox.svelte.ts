/**
 * Owns: facts waiting to be sent. In order, in chunks of at most fifty; one that is refused for its own sake is set
 * aside for a person and the others go on. A fact leaves the screen's pending set only when the replica has its seq.
 */
import type { Command } from '../core/log/command';
import type { Rejection } from '../core/result';
import type { PendingFact } from '../sync/pending';
import type { DeviceStore, QueuedFact } from './store';

export type Answer =
	{ id: string; ok: true; seq: number } | { id: string | null; ok: false; rejection: Rejection };

const CHUNK = 50;
/** A message over 64 KB closes the socket, and the same chunk would close it again for ever. */
const CHUNK_BYTES = 48 * 1024;
const RETRY_MS = 5000;
/** Not the fact's fault: keep it and try again. */
const LATER = new Set([
	'unavailable',
	'offline',
	'too_many_tries',
	'epoch_superseded',
	'not_signed_in',
	'device_pending'
]);

export class Outbox {
	#queue = $state.raw<QueuedFact[]>([]);
	/** Acknowledged but not yet seen in the replica: seq by key. */
	#landed = $state.raw<{ fact: QueuedFact; seq: number }[]>([]);
	/** Conference and role: one browser may hold several roles, each sends its own. */
	readonly #key: string;
	readonly #send: (commands: Command[]) => Promise<Answer[] | null>;
	#store: DeviceStore | null = null;
	#sending = false;
	#order = 0;
	readonly #timer: ReturnType<typeof setInterval>;

	constructor(key: string, send: (commands: Command[]) => Promise<Answer[] | null>) {
		this.#key = key;
		this.#send = send;
		// No Background Sync on iOS: the page drives its outbox itself.
		this.#timer = setInterval(() => this.wake(), RETRY_MS);
	}

	/** Facts to be replayed over the confirmed state, oldest first. */
	get pending(): PendingFact[] {
		return [...this.#landed.map((l) => l.fact), ...this.#queue];
	}
	/** Facts acknowledged by the server whose effect has not come back yet. */
	get landed(): number {
		return this.#landed.length;
	}
	get queued(): number {
		return this.#queue.filter((fact) => fact.review === null).length;
	}
	get toReview(): QueuedFact[] {
		return this.#queue.filter((fact) => fact.review !== null);
	}

	/**
	 * Takes up what is on disk. @param upTo seq of the state that is shown: facts acknowledged after it stay pending,
	 * or a page reloaded before its replica was saved would show admitted people as absent.
	 */
	async open(store: DeviceStore, upTo = 0): Promise<void> {
		const saved = await store.outbox(this.#key);
		const landed = await store.landed(this.#key, upTo);
		this.#store = store;
		this.#upTo = Math.max(this.#upTo, upTo);
		const known = [...this.#queue, ...saved].map((fact) => fact.key);
		this.#landed = [
			...landed
				.filter((row) => row.seq > this.#upTo && !known.includes(row.key))
				.map(({ key, fact, seq }) => ({ fact: { ...fact, key, order: 0, review: null }, seq })),
			...this.#landed
		];
		// Facts made before the disk was open go behind those that lay on it, and onto it.
		const early = this.#queue.filter((fact) => !saved.some(({ key }) => key === fact.key));
		this.#order = Math.max(this.#order, ...saved.map((fact) => fact.order));
		const renumbered = early.map((fact) => ({ ...fact, order: ++this.#order }));
		this.#queue = [...saved, ...renumbered];
		for (const fact of renumbered) await store.put(this.#key, fact);
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	/** Resolves when the fact is on disk. */
	async add(fact: PendingFact): Promise<void> {
		const queued: QueuedFact = { ...fact, key: fact.command.id, order: ++this.#order, review: null };
		await this.#store?.put(this.#key, queued);
		// The disk may answer out of turn; the order of the deeds stands.
		this.#queue = [...this.#queue, queued].sort((a, b) => a.order - b.order);
		this.wake();
	}

	/** A person looked at a fact that was set aside: try again, or let it go. */
	async settle(key: string, how: 'retry' | 'drop'): Promise<void> {
		const fact = this.#queue.find((one) => one.key === key);
		if (!fact) return;
		if (how === 'drop') {
			await this.#store?.drop(key);
			this.#queue = this.#queue.filter((one) => one.key !== key);
			return;
		}
		await this.#replace({ ...fact, review: null });
		this.wake();
	}

	/** The replica has come to `upTo`: what landed before is now part of it. */
	confirmed(upTo: number): void {
		if (this.#landed.some((l) => l.seq <= upTo)) this.#landed = this.#landed.filter((l) => l.seq > upTo);
		this.#upTo = upTo;
	}
	#upTo = 0;

	wake(): void {
		if (!this.#sending && this.#queue.some((fact) => fact.review === null)) void this.#drain();
	}

	async #drain(): Promise<void> {
		this.#sending = true;
		try {
			for (;;) {
				const chunk = chunkOf(this.#queue.filter((fact) => fact.review === null));
				if (!chunk.length) return;
				const answers = await this.#send(chunk.map((fact) => fact.command));
				if (!answers || !(await this.#settleAnswers(chunk, answers))) return;
			}
		} catch (error) {
			// The disk did not take the answer down: the fact is still in the queue and goes again, which is harmless.
			console.warn('outbox', error);
		} finally {
			this.#sending = false;
		}
	}

	/** @returns whether any fact left the queue, i.e. whether going on makes sense */
	async #settleAnswers(chunk: QueuedFact[], answers: Answer[]): Promise<boolean> {
		let progress = false;
		for (const fact of chunk) {
			const answer = answers.find((one) => one.id === fact.key);
			if (!answer || (!answer.ok && LATER.has(answer.rejection.code))) continue;
			progress = true;
			if (answer.ok) {
				await this.#store?.acknowledged(this.#key, fact, answer.seq);
				if (answer.seq > this.#upTo) this.#landed = [...this.#landed, { fact, seq: answer.seq }];
				this.#queue = this.#queue.filter((one) => one.key !== fact.key);
			} else await this.#replace({ ...fact, review: answer.rejection.code });
		}
		return progress;
	}

	async #replace(fact: QueuedFact): Promise<void> {
		await this.#store?.put(this.#key, fact);
		this.#queue = this.#queue.map((one) => (one.key === fact.key ? fact : one));
	}
}

/** As many from the front as fit into one message; at least one. */
function chunkOf(facts: QueuedFact[]): QueuedFact[] {
	let bytes = 0;
	const encoder = new TextEncoder();
	const over = facts.findIndex(({ command }, i) => {
		bytes += encoder.encode(JSON.stringify(command)).length + 1;
		return i > 0 && (i >= CHUNK || bytes > CHUNK_BYTES);
	});
	return over < 0 ? facts : facts.slice(0, over);
}
