import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../src/lib/core/access/roles';
import { slicesOf } from '../../src/lib/core/access/table';
import { whereabouts } from '../../src/lib/core/admissions/model';
import { commandTypes, isFact } from '../../src/lib/core/log/decide';
import type { Command } from '../../src/lib/core/log/command';
import type { ReplicaMessage } from '../../src/lib/core/log/message';
import { evolve, initialOf, project, typesOf, type SliceName } from '../../src/lib/core/log/slices';
import { hashToken64 } from '../../src/lib/core/invitations/token';
import { messageFor, snapshotFor, visibleHead, visibleIn } from '../../src/lib/server/gateway/receive';
import { tokenOf } from '../../src/lib/server/conference/invitations';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { pendingOver, type PendingFact } from '../../src/lib/sync/pending';
import { fromSnapshot, take, type Replica } from '../../src/lib/sync/replica';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf, nextId } from '../support/conference';
import { startNode, system, type TestNode } from '../support/node';
import { choices, MemoryLog, NOW, people, type Choice } from '../support/random-day';
import { Watcher } from '../support/watcher';

const replicaRoles = roles.filter((role) => slicesOf(role) !== null);
const sliceSets = replicaRoles.map((role) => [role, slicesOf(role) as readonly SliceName[]] as const);

const factTypes = commandTypes.filter(isFact);

function playAll(list: Choice[], types = commandTypes): MemoryLog {
	const day = new MemoryLog();
	day.begin();
	for (const one of list) day.play(one, types);
	return day;
}

/** As it comes over a wire: no shared objects, no undefined. */
const wired = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('replicas on paper', () => {
	it('SYN-1: for each role, folding only what it sees gives the projection of folding all', () => {
		fc.assert(
			fc.property(choices(), (list) => {
				const day = playAll(list);
				for (const [role, slices] of sliceSets) {
					const types = typesOf(slices);
					const seen = day.events.filter((event) => types.has(event.type));
					const state = seen.reduce((s, event) => evolve(s, event), initialOf(slices));
					expect(state, role).toEqual(project(day.log.state, slices));
				}
			}),
			{ numRuns: 150 }
		);
	});

	it('SYN-2: with messages dropped, doubled and out of order, pulls bring every replica to the server’s projection', () => {
		const fate = fc.constantFrom('deliver', 'drop', 'double', 'later', 'overlap');
		fc.assert(
			fc.property(choices(), fc.array(fate, { minLength: 60, maxLength: 60 }), (list, fates) => {
				for (const role of replicaRoles) {
					const day = new MemoryLog();
					day.begin();
					const { log } = day;
					const snapshot = snapshotFor(log, role);
					if (!snapshot) throw new Error(role);
					let replica: Replica = fromSnapshot(wired(snapshot));
					let pulls = 0;
					const pull = () => {
						pulls++;
						const tail = day.events.filter((event) => event.seq > replica.upTo);
						const message = messageFor(log, role, tail, replica.upTo);
						if (!message) return;
						const taken = take(replica, wired(message));
						if (taken.kind !== 'applied') throw new Error(`a pull ended as ${taken.kind}`);
						replica = taken.replica;
					};
					const receive = (message: ReplicaMessage) => {
						const taken = take(replica, wired(message));
						if (taken.kind === 'applied') replica = taken.replica;
						else if (taken.kind === 'gap') pull();
						else if (taken.kind === 'fork') throw new Error('no fork here');
					};
					let held: ReplicaMessage[] = [];
					list.forEach((one, i) => {
						const before = { ...log.lastSeqByType };
						const events = day.play(one);
						const message = messageFor(log, role, events, visibleIn(before, role));
						if (!message) return;
						const frozen = wired(message);
						const how = fates[i % fates.length];
						if (how === 'later') held.push(frozen);
						else if (how !== 'drop' && how !== 'overlap') receive(frozen);
						if (how === 'double') receive(frozen);
						if (how === 'overlap') {
							// An answer to an earlier pull that took its time.
							const from = Math.max(0, replica.upTo - 3);
							const tail = messageFor(log, role, day.events.slice(from), from);
							if (tail) receive(tail);
						}
						if (how === 'deliver') {
							held.reverse().forEach(receive);
							held = [];
						}
					});
					held.reverse().forEach(receive);
					// What the beat does.
					if (visibleHead(log, role) > replica.upTo) pull();
					expect(replica.upTo, role).toBe(visibleHead(log, role));
					const now = wired(snapshotFor(log, role));
					expect(wired(replica.state), role).toEqual(now?.state);
					expect(wired(replica.personal), role).toEqual(now?.personal);
					expect(pulls).toBeLessThanOrEqual(list.length + 1);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('SYN-3: whatever state is confirmed meanwhile, a person with a pending admission never looks absent', () => {
		fc.assert(
			fc.property(choices(), fc.nat(people.length - 1), (list, who) => {
				const delegate = people[who] as string;
				const command: Command = admit(delegate, { claimedAt: NOW }, nextId('pend'));
				const fact: PendingFact = { command, at: NOW };
				const day = new MemoryLog();
				day.begin();
				const actor = { kind: 'device' as const, id: 'door-9', role: 'reception' as const };
				for (const one of list) {
					day.play(one);
					const snapshot = snapshotFor(day.log, 'reception');
					if (!snapshot) throw new Error('reception');
					const shown = pendingOver(wired(snapshot), [fact], actor);
					const admissions = shown.state.admissions;
					// By event time an exit that happened later is the later word.
					expect(admissions && whereabouts(admissions, delegate)).not.toBe('absent');
				}
				// Once it has landed, replaying it over the state that holds it changes nothing.
				day.apply(command, actor);
				const landed = snapshotFor(day.log, 'reception');
				if (!landed) throw new Error('reception');
				expect(pendingOver(landed, [fact], actor).state.admissions).toEqual(landed.state.admissions);
			}),
			{ numRuns: 40 }
		);
	});

	it('SYN-4: facts in any order, some of them twice, give one state', () => {
		fc.assert(
			fc.property(choices(40), fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }), (list, keys) => {
				// Few people, so that several devices speak of the same one.
				const day = playAll(
					list.map((one) => ({ ...one, who: one.who % 4 })),
					factTypes
				);
				const facts = day.commands.filter(({ command }) => isFact(command.type));
				const shuffled = facts
					.map((fact, i) => ({ fact, key: keys[i % keys.length] ?? 0 }))
					.sort((a, b) => a.key - b.key)
					.map(({ fact }) => fact);
				const orders = [facts, shuffled, [...facts, ...facts].reverse()];
				const states = orders.map((order) => {
					const fresh = new MemoryLog();
					fresh.begin();
					const seen = new Set<string>();
					for (const { command, actor } of order) {
						// The server's command table lets an id in once.
						if (seen.has(command.id)) continue;
						seen.add(command.id);
						fresh.apply(command, actor);
					}
					const { roster, admissions, introduction } = fresh.log.state;
					return wired({ roster, admissions, introduction });
				});
				expect(states[1]).toEqual(states[0]);
				expect(states[2]).toEqual(states[0]);
			}),
			{ numRuns: 150 }
		);
	});
});

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
		await award(log);
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
