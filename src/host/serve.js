/**
 * One run of the application: ports, database, slot, server bundle, and the way down again. Needs an
 * installed node_modules and a build; start.js sees to both.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, ensureWritable } from './config.js';
import { openDatabase } from './database.js';
import { exitWith, messageOf } from './host-error.js';
import { lines } from './messages.js';
import { reachableAddresses } from './network.js';
import { printReady } from './print-ready.js';
import { HOST_HEADER, PROTOCOL_HEADER, openServers } from './servers.js';
import { setHostSlot } from './slot.js';

const HOOK_MS = 5000;
/** npm hands a Ctrl-C on to us that the terminal had sent us already. */
const SAME_KEYPRESS_MS = 700;

/**
 * @param {import('./config.js').Settings} settings
 * @returns {Promise<void>} resolves when the application answers
 */
export async function serve(settings) {
	const startedAt = Date.now();
	const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
	/** @type {Array<() => Promise<void>>} */
	const closers = [];
	const shutdown = prepareShutdown(closers, say);
	try {
		ensureWritable(settings.dataDir);
		ensureWritable(settings.mediaDir);
		const servers = await openServers(settings);
		closers.unshift(servers.close);
		const database = await openDatabase(settings, {
			say,
			onLost: (error) => void shutdown.fail(error)
		});
		closers.push(database.stop);
		/** @type {import('./slot.js').HostSlot} */
		const slot = {
			config: {
				port: servers.port,
				httpsPort: servers.httpsPort,
				host: settings.host,
				dataDir: settings.dataDir,
				mediaDir: settings.mediaDir,
				databaseUrl: database.url,
				origin: settings.origin,
				demo: settings.demo,
				version: settings.version,
				get lanAddresses() {
					return reachableAddresses(settings.host);
				},
				startedAt
			},
			io: servers.io,
			drain: [],
			announce: []
		};
		setHostSlot(slot);
		shutdown.drainWith(slot, servers.stopAccepting);
		servers.open(await loadHandler());
		if (slot.tls) {
			servers.useTls(slot.tls);
			slot.onTlsChange?.(servers.useTls);
		} else {
			await servers.closeTls();
			slot.config.httpsPort = 0;
		}
		await printReady(slot, say);
	} catch (error) {
		await shutdown.fail(error);
	}
}

/**
 * The adapter reads its settings when imported, and runs `init` of hooks.server.ts before it returns.
 * @returns {Promise<import('./servers.js').Handler>}
 */
async function loadHandler() {
	// Every request's address comes from the host (http, https or ORIGIN), never from one fixed value.
	delete process.env.ORIGIN;
	process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	process.env.HOST_HEADER = HOST_HEADER;
	process.env.BODY_SIZE_LIMIT ??= '20M';
	const module = await import(pathToFileURL(join(ROOT, 'build/handler.js')).href);
	return module.handler;
}

/**
 * @param {Array<() => Promise<void>>} closers run in order
 * @param {(line: string) => void} say
 */
function prepareShutdown(closers, say) {
	/** @type {import('./slot.js').HostSlot | null} */
	let slot = null;
	let stopAccepting = () => {};
	let stoppingSince = 0;

	const down = async () => {
		stopAccepting();
		for (const hook of slot?.drain ?? []) await within(HOOK_MS, hook, say);
		for (const close of closers) await within(HOOK_MS * 6, close, say);
	};
	const onSignal = async () => {
		if (stoppingSince > 0) {
			if (performance.now() - stoppingSince < SAME_KEYPRESS_MS) return;
			say(lines.forced);
			process.exit(130);
		}
		stoppingSince = performance.now();
		say(lines.stopping);
		await down();
		say(lines.stopped);
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void onSignal());
	// A failed background job is one job; the ceremony goes on.
	process.on('unhandledRejection', (reason) => say(lines.background(messageOf(reason))));
	return {
		/**
		 * @param {import('./slot.js').HostSlot} given
		 * @param {() => void} stop
		 */
		drainWith(given, stop) {
			slot = given;
			stopAccepting = stop;
		},
		/** @param {unknown} error */
		async fail(error) {
			if (stoppingSince > 0) return;
			stoppingSince = performance.now();
			await down();
			exitWith(error);
		}
	};
}

/**
 * @param {number} ms
 * @param {() => Promise<void>} job
 * @param {(line: string) => void} say
 */
async function within(ms, job, say) {
	/** @type {NodeJS.Timeout | undefined} */
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`> ${ms} ms`)), ms);
	});
	try {
		await Promise.race([job(), late]);
	} catch (error) {
		say(lines.drainFailed(messageOf(error)));
	} finally {
		clearTimeout(timer);
	}
}
