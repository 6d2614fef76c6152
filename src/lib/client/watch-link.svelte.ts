/**
 * Owns: one screen's connection to one conference: the socket, the views, the outbox, the clock, and how fresh all of
 * it is. A beat that stays away for five seconds is said in words. Screens that only watch need nothing more; those
 * that hold slices add a replica (`link.svelte.ts`), so that no reducer travels to a projector.
 */
import { getContext, setContext } from 'svelte';
import type { Role } from '../core/access/roles';
import type { Command, CommandMap, CommandType } from '../core/log/command';
import type { Beat, ViewMessage } from '../core/log/message';
import type { Rejection, Result } from '../core/result';
import type { ViewName, ViewOf } from '../core/views/registry';
import { PROTOCOL } from '../protocol/version';
import { emptyClock, offsetOf, rttOf, withPing } from '../sync/clock-offset';
import type { Answer } from '../sync/queue';
import { call } from './http';
import { newId } from './ids';
import { Outbox } from './outbox.svelte';
import type { DeviceStore } from './store';
import { Wire } from './wire';

export type Freshness = 'connecting' | 'live' | 'stale';
export type LinkOptions = {
	conference: string;
	role: Role;
	invitation?: string | undefined;
	device?: string | undefined;
	desk?: string | null;
};

const REVOKED = 'device_revoked';
const STALE_MS = 5000;
const WIPE_AGAIN_MS = 5000;
const ORDER_TIMEOUT_MS = 8000;
const OFFSET_KEY = 'kt.offset';

function keptOffset(): number {
	const kept = Number(localStorage.getItem(OFFSET_KEY) ?? 0);
	return Number.isFinite(kept) ? kept : 0;
}

export class WatchLink {
	readonly conference: string;
	readonly role: Role;
	/** The desk of a reception device, as the admin set it. */
	desk = $state<string | null>(null);
	freshness = $state<Freshness>('connecting');
	/** Server time of the last sign of life, null before the first. */
	heardAt = $state<number | null>(null);
	/** Why the server will not have us, e.g. `device_revoked`; null while all is well. */
	refusal = $state<string | null>(null);
	/** An admin moved this device to another role or screen. */
	moved = $state(false);
	/** Corrected server time, renewed four times a second; for countdowns. */
	now = $state(Date.now());
	latency = $state<number | null>(null);
	views = $state.raw<Partial<Record<ViewName, unknown>>>({});
	/** Admins: grows when the device list should be read again. */
	devicesVersion = $state(0);
	readonly outbox: Outbox;
	device = $state('this-device');
	readonly #options: LinkOptions;
	protected readonly wire: Wire;
	protected store: DeviceStore | null = null;
	#clock = emptyClock;
	/** ms, server minus device. A page opened without the server goes by what was measured last. */
	#offset = keptOffset();
	#heardTick = 0;
	#seqOfView: Partial<Record<ViewName, number>> = {};
	#timers: ReturnType<typeof setInterval>[] = [];

	constructor(options: LinkOptions) {
		this.#options = options;
		this.conference = options.conference;
		this.role = options.role;
		this.desk = options.desk ?? null;
		this.device = options.device ?? 'this-device';
		// One browser may hold several roles: each sends its own facts only.
		this.outbox = new Outbox(
			this.key,
			(commands) => this.#sendCommands(commands),
			() => this.#leaveNothing()
		);
		this.wire = new Wire(location.origin, {
			auth: () => ({
				protocol: PROTOCOL,
				conference: this.conference,
				as: this.role,
				...(options.invitation && { token: options.invitation }),
				...this.held
			}),
			connected: () => this.#connected(),
			refused: (code) => this.#refused(code),
			event: (name, payload) => this.onEvent(name, payload)
		});
	}

	/** The server said who this device is. */
	identify(device: string, desk: string | null): void {
		this.device = device;
		this.desk = desk;
	}

	get ready(): boolean {
		return Object.keys(this.views).length > 0;
	}
	view<V extends ViewName>(name: V): ViewOf<V> | null {
		return (this.views[name] as ViewOf<V> | undefined) ?? null;
	}
	/** The conference's title, empty while unknown. */
	get title(): string {
		for (const view of Object.values(this.views) as { title?: string }[]) if (view.title) return view.title;
		return '';
	}

