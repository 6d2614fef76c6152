import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVITE_MS } from '../../src/lib/server/auth/admins';
import { freshDatabase, type FreshDatabase } from '../database';
import { startNode, type TestNode } from '../support/node';
import { Visitor } from '../support/visitor';

const PASSWORD = 'Trùng Khánh 2025';

describe('administrators among themselves', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let other: TestNode;
	let now = Date.UTC(2025, 7, 28);
	let first: Visitor;
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url, { now: () => now });
		other = await startNode(database.url, { now: () => now });
		await node.app.admins.add('Người thứ nhất', PASSWORD);
		first = await signedIn('Người thứ nhất');
	});
	afterAll(async () => {
		await other.stop();
		await node.stop();
		await database.drop();
	});

	async function signedIn(name: string, base = node.base): Promise<Visitor> {
		const visitor = new Visitor(base);
		expect((await visitor.call('/session', { name, password: PASSWORD })).status).toBe(200);
		return visitor;
	}
	const remove = (visitor: Visitor, path: string) => visitor.call(path, undefined, { method: 'DELETE' });
	const idOf = async (name: string): Promise<string> => {
		const { json } = await first.call('/admins');
		return json.find((one: { name: string; id: string }) => one.name === name)?.id;
	};
	const conference = async (): Promise<string> =>
		(await first.call('/conferences', { template: '000-trung-khanh' })).json.id;

	it('AUT-8: an invitation makes one administrator, once, for three days, and a taken name does not use it up', async () => {
		const { json: invite } = await first.call('/admin-invites', { name: 'Chị Hoa' });
		expect(invite.path).toBe(`/setup#${invite.secret}`);
		const listed = await first.call('/admin-invites');
		expect(listed.json).toMatchObject([{ id: invite.id, name: 'Chị Hoa', expiresAt: now + INVITE_MS }]);
		expect(JSON.stringify(listed.json)).not.toContain(invite.secret);
		const rows = await node.app.db.sql`select * from admin_invite`;
		expect(JSON.stringify(rows)).not.toContain(invite.secret);

		const visitor = new Visitor(node.base);
		const use = (name: string) => visitor.call('/setup', { secret: invite.secret, name, password: PASSWORD });
		expect((await use('Người thứ nhất')).json.error.code).toBe('name_taken');
		const both = await Promise.all([use('Hoa'), use('Hoa khác')]);
		expect(both.map((one) => one.status).sort()).toEqual([200, 410]);
		expect((await visitor.call('/session')).json.admin.name).toMatch(/^Hoa/);
		expect((await first.call('/admin-invites')).json).toEqual([]);

		const { json: late } = await first.call('/admin-invites', { name: 'Muộn' });
		now += INVITE_MS;
		expect(
			(await visitor.call('/setup', { secret: late.secret, name: 'Muộn', password: PASSWORD })).status
		).toBe(410);
		now -= INVITE_MS;
		expect((await remove(first, `/admin-invites/${late.id}`)).status).toBe(200);
		expect((await remove(first, `/admin-invites/${late.id}`)).json.error.code).toBe('invite_unknown');
		expect(
			(await visitor.call('/setup', { secret: late.secret, name: 'Muộn', password: PASSWORD })).status
		).toBe(410);
	});

	it('AUT-9: the last administrator cannot be removed, not even by two who remove each other at once', async () => {
		for (const { id, you } of (await first.call('/admins')).json)
			if (!you) await remove(first, `/admins/${id}`);
		const own = await idOf('Người thứ nhất');
		expect(await remove(first, `/admins/${own}`)).toMatchObject({
			status: 409,
			json: { error: { code: 'last_admin' } }
		});
		await node.app.admins.add('Người thứ hai', PASSWORD);
		const second = await signedIn('Người thứ hai', other.base);
		const answers = await Promise.all([
			remove(first, `/admins/${await idOf('Người thứ hai')}`),
			remove(second, `/admins/${own}`)
		]);
		expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
		const left = await node.app.admins.list();
		expect(left).toHaveLength(1);
		first = await signedIn(left[0]?.name ?? '');
	});

	it('AUT-10: a removed administrator is out at once: sessions, tokens and open screens, on every node', async () => {
		await node.app.admins.add('Sắp đi', PASSWORD);
		const leaver = await signedIn('Sắp đi', other.base);
		const { json: token } = await leaver.call('/admin-tokens', { name: 'Máy' });
		const id = await conference();
		const socket = await leaver.socket(id, 'admin');
		const closed = new Promise((resolve) => socket.once('disconnect', resolve));
		expect((await remove(first, `/admins/${await idOf('Sắp đi')}`)).status).toBe(200);
		await closed;
		expect((await leaver.call('/conferences')).status).toBe(401);
		expect((await node.call('/conferences', { token: token.secret })).status).toBe(401);
	});

	it('TOK-1: an administrator’s token creates conferences and does in each what its administrator may', async () => {
		const { json: token } = await first.call('/admin-tokens', { name: 'Phần mềm văn bản' });
		const as = { token: token.secret };
		const made = await node.call('/conferences', { ...as, body: { template: '002-cao-bang-giao-luu' } });
		expect(made.status, JSON.stringify(made.json)).toBe(200);
		const { id } = made.json;
		expect((await node.call('/conferences', as)).json.map((row: { id: string }) => row.id)).toContain(id);
		const csv = new TextEncoder().encode('Họ và tên,Đơn vị\nNông Văn Ví Dụ,Xóm Bản Mới\n');
		const imported = await fetch(`${node.base}/api/v1/conferences/${id}/import?name=a.csv`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token.secret}`, 'content-type': 'application/octet-stream' },
			body: csv
		});
		expect(await imported.json()).toEqual({ added: 1, skipped: 0 });
		expect((await node.call(`/conferences/${id}/invitations`, as)).json).toHaveLength(1);
		const device = { name: 'Bảng', role: 'board', desk: null };
		expect((await node.call(`/conferences/${id}/devices`, { ...as, body: device })).status).toBe(200);
		const command = { id: 'publish-0001', type: 'conference.status', payload: { status: 'published' } };
		expect(
			(await node.call(`/conferences/${id}/commands`, { ...as, body: { commands: [command] } })).json
				.answers[0].ok
		).toBe(true);
		const events = await node.call(`/conferences/${id}/events?after=0`, as);
		// The log tells the script from the person.
		expect(events.json.events.at(-1).actor).toEqual({ kind: 'token', id: token.id, role: 'admin' });
		expect((await node.call(`/conferences/${id}/replica`, as)).status).toBe(200);
		const socket = await node.socket(id, { as: 'admin', bearer: token.secret });
		expect(socket.connected).toBe(true);
	});

	it('TOK-2: it is kept as a hash, listed without its secret, and revoked at once, sockets included', async () => {
		const { json: token } = await first.call('/admin-tokens', { name: 'Thu hồi' });
		expect(token.secret).toMatch(/^kta_[\w-]{22}$/);
		const id = await conference();
		const socket = await other.socket(id, { as: 'admin', bearer: token.secret });
		const closed = new Promise((resolve) => socket.once('disconnect', resolve));
		const listed = (await first.call('/admin-tokens')).json;
		// Two of one moment stand in any order.
		const row = listed.find((one: { id: string }) => one.id === token.id);
		expect(row).toMatchObject({ name: 'Thu hồi', lastUsed: now });
		const rows = await node.app.db.sql`select * from admin_token`;
		for (const kept of [listed, rows]) expect(JSON.stringify(kept)).not.toContain(token.secret);
		expect((await remove(first, `/admin-tokens/${token.id}`)).status).toBe(200);
		await closed;
		expect((await node.call('/conferences', { token: token.secret })).status).toBe(401);
		expect((await remove(first, `/admin-tokens/${token.id}`)).json.error.code).toBe('token_unknown');
	});

	it('TOK-3: a token makes, lists and removes neither tokens nor administrators', async () => {
		const { json: token } = await first.call('/admin-tokens', { name: 'Mượn tay' });
		const own = await idOf((await node.app.admins.list())[0]?.name ?? '');
		for (const [method, path, body] of [
			['GET', '/admins'],
			['POST', '/admins', { name: 'Kẻ lạ', password: PASSWORD }],
			['DELETE', `/admins/${own}`],
			['GET', '/admin-invites'],
			['POST', '/admin-invites', { name: 'Kẻ lạ' }],
			['GET', '/admin-tokens'],
			['POST', '/admin-tokens', { name: 'Thêm' }],
			['DELETE', `/admin-tokens/${token.id}`]
		] as const) {
			const { status } = await node.call(path, { method, token: token.secret, ...(body && { body }) });
			expect(status, `${method} ${path}`).toBe(403);
		}
		const device = await node.token(await conference(), 'admin');
		expect((await node.call('/admin-tokens', { token: device })).status).toBe(401);
		expect((await node.call('/conferences', { token: device })).status).toBe(401);
	});
});
