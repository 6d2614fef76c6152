import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../core/log/command';
import type { Answer, QueuedFact } from '../sync/queue';
import { Outbox } from './outbox.svelte';
import type { DeviceStore } from './store';

type Landed = Awaited<ReturnType<DeviceStore['landed']>>[number];

/** A disk that forgets nothing, unless it is told to fail. Rows are copied, as IndexedDB copies them. */
class Disk {
	rows = new Map<string, QueuedFact & { conference: string }>();
	journal = new Map<string, Landed & { conference: string }>();
	replica = null;
	failJournal = false;
	failPut = false;
	/** Puts wait for this, so that a test can turn their order round. */
	slow: Promise<void>[] = [];
	store: DeviceStore = {
		outbox: (conference) =>
			Promise.resolve(
				[...this.rows.values()]
					.filter((row) => row.conference === conference)
					.sort((a, b) => a.order - b.order)
			),
		put: async (conference, fact) => {
			if (this.failPut) throw new Error('QuotaExceeded');
			await this.slow.shift();
			this.rows.set(fact.key, structuredClone({ ...fact, conference }));
		},
		acknowledged: (conference, { key, command, at }, seq) => {
			if (this.failJournal) return Promise.reject(new Error('power cut'));
			this.rows.delete(key);
			this.journal.set(key, { key, conference, fact: { command, at }, seq });
			return Promise.resolve();
		},
		landed: (conference, upTo) =>
			Promise.resolve(
				[...this.journal.values()].filter((row) => row.conference === conference && row.seq > upTo)
			),
		drop: (key) => Promise.resolve(void this.rows.delete(key)),
		replica: () => Promise.resolve(null),
		saveReplica: () => Promise.resolve(),
		dropReplica: () => Promise.resolve(),
		views: () => Promise.resolve([]),
		saveView: () => Promise.resolve(),
		dropViews: () => Promise.resolve(),
		wipe: () => Promise.resolve()
	};
}

/** The server's side of the log: an id once, its first seq for ever. */
class FakeServer {
	seqs = new Map<string, number>();
	chunks: string[][] = [];
	refuse = new Map<string, string>();
	online = true;
	/** Written, but the answer is lost on the way. */
	loseAnswer = false;
	head = 0;
	send = (commands: Command[]): Promise<Answer[] | null> => {
		if (!this.online) return Promise.resolve(null);
		this.chunks.push(commands.map((c) => c.id));
		const answers = commands.map((c): Answer => {
			const code = this.refuse.get(c.id);
			if (code) return { id: c.id, ok: false, rejection: { code } };
			if (!this.seqs.has(c.id)) this.seqs.set(c.id, ++this.head);
			return { id: c.id, ok: true, seq: this.seqs.get(c.id) ?? 0 };
		});
		return Promise.resolve(this.loseAnswer ? null : answers);
	};
}

const fact = (id: string, text = 'x') => ({
	command: {
		id,
		type: 'door.failed',
		payload: { claimedAt: 1, offset: 0, code: text, reason: 'unknown' }
	} as Command,
	at: 1
});
const ids = (count: number, from = 0) =>
	Array.from({ length: count }, (_, i) => `fact-${String(from + i).padStart(4, '0')}`);

