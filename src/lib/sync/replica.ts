/**
 * Owns: the pure replica: confirmed state plus what to do with each message. The caller does the pulling.
 */
import { evolve, type PartialState } from '../core/log/slices';
import type { ReplicaMessage, ReplicaSnapshot } from '../core/log/message';
import type { PersonalPayload } from '../core/log/event';

export type Replica = {
	epoch: number;
	upTo: number;
	state: PartialState;
	personal: Record<string, PersonalPayload>;
};
export type Taken =
	| { kind: 'applied'; replica: Replica }
	/** Nothing new: an older or repeated message. */
	| { kind: 'known' }
	/** Something is missing between what is held and what came. */
	| { kind: 'gap' }
	/** Another history: only a fresh snapshot helps. */
	| { kind: 'fork' };

export const fromSnapshot = (snapshot: ReplicaSnapshot): Replica => ({
	epoch: snapshot.epoch,
	upTo: snapshot.upTo,
	state: snapshot.state,
	personal: snapshot.personal
});

/** Applies a message if it is the very next thing this replica should see. */
export function take(replica: Replica, message: ReplicaMessage): Taken {
	if (message.epoch !== replica.epoch) return { kind: 'fork' };
	if (message.upTo <= replica.upTo) return { kind: 'known' };
	if (message.prev > replica.upTo) return { kind: 'gap' };
	let state = replica.state;
	for (const event of message.events) if (event.seq > replica.upTo) state = evolve(state, event);
	const changed = Object.entries(message.personal);
	// Thousands of names are copied only when one of them changed, not at every scan.
	const personal = changed.length ? { ...replica.personal } : replica.personal;
	for (const [ref, payload] of changed)
		if (payload) personal[ref] = payload;
		else delete personal[ref];
	return { kind: 'applied', replica: { epoch: replica.epoch, upTo: message.upTo, state, personal } };
}
