/**
 * Owns: the ports at which a simulated day touches the product's machines: store, disk, wire, ids, clock, screen.
 * Faults and planted bugs come in here and nowhere else.
 */
import type { ReplicaMessage, ReplicaSnapshot } from '../../../src/lib/core/log/message';
import type { Command } from '../../../src/lib/core/log/command';
import type { LogEvent, PersonalChange, PersonalPayload } from '../../../src/lib/core/log/event';
import type { CommandRow } from '../../../src/lib/server/log/store';
import { pendingOver } from '../../../src/lib/sync/pending';
import type { Answer, LandedFact, QueuedFact } from '../../../src/lib/sync/queue';
import type { Replica } from '../../../src/lib/sync/replica';

export type Append = {
	expectedHead: number;
	events: readonly LogEvent[];
	rows: readonly CommandRow[];
	personal: readonly PersonalChange[];
};
/** `broken`: the connection to the database ended, and nobody knows whether it was written. */
export type Appended = 'moved' | 'missed' | 'known' | 'poison' | 'broken';
/** The durable side of the server. */
export type Store = {
	append(input: Append, done: (outcome: Appended) => void): void;
	commands(ids: readonly string[]): CommandRow[];
	events(after: number): LogEvent[];
	personal(): ReadonlyMap<string, PersonalPayload>;
};

/** What a device keeps through a reload. `done(false)`: the disk refused. */
export type Disk = {
	/** Reading takes a moment; nothing comes back when the page is gone by then. */
	read<T>(what: (kept: Kept) => T, done: (value: T) => void): void;
	put(fact: QueuedFact, done: (ok: boolean) => void): void;
	acknowledged(fact: QueuedFact, seq: number, done: (ok: boolean) => void): void;
	drop(key: string, done: (ok: boolean) => void): void;
	/** @param fresh from a snapshot, not from a message */
	saveReplica(replica: Replica, fresh: boolean): void;
	dropReplica(): void;
	/** Everything of this role. */
	clear(done: (ok: boolean) => void): void;
};
export type Kept = {
	outbox: ReadonlyMap<string, QueuedFact>;
	journal: ReadonlyMap<string, LandedFact>;
	replica: Replica | null;
};

export type Held = { epoch: number; upTo: number } | null;
/** From a device. `n` numbers what wants an answer. */
export type Up =
	| { is: 'hello'; held: Held }
	| { is: 'commands'; n: number; commands: readonly Command[] }
	| { is: 'pull'; n: number; epoch: number; upTo: number }
	| { is: 'clock'; n: number }
	| { is: 'snapshot'; n: number };
/** To a device. */
export type Down =
	| { is: 'welcome' }
	| { is: 'refused'; code: string }
	| { is: 'gone' }
	| { is: 'answers'; n: number; answers: readonly Answer[] | null }
	| { is: 'tail'; n: number; message: ReplicaMessage | 'stale' | null }
	| { is: 'clock'; n: number; server: number }
	| { is: 'snapshot'; n: number; snapshot: ReplicaSnapshot | null }
	| { is: 'replica'; message: ReplicaMessage }
	| { is: 'stale' }
	| { is: 'beat'; epoch: number; head: number };

export type Ports = {
	store(store: Store): Store;
	disk(disk: Disk): Disk;
	/** What a device's message becomes on its way. */
	up(message: Up, at: { screen: () => Replica | null; now: number }): Up;
	down(message: Down): Down;
	/** Makes the ids of one page's facts. */
	ids(device: string, random: () => string): () => string;
	/** The offset that a claim carries, of the one that was measured. */
	offset(measured: number): number;
	screen: typeof pendingOver;
};
/** Without a bug: everything passes as it is. */
export const soundPorts: Ports = {
	store: (store) => store,
	disk: (disk) => disk,
	up: (message) => message,
	down: (message) => message,
	ids: (_device, random) => random,
	offset: (measured) => measured,
	screen: pendingOver
};
