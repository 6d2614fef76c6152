/**
 * Owns: own facts that the server has not confirmed, replayed over the confirmed state. What the screen shows is
 * always this, so a roster that arrives while a scan is queued can never make the person look absent.
 */
import { deciders } from '../core/log/decide';
import type { Command, CommandMap, CommandType } from '../core/log/command';
import type { Actor, LogEvent, PersonalPayload } from '../core/log/event';
import { evolve, type PartialState, type State } from '../core/log/slices';

/** A fact as it lies in the outbox. `at` is the device's corrected time of the deed, ms. */
export type PendingFact = { command: Command; at: number };
export type Shown = { state: PartialState; personal: Record<string, PersonalPayload> };

export function pendingOver(confirmed: Shown, pending: readonly PendingFact[], actor: Actor): Shown {
	let { state } = confirmed;
	let personal = confirmed.personal;
	for (const { command, at } of pending) {
		const decided = run(command.type, state, command.payload, { now: at, actor, command: command.id });
		if (!decided.ok) continue;
		for (const event of decided.value.events) {
			const full: LogEvent = { ...event, seq: 0, epoch: 0, v: 1, at, actor, command: command.id };
			state = evolve(state, full);
		}
		const changes = (decided.value.personal ?? []).flatMap((p) => (p.payload ? [[p.ref, p.payload]] : []));
		if (changes.length) personal = { ...personal, ...Object.fromEntries(changes) };
	}
	return { state, personal };
}

function run<T extends CommandType>(
	type: T,
	state: PartialState,
	payload: CommandMap[CommandType],
	ctx: { now: number; actor: Actor; command: string }
) {
	// Facts never look at slices beyond those their device holds; orders are not queued.
	return deciders[type].decide(state as State, payload as CommandMap[T], ctx);
}
