/**
 * The host in development: the same slot and the same socket options on Vite's own HTTP server. Listed
 * before sveltekit(), so that the slot is filled when hooks.server.ts runs `init`. Does nothing in a build.
 */
import { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { ensureWritable, readSettings } from './config.js';
import { openDatabase } from './database.js';
import { exitWith } from './host-error.js';
import { reachableAddresses } from './network.js';
import { hostSlot, setHostSlot } from './slot.js';
import { socketOptions } from './socket-options.js';

const DATABASE_KEY = Symbol.for('khanh-tiet.host.dev-database');

/** @returns {import('vite').Plugin} */
export function hostInDev() {
	return {
		name: 'khanh-tiet-host',
		apply: 'serve',
		async configureServer(server) {
			// Vitest and middleware mode have no server of their own to attach to.
			if (!server.httpServer || process.env.VITEST) return;
			const settings = readSettings(process.env, process.argv.slice(2));
			const slot = hostSlot() ?? (await fillSlot(settings));
			const httpServer = server.httpServer;
			// After a restart of Vite there is a new HTTP server; the io of the slot moves over to it.
			if (httpServer instanceof HttpServer) slot.io.attach(httpServer, { destroyUpgrade: false });
			httpServer.once('listening', () => {
				const address = httpServer.address();
				if (address && typeof address === 'object') slot.config.port = address.port;
			});
		}
	};
}

/**
 * @param {import('./config.js').Settings} settings
 * @returns {Promise<import('./slot.js').HostSlot>}
 */
async function fillSlot(settings) {
	ensureWritable(settings.dataDir);
	ensureWritable(settings.mediaDir);
	const database = await openDatabase(settings, { say: (line) => console.log(line), onLost: exitWith });
	Reflect.set(globalThis, DATABASE_KEY, database);
	/** @type {import('./slot.js').HostSlot} */
	const slot = {
		config: {
			...settings,
			databaseUrl: database.url,
			httpsPort: 0,
			get lanAddresses() {
				return reachableAddresses(settings.host);
			},
			startedAt: Date.now()
		},
		io: new Server(socketOptions({ origin: () => settings.origin })),
		drain: [],
		announce: []
	};
	setHostSlot(slot);
	return slot;
}

/** Ends what the plugin started; for the process that owns the development server. */
export async function stopHostInDev() {
	const slot = hostSlot();
	for (const hook of slot?.drain ?? []) await hook();
	slot?.io.disconnectSockets(true);
	/** @type {import('./database.js').Database | undefined} */
	const database = Reflect.get(globalThis, DATABASE_KEY);
	await database?.stop();
}
