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

/**
 * The last act as it was kept over a reload, without names: a tick as long as it still stands as it was set, with its
 * person's name from the queue; a leaving with an empty name. @param kept JSON of an act, from this tab's storage
 */
export function keptAct(
	kept: string | null,
	people: readonly { id: string; lined: boolean; name: string }[]
): OwnAct | null {
	let act: unknown;
	try {
		act = JSON.parse(kept ?? 'null');
	} catch {
		return null;
	}
	if (typeof act !== 'object' || act === null || !('kind' in act)) return null;
	if (act.kind === 'left' && 'order' in act && typeof act.order === 'string')
		return { kind: 'left', order: act.order, name: '' };
	if (act.kind !== 'tick' || !('recipient' in act) || !('on' in act)) return null;
	const { recipient, on } = act;
	const person = people.find(({ id, lined }) => id === recipient && lined === on);
	return person ? { kind: 'tick', recipient: person.id, on: person.lined, name: person.name } : null;
}
export const toKeep = (act: OwnAct): string => JSON.stringify({ ...act, name: undefined });
