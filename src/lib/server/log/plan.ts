/** Owns: what a batch of waiting commands comes to on the state in memory. Nothing here is written or told yet. */
import type { Command } from '../../core/log/command';
import { decide } from '../../core/log/decide';
import type { Actor, LogEvent, PersonalChange, PersonalLookup, PersonalPayload } from '../../core/log/event';
import { evolve, type State } from '../../core/log/slices';
import type { Rejection } from '../../core/result';
import type { CommandRow } from './store';

export type CommandAnswer =
	{ id: string; ok: true; seq: number } | { id: string; ok: false; rejection: Rejection };
export type Waiting = { command: Command; actor: Actor; answer: (answer: CommandAnswer) => void };

export type Plan = {
	events: LogEvent[];
	personal: PersonalChange[];
	state: State;
	accepted: Waiting[];
	rows: (CommandRow & { at: number })[];
	refused: { waiting: Waiting; rejection: Rejection }[];
	twins: { waiting: Waiting; of: Waiting }[];
};

/** What a batch makes of the conference once it is written; until then it may still come to nothing. */
export type Planned = {
	/** The very array that `Committed` brings if it comes about. */
	events: LogEvent[];
	state: State;
	lookup: PersonalLookup;
};

export const actorKey = (actor: Actor): string => `${actor.kind}:${actor.id}`;

/** Decides in order, each on what the ones before it made. @param now ms since 1970 */
export function planBatch(
	from: { state: State; head: number; epoch: number },
	batch: Waiting[],
	now: number
): Plan {
	const plan: Plan = {
		events: [],
		personal: [],
		state: from.state,
		accepted: [],
		rows: [],
		refused: [],
		twins: []
	};
	const seen = new Map<string, Waiting>();
	let seq = from.head;
	for (const waiting of batch) {
		const { command, actor } = waiting;
		const twin = seen.get(command.id);
		if (twin) {
			if (actorKey(twin.actor) === actorKey(actor)) plan.twins.push({ waiting, of: twin });
			else plan.refused.push({ waiting, rejection: { code: 'command_id_reused' } });
			continue;
		}
		seen.set(command.id, waiting);
		const decided = decide(plan.state, command, { now, actor, command: command.id });
		if (!decided.ok) {
			plan.refused.push({ waiting, rejection: decided.rejection });
			continue;
		}
		for (const event of decided.value.events) {
			const full: LogEvent = {
				...event,
				seq: ++seq,
				epoch: from.epoch,
				v: 1,
				at: now,
				actor,
				command: command.id
			};
			plan.events.push(full);
			plan.state = evolve(plan.state, full);
		}
		plan.personal.push(...(decided.value.personal ?? []));
		plan.accepted.push(waiting);
		plan.rows.push({
			id: command.id,
			actor: actorKey(actor),
			type: command.type,
			result: { seq },
			at: now
		});
	}
	return plan;
}

/** @param held rows beside the log as they are before the plan */
export function plannedOf(
	{ events, state, personal }: Plan,
	held: ReadonlyMap<string, PersonalPayload>
): Planned {
	const changed = new Map(personal.map(({ ref, payload }) => [ref, payload]));
	const lookup = (ref: string) => (changed.has(ref) ? (changed.get(ref) ?? undefined) : held.get(ref));
	return { events, state, lookup };
}
