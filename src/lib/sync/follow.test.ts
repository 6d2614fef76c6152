import { describe, expect, it } from 'vitest';
import type { ReplicaSnapshot } from '../core/log/message';
import { initialOf } from '../core/log/slices';
import { emptyFollow, followStep, type Follow, type FollowEffect, type FollowInput } from './follow';

const SLICES = ['roster', 'admissions'] as const;
const snapshot = (upTo: number, epoch = 1): ReplicaSnapshot => ({
	epoch,
	upTo,
	state: initialOf(SLICES),
	personal: {}
});

function play(inputs: FollowInput[]): { follow: Follow; effects: FollowEffect[] } {
	let follow = emptyFollow;
	const effects: FollowEffect[] = [];
	for (const input of inputs) {
		const step = followStep(follow, input);
		follow = step.follow;
		effects.push(...step.effects);
	}
	return { follow, effects };
}
const asked = (effects: FollowEffect[]) => effects.map((one) => one.do);
const message = (prev: number, upTo: number) => ({ epoch: 1, prev, upTo, events: [], personal: {} });

describe('following the log', () => {
	it('FLW-1: without a replica the whole is asked for once, and a second reason waits for the answer', () => {
		const { follow, effects } = play([
			{ on: 'connected' },
			{ on: 'beat', epoch: 1, head: 4 },
			{ on: 'stale' },
			{ on: 'snapshot', attempt: 1, snapshot: snapshot(4) }
		]);
		expect(asked(effects)).toEqual(['askSnapshot', 'adopted']);
		expect(follow).toMatchObject({ asking: null, replica: { upTo: 4 } });
	});

	it('FLW-2: a gap or a beat ahead asks for the tail; an answer that is late for another question is nothing', () => {
		const held: FollowInput = { on: 'opened', replica: snapshot(4) };
		expect(asked(play([held, { on: 'beat', epoch: 1, head: 4 }]).effects)).toEqual([]);
		const gap = play([
			held,
			{ on: 'message', message: message(6, 7) },
			{ on: 'tail', attempt: 9, message: message(4, 7) }
		]);
		expect(gap.follow.replica?.upTo).toBe(4);
		expect(asked(gap.effects)).toEqual(['askTail']);
		expect(
			play([held, { on: 'beat', epoch: 1, head: 7 }, { on: 'tail', attempt: 1, message: message(4, 7) }])
				.follow
		).toMatchObject({ asking: null, replica: { upTo: 7 } });
	});

	it('FLW-3: a connection that is lost takes its question along, and the next one asks anew', () => {
		const { effects } = play([
			{ on: 'opened', replica: snapshot(4) },
			{ on: 'beat', epoch: 1, head: 7 },
			{ on: 'connected' },
			{ on: 'beat', epoch: 1, head: 7 }
		]);
		expect(asked(effects)).toEqual(['askTail', 'askTail']);
	});

	it('FLW-4: another epoch means the whole, and that own facts are offered again', () => {
		const { follow, effects } = play([
			{ on: 'opened', replica: snapshot(9) },
			{ on: 'beat', epoch: 2, head: 3 },
			{ on: 'snapshot', attempt: 1, snapshot: snapshot(3, 2) }
		]);
		expect(asked(effects)).toEqual(['askSnapshot', 'adopted', 'forked']);
		expect(follow.replica).toMatchObject({ epoch: 2, upTo: 3 });
	});

	it('FLW-5: an older whole does not undo newer messages', () => {
		const { follow } = play([
			{ on: 'opened', replica: snapshot(4) },
			{ on: 'stale' },
			{ on: 'message', message: message(4, 8) },
			{ on: 'snapshot', attempt: 1, snapshot: snapshot(6) }
		]);
		expect(follow.replica?.upTo).toBe(8);
	});

	it('FLW-6: what another build folded is shown and never gone on from: the server’s whole replaces it', () => {
		const { follow, effects } = play([
			{ on: 'opened', replica: snapshot(9), foreign: true },
			{ on: 'connected' },
			{ on: 'message', message: message(9, 12) },
			{ on: 'snapshot', attempt: 1, snapshot: null }
		]);
		expect(follow).toMatchObject({ foreign: true, replica: { upTo: 9 } });
		expect(asked(effects)).toEqual(['askSnapshot']);
		const again = followStep(follow, { on: 'beat', epoch: 1, head: 9 });
		const done = followStep(again.follow, { on: 'snapshot', attempt: 2, snapshot: snapshot(8) });
		expect(done.follow).toMatchObject({ foreign: false, replica: { upTo: 8 } });
	});

	it('FLW-7: names leave a revoked device, and no late message brings them back', () => {
		const { follow } = play([
			{ on: 'opened', replica: snapshot(4) },
			{ on: 'stale' },
			{ on: 'forget' },
			{ on: 'message', message: message(4, 5) },
			{ on: 'snapshot', attempt: 1, snapshot: snapshot(6) }
		]);
		expect(follow.replica).toBeNull();
	});
});
