import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
	checklistOf,
	programmeFromTemplate,
	settingsFromTemplate
} from '../../src/lib/core/conference/from-template';
import { desksOf } from '../../src/lib/core/conference/model';
import { TEMPLATES, templateById } from '../../src/lib/core/conference/templates';
import { rowsOf } from '../../src/lib/core/table';
import { freshDatabase, type FreshDatabase } from '../database';
import { admit, logOf, nextId } from '../support/conference';
import { startNode, type Json, type TestNode } from '../support/node';
import { Visitor } from '../support/visitor';

const wired = (value: unknown): Json => JSON.parse(JSON.stringify(value));
const LIST = readFileSync(new URL('../fixtures/dai-bieu-khong-dau.csv', import.meta.url));
const GOOD =
	'Họ và tên;Chức vụ;Đơn vị\nNông Văn Một;Trưởng xóm;Xóm Pác Bó\nBế Thị Hai;Bí thư chi bộ;Xóm Nà Mò\n';
const HALF_BAD = `${GOOD};Không có tên;Xóm Lạ\n`;

describe('all that a screen can do a script can', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let admin: Visitor;
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
		await node.app.admins.add('Quản trị', 'Trùng Khánh 2025');
		admin = new Visitor(node.base);
		await admin.call('/session', { name: 'Quản trị', password: 'Trùng Khánh 2025' });
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	async function created(template: string | null = '000-trung-khanh', title?: string): Promise<string> {
		const { status, json } = await admin.call('/conferences', { template, ...(title && { title }) });
		expect(status).toBe(200);
		return json.id as string;
	}
	async function token(conference: string, role: string): Promise<string> {
		const { status, json } = await admin.call(`/conferences/${conference}/devices`, {
			name: `Máy ${role}`,
			role
		});
		expect(status).toBe(200);
		return json.secret as string;
	}
	const upload = async (
		conference: string,
		secret: string,
		route: string,
		bytes: BodyInit
	): Promise<{ status: number; json: Json }> => {
		const response = await fetch(`${node.base}/api/v1/conferences/${conference}/${route}`, {
			method: 'POST',
			body: bytes,
			headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/octet-stream' }
		});
		return { status: response.status, json: await response.json() };
	};

	it('API-1: each of the five templates, through the server, is the plan: items, parts, minutes, settings, checklist', async () => {
		const { json: listed } = await admin.call('/templates');
		expect(listed.map((row: { id: string }) => row.id)).toEqual(TEMPLATES.map((template) => template.id));
		for (const { id } of listed) {
			const template = templateById(id);
			if (!template) throw new Error(id);
			const conference = await created(id);
			const { json } = await admin.call(`/conferences/${conference}/replica`, undefined, {
				headers: { 'kt-as': 'admin' }
			});
			const { programme, conference: day } = json.state;
			const wanted = programmeFromTemplate(template).flatMap(({ item, parts }) => [
				{ ...item, parent: null },
				...parts.map((part) => ({ ...part, parent: item.id }))
			]);
			expect(programme.order).toEqual(wanted.map((item) => item.id));
			for (const { personal, ...item } of wanted) {
				expect(programme.items[item.id]).toEqual({ ...wired(item), adjusted: 0, inserted: false });
				expect(json.personal[`item:${item.id}`] ?? {}).toEqual(wired(personal ?? {}));
			}
			expect(day.settings).toEqual(wired(settingsFromTemplate(template)));
			expect(day.checklist.map(({ doneAt: _done, ...row }: { doneAt: null }) => row)).toEqual(
				wired(checklistOf(template))
			);
			expect([day.status, day.template]).toEqual(['draft', id]);
		}
	});

	it('API-2: creating needs an administrator; an empty one needs a title; an unknown template is refused', async () => {
		const conference = await created(null, 'Hội nghị trống');
		const secret = await token(conference, 'admin');
		expect(
			(await node.call('/conferences', { body: { template: null, title: 'x' }, token: secret })).status
		).toBe(401);
		expect((await node.call('/conferences')).status).toBe(401);
		expect(await admin.call('/conferences', { template: null })).toMatchObject({
			status: 422,
			json: { error: { code: 'title_required' } }
		});
		expect(await admin.call('/conferences', { template: '__proto__' })).toMatchObject({
			status: 404,
			json: { error: { code: 'template_unknown' } }
		});
		const { json } = await admin.call('/conferences');
		expect(json[0]).toMatchObject({
			id: conference,
			title: 'Hội nghị trống',
			status: 'draft',
			template: null
		});
	});

	it('API-3: preview writes nothing; an import with bad rows leaves nothing; skipBad=1 takes the good ones; a good file goes whole', async () => {
		const conference = await created();
		const secret = await token(conference, 'admin');
		const log = await logOf(node.app, conference);
		const { head } = log;
		const preview = await upload(conference, secret, 'import/preview?name=ds.csv', HALF_BAD);
		expect(preview.status).toBe(200);
		expect(preview.json.rows).toHaveLength(2);
		expect(preview.json.bad).toHaveLength(1);
		const failed = await upload(conference, secret, 'import?name=ds.csv', HALF_BAD);
		expect(failed).toMatchObject({
			status: 409,
			json: { error: { code: 'import_bad_rows', params: { bad: 1, good: 2 } } }
		});
		expect(failed.json.error.message).toContain('1');
		expect(log.head).toBe(head);
		expect([...rowsOf(log.state.roster.delegates)]).toEqual([]);
		expect([...log.personal.keys()].filter((ref) => ref.startsWith('delegate:'))).toEqual([]);

		expect(await upload(conference, secret, 'import?name=ds.csv&skipBad=1', HALF_BAD)).toMatchObject({
			status: 200,
			json: { added: 2, skipped: 1 }
		});
		expect(log.head).toBe(head + 1);
		const units = [...rowsOf(log.state.roster.delegates)].map((row) => row.unit).sort();
		expect(units).toEqual(['Xóm Nà Mò', 'Xóm Pác Bó']);
		const other = await created();
		expect((await upload(other, await token(other, 'admin'), 'import?name=ds.csv', GOOD)).json).toEqual({
			added: 2,
			skipped: 0
		});
		const messy = await upload(other, await token(other, 'admin'), 'import/preview?name=a.csv', LIST);
		expect(messy.status).toBe(200);
		expect(
			(await upload(conference, await token(conference, 'stage'), 'import?name=ds.csv', GOOD)).status
		).toBe(403);
	});

	it('API-4: invitations are read, a re-issued one is another; each opens its delegate’s page and only the newest does', async () => {
		const conference = await created();
		const secret = await token(conference, 'admin');
		await upload(conference, secret, 'import?name=ds.csv', GOOD);
		const read = async (): Promise<
			{ delegate: string; name: string; token: string; path: string; qr: string }[]
		> => (await node.call(`/conferences/${conference}/invitations`, { token: secret })).json;
		const [first, second] = await read();
		if (!first || !second) throw new Error('two');
		expect([first.name, second.name].sort()).toEqual(['Bế Thị Hai', 'Nông Văn Một']);
		expect(first.path).toBe(`/c/${conference}/me#${first.token}`);
		expect(first.qr).toBe(first.token);
		const mine = (invitation: string) =>
			node.call(`/conferences/${conference}/views/delegate`, { headers: { 'kt-invitation': invitation } });
		const page = await mine(first.token);
		expect(page.status).toBe(200);
		expect(JSON.stringify(page.json)).toContain(first.name);
		expect(JSON.stringify(page.json)).not.toContain(second.name);
		await node.call(`/conferences/${conference}/commands`, {
			token: secret,
			body: { commands: [{ id: nextId('re'), type: 'delegate.reissue', payload: { id: first.delegate } }] }
		});
		expect(await mine(first.token)).toMatchObject({
			status: 410,
			json: { error: { code: 'invitation_reissued' } }
		});
		const fresh = (await read()).find((row) => row.delegate === first.delegate);
		expect(fresh?.token).not.toBe(first.token);
		expect((await mine(fresh?.token ?? '')).status).toBe(200);
		expect((await mine('KHONGCOMANAY')).status).toBe(404);
	});

	it('API-5: a batch is answered in order; replica, view and outcome are read with the same token', async () => {
		const conference = await created();
		const secret = await token(conference, 'stage');
		const post = (commands: unknown[], bearer = secret) =>
			node.call(`/conferences/${conference}/commands`, { token: bearer, body: { commands } });
		const admin = await token(conference, 'admin');
		await post([{ id: nextId('live'), type: 'conference.status', payload: { status: 'live' } }], admin);
		const id = nextId('next');
		const { json } = await post([
			{ id, type: 'programme.next', payload: { expectedItem: null } },
			{ id: nextId('stale'), type: 'programme.next', payload: { expectedItem: null } },
			{ id: nextId('no'), type: 'delegate.reissue', payload: { id: 'd001' } },
			{ id: nextId('bad'), type: 'programme.next', payload: {} }
		]);
		expect(json.answers.map((a: Json) => (a.ok ? 'ok' : a.rejection.code))).toEqual([
			'ok',
			'stale_item',
			'not_allowed',
			'bad_shape'
		]);
		const replica = await node.call(`/conferences/${conference}/replica`, { token: secret });
		expect(replica.json.upTo).toBe(json.answers[0].seq);
		// The first thing that runs: a part, where the first item has parts.
		expect(replica.json.state.programme.live.item).toBe('i1p1');
		const outcome = (command: string, bearer = secret) =>
			node.call(`/conferences/${conference}/commands/${command}`, { token: bearer });
		expect((await outcome(id)).json).toEqual({ id, ok: true, seq: json.answers[0].seq });
		expect(await outcome('never-sent')).toMatchObject({
			status: 404,
			json: { error: { code: 'command_unknown' } }
		});
		// Another device does not learn of it; an admin does.
		expect((await outcome(id, await token(conference, 'stage'))).status).toBe(404);
		expect((await outcome(id, admin)).status).toBe(200);
		const view = await node.call(`/conferences/${conference}/views/mc`, {
			token: await token(conference, 'mc')
		});
		expect(view).toMatchObject({ status: 200, json: { name: 'mc', seq: expect.any(Number) } });
	});

	it('API-6: events since a seq, page by page, until the head: the same as folding all at once', async () => {
		const conference = await created();
		const log = await logOf(node.app, conference);
		await upload(conference, await token(conference, 'admin'), 'import?name=ds.csv', GOOD);
		const [row] = [...rowsOf(log.state.roster.delegates)];
		for (let i = 0; i < 40; i++)
			await log.submit(admit(row?.id ?? ''), { kind: 'device', id: 'p1', role: 'reception' });
		for (const role of ['admin', 'usher', 'stage', 'awards'] as const) {
			const secret = await token(conference, role);
			const read = async (limit: number): Promise<number[]> => {
				const seqs: number[] = [];
				let after = 0;
				for (let page = 0; page < 500; page++) {
					const { status, json } = await node.call(
						`/conferences/${conference}/events?after=${after}&limit=${limit}`,
						{ token: secret }
					);
					expect(status).toBe(200);
					expect(json.prev).toBeLessThanOrEqual(after);
					seqs.push(...json.events.map((event: { seq: number }) => event.seq));
					expect(json.upTo).toBeGreaterThanOrEqual(after);
					if (json.upTo >= json.head) return seqs;
					after = json.upTo;
				}
				throw new Error('never came to the head');
			};
			const whole = await read(1000);
			expect(await read(7), role).toEqual(whole);
			expect(whole.length, role).toBeGreaterThan(40);
		}
	});

	it('API-7: a copy has the settings, checklist and programme of the plan, a title of its own, and nobody on it', async () => {
		const conference = await created();
		const secret = await token(conference, 'admin');
		await upload(conference, secret, 'import?name=ds.csv', GOOD);
		const log = await logOf(node.app, conference);
		const order = (type: string, payload: unknown) => ({ id: nextId('cp'), type, payload });
		const { json } = await node.call(`/conferences/${conference}/commands`, {
			token: secret,
			body: {
				commands: [
					order('conference.status', { status: 'live' }),
					order('desk.save', { desks: [{ name: 'Bàn 1', gate: 'Cổng sau' }] }),
					order('programme.next', { expectedItem: null }),
					order('checklist.tick', { id: log.state.conference.checklist[0]?.id, done: true }),
					// Left out on the day: still in the plan that the copy is made from.
					order('programme.edit', { item: log.state.programme.order.at(-1), patch: { on: false } })
				]
			}
		});
		expect(json.answers.every((answer: { ok: boolean }) => answer.ok)).toBe(true);
		const { status, json: made } = await node.call(`/conferences/${conference}/duplicate`, {
			token: secret,
			method: 'POST'
		});
		expect(status).toBe(200);
		const copy = await logOf(node.app, made.id);
		expect(copy.state.conference).toMatchObject({ status: 'draft', template: '000-trung-khanh' });
		expect(desksOf(copy.state.conference)).toEqual([{ name: 'Bàn 1', gate: 'Cổng sau' }]);
		expect(copy.state.conference.settings).toEqual({
			...log.state.conference.settings,
			title: `${log.state.conference.settings.title} (bản sao)`
		});
		expect(copy.state.conference.checklist.every((row) => row.doneAt === null)).toBe(true);
		expect(copy.state.programme.order).toEqual(log.state.programme.order);
		expect(copy.state.programme.live).toBeNull();
		expect(Object.values(copy.state.programme.items).every((item) => item.on && !item.dropped)).toBe(true);
		for (const id of copy.state.programme.order)
			expect(copy.lookup(`item:${id}`)).toEqual(log.lookup(`item:${id}`));
		expect([...rowsOf(copy.state.roster.delegates)]).toEqual([]);
		const { json: list } = await admin.call('/conferences');
		expect(list.map((row: { id: string }) => row.id)).toEqual(expect.arrayContaining([conference, made.id]));
	});

	const operation = z
		.object({
			summary: z.string().min(5),
			responses: z.record(
				z.string(),
				z.object({ description: z.string().min(1), content: z.record(z.string(), z.unknown()).optional() })
			),
			parameters: z
				.array(
					z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: z.unknown() }).loose()
				)
				.optional(),
			requestBody: z
				.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
				.loose()
				.optional()
		})
		.loose();
	const document = z
		.object({
			openapi: z.literal('3.1.0'),
			info: z.object({ title: z.string(), version: z.string() }).loose(),
			paths: z.record(z.string(), z.record(z.string(), operation)),
			components: z.object({ schemas: z.record(z.string(), z.unknown()) }).loose()
		})
		.loose();

	it('API-8: the OpenAPI document names every route, each with its parameters, its answers and the shape of an error', async () => {
		const { status, json } = await node.call('/openapi.json');
		expect(status).toBe(200);
		const doc = document.parse(json);
		const listed = Object.entries(doc.paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
		);
		// What the router answers, read from the router itself.
		const { createApi } = await import('../../src/lib/server/api/api');
		const api = createApi(
			node.app,
			() => null,
			() => ''
		);
		const routed = api.routes
			.filter((route) => route.method !== 'ALL' && !route.path.endsWith('openapi.json'))
			.map((route) => `${route.method} ${route.path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`);
		expect([...new Set(routed)].sort()).toEqual([...listed].sort());
		expect(listed.length).toBeGreaterThan(20);
		for (const [path, methods] of Object.entries(doc.paths))
			for (const [method, { responses, parameters = [] }] of Object.entries(methods)) {
				expect(Object.keys(responses), `${method} ${path}`).toEqual(
					expect.arrayContaining(['200', 'default'])
				);
				const named = parameters
					.filter((one) => one.in === 'path')
					.map((one) => one.name)
					.sort();
				expect(named, `${method} ${path}`).toEqual(
					[...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
				);
			}
		const refs = [...JSON.stringify(json).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
			(match) => match[1] ?? ''
		);
		expect(refs.length).toBeGreaterThan(5);
		for (const ref of refs) expect(Object.keys(doc.components.schemas)).toContain(ref);
	});

	it('API-9: without rights every route says so in the error shape; none answers 500', async () => {
		const doc = document.parse((await node.call('/openapi.json')).json);
		const conference = await created();
		const open = new Set([
			'/setup',
			'/session',
			'/enrol',
			'/templates',
			'/demo',
			'/tls',
			'/tls/ca.crt',
			'/tls/ca.mobileconfig'
		]);
		for (const [path, methods] of Object.entries(doc.paths))
			for (const method of Object.keys(methods)) {
				const plain = path.replace('/api/v1', '');
				const at = plain.replace('{conference}', conference).replace(/\{\w+\}/g, 'nothing-there');
				const { status, json } = await node.call(at, {
					method: method.toUpperCase(),
					...(method !== 'get' && { body: {} })
				});
				const what = `${method} ${plain} ${status} ${JSON.stringify(json)}`;
				expect(status, what).toBeLessThan(500);
				if (open.has(plain)) continue;
				expect([400, 401, 403, 404], what).toContain(status);
				expect(json.error, what).toMatchObject({ code: expect.any(String), message: expect.any(String) });
			}
	});
});
