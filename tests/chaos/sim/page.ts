/**
 * Owns: one life of a device's page in virtual time: what `client/outbox`, `client/link` and `client/watch-link` do
 * around the product's machines, step for step, with nothing of their rules decided here.
 */
import type { Command } from '../../../src/lib/core/log/command';
import type { Actor } from '../../../src/lib/core/log/event';
import type { ReplicaMessage } from '../../../src/lib/core/log/message';
import { emptyClock, offsetOf, rttOf, withPing } from '../../../src/lib/sync/clock-offset';
import { emptyFollow, followStep, type FollowEffect, type FollowInput } from '../../../src/lib/sync/follow';
import type { Shown } from '../../../src/lib/sync/pending';
import {
	emptyQueue,
	pendingOf,
	queueStep,
	type PendingFact,
	type Queue,
	type QueueEffect,
	type QueueInput
} from '../../../src/lib/sync/queue';
import type { Replica } from '../../../src/lib/sync/replica';
import type { Chance } from './chance';
import type { Link } from './network';
import { PageWire } from './page-wire';
import type { Disk, Down, Kept, Ports, Up } from './ports';
import type { Schedule } from './schedule';

const REVOKED = 'device_revoked';
const RETRY_MS = 5000;
const STALE_MS = 5000;
const SAVE_MS = 2000;
const ORDER_TIMEOUT_MS = 8000;
const TAIL_TIMEOUT_MS = 5000;
const PING_TIMEOUT_MS = 3000;
const PING_EVERY_MS = 30_000;
/** By so much a clock may wander between two pings. */
const DRIFT_MS = 20;

/** What changed on the screen. */
export type Change = { message: ReplicaMessage } | { pending: readonly PendingFact[] } | 'all';
export type PageSurroundings = {
	schedule: Schedule;
	chance: Chance;
	link: Link;
	disk: Disk;
	ports: Ports;
	device: string;
	/** The device's own clock, ms. */
	wall: () => number;
	changed: (page: Page, change: Change) => void;
};

export class Page {
	queue = emptyQueue;
	follow = emptyFollow;
	alive = true;
	refusal: string | null = null;
	/** How far the measured clock may be off, ms; null while it was never measured. */
	clockError: number | null = null;
	#clock = emptyClock;
	#offset = 0;
	#live = false;
	#heardAt = 0;
	#saveDue = false;
	#pinging = false;
	#fresh = false;
	#shown: { replica: Replica; pending: readonly PendingFact[]; value: Shown } | null = null;
	readonly #waiting = new Map<string, (ok: boolean) => void>();
	readonly #wire: PageWire;
	readonly #newId: () => string;
	readonly #around: PageSurroundings;

