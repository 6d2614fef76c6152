/**
 * Owns: one conference on this node: its folded state and the queue through which every command goes. Waiting
 * commands are decided in order and appended as one transaction; nothing is published before the commit.
 */
import type { Command } from '../../core/log/command';
import type { Actor, LogEvent, PersonalPayload } from '../../core/log/event';
import { refsOf } from '../../core/log/refs';
import { evolve, initialState, type State } from '../../core/log/slices';
import type { Database } from '../db/database';
import { sqlState } from '../db/database';
import {
	answersOf,
	planBatch,
	plannedOf,
	sortKnown,
	type CommandAnswer,
	type Plan,
	type Planned,
	type Waiting
} from './plan';
import { append, readCommands, readEvents, readPersonal } from './store';

export type { CommandAnswer };
export type Committed = {
	conference: string;
	events: LogEvent[];
	personal: string[];
	/** Newest seq of each type before these events: what `prev` of a replica is derived from. */
	before: Readonly<Record<string, number>>;
};
export type LogDeps = {
	db: Database;
	now: () => number;
	onCommitted: (committed: Committed) => void;
	/** At most once a batch, while the database writes it. */
	onPlanned?: (planned: Planned) => void;
};
export type Loaded = {
	id: string;
	head: number;
	epoch: number;
	state: State;
	personal: Map<string, PersonalPayload>;
	lastSeqByType: Record<string, number>;
	tokenKey: Buffer;
	/** ms since 1970 */
	createdAt: number;
};

/** Enough to make one fsync worth many commands, small enough that nobody waits for a long batch. */
const BATCH = 200;
const UNIQUE_VIOLATION = '23505';

type Outcome = 'moved' | 'missed' | 'known' | 'poison' | 'superseded';

export class ConferenceLog {
	readonly id: string;
	readonly tokenKey: Buffer;
	readonly createdAt: number;
	state: State;
	head: number;
	epoch: number;
	readonly personal: Map<string, PersonalPayload>;
	readonly lastSeqByType: Record<string, number>;
	#queue: Waiting[] = [];
	#work: Promise<void> | null = null;
	/** The database may hold more than we know: pull before the next decision. */
	#behind = false;
	readonly #deps: LogDeps;

	constructor(loaded: Loaded, deps: LogDeps) {
		this.id = loaded.id;
		this.tokenKey = loaded.tokenKey;
		this.createdAt = loaded.createdAt;
		this.state = loaded.state;
		this.head = loaded.head;
		this.epoch = loaded.epoch;
		this.personal = loaded.personal;
		this.lastSeqByType = loaded.lastSeqByType;
		this.#deps = deps;
	}

	lookup = (ref: string): PersonalPayload | undefined => this.personal.get(ref);

	/** Resolves when the command is durable or refused; never rejects. Same id from the same actor: the first answer. */
	submit(command: Command, actor: Actor): Promise<CommandAnswer> {
		return new Promise((answer) => {
			this.#queue.push({ command, actor, answer });
			this.#wake();
		});
	}

	/** Something waits or is being written. */
	get busy(): boolean {
		return this.#work !== null;
	}

	/** A hint that another node wrote; resolves when this node has caught up. */
	catchUp(): Promise<void> {
		this.#behind = true;
		return this.#wake();
	}

