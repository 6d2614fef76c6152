/** Owns: a small hall for tests: people come, leave and are represented; every step goes through the real rules. */
import type { Actor } from '../log/event';
import type { Command } from '../log/command';
import { decide } from '../log/decide';
import type { PersonalPayload } from '../log/event';
import { evolve, initialState, type State } from '../log/slices';
import type { EnteredDelegate } from '../delegates/entered';

export const NINE = Date.parse('2026-03-01T02:00:00Z');
const desk: Actor = { kind: 'device', id: 'desk', role: 'admin' };

type Person = Partial<Omit<EnteredDelegate, 'personal'>> & { id: string; name?: string; title?: string };

export class Hall {
	state: State = initialState;
	readonly personal = new Map<string, PersonalPayload>();
	now = NINE;
	#count = 0;
	lookup = (ref: string): PersonalPayload | undefined => this.personal.get(ref);

	/** @returns the id of the command, which is also the admission's */
	send<T extends Command['type']>(
		type: T,
		payload: Extract<Command, { type: T }>['payload'],
		actor: Actor = desk
	): string {
		const id = `c${++this.#count}`;
		this.now += 1000;
		const command = { id, type, payload } as Command;
		const decided = decide(this.state, command, { now: this.now, actor, command: id });
		if (!decided.ok) throw new Error(decided.rejection.code);
		for (const event of decided.value.events)
			this.state = evolve(this.state, {
				...event,
				seq: 0,
				epoch: 0,
				v: 1,
				at: this.now,
				actor,
				command: id
			});
		for (const change of decided.value.personal ?? [])
			if (change.payload) this.personal.set(change.ref, change.payload);
		return id;
	}

	invite(...people: Person[]): void {
		this.send('delegate.import', {
			delegates: people.map(({ name, title, ...person }): EnteredDelegate => ({
				kind: 'official',
				unit: 'UBND xã Trùng Khánh',
				group: null,
				vip: true,
				tier: 35,
				bloc: 4,
				officeRank: 10,
				lockedOrder: null,
				invitationNumber: null,
				...person,
				personal: {
					honorific: 'Ông',
					name: name ?? `Người ${person.id}`,
					title: title ?? 'Chủ tịch',
					phone: '0912 345 678',
					birthYear: 1970,
					note: 'ghi chú nội bộ'
				}
			}))
		});
	}

	#claim = () => ({ claimedAt: this.now, offset: 0 });
	#door = (delegate: string) => ({
		...this.#claim(),
		delegate,
		via: 'qr' as const,
		verdict: 'green' as const,
		desk: null,
		seen: 0
	});
	arrive = (delegate: string): string => this.send('door.admit', this.#door(delegate));
	leave = (admission: string): string => this.send('door.exit', { ...this.#claim(), admission });
	undo = (admission: string): string => this.send('door.undo', { ...this.#claim(), admission });
	represent = (delegate: string, name = 'Người dự thay'): string =>
		this.send('door.substitute', { ...this.#door(delegate), honorific: 'Bà', name, title: 'Chuyên viên' });
	tick = (delegate: string, on = true): string =>
		this.send('introduction.tick', { ...this.#claim(), delegate, on });
}