	constructor(around: PageSurroundings) {
		this.#around = around;
		const { schedule, chance, link, ports, device } = around;
		this.#newId = ports.ids(device, () => chance.hex(24));
		this.#wire = new PageWire(link, schedule, chance, {
			hello: () => {
				const { replica } = this.follow;
				return { is: 'hello', held: replica && { epoch: replica.epoch, upTo: replica.upTo } };
			},
			connected: () => this.#connected(),
			refused: (code) => this.#refused(code),
			event: (message) => this.#event(message)
		});
		link.screen = () => this.follow.replica;
	}

	start(): void {
		this.#every(RETRY_MS, () => this.#takeQueue({ on: 'wake' }));
		this.#reading(
			(kept) => [...kept.outbox.values()].sort((a, b) => a.order - b.order),
			(facts) =>
				this.#reading(
					(kept) => [...kept.journal.values()].sort((a, b) => a.seq - b.seq),
					(landed) => {
						this.#takeQueue({ on: 'opened', facts, landed, upTo: 0 });
						this.#reading(
							(kept) => kept.replica,
							(replica) => {
								this.#takeFollow({ on: 'opened', replica });
								this.#takeQueue({ on: 'confirmed', upTo: this.upTo });
								this.#wire.connect();
							}
						);
					}
				)
		);
	}

	/** The page is gone at once; nothing of it runs any more. */
	kill(): void {
		this.alive = false;
		this.#wire.disconnect();
	}

	get ready(): boolean {
		return this.alive && this.follow.replica !== null;
	}
	get actor(): Actor {
		return { kind: 'device', id: this.#around.device, role: 'reception' };
	}
	get upTo(): number {
		return this.follow.replica?.upTo ?? 0;
	}
	/** What the screen shows; null before it shows anything. What was replayed already is not replayed again. */
	shown(): Shown | null {
		const { replica } = this.follow;
		if (!replica) return null;
		const pending = pendingOf(this.queue);
		const last = this.#shown;
		const goesOn =
			last?.replica === replica &&
			last.pending.length <= pending.length &&
			last.pending.every((fact, i) => fact === pending[i]);
		const from = goesOn ? last.value : { state: replica.state, personal: replica.personal };
		const rest = goesOn ? pending.slice(last.pending.length) : pending;
		const value = rest.length || !goesOn ? this.#around.ports.screen(from, rest, this.actor) : from;
		this.#shown = { replica, pending, value };
		return value;
	}

	/** The server says that only the whole roster helps. */
	roster(): void {
		if (this.#wire.connected) this.#event({ is: 'stale' });
	}

	/** @param done whether the card was shown: the fact is on disk */
	fact(
		make: (id: string, claim: { claimedAt: number; offset: number }) => Command,
		done: (ok: boolean) => void
	): Command {
		const claimedAt = Math.round(this.#around.wall());
		const offset = this.#around.ports.offset(this.#offset);
		const command = make(this.#newId(), { claimedAt, offset });
		this.#waiting.set(command.id, done);
		this.#takeQueue({ on: 'deed', fact: { command, at: claimedAt + offset } });
		return command;
	}

	#later(ms: number, run: () => void): void {
		this.#around.schedule.quietly(ms, () => {
			if (this.alive) run();
		});
	}
	#every(ms: number, run: () => void): void {
		this.#later(ms, () => {
			run();
			this.#every(ms, run);
		});
	}
	#reading<T>(what: (kept: Kept) => T, done: (value: T) => void): void {
		this.#around.disk.read(what, (value) => {
			if (this.alive) done(value);
		});
	}

	// As client/outbox.svelte.ts.
	#takeQueue(input: QueueInput): void {
		const before = this.queue;
		const { queue, effects } = queueStep(before, input);
		this.queue = queue;
		if (unsent(before) > 0 && unsent(queue) === 0) this.#leaveNothing();
		for (const effect of effects) this.#runQueue(effect);
		if (queue.facts !== before.facts || queue.landed !== before.landed)
			this.#around.changed(this, { pending: [...pendingOf(before), ...pendingOf(queue)] });
	}

	#runQueue(effect: QueueEffect): void {
		const { disk, link } = this.#around;
		switch (effect.do) {
			case 'send': {
				const message = (n: number): Up => ({ is: 'commands', n, commands: effect.commands });
				const answered = (answer: Down | null): void => {
					if (!this.alive) return;
					if (answer) this.#heard();
					const answers = answer?.is === 'answers' ? answer.answers : null;
					this.#takeQueue({ on: 'answers', attempt: effect.attempt, answers });
				};
				// The socket is closed to a revoked device; what it did before goes by HTTP.
				if (this.refusal === REVOKED) return link.request(message(0), answered);
				return this.#wire.ask(message, ORDER_TIMEOUT_MS, answered);
			}
			case 'store': {
				const { key } = effect.fact;
				return disk.put(effect.fact, (ok) => {
					if (this.alive) {
						this.#takeQueue(ok ? { on: 'stored', key } : { on: 'diskFailed', key });
						this.#waiting.get(key)?.(ok);
						this.#waiting.delete(key);
					}
				});
			}
			case 'journal': {
				const { fact, seq } = effect;
				const { key } = fact;
				return disk.acknowledged(fact, seq, (ok) => {
					if (this.alive) this.#takeQueue(ok ? { on: 'journalled', key, seq } : { on: 'diskFailed', key });
				});
			}
			case 'setAside': {
				const { key, review } = effect.fact;
				return disk.put(effect.fact, (ok) => {
					if (this.alive)
						this.#takeQueue(ok ? { on: 'aside', key, review: review ?? '' } : { on: 'diskFailed', key });
				});
			}
			case 'drop':
				return disk.drop(effect.key, (ok) => {
					const { key } = effect;
					if (this.alive) this.#takeQueue(ok ? { on: 'dropped', key } : { on: 'diskFailed', key });
				});
		}
	}

	// As client/link.svelte.ts.
	#takeFollow(input: FollowInput): void {
		const before = this.follow.replica;
		const { follow, effects } = followStep(this.follow, input);
		this.follow = follow;
		if (follow.replica !== before) {
			const message = input.on === 'message' ? input.message : input.on === 'tail' ? input.message : null;
			this.#fresh ||= input.on === 'snapshot';
			this.#around.changed(this, message && message !== 'stale' ? { message } : 'all');
		}
		for (const effect of effects) this.#runFollow(effect);
	}

	#runFollow(effect: FollowEffect): void {
		const { link, disk } = this.#around;
		switch (effect.do) {
			case 'askTail':
				return this.#wire.ask(
					(n) => ({ is: 'pull', n, epoch: effect.epoch, upTo: effect.upTo }),
					TAIL_TIMEOUT_MS,
					(answer) => {
						if (!this.alive) return;
						const message = answer?.is === 'tail' ? answer.message : null;
						if (!answer) this.#live = false;
						this.#takeFollow({ on: 'tail', attempt: effect.attempt, message });
					}
				);
			case 'askSnapshot':
				return link.request({ is: 'snapshot', n: effect.attempt }, (answer) => {
					if (!this.alive) return;
					const snapshot = answer?.is === 'snapshot' ? answer.snapshot : null;
					if (snapshot) this.#heard();
					this.#takeFollow({ on: 'snapshot', attempt: effect.attempt, snapshot });
				});
			case 'adopted':
				this.#takeQueue({ on: 'confirmed', upTo: effect.replica.upTo });
				if (this.#saveDue) return;
				this.#saveDue = true;
				return this.#later(SAVE_MS, () => {
					this.#saveDue = false;
					if (this.follow.replica) disk.saveReplica(this.follow.replica, this.#fresh);
					this.#fresh = false;
				});
			case 'forked':
				return this.#reading(
					(kept) => [...kept.journal.values()],
					(rows) => this.#takeQueue({ on: 'offerAgain', facts: rows.map(({ fact }) => fact) })
				);
		}
	}

	// As client/watch-link.svelte.ts.
	#connected(): void {
		this.refusal = null;
		this.#takeFollow({ on: 'connected' });
		this.#ping(8);
		this.#takeQueue({ on: 'wake' });
	}

	#refused(code: string): void {
		this.refusal = code;
		if (code === 'unavailable') this.#later(2000, () => this.#wire.connect());
		else if (code === REVOKED) {
			this.#takeFollow({ on: 'forget' });
			this.#around.disk.dropReplica();
			this.#takeQueue({ on: 'wake' });
			this.#leaveNothing();
		}
	}

	/** Names of people added at the door lie in the queue and the journal too. */
	#leaveNothing(): void {
		if (this.refusal !== REVOKED || unsent(this.queue) > 0) return;
		this.#around.disk.clear((ok) => {
			if (!ok) this.#later(RETRY_MS, () => this.#leaveNothing());
		});
	}

	#event(message: Down): void {
		if (message.is === 'gone') {
			this.#wire.disconnect();
			return this.#refused(REVOKED);
		}
		this.#heard();
		switch (message.is) {
			case 'replica':
				return this.#takeFollow({ on: 'message', message: message.message });
			case 'stale':
				return this.#takeFollow({ on: 'stale' });
			case 'beat':
				return this.#takeFollow({ on: 'beat', epoch: message.epoch, head: message.head });
		}
	}

	#heard(): void {
		const { schedule } = this.#around;
		this.#heardAt = schedule.now;
		if (this.#live) return;
		this.#live = true;
		this.#watch();
	}

	/** Half-open sockets look connected for a long time: only what arrives counts. */
	#watch(): void {
		const { schedule } = this.#around;
		this.#later(this.#heardAt + STALE_MS - schedule.now + 1, () => {
			if (!this.#live) return;
			if (schedule.now - this.#heardAt <= STALE_MS) return this.#watch();
			this.#live = false;
			this.#wire.drop();
		});
	}

	#ping(times: number): void {
		const { wall } = this.#around;
		if (times === 0) return this.#pinged();
		const sent = wall();
		this.#wire.ask(
			(n) => ({ is: 'clock', n }),
			PING_TIMEOUT_MS,
			(answer) => {
				if (!this.alive) return;
				if (answer?.is !== 'clock') return this.#pinged();
				this.#heard();
				this.#clock = withPing(this.#clock, { sent, received: wall(), server: answer.server });
				this.#ping(times - 1);
			}
		);
	}

	#pinged(): void {
		const offset = offsetOf(this.#clock);
		if (offset !== null) {
			this.#offset = offset;
			this.clockError = (rttOf(this.#clock) ?? 0) / 2 + DRIFT_MS;
		}
		if (this.#pinging) return;
		this.#pinging = true;
		this.#every(PING_EVERY_MS, () => this.#ping(4));
	}
}

/** As `Outbox.unsent`. */
export const unsent = (queue: Queue): number =>
	queue.facts.filter(({ review }) => review === null).length + queue.writing.length;
