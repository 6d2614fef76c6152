/** Owns: the conferences held in memory on this node, loaded when first asked for and let go when idle. */
import { eq } from 'drizzle-orm';
import { conference, snapshot } from '../db/schema';
import { evolve, initialState, sliceNames, type State } from '../../core/log/slices';
import type { Database } from '../db/database';
import { ConferenceLog, emptyLoaded, type Committed, type Loaded } from './conference-log';
import type { Planned } from './plan';
import { readEvents, readPersonal } from './store';

export type ConferencesDeps = { db: Database; now: () => number; reducer: string };

/** A snapshot each so many events keeps a start within a second without writing state all the time. */
const SNAPSHOT_EVERY = 2000;
/** A rush at the doors makes that many in a second, and writing the whole state would hold it up. */
const SNAPSHOT_REST_MS = 5000;

export class Conferences {
	readonly #open = new Map<string, Promise<ConferenceLog | null>>();
	readonly #listeners = new Set<(committed: Committed, log: ConferenceLog) => void>();
	readonly #planners = new Set<(planned: Planned, log: ConferenceLog) => void>();
	readonly #saved = new Map<string, number>();
	readonly #savedAt = new Map<string, number>();
	readonly #usedAt = new Map<string, number>();
	readonly deps: ConferencesDeps;

	constructor(deps: ConferencesDeps) {
		this.deps = deps;
	}

	/** Called after each commit, in log order per conference; returns the way to stop. */
	onCommitted(listener: (committed: Committed, log: ConferenceLog) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Called while a batch is being written, if it takes long enough: to make ready, not to tell. */
	onPlanned(listener: (planned: Planned, log: ConferenceLog) => void): () => void {
		this.#planners.add(listener);
		return () => this.#planners.delete(listener);
	}

	/** @returns null when there is no such conference. */
	get(id: string): Promise<ConferenceLog | null> {
		this.#usedAt.set(id, this.deps.now());
		let opening = this.#open.get(id);
		if (!opening) {
			const forget = (): void => {
				this.#open.delete(id);
				this.#usedAt.delete(id);
			};
			opening = this.#load(id).catch((error: unknown) => {
				forget();
				throw error;
			});
			this.#open.set(id, opening);
			void opening.then(
				(log) => log ?? forget(),
				() => undefined
			);
		}
		return opening;
	}

	/** Those in memory, for hints from other nodes; null when loading it failed, which the one who asked for it hears. */
	async held(id: string): Promise<ConferenceLog | null> {
		return (await this.#open.get(id)?.catch(() => null)) ?? null;
	}

	/**
	 * Lets go of conferences that nobody asked for in `idleMs` and that are not `watched`; they come back from the
	 * database when asked for. Whoever holds a log for longer than that must be among the watched.
	 */
	async release(watched: ReadonlySet<string>, idleMs: number): Promise<void> {
		for (const id of this.loadedIds()) {
			const usedAt = this.#usedAt.get(id) ?? 0;
			if (watched.has(id) || this.deps.now() - usedAt < idleMs) continue;
			const log = await this.held(id);
			if (!log) continue;
			await this.#save(log);
			// Asked for while it was saved: two logs of one conference would each know half.
			if (log.busy || this.#usedAt.get(id) !== usedAt) continue;
			for (const map of [this.#open, this.#usedAt, this.#saved, this.#savedAt]) map.delete(id);
		}
	}

	loadedIds(): string[] {
		return [...this.#open.keys()];
	}

	async saveAll(): Promise<void> {
		for (const opening of this.#open.values()) {
			const log = await opening;
			if (log) await this.#save(log);
		}
	}

	async #load(id: string): Promise<ConferenceLog | null> {
		const { db } = this.deps;
		const [row] = await db.orm.select().from(conference).where(eq(conference.id, id));
		if (!row) return null;
		// A rehearsal is entered with the invitations of the real day: they are made with the parent's key.
		const parent = row.rehearsalOf
			? await db.orm.select().from(conference).where(eq(conference.id, row.rehearsalOf))
			: [];
		const tokenKey = parent[0]?.tokenKey ?? row.tokenKey;
		const loaded: Loaded = { ...emptyLoaded(id, tokenKey, row.createdAt), epoch: row.epoch };
		const [saved] = await db.orm.select().from(snapshot).where(eq(snapshot.conference, id));
		if (saved && saved.reducer === this.deps.reducer && isState(saved.state)) {
			loaded.state = saved.state;
			loaded.head = saved.seq;
			loaded.lastSeqByType = saved.lastSeqByType as Record<string, number>;
		}
		for (;;) {
			const events = await readEvents(db, id, loaded.head, 5000);
			for (const event of events) {
				loaded.state = evolve(loaded.state, event);
				loaded.head = event.seq;
				loaded.lastSeqByType[event.type] = event.seq;
			}
			if (events.length < 5000) break;
		}
		loaded.personal = await readPersonal(db, id);
		this.#saved.set(id, saved?.seq ?? 0);
		const log: ConferenceLog = new ConferenceLog(loaded, {
			db,
			now: this.deps.now,
			onPlanned: (planned) => {
				for (const listener of this.#planners) listener(planned, log);
			},
			onCommitted: (committed) => {
				for (const listener of this.#listeners) listener(committed, log);
				const grown = log.head - (this.#saved.get(id) ?? 0) >= SNAPSHOT_EVERY;
				if (grown && performance.now() - (this.#savedAt.get(id) ?? -Infinity) >= SNAPSHOT_REST_MS)
					this.#save(log).catch((error: unknown) => console.error('[snapshot]', error));
			}
		});
		return log;
	}

	async #save(log: ConferenceLog): Promise<void> {
		if (log.head === (this.#saved.get(log.id) ?? 0)) return;
		const row = {
			conference: log.id,
			seq: log.head,
			epoch: log.epoch,
			reducer: this.deps.reducer,
			state: log.state,
			lastSeqByType: { ...log.lastSeqByType }
		};
		this.#saved.set(log.id, row.seq);
		this.#savedAt.set(log.id, performance.now());
		await this.deps.db.orm
			.insert(snapshot)
			.values(row)
			.onConflictDoUpdate({ target: snapshot.conference, set: row });
	}
}

/** Stored by ourselves under the same reducer's hash, so the slices' presence is proof enough. */
const isState = (value: unknown): value is State =>
	typeof value === 'object' &&
	value !== null &&
	sliceNames.every((name) => name in value && name in initialState);
