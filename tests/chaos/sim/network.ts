/**
 * Owns: the Wi-Fi of one device: delay, loss, doubles, changed order, one-way cuts, black holes with open sockets. A
 * message that is lost leaves its connection broken, and healing ends such connections, as a real network does.
 */
import type { Chance } from './chance';
import type { Down, Ports, Up } from './ports';
import type { Schedule } from './schedule';
import type { Peer, Server } from './server';
import type { Replica } from '../../../src/lib/sync/replica';

/** `up` and `down`: nothing passes in that direction. `hole`: in neither, and the sockets stay open. */
export type Weather = 'fair' | 'poor' | 'hole' | 'up' | 'down' | 'off';
export type DeviceEnd = { opened: () => void; received: (message: Down) => void; closed: () => void };

type Direction = 'up' | 'down';
const HTTP_TIMEOUT_MS = 15_000;

/** One socket between device and server. */
export class Connection {
	open = true;
	/** Something of it was lost. */
	broken = false;
	#last: Record<Direction, number> = { up: 0, down: 0 };
	readonly peer: Peer;

	constructor(
		readonly link: Link,
		readonly device: DeviceEnd
	) {
		this.peer = {
			device: link.device,
			send: (message) =>
				this.#send('down', () => this.device.received(link.ports.down(message)), quiet(message)),
			// A process that dies has its sockets closed by its system, if the news arrives.
			close: () => this.#send('down', () => this.end(), true)
		};
	}

	send(message: Up): void {
		const { link } = this;
		const sent = link.ports.up(message, { screen: link.screen, now: link.schedule.now });
		this.#send('up', () => link.server.receive(this.peer, sent), quiet(message));
	}

	/** By the device. */
	close(): void {
		if (!this.open) return;
		this.open = false;
		this.link.server.forget(this.peer);
	}

	/** By the network; both ends hear of it. */
	end(): void {
		if (!this.open) return;
		this.close();
		this.device.closed();
	}

	#send(direction: Direction, arrive: () => void, isQuiet: boolean): void {
		const { link } = this;
		const { schedule, chance } = link;
		if (!link.passes(direction)) {
			this.broken = true;
			return;
		}
		const times = link.weather === 'poor' && chance.happens(0.05) ? 2 : 1;
		for (let i = 0; i < times; i++) {
			const overtaken = link.weather === 'poor' && chance.happens(0.05);
			const at = Math.max(schedule.now + link.delay(), overtaken ? 0 : this.#last[direction]);
			if (!overtaken) this.#last[direction] = at;
			schedule.after(
				at - schedule.now,
				() => {
					// What was on the air when the cut came is lost too.
					if (this.open && link.passes(direction)) arrive();
					else this.broken = true;
				},
				!isQuiet
			);
		}
	}
}

/** Pings and beats are no events of the day. */
const quiet = (message: Up | Down): boolean => message.is === 'clock' || message.is === 'beat';

/** A device's way to the server. */
export class Link {
	weather: Weather = 'fair';
	screen: () => Replica | null = () => null;
	readonly #connections = new Set<Connection>();
	readonly #requests = new Set<() => void>();

	constructor(
		readonly device: string,
		readonly schedule: Schedule,
		readonly chance: Chance,
		readonly server: Server,
		readonly ports: Ports
	) {}

	passes(direction: Direction): boolean {
		switch (this.weather) {
			case 'fair':
				return true;
			case 'poor':
				return !this.chance.happens(0.03);
			case 'hole':
			case 'off':
				return false;
			default:
				return this.weather !== direction;
		}
	}

	delay(): number {
		return this.weather === 'poor' ? this.chance.between(5, 600) : this.chance.between(1, 20);
	}

	set(weather: Weather): void {
		this.weather = weather;
		if (weather === 'off') this.#endAll(() => true);
	}

	/** What lost something does not come to life again. */
	heal(): void {
		this.weather = 'fair';
		this.#endAll(({ broken }) => broken);
		for (const failed of [...this.#requests]) failed();
	}

	connect(end: DeviceEnd): Connection {
		const connection = new Connection(this, end);
		for (const one of this.#connections) if (!one.open) this.#connections.delete(one);
		this.#connections.add(connection);
		if (this.passes('up') && this.passes('down'))
			this.schedule.after(this.delay() + this.delay(), () => {
				if (!connection.open) return;
				if (this.server.accept(connection.peer)) end.opened();
				else connection.end();
			});
		else {
			connection.broken = true;
			if (this.weather === 'off') this.schedule.after(this.delay(), () => connection.end());
		}
		return connection;
	}

	/** By HTTP: an answer, or `null` when there was none. */
	request(message: Up, answered: (answer: Down | null) => void): void {
		let open = true;
		const done = (answer: Down | null): void => {
			if (!open) return;
			open = false;
			callOff();
			this.#requests.delete(failed);
			answered(answer);
		};
		const failed = (): void => done(null);
		const callOff = this.schedule.quietly(HTTP_TIMEOUT_MS, failed);
		this.#requests.add(failed);
		if (this.weather === 'off') return void this.schedule.after(1, failed);
		const peer: Peer = {
			device: this.device,
			send: (answer) => {
				if (this.passes('down')) this.schedule.after(this.delay(), () => done(this.ports.down(answer)));
			},
			close: () => undefined
		};
		if (!this.passes('up')) return;
		this.schedule.after(this.delay(), () => {
			if (this.server.log) this.server.receive(peer, message);
			else failed();
		});
	}

	#endAll(which: (connection: Connection) => boolean): void {
		for (const connection of [...this.#connections]) {
			if (!connection.open || !which(connection)) continue;
			this.#connections.delete(connection);
			connection.end();
		}
	}
}
