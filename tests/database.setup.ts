/**
 * One real PostgreSQL for a whole vitest run, in a folder of its own that is removed at the end. Tests get
 * their databases from `freshDatabase` in database.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/host/embedded-postgres.js';
import { migrateDatabase } from '../src/host/migrate.js';

export const TEMPLATE = 'kt_template';

declare module 'vitest' {
	interface ProvidedContext {
		/** Of the maintenance database; the user may create databases. */
		databaseUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = await mkdtemp(join(tmpdir(), 'khanh-tiet-test-'));
	const embedded = await startEmbedded({ dataDir });
	const adminUrl = databaseUrlFor(embedded.url, 'postgres');
	const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
	await sql.unsafe(`create database ${TEMPLATE}`);
	await sql.end();
	// Migrated once; copying it is quicker than migrating for every test file.
	await migrateDatabase(databaseUrlFor(embedded.url, TEMPLATE));
	project.provide('databaseUrl', adminUrl);
	return async () => {
		await embedded.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
}

function databaseUrlFor(url: string, name: string): string {
	const other = new URL(url);
	other.pathname = `/${name}`;
	return other.href;
}
