/**
 * Owns: whether those whom a running wave needs can be reached, which the stage must know within two seconds. An open
 * socket proves nothing: bad Wi-Fi swallows packets for minutes and closes nothing. So while a wave is under way these
 * few devices are pinged four times a second on the line itself, which every browser answers without a word of ours;
 * nobody else is, and before and after the awards nobody at all.
 */
import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io';
import type { Role } from '../../core/access/roles';
import type { AwardsState } from '../../core/awards/model';
import type { ConferenceLog } from '../log/conference-log';

export const LOOK_MS = 250;
/** Longer than a phone's radio sleeps between two packets, and a look shorter than the promise of two seconds. */
export const DARK_MS = 1250;
const TELL_AGAIN_LOOKS = 8;
const ASK_AGAIN_MS = 1000;

const NEEDED: readonly Role[] = [
	'presenter-1',
	'presenter-2',
	'marshal',
	'reader',
	'mc',
	'steward',
	'projector'
];
const TOLD: readonly Role[] = ['stage', 'awards'];

type Line = EventEmitter & { ping(): void };
type Device = { role: Role; line: Line; heardAt: number; stop: () => void };
type Watched = {
	log: ConferenceLog;
	devices: Map<Socket, Device>;
	told: Set<Socket>;
	live: boolean;
	looks: number;
	last: string;
	/** Roles with a device on another server process, and when they were asked for. */
	elsewhere: ReadonlySet<Role>;
	askedAt: number;
};
type PresencePorts = {
	/** Monotonic, ms. */
	now: () => number;
	/** Roles with a connected device, whichever process holds it. */
	connected: (conference: string) => Promise<ReadonlySet<Role>>;
};

const isLine = (raw: unknown): raw is Line =>
	raw instanceof EventEmitter && 'ping' in raw && typeof raw.ping === 'function';

/** From the first wave that is made ready to the last that is over. */
const isLive = ({ waves }: AwardsState): boolean => {
	const steps = Object.values(waves).map(({ step }) => step);
	return steps.some((step) => step !== 'prepared') && steps.some((step) => step !== 'cleared');
};

export class Presence {
	readonly #ports: PresencePorts;
	readonly #watched = new Map<string, Watched>();

	constructor(ports: PresencePorts) {
		this.#ports = ports;
	}

	join(socket: Socket, log: ConferenceLog, role: Role): void {
		const needed = NEEDED.includes(role);
		if (!needed && !TOLD.includes(role)) return;
		const watched = this.#of(log);
		if (!needed) {
			watched.told.add(socket);
			socket.emit('unseen', watched.live ? this.#unseen(watched) : []);
			return;
		}
		const line: unknown = Reflect.get(socket.conn.transport, 'socket');
		if (!isLine(line)) return;
		const heard = (): void => void (device.heardAt = this.#ports.now());
		const stop = (): void => void line.off('pong', heard);
		const device: Device = { role, line, heardAt: this.#ports.now(), stop };
		line.on('pong', heard);
		watched.devices.set(socket, device);
	}

	leave(socket: Socket, conference: string): void {
		const watched = this.#watched.get(conference);
		if (!watched) return;
		watched.devices.get(socket)?.stop();
		watched.devices.delete(socket);
		watched.told.delete(socket);
		if (!watched.devices.size && !watched.told.size) this.#watched.delete(conference);
	}

	/** To be called each `LOOK_MS`. */
	look(): void {
		for (const watched of this.#watched.values()) this.#lookAt(watched);
	}

	close(): void {
		for (const { devices } of this.#watched.values()) for (const { stop } of devices.values()) stop();
		this.#watched.clear();
	}

	#of(log: ConferenceLog): Watched {
		const known = this.#watched.get(log.id);
		if (known) return known;
		const made: Watched = {
			log,
			devices: new Map(),
			told: new Set(),
			live: false,
			looks: 0,
			last: '[]',
			elsewhere: new Set(),
			askedAt: -Infinity
		};
		this.#watched.set(log.id, made);
		return made;
	}

	#lookAt(watched: Watched): void {
		const live = watched.told.size > 0 && isLive(watched.log.state.awards);
		const now = this.#ports.now();
		// Nobody was asked before: what they last said is no sign of anything.
		if (live && !watched.live) {
			for (const device of watched.devices.values()) device.heardAt = now;
			watched.last = '';
		}
		if (!live && !watched.live) return;
		watched.live = live;
		if (live) for (const { line } of watched.devices.values()) line.ping();
		if (live && now - watched.askedAt >= ASK_AGAIN_MS) this.#ask(watched, now);
		const unseen = live ? this.#unseen(watched) : [];
		const said = JSON.stringify(unseen);
		// Again now and then: a word that was lost is said anew.
		if (said === watched.last && ++watched.looks % TELL_AGAIN_LOOKS) return;
		watched.last = said;
		for (const socket of watched.told) socket.emit('unseen', unseen);
	}

	#ask(watched: Watched, now: number): void {
		watched.askedAt = now;
		this.#ports.connected(watched.log.id).then(
			(roles) => void (watched.elsewhere = roles),
			// The database is away: what this process sees counts alone.
			() => void (watched.elsewhere = new Set())
		);
	}

	#unseen({ devices, elsewhere }: Watched): Role[] {
		const now = this.#ports.now();
		return NEEDED.filter((role) => {
			const own = [...devices.values()].filter((device) => device.role === role);
			return own.length ? own.every(({ heardAt }) => now - heardAt > DARK_MS) : !elsewhere.has(role);
		});
	}
}
