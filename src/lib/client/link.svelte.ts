/** Owns: the link of a screen that works or edits: confirmed slices kept in step, with its own unsent facts over them. */
import { isRole, type Role } from '../core/access/roles';
import type { PersonalPayload } from '../core/log/event';
import type { Beat, ReplicaMessage, ReplicaSnapshot } from '../core/log/message';
import { initialState, type PartialState, type State } from '../core/log/slices';
import { emptyFollow, followStep, type Follow, type FollowEffect, type FollowInput } from '../sync/follow';
import { pendingOver } from '../sync/pending';
import { call } from './http';
import { openStore, type DeviceStore } from './store';
import { useWatchLink, WatchLink, type LinkOptions } from './watch-link.svelte';

const TAIL_TIMEOUT_MS = 5000;
const SAVE_MS = 2000;

export class Link extends WatchLink {
	#follow = $state.raw<Follow>(emptyFollow);
	#shown = $derived.by(() => {
		const { replica } = this.#follow;
		const actor = { kind: 'device', id: this.device, role: this.role } as const;
		return replica
			? pendingOver({ state: replica.state, personal: replica.personal }, this.outbox.pending, actor)
			: null;
	});
	#saveDue: ReturnType<typeof setTimeout> | null = null;
	/** While a wave is under way: whose screens the server cannot reach; as old as this connection. */
	unseen = $state.raw<readonly Role[]>([]);

	override get ready(): boolean {
		return this.#follow.replica !== null;
	}
	/** Confirmed state with own unsent facts over it. Slices the role does not hold are empty. */
	get state(): State {
		const held: PartialState = this.#shown?.state ?? {};
		return { ...initialState, ...held };
	}
	personal = (ref: string): PersonalPayload | undefined => this.#shown?.personal[ref];
	get upTo(): number {
		return this.#follow.replica?.upTo ?? 0;
	}
	override get title(): string {
		return this.state.conference.settings.title;
	}

	override stop(): void {
		if (this.#saveDue) clearTimeout(this.#saveDue);
		super.stop();
	}

	/** Comes with the page: a screen that records facts may not depend on one more request. */
	protected override openStore(): Promise<DeviceStore> {
		return openStore();
	}
	protected override async showKept(store: DeviceStore): Promise<number> {
		const kept = await store.replica(this.key);
		this.#take({ on: 'opened', replica: kept?.replica ?? null, foreign: kept?.ours === false });
		return this.upTo;
	}
	protected override get held(): { epoch: number; upTo: number } | null {
		const { replica, foreign } = this.#follow;
		return replica && !foreign ? { epoch: replica.epoch, upTo: replica.upTo } : null;
	}
	protected override onEvent(name: string, payload: unknown): void {
		if (name === 'unseen') {
			this.unseen = Array.isArray(payload) ? payload.filter(isRole) : [];
			return;
		}
		if (name === 'replica') {
			this.heard();
			this.#take({ on: 'message', message: payload as ReplicaMessage });
		} else if (name === 'stale') this.#take({ on: 'stale' });
		else super.onEvent(name, payload);
	}
	protected override onConnected(): void {
		this.#take({ on: 'connected' });
	}
	protected override onBeat({ epoch, head }: Beat): void {
		this.#take({ on: 'beat', epoch, head });
	}
	protected override async forgetPeople(): Promise<void> {
		this.#take({ on: 'forget' });
		await this.store?.dropReplica(this.key);
		await super.forgetPeople();
	}

	#take(input: FollowInput): void {
		const { follow, effects } = followStep(this.#follow, input);
		this.#follow = follow;
		for (const effect of effects) this.#run(effect);
	}

	#run(effect: FollowEffect): void {
		switch (effect.do) {
			case 'askTail':
				return void this.#askTail(effect.attempt, [effect.epoch, effect.upTo]);
			case 'askSnapshot':
				return void this.#askSnapshot(effect.attempt);
			case 'adopted':
				this.outbox.confirmed(effect.replica.upTo);
				this.#saveDue ??= setTimeout(() => this.#save(), SAVE_MS);
				return;
			case 'forked':
				void this.outbox.offerAgain();
		}
	}

	#save(): void {
		this.#saveDue = null;
		const { replica } = this.#follow;
		if (replica)
			this.store?.saveReplica(this.key, replica).catch((error: unknown) => console.warn('store', error));
	}

	async #askTail(attempt: number, from: [number, number]): Promise<void> {
		let message: ReplicaMessage | 'stale' | null = null;
		try {
			const answer: unknown = await this.wire.ask('pull', from, TAIL_TIMEOUT_MS);
			if (answer && typeof answer === 'object')
				message = 'events' in answer ? (answer as ReplicaMessage) : 'stale';
		} catch {
			// A line that answers nothing is dead, however open it looks; the next one asks again.
			this.wire.drop();
		}
		this.#take({ on: 'tail', attempt, message });
	}

	async #askSnapshot(attempt: number): Promise<void> {
		const got = await call<ReplicaSnapshot>(`/conferences/${this.conference}/replica`, { as: this.role });
		if (got.ok) this.heard();
		else if (got.rejection.code !== 'offline' && got.rejection.code !== 'unavailable')
			this.refusal = got.rejection.code;
		this.#take({ on: 'snapshot', attempt, snapshot: got.ok ? got.value : null });
	}
}

/** Opens the link of a screen that holds slices. */
export const openLink = (options: LinkOptions): Link => new Link(options);

/** The link of the screen around this component; throws on a screen that only watches. */
export function useLink(): Link {
	const link = useWatchLink();
	if (!(link instanceof Link)) throw new Error('this screen holds no slices');
	return link;
}
