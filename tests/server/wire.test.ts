import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Wire } from '../../src/lib/client/wire';
import { blackHole, type BlackHole } from '../support/black-hole';

vi.stubGlobal('WebSocket', WebSocket);

/** Our client against the general server of the protocol, through a wire that can go dead. */
describe('the client of the socket protocol', () => {
	let http: HttpServer;
	let io: Server;
	let hole: BlackHole;
	let wire: Wire;
	let seen: [string, unknown][];
	let sockets: Socket[];
	let welcome: boolean;

	beforeEach(async () => {
		http = createServer();
		io = new Server(http, { transports: ['websocket'], pingInterval: 300, pingTimeout: 200 });
		sockets = [];
		welcome = true;
		io.use((_socket, next) => next(welcome ? undefined : new Error('device_revoked')));
		io.on('connection', (socket) => {
			sockets.push(socket);
			socket.on('echo', (value: unknown, ack: (value: unknown) => void) => ack(value));
			socket.on('never', () => undefined);
		});
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		hole = await blackHole((http.address() as AddressInfo).port);
		seen = [];
		wire = new Wire(`http://127.0.0.1:${hole.port}`, {
			auth: () => ({ as: 'mc', number: seen.length }),
			connected: () => seen.push(['connected', null]),
			refused: (code) => seen.push(['refused', code]),
			event: (name, payload) => seen.push([name, payload])
		});
	});
	afterEach(async () => {
		wire.disconnect();
		await hole.close();
		await io.close();
	});
	const waitFor = (check: () => unknown) =>
		vi.waitFor(() => expect(check()).toBeTruthy(), { timeout: 10_000 });

	it('WIR-1: it shows its credentials, hears events, and gets answers to what it asks, each its own', async () => {
		wire.connect();
		await waitFor(() => wire.connected);
		expect(sockets[0]?.handshake.auth).toEqual({ as: 'mc', number: 0 });
		const answers = await Promise.all(['ba', 'bảy', '5[{"'].map((text) => wire.ask('echo', { text }, 5000)));
		expect(answers).toEqual([{ text: 'ba' }, { text: 'bảy' }, { text: '5[{"' }]);
		io.emit('view', { name: 'mc', text: 'Kính thưa\n12["' });
		io.emit('bare');
		await waitFor(() => seen.length === 3);
		expect(seen.slice(1)).toEqual([
			['view', { name: 'mc', text: 'Kính thưa\n12["' }],
			['bare', undefined]
		]);
	});

	it('WIR-2: a refusal is told once with its code, and only asking again tries again', async () => {
		welcome = false;
		wire.connect();
		await waitFor(() => seen.length === 1);
		expect(seen).toEqual([['refused', 'device_revoked']]);
		expect(wire.connected).toBe(false);
		welcome = true;
		wire.connect();
		await waitFor(() => wire.connected);
	});

	it('WIR-3: what is asked fails when no answer comes in time, and at once when the line is cut', async () => {
		wire.connect();
		await waitFor(() => wire.connected);
		await expect(wire.ask('never', 1, 50)).rejects.toThrow('timeout');
		const asked = wire.ask('never', 1, 60_000);
		sockets[0]?.disconnect(true);
		await expect(asked).rejects.toThrow('offline');
		await expect(wire.ask('echo', 1, 1000)).rejects.toThrow('offline');
		await waitFor(() => wire.connected);
		expect(await wire.ask('echo', 2, 5000)).toBe(2);
	});

	it('WIR-4: a line that is open and silent is dropped after the heartbeat, and it comes back by itself', async () => {
		wire.connect();
		await waitFor(() => wire.connected);
		hole.swallow();
		await waitFor(() => !wire.connected);
		hole.heal();
		await waitFor(() => wire.connected);
		expect(await wire.ask('echo', 'again', 5000)).toBe('again');
		expect(seen.filter(([name]) => name === 'connected').length).toBe(2);
	});

	it('WIR-6: a line that waits to come back is not put off by being dropped again', async () => {
		wire.connect();
		await waitFor(() => wire.connected);
		io.disconnectSockets(true);
		await waitFor(() => !wire.connected);
		// Each would have doubled the wait: after six of them it would be two and a half seconds at least.
		for (let i = 0; i < 6; i++) wire.drop();
		await vi.waitFor(() => expect(wire.connected).toBe(true), { timeout: 2400 });
	});

	it('WIR-5: it answers the heartbeat, so that the server keeps it', async () => {
		wire.connect();
		await waitFor(() => wire.connected);
		let beats = 0;
		sockets[0]?.conn.on('heartbeat', () => beats++);
		await waitFor(() => beats >= 3);
		expect(sockets.length).toBe(1);
		expect(wire.connected).toBe(true);
	});
});
