/**
 * Owns: the real level: server, PostgreSQL and eight devices, kill -9 at random moments, and the journals held against
 * the log at the end.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Options, Outcome } from '../main';
import { same } from '../sim/alarms';
import { Chance } from '../sim/chance';
import { compare } from './compare';
import { Hall, VICTIMS } from './hall';
import { JournalFile, readJournal } from './journal-file';
import { Phone } from './phone';

const DEVICES = 8;
/** Acknowledged between two kills, at least. */
const BETWEEN = { least: 300, most: 800 };
const PATIENCE_MS = 60_000;

/** A refused connection is no error of the program, as in a browser; `onclose` tells of it. */
class BrowserSocket extends WebSocket {
	constructor(url: string) {
		super(url);
		this.on('error', () => undefined);
	}
}

export async function runReal({ kills, seed }: Pick<Options, 'kills' | 'seed'>): Promise<Outcome> {
	const began = performance.now();
	const chance = new Chance(seed);
	const dataDir = await mkdtemp(join(tmpdir(), 'khanh-tiet-chaos-'));
	const hall = await Hall.open(dataDir, DEVICES);
	const paths = hall.bearers.map((_, i) => join(dataDir, `journal-${i}.jsonl`));
	const journals = paths.map((path) => new JournalFile(path));
	// The wire is written for browsers.
	Reflect.set(globalThis, 'WebSocket', BrowserSocket);
	const phones = hall.bearers.map(
		(bearer, i) =>
			new Phone({
				base: hall.base,
				conference: hall.conference,
				bearer,
				name: `Bàn ${i + 1}`,
				journal: journals[i] as JournalFile,
				chance: new Chance(seed * 100 + i),
				follows: i === 0
			})
	);
	const acknowledged = (): number => phones.reduce((sum, phone) => sum + phone.acknowledged, 0);
	try {
		for (let kill = 0; kill < kills; kill++) {
			const wanted = acknowledged() + chance.between(BETWEEN.least, BETWEEN.most);
			await until(() => acknowledged() >= wanted, `kill ${kill} of seed ${seed}: no more answers`);
			await new Promise((resolve) => setTimeout(resolve, chance.below(200)));
			// Each of them first, then at random.
			await hall.kill(VICTIMS[kill] ?? chance.pick(VICTIMS) ?? 'both');
		}
		const last = acknowledged() + BETWEEN.least;
		await until(() => acknowledged() >= last, 'after the last kill: no more answers');
		for (const phone of phones) phone.rest();
		await until(() => phones.every((phone) => phone.waiting === 0), 'the queues do not empty');
		const replica = await replicaDiffers(phones[0] as Phone);
		for (const phone of phones) phone.stop();
		for (const journal of journals) journal.close();
		const found = await compare(hall.databaseUrl, hall.conference, paths.map(readJournal));
		const aside = phones.reduce((sum, phone) => sum + phone.setAside, 0);
		if (aside) found.diverged.push(`${aside} set aside`);
		if (replica) found.diverged.push(replica);
		const { lost, doubleCounted, diverged } = found;
		return {
			line: {
				level: 'real',
				rounds: kills,
				acknowledged: found.acknowledged,
				lost: lost.length,
				doubleCounted: doubleCounted.length,
				diverged: diverged.length,
				seconds: Math.round((performance.now() - began) / 100) / 10
			},
			failures: Object.entries({ lost, doubleCounted, diverged }).flatMap(([kind, all]) =>
				all.slice(0, 10).map((what) => `seed ${seed}: ${kind}: ${what}`)
			)
		};
	} finally {
		for (const phone of phones) phone.stop();
		await hall.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}

/** @returns what differs between the replica that a device held all the way and what the server hands out, or null */
async function replicaDiffers(phone: Phone): Promise<string | null> {
	const wanted = await phone.snapshot();
	if (!wanted) return 'no snapshot';
	await until(() => (phone.follow.replica?.upTo ?? 0) >= wanted.upTo, 'the replica does not catch up');
	const held = phone.follow.replica;
	if (!held || held.upTo !== wanted.upTo) return `replica at ${held?.upTo}, server at ${wanted.upTo}`;
	return same(held.state, wanted.state) ? null : 'the replica is another than the server’s';
}

/** Looks until it is so. @throws after a minute, with `what` */
async function until(so: () => boolean, what: string): Promise<void> {
	const end = performance.now() + PATIENCE_MS;
	while (!so()) {
		if (performance.now() > end) throw new Error(what);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
