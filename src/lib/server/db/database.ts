/** Owns: the connection pool. One driver, one dialect, embedded or not. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

export type Database = {
	sql: postgres.Sql;
	orm: PostgresJsDatabase<typeof schema>;
	/**
	 * One statement on the connection used last: its backend has plans and pages at hand, while a pool that takes turns
	 * wakes a cold one each time. Others are opened only while that one is busy.
	 */
	warm<T>(statement: (sql: postgres.Sql) => Promise<T>): Promise<T>;
	close(): Promise<void>;
};

/** As many conferences may commit side by side; PostgreSQL joins their waits for the disk. */
const WARM = 4;

const connect = (url: string, max: number): postgres.Sql =>
	postgres(url, {
		max,
		onnotice: () => undefined,
		connect_timeout: 10,
		types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } }
	});

/** @param url postgres://… @param max connections in the pool */
export function openDatabase(url: string, max = 10): Database {
	const sql = connect(url, max);
	const warm = Array.from({ length: WARM }, () => ({ sql: connect(url, 1), busy: 0 }));
	return {
		sql,
		orm: drizzle(sql, { schema }),
		async warm(statement) {
			const least = Math.min(...warm.map((one) => one.busy));
			const chosen = warm.find((one) => one.busy === least);
			if (!chosen) return statement(sql);
			chosen.busy++;
			try {
				return await statement(chosen.sql);
			} finally {
				chosen.busy--;
			}
		},
		async close() {
			await Promise.all([sql, ...warm.map((one) => one.sql)].map((one) => one.end({ timeout: 5 })));
		}
	};
}

/** SQLSTATE of a database error, or null when it is none (connection lost, bug). */
export function sqlState(error: unknown): string | null {
	return error instanceof postgres.PostgresError ? error.code : null;
}
