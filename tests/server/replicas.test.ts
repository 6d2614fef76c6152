import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../src/lib/core/access/roles';
import { slicesOf } from '../../src/lib/core/access/table';
import { hashToken64 } from '../../src/lib/core/invitations/token';
import { snapshotFor, visibleHead } from '../../src/lib/server/gateway/receive';
import { tokenOf } from '../../src/lib/server/conference/invitations';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf, nextId } from '../support/conference';
import { startNode, system, type TestNode } from '../support/node';
import { Watcher } from '../support/watcher';

const replicaRoles = roles.filter((role) => slicesOf(role) !== null);

/** As it comes over a wire: no shared objects, no undefined. */
const wired = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('replicas over real sockets', () => {
	let database: FreshDatabase;
	let node: TestNode;
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	const note = (log: ConferenceLog, to: Role) =>
		log.submit(
			{
				id: nextId('note'),
				type: 'note.send',
				payload: { id: nextId('n'), to: { roles: [to] }, text: 'Chờ ít phút' }
			},
			system
		);
	const seat = (log: ConferenceLog, delegate: string) =>
		log.submit(
			{ id: nextId('seat'), type: 'seat.assign', payload: { seats: [{ delegate, seat: null }] } },
			system
		);
	const award = (log: ConferenceLog) =>
		log.submit(
			{
				id: nextId('award'),
				type: 'award.set',
				payload: {
					decision: { id: nextId('qd'), form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
					recipients: []
				}
			},
			system
		);
	const tick = (log: ConferenceLog, delegate: string) =>
		log.submit(
			{
				id: nextId('tick'),
				type: 'introduction.tick',
				payload: { claimedAt: 1, offset: 0, delegate, on: true }
			},
			{ kind: 'device', id: 'mc', role: 'mc' }
		);
	const edit = (log: ConferenceLog, i: number) =>
		log.submit(
			{ id: nextId('edit'), type: 'programme.adjust', payload: { item: 'i8', minutes: i % 2 ? 1 : -1 } },
			system
		);

	/** Events of every slice in turn, so that each role has some it cannot see between two that it can. */
	async function mixedDay(log: ConferenceLog, rounds: number): Promise<void> {
		for (let i = 0; i < rounds; i++) {
			const delegate = `d${String(i + 1).padStart(3, '0')}`;
			await seat(log, delegate);
			await award(log);
			await tick(log, delegate);
			await edit(log, i);
			await log.submit(admit(delegate), system);
			await note(log, 'mc');
		}
	}

	const open = async (on: TestNode, log: ConferenceLog, role: Role): Promise<Watcher> =>
		Watcher.open(on, log.id, role, await on.token(log.id, role));
	/** Tokens first: issuing one is an event, which should not fall into somebody's entry. */
	async function openAll(on: TestNode, log: ConferenceLog, held: Watcher[] = []): Promise<Watcher[]> {
		const secrets: string[] = [];
		for (const role of replicaRoles) secrets.push(await on.token(log.id, role));
		return Promise.all(
			replicaRoles.map((role, i) => Watcher.open(on, log.id, role, secrets[i] ?? '', held[i]?.replica))
		);
	}

	it('SYN-5: the chain of real messages has no gap for any role, whatever it cannot see in between', async () => {
		const log = await demo(node.app);
		const watchers = await openAll(node, log);
		await mixedDay(log, 8);
		for (const watcher of watchers) {
			await watcher.reached(visibleHead(log, watcher.role));
			expect(watcher.gaps, watcher.role).toBe(0);
			expect(watcher.messages, watcher.role).toBeGreaterThan(8);
			expect(wired(watcher.replica.state), watcher.role).toEqual(
				wired(snapshotFor(log, watcher.role)?.state)
			);
			expect(watcher.replica.personal, watcher.role).toEqual(wired(snapshotFor(log, watcher.role)?.personal));
			watcher.close();
		}
	});

	it('SYN-6: a role whose room was empty for a while resumes without a gap and misses nothing', async () => {
		const log = await demo(node.app);
		for (const role of replicaRoles) {
			const first = await open(node, log, role);
			await mixedDay(log, 1);
			await first.reached(visibleHead(log, role));
			first.close();
			await first.closed;
			await mixedDay(log, 2);
			await seat(log, 'd001');
			const again = await Watcher.open(node, log.id, role, await node.token(log.id, role), first.replica);
			await mixedDay(log, 1);
			await again.reached(visibleHead(log, role));
			expect(again.gaps, role).toBe(0);
			expect(wired(again.replica.state), role).toEqual(wired(snapshotFor(log, role)?.state));
			expect(again.replica.personal, role).toEqual(wired(snapshotFor(log, role)?.personal));
			again.close();
		}
	});

	it('SYN-7: after a restart of the server the first message fits what replicas hold', async () => {
		const log = await demo(node.app);
		const held = await openAll(node, log);
		// Only the admin (all) and the reception and usher (seating) see this last one.
		await seat(log, 'd002');
		for (const watcher of held) {
			await watcher.reached(visibleHead(log, watcher.role));
			watcher.close();
		}
		const later = await startNode(database.url);
		const there = await logOf(later.app, log.id);
		const watchers = await openAll(later, there, held);
		// Made by the tokens above; the next commit is the first of interest.
		await mixedDay(there, 1);
		for (const watcher of watchers) {
			await watcher.reached(visibleHead(there, watcher.role));
			expect(watcher.gaps, watcher.role).toBe(0);
			expect(wired(watcher.replica.state), watcher.role).toEqual(
				wired(snapshotFor(there, watcher.role)?.state)
			);
			watcher.close();
		}
		await later.stop();
	});

	it('SYN-8: the first commit after a restart says `prev` by the log, not by the seq before it', async () => {
		const log = await demo(node.app);
		const secret = await node.token(log.id, 'stage');
		// The stage sees neither of these: its newest seq lies before them.
		await seat(log, 'd001');
		await seat(log, 'd001');
		const visible = visibleHead(log, 'stage');
		expect(visible).toBeLessThan(log.head);
		const later = await startNode(database.url);
		const there = await logOf(later.app, log.id);
		const watcher = await Watcher.open(later, log.id, 'stage', secret);
		expect(watcher.replica.upTo).toBe(visible);
		await there.submit(admit('d003'), system);
		await watcher.reached(there.head);
		expect(watcher.gaps).toBe(0);
		watcher.close();
		await later.stop();
	});

	it('SYN-9: names come with their events, each role its own fields, and a removed item takes its text along', async () => {
		const log = await demo(node.app);
		const watchers = await openAll(node, log);
		const id = nextId('p');
		const person = {
			honorific: 'Bà',
			name: 'Lục Thị Mới',
			title: 'Bí thư',
			phone: '0987001002',
			birthYear: 1970
		};
		await log.submit(
			{
				id: nextId('add'),
				type: 'delegate.add',
				payload: {
					delegate: {
						id,
						kind: 'guest',
						unit: 'Xóm Pác',
						group: null,
						vip: false,
						tier: 1,
						bloc: 1,
						officeRank: 1,
						lockedOrder: null,
						invitationNumber: null,
						personal: person
					}
				}
			},
			system
		);
		const item = nextId('i');
		await log.submit(
			{
				id: nextId('ins'),
				type: 'programme.insert',
				payload: {
					item: {
						id: item,
						kinds: ['phat_bieu'],
						title: 'Mới',
						minutes: 3,
						on: true,
						delegate: null,
						personal: { performer: 'Người hát' }
					},
					before: null
				}
			},
			system
		);
		const byRole = Object.fromEntries(watchers.map((watcher) => [watcher.role, watcher]));
		for (const watcher of watchers) await watcher.reached(visibleHead(log, watcher.role));
		const row = (role: Role) => byRole[role]?.replica.personal[`delegate:${id}`];
		const hash = hashToken64(tokenOf(log, id, 1));
		expect(row('admin')).toEqual({ ...person, codes: [hash] });
		expect(row('reception')).toEqual({
			honorific: 'Bà',
			name: person.name,
			title: 'Bí thư',
			birthYear: 1970,
			codes: [hash]
		});
		for (const role of ['usher', 'stage', 'awards'] as const)
			expect(row(role), role).toEqual({ honorific: 'Bà', name: person.name, title: 'Bí thư' });
		expect(byRole['stage']?.replica.personal[`item:${item}`]).toEqual({ performer: 'Người hát' });
		expect(byRole['reception']?.replica.personal).not.toHaveProperty([`item:${item}`]);
		await log.submit({ id: nextId('rem'), type: 'programme.remove', payload: { item } }, system);
		for (const watcher of watchers) {
			await watcher.reached(visibleHead(log, watcher.role));
			expect(watcher.replica.personal, watcher.role).not.toHaveProperty([`item:${item}`]);
			watcher.close();
		}
	});

	it('SYN-10: a re-issued invitation reaches the codes that reception holds; the old one stays known as old', async () => {
		const log = await demo(node.app);
		const reception = await open(node, log, 'reception');
		const old = hashToken64(tokenOf(log, 'd010', 1));
		expect(reception.replica.personal['delegate:d010']?.['codes']).toEqual([old]);
		await log.submit({ id: nextId('re'), type: 'delegate.reissue', payload: { id: 'd010' } }, system);
		await reception.reached(log.head);
		expect(reception.replica.personal['delegate:d010']?.['codes']).toEqual([
			old,
			hashToken64(tokenOf(log, 'd010', 2))
		]);
		reception.close();
	});

	it('SYN-11: a note for one device reaches replicas of that device’s role, and follows it to another role', async () => {
		const log = await demo(node.app);
		const issued = await node.app.devices.issueToken(log.id, { name: 'Máy', role: 'usher', desk: null });
		if (!issued.ok) throw new Error('issue');
		const watchers = await openAll(node, log);
		const id = nextId('n');
		await log.submit(
			{
				id: nextId('note'),
				type: 'note.send',
				payload: { id, to: { device: issued.value.device }, text: 'Mời ra cửa' }
			},
			system
		);
		const readers = () =>
			watchers
				.filter((w) => w.replica.personal[`note:${id}`])
				.map((w) => w.role)
				.sort();
		for (const watcher of watchers) await watcher.reached(visibleHead(log, watcher.role));
		expect(readers()).toEqual(['admin', 'stage', 'usher']);
		await node.app.devices.change(log.id, issued.value.device, { role: 'awards' });
		for (const watcher of watchers) await watcher.reached(visibleHead(log, watcher.role));
		expect(readers()).toEqual(['admin', 'awards', 'stage']);
		for (const watcher of watchers) watcher.close();
	});

	it('SYN-12: a pull never hands out an event before this node holds the names that go with it', async () => {
		const log = await demo(node.app);
		const watcher = await open(node, log, 'admin');
		const other = await startNode(database.url);
		const there = await logOf(other.app, log.id);
		const folded = log.head;
		// This node is kept from catching up, as if its notice were late.
		const late = log.catchUp;
		log.catchUp = () => Promise.resolve();
		const id = nextId('p');
		await there.submit(
			{ id: nextId('add'), type: 'delegate.add', payload: { delegate: { ...plain(id) } } },
			system
		);
		const message = await watcher.pull();
		const over = await node.call(`/conferences/${log.id}/events?after=${folded}`, { token: watcher.secret });
		log.catchUp = late;
		expect(message.events).toEqual([]);
		expect(over.json.events).toEqual([]);
		await log.catchUp();
		await watcher.reached(log.head);
		expect(watcher.replica.personal[`delegate:${id}`]).toMatchObject({ name: 'Lý Văn Muộn' });
		watcher.close();
		await other.stop();
	});
});

const plain = (id: string) => ({
	id,
	kind: 'guest' as const,
	unit: 'Xóm',
	group: null,
	vip: false,
	tier: 1,
	bloc: 1,
	officeRank: 1,
	lockedOrder: null,
	invitationNumber: null,
	personal: { honorific: 'Ông', name: 'Lý Văn Muộn', title: '' }
});
