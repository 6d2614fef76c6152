/** Floor of `fanout` and `cue`: a bare `ws` server. A client names its role; "go" sends each its role's bytes, if any. */
import { WebSocketServer } from 'ws';
import { serveCalls } from '../support/child.js';

/** @type {Record<string, Buffer>[]} two sets in turn, as the product's two orders */
let sets = [];
let turn = 0;
/** @type {Map<import('ws').WebSocket, string>} */
const roleOf = new Map();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

server.on('connection', (socket) => {
	socket.on('message', (message) => {
		const text = message.toString();
		if (text !== 'go') return void roleOf.set(socket, text);
		const set = sets[turn++ % sets.length] ?? {};
		for (const [client, role] of roleOf) {
			const bytes = set[role];
			if (bytes) client.send(bytes, { binary: false });
		}
	});
});

serveCalls({
	port: () => {
		const address = server.address();
		return typeof address === 'object' ? address?.port : 0;
	},
	/** @param {Record<string, string>[]} given */
	bytes: (given) => {
		sets = given.map((set) =>
			Object.fromEntries(Object.entries(set).map(([role, text]) => [role, Buffer.from(text)]))
		);
	}
});
