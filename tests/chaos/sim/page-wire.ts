/** Owns: the behaviour of `client/wire.ts` in virtual time: coming back by itself, questions with a time-out, silence. */
import type { Chance } from './chance';
import type { Connection, Link } from './network';
import type { Down, Up } from './ports';
import type { Schedule } from './schedule';

const CONNECT_TIMEOUT_MS = 8000;
/** The server's ping interval and time-out. */
const SILENCE_MS = 18_000;
const RETRY_MIN_MS = 500;
const RETRY_MAX_MS = 5000;

export type WireHandlers = {
	hello: () => Up;
	connected: () => void;
	refused: (code: string) => void;
	event: (message: Down) => void;
};

export class PageWire {
	connected = false;
	#socket: Connection | null = null;
	#wanted = false;
	#tries = 0;
	#next = 0;
	readonly #asked = new Map<number, (answer: Down | null) => void>();
	#retry: () => void = () => undefined;
	#silence: () => void = () => undefined;

	constructor(
		private readonly link: Link,
		private readonly schedule: Schedule,
		private readonly chance: Chance,
		private readonly on: WireHandlers
	) {}

	connect(): void {
		this.#wanted = true;
		this.#retry();
		if (!this.#socket) this.#open();
	}
	disconnect(): void {
		this.#wanted = false;
		this.#retry();
		this.#lose();
	}
	drop(): void {
		if (!this.#socket) return;
		this.#lose();
		if (!this.#wanted) return;
		this.#retry();
		const wait = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** this.#tries++);
		this.#retry = this.schedule.quietly(wait * (0.5 + this.chance.next()), () => {
			if (!this.#socket) this.#open();
		});
	}

	/** `answered(null)`: no answer in time, or the connection is gone. */
	ask(message: (n: number) => Up, timeoutMs: number, answered: (answer: Down | null) => void): void {
		if (!this.connected) return void this.schedule.quietly(0, () => answered(null));
		const n = this.#next++;
		const done = (answer: Down | null): void => {
			if (!this.#asked.delete(n)) return;
			callOff();
			answered(answer);
		};
		const callOff = this.schedule.quietly(timeoutMs, () => done(null));
		this.#asked.set(n, done);
		this.#socket?.send(message(n));
	}

	#open(): void {
		const socket: Connection = this.link.connect({
			opened: () => {
				if (this.#socket === socket) socket.send(this.on.hello());
			},
			received: (message) => {
				if (this.#socket === socket) this.#received(message);
			},
			closed: () => {
				if (this.#socket === socket) this.drop();
			}
		});
		this.#socket = socket;
		this.#heard(CONNECT_TIMEOUT_MS);
	}

	#received(message: Down): void {
		this.#heard(SILENCE_MS);
		switch (message.is) {
			case 'welcome':
				this.connected = true;
				this.#tries = 0;
				return this.on.connected();
			case 'refused':
				this.disconnect();
				return this.on.refused(message.code);
			case 'answers':
			case 'tail':
			case 'clock':
				return this.#asked.get(message.n)?.(message);
			default:
				return this.on.event(message);
		}
	}

	#heard(silenceMs: number): void {
		this.#silence();
		this.#silence = this.schedule.quietly(silenceMs, () => this.drop());
	}

	#lose(): void {
		this.#silence();
		const socket = this.#socket;
		this.#socket = null;
		this.connected = false;
		socket?.close();
		for (const failed of [...this.#asked.values()]) failed(null);
	}
}