describe('the outbox of a device', () => {
	let disk: Disk;
	let server: FakeServer;
	let boxes: Outbox[];
	beforeEach(() => {
		vi.useFakeTimers();
		disk = new Disk();
		server = new FakeServer();
		boxes = [];
	});
	afterEach(() => {
		for (const box of boxes) box.stop();
		vi.useRealTimers();
	});
	/** As a page that was just loaded. */
	async function load(upTo = 0, key = 'conference/reception'): Promise<Outbox> {
		const box = new Outbox(key, server.send);
		boxes.push(box);
		await box.open(disk.store, () => Promise.resolve(upTo));
		return box;
	}
	const settled = () => vi.advanceTimersByTimeAsync(5000);
	const pendingIds = (box: Outbox) => box.pending.map((one) => one.command.id);

	it('OUT-1: facts go up in the order of the deeds, in chunks of at most fifty', async () => {
		server.online = false;
		const box = await load();
		for (const id of ids(130)) await box.add(fact(id));
		expect(box.queued).toBe(130);
		server.online = true;
		await settled();
		expect(server.chunks.map((chunk) => chunk.length)).toEqual([50, 50, 30]);
		expect(server.chunks.flat()).toEqual(ids(130));
		expect(box.queued).toBe(0);
	});

	it('OUT-2: a fact is on disk before it is on the screen; when the disk refuses, nobody is told it was kept', async () => {
		const box = await load();
		let seen = -1;
		const { put } = disk.store;
		disk.store.put = async (conference, queued) => {
			seen = box.pending.length;
			await put(conference, queued);
		};
		server.online = false;
		await box.add(fact('fact-0001'));
		expect(seen).toBe(0);
		expect(disk.rows.has('fact-0001')).toBe(true);
		disk.failPut = true;
		await expect(box.add(fact('fact-0002'))).rejects.toThrow('QuotaExceeded');
		expect(pendingIds(box)).toEqual(['fact-0001']);
	});

	it('OUT-3: when the disk answers out of turn the order of the deeds stands', async () => {
		server.online = false;
		const box = await load();
		let release = (): void => undefined;
		disk.slow = [new Promise<void>((resolve) => (release = resolve))];
		const first = box.add(fact('fact-0001'));
		await box.add(fact('fact-0002'));
		release();
		await first;
		expect(pendingIds(box)).toEqual(['fact-0001', 'fact-0002']);
		expect(pendingIds(await load())).toEqual(['fact-0001', 'fact-0002']);
	});

	it('OUT-4: one fact that is refused for its own sake is set aside and the others go on', async () => {
		server.online = false;
		const box = await load();
		for (const id of ids(60)) await box.add(fact(id));
		server.refuse.set('fact-0003', 'bad_shape');
		server.online = true;
		await settled();
		expect([...server.seqs.keys()]).toEqual(ids(60).filter((id) => id !== 'fact-0003'));
		expect(box.toReview.map((one) => [one.key, one.review])).toEqual([['fact-0003', 'bad_shape']]);
		// It waits for a person across a reload, and is not sent again by itself.
		const sent = server.chunks.flat().length;
		const again = await load();
		again.wake();
		await settled();
		expect(again.toReview.map((one) => one.key)).toEqual(['fact-0003']);
		expect(server.chunks.flat().length).toBe(sent);
		server.refuse.clear();
		await again.settle('fact-0003', 'retry');
		await settled();
		expect(server.seqs.has('fact-0003')).toBe(true);
	});

	it('OUT-5: a fact that a person lets go leaves the disk too', async () => {
		server.refuse.set('fact-0001', 'not_allowed');
		const box = await load();
		await box.add(fact('fact-0001'));
		await settled();
		await box.settle('fact-0001', 'drop');
		expect(box.pending).toEqual([]);
		expect(disk.rows.size).toBe(0);
	});

	for (const code of ['unavailable', 'too_many_tries', 'epoch_superseded', 'not_signed_in', 'device_pending'])
		it(`OUT-6: "${code}" is not the facts’ fault: all stay, in order, and go later`, async () => {
			for (const id of ids(3)) server.refuse.set(id, code);
			const box = await load();
			for (const id of ids(3)) await box.add(fact(id));
			await settled();
			expect(box.toReview).toEqual([]);
			expect(pendingIds(box)).toEqual(ids(3));
			expect([...disk.rows.keys()]).toEqual(ids(3));
			server.refuse.clear();
			await settled();
			expect([...server.seqs.keys()]).toEqual(ids(3));
		});

	it('OUT-7: no answer keeps everything; what was written meanwhile is sent again and stays one', async () => {
		server.loseAnswer = true;
		const box = await load();
		for (const id of ids(3)) await box.add(fact(id));
		await settled();
		expect(pendingIds(box)).toEqual(ids(3));
		expect(server.seqs.size).toBe(3);
		server.loseAnswer = false;
		await settled();
		expect(box.queued).toBe(0);
		expect(server.head).toBe(3);
	});

	it('OUT-8: a crash between the answer and the journal sends the fact again, and it stays one', async () => {
		const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		disk.failJournal = true;
		const box = await load();
		await box.add(fact('fact-0001'));
		await settled();
		expect(server.head).toBe(1);
		expect(disk.rows.has('fact-0001')).toBe(true);
		expect(warned).toHaveBeenCalled();
		box.stop();
		disk.failJournal = false;
		const again = await load();
		expect(pendingIds(again)).toEqual(['fact-0001']);
		await settled();
		expect(server.head).toBe(1);
		expect(disk.rows.size).toBe(0);
		expect(disk.journal.get('fact-0001')?.seq).toBe(1);
		warned.mockRestore();
	});

	it('OUT-9: what landed stays on the screen until the replica has its seq', async () => {
		server.head = 40;
		const box = await load(40);
		await box.add(fact('fact-0001'));
		await box.add(fact('fact-0002'));
		await settled();
		expect(box.queued).toBe(0);
		expect(pendingIds(box)).toEqual(['fact-0001', 'fact-0002']);
		box.confirmed(41);
		expect(pendingIds(box)).toEqual(['fact-0002']);
		box.confirmed(42);
		expect(pendingIds(box)).toEqual([]);
	});

	it('OUT-10: a page reloaded before its replica was saved still shows what had landed', async () => {
		const box = await load();
		await box.add(fact('fact-0001'));
		await box.add(fact('fact-0002'));
		await settled();
		box.confirmed(2);
		expect(box.pending).toEqual([]);
		// The replica on disk is the one of before: seq 1.
		const again = await load(1);
		expect(pendingIds(again)).toEqual(['fact-0002']);
		expect(again.queued).toBe(0);
		again.confirmed(2);
		expect(again.pending).toEqual([]);
		expect(await load(2).then((box) => box.pending)).toEqual([]);
	});

	it('OUT-14: a page shows what it kept only with its own facts over it', async () => {
		server.online = false;
		const before = await load();
		await before.add(fact('fact-0001'));
		const box = new Outbox('conference/reception', server.send);
		boxes.push(box);
		let over: string[] = [];
		await box.open(disk.store, () => {
			over = pendingIds(box);
			return Promise.resolve(0);
		});
		expect(over).toEqual(['fact-0001']);
	});

	it('OUT-15: the outbox is empty only when nothing is on its way to the disk either', async () => {
		let emptied = 0;
		const box = new Outbox('conference/reception', server.send, () => emptied++);
		boxes.push(box);
		await box.open(disk.store);
		let written: () => void = () => undefined;
		disk.slow.push(new Promise((resolve) => (written = resolve)));
		const card = box.add(fact('fact-0001'));
		expect([box.queued, box.unsent, emptied]).toEqual([0, 1, 0]);
		written();
		await card;
		await settled();
		expect([box.queued, box.unsent, emptied]).toEqual([0, 0, 1]);
	});

	it('OUT-11: a fact made before the disk was open is put on it, behind those that lay there', async () => {
		server.online = false;
		const before = await load();
		await before.add(fact('fact-0001'));
		const box = new Outbox('conference/reception', server.send);
		boxes.push(box);
		await box.add(fact('fact-0002'));
		await box.open(disk.store);
		expect(pendingIds(box)).toEqual(['fact-0001', 'fact-0002']);
		expect([...disk.rows.keys()]).toEqual(['fact-0001', 'fact-0002']);
		expect(pendingIds(await load())).toEqual(['fact-0001', 'fact-0002']);
	});

	it('OUT-12: long facts go up in smaller chunks, since one message over 64 KB would close the socket each time', async () => {
		server.online = false;
		const box = await load();
		// Vietnamese letters are up to three bytes each.
		for (const id of ids(50)) await box.add(fact(id, 'ễ'.repeat(900)));
		const sizes: number[] = [];
		server.online = true;
		await settled();
		for (const chunk of server.chunks) sizes.push(chunk.length);
		expect(Math.max(...sizes) * 2700).toBeLessThan(60 * 1024);
		expect(server.chunks.flat()).toEqual(ids(50));
	});

	it('OUT-13: two roles of one browser keep their queues apart', async () => {
		server.online = false;
		const door = await load();
		await door.add(fact('fact-0001'));
		const mc = await load(0, 'conference/mc');
		expect(mc.pending).toEqual([]);
		await mc.add(fact('fact-0002'));
		expect(pendingIds(await load())).toEqual(['fact-0001']);
	});
});
