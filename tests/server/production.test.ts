import { request } from 'node:http';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../database';
import { startProduct, type Product } from '../support/product';
import type { Json } from '../support/node';
import { vi as sentences } from '../../src/lib/ui/i18n/vi';

/** The whole product, on a database of the test's own, so that the test can take it away. */
describe('the product as it is started', () => {
	let database: FreshDatabase;
	let product: Product;
	beforeAll(async () => {
		database = await freshDatabase();
		product = await startProduct({ env: { DATABASE_URL: database.url } });
	}, 180_000);
	afterAll(async () => {
		await product.stop();
		await database.drop();
	});

	/** fetch chooses its own Host and Origin; here the test does. */
	function ask(
		method: string,
		path: string,
		headers: Record<string, string>,
		body = ''
	): Promise<{ status: number; text: string }> {
		const { port } = new URL(product.base);
		return new Promise((resolve, fail) => {
			const call = request(
				{
					host: '127.0.0.1',
					port,
					method,
					path,
					headers: { ...(body && { 'content-length': Buffer.byteLength(body) }), ...headers }
				},
				(response) => {
					let text = '';
					response.setEncoding('utf8');
					response.on('data', (chunk: string) => (text += chunk));
					response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
				}
			);
			call.on('error', fail);
			call.end(body);
		});
	}
	const json = (text: string): Json => JSON.parse(text);

	it('BAD-16: a page elsewhere cannot act with a visitor’s cookies, whatever content type it sends', async () => {
		const body = JSON.stringify({ name: 'x', password: 'y' });
		for (const type of [
			'application/json',
			'text/plain',
			'TEXT/PLAIN;charset=utf-8',
			'application/x-www-form-urlencoded',
			'Multipart/Form-Data; boundary=x'
		])
			for (const from of [
				{ origin: 'https://evil.example' },
				{ origin: 'null' },
				{ 'sec-fetch-site': 'cross-site' }
			] as Record<string, string>[]) {
				const { status, text } = await ask(
					'POST',
					'/api/v1/session',
					{ 'content-type': type, ...from },
					body
				);
				expect(status, `${type} ${JSON.stringify(from)}`).toBe(403);
				expect(json(text).error).toEqual({ code: 'not_allowed', message: sentences['reject.not_allowed'] });
			}
		const own = await ask(
			'POST',
			'/api/v1/session',
			{ 'content-type': 'application/json', origin: product.base },
			body
		);
		expect([own.status, json(own.text).error.code]).toEqual([401, 'wrong_password']);
	});

	it('BAD-17: another Host is not served, by page, API or health', async () => {
		for (const path of ['/', '/health', '/api/v1/templates'])
			for (const host of [
				'evil.example',
				'evil.example:3000',
				'127.0.0.1.evil.example',
				'localhost@evil.example',
				'[::1].evil'
			]) {
				const { status, text } = await ask('GET', path, { host });
				expect(status, `${path} ${host}`).toBeGreaterThanOrEqual(400);
				expect(status, `${path} ${host}`).toBeLessThan(500);
				expect(text).not.toContain('Trùng Khánh');
			}
	});

	it('BAD-18: unknown paths under /api/v1 answer JSON in production too, and ten megabytes are refused', async () => {
		const lost = await ask('GET', '/api/v1/nowhere', {});
		expect([lost.status, json(lost.text).error.code]).toEqual([404, 'not_found']);
		const big = await fetch(`${product.base}/api/v1/session`, {
			method: 'POST',
			body: 'x'.repeat(10 * 1024 * 1024),
			headers: { 'content-type': 'application/json', connection: 'close' }
		});
		expect(big.status).toBe(413);
		expect(((await big.json()) as Json).error).toEqual({
			code: 'too_large',
			message: sentences['reject.too_large']
		});
	});

	it('API-10: /health says 200 while the database answers, 503 while it does not, and 200 again after', async () => {
		const health = async (): Promise<{ status: number; database: string }> => {
			const { status, text } = await ask('GET', '/health', {});
			const { database: state, version, uptime }: Json = json(text);
			expect([typeof version, typeof uptime]).toEqual(['string', 'number']);
			return { status, database: state };
		};
		expect(await health()).toEqual({ status: 200, database: 'up' });
		const name = new URL(database.url).pathname.slice(1);
		const sql = postgres(inject('databaseUrl'), { max: 1, onnotice: () => undefined });
		await sql.unsafe(`alter database ${name} allow_connections false`);
		await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
		expect(await health()).toEqual({ status: 503, database: 'down' });
		const refused = await ask('GET', '/api/v1/conferences/nobody', {});
		expect([refused.status, json(refused.text).error]).toEqual([
			503,
			{ code: 'unavailable', message: sentences['reject.unavailable'] }
		]);
		await sql.unsafe(`alter database ${name} allow_connections true`);
		await sql.end();
		expect(await health()).toEqual({ status: 200, database: 'up' });
	});
});
