/** Floor of `checkin`: bare Socket.IO, one INSERT a message into a database set up like the product's, an answer. */
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { Server } from 'socket.io';
import { startEmbedded } from '../../../src/host/embedded-postgres.js';
import { socketOptions } from '../../../src/host/socket-options.js';
import { serveCalls } from '../support/child.js';

const dataDir = await mkdtemp(join(tmpdir(), 'khanh-tiet-floor-'));
const database = await startEmbedded({ dataDir });
const sql = postgres(database.url, { max: 10, onnotice: () => undefined });
await sql`create table fact (id text primary key, type text not null, payload jsonb not null)`;

const http = createServer();
const io = new Server(http, socketOptions({ origin: () => null }));
io.on('connection', (socket) => {
	socket.on('commands', async (/** @type {{ id: string, type: string, payload: any }[]} */ list, ack) => {
		await sql`insert into fact ${sql(list.map(({ id, type, payload }) => ({ id, type, payload: sql.json(payload) })))}`;
		ack(list.map(({ id }) => ({ id, ok: true })));
	});
});
await new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve(undefined)));

serveCalls({
	port: () => {
		const address = http.address();
		return typeof address === 'object' ? address?.port : 0;
	},
	async close() {
		await sql.end();
		await database.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
});
