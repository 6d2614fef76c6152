/** A browser as far as cookies go: keeps what the server sets, sends it back, and shows the attributes to a test. */
import { io as connect, type Socket } from 'socket.io-client';
import type { Json } from './node';
import { PROTOCOL } from '../../src/lib/protocol/version';

export type Answer = { status: number; json: Json; setCookie: string[] };

export class Visitor {
	readonly jar = new Map<string, string>();
	constructor(readonly base: string) {}

	get cookie(): string {
		return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	async call(
		path: string,
		body?: unknown,
		options: { method?: string; headers?: Record<string, string> } = {}
	): Promise<Answer> {
		const response = await fetch(`${this.base}/api/v1${path}`, {
			method: options.method ?? (body === undefined ? 'GET' : 'POST'),
			headers: {
				...(body !== undefined && { 'content-type': 'application/json' }),
				...(this.jar.size && { cookie: this.cookie }),
				...options.headers
			},
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		const setCookie = response.headers.getSetCookie();
		for (const line of setCookie) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			if (/max-age=0/i.test(line)) this.jar.delete(pair.slice(0, at));
			else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
		}
		const text = await response.text();
		return { status: response.status, json: text ? JSON.parse(text) : null, setCookie };
	}

	/** A socket with this browser's cookies; rejects with the server's refusal code. */
	socket(conference: string, as: string, on: (socket: Socket) => void = () => undefined): Promise<Socket> {
		const socket = connect(this.base, {
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
			extraHeaders: { cookie: this.cookie },
			auth: { protocol: PROTOCOL, conference, as }
		});
		on(socket);
		return new Promise((resolve, fail) => {
			socket.once('connect', () => resolve(socket));
			socket.once('connect_error', fail);
		});
	}
}