	/** Opens the store, shows what is on disk at once, then connects. Resolves when the local part is done. */
	async start(): Promise<void> {
		this.#timers.push(setInterval(() => this.#tick(), 250));
		if (keepsOnDevice(this.role)) {
			try {
				const store = await this.openStore();
				this.store = store;
				await this.outbox.open(store, () => this.showKept(store));
			} catch (error) {
				// Private windows may forbid IndexedDB: the screen still works while it is open.
				console.warn('store', error);
			}
		}
		this.wire.connect();
		document.addEventListener('visibilitychange', this.#onVisible);
		addEventListener('online', this.#onVisible);
	}

	stop(): void {
		for (const timer of this.#timers) clearInterval(timer);
		this.#timers = [];
		document.removeEventListener('visibilitychange', this.#onVisible);
		removeEventListener('online', this.#onVisible);
		this.outbox.stop();
		this.wire.disconnect();
	}

	/** Sends an order: online only. After a time-out it asks by id what became of it. */
	async order<T extends CommandType>(
		type: T,
		payload: CommandMap[T]
	): Promise<Result<{ seq: number; id: string }>> {
		const id = newId();
		if (!this.wire.connected || this.freshness !== 'live')
			return { ok: false, rejection: { code: 'offline' } };
		try {
			const answers = await this.wire.ask('commands', [{ id, type, payload }], ORDER_TIMEOUT_MS);
			const [answer] = answersIn(answers) ?? [];
			if (answer?.ok) return { ok: true, value: { seq: answer.seq, id } };
			return { ok: false, rejection: answer?.rejection ?? { code: 'unavailable' } };
		} catch {
			const asked = await call<{ seq: number }>(`/conferences/${this.conference}/commands/${id}`, {
				as: this.role
			});
			if (asked.ok) return { ok: true, value: { seq: asked.value.seq, id } };
			const rejection: Rejection =
				asked.rejection.code === 'command_unknown' ? { code: 'not_sent' } : { code: 'outcome_unknown' };
			return { ok: false, rejection };
		}
	}

	/**
	 * Records a fact: on disk first, on the screen at once, sent when possible. `make` gets the time fields.
	 * @returns the command's id, which is also the admission's id
	 */
	async fact<T extends CommandType>(
		type: T,
		make: (claim: { claimedAt: number; offset: number }) => CommandMap[T]
	): Promise<string> {
		const id = newId();
		const claimedAt = Date.now();
		const command = { id, type, payload: make({ claimedAt, offset: this.#offset }) } as Command;
		await this.outbox.add({ command, at: claimedAt + this.#offset });
		return id;
	}

	protected get key(): string {
		return `${this.conference}/${this.role}`;
	}

	/** Loaded apart: a guest's phone, which keeps nothing, has no use for it. */
	protected async openStore(): Promise<DeviceStore> {
		const { openStore } = await import('./store');
		return openStore();
	}
	/** Shows what lies on the disk until the server says something newer. @returns its seq, 0 when there is none */
	protected async showKept(store: DeviceStore): Promise<number> {
		const kept = await store.views(this.key);
		if (!kept.length || Object.keys(this.views).length) return Math.max(0, ...Object.values(this.#seqOfView));
		this.views = Object.fromEntries(kept.map((one) => [one.name, one.view]));
		this.heardAt ??= Math.max(...kept.map((one) => one.at));
		return Math.max(...kept.map((one) => one.seq));
	}
	/** What a resumed connection names as already held. */
	protected get held(): { epoch: number; upTo: number } | null {
		return null;
	}
	protected onConnected(): void {
		return;
	}
	protected onBeat(beat: Beat & { view?: ViewName }): void {
		if (!beat.view) return;
		// A fact that changed nothing sends no new view: ask, or the screen would show it as its own for ever.
		if (beat.head > (this.#seqOfView[beat.view] ?? 0) || this.outbox.landed > 0)
			void this.#pullView(beat.view);
	}
	/** A revoked device loses everybody's names at once; what it did goes up first, then that goes too. */
	protected async forgetPeople(): Promise<void> {
		this.views = {};
		await this.store?.dropViews(this.key);
		this.outbox.wake();
		this.#leaveNothing();
	}
	/** Names of people added at the door lie in the queue and the journal too. */
	#leaveNothing(): void {
		if (this.refusal !== REVOKED || this.outbox.unsent > 0) return;
		this.store?.wipe(this.key).catch((error: unknown) => {
			console.warn('store', error);
			// A disk that was busy or full for a moment is no reason to keep anybody's name.
			setTimeout(() => this.#leaveNothing(), WIPE_AGAIN_MS);
		});
	}

	#connected(): void {
		this.refusal = null;
		this.onConnected();
		void this.#syncClock(8);
		this.outbox.wake();
	}

	/** A refusal by name is final until a person does something; only a server that is starting is asked again. */
	#refused(code: string): void {
		this.refusal = code;
		if (code === 'unavailable') setTimeout(() => this.wire.connect(), 2000);
		else if (code === REVOKED) void this.forgetPeople();
	}

	protected onEvent(name: string, payload: unknown): void {
		switch (name) {
			case 'view':
				this.heard();
				return this.#takeView(payload as ViewMessage);
			case 'beat':
				this.heard();
				return this.onBeat(payload as Beat & { view?: ViewName });
			case 'devices':
				this.devicesVersion++;
				return;
			case 'moved':
			case 'approved':
				this.moved = true;
				return;
			case 'gone':
				this.wire.disconnect();
				return this.#refused((payload as { reason: string }).reason);
		}
	}

	protected heard(): void {
		this.#heardTick = performance.now();
		this.heardAt = Date.now() + this.#offset;
		this.freshness = 'live';
	}

	#tick(): void {
		this.now = Date.now() + this.#offset;
		// Half-open sockets look connected for a long time: only what arrives counts.
		if (performance.now() - this.#heardTick > STALE_MS && this.freshness === 'live') {
			this.freshness = 'stale';
			this.wire.drop();
		}
	}

	#onVisible = (): void => {
		if (document.visibilityState !== 'visible') return;
		if (this.wire.connected) void this.#syncClock(4);
		else if (this.refusal === null) this.wire.connect();
		this.outbox.wake();
	};

	async #syncClock(times: number): Promise<void> {
		for (let i = 0; i < times; i++) {
			const sent = Date.now();
			try {
				const server: unknown = await this.wire.ask('clock', sent, 3000);
				if (typeof server !== 'number') return;
				this.heard();
				this.#clock = withPing(this.#clock, { sent, received: Date.now(), server });
			} catch {
				break;
			}
		}
		this.#offset = offsetOf(this.#clock) ?? this.#offset;
		localStorage.setItem(OFFSET_KEY, String(this.#offset));
		this.latency = rttOf(this.#clock);
		this.wire.emit('status', { queued: this.outbox.queued, latency: this.latency });
		if (this.#timers.length === 1)
			this.#timers.push(
				setInterval(() => document.visibilityState === 'visible' && void this.#syncClock(4), 30_000)
			);
	}

	async #pullView(name: ViewName): Promise<void> {
		const { invitation } = this.#options;
		const got = await call<ViewMessage>(`/conferences/${this.conference}/views/${name}`, {
			as: this.role,
			...(invitation && { invitation })
		});
		// An answer over HTTP may be overtaken by a newer view over the socket.
		if (got.ok && got.value.seq >= (this.#seqOfView[name] ?? 0)) this.#takeView(got.value);
	}

	#takeView(message: ViewMessage): void {
		const name = message.name as ViewName;
		this.#seqOfView[name] = message.seq;
		this.views = { ...this.views, [name]: message.view };
		this.outbox.confirmed(message.seq);
		const at = Date.now() + this.#offset;
		if (keepsOnDevice(this.role))
			void this.store
				?.saveView(this.key, { name, seq: message.seq, at, view: message.view })
				.catch((error: unknown) => console.warn('store', error));
	}

	/** The socket is closed to a revoked device; what it did before is still taken in, once and for all. */
	async #handIn(commands: Command[]): Promise<Answer[] | null> {
		const path = `/conferences/${this.conference}/commands`;
		const got = await call<{ answers: Answer[] }>(path, { as: this.role, body: { commands } });
		if (got.ok) return got.value.answers;
		if (got.rejection.code !== REVOKED) return null;
		// Too late for anybody to take it in: kept any longer it would only be people's names on a lost phone.
		return commands.map(({ id }) => ({ id, ok: false, rejection: got.rejection }));
	}

	async #sendCommands(commands: Command[]): Promise<Answer[] | null> {
		if (this.refusal === REVOKED) return this.#handIn(commands);
		if (!this.wire.connected) return null;
		const answers = await this.wire.ask('commands', commands, ORDER_TIMEOUT_MS);
		this.heard();
		this.wire.emit('status', { queued: this.outbox.queued, latency: this.latency });
		return answersIn(answers);
	}
}

/** The server's own word; anything but a list means that it could not answer. */
const answersIn = (answers: unknown): Answer[] | null =>
	Array.isArray(answers) ? (answers as Answer[]) : null;

/** The hall's own devices keep what they show; a guest's phone keeps nothing. */
const keepsOnDevice = (role: Role): boolean => role !== 'viewer' && role !== 'delegate';

/** Opens the link of a screen that watches. */
export const watchLink = (options: LinkOptions): WatchLink => new WatchLink(options);

const KEY = Symbol('link');
export const provideLink = <L extends WatchLink>(link: L): L => setContext(KEY, link);
export const useWatchLink = (): WatchLink => getContext<WatchLink>(KEY);
