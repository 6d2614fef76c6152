/**
 * Owns: the simulated server process: the product's own planning, folding and handing out, over a store at a port. It
 * can die at any stage of its work; a restart knows only what the store holds.
 */
import type { Command } from '../../../src/lib/core/log/command';
import type { Actor, LogEvent } from '../../../src/lib/core/log/event';
import { refsOf } from '../../../src/lib/core/log/refs';
import { evolve } from '../../../src/lib/core/log/slices';
import { maySend } from '../../../src/lib/core/access/table';
import { parseCommand } from '../../../src/lib/protocol/commands';
import { messageFor, snapshotFor, visibleHead, visibleIn } from '../../../src/lib/server/gateway/receive';
import { ConferenceLog, emptyLoaded } from '../../../src/lib/server/log/conference-log';
import {
	answersOf,
	planBatch,
	sortKnown,
	type CommandAnswer,
	type Plan,
	type Waiting
} from '../../../src/lib/server/log/plan';
import type { Answer } from '../../../src/lib/sync/queue';
import type { Chance } from './chance';
import type { Appended, Down, Held, Store, Up } from './ports';
import type { Schedule } from './schedule';

const BATCH = 200;
const BEAT_MS = 2000;
/** Shorter than the product's, so that snapshots come often. */
const TAIL = 40;
const ROLE = 'reception';

/** Where the process may die. */
export const STAGES = ['taken', 'planned', 'written', 'adopted', 'published', 'halfAnswered'] as const;
export type Stage = (typeof STAGES)[number];

/** One socket, as the server sees it. */
export type Peer = { device: string; send: (message: Down) => void; close: () => void };

export class Server {
	/** Null while the process is down. */
	log: ConferenceLog | null = null;
	/** The process dies when it comes to this stage. */
	diesAt: Stage | null = null;
	/** How often a chunk is put off: 5xx, too many tries. */
	busy = 0;
	onDeath: () => void = () => undefined;
	/** When each device was revoked; in the database. */
	readonly #revoked = new Map<string, number>();
	#life = 0;
	#queue: Waiting[] = [];
	#working = false;
	#stale = false;
	/** Open sockets, and those of them that were let in. */
	readonly #peers = new Set<Peer>();
	readonly #room = new Set<Peer>();

	constructor(
		private readonly schedule: Schedule,
		private readonly chance: Chance,
		private readonly store: Store
	) {}

