/**
 * One node a data folder: a session advisory lock on a connection of its own. The lock ends with the
 * process, however it ends; when the connection breaks (the database was restarted) it is taken again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

const NODE_LOCK = 7_204_115_300;
/** A node that stops lets go within this time; one that runs does not. */
const PATIENCE_MS = 1500;

/**
 * @param {string} url
 * @param {() => void} onLost another process has it now
 * @returns {Promise<{ release: () => Promise<void> } | null>} null: somebody else holds it
 */
export async function holdNodeLock(url, onLost) {
	let released = false;
	let retaking = false;
	const sql = postgres(url, {
		max: 1,
		idle_timeout: 0,
		max_lifetime: null,
		connect_timeout: 5,
		backoff: () => 0.1,
		onnotice: () => undefined,
		connection: { application_name: 'khanh-tiet node lock' },
		onclose: () => void retake()
	});

	const take = async () => {
		const deadline = performance.now() + PATIENCE_MS;
		for (;;) {
			const [row] = await sql`select pg_try_advisory_lock(${NODE_LOCK}) as held`;
			if (row?.held === true) return true;
			if (performance.now() > deadline) return false;
			await wait(100);
		}
	};

	const retake = async () => {
		if (released || retaking || !mine) return;
		retaking = true;
		while (!released) {
			try {
				if (await take()) break;
				released = true;
				onLost();
			} catch {
				// The database is down; the supervisor brings it back.
				await wait(200);
			}
		}
		retaking = false;
	};

	let mine = false;
	try {
		mine = await take();
	} finally {
		if (!mine) await sql.end({ timeout: 1 });
	}
	if (!mine) return null;
	return {
		async release() {
			released = true;
			await sql.end({ timeout: 1 });
		}
	};
}
