import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { broadcast } from '../../src/lib/server/gateway/broadcast';
import { socketOptions } from '../../src/host/socket-options.js';

/** Bytes of a frame's text where the length's own encoding changes, and beyond what one read brings. */
const LENGTHS = [14, 125, 126, 127, 65_535, 65_536, 65_537, 300_000];
const AROUND = '42["view",""]'.length;

describe('a broadcast of text that is encoded already', () => {
	const http = createServer();
	const server = new Server(http, socketOptions({ origin: () => null }));
	const clients: Socket[] = [];
	beforeAll(async () => {
		server.on('connection', (socket) => void socket.join('room'));
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		const { port } = http.address() as AddressInfo;
		for (let i = 0; i < 3; i++) {
			const client = connect(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
			clients.push(client);
			await new Promise<void>((resolve) => client.once('connect', () => resolve()));
		}
	});
	afterAll(async () => {
		for (const client of clients) client.disconnect();
		await server.close();
	});

	const collect = (client: Socket, count: number): Promise<unknown[]> =>
		new Promise((resolve) => {
			const got: unknown[] = [];
			client.on('view', (value: unknown) => {
				got.push(value);
				if (got.length === count) {
					client.off('view');
					resolve(got);
				}
			});
		});

	it('BEN-3: every client reads what was meant, at every length a frame can have', async () => {
		const values = ['Đại biểu Nông Thị Ộ', ...LENGTHS.map((length) => 'x'.repeat(length - AROUND))];
		const all = Promise.all(clients.map((client) => collect(client, values.length)));
		for (const value of values) broadcast(server, 'room', 'view', JSON.stringify(value));
		for (const got of await all) expect(got).toEqual(values);
	});

	it('BEN-4: keeps its place among ordinary messages, also on sockets that are still writing', async () => {
		const all = Promise.all(clients.map((client) => collect(client, 400)));
		// 64 KB each fill the kernel's buffers, so that some sockets are busy and others are not.
		const filler = 'x'.repeat(65_536);
		for (let i = 0; i < 200; i++) {
			server.to('room').emit('view', { i: 2 * i, filler });
			broadcast(server, 'room', 'view', JSON.stringify({ i: 2 * i + 1, filler }));
		}
		const order = Array.from({ length: 400 }, (_, i) => i);
		for (const got of await all) expect(got.map((value) => (value as { i: number }).i)).toEqual(order);
	});

	it('BEN-5: an empty room and a client that has just gone are no error', async () => {
		broadcast(server, 'nobody', 'view', '{}');
		const gone = clients.pop();
		gone?.disconnect();
		const rest = Promise.all(clients.map((client) => collect(client, 1)));
		broadcast(server, 'room', 'view', '{"last":true}');
		for (const got of await rest) expect(got).toEqual([{ last: true }]);
	});
});
