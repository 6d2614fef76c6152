/**
 * Random days for property tests: a log in memory, with the same deciders and reducers as the server's, that plays
 * whatever fast-check chose. Choices are numbers, so that a failing day shrinks well.
 */
import fc from 'fast-check';
import {
	programmeFromTemplate,
	settingsFromTemplate,
	checklistOf
} from '../../src/lib/core/conference/from-template';
import { trungKhanh } from '../../src/lib/core/conference/templates/trung-khanh';
import { commandTypes, decide } from '../../src/lib/core/log/decide';
import type { Command, CommandMap, CommandType } from '../../src/lib/core/log/command';
import type { Actor, LogEvent } from '../../src/lib/core/log/event';
import { evolve, initialState } from '../../src/lib/core/log/slices';
import { ConferenceLog, emptyLoaded } from '../../src/lib/server/log/conference-log';
import { awardPayloads, handsPayloads } from './random-honours';
import { at, entered, housePayloads, momentOf, NOW, type Payloads } from './random-house';
import { programmePayloads } from './random-programme';

export type Choice = { what: number; who: number; how: number };
const choice = fc.record({ what: fc.nat(999), who: fc.nat(999), how: fc.nat(999) });
export const choices = (most = 60) => fc.array(choice, { minLength: 3, maxLength: most, size: 'max' });

const PEOPLE = 24;
export const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`);
const devices: Actor[] = [
	{ kind: 'device', id: 'door-1', role: 'reception' },
	{ kind: 'device', id: 'door-2', role: 'reception' },
	{ kind: 'device', id: 'mc-1', role: 'mc' },
	{ kind: 'device', id: 'stage-1', role: 'stage' },
	{ kind: 'admin', id: 'admin-1', role: 'admin' }
];

/** A log without a database: `apply` does what the queue does after its commit. */
export class MemoryLog {
	readonly log = new ConferenceLog(
		{ ...emptyLoaded('paper', Buffer.alloc(32, 7)), state: initialState },
		{
			db: { sql: null, orm: null, close: () => Promise.resolve() } as never,
			now: () => NOW,
			onCommitted: () => undefined
		}
	);
	readonly events: LogEvent[] = [];
	readonly commands: { command: Command; actor: Actor }[] = [];
	now = NOW;
	#ids = 0;

	nextId = (): string => `command-${String(++this.#ids).padStart(4, '0')}`;

	/** @returns the new events; none when the rule refused */
	apply(command: Command, actor: Actor): LogEvent[] {
		this.now += 1000;
		const { log } = this;
		const decided = decide(log.state, command, { now: this.now, actor, command: command.id });
		if (!decided.ok) return [];
		this.commands.push({ command, actor });
		const fresh: LogEvent[] = [];
		for (const event of decided.value.events) {
			const full: LogEvent = {
				...event,
				seq: log.head + 1,
				epoch: 1,
				v: 1,
				at: this.now,
				actor,
				command: command.id
			};
			log.state = evolve(log.state, full);
			log.head = full.seq;
			log.lastSeqByType[full.type] = full.seq;
			fresh.push(full);
		}
		for (const { ref, payload } of decided.value.personal ?? [])
			if (payload) log.personal.set(ref, payload);
			else log.personal.delete(ref);
		this.events.push(...fresh);
		return fresh;
	}

	begin(): void {
		const admin = devices[4] as Actor;
		const send = <T extends CommandType>(type: T, payload: CommandMap[T]) =>
			this.apply({ id: this.nextId(), type, payload } as Command, admin);
		send('conference.create', {
			template: null,
			settings: settingsFromTemplate(trungKhanh),
			checklist: checklistOf(trungKhanh),
			rehearsalOf: null
		});
		for (const { item, parts } of programmeFromTemplate(trungKhanh)) {
			send('programme.insert', { item, before: null });
			for (const part of parts) send('programme.insert', { item: part, before: null, parent: item.id });
		}
		send('delegate.import', { delegates: people.map((id) => entered(id)) });
		send('device.enrol', { id: 'door-1', role: 'reception', desk: 'Bàn 1' });
		send('device.enrol', { id: 'mc-1', role: 'mc', desk: null });
		send('conference.status', { status: 'live' });
	}

	/** @param types what the day is made of */
	play({ what, who, how }: Choice, types: readonly CommandType[] = commandTypes): LogEvent[] {
		const type = at(types, what) as CommandType;
		const actor = at(devices, how) as Actor;
		const payload = this.#payload(type, who, how);
		return this.apply({ id: this.nextId(), type, payload } as Command, actor);
	}

	/** Payloads that the present state mostly accepts; what it refuses is part of the day too. */
	#payload(type: CommandType, who: number, how: number): CommandMap[CommandType] {
		const moment = momentOf(this.log.state, who, how, this.#ids);
		const made: Payloads<CommandType> = {
			...housePayloads(moment),
			...programmePayloads(moment),
			...awardPayloads(moment),
			...handsPayloads(moment)
		};
		return made[type]();
	}
}
