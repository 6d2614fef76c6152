import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_MS } from '../../src/lib/server/auth/admins';
import { freshDatabase, type FreshDatabase } from '../database';
import { startNode, type TestNode } from '../support/node';
import { Visitor } from '../support/visitor';

const PASSWORD = 'Trùng Khánh 2025';

describe('administrators', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let now = Date.UTC(2025, 7, 28);
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url, { now: () => now });
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	it('AUT-1: the setup link works once; an older link and a used one do nothing', async () => {
		const old = await node.app.admins.setupSecret();
		const fresh = await node.app.admins.setupSecret();
		const visitor = new Visitor(node.base);
		expect((await visitor.call('/session')).json.needsSetup).toBe(true);
		const set = (secret: string | null, name = 'Bế Văn Quản') =>
			visitor.call('/setup', { secret: secret ?? '', name, password: PASSWORD });
		expect(await set(old)).toMatchObject({ status: 410, json: { error: { code: 'setup_link_used' } } });
		expect(await visitor.call('/setup', { secret: fresh, name: ' ', password: PASSWORD })).toMatchObject({
			status: 422,
			json: { error: { code: 'name_required' } }
		});
		expect(await visitor.call('/setup', { secret: fresh, name: 'A', password: 'ngắn' })).toMatchObject({
			json: { error: { code: 'password_short' } }
		});
		// Two people open it at once: one of them sets the password.
		const both = await Promise.all([set(fresh), set(fresh, 'Người khác')]);
		expect(both.map((one) => one.status).sort()).toEqual([200, 410]);
		expect(await set(fresh)).toMatchObject({ status: 410 });
		expect(await node.app.admins.setupSecret()).toBeNull();
		const rows = await node.app.db.sql`select count(*)::int as n from admin`;
		expect(rows[0]?.['n']).toBe(1);
		expect((await visitor.call('/session')).json).toMatchObject({
			needsSetup: false,
			admin: { name: expect.any(String) }
		});
	});

	it('AUT-2: a session is an HttpOnly, SameSite=Strict cookie that ends with sign-out and with its time', async () => {
		const done = await node.app.admins.add('Chủ tịch', PASSWORD);
		expect(done.ok).toBe(true);
		const visitor = new Visitor(node.base);
		const signed = await visitor.call('/session', { name: 'Chủ tịch', password: PASSWORD });
		expect(signed.status).toBe(200);
		expect(signed.setCookie[0]).toMatch(/^kt_admin=[\w-]{20,}; .*HttpOnly/i);
		expect(signed.setCookie[0]).toMatch(/SameSite=Strict/i);
		expect(signed.setCookie[0]).toMatch(/Path=\//i);
		// Over plain HTTP a Secure cookie would never come back.
		expect(signed.setCookie[0]).not.toMatch(/Secure/i);
		expect((await visitor.call('/conferences')).status).toBe(200);
		const copy = new Visitor(node.base);
		for (const [name, value] of visitor.jar) copy.jar.set(name, value);
		expect((await visitor.call('/session', undefined, { method: 'DELETE' })).status).toBe(200);
		expect(visitor.jar.size).toBe(0);
		expect((await copy.call('/conferences')).status).toBe(401);

		await visitor.call('/session', { name: 'Chủ tịch', password: PASSWORD });
		now += SESSION_MS + 1;
		expect((await visitor.call('/conferences')).status).toBe(401);
		now -= SESSION_MS + 1;
	});

	it('AUT-3: a password typed in either Unicode form is the same password', async () => {
		await node.app.admins.add('Gõ kiểu khác', 'Hội nghị đẹp'.normalize('NFD'));
		const visitor = new Visitor(node.base);
		for (const form of ['NFC', 'NFD'] as const)
			expect(
				(await visitor.call('/session', { name: 'Gõ kiểu khác', password: 'Hội nghị đẹp'.normalize(form) }))
					.status
			).toBe(200);
	});

	it('AUT-4: after five wrong passwords the right one waits too; other names do not', async () => {
		await node.app.admins.add('Bị đoán', PASSWORD);
		await node.app.admins.add('Yên ổn', PASSWORD);
		const visitor = new Visitor(node.base);
		const sign = (name: string, password: string) => visitor.call('/session', { name, password });
		for (let i = 0; i < 5; i++)
			expect(await sign('Bị đoán', `sai ${i} sai`)).toMatchObject({
				status: 401,
				json: { error: { code: 'wrong_password' } }
			});
		expect(await sign('Bị đoán', 'sai nữa rồi')).toMatchObject({
			status: 429,
			json: { error: { code: 'too_many_tries' } }
		});
		expect(await sign(' bị đoán', PASSWORD)).toMatchObject({ status: 429 });
		expect(await sign('Yên ổn', PASSWORD)).toMatchObject({ status: 200 });
	});

	it('AUT-5: wrong passwords sent all at once are counted as well', async () => {
		await node.app.admins.add('Cùng lúc', PASSWORD);
		const visitor = new Visitor(node.base);
		const all = await Promise.all(
			Array.from({ length: 12 }, (_, i) =>
				visitor.call('/session', { name: 'Cùng lúc', password: `sai ${i} sai` })
			)
		);
		expect(all.filter((one) => one.status === 401)).toHaveLength(5);
		expect(all.filter((one) => one.status === 429)).toHaveLength(7);
	});

	it('AUT-6: a right password clears the count, and an unknown name is told the same as a wrong password', async () => {
		await node.app.admins.add('Hay quên', PASSWORD);
		// A node of its own: thirty wrong tries from one address would be too many for it as well.
		const fresh = await startNode(database.url);
		const visitor = new Visitor(fresh.base);
		const sign = (name: string, password: string) => visitor.call('/session', { name, password });
		for (let round = 0; round < 3; round++) {
			for (let i = 0; i < 4; i++) expect((await sign('Hay quên', 'không nhớ ra')).status).toBe(401);
			expect((await sign('Hay quên', PASSWORD)).status).toBe(200);
		}
		expect(await sign('Không có ai', 'không nhớ ra')).toMatchObject({
			status: 401,
			json: { error: { code: 'wrong_password' } }
		});
		await fresh.stop();
	});

	it('AUT-7: only an administrator adds another; the name is taken once', async () => {
		const stranger = new Visitor(node.base);
		expect((await stranger.call('/admins', { name: 'Mới', password: PASSWORD })).status).toBe(401);
		const [row] = await node.app.db.sql`select id from admin limit 1`;
		stranger.jar.set('kt_admin', await node.app.admins.openSession(String(row?.['id'])));
		expect((await stranger.call('/admins', { name: 'Mới', password: PASSWORD })).status).toBe(200);
		expect(await stranger.call('/admins', { name: 'Mới', password: PASSWORD })).toMatchObject({
			status: 409,
			json: { error: { code: 'name_taken' } }
		});
	});
});
