import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ADVANCE_LINK_MS, DAY_LINK_MS } from '../../src/lib/server/auth/devices';
import { demoLinks, makeDemo } from '../../src/lib/server/conference/demo';
import { tokenOf } from '../../src/lib/server/conference/invitations';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { freshDatabase, type FreshDatabase } from '../database';
import { demo } from '../support/conference';
import { startNode, type Json, type TestNode } from '../support/node';
import { Visitor } from '../support/visitor';

const PASSWORD = 'Trùng Khánh 2025';

describe('devices of helpers', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let log: ConferenceLog;
	let admin: Visitor;
	let now = Date.UTC(2025, 7, 28);
	const secrets: string[] = [];
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url, { now: () => now });
		log = await demo(node.app);
		await node.app.admins.add('Quản trị', PASSWORD);
		admin = new Visitor(node.base);
		await admin.call('/session', { name: 'Quản trị', password: PASSWORD });
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	const offer = async (
		kind: 'day' | 'advance',
		role = 'reception'
	): Promise<{ secret: string; code: string | null; expiresAt: number; path: string }> => {
		const { status, json } = await admin.call(`/conferences/${log.id}/enrolments`, {
			name: 'Điện thoại bàn 1',
			role,
			desk: 'Bàn 1',
			kind
		});
		expect(status).toBe(200);
		secrets.push(json.secret, ...(json.code ? [json.code] : []));
		return json;
	};
	const enrol = async (
		body: Record<string, unknown>
	): Promise<{ phone: Visitor; status: number; json: Json; setCookie: string[] }> => {
		const phone = new Visitor(node.base);
		const answer = await phone.call('/enrol', body);
		secrets.push(...phone.jar.values());
		return { phone, ...answer };
	};
	const change = (device: string, patch: Record<string, unknown>) =>
		admin.call(`/conferences/${log.id}/devices/${device}`, patch, { method: 'PATCH' });
	const listed = async (device: string): Promise<Json> =>
		(await admin.call(`/conferences/${log.id}/devices`)).json.find(
			(one: { id: string }) => one.id === device
		);
	const replica = (phone: Visitor, as: string) =>
		phone.call(`/conferences/${log.id}/replica`, undefined, { headers: { 'kt-as': as } });

	it('ENR-1: a QR enrols one device at once, by an HttpOnly SameSite=Strict cookie', async () => {
		const { secret, path } = await offer('day');
		expect(path).toBe(`/e#${secret}`);
		const { phone, status, json, setCookie } = await enrol({ secret, name: 'Máy của Lan' });
		expect(status).toBe(200);
		expect(json).toMatchObject({
			conference: log.id,
			role: 'reception',
			screen: 'reception',
			status: 'active'
		});
		expect(setCookie[0]).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/i);
		expect((await replica(phone, 'reception')).status).toBe(200);
		expect(await listed(json.device)).toMatchObject({
			name: 'Máy của Lan',
			role: 'reception',
			desk: 'Bàn 1',
			status: 'active'
		});
		expect(log.state.conference.devices[json.device]).toEqual({
			role: 'reception',
			desk: 'Bàn 1',
			revoked: false
		});
	});

	it('ENR-14: a link says which conference and role it offers before it is used, and is not used up by that', async () => {
		const { secret } = await offer('day');
		const visitor = new Visitor(node.base);
		const look = () => visitor.call('/enrol/offer', { secret });
		for (let times = 0; times < 2; times++)
			expect(await look()).toMatchObject({
				status: 200,
				json: {
					conference: log.id,
					title: log.state.conference.settings.title,
					role: expect.any(String)
				}
			});
		expect(visitor.jar.size).toBe(0);
		expect((await visitor.call('/enrol', { secret, name: 'Máy' })).status).toBe(200);
		expect((await look()).json.error.code).toBe('enrolment_used');
		expect((await visitor.call('/enrol/offer', { secret: 'nothing' })).json.error.code).toBe(
			'enrolment_unknown'
		);
	});

	it('ENR-2: two phones scan the same QR at once: one is enrolled, the other is told that it was used', async () => {
		const { secret } = await offer('day');
		const both = await Promise.all([enrol({ secret }), enrol({ secret })]);
		expect(both.map((one) => one.status).sort()).toEqual([200, 410]);
		expect(both.find((one) => one.status === 410)?.json.error.code).toBe('enrolment_used');
		expect(both.find((one) => one.status === 410)?.phone.jar.size).toBe(0);
	});

	it('ENR-3: an expired, a used and an unknown secret each say what they are', async () => {
		const { secret, expiresAt } = await offer('day');
		expect(expiresAt).toBe(now + DAY_LINK_MS);
		now += DAY_LINK_MS + 1;
		expect((await enrol({ secret })).json.error.code).toBe('enrolment_expired');
		now -= DAY_LINK_MS + 1;
		expect((await enrol({ secret })).status).toBe(200);
		expect((await enrol({ secret })).json.error.code).toBe('enrolment_used');
		expect((await enrol({ secret: 'AAAAAAAAAAAAAAAAAAAAAA' })).json.error.code).toBe('enrolment_unknown');
	});

	it('ENR-4: a short code enrols a device that waits for the admin, and opens nothing until then', async () => {
		const { code } = await offer('day', 'mc');
		const { phone, json } = await enrol({ code });
		expect(json.status).toBe('pending');
		expect(log.state.conference.devices).not.toHaveProperty(json.device);
		const view = () =>
			phone.call(`/conferences/${log.id}/views/mc`, undefined, { headers: { 'kt-as': 'mc' } });
		expect(await view()).toMatchObject({ status: 403, json: { error: { code: 'device_pending' } } });
		await expect(phone.socket(log.id, 'mc')).rejects.toThrow(/^device_pending$/);
		// Of another role, and of another conference, it is nobody at all.
		await expect(phone.socket(log.id, 'stage')).rejects.toThrow(/^not_signed_in$/);
		const elsewhere = await demo(node.app);
		await expect(phone.socket(elsewhere.id, 'mc')).rejects.toThrow(/^not_signed_in$/);
		expect((await phone.call('/session')).json.devices).toMatchObject([{ id: json.device, pending: true }]);
		expect(await listed(json.device)).toMatchObject({ status: 'pending' });
		expect(
			(
				await admin.call(`/conferences/${log.id}/devices/${json.device}/approve`, undefined, {
					method: 'POST'
				})
			).status
		).toBe(200);
		expect((await view()).status).toBe(200);
		expect(log.state.conference.devices[json.device]).toMatchObject({ role: 'mc' });
		(await phone.socket(log.id, 'mc')).disconnect();
	});

	it('ENR-5: guessing codes is counted', async () => {
		const codes = Array.from({ length: 11 }, (_, i) => String(i).padStart(6, '0'));
		const answers: string[] = [];
		for (const code of codes) answers.push((await enrol({ code })).json.error?.code ?? 'enrolled');
		expect(answers.at(-1)).toBe('too_many_tries');
		expect(answers.filter((code) => code === 'enrolled')).toEqual([]);
	});

	it('ENR-6: a link of several days enrols several devices, each only after the admin’s yes', async () => {
		const { secret, code, expiresAt } = await offer('advance', 'stage');
		expect(code).toBeNull();
		expect(expiresAt).toBe(now + ADVANCE_LINK_MS);
		now += 3 * 24 * 3600_000;
		const one = await enrol({ secret, name: 'Máy tính bảng 1' });
		const two = await enrol({ secret, name: 'Máy tính bảng 2' });
		expect([one.json.status, two.json.status]).toEqual(['pending', 'pending']);
		await admin.call(`/conferences/${log.id}/devices/${one.json.device}/approve`, undefined, {
			method: 'POST'
		});
		expect((await replica(one.phone, 'stage')).status).toBe(200);
		expect((await replica(two.phone, 'stage')).status).toBe(403);
		now += ADVANCE_LINK_MS;
		expect((await enrol({ secret })).json.error.code).toBe('enrolment_expired');
		now -= ADVANCE_LINK_MS + 3 * 24 * 3600_000;
	});

	it('ENR-7: the admin renames a device, gives it a desk, sends it to another screen', async () => {
		const { json } = await enrol({ secret: (await offer('day')).secret });
		expect(await change(json.device, { name: 'Bàn chính' })).toMatchObject({
			status: 200,
			json: { name: 'Bàn chính', desk: 'Bàn 1' }
		});
		expect(await change(json.device, { desk: 'Bàn 2' })).toMatchObject({
			json: { name: 'Bàn chính', desk: 'Bàn 2' }
		});
		expect(log.state.conference.devices[json.device]).toMatchObject({ desk: 'Bàn 2' });
		expect(await change(json.device, { screen: 'reception/board' })).toMatchObject({
			json: { screen: 'reception/board' }
		});
		expect(await change(json.device, { screen: null, desk: null })).toMatchObject({
			json: { screen: null, desk: null }
		});
		expect(await change('nobody', { name: 'x' })).toMatchObject({
			status: 404,
			json: { error: { code: 'device_unknown' } }
		});
		expect((await change(json.device, { role: 'delegate' })).status).toBe(400);
	});

	it('ENR-8: an open socket is told “moved” and closed when its role changes; the same cookie gets the new role’s data', async () => {
		const { phone, json } = await enrol({ secret: (await offer('day')).secret });
		const told: string[] = [];
		const socket = await phone.socket(log.id, 'reception', (s: Socket) =>
			s.on('moved', () => told.push('moved'))
		);
		const closed = new Promise((resolve) => socket.once('disconnect', resolve));
		await change(json.device, { role: 'mc', desk: null });
		await closed;
		expect(told).toEqual(['moved']);
		await expect(phone.socket(log.id, 'reception')).rejects.toThrow('not_signed_in');
		expect((await replica(phone, 'reception')).status).toBe(401);
		let view: unknown = null;
		const first = new Promise<void>((resolve) => {
			void phone.socket(log.id, 'mc', (s) =>
				s.once('view', (message: { name: string }) => {
					view = message.name;
					s.disconnect();
					resolve();
				})
			);
		});
		await first;
		expect(view).toBe('mc');
		expect((await phone.call('/session')).json.devices).toMatchObject([{ role: 'mc', screen: 'mc' }]);
		expect(log.state.conference.devices[json.device]).toEqual({ role: 'mc', desk: null, revoked: false });
	});

	it('ENR-9: a revoked device is out everywhere and stays out; its cookie enrols nothing', async () => {
		const { phone, json } = await enrol({ secret: (await offer('day')).secret });
		const socket = await phone.socket(log.id, 'reception');
		const closed = new Promise((resolve) => socket.once('disconnect', resolve));
		expect(
			(await admin.call(`/conferences/${log.id}/devices/${json.device}`, undefined, { method: 'DELETE' }))
				.status
		).toBe(200);
		await closed;
		// It is told why, so that it can hand in its queue and forget; nothing is open to it.
		expect((await replica(phone, 'reception')).status).toBe(403);
		await expect(phone.socket(log.id, 'reception')).rejects.toThrow('device_revoked');
		expect((await phone.call('/session')).json.devices).toEqual([]);
		expect(log.state.conference.devices[json.device]).toMatchObject({ revoked: true });
		expect(await change(json.device, { name: 'x' })).toMatchObject({
			status: 403,
			json: { error: { code: 'device_revoked' } }
		});
		expect(
			(
				await admin.call(`/conferences/${log.id}/devices/${json.device}/approve`, undefined, {
					method: 'POST'
				})
			).status
		).toBe(403);
	});

	it('ENR-13: a demo started again leaves one link and one device a role', async () => {
		const { id, links } = await makeDemo(node.app);
		const secretOf = (all: { role: string; url: string }[], role: string) =>
			all.find((one) => one.role === role)?.url.slice('/e#'.length) ?? '';
		const first = await enrol({ secret: secretOf(links, 'mc') });
		const screen = await first.phone.socket(id, 'mc');
		const told = new Promise((resolve) => screen.once('gone', resolve));

		const again = await demoLinks(node.app, id);
		secrets.push(...again.map(({ url }) => url.slice('/e#'.length)));
		expect((await enrol({ secret: secretOf(links, 'stage') })).json.error.code).toBe('enrolment_unknown');
		// Who has the demo open goes on until somebody takes the place.
		expect((await first.phone.call('/session')).json.devices).toMatchObject([{ role: 'mc' }]);
		const second = await enrol({ secret: secretOf(again, 'mc') });
		expect(await told).toEqual({ reason: 'device_revoked' });
		const active = (await node.app.devices.list(id)).filter((one) => one.status === 'active');
		expect(active.map((one) => one.id)).toEqual([second.json.device]);
		expect((await first.phone.call('/session')).json.devices).toEqual([]);

		// Devices of other ways in stay where they are, also of the same role.
		const token = await node.token(id, 'mc');
		await enrol({ secret: secretOf(await demoLinks(node.app, id), 'mc') });
		expect((await node.call(`/conferences/${id}/views/mc`, { token })).status).toBe(200);
	});

	it('ENR-10: the admin’s list shows live who is connected, last seen, queue and latency', async () => {
		const { phone, json } = await enrol({ secret: (await offer('day')).secret });
		expect(await listed(json.device)).toMatchObject({ connected: false, lastSeen: null });
		let hints = 0;
		const waiting: (() => void)[] = [];
		const watching = await admin.socket(log.id, 'admin', (s) =>
			s.on('devices', () => {
				hints++;
				for (const wake of waiting.splice(0)) wake();
			})
		);
		/** Reads again at each hint, as the screen does, until the list says so. */
		const until = async (good: (row: Json) => boolean): Promise<Json> => {
			for (;;) {
				const hinted = new Promise<void>((resolve) => waiting.push(resolve));
				const row = await listed(json.device);
				if (good(row)) return row;
				await hinted;
			}
		};
		now += 1000;
		const socket = await phone.socket(log.id, 'reception');
		expect(await until((row) => row.connected)).toMatchObject({ lastSeen: now });
		socket.emit('status', { queued: 7, latency: 41.6 });
		expect(await until((row) => row.queued === 7)).toMatchObject({ latency: 42, connected: true });
		// A second tab of the same device keeps it connected when the first closes.
		const second = await phone.socket(log.id, 'reception', (s) => s.once('beat', () => undefined));
		const seen = vi.spyOn(node.app.devices, 'seen');
		const closed = new Promise((resolve) => socket.once('disconnect', resolve));
		socket.disconnect();
		await closed;
		second.emit('status', { queued: 0, latency: 10 });
		expect(await until((row) => row.queued === 0)).toMatchObject({ connected: true });
		expect(seen.mock.calls.filter(([, state]) => state.connected === false)).toEqual([]);
		seen.mockRestore();
		now += 1000;
		second.disconnect();
		expect(await until((row) => !row.connected)).toMatchObject({ lastSeen: now });
		expect(hints).toBeGreaterThan(3);
		watching.disconnect();
	});

	it('ENR-11: after a crash of the server nobody counts as connected', async () => {
		const { json } = await enrol({ secret: (await offer('day')).secret });
		await node.app.devices.seen(json.device, { connected: true });
		await node.app.devices.forgetConnections();
		expect(await listed(json.device)).toMatchObject({ connected: false });
	});

	it('ENR-12: no table holds a password, a secret, a code, a session or an invitation in clear', async () => {
		const issued = await admin.call(`/conferences/${log.id}/devices`, {
			name: 'Máy quét',
			role: 'reception'
		});
		secrets.push(issued.json.secret, PASSWORD, ...admin.jar.values());
		secrets.push(tokenOf(log, 'd001', 1), tokenOf(log, 'd150', 1));
		const setup = await node.app.admins.setupSecret();
		if (setup) secrets.push(setup);
		const { sql } = node.app.db;
		const tables =
			await sql`select table_name as name from information_schema.tables where table_schema = 'public'`;
		expect(tables.length).toBeGreaterThan(8);
		const all: string[] = [];
		for (const { name } of tables) {
			const rows = await sql`select t::text as text from ${sql(String(name))} t`;
			all.push(...rows.map((row) => String(row['text'])));
		}
		const everything = all.join('\n');
		expect(everything.length).toBeGreaterThan(10_000);
		expect(secrets.length).toBeGreaterThan(20);
		for (const secret of secrets) {
			// Six digits may stand by chance within a time; as a value of their own they may not.
			if (/^\d{6}$/.test(secret)) expect(everything).not.toMatch(new RegExp(`(?<!\\d)${secret}(?!\\d)`));
			else expect(everything).not.toContain(secret);
		}
	});
});
