/**
 * Owns: the sockets. Delivery is a hint: replicas find gaps by `prev`, views travel whole, and the beat each two
 * seconds tells every screen how fresh it is.
 */
import type { Server, Socket } from 'socket.io';
import { slicesOf, viewsOf } from '../../core/access/table';
import { roles, type Role } from '../../core/access/roles';
import type { Beat } from '../../core/log/message';
import { id } from '../../protocol/fields';
import { accepts } from '../../protocol/version';
import type { ViewName } from '../../core/views/registry';
import type { Principal } from '../auth/principal';
import { deviceOf } from '../auth/principal';
import type { Committed, ConferenceLog } from '../log/conference-log';
import { readEvents } from '../log/store';
import type { App } from '../app';
import { broadcast } from './broadcast';
import { runCommands } from './run-commands';
import { LOOK_MS, Presence } from './presence';
import { messageFor, visibleHead, visibleIn } from './receive';
import { Screens } from './screens';

const BEAT_MS = 2000;
/** Longer tails go over compressed HTTP. */
const TAIL = 200;

type Entry = { principal: Principal; log: ConferenceLog; role: Role };

type Handlers = Record<string, (entry: Entry, value: unknown, ack: unknown, socket: Socket) => void>;

const listenersOf = (handlers: Handlers, entries: WeakMap<Socket, Entry>) =>
	Object.entries(handlers).map(([event, handle]) => ({
		event,
		listener(this: Socket, value: unknown, ack: unknown) {
			const entry = entries.get(this);
			if (entry) handle(entry, value, ack, this);
		}
	}));

const isAddressed = ({ state }: ConferenceLog, device: string): boolean =>
	[...state.cues.notes, ...Object.values(state.cuePlan.set)].some(
		(one) => one && 'device' in one.to && one.to.device === device
	);

const CURRENT = Symbol('gateway');
const gatewayOf = (io: Server, fallback: Gateway): Gateway => {
	const current: unknown = Reflect.get(io, CURRENT);
	return current instanceof Gateway ? current : fallback;
};

export class Gateway {
	readonly #app: App;
	readonly #io: Server;
	readonly #screens = new Screens();
	readonly #entries = new WeakMap<Socket, Entry>();
	readonly #presence: Presence;
	readonly #beat: NodeJS.Timeout;
	readonly #look: NodeJS.Timeout;
	readonly #stopListening: (() => void)[];

	constructor(app: App, io: Server) {
		this.#app = app;
		this.#io = io;
		io.removeAllListeners('connection');
		const installed = Reflect.has(io, CURRENT);
		Reflect.set(io, CURRENT, this);
		// A hot reload makes a new gateway on the same sockets; middleware cannot be taken back, so it looks here.
		if (!installed) io.use((socket, next) => gatewayOf(io, this).#admit(socket, next));
		io.on(
			'connection',
			(socket) => void this.#connected(socket).catch((e: unknown) => this.#broken(socket, e))
		);
		this.#stopListening = [
			app.conferences.onPlanned((planned, log) => this.#screens.prepare(planned, log)),
			app.conferences.onCommitted((committed, log) => this.#committed(committed, log))
		];
		app.devices.onChange((change) => this.deviceChanged(change));
		app.admins.onGone((id) => this.adminGone(id));
		this.#presence = new Presence({
			now: () => performance.now(),
			connected: (conference) => app.devices.connectedRoles(conference)
		});
		this.#beat = setInterval(() => void this.#sendBeats(), BEAT_MS);
		this.#look = setInterval(() => this.#presence.look(), LOOK_MS);
	}

