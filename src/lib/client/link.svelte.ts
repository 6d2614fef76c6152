/**
 * Owns: one screen's connection to one conference: the socket, the replica or views, the outbox, the clock, and how
 * fresh all of it is. Delivery is a hint; gaps are pulled; a beat that stays away for five seconds is said in words.
 */
import { io, type Socket } from 'socket.io-client';
import { getContext, setContext } from 'svelte';
import type { Role } from '../core/access/roles';
import type { CommandMap, CommandType, Command } from '../core/log/command';
import type { PersonalPayload } from '../core/log/event';
import type { Beat, ReplicaMessage, ReplicaSnapshot, ViewMessage } from '../core/log/message';
import { initialState, type PartialState, type State } from '../core/log/slices';
import { roleTable, slicesOf } from '../core/access/table';
import type { Rejection, Result } from '../core/result';
import type { ViewName, ViewOf } from '../core/views/registry';
import { PROTOCOL } from '../protocol/version';
import { emptyClock, offsetOf, rttOf, withPing } from '../sync/clock-offset';
import { pendingOver } from '../sync/pending';
import { fromSnapshot, take, type Replica } from '../sync/replica';
import { call } from './http';
import { newId } from './ids';
import { Outbox, type Answer } from './outbox.svelte';
import { openStore, type DeviceStore } from './store';

export type Freshness = 'connecting' | 'live' | 'stale';
export type LinkOptions = {
	conference: string;
	role: Role;
	invitation?: string | undefined;
	device?: string | undefined;
	desk?: string | null;
};

const STALE_MS = 5000;
const ORDER_TIMEOUT_MS = 8000;
const SAVE_MS = 2000;

