/**
 * The one set of Socket.IO options for development, production and tests. Websocket only, no compression
 * (it costs 256 KiB a connection), small frames; what is large travels over HTTP.
 */
import { WebSocketServer } from 'ws';
import { originIsOurs, refusal } from './network.js';

const MAX_MESSAGE_BYTES = 64 * 1024;

/** ws lets one message come in 16,384 fragments; ours fit in one, so more than a few is a flood. */
export class CarefulWebSocketServer extends WebSocketServer {
	/** @param {import('ws').ServerOptions} options */
	constructor(options) {
		/** @type {import('ws').ServerOptions & { maxFragments: number }} */
		const careful = { ...options, maxFragments: 16 };
		super(careful);
	}
}

/**
 * @param {{ origin: () => string | null, isReady?: () => boolean }} context
 * @returns {Partial<import('socket.io').ServerOptions>}
 */
export function socketOptions({ origin, isReady = () => true }) {
	return {
		path: '/socket.io',
		transports: ['websocket'],
		perMessageDeflate: false,
		httpCompression: false,
		maxHttpBufferSize: MAX_MESSAGE_BYTES,
		serveClient: false,
		pingInterval: 10_000,
		pingTimeout: 8_000,
		connectTimeout: 10_000,
		wsEngine: CarefulWebSocketServer,
		// `cors` does not cover the websocket transport, so Host and Origin are checked here.
		allowRequest: (request, done) => {
			const allowed = isReady() && refusal(request, origin()) === null && originIsOurs(request, origin());
			done(allowed ? null : 'refused', allowed);
		}
	};
}
