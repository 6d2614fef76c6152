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

/** What one of the batch is told. */
export type Told = { waiting: Waiting; answer: CommandAnswer };

/** What a batch makes of the conference once it is written; until then it may still come to nothing. */
export type Planned = {
	/** The very array that `Committed` brings if it comes about. */
	events: LogEvent[];
	state: State;
	lookup: PersonalLookup;
};

const actorKey = (actor: Actor): string => `${actor.kind}:${actor.id}`;

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

/**
 * What each of a written batch is told. A refused command that stands in the log already gets its first answer.
 * @param known rows of the refused ids
 */
export function answersOf(plan: Plan, known: readonly CommandRow[]): Told[] {
	const rows = new Map(known.map((row) => [row.id, row]));
	const told = new Map<Waiting, CommandAnswer>();
	plan.accepted.forEach((waiting, i) => {
		const row = plan.rows[i];
		if (row) told.set(waiting, { id: row.id, ok: true, seq: row.result.seq });
	});
	for (const { waiting, rejection } of plan.refused) {
		const row = rows.get(waiting.command.id);
		told.set(waiting, row ? knownAnswer(waiting, row) : { id: waiting.command.id, ok: false, rejection });
	}
	// Whatever its twin was told, also when that came from the log.
	for (const { waiting, of } of plan.twins) {
		const answer = told.get(of);
		if (answer) told.set(waiting, answer);
	}
	return [...told].map(([waiting, answer]) => ({ waiting, answer }));
}

/** Those of a batch whose ids stand in the log already, with their first answers, and the rest, to be decided anew. */
export function sortKnown(
	batch: Waiting[],
	known: readonly CommandRow[]
): { answers: Told[]; rest: Waiting[] } {
	const rows = new Map(known.map((row) => [row.id, row]));
	const answers = batch.flatMap((waiting) => {
		const row = rows.get(waiting.command.id);
		return row ? [{ waiting, answer: knownAnswer(waiting, row) }] : [];
	});
	return { answers, rest: batch.filter(({ command }) => !rows.has(command.id)) };
}

function knownAnswer({ command, actor }: Waiting, row: CommandRow): CommandAnswer {
	if (row.actor === actorKey(actor) && row.type === command.type)
		return { id: command.id, ok: true, seq: row.result.seq };
	return { id: command.id, ok: false, rejection: { code: 'command_id_reused' } };
}