	start(): void {
		if (this.log) return;
		const db = { sql: null, orm: null, close: () => Promise.resolve() } as never;
		const loaded = emptyLoaded('simulated', Buffer.alloc(32, 7));
		this.log = new ConferenceLog(
			{ ...loaded, personal: new Map(this.store.personal()) },
			{ db, now: () => this.schedule.now, onCommitted: () => undefined }
		);
		this.#adopt(this.log, this.store.events(0));
		const life = this.#life;
		const beat = (): void => {
			if (life !== this.#life) return;
			for (const peer of this.#room) this.#beat(peer);
			this.schedule.quietly(BEAT_MS, beat);
		};
		this.schedule.quietly(BEAT_MS, beat);
	}

	/** kill -9. */
	die(): void {
		if (!this.log) return;
		this.log = null;
		this.diesAt = null;
		this.#life++;
		this.#queue = [];
		this.#working = false;
		this.#stale = false;
		const peers = [...this.#peers];
		this.#peers.clear();
		this.#room.clear();
		for (const peer of peers) peer.close();
		this.onDeath();
	}

	/** Its sockets are closed at once, if the news arrives. */
	revoke(device: string): void {
		this.#revoked.set(device, this.schedule.now);
		for (const peer of [...this.#peers]) {
			if (peer.device !== device) continue;
			peer.send({ is: 'gone' });
			peer.close();
		}
	}

	/** What came in on a socket, or by HTTP. */
	receive(peer: Peer, message: Up): void {
		const { log, chance } = this;
		if (!log) return;
		switch (message.is) {
			case 'hello':
				if (chance.happens(this.busy)) return peer.send({ is: 'refused', code: 'unavailable' });
				if (this.#revoked.has(peer.device)) return peer.send({ is: 'refused', code: 'device_revoked' });
				peer.send({ is: 'welcome' });
				this.#room.add(peer);
				return this.#later(() => this.#resume(peer, message.held));
			case 'clock':
				return peer.send({ is: 'clock', n: message.n, server: this.schedule.now });
			case 'pull': {
				if (chance.happens(this.busy)) return peer.send({ is: 'tail', n: message.n, message: null });
				return this.#later((now) => {
					const tail = this.#tail(now, message.epoch, message.upTo);
					peer.send({ is: 'tail', n: message.n, message: tail ?? 'stale' });
				});
			}
			case 'snapshot': {
				const refused = chance.happens(this.busy) || this.#revoked.has(peer.device);
				return this.#later((now) => {
					peer.send({ is: 'snapshot', n: message.n, snapshot: refused ? null : snapshotFor(now, ROLE) });
				});
			}
			case 'commands':
				return this.#commands(peer, message.n, message.commands);
		}
	}

	/** @returns whether anybody is there to take the call */
	accept(peer: Peer): boolean {
		if (this.log) this.#peers.add(peer);
		return this.log !== null;
	}
	forget(peer: Peer): void {
		this.#peers.delete(peer);
		this.#room.delete(peer);
	}

	submit(command: Command, actor: Actor, answer: (answer: CommandAnswer) => void): void {
		this.#queue.push({ command, actor, answer });
		if (this.#working) return;
		this.#working = true;
		this.#later(() => this.#drain());
	}

	#commands(peer: Peer, n: number, commands: readonly Command[]): void {
		const { chance } = this;
		if (chance.happens(this.busy)) {
			const code = chance.pick(['unavailable', 'too_many_tries'] as const) ?? 'unavailable';
			const put = commands.map(({ id }): Answer => ({ id, ok: false, rejection: { code } }));
			return peer.send({ is: 'answers', n, answers: chance.happens(0.3) ? null : put });
		}
		const revoked = this.#revoked.has(peer.device);
		const actor: Actor = { kind: 'device', id: peer.device, role: ROLE, ...(revoked && { revoked }) };
		const answers: Answer[] = [];
		let open = commands.length;
		const answered = (answer: Answer): void => {
			answers.push(answer);
			if (--open === 0) peer.send({ is: 'answers', n, answers });
		};
		for (const raw of commands) {
			const parsed = parseCommand(raw);
			if (!parsed.ok) answered({ id: parsed.id, ok: false, rejection: { code: parsed.code } });
			else if (!maySend(ROLE, parsed.command.type))
				answered({ id: raw.id, ok: false, rejection: { code: 'not_allowed' } });
			else this.submit(parsed.command, actor, answered);
		}
	}

	/** The process goes on with this a little later, unless it is dead by then. */
	#later(run: (log: ConferenceLog) => void): void {
		const life = this.#life;
		this.schedule.after(this.chance.between(0, 3), () => {
			if (life === this.#life && this.log) run(this.log);
		});
	}

	/** @returns whether the process is still there */
	#reached(stage: Stage): boolean {
		if (this.diesAt === stage) this.die();
		return this.log !== null;
	}

	#drain(): void {
		const batch = this.#queue.splice(0, BATCH);
		if (!batch.length) {
			this.#working = false;
			return;
		}
		if (this.#reached('taken')) this.#write(batch, () => this.#drain());
	}

