/** One server node in this process, over a real database and real sockets; several may share the database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from './listener';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { createApi } from '../../src/lib/server/api/api';
import { createApp, type App } from '../../src/lib/server/app';
import { Gateway } from '../../src/lib/server/gateway/gateway';
import { followOtherNodes } from '../../src/lib/server/log/nodes';
import { rejectText } from '../../src/lib/ui/i18n/i18n';
import '../../src/lib/ui/i18n/use/refusals';
import { socketOptions } from '../../src/host/socket-options.js';
import type { Role } from '../../src/lib/core/access/roles';
import type { Actor } from '../../src/lib/core/log/event';
import { PROTOCOL } from '../../src/lib/protocol/version';

/** Parsed and not looked at: a test names what it expects, and fails where it is not so. */
export type Json = ReturnType<typeof JSON.parse>;

export type TestNode = {
	app: App;
	base: string;
	http: HttpServer;
	gateway: Gateway;
	/** A device token of a role. */
	token(conference: string, role: Role, desk?: string): Promise<string>;
	/** A connected socket; rejects with the server's refusal code. */
	socket(
		conference: string,
		auth: Record<string, unknown>,
		headers?: Record<string, string>
	): Promise<Socket>;
	/** JSON call to the API. */
	call(
		path: string,
		options?: { method?: string; body?: unknown; token?: string; headers?: Record<string, string> }
	): Promise<{ status: number; json: Json }>;
	stop(): Promise<void>;
};

export const system: Actor = { kind: 'system', id: 'test', role: 'admin' };

export async function startNode(
	databaseUrl: string,
	options: { now?: () => number; mediaDir?: string } = {}
): Promise<TestNode> {
	const mediaDir = options.mediaDir ?? (await mkdtemp(join(tmpdir(), 'kt-media-')));
	const app = createApp({
		databaseUrl,
		reducer: 'test',
		version: 'test',
		origin: null,
		...options,
		mediaDir
	});
	const api = createApi(app, () => null, rejectText);
	const http = createServer(
		getRequestListener((request) =>
			api.fetch(request, { address: '127.0.0.1', encrypted: false, direct: true })
		)
	);
	const io = new Server(http, socketOptions({ origin: () => null }));
	const gateway = new Gateway(app, io);
	const nodes = await followOtherNodes(app, gateway);
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const { port } = http.address() as AddressInfo;
	const base = `http://127.0.0.1:${port}`;
	const sockets: Socket[] = [];
	return {
		app,
		base,
		http,
		gateway,
		async token(conference, role, desk) {
			const issued = await app.devices.issueToken(conference, { name: role, role, desk: desk ?? null });
			if (!issued.ok) throw new Error(issued.rejection.code);
			return issued.value.secret;
		},
		socket(conference, auth, headers) {
			const socket = connect(base, {
				transports: ['websocket'],
				reconnection: false,
				forceNew: true,
				...(headers && { extraHeaders: headers }),
				auth: { protocol: PROTOCOL, conference, ...auth }
			});
			sockets.push(socket);
			return new Promise((resolve, fail) => {
				socket.once('connect', () => resolve(socket));
				socket.once('connect_error', fail);
			});
		},
		async call(path, { method, body, token, headers } = {}) {
			const response = await fetch(`${base}/api/v1${path}`, {
				method: method ?? (body === undefined ? 'GET' : 'POST'),
				headers: {
					...(body !== undefined && { 'content-type': 'application/json' }),
					...(token && { authorization: `Bearer ${token}` }),
					...headers
				},
				...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
			});
			const text = await response.text();
			return { status: response.status, json: text ? JSON.parse(text) : null };
		},
		async stop() {
			for (const socket of sockets) socket.disconnect();
			gateway.close();
			await nodes.stop();
			await io.close();
			http.closeAllConnections();
			await app.close();
			if (!options.mediaDir) await rm(mediaDir, { recursive: true, force: true });
		}
	};
}
