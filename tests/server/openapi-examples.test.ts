import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
// First: it teaches the schemas of the wire to describe themselves.
import { startNode, type TestNode } from '../support/node';
import { parseCommand } from '../../src/lib/protocol/commands';
import { examples } from '../../src/lib/server/api/examples';
import { freshDatabase, type FreshDatabase } from '../database';
import { Visitor } from '../support/visitor';

const content = z.record(z.string(), z.unknown()).optional();
const operation = z.object({
	requestBody: z.object({ content }).optional(),
	responses: z.record(z.string(), z.object({ content }))
});
const document = z.object({
	paths: z.record(z.string(), z.record(z.string(), operation)),
	components: z.object({ schemas: z.record(z.string(), z.unknown()) })
});

describe('the examples of the OpenAPI document', () => {
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

	it('API-12: every JSON body has an example, and each fits the schema it stands beside', async () => {
		const doc = document.parse((await node.call('/openapi.json')).json);
		const media = z.object({ schema: z.unknown(), example: z.unknown() });
		let held = 0;
		const hold = (what: string, content?: Record<string, unknown>): void => {
			if (!content?.['application/json']) return;
			const { schema, example } = media.parse(content['application/json']);
			expect(example, `${what} has no example`).toBeDefined();
			const whole = JSON.parse(
				JSON.stringify({ ...Object(schema), $defs: doc.components.schemas }).replaceAll(
					'#/components/schemas/',
					'#/$defs/'
				)
			);
			const read = z.fromJSONSchema(whole).safeParse(example);
			expect(read.error?.issues ?? [], what).toEqual([]);
			// A schema that takes anything would prove nothing of the example.
			expect(z.fromJSONSchema(whole).safeParse(17).success, `${what} takes anything`).toBe(false);
			held++;
		};
		for (const [path, methods] of Object.entries(doc.paths))
			for (const [method, { requestBody, responses }] of Object.entries(methods)) {
				hold(`${method} ${path} request`, requestBody?.content);
				for (const [status, { content }] of Object.entries(responses))
					hold(`${method} ${path} ${status}`, content);
			}
		expect(held).toBeGreaterThan(60);

		// The commands of the batch are open in the document; here they go through the wire's own schemas.
		const { commands } = z
			.object({ commands: z.array(z.unknown()) })
			.parse(examples()['post /conferences/{conference}/commands']?.request);
		expect(commands.map((command) => parseCommand(command))).toEqual(
			commands.map((command) => ({ ok: true, command }))
		);
		// No example is left behind by a route that went.
		const routes = Object.entries(doc.paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method} ${path.replace('/api/v1', '')}`)
		);
		for (const key of Object.keys(examples())) expect(routes).toContain(key);
	});

	it('API-11: the examples of creating, offering a role and issuing a token are taken as they stand', async () => {
		const known = examples();
		const made = await admin.call('/conferences', known['post /conferences']?.request);
		expect(made.status).toBe(200);
		const send = (key: string) =>
			admin.call(key.split(' ')[1]?.replace('{conference}', made.json.id) ?? '', known[key]?.request);
		for (const key of [
			'post /conferences/{conference}/enrolments',
			'post /conferences/{conference}/devices'
		]) {
			const { status, json } = await send(key);
			expect(status, key).toBe(200);
			expect(Object.keys(json), key).toEqual(Object.keys(Object(known[key]?.response)));
		}
	});
});
