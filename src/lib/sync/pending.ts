/**
 * Owns: own facts that the server has not confirmed, replayed over the confirmed state. What the screen shows is
 * always this, so a roster that arrives while a scan is queued can never make the person look absent.
 */
import { factDeciders, isFactType, type FactMap, type FactType } from '../core/log/facts';
import type { Actor, Decided, LogEvent, PersonalPayload } from '../core/log/event';
import type { Result } from '../core/result';
import { evolve, type PartialState, type State } from '../core/log/slices';
import type { PendingFact } from './queue';

export type Shown = { state: PartialState; personal: Record<string, PersonalPayload> };

export function pendingOver(confirmed: Shown, pending: readonly PendingFact[], actor: Actor): Shown {
	let { state } = confirmed;
	// Thousands of names are copied once, not for each person added at the door.
	const added: Record<string, PersonalPayload> = {};
	for (const { command, at } of pending) {
		// Orders are never queued.
		if (!isFactType(command.type)) continue;
		const decided = run(command.type, state, command.payload, { now: at, actor, command: command.id });
		if (!decided.ok) continue;
		for (const event of decided.value.events) {
			const full: LogEvent = { ...event, seq: 0, epoch: 0, v: 1, at, actor, command: command.id };
			state = evolve(state, full);
		}
		for (const { ref, payload } of decided.value.personal ?? []) if (payload) added[ref] = payload;
	}
	const personal = Object.keys(added).length ? { ...confirmed.personal, ...added } : confirmed.personal;
	return { state, personal };
}

function run<T extends FactType>(
	type: T,
	state: PartialState,
	payload: unknown,
	ctx: { now: number; actor: Actor; command: string }
): Result<Decided> {
	// The outbox pairs type and payload, which the union loses; facts look at no slice their device does not hold.
	return factDeciders[type].decide(state as State, payload as FactMap[T], ctx);
}
