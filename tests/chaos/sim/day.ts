/**
 * Owns: one simulated day from its seed: a server, three to five phones, an organiser, and faults until enough has
 * happened; then everything heals, and ten seconds later all must agree.
 */
import { pendingOf } from '../../../src/lib/sync/queue';
import type { Command } from '../../../src/lib/core/log/command';
import type { Actor } from '../../../src/lib/core/log/event';
import { snapshotFor } from '../../../src/lib/server/gateway/receive';
import { Alarms, same, type Alarm, type Raise, type Rule } from './alarms';
import { Chance } from './chance';
import { act } from './clerk';
import { Device } from './device';
import { Faults } from './faults';
import { Journal } from './journal';
import { judge } from './oracle';
import { unsent } from './page';
import { entered } from './people';
import { soundPorts, type Ports } from './ports';
import { Schedule } from './schedule';
import { Server } from './server';
import { MemoryStore } from './store';

const START = Date.UTC(2026, 7, 28, 0, 30);
const HEALED_MS = 10_000;
const PEOPLE = 25;

export type DayResult = { acknowledged: number; alarms: Alarm[] };

export function runDay(seed: number, events: number, bug: Partial<Ports> = {}): DayResult {
	const ports: Ports = { ...soundPorts, ...bug };
	const chance = new Chance(seed);
	const schedule = new Schedule(START);
	const memory = new MemoryStore(schedule, chance);
	const store = ports.store(memory);
	const server = new Server(schedule, chance, store);
	const journal = new Journal();
	const alarms = new Alarms();
	const { raise } = alarms;
	const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`);
	server.start();
	const organiser = organise(schedule, chance, server, people);
	const devices = Array.from(
		{ length: chance.between(3, 5) },
		(_, i) => new Device(`phone-${i + 1}`, { schedule, chance, server, ports, journal, raise })
	);
	for (const device of devices) device.open();
	let open = true;
	for (const device of devices) work(device);
	const faults = new Faults(schedule, chance, devices, server, memory);

	while (schedule.events < events && schedule.step());
	open = false;
	organiser.stop();
	faults.heal();
	const healed = schedule.now + HEALED_MS;
	while (schedule.step(healed));

	for (const device of devices) converged(device, server, raise);
	if (server.log) judge(journal, memory.log, server.log.state, raise);
	setAside(journal, devices, raise);
	return { acknowledged: journal.deeds.filter((deed) => deed.shown).length, alarms: alarms.list };

	function work(device: Device): void {
		schedule.after(chance.between(50, 1500), () => {
			if (!open) return;
			if (device.page?.ready) {
				const { page, name } = device;
				act({ page, name, journal, chance, people, now: schedule.now });
			}
			work(device);
		});
	}
}

/** The organiser's computer: imports, edits, issues invitations anew, settles doubles. */
function organise(
	schedule: Schedule,
	chance: Chance,
	server: Server,
	people: string[]
): { stop: () => void } {
	const actor: Actor = { kind: 'admin', id: 'admin-1', role: 'admin' };
	let open = true;
	const order = (make: (id: string) => Command): void =>
		server.submit(make(chance.hex(24)), actor, () => undefined);
	order((id) => ({ id, type: 'delegate.import', payload: { delegates: people.map((one) => entered(one)) } }));
	const next = (): void => {
		schedule.after(chance.between(500, 4000), () => {
			if (!open) return;
			if (server.log) someOrder(chance, people, order);
			next();
		});
	};
	next();
	return { stop: () => (open = false) };
}

function someOrder(chance: Chance, people: string[], order: (make: (id: string) => Command) => void): void {
	const delegate = chance.pick(people) ?? '';
	switch (chance.below(4)) {
		case 0: {
			const more = [0, 1, 2].map((i) => `q${people.length + i}`);
			people.push(...more);
			return order((id) => ({
				id,
				type: 'delegate.import',
				payload: { delegates: more.map((one) => entered(one)) }
			}));
		}
		case 1:
			return order((id) => ({
				id,
				type: 'delegate.edit',
				payload: { id: delegate, patch: { vip: chance.happens(0.5) } }
			}));
		case 2:
			return order((id) => ({ id, type: 'delegate.reissue', payload: { id: delegate } }));
		default:
			return order((id) => ({
				id,
				type: 'delegate.withdraw',
				payload: { id: delegate, withdrawn: chance.happens(0.5) }
			}));
	}
}

/** Nothing waits any more, and the device holds what the server would hand it now. */
function converged(device: Device, server: Server, raise: Raise): void {
	const { page, id } = device;
	const wrong = (rule: Rule, what: string): void => raise(rule, `${id}: ${what}`);
	const wanted = server.log && snapshotFor(server.log, 'reception');
	const held = page?.follow.replica;
	if (device.revoked) {
		const { outbox, journal, replica } = device.disk;
		if (page && unsent(page.queue)) wrong('queue', `${unsent(page.queue)} facts of a revoked device wait`);
		else if (!page || held || outbox.size || journal.size || replica)
			wrong('forgotten', 'people’s names are left');
		return;
	}
	if (!page || !wanted || !held)
		return wrong('replica', `no replica: page ${!!page}, server ${!!wanted}, ${page?.refusal}`);
	const waiting = page.queue.facts.filter(({ review }) => review === null);
	if (waiting.length || page.queue.writing.length || page.queue.sending)
		wrong('queue', `${waiting.length} facts wait`);
	if (pendingOf(page.queue).length !== page.queue.facts.length) wrong('queue', 'landed facts stay pending');
	if (held.upTo !== wanted.upTo) wrong('replica', `stands at ${held.upTo}, the server at ${wanted.upTo}`);
	else if (!same(held.state, wanted.state)) wrong('replica', 'another state than the server');
	else if (!same(held.personal, wanted.personal)) wrong('replica', 'other personal rows than the server');
}

/** What the server refused for its own sake lies before a person, on its own device. */
function setAside(journal: Journal, devices: readonly Device[], raise: Raise): void {
	for (const deed of journal.deeds) {
		if (!deed.poisoned || !deed.shown || deed.excused) continue;
		const device = devices.find(({ id }) => id === deed.device);
		if (device?.revoked) continue;
		const kept = device?.disk.outbox.get(deed.command.id);
		const shown = device?.page?.queue.facts.some((one) => one.key === deed.command.id && one.review);
		if (!kept?.review || !shown) raise('kept', `set aside: ${deed.command.id} of ${deed.device}`);
	}
}
