/** Owns: the queue as the marshal's own phone shows it: what the server said, and ticks made here not yet in it. */
import type { MarshalView } from '$lib/core/views/award-views';

export type OwnTick = { recipient: string; on: boolean };
export type WingQueue = MarshalView['queues'][number];

/** @param own ticks made here that the view does not hold yet, oldest first; the latest of a person counts */
export function withOwnTicks(queues: readonly WingQueue[], own: readonly OwnTick[]): readonly WingQueue[] {
	if (!own.length) return queues;
	const latest = new Map(own.map((tick) => [tick.recipient, tick.on]));
	return queues.map((queue) => ({
		...queue,
		people: queue.people.map((person) => ({ ...person, lined: latest.get(person.id) ?? person.lined }))
	}));
}

export const linedOf = ({ people }: Pick<WingQueue, 'people'>): number =>
	people.filter(({ lined }) => lined).length;

/** The last thing done on this phone, which one touch takes back. */
export type OwnAct =
	| { kind: 'tick'; recipient: string; on: boolean; name: string }
	/** `order`: the id of the change that took the person out of the wave. */
	| { kind: 'left'; order: string; name: string };
