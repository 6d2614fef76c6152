/** Floor of `memory`: bare Socket.IO with the product's options and no listener; the raw request is let go, as its manual advises. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { socketOptions } from '../../../src/host/socket-options.js';
import { serveCalls } from '../support/child.js';
import { memoryNow } from '../support/memory-probe.js';

const http = createServer();
const io = new Server(http, socketOptions({ origin: () => null }));
io.engine.on('connection', (/** @type {{ request: unknown }} */ socket) => {
	socket.request = null;
});
await new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve(undefined)));

serveCalls({
	port: () => {
		const address = http.address();
		return typeof address === 'object' ? address?.port : 0;
	},
	memory: memoryNow
});
