/** Owns: the connection pool. One driver, one dialect, embedded or not. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

export type Database = {
	sql: postgres.Sql;
	orm: PostgresJsDatabase<typeof schema>;
	close(): Promise<void>;
};

/** @param url postgres://… @param max connections in the pool */
export function openDatabase(url: string, max = 10): Database {
	const sql = postgres(url, {
		max,
		onnotice: () => undefined,
		connect_timeout: 10,
		types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } }
	});
	return { sql, orm: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}

/** SQLSTATE of a database error, or null when it is none (connection lost, bug). */
export function sqlState(error: unknown): string | null {
	return error instanceof postgres.PostgresError ? error.code : null;
}
