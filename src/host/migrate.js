/** Brings a database to the schema in `drizzle/`. Several nodes may call it at once: one works, the rest wait. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { ROOT } from './config.js';
import { HostError, messageOf } from './host-error.js';

const MIGRATE_LOCK = 7_204_115_301;

/**
 * @param {string} url
 * @param {string} [folder] of the migrations; without a journal in it nothing is done
 * @throws {HostError} database_newer, migration_failed
 */
export async function migrateDatabase(url, folder = join(ROOT, 'drizzle')) {
	const journal = join(folder, 'meta/_journal.json');
	if (!existsSync(journal)) return;
	/** @type {{ entries: Array<{ when: number }> }} */
	const { entries } = JSON.parse(readFileSync(journal, 'utf8'));
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql`select pg_advisory_lock(${MIGRATE_LOCK})`;
		await refuseNewer(sql, Math.max(0, ...entries.map((entry) => entry.when)));
		await migrate(drizzle(sql), { migrationsFolder: folder });
	} catch (error) {
		if (error instanceof HostError) throw error;
		const cause = error instanceof Error && error.cause ? error.cause : error;
		throw new HostError('migration_failed', { detail: messageOf(cause) }, error);
	} finally {
		await sql.end({ timeout: 5 });
	}
}

/**
 * The migrator would take a database from the future for an up-to-date one.
 * @param {postgres.Sql} sql
 * @param {number} newestKnown `when` of the newest migration here
 */
async function refuseNewer(sql, newestKnown) {
	const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
	if (!table?.name) return;
	const [row] = await sql`select max(created_at) as newest from drizzle.__drizzle_migrations`;
	if (Number(row?.newest ?? 0) > newestKnown) throw new HostError('database_newer');
}