export class Link {
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
	#replica = $state.raw<Replica | null>(null);
	#shown = $derived.by(() =>
		this.#replica
			? pendingOver({ state: this.#replica.state, personal: this.#replica.personal }, this.outbox.pending, {
					kind: 'device',
					id: this.#device,
					role: this.role
				})
			: null
	);
	#device = $state('this-device');
	readonly #options: LinkOptions;
	#socket: Socket | null = null;
	#store: DeviceStore | null = null;
	#clock = emptyClock;
	#offset = 0;
	#heardTick = 0;
	#seqOfView: Partial<Record<ViewName, number>> = {};
	#pulling = false;
	#timers: ReturnType<typeof setInterval>[] = [];
	#saveDue: ReturnType<typeof setTimeout> | null = null;

	constructor(options: LinkOptions) {
		this.#options = options;
		this.conference = options.conference;
		this.role = options.role;
		this.desk = options.desk ?? null;
		this.#device = options.device ?? 'this-device';
		// One browser may hold several roles: each sends its own facts only.
		this.outbox = new Outbox(this.#key, (commands) => this.#sendCommands(commands));
	}

	/** The server said who this device is. */
	identify(device: string, desk: string | null): void {
		this.#device = device;
		this.desk = desk;
	}
	get device(): string {
		return this.#device;
	}

	get ready(): boolean {
		return slicesOf(this.role) ? this.#replica !== null : Object.keys(this.views).length > 0;
	}
	/** Confirmed state with own unsent facts over it. Slices the role does not hold are empty. */
	get state(): State {
		const held: PartialState = this.#shown?.state ?? {};
		return { ...initialState, ...held };
	}
	personal = (ref: string): PersonalPayload | undefined => this.#shown?.personal[ref];
	view<V extends ViewName>(name: V): ViewOf<V> | null {
		return (this.views[name] as ViewOf<V> | undefined) ?? null;
	}
	get upTo(): number {
		return this.#replica?.upTo ?? 0;
	}

	/** Opens the store, shows what is on disk at once, then connects. Resolves when the local part is done. */
	async start(): Promise<void> {
		this.#timers.push(setInterval(() => this.#tick(), 250));
		if (keepsOnDevice(this.role)) {
			try {
				this.#store = await openStore();
				if (slicesOf(this.role)) this.#replica ??= await this.#store.replica(this.#key);
				const shown = this.#replica?.upTo ?? (await this.#showKeptViews(this.#store));
				await this.outbox.open(this.#store, shown);
			} catch (error) {
				// Private windows may forbid IndexedDB: the screen still works while it is open.
				console.warn('store', error);
			}
		}
		this.#connect();
		document.addEventListener('visibilitychange', this.#onVisible);
		addEventListener('online', this.#onVisible);
	}

	stop(): void {
		for (const timer of this.#timers) clearInterval(timer);
		this.#timers = [];
		if (this.#saveDue) clearTimeout(this.#saveDue);
		document.removeEventListener('visibilitychange', this.#onVisible);
		removeEventListener('online', this.#onVisible);
		this.outbox.stop();
		this.#socket?.disconnect();
	}

	/** Sends an order: online only. After a time-out it asks by id what became of it. */
	async order<T extends CommandType>(
		type: T,
		payload: CommandMap[T]
	): Promise<Result<{ seq: number; id: string }>> {
		const id = newId();
		const socket = this.#socket;
		if (!socket?.connected || this.freshness !== 'live') return { ok: false, rejection: { code: 'offline' } };
		try {
			const [answer] = (await socket
				.timeout(ORDER_TIMEOUT_MS)
				.emitWithAck('commands', [{ id, type, payload }])) as Answer[];
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

	get #key(): string {
		return `${this.conference}/${this.role}`;
	}

	#connect(): void {
		const { conference, role, invitation } = this.#options;
		const socket = io({
			transports: ['websocket'],
			reconnectionDelay: 500,
			reconnectionDelayMax: 5000,
			randomizationFactor: 0.5,
			timeout: 8000,
			auth: (give) =>
				give({
					protocol: PROTOCOL,
					conference,
					as: role,
					...(invitation && { token: invitation }),
					...(this.#replica && { epoch: this.#replica.epoch, upTo: this.#replica.upTo })
				})
		});
		this.#socket = socket;
		socket.on('connect', () => {
			this.refusal = null;
			if (slicesOf(this.role) && !this.#replica) void this.#refresh();
			void this.#syncClock(8);
			this.outbox.wake();
		});
		socket.on('connect_error', (error) => {
			// A refusal by name is final until a person does something; a dead network is tried again.
			if (socket.active) return;
			this.refusal = error.message;
			if (error.message === 'unavailable') setTimeout(() => socket.connect(), 2000);
		});
		socket.on('replica', (message: ReplicaMessage) => this.#takeMessage(message));
		socket.on('stale', () => void this.#refresh());
		socket.on('view', (message: ViewMessage) => {
			this.#heard();
			this.#takeView(message);
		});
		socket.on('beat', (beat: Beat & { view?: ViewName }) => {
			this.#heard();
			if (beat.view) {
				// A fact that changed nothing sends no new view: ask, or the screen would show it as its own for ever.
				if (beat.head > (this.#seqOfView[beat.view] ?? 0) || this.outbox.landed > 0)
					void this.#pullView(beat.view);
			} else if (this.#replica && beat.head > this.#replica.upTo) void this.#pull();
		});
		socket.on('devices', () => this.devicesVersion++);
		socket.on('moved', () => (this.moved = true));
		socket.on('approved', () => (this.moved = true));
		socket.on('gone', ({ reason }: { reason: string }) => {
			this.refusal = reason;
			socket.disconnect();
			void this.#forgetPeople();
		});
	}

	/** A revoked device keeps its unsent facts and loses everybody's names. */
	async #forgetPeople(): Promise<void> {
		this.#replica = null;
		this.views = {};
		await this.#store?.dropViews(this.#key);
		await this.#store?.saveReplica(this.#key, { epoch: 0, upTo: 0, state: {}, personal: {} });
	}

	#heard(): void {
		this.#heardTick = performance.now();
		this.heardAt = Date.now() + this.#offset;
		this.freshness = 'live';
	}

	#tick(): void {
		this.now = Date.now() + this.#offset;
		// Half-open sockets look connected for a long time: only what arrives counts.
		if (performance.now() - this.#heardTick > STALE_MS && this.freshness === 'live') {
			this.freshness = 'stale';
			this.#socket?.io.engine?.close();
		}
	}

	#onVisible = (): void => {
		if (document.visibilityState !== 'visible') return;
		if (this.#socket?.connected) void this.#syncClock(4);
		else if (this.#socket && this.refusal === null) this.#socket.connect();
		this.outbox.wake();
	};

	async #syncClock(times: number): Promise<void> {
		for (let i = 0; i < times; i++) {
			const sent = Date.now();
			try {
				const server: unknown = await this.#socket?.timeout(3000).emitWithAck('clock', sent);
				if (typeof server !== 'number') return;
				this.#heard();
				this.#clock = withPing(this.#clock, { sent, received: Date.now(), server });
			} catch {
				break;
			}
		}
		this.#offset = offsetOf(this.#clock) ?? this.#offset;
		this.latency = rttOf(this.#clock);
		this.#socket?.emit('status', { queued: this.outbox.queued, latency: this.latency });
		if (this.#timers.length === 1)
			this.#timers.push(
				setInterval(() => document.visibilityState === 'visible' && void this.#syncClock(4), 30_000)
			);
	}

	#takeMessage(message: ReplicaMessage): void {
		this.#heard();
		if (!this.#replica) return;
		const taken = take(this.#replica, message);
		if (taken.kind === 'applied') this.#adopt(taken.replica);
		else if (taken.kind === 'gap') void this.#pull();
		else if (taken.kind === 'fork') void this.#refresh();
	}

	#adopt(replica: Replica): void {
		this.#replica = replica;
		this.outbox.confirmed(replica.upTo);
		this.#saveDue ??= setTimeout(() => {
			this.#saveDue = null;
			if (this.#replica) void this.#store?.saveReplica(this.#key, this.#replica);
		}, SAVE_MS);
	}

	async #pull(): Promise<void> {
		if (this.#pulling || !this.#replica) return;
		this.#pulling = true;
		try {
			const { epoch, upTo } = this.#replica;
			const answer: unknown = await this.#socket?.timeout(5000).emitWithAck('pull', [epoch, upTo]);
			if (answer && typeof answer === 'object' && 'events' in answer) {
				const taken = take(this.#replica, answer as ReplicaMessage);
				if (taken.kind === 'applied') this.#adopt(taken.replica);
				else if (taken.kind !== 'known') await this.#refresh();
			} else await this.#refresh();
		} catch {
			// No answer: the next beat or the reconnect asks again.
			this.freshness = 'stale';
		} finally {
			this.#pulling = false;
		}
	}

	async #refresh(): Promise<void> {
		const got = await call<ReplicaSnapshot>(`/conferences/${this.conference}/replica`, { as: this.role });
		if (got.ok) {
			if (!this.#replica || got.value.epoch !== this.#replica.epoch || got.value.upTo >= this.#replica.upTo)
				this.#adopt(fromSnapshot(got.value));
			this.#heard();
		} else if (got.rejection.code !== 'offline' && got.rejection.code !== 'unavailable')
			this.refusal = got.rejection.code;
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
			void this.#store
				?.saveView(this.#key, { name, seq: message.seq, at, view: message.view })
				.catch((error: unknown) => console.warn('store', error));
	}

	/** What this screen showed last, until the server says something newer. @returns its seq, 0 when there is none */
	async #showKeptViews(store: DeviceStore): Promise<number> {
		const kept = await store.views(this.#key);
		if (!kept.length || Object.keys(this.views).length) return Math.max(0, ...Object.values(this.#seqOfView));
		this.views = Object.fromEntries(kept.map((one) => [one.name, one.view]));
		this.heardAt ??= Math.max(...kept.map((one) => one.at));
		return Math.max(...kept.map((one) => one.seq));
	}

	async #sendCommands(commands: Command[]): Promise<Answer[] | null> {
		if (!this.#socket?.connected) return null;
		try {
			const answers: unknown = await this.#socket.timeout(ORDER_TIMEOUT_MS).emitWithAck('commands', commands);
			this.#heard();
			this.#socket.emit('status', { queued: this.outbox.queued, latency: this.latency });
			return Array.isArray(answers) ? (answers as Answer[]) : null;
		} catch {
			return null;
		}
	}
}

/** The hall's own devices keep what they show; a guest's phone keeps nothing. */
const keepsOnDevice = (role: Role): boolean => role !== 'viewer' && role !== 'delegate';

const KEY = Symbol('link');
export const provideLink = (link: Link): Link => setContext(KEY, link);
export const useLink = (): Link => getContext<Link>(KEY);
export const screenOf = (role: Role): string => roleTable[role].screen;
