/** A small door for the tests of selectors: people, admissions and what else a desk writes, in minutes from T0. */
import { emptySettings, type ConferenceSettings } from '../conference/model';
import type { Command, CommandMap, CommandType } from '../log/command';
import { decide } from '../log/decide';
import type { Role } from '../access/roles';
import { evolve, initialState, type State } from '../log/slices';
import type { Delegate } from '../delegates/model';
import type { PersonalPayload } from '../log/event';

export const T0 = Date.UTC(2026, 7, 28, 0, 30);
export const MINUTE = 60_000;

export class Door {
	state: State = initialState;
	readonly personal = new Map<string, PersonalPayload>();
	/** Server time of what is sent next. */
	now = T0 + 5 * 3_600_000;
	#ids = 0;

	lookup = (ref: string): PersonalPayload | undefined => this.personal.get(ref);

	/** @returns the id of the command; throws where it is refused */
	send<T extends CommandType>(
		type: T,
		payload: CommandMap[T],
		by: { device?: string; role?: Role; id?: string } = {}
	): string {
		const id = by.id ?? `command-${String(++this.#ids).padStart(4, '0')}`;
		const actor = { kind: 'device', id: by.device ?? 'dev-1', role: by.role ?? 'reception' } as const;
		const command = { id, type, payload } as Command;
		const decided = decide(this.state, command, { now: this.now, actor, command: id });
		if (!decided.ok) throw new Error(decided.rejection.code);
		for (const event of decided.value.events)
			this.state = evolve(this.state, {
				...event,
				seq: 1,
				epoch: 1,
				v: 1,
				at: this.now,
				actor,
				command: id
			});
		for (const { ref, payload: row } of decided.value.personal ?? []) if (row) this.personal.set(ref, row);
		return id;
	}

	create(over: Partial<ConferenceSettings> = {}): this {
		this.send('conference.create', {
			template: null,
			settings: { ...emptySettings, title: 'Hội nghị tuyên dương', ...over },
			checklist: [],
			rehearsalOf: null
		});
		return this;
	}

	person(id: string, over: Partial<Delegate> = {}, who: PersonalPayload = {}): this {
		this.send('delegate.add', {
			delegate: {
				id,
				kind: over.kind ?? 'official',
				unit: over.unit ?? 'Xóm Một',
				group: over.group ?? null,
				vip: over.vip ?? false,
				tier: 1,
				bloc: 1,
				officeRank: 1,
				lockedOrder: null,
				invitationNumber: over.invitationNumber ?? null,
				personal: { honorific: 'Ông', name: `Người ${id}`, title: '', ...who }
			}
		});
		if (over.absence) this.send('delegate.edit', { id, patch: { absence: over.absence } });
		if (over.withdrawn) this.send('delegate.withdraw', { id, withdrawn: true });
		return this;
	}

	claim = (minute: number) => ({ claimedAt: T0 + minute * MINUTE, offset: 0 });

	admit(delegate: string, minute: number, over: { desk?: string | null; device?: string } = {}): string {
		return this.send(
			'door.admit',
			{
				...this.claim(minute),
				delegate,
				via: 'qr',
				verdict: 'green',
				desk: over.desk === undefined ? 'Bàn 1' : over.desk,
				seen: 0
			},
			{ device: over.device ?? 'dev-1' }
		);
	}

	exit(admission: string, minute: number): string {
		return this.send('door.exit', { ...this.claim(minute), admission });
	}
}
