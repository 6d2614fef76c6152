import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socketOptions } from '../../src/host/socket-options.js';
import { createApp } from '../../src/lib/server/app';
import { Gateway } from '../../src/lib/server/gateway/gateway';
import { PROTOCOL } from '../../src/lib/protocol/version';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, demo, logOf } from '../support/conference';

/** What `init` does each time server code was edited: new parts on the host's one Socket.IO server. */
describe('hot reload in development', () => {
	const http = createServer();
	const io = new Server(http, socketOptions({ origin: () => null }));
	let database: FreshDatabase;
	let parts: ReturnType<typeof open>;
	function open() {
		const app = createApp({
			databaseUrl: database.url,
			reducer: 'test',
			version: 'test',
			origin: null,
			mediaDir: '/nowhere'
		});
		return { app, gateway: new Gateway(app, io) };
	}
	async function close(): Promise<void> {
		parts.gateway.close();
		await parts.app.close();
		parts.gateway.dropSockets();
	}
	beforeAll(async () => {
		database = await freshDatabase();
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		parts = open();
	});
	afterAll(async () => {
		await close();
		await io.close();
		await database.drop();
	});

	it('RUN-26: an open screen comes back by itself and is served by the new parts', async () => {
		const { id } = await demo(parts.app);
		const issued = await parts.app.devices.issueToken(id, { name: 'x', role: 'reception', desk: null });
		if (!issued.ok) throw new Error(issued.rejection.code);
		const socket = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
			transports: ['websocket'],
			forceNew: true,
			reconnectionDelay: 50,
			auth: { protocol: PROTOCOL, conference: id, bearer: issued.value.secret }
		});
		// Met in between, the old parts say "unavailable", which the app's client tries again as well.
		socket.on('connect_error', () => setTimeout(() => socket.connect(), 50));
		try {
			await new Promise((resolve) => socket.once('beat', resolve));
			for (let edit = 1; edit <= 2; edit++) {
				const back = new Promise((resolve) => socket.once('beat', resolve));
				await close();
				parts = open();
				await back;
				const command = admit(`d00${edit}`);
				expect(await socket.emitWithAck('commands', [command])).toMatchObject([{ id: command.id, ok: true }]);
				expect((await logOf(parts.app, id)).state.admissions.admissions.size).toBe(edit);
			}
		} finally {
			socket.disconnect();
		}
	});
});
