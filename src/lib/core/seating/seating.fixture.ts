/** A day in memory for the rules of seats: sends commands like a screen, keeps the state like a server. */
import type { Actor, LogEvent } from '../log/event';
import type { Command, CommandMap, CommandType } from '../log/command';
import { decide } from '../log/decide';
import type { EnteredDelegate } from '../delegates/entered';
import { evolve, initialState, type State } from '../log/slices';
import type { PersonalPayload } from '../log/event';
import type { Block, Hall } from './hall';

export const NOW = Date.UTC(2026, 7, 28, 0, 0);
const admin: Actor = { kind: 'admin', id: 'admin-1', role: 'admin' };

export const block = (id: string, rows: number, seatsPerRow: number, more: Partial<Block> = {}): Block => ({
	id,
	name: `Khối ${id}`,
	colour: '#b3261e',
	door: '',
	rows,
	seatsPerRow,
	...more
});
export const hallOf = (...blocks: Block[]): Hall => ({ name: 'Hội trường', blocks });

export class SeatingDay {
	state: State = initialState;
	/** All that happened, as a server's log holds it. */
	readonly log: LogEvent[] = [];
	readonly personal = new Map<string, PersonalPayload>();
	now = NOW;
	#commands = 0;
	#seq = 0;

	/** @returns the refusal's code and words, or null when it was taken */
	try<T extends CommandType>(type: T, payload: CommandMap[T], actor: Actor = admin) {
		const id = `command-${++this.#commands}`;
		this.now += 1000;
		const command = { id, type, payload } as Command;
		const decided = decide(this.state, command, { now: this.now, actor, command: id });
		if (!decided.ok) return decided.rejection;
		for (const made of decided.value.events) {
			const envelope = { seq: ++this.#seq, epoch: 1, v: 1, at: this.now, actor, command: id };
			const event: LogEvent = { ...made, ...envelope };
			this.log.push(event);
			this.state = evolve(this.state, event);
		}
		for (const { ref, payload: row } of decided.value.personal ?? []) if (row) this.personal.set(ref, row);
		return null;
	}

	send<T extends CommandType>(type: T, payload: CommandMap[T], actor: Actor = admin): this {
		const refused = this.try(type, payload, actor);
		if (refused) throw new Error(`${type}: ${refused.code}`);
		return this;
	}

	invite(...people: (Partial<EnteredDelegate> & { id: string })[]): this {
		return this.send('delegate.import', {
			delegates: people.map((person): EnteredDelegate => ({
				kind: 'official',
				unit: '',
				group: null,
				vip: false,
				tier: 60,
				bloc: 6,
				officeRank: 90,
				lockedOrder: null,
				invitationNumber: null,
				...person,
				personal: { honorific: 'Ông', name: `Nông Văn ${person.id}`, title: '', ...person.personal }
			}))
		});
	}

	sit(delegate: string, blockId: string, row: number, seat: number): this {
		return this.send('seat.assign', { seats: [{ delegate, seat: { block: blockId, row, seat } }] });
	}

	seatOf = (delegate: string): string | null => {
		const seat = this.state.seating.seats[delegate];
		return seat ? `${seat.block}/${seat.row}/${seat.seat}` : null;
	};
}