	#write(batch: Waiting[], done: () => void): void {
		const { log } = this;
		if (!log) return;
		if (!batch.length) return done();
		if (this.#stale) this.#pull(log);
		const plan = planBatch(log, batch, this.schedule.now);
		if (!this.#reached('planned')) return;
		if (!plan.accepted.length) return this.#finish(batch, plan, 'moved', done);
		const life = this.#life;
		const { events, rows, personal } = plan;
		this.store.append({ expectedHead: log.head, events, rows, personal }, (outcome) => {
			if (life === this.#life) this.#finish(batch, plan, outcome, done);
		});
	}

	#finish(batch: Waiting[], plan: Plan, outcome: Appended, done: () => void): void {
		const { log } = this;
		if (!log || !this.#reached('written') || !this.log) return;
		switch (outcome) {
			case 'broken':
				this.#stale = true;
				for (const { command, answer } of batch)
					answer({ id: command.id, ok: false, rejection: { code: 'unavailable' } });
				return done();
			case 'missed':
				this.#pull(log);
				return this.#write(batch, done);
			case 'known': {
				const { answers, rest } = sortKnown(batch, this.store.commands(batch.map((w) => w.command.id)));
				this.#pull(log);
				for (const { waiting, answer } of answers) waiting.answer(answer);
				return this.#write(rest, done);
			}
			case 'poison': {
				const [first, ...others] = batch;
				if (others.length && first) return this.#write([first], () => this.#each(others, done));
				for (const { command, answer } of batch)
					answer({ id: command.id, ok: false, rejection: { code: 'bad_shape' } });
				return done();
			}
			case 'moved':
				return this.#told(log, plan, done);
		}
	}

	/** One command at a time. */
	#each(batch: Waiting[], done: () => void): void {
		const [first, ...others] = batch;
		if (!first) return done();
		this.#write([first], () => this.#each(others, done));
	}

	#told(log: ConferenceLog, plan: Plan, done: () => void): void {
		for (const { ref, payload } of plan.personal)
			if (payload) log.personal.set(ref, payload);
			else log.personal.delete(ref);
		const before = { ...log.lastSeqByType };
		this.#adopt(log, plan.events);
		if (!this.#reached('adopted')) return;
		this.#publish(log, plan.events, before);
		if (!this.#reached('published')) return;
		const refused = plan.refused.map((r) => r.waiting.command.id);
		const told = answersOf(plan, this.store.commands(refused));
		for (const [i, { waiting, answer }] of told.entries()) {
			if (i * 2 >= told.length && !this.#reached('halfAnswered')) return;
			waiting.answer(answer);
		}
		done();
	}

	#adopt(log: ConferenceLog, events: readonly LogEvent[]): void {
		for (const event of events) {
			log.state = evolve(log.state, event);
			log.head = event.seq;
			log.lastSeqByType[event.type] = event.seq;
		}
	}

	#pull(log: ConferenceLog): void {
		this.#stale = false;
		const events = this.store.events(log.head);
		if (!events.length) return;
		const rows = this.store.personal();
		for (const ref of events.flatMap(refsOf)) {
			const row = rows.get(ref);
			if (row) log.personal.set(ref, row);
			else log.personal.delete(ref);
		}
		const before = { ...log.lastSeqByType };
		this.#adopt(log, events);
		this.#publish(log, events, before);
	}

	#publish(log: ConferenceLog, events: LogEvent[], before: Readonly<Record<string, number>>): void {
		const message = messageFor(log, ROLE, events, visibleIn(before, ROLE));
		if (message) for (const peer of this.#room) peer.send({ is: 'replica', message });
	}

	#beat(peer: Peer): void {
		const { log } = this;
		if (log) peer.send({ is: 'beat', epoch: log.epoch, head: visibleHead(log, ROLE) });
	}

	#resume(peer: Peer, held: Held): void {
		const { log } = this;
		if (!log) return;
		if (held) {
			const message = this.#tail(log, held.epoch, held.upTo);
			peer.send(message ? { is: 'replica', message } : { is: 'stale' });
		}
		this.#beat(peer);
	}

	#tail(log: ConferenceLog, epoch: number, after: number) {
		if (epoch !== log.epoch || after < 0 || after > log.head) return null;
		const events = this.store.events(after).filter((event) => event.seq <= log.head);
		const message = messageFor(log, ROLE, events, after);
		if (message && message.events.length > TAIL) return null;
		return message ?? { epoch, prev: after, upTo: after, events: [], personal: {} };
	}
}
