/**
 * Owns: the Socket.IO protocol (version 5, over Engine.IO 4) on one WebSocket, text packets only, as far as our server
 * speaks it: connect with credentials, events, acknowledgements, heartbeats, and coming back by itself. Written here
 * because the general client is a quarter of what a watching screen may weigh (ADR 0010).
 */
const CONNECT_TIMEOUT_MS = 8000;
const RETRY_MIN_MS = 500;
const RETRY_MAX_MS = 5000;

export type WireHandlers = {
	/** What to show the server, asked anew at each connection. */
	auth: () => object;
	connected: () => void;
	/** The server will not have us, and said why; only `connect()` tries again. */
	refused: (code: string) => void;
	event: (name: string, payload: unknown) => void;
};

type Asked = { answer: (value: unknown) => void; fail: (why: Error) => void };

export class Wire {
	connected = false;
	readonly #url: string;
	readonly #on: WireHandlers;
	#socket: WebSocket | null = null;
	/** False: nobody wants a connection. */
	#wanted = false;
	#tries = 0;
	#next = 0;
	readonly #asked = new Map<number, Asked>();
	#retry: ReturnType<typeof setTimeout> | undefined;
	/** Runs out when the server is silent for longer than its own heartbeat. */
	#silence: ReturnType<typeof setTimeout> | undefined;
	#beatMs = CONNECT_TIMEOUT_MS;

	/** @param origin e.g. `https://192.168.1.10:3443` */
	constructor(origin: string, on: WireHandlers) {
		this.#url = `${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
		this.#on = on;
	}

	/** Opens, or tries at once when it was waiting to try again. Does nothing while open. */
	connect(): void {
		this.#wanted = true;
		clearTimeout(this.#retry);
		if (!this.#socket) this.#open();
	}

	/** Closes for good; what was asked fails. */
	disconnect(): void {
		this.#wanted = false;
		clearTimeout(this.#retry);
		this.#lose();
	}

	/** Closes a connection that looks open and is not; comes back by itself. */
	drop(): void {
		// It waits to come back already: beginning that wait anew, and longer, would only keep it away.
		if (!this.#socket) return;
		this.#lose();
		this.#again();
	}

	/** Sends an event that nobody answers; lost when there is no connection. */
	emit(name: string, payload: unknown): void {
		if (this.connected) this.#socket?.send(`42${JSON.stringify([name, payload])}`);
	}

	/** Sends an event and resolves with its answer; rejects after `timeoutMs`, or as soon as the connection is gone. */
	ask(name: string, payload: unknown, timeoutMs: number): Promise<unknown> {
		if (!this.connected) return Promise.reject(new Error('offline'));
		const id = this.#next++;
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => this.#asked.get(id)?.fail(new Error('timeout')), timeoutMs);
			const done = (): void => {
				clearTimeout(timer);
				this.#asked.delete(id);
			};
			this.#asked.set(id, {
				answer: (value) => (done(), resolve(value)),
				fail: (why) => (done(), reject(why))
			});
			this.#socket?.send(`42${id}${JSON.stringify([name, payload])}`);
		});
	}

	#open(): void {
		const socket = new WebSocket(this.#url);
		this.#socket = socket;
		this.#beatMs = CONNECT_TIMEOUT_MS;
		this.#heard();
		// A socket that was given up may still speak; only the present one is heard.
		socket.onmessage = ({ data }) => {
			if (this.#socket !== socket || typeof data !== 'string') return;
			this.#heard();
			this.#received(data);
		};
		socket.onclose = () => {
			if (this.#socket === socket) this.drop();
		};
	}

	#received(packet: string): void {
		switch (packet[0]) {
			case '0': {
				const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1)) as Record<string, number>;
				this.#beatMs = (pingInterval ?? 0) + (pingTimeout ?? 0) || CONNECT_TIMEOUT_MS;
				this.#socket?.send(`40${JSON.stringify(this.#on.auth())}`);
				return;
			}
			case '1':
				return this.drop();
			case '2':
				return this.#socket?.send('3');
			case '4':
				return this.#message(packet);
		}
	}

	#message(packet: string): void {
		const found = /^4([0-4])(\d*)(.*)$/s.exec(packet);
		if (!found) return;
		const [, kind, id, body = ''] = found;
		switch (kind) {
			case '0':
				this.connected = true;
				this.#tries = 0;
				return this.#on.connected();
			case '1':
				return this.drop();
			case '2': {
				const [name, payload] = JSON.parse(body) as [string, unknown];
				return this.#on.event(name, payload);
			}
			case '3':
				return this.#asked.get(Number(id))?.answer((JSON.parse(body) as unknown[])[0]);
			case '4': {
				const { message } = JSON.parse(body) as { message?: unknown };
				this.disconnect();
				return this.#on.refused(typeof message === 'string' ? message : 'failed');
			}
		}
	}

	#heard(): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => this.drop(), this.#beatMs);
	}

	#lose(): void {
		clearTimeout(this.#silence);
		const socket = this.#socket;
		this.#socket = null;
		this.connected = false;
		socket?.close();
		for (const asked of [...this.#asked.values()]) asked.fail(new Error('offline'));
	}

	/** Half a second at first, five at most, and never all phones of a hall at the same moment. */
	#again(): void {
		if (!this.#wanted) return;
		clearTimeout(this.#retry);
		const wait = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** this.#tries++);
		this.#retry = setTimeout(() => this.#socket ?? this.#open(), wait * (0.5 + Math.random()));
	}
}
