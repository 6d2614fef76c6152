/**
 * Owns: one reception device outside of a browser: the product's queue machine and its wire over a real socket, with a
 * journal in a file for a disk. It does deeds without pause, and one of eight holds a replica as well.
 */
import type { Command } from '../../../src/lib/core/log/command';
import type { Beat, ReplicaMessage, ReplicaSnapshot } from '../../../src/lib/core/log/message';
import { Wire } from '../../../src/lib/client/wire';
import { PROTOCOL } from '../../../src/lib/protocol/version';
import { emptyFollow, followStep, type FollowEffect, type FollowInput } from '../../../src/lib/sync/follow';
import {
	emptyQueue,
	queueStep,
	type Answer,
	type QueueEffect,
	type QueueInput
} from '../../../src/lib/sync/queue';
import type { Chance } from '../sim/chance';
import { makeDeed } from './deeds';
import type { JournalFile } from './journal-file';

const ANSWER_MS = 8000;
const TAIL_MS = 5000;
const WAKE_MS = 250;
/** Two chunks: one on its way, one being written. */
const AHEAD = 100;

export type PhoneOptions = {
	base: string;
	conference: string;
	bearer: string;
	name: string;
	journal: JournalFile;
	chance: Chance;
	/** Holds a replica. */
	follows: boolean;
};

export class Phone {
	/** Facts of which the server said that it has them. */
	acknowledged = 0;
	/** Refused for their own sake; none should be. */
	setAside = 0;
	follow = emptyFollow;
	#queue = emptyQueue;
	#working = true;
	#admissions: string[] = [];
	readonly #options: PhoneOptions;
	readonly #wire: Wire;
	readonly #wake: NodeJS.Timeout;

	constructor(options: PhoneOptions) {
		this.#options = options;
		const { base, conference, bearer, follows } = options;
		this.#wire = new Wire(base, {
			auth: () => {
				const { replica } = this.follow;
				const held = replica && { epoch: replica.epoch, upTo: replica.upTo };
				return { protocol: PROTOCOL, conference, as: 'reception', bearer, ...held };
			},
			connected: () => {
				if (follows) this.#takeFollow({ on: 'connected' });
				this.#take({ on: 'wake' });
			},
			// A server that is starting; a person would be asked about any other word.
			refused: () => setTimeout(() => this.#wire.connect(), WAKE_MS),
			event: (name, payload) => {
				if (follows) this.#heard(name, payload);
			}
		});
		this.#wake = setInterval(() => this.#take({ on: 'wake' }), WAKE_MS);
		this.#wire.connect();
		this.#work();
	}

	get waiting(): number {
		const { facts, writing } = this.#queue;
		return facts.filter(({ review }) => review === null).length + writing.length;
	}

	/** No more deeds. */
	rest(): void {
		this.#working = false;
	}
	stop(): void {
		this.rest();
		clearInterval(this.#wake);
		this.#wire.disconnect();
	}

	#work(): void {
		const { journal, chance, name } = this.#options;
		while (this.#working && this.waiting < AHEAD) {
			const command = makeDeed(chance, name, this.#admissions, Date.now());
			if (command.type === 'door.admit') this.#admissions = [...this.#admissions.slice(-40), command.id];
			// Before the machine hears of it: what it loses must not be lost here.
			journal.write({ made: command }, () => undefined);
			this.#take({ on: 'deed', fact: { command, at: Date.now() } });
		}
	}

	#take(input: QueueInput): void {
		const { queue, effects } = queueStep(this.#queue, input);
		this.#queue = queue;
		for (const effect of effects) this.#run(effect);
	}

	#run(effect: QueueEffect): void {
		const { journal } = this.#options;
		switch (effect.do) {
			case 'store': {
				const { key } = effect.fact;
				return journal.write({ kept: key }, () => this.#take({ on: 'stored', key }));
			}
			case 'send':
				return void this.#send(effect.attempt, effect.commands);
			case 'journal': {
				const { seq } = effect;
				const { key } = effect.fact;
				return journal.write({ told: key, seq }, () => {
					this.acknowledged++;
					this.#take({ on: 'journalled', key, seq });
					this.#take({ on: 'confirmed', upTo: seq });
					this.#work();
				});
			}
			case 'setAside':
				this.setAside++;
				return this.#take({ on: 'aside', key: effect.fact.key, review: effect.fact.review ?? '' });
			case 'drop':
				return this.#take({ on: 'dropped', key: effect.key });
		}
	}

	async #send(attempt: number, commands: Command[]): Promise<void> {
		const asked = this.#wire.ask('commands', commands, ANSWER_MS);
		const got: unknown = await asked.catch(() => null);
		const answers = Array.isArray(got) ? (got as Answer[]) : null;
		this.#take({ on: 'answers', attempt, answers });
	}

	#heard(name: string, payload: unknown): void {
		if (name === 'replica') this.#takeFollow({ on: 'message', message: payload as ReplicaMessage });
		else if (name === 'stale') this.#takeFollow({ on: 'stale' });
		else if (name === 'beat') {
			const { epoch, head } = payload as Beat;
			this.#takeFollow({ on: 'beat', epoch, head });
		}
	}

	#takeFollow(input: FollowInput): void {
		const { follow, effects } = followStep(this.follow, input);
		this.follow = follow;
		for (const effect of effects) void this.#runFollow(effect);
	}

	async #runFollow(effect: FollowEffect): Promise<void> {
		if (effect.do === 'askTail') {
			const asked = this.#wire.ask('pull', [effect.epoch, effect.upTo], TAIL_MS);
			const got: unknown = await asked.catch(() => null);
			const answer = got && typeof got === 'object' ? got : null;
			const message = answer && ('events' in answer ? (answer as ReplicaMessage) : 'stale');
			this.#takeFollow({ on: 'tail', attempt: effect.attempt, message });
		} else if (effect.do === 'askSnapshot')
			this.#takeFollow({ on: 'snapshot', attempt: effect.attempt, snapshot: await this.snapshot() });
	}

	/** What the server hands a device like this one, now. */
	async snapshot(): Promise<ReplicaSnapshot | null> {
		const { base, conference, bearer } = this.#options;
		try {
			const response = await fetch(`${base}/api/v1/conferences/${conference}/replica`, {
				headers: { authorization: `Bearer ${bearer}` }
			});
			return response.ok ? ((await response.json()) as ReplicaSnapshot) : null;
		} catch {
			// Its process was just killed; the next beat asks again.
			return null;
		}
	}
}
