import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/lib/core/access/roles';
import { slicesOf } from '../../src/lib/core/access/table';
import { whereabouts } from '../../src/lib/core/admissions/model';
import { commandTypes, isFact } from '../../src/lib/core/log/decide';
import type { Command } from '../../src/lib/core/log/command';
import type { ReplicaMessage } from '../../src/lib/core/log/message';
import { evolve, initialOf, project, typesOf, type SliceName } from '../../src/lib/core/log/slices';
import { messageFor, snapshotFor, visibleHead, visibleIn } from '../../src/lib/server/gateway/receive';
import { pendingOver } from '../../src/lib/sync/pending';
import type { PendingFact } from '../../src/lib/sync/queue';
import { fromSnapshot, take, type Replica } from '../../src/lib/sync/replica';
import { admit, nextId } from '../support/conference';
import { choices, MemoryLog, people, type Choice } from '../support/random-day';
import { NOW } from '../support/random-house';

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
