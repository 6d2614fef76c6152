/**
 * The HTTP and HTTPS listeners and the Socket.IO server on both. Owns what is refused before the
 * application sees it: foreign Host headers, floods of headers, requests while it is still starting.
 */
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { Server } from 'socket.io';
import { HostError, codeOf } from './host-error.js';
import { lines } from './messages.js';
import { refusal, requestOrigin } from './network.js';
import { socketOptions } from './socket-options.js';

/** The adapter builds each request's address from these; the host overwrites whatever a client sent. */
export const PROTOCOL_HEADER = 'x-kt-protocol';
export const HOST_HEADER = 'x-kt-host';

const LIMITS = {
	maxHeaderSize: 16 * 1024,
	headersTimeout: 15_000,
	requestTimeout: 120_000,
	keepAliveTimeout: 10_000
};

/**
 * @typedef {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse, next: () => void) => unknown} Handler
 */

/**
 * @typedef {object} Servers
 * @property {import('socket.io').Server} io
 * @property {number} port
 * @property {number} httpsPort
 * @property {(handler: Handler) => void} open from now on requests and sockets are let in
 * @property {(tls: import('./slot.js').TlsMaterial) => void} useTls
 * @property {() => Promise<void>} closeTls HTTPS is not served in this run
 * @property {() => void} stopAccepting
 * @property {() => Promise<void>} close ends every connection
 */

/**
 * Opens both ports at once, so that a taken one is told before anything else is started.
 * @param {{ host: string, port: number, httpsPort: number, origin: string | null }} settings
 * @returns {Promise<Servers>}
 * @throws {HostError} port_taken, port_forbidden, host_unknown
 */
export async function openServers(settings) {
	/** @type {Handler | null} */
	let handler = null;
	const http = createServer(LIMITS, front);
	// Without a certificate yet: it listens, and handshakes fail until useTls.
	const https = createSecureServer(LIMITS, front);
	const io = new Server(socketOptions({ origin: () => settings.origin, isReady: () => handler !== null }));
	io.attach(http);
	// One engine on both listeners: one count of clients, one close.
	io.engine.attach(https, { path: '/socket.io' });
	// The engine closes itself when a listener does; without a certificate only HTTPS is closed, not the sockets.
	https.removeAllListeners('close');

	/**
	 * @param {import('node:http').IncomingMessage} req
	 * @param {import('node:http').ServerResponse} res
	 */
	function front(req, res) {
		const refused = refusal(req, settings.origin);
		if (refused === 'headers') return answer(res, 431, lines.requestRefused);
		if (refused === 'host') return answer(res, 421, lines.hostRefused);
		if (!handler) {
			res.setHeader('retry-after', '1');
			res.setHeader('refresh', '2');
			return answer(res, 503, lines.starting);
		}
		const from = new URL(requestOrigin(req, settings.origin));
		req.headers[PROTOCOL_HEADER] = from.protocol.slice(0, -1);
		req.headers[HOST_HEADER] = from.host;
		handler(req, res, () => answer(res, 404, lines.requestRefused));
	}

	const listening = [];
	try {
		listening.push(await listen(http, settings.port, settings.host, 'PORT'));
		listening.push(await listen(https, settings.httpsPort, settings.host, 'HTTPS_PORT'));
	} catch (error) {
		http.close();
		https.close();
		throw error;
	}
	const [port = 0, httpsPort = 0] = listening;
	return {
		io,
		port,
		httpsPort,
		open: (/** @type {Handler} */ given) => void (handler = given),
		useTls: (tls) => https.setSecureContext({ key: tls.key, cert: tls.cert, minVersion: 'TLSv1.2' }),
		closeTls: () => closeServer(https),
		stopAccepting() {
			for (const server of [http, https]) {
				if (server.listening) server.close();
				server.closeIdleConnections();
			}
		},
		async close() {
			io.disconnectSockets(true);
			io.engine.close();
			await Promise.all([closeServer(http), closeServer(https)]);
		}
	};
}

/**
 * @param {import('node:http').ServerResponse} res
 * @param {number} status
 * @param {string} text
 */
function answer(res, status, text) {
	res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
	res.end(`${text}\n`);
}

/**
 * @param {import('node:http').Server | import('node:https').Server} server
 * @param {number} port
 * @param {string} host
 * @param {'PORT' | 'HTTPS_PORT'} variable
 * @returns {Promise<number>} the real port
 */
function listen(server, port, host, variable) {
	return new Promise((resolve, reject) => {
		server.once('error', (error) => {
			const suggestion = port < 1024 ? port + 8000 : port + 1;
			const code = codeOf(error);
			if (code === 'EADDRINUSE') reject(new HostError('port_taken', { port, variable, suggestion }, error));
			else if (code === 'EACCES')
				reject(new HostError('port_forbidden', { port, variable, suggestion }, error));
			else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
				reject(new HostError('host_unknown', { host }, error));
			else reject(error);
		});
		server.listen({ port, host, exclusive: true }, () => {
			const address = server.address();
			resolve(address && typeof address === 'object' ? address.port : port);
		});
	});
}

/**
 * @param {import('node:http').Server | import('node:https').Server} server
 * @returns {Promise<void>}
 */
function closeServer(server) {
	return new Promise((resolve) => {
		// An answer on its way gets a moment; a stuck connection does not hold up the stop.
		const cut = setTimeout(() => server.closeAllConnections(), 1000);
		const done = () => {
			clearTimeout(cut);
			resolve();
		};
		if (server.listening) server.close(done);
		else done();
	});
}
