/** Owns: administrators and their tokens: listing, inviting, removing, issuing, revoking. For people who signed in. */
import { createRoute, z } from '@hono/zod-openapi';
import { id, text } from '../../protocol/fields';
import { body, jsonOf, needs, personOf, refuse, type Api } from './base';

const adminSchema = z
	.object({ id: z.string(), name: z.string(), createdAt: z.number(), you: z.boolean() })
	.openapi('Admin');
const inviteSchema = z
	.object({ id: z.string(), name: z.string(), createdAt: z.number(), expiresAt: z.number() })
	.openapi('AdminInvite');
const tokenSchema = z
	.object({
		id: z.string(),
		name: z.string(),
		admin: z.string(),
		createdAt: z.number(),
		lastUsed: z.number().nullable()
	})
	.openapi('AdminToken');
const done = z.object({ ok: z.literal(true) });
const name = text(100).pipe(z.string().trim().min(1));

export function adminRoutes(api: Api): void {
	api.openapi(
		createRoute({
			method: 'get',
			path: '/admins',
			security: needs.person,
			summary: 'Administrators, oldest first',
			responses: jsonOf(z.array(adminSchema), 'Administrators')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			const all = await c.var.app.admins.list();
			return c.json(
				all.map((one) => ({ ...one, you: one.id === person.value.id })),
				200
			);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/admins',
			security: needs.person,
			summary: 'Add another administrator whose password one knows; better invite them',
			request: body(z.object({ name: text(100), password: text(200) })),
			responses: jsonOf(z.object({ id: z.string() }), 'Added')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			const wanted = c.req.valid('json');
			const added = await c.var.app.admins.add(wanted.name, wanted.password);
			return added.ok ? c.json({ id: added.value.admin }, 200) : refuse(c, added.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'delete',
			path: '/admins/{admin}',
			security: needs.person,
			summary: 'Remove an administrator with sessions and tokens; the last one stays',
			request: { params: z.object({ admin: id }) },
			responses: jsonOf(done, 'Removed; their screens close at once')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			const removed = await c.var.app.admins.remove(c.req.valid('param').admin);
			return removed.ok ? c.json({ ok: true as const }, 200) : refuse(c, removed.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/admin-invites',
			security: needs.person,
			summary: 'Links that still make an administrator',
			responses: jsonOf(z.array(inviteSchema), 'Links, without their secrets')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			return c.json(await c.var.app.admins.invites(), 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/admin-invites',
			security: needs.person,
			summary: 'A one-time link, for three days, with which somebody becomes administrator',
			request: body(z.object({ name })),
			responses: jsonOf(
				inviteSchema.extend({ secret: z.string(), path: z.string() }),
				'Shown once; only a hash is kept'
			)
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			const invite = await c.var.app.admins.invite(c.req.valid('json').name);
			return c.json({ ...invite, path: `/setup#${invite.secret}` }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'delete',
			path: '/admin-invites/{invite}',
			security: needs.person,
			summary: 'Withdraw such a link',
			request: { params: z.object({ invite: id }) },
			responses: jsonOf(done, 'Withdrawn')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			const gone = await c.var.app.admins.withdrawInvite(c.req.valid('param').invite);
			return gone.ok ? c.json({ ok: true as const }, 200) : refuse(c, gone.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/admin-tokens',
			security: needs.person,
			summary: 'Tokens that act for an administrator in every conference',
			responses: jsonOf(z.array(tokenSchema), 'Tokens, without their secrets')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			return c.json(await c.var.app.adminTokens.list(), 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/admin-tokens',
			security: needs.person,
			summary: 'Issue a token for a script that creates and runs conferences, as `Authorization: Bearer`',
			request: body(z.object({ name })),
			responses: jsonOf(tokenSchema.extend({ secret: z.string() }), 'Shown once; only a hash is kept')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			return c.json(await c.var.app.adminTokens.issue(person.value, c.req.valid('json').name), 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'delete',
			path: '/admin-tokens/{token}',
			security: needs.person,
			summary: 'Revoke a token; its sockets close at once',
			request: { params: z.object({ token: id }) },
			responses: jsonOf(done, 'Revoked')
		}),
		async (c) => {
			const person = await personOf(c);
			if (!person.ok) return refuse(c, person.rejection);
			const gone = await c.var.app.adminTokens.revoke(c.req.valid('param').token);
			return gone.ok ? c.json({ ok: true as const }, 200) : refuse(c, gone.rejection);
		}
	);
}
