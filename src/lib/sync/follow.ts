/**
 * Owns: the pure machine that keeps a replica in step with the log: what a message, a beat or an answer means, and
 * what to ask for. Delivery is a hint: whatever is missed is pulled when the next beat tells of it.
 */
import type { ReplicaMessage, ReplicaSnapshot } from '../core/log/message';
import { fromSnapshot, take, type Replica } from './replica';

export type Follow = {
	replica: Replica | null;
	/** The replica was folded by another build's rules: good to look at, nothing to go on from. */
	foreign: boolean;
	/** The question under way, with its number; a second one waits for it. */
	asking: { attempt: number; for: 'tail' | 'snapshot' } | null;
	attempt: number;
};
export const emptyFollow: Follow = { replica: null, foreign: false, asking: null, attempt: 0 };

export type FollowInput =
	| { on: 'opened'; replica: Replica | null; foreign?: boolean }
	| { on: 'connected' }
	| { on: 'message'; message: ReplicaMessage }
	| { on: 'beat'; epoch: number; head: number }
	/** The server cannot serve the tail of what we hold. */
	| { on: 'stale' }
	/** `null`: no answer came. `'stale'`: an answer that holds no tail. */
	| { on: 'tail'; attempt: number; message: ReplicaMessage | 'stale' | null }
	| { on: 'snapshot'; attempt: number; snapshot: ReplicaSnapshot | null }
	/** The device was revoked: people's names leave it. */
	| { on: 'forget' };

export type FollowEffect =
	| { do: 'askTail'; attempt: number; epoch: number; upTo: number }
	| { do: 'askSnapshot'; attempt: number }
	/** A newer replica is shown; it should come to disk in due time. */
	| { do: 'adopted'; replica: Replica }
	/** Another history of the log than the one our facts were acknowledged in. */
	| { do: 'forked' };

type Step = { follow: Follow; effects: FollowEffect[] };
const stay = (follow: Follow): Step => ({ follow, effects: [] });

export function followStep(follow: Follow, input: FollowInput): Step {
	switch (input.on) {
		case 'opened':
			return follow.replica
				? stay(follow)
				: stay({ ...follow, replica: input.replica, foreign: input.foreign ?? false });
		case 'connected':
			// What was asked on the old connection will not be answered on the new one.
			return follow.replica && !follow.foreign
				? stay({ ...follow, asking: null })
				: ask({ ...follow, asking: null }, 'snapshot');
		case 'message':
			return received(follow, input.message);
		case 'beat': {
			const { replica } = follow;
			if (!replica || follow.foreign || input.epoch !== replica.epoch) return ask(follow, 'snapshot');
			return input.head > replica.upTo ? ask(follow, 'tail') : stay(follow);
		}
		case 'stale':
			return ask(follow, 'snapshot');
		case 'tail': {
			if (follow.asking?.attempt !== input.attempt) return stay(follow);
			const free = { ...follow, asking: null };
			if (input.message === null) return stay(free);
			if (input.message === 'stale') return ask(free, 'snapshot');
			const taken = received(free, input.message);
			// A tail that leaves a gap all the same: only the whole helps.
			return taken.follow.asking?.for === 'tail' ? ask(free, 'snapshot') : taken;
		}
		case 'snapshot': {
			if (follow.asking?.attempt !== input.attempt) return stay(follow);
			const free = { ...follow, asking: null };
			return input.snapshot ? adoptSnapshot(free, input.snapshot) : stay(free);
		}
		case 'forget':
			return stay({ ...follow, replica: null, foreign: false, asking: null });
	}
}

function received(follow: Follow, message: ReplicaMessage): Step {
	if (!follow.replica || follow.foreign) return stay(follow);
	const taken = take(follow.replica, message);
	switch (taken.kind) {
		case 'applied':
			return adopt(follow, taken.replica);
		case 'gap':
			return ask(follow, 'tail');
		case 'fork':
			return ask(follow, 'snapshot');
		case 'known':
			return stay(follow);
	}
}

function adoptSnapshot(follow: Follow, snapshot: ReplicaSnapshot): Step {
	const held = follow.replica;
	// A snapshot may be overtaken by messages of the socket.
	const newer = held && held.epoch === snapshot.epoch && snapshot.upTo < held.upTo;
	if (newer && !follow.foreign) return stay(follow);
	const step = adopt(follow, fromSnapshot(snapshot));
	return held && held.epoch !== snapshot.epoch
		? { ...step, effects: [...step.effects, { do: 'forked' }] }
		: step;
}

const adopt = (follow: Follow, replica: Replica): Step => ({
	follow: { ...follow, replica, foreign: false },
	effects: [{ do: 'adopted', replica }]
});

function ask(follow: Follow, what: 'tail' | 'snapshot'): Step {
	if (follow.asking) return stay(follow);
	const attempt = follow.attempt + 1;
	const next: Follow = { ...follow, attempt, asking: { attempt, for: what } };
	const { replica } = follow;
	return what === 'tail' && replica
		? { follow: next, effects: [{ do: 'askTail', attempt, epoch: replica.epoch, upTo: replica.upTo }] }
		: { follow: next, effects: [{ do: 'askSnapshot', attempt }] };
}