	#admit(socket: Socket, next: (error?: Error) => void): void {
		this.#enter(socket).then(
			(entry) => {
				if ('refused' in entry) return next(new Error(entry.refused));
				this.#entries.set(socket, entry);
				// The handshake's request holds headers and a socket that nobody needs any more. Emptied, not deleted: a
				// deleted property turns the object into a dictionary of a kilobyte.
				Reflect.set(socket.conn, 'request', null);
				next();
			},
			() => next(new Error('unavailable'))
		);
	}

	/** A device was changed here or on another node: its sockets here hear of it at once. */
	deviceChanged({ conference, device, what }: { conference: string; device: string; what: string }): void {
		const room = `d:${device}`;
		if (what === 'approved') this.#io.to(room).emit('approved');
		else if (what === 'revoked') this.#io.to(room).emit('gone', { reason: 'device_revoked' });
		else if (what === 'changed') this.#io.to(room).emit('moved');
		if (what === 'changed' || what === 'revoked') this.#io.in(room).disconnectSockets(true);
		this.#io.to(`c:${conference}:r:admin`).emit('devices');
	}

	/** An administrator was removed or their token revoked, here or on another node. */
	adminGone(id: string): void {
		this.#io.in(`a:${id}`).disconnectSockets(true);
	}

	/** Conferences that a screen is connected to on this node. */
	watched(): Set<string> {
		const entries = [...this.#io.of('/').sockets.values()].map((socket) => this.#entries.get(socket));
		return new Set(entries.flatMap((entry) => entry?.log.id ?? []));
	}

	close(): void {
		clearInterval(this.#beat);
		clearInterval(this.#look);
		this.#presence.close();
		for (const stop of this.#stopListening) stop();
		this.#screens.close();
	}

	/** Ends every connection as a broken network would, so that each screen comes back by itself. */
	dropSockets(): void {
		for (const socket of this.#io.of('/').sockets.values()) socket.conn.close();
	}

	#broken(socket: Socket, error: unknown): void {
		console.error('[gateway]', error instanceof Error ? error.message : error);
		socket.disconnect(true);
	}

	async #enter(socket: Socket): Promise<Entry | { refused: string }> {
		const { auth, headers } = socket.handshake;
		if (!accepts(auth['protocol'])) return { refused: 'protocol' };
		const named = id.safeParse(auth['conference']);
		if (!named.success) return { refused: 'bad_shape' };
		const conference = named.data;
		const found = await this.#app.identify({
			cookie: headers.cookie ?? '',
			bearer: typeof auth['bearer'] === 'string' ? auth['bearer'] : null,
			invitation: typeof auth['token'] === 'string' ? auth['token'] : null,
			conference,
			as: roles.find((role) => role === auth['as']) ?? null
		});
		if (!found.ok) return { refused: found.rejection.code };
		const log = await this.#app.conferences.get(conference);
		return log ? { principal: found.value, log, role: found.value.role } : { refused: 'conference_unknown' };
	}

	async #connected(socket: Socket): Promise<void> {
		const entry = this.#entries.get(socket);
		if (!entry) return void socket.disconnect(true);
		const { principal, role, log } = entry;
		// Before any await: what a client sends in its first packet must find a listener.
		for (const { event, listener } of this.#listeners) socket.on(event, listener);
		const device = deviceOf(principal);
		if (device) {
			await socket.join(`d:${device}`);
			await this.#app.devices.seen(device, { connected: true });
			this.#io.to(`c:${log.id}:r:admin`).emit('devices');
		}
		// Gone while the database was asked: joining rooms now would leave a ghost in them, and in the device list.
		if (!socket.connected) return void (device && (await this.#left(log, device)));
		this.#presence.join(socket, log, role);
		if (principal.kind === 'admin')
			await socket.join([`a:${principal.id}`, ...(principal.token ? [`a:${principal.token}`] : [])]);
		if (slicesOf(role)) {
			await socket.join(`c:${log.id}:r:${role}`);
			await this.#resume(socket, log, role);
		} else {
			for (const name of viewsOf(role)) this.#watch(socket, log, name, principal);
		}
		socket.emit('beat', this.#beatFor(log, role));
	}

	/** The device's last socket closed. */
	async #left(log: ConferenceLog, device: string): Promise<void> {
		if (this.#io.of('/').adapter.rooms.has(`d:${device}`)) return;
		await this.#app.devices.seen(device, { connected: false });
		this.#io.to(`c:${log.id}:r:admin`).emit('devices');
	}

	/** What a screen may say. */
	readonly #handlers: Handlers = {
		clock: (_entry, _sent, ack) => {
			if (typeof ack === 'function') ack(this.#app.now());
		},
		commands: ({ log, principal }, list, ack) => {
			if (typeof ack !== 'function') return;
			runCommands(this.#app, log, principal, list).then(
				(answers) => ack(answers),
				() => ack({ error: 'unavailable' })
			);
		},
		pull: ({ log, role }, from, ack) => {
			if (typeof ack !== 'function') return;
			const [epoch, after] = Array.isArray(from) ? from : [];
			this.#tail(log, role, Number(epoch), Number(after)).then(
				(message) => ack(message ?? { snapshot: true }),
				() => ack({ error: 'unavailable' })
			);
		},
		status: ({ log, principal }, status) => {
			const device = deviceOf(principal);
			if (!device || !status || typeof status !== 'object') return;
			const queued = 'queued' in status ? Number(status.queued) : 0;
			const latency = 'latency' in status ? Number(status.latency) : NaN;
			void this.#app.devices
				.seen(device, {
					connected: true,
					queued: Number.isFinite(queued) ? Math.max(0, Math.min(100_000, Math.round(queued))) : 0,
					latency: Number.isFinite(latency) ? Math.max(0, Math.min(600_000, Math.round(latency))) : null
				})
				.then(
					() => this.#io.to(`c:${log.id}:r:admin`).emit('devices'),
					() => undefined
				);
		},
		disconnect: ({ log, principal }, _reason, _details, socket) => {
			const device = deviceOf(principal);
			this.#screens.leave(socket, log.id);
			this.#presence.leave(socket, log.id);
			if (device) void this.#left(log, device).catch(() => undefined);
		}
	};
	/** The same five functions on every socket: five of each one's own are felt at a thousand screens. */
	readonly #listeners = listenersOf(this.#handlers, this.#entries);

	async #resume(socket: Socket, log: ConferenceLog, role: Role): Promise<void> {
		const { epoch, upTo } = socket.handshake.auth;
		if (typeof upTo !== 'number' || typeof epoch !== 'number') return;
		const message = await this.#tail(log, role, epoch, upTo);
		if (message) socket.emit('replica', message);
		else socket.emit('stale');
	}

	/** Everything a role may see after a seq, or null when only a snapshot helps. */
	async #tail(log: ConferenceLog, role: Role, epoch: number, after: number) {
		if (
			epoch !== log.epoch ||
			!Number.isSafeInteger(after) ||
			after < 0 ||
			after > log.head ||
			log.head - after > 5000
		)
			return null;
		// Another node may have written more than this one has folded: its names are not here yet, so not its events.
		const events = (await readEvents(this.#app.db, log.id, after, 5000)).filter((e) => e.seq <= log.head);
		const message = messageFor(log, role, events, after);
		if (message && message.events.length > TAIL) return null;
		return message ?? { epoch, prev: after, upTo: after, events: [], personal: {} };
	}

	#watch(socket: Socket, log: ConferenceLog, name: ViewName, principal: Principal): void {
		const device = deviceOf(principal);
		this.#screens.watch(socket, log, name, {
			role: principal.role,
			// Screens of one role share one encoded view unless a note or a cue is for this very device.
			device: device && isAddressed(log, device) ? device : null,
			delegate: name === 'delegate' && principal.kind === 'delegate' ? principal.delegate : null
		});
	}

	/** In the breath of the commit: who asked is answered when the screens have it. */
	#committed(committed: Committed, log: ConferenceLog): void {
		this.#screens.publish(log, committed.events);
		const { rooms } = this.#io.of('/').adapter;
		for (const role of roles) {
			const room = `c:${log.id}:r:${role}`;
			if (!slicesOf(role) || !rooms.has(room)) continue;
			const message = messageFor(log, role, committed.events, visibleIn(committed.before, role));
			if (message) broadcast(this.#io, room, 'replica', JSON.stringify(message));
		}
		for (const event of committed.events)
			if (event.type === 'noteSent' && 'device' in event.payload.to)
				this.#split(log, event.payload.to.device);
			else if (event.type === 'cueSet' && 'device' in event.payload.cue.to)
				this.#split(log, event.payload.cue.to.device);
	}

	/** A note or a cue for one device gives it a view of its own from now on. */
	#split(log: ConferenceLog, device: string): void {
		const { adapter, sockets } = this.#io.of('/');
		for (const id of adapter.rooms.get(`d:${device}`) ?? []) {
			const socket = sockets.get(id);
			const entry = socket && this.#entries.get(socket);
			// Of another conference a device is never; one that holds a replica has the note already.
			if (!socket || !entry || slicesOf(entry.role)) continue;
			this.#screens.leave(socket, log.id);
			for (const name of viewsOf(entry.role)) this.#watch(socket, log, name, entry.principal);
		}
	}

	#beatFor(log: ConferenceLog, role: Role): Beat {
		return { epoch: log.epoch, head: slicesOf(role) ? visibleHead(log, role) : 0, now: this.#app.now() };
	}

	async #sendBeats(): Promise<void> {
		for (const id of this.#app.conferences.loadedIds()) {
			const log = await this.#app.conferences.held(id);
			if (!log) continue;
			for (const role of roles) {
				const room = `c:${id}:r:${role}`;
				if (slicesOf(role) && this.#io.of('/').adapter.rooms.has(room))
					this.#io.to(room).emit('beat', this.#beatFor(log, role));
			}
			this.#screens.beat(log, this.#app.now());
		}
	}
}
