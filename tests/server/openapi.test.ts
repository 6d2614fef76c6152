import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startNode, type TestNode } from '../support/node';
import { maySend } from '../../src/lib/core/access/table';
import { roles } from '../../src/lib/core/access/roles';
import { commandTypes } from '../../src/lib/core/log/decide';
import { sliceNames } from '../../src/lib/core/log/slices';
import { viewNames } from '../../src/lib/core/views/registry';
import { freshDatabase, type FreshDatabase } from '../database';
import { demo } from '../support/conference';
import { samples } from '../support/samples';

const schema = z.record(z.string(), z.unknown());
const document = z.object({
	paths: z.record(
		z.string(),
		z.record(z.string(), z.object({ security: z.array(z.record(z.string(), z.array(z.string()))) }).loose())
	),
	components: z.object({
		schemas: z.record(z.string(), schema),
		securitySchemes: z.record(z.string(), schema)
	})
});
const union = z.object({
	oneOf: z.array(z.object({ $ref: z.string() })),
	discriminator: z.object({ propertyName: z.literal('type'), mapping: z.record(z.string(), z.string()) })
});

describe('what the OpenAPI document describes', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let doc: z.infer<typeof document>;
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
		doc = document.parse((await node.call('/openapi.json')).json);
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});
	/** A schema of the document as a checker of values. */
	const reader = (name: string) =>
		z.fromJSONSchema(
			JSON.parse(
				JSON.stringify({ $ref: `#/components/schemas/${name}`, $defs: doc.components.schemas }).replaceAll(
					'#/components/schemas/',
					'#/$defs/'
				)
			)
		);

	it('API-13: every command that a screen may send is described, told apart by its type, and fits what the server takes', () => {
		const { oneOf, discriminator } = union.parse(doc.components.schemas['Command']);
		const sendable = commandTypes.filter((type) => roles.some((role) => maySend(role, type)));
		expect(Object.keys(discriminator.mapping).sort()).toEqual([...sendable].sort());
		expect(oneOf.map(({ $ref }) => $ref).sort()).toEqual(Object.values(discriminator.mapping).sort());
		expect(JSON.stringify(doc.components.schemas['Commands'])).toContain('"#/components/schemas/Command"');
		for (const type of sendable) {
			const name = discriminator.mapping[type]?.split('/').at(-1) ?? '';
			const read = reader(name);
			const good = { id: 'command-0001', type, payload: samples[type] };
			expect(read.safeParse(good).error?.issues ?? [], type).toEqual([]);
			expect(read.safeParse({ ...good, payload: 17 }).success, type).toBe(false);
			expect(read.safeParse({ ...good, type: 'another' }).success, type).toBe(false);
			expect(doc.components.schemas[name]?.['description'], type).toMatch(/^(A fact|An order).*Roles: \w/);
		}
	});

	it('API-14: slices, views and events have names and descriptions, and the sample day fits them', async () => {
		for (const name of [...sliceNames.map((one) => `Slice${one}`), ...viewNames.map((one) => `View${one}`)]) {
			const found = Object.keys(doc.components.schemas).find(
				(one) => one.toLowerCase() === name.toLowerCase()
			);
			expect(doc.components.schemas[found ?? '']?.['description'], name).toEqual(expect.any(String));
		}
		const log = await demo(node.app);
		const token = await node.token(log.id, 'admin');
		const replica = await node.call(`/conferences/${log.id}/replica`, { token });
		expect(reader('ReplicaSnapshot').safeParse(replica.json).error?.issues ?? []).toEqual([]);
		const events = await node.call(`/conferences/${log.id}/events?after=0`, { token });
		expect(reader('ReplicaMessage').safeParse(events.json).error?.issues ?? []).toEqual([]);
		const mc = await node.token(log.id, 'mc');
		const view = await node.call(`/conferences/${log.id}/views/mc`, { token: mc });
		expect(reader('ViewMc').safeParse(view.json.view).error?.issues ?? []).toEqual([]);
	});

	it('API-15: every route says who may call it, and one that names no anonymous way refuses the anonymous', async () => {
		for (const [path, methods] of Object.entries(doc.paths))
			for (const [method, { security }] of Object.entries(methods)) {
				for (const scheme of security.flatMap((one) => Object.keys(one)))
					expect(Object.keys(doc.components.securitySchemes), `${method} ${path}`).toContain(scheme);
				if (!security.length || security.some((one) => !Object.keys(one).length)) continue;
				const at = path.replace('/api/v1', '').replace(/\{\w+\}/g, 'nothing-there');
				const { status, json } = await node.call(at, {
					method: method.toUpperCase(),
					...(method === 'post' && {
						body: { name: 'A', password: 'B', role: 'board', kind: 'day', template: null, size: 1 }
					})
				});
				expect([401, 404], `${method} ${path} ${JSON.stringify(json)}`).toContain(status);
			}
	});
});
