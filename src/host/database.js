/**
 * The database of this run: the embedded one, locked for this process and brought back when it dies, or the
 * one DATABASE_URL names. Migrated before it is handed out.
 */
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { startEmbedded } from './embedded-postgres.js';
import { HostError, codeOf, messageOf } from './host-error.js';
import { lines } from './messages.js';
import { migrateDatabase } from './migrate.js';
import { holdNodeLock } from './node-lock.js';
import { forgetNode, noteNode } from './orphan.js';

const LONGEST_PAUSE_MS = 5000;
const OPEN_RETRY_MS = 5000;

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ dataDir: string, databaseUrl: string | null }} settings
 * @param {{ say: (line: string) => void, onLost: (error: HostError) => void }} report
 * @returns {Promise<Database>}
 * @throws {HostError}
 */
export async function openDatabase(settings, report) {
	if (settings.databaseUrl !== null) return openGiven(settings.databaseUrl);
	const deadline = performance.now() + OPEN_RETRY_MS;
	for (;;) {
		try {
			return await openEmbedded(settings.dataDir, report);
		} catch (error) {
			// Adopted from a node that was just stopping it: look again.
			if (!connectionBroke(error) || performance.now() > deadline) throw error;
			await wait(200);
		}
	}
}

/**
 * @param {string} dataDir
 * @param {{ say: (line: string) => void, onLost: (error: HostError) => void }} report
 * @returns {Promise<Database>}
 */
async function openEmbedded(dataDir, report) {
	const embedded = await startEmbedded({ dataDir });
	const lock = await holdNodeLock(embedded.url, () =>
		report.onLost(new HostError('lock_lost', { path: dataDir }))
	);
	if (!lock) throw new HostError('already_running', { path: dataDir });
	noteNode(dataDir);
	let stopping = false;
	/** @type {Promise<void>} */
	let reviving = Promise.resolve();
	embedded.onDied(() => {
		reviving = revive(embedded, report.say, () => stopping);
	});
	const stop = async () => {
		stopping = true;
		await reviving;
		await lock.release();
		await embedded.stop();
		forgetNode(dataDir);
	};
	try {
		await migrateDatabase(embedded.url);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url: embedded.url, stop };
}

/**
 * @param {import('./embedded-postgres.js').EmbeddedDatabase} embedded
 * @param {(line: string) => void} say
 * @param {() => boolean} isStopping
 */
async function revive(embedded, say, isStopping) {
	say(lines.databaseDied);
	const begun = performance.now();
	for (let pause = 100; !isStopping(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
		try {
			await embedded.restart();
			say(lines.databaseBack(Math.round(performance.now() - begun)));
			return;
		} catch (error) {
			say(lines.databaseRetry(messageOf(error)));
			await wait(pause);
		}
	}
}

/**
 * @param {string} url
 * @returns {Promise<Database>}
 */
async function openGiven(url) {
	const { host } = new URL(url);
	const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
	try {
		await sql`select 1`;
	} catch (error) {
		const code = codeOf(error);
		// Class 28: login refused; 3D000: no such database; 42501, 53300: no right, no room.
		const refused = /^(28|3D|42|53)/.test(code);
		throw refused
			? new HostError('database_refused', { where: host, detail: messageOf(error) }, error)
			: new HostError('database_unreachable', { where: host }, error);
	} finally {
		await sql.end({ timeout: 1 });
	}
	await migrateDatabase(url);
	return { url, stop: async () => undefined };
}

/** @param {unknown} error */
function connectionBroke(error) {
	const cause = error instanceof HostError && error.cause ? error.cause : error;
	return /^(ECONNREFUSED|ECONNRESET|CONNECTION_|CONNECT_|57P0)/.test(codeOf(cause));
}
