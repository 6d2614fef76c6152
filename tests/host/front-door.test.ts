/** What the listeners refuse before the application sees it; on the host's own servers, no build needed. */
import { request as httpRequest } from 'node:http';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { hostIsOurs } from '../../src/host/network.js';
import { openServers, type Servers } from '../../src/host/servers.js';

const ORIGIN = 'https://hoinghi.example';
let servers: Servers;
const sockets: Socket[] = [];

beforeAll(async () => {
	servers = await openServers({ host: '127.0.0.1', port: 0, httpsPort: 0, origin: ORIGIN });
	servers.open((req, res) => res.end(`${req.headers['x-kt-protocol']}://${req.headers['x-kt-host']}`));
});

afterAll(async () => {
	for (const socket of sockets) socket.disconnect();
	await servers.close();
});

function get(headers: Record<string, string>): Promise<{ status: number; body: string }> {
	return new Promise((resolve, reject) => {
		const request = httpRequest({ host: '127.0.0.1', port: servers.port, path: '/', headers }, (response) => {
			let body = '';
			response.on('data', (chunk: Buffer) => (body += chunk.toString()));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
		});
		request.on('error', reject);
		request.end();
	});
}

/** 'open', or the HTTP status of the refused upgrade. */
function upgrade(headers: Record<string, string>): Promise<string> {
	return new Promise((resolve) => {
		const url = `ws://127.0.0.1:${servers.port}/socket.io/?EIO=4&transport=websocket`;
		const socket = new WebSocket(url, { headers });
		socket.on('open', () => {
			socket.terminate();
			resolve('open');
		});
		socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
		socket.on('error', (error) => resolve(error.message));
	});
}

test('RUN-11: a foreign Host is refused over HTTP, ours is served', async () => {
	expect((await get({ host: `localhost:${servers.port}` })).status).toBe(200);
	expect((await get({ host: 'evil.example' })).status).toBe(421);
	expect((await get({ host: 'hoinghi.example.evil.example' })).status).toBe(421);
	expect((await get({ host: 'localhost@evil.example' })).status).toBe(421);
});

test('RUN-11: a client cannot choose the address the application believes', async () => {
	const forged = await get({
		host: `localhost:${servers.port}`,
		'x-kt-host': 'evil.example',
		'x-kt-protocol': 'https'
	});
	expect(forged.body).toBe(`http://localhost:${servers.port}`);
	expect((await get({ host: 'hoinghi.example' })).body).toBe(ORIGIN);
	const proxied = await get({ host: `localhost:${servers.port}`, 'x-forwarded-for': '203.0.113.9' });
	expect(proxied.body).toBe(ORIGIN);
});

test('RUN-12: a websocket from a foreign page or for a foreign Host is refused', async () => {
	const host = `localhost:${servers.port}`;
	expect(await upgrade({ host })).toBe('open');
	expect(await upgrade({ host, origin: `http://${host}` })).toBe('open');
	expect(await upgrade({ host, origin: ORIGIN })).toBe('open');
	expect(await upgrade({ host, origin: 'https://evil.example' })).toBe('400');
	expect(await upgrade({ host, origin: 'null' })).toBe('400');
	expect(await upgrade({ host: 'evil.example', origin: 'http://evil.example' })).toBe('400');
});

test('RUN-13: a flood of headers is refused and the server goes on', async () => {
	const flood = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`x-flood-${i}`, '1']));
	const host = `localhost:${servers.port}`;
	expect((await get({ host, ...flood })).status).toBe(431);
	expect(await upgrade({ host, ...flood })).not.toBe('open');
	expect((await get({ host })).status).toBe(200);
});

test('RUN-14: a message in many fragments, and one over 64 KB, closes its socket', async () => {
	const closeCode = (send: (socket: WebSocket) => void): Promise<number> =>
		new Promise((resolve, reject) => {
			const url = `ws://localhost:${servers.port}/socket.io/?EIO=4&transport=websocket`;
			const socket = new WebSocket(url);
			socket.on('open', () => send(socket));
			socket.on('close', (code) => resolve(code));
			socket.on('error', reject);
		});
	const fragments = await closeCode((socket) => {
		for (let i = 0; i < 40; i++) socket.send('4', { fin: false });
	});
	expect(fragments).toBe(1008);
	expect(await closeCode((socket) => socket.send(`4${'x'.repeat(70_000)}`))).toBe(1009);
});

test('RUN-15: polling is not offered, the websocket is; the handshake keeps its headers', async () => {
	const polling = await fetch(`http://localhost:${servers.port}/socket.io/?EIO=4&transport=polling`);
	expect(polling.status).toBe(400);
	const seen = new Promise<unknown>((resolve) => {
		servers.io.once('connection', (socket) => resolve(socket.handshake.headers.cookie));
	});
	const socket = connect(`http://localhost:${servers.port}`, {
		transports: ['websocket'],
		reconnection: false,
		extraHeaders: { cookie: 'a=b' }
	});
	sockets.push(socket);
	expect(await seen).toBe('a=b');
});

test('RUN-16: until the application is ready, requests are told so and sockets are refused', async () => {
	const early = await openServers({ host: '127.0.0.1', port: 0, httpsPort: 0, origin: null });
	try {
		const response = await fetch(`http://127.0.0.1:${early.port}/`);
		expect(response.status).toBe(503);
		expect(response.headers.get('retry-after')).toBe('1');
		const refused = await new Promise<string>((resolve) => {
			const socket = new WebSocket(`ws://127.0.0.1:${early.port}/socket.io/?EIO=4&transport=websocket`);
			socket.on('unexpected-response', (_request, answer) => resolve(String(answer.statusCode)));
			socket.on('open', () => resolve('open'));
			socket.on('error', (error) => resolve(error.message));
		});
		expect(refused).toBe('400');
	} finally {
		await early.close();
	}
});

test('RUN-11: hosts of this machine, and only they, are ours', () => {
	expect(hostIsOurs('127.0.0.1:3000', null)).toBe(true);
	expect(hostIsOurs('[::1]:3000', null)).toBe(true);
	expect(hostIsOurs(undefined, null)).toBe(false);
	expect(hostIsOurs('203.0.113.77', null)).toBe(false);
	expect(hostIsOurs('hoinghi.example', ORIGIN)).toBe(true);
	expect(hostIsOurs('hoinghi.example', null)).toBe(false);
});