	#wake(): Promise<void> {
		this.#work ??= this.#drain();
		return this.#work;
	}

	async #drain(): Promise<void> {
		// Let everything that arrived in this turn of the loop join the first batch.
		await Promise.resolve();
		while (this.#queue.length || this.#behind) {
			const batch = this.#queue.splice(0, BATCH);
			try {
				if (this.#behind) await this.#pull();
				await this.#write(batch);
			} catch (error) {
				// Whether it was committed is unknown: pull first next time, and let the sender ask again by id.
				this.#behind = false;
				this.#stale = true;
				console.error(`[log ${this.id}]`, error instanceof Error ? error.message : error);
				for (const waiting of batch)
					waiting.answer({ id: waiting.command.id, ok: false, rejection: { code: 'unavailable' } });
			}
		}
		// In the same breath as the look at the queue: whoever comes now starts a new run.
		this.#work = null;
	}

	#stale = false;

	async #pull(): Promise<void> {
		// Before reading: a hint that comes while we read may be about what this read has missed.
		this.#behind = false;
		for (;;) {
			const events = await readEvents(this.#deps.db, this.id, this.head, 1000);
			if (events.length) {
				const refs = [...new Set(events.flatMap(refsOf))];
				const fresh = await readPersonal(this.#deps.db, this.id, refs);
				for (const ref of refs) {
					const payload = fresh.get(ref);
					if (payload) this.personal.set(ref, payload);
					else this.personal.delete(ref);
				}
				this.#adopt(events, this.#fold(events), refs);
			}
			if (events.length < 1000) break;
		}
		this.#stale = false;
	}

	#fold(events: LogEvent[]): State {
		return events.reduce<State>((state, event) => evolve(state, event), this.state);
	}

	#adopt(events: LogEvent[], state: State, refs: string[]): void {
		this.state = state;
		const before = { ...this.lastSeqByType };
		for (const event of events) {
			this.head = event.seq;
			this.epoch = Math.max(this.epoch, event.epoch);
			this.lastSeqByType[event.type] = event.seq;
		}
		if (events.length) this.#deps.onCommitted({ conference: this.id, events, personal: refs, before });
	}

	async #write(batch: Waiting[]): Promise<void> {
		if (!batch.length) return;
		if (this.#stale) await this.#pull();
		const plan = planBatch(this, batch, this.#deps.now());
		const outcome = plan.accepted.length ? await this.#appendWarm(plan) : 'moved';
		if (outcome === 'missed') return this.#writeLocked(batch);
		return this.#finish(batch, plan, outcome);
	}

	/** The time the database takes is used to make ready what follows. */
	async #appendWarm(plan: Plan): Promise<Outcome> {
		let writing = true;
		// Two turns: the driver sends at the end of this one, and nothing may hold that up.
		setImmediate(() =>
			setImmediate(() => {
				if (writing && plan.events.length) this.#deps.onPlanned?.(plannedOf(plan, this.personal));
			})
		);
		try {
			return await this.#deps.db.warm((sql) => this.#append(plan, sql));
		} finally {
			writing = false;
		}
	}

	/** Another node moved the head: with the row locked, the next decision is on the newest state and cannot miss. */
	async #writeLocked(batch: Waiting[]): Promise<void> {
		let plan = null as Plan | null;
		let outcome = 'moved' as Outcome;
		await this.#deps.db.sql
			.begin(async (sql) => {
				const rows = await sql`select epoch from conference where id = ${this.id} for update`;
				const epoch: unknown = rows[0]?.epoch;
				if (typeof epoch !== 'number') throw new Error(`conference ${this.id} is gone`);
				if (epoch > this.epoch) {
					outcome = 'superseded';
					return;
				}
				await this.#pull();
				plan = planBatch(this, batch, this.#deps.now());
				if (plan.accepted.length) outcome = await this.#append(plan, sql);
				// An aborted statement has aborted this transaction; leave it to be told apart outside.
			})
			.catch((error: unknown) => {
				if (outcome !== 'known' && outcome !== 'poison') throw error;
			});
		if (plan === null || outcome === 'superseded') {
			for (const { command, answer } of batch)
				answer({ id: command.id, ok: false, rejection: { code: 'epoch_superseded' } });
			return;
		}
		return this.#finish(batch, plan, outcome);
	}

	async #finish(batch: Waiting[], plan: Plan, outcome: Outcome): Promise<void> {
		if (outcome === 'known') return this.#writeUnknown(batch);
		if (outcome === 'poison') {
			if (batch.length > 1) {
				for (const waiting of batch) await this.#write([waiting]);
				return;
			}
			for (const { command, answer } of batch)
				answer({ id: command.id, ok: false, rejection: { code: 'bad_shape' } });
			return;
		}
		if (plan.accepted.length) {
			for (const change of plan.personal)
				if (change.payload) this.personal.set(change.ref, change.payload);
				else this.personal.delete(change.ref);
			this.#adopt(
				plan.events,
				plan.state,
				plan.personal.map((p) => p.ref)
			);
		}
		await this.#answer(plan);
	}

	async #append(plan: Plan, sql: Parameters<typeof append>[0]): Promise<Outcome> {
		const { settings, status } = plan.state.conference;
		try {
			return await append(sql, {
				conference: this.id,
				expectedHead: this.head,
				epoch: this.epoch,
				title: settings.title,
				status,
				events: plan.events,
				commands: plan.rows,
				personal: plan.personal
			});
		} catch (error) {
			const state = sqlState(error);
			if (state === UNIQUE_VIOLATION) return 'known';
			// Classes 22 and 23: the data itself cannot be stored. One bad command must not take the others with it.
			if (state?.startsWith('22') || state?.startsWith('23')) return 'poison';
			throw error;
		}
	}

	/** Some ids are in the log already: answer those from it, decide the rest again. */
	async #writeUnknown(batch: Waiting[]): Promise<void> {
		const ids = batch.map((w) => w.command.id);
		const { answers, rest } = sortKnown(batch, await readCommands(this.#deps.db, this.id, ids));
		await this.#pull();
		for (const { waiting, answer } of answers) waiting.answer(answer);
		// A unique violation that is not about command ids means another writer raced on seq; decide anew.
		await this.#write(rest);
	}

	async #answer(plan: Plan): Promise<void> {
		// A refused order may be the second sending of one that was accepted: then the first answer stands.
		const ids = plan.refused.map((r) => r.waiting.command.id);
		const known = ids.length ? await readCommands(this.#deps.db, this.id, ids) : [];
		for (const { waiting, answer } of answersOf(plan, known)) waiting.answer(answer);
	}
}

export const emptyLoaded = (id: string, tokenKey: Buffer, createdAt = 0): Loaded => ({
	createdAt,
	id,
	head: 0,
	epoch: 1,
	state: initialState,
	personal: new Map(),
	lastSeqByType: {},
	tokenKey
});
