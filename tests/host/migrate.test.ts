/** Migrations on a real database. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateDatabase } from '../../src/host/migrate.js';
import { freshDatabase, type FreshDatabase } from '../database';

const DRIZZLE = fileURLToPath(new URL('../../drizzle', import.meta.url));
let database: FreshDatabase;
let sql: postgres.Sql;

beforeEach(async () => {
	database = await freshDatabase();
	sql = postgres(database.url, { max: 1, onnotice: () => undefined });
});

afterEach(async () => {
	await sql.end();
	await database.drop();
});

async function applied(): Promise<number> {
	const [row] = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
	return Number(row?.n);
}

test('RUN-21: nodes that start together migrate once', async () => {
	const wanted = await applied();
	const [row] = await sql`select current_database() as name`;
	// An empty database, not the migrated copy that tests get.
	const empty = new URL(database.url);
	empty.pathname = `/${String(row?.name)}_empty`;
	await sql.unsafe(`create database ${String(row?.name)}_empty template template0`);
	await Promise.all([migrateDatabase(empty.href), migrateDatabase(empty.href), migrateDatabase(empty.href)]);
	const there = postgres(empty.href, { max: 1 });
	const [count] = await there`select count(*)::int as n from drizzle.__drizzle_migrations`;
	await there.end();
	await sql.unsafe(`drop database ${String(row?.name)}_empty`);
	expect(count?.n).toBe(wanted);
	expect(wanted).toBeGreaterThan(0);
});

test('RUN-22: data written by a newer version are refused, not guessed at', async () => {
	await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`;
	await expect(migrateDatabase(database.url)).rejects.toMatchObject({ code: 'database_newer' });
});

test('RUN-23: a failing migration leaves the database as it was', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-drizzle-'));
	await cp(DRIZZLE, folder, { recursive: true });
	const path = join(folder, 'meta/_journal.json');
	const journal: { entries: object[] } = JSON.parse(await readFile(path, 'utf8'));
	journal.entries.push({ idx: 99, version: '7', when: 99999999999999, tag: '0099_bad', breakpoints: true });
	await writeFile(path, JSON.stringify(journal));
	await writeFile(
		join(folder, '0099_bad.sql'),
		'create table kt_half (id int);\n--> statement-breakpoint\nselect 1 from no_such_table;'
	);
	const before = await applied();
	await expect(migrateDatabase(database.url, folder)).rejects.toMatchObject({
		code: 'migration_failed',
		params: { detail: expect.stringContaining('no_such_table') }
	});
	expect(await applied()).toBe(before);
	const [half] = await sql`select to_regclass('kt_half') as name`;
	expect(half?.name).toBeNull();
	await rm(folder, { recursive: true });
});
