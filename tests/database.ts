/** A migrated database for one test file, on the run's PostgreSQL. */
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { TEMPLATE } from './database.setup';

export interface FreshDatabase {
	url: string;
	/** Ends every connection to it and removes it. */
	drop: () => Promise<void>;
}

export async function freshDatabase(): Promise<FreshDatabase> {
	const adminUrl = inject('databaseUrl');
	const name = `kt_${randomBytes(8).toString('hex')}`;
	await asAdmin(adminUrl, `create database ${name} template ${TEMPLATE}`);
	const url = new URL(adminUrl);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`) };
}

async function asAdmin(url: string, statement: string): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql.unsafe(statement);
	} finally {
		await sql.end();
	}
}
