/** Owns: setup, sign-in, enrolment: how a person or a device becomes known. */
import { createRoute, z } from '@hono/zod-openapi';
import { setCookie, deleteCookie } from 'hono/cookie';
import { roleTable } from '../../core/access/table';
import { text } from '../../protocol/fields';
import { ADMIN_COOKIE, SESSION_MS } from '../auth/admins';
import { deviceCookie } from '../auth/devices';
import { cookiesOf } from '../app';
import { adminOf, body, jsonOf, refuse, type Api, type Ctx, needs } from './base';

const YEAR_S = 365 * 24 * 3600;

const cookieOptions = (c: Ctx, maxAge: number) =>
	({ httpOnly: true, sameSite: 'Strict', path: '/', secure: c.env.encrypted, maxAge }) as const;

const me = z
	.object({
		admin: z.object({ id: z.string(), name: z.string() }).nullable(),
		needsSetup: z.boolean(),
		devices: z.array(
			z.object({
				id: z.string(),
				conference: z.string(),
				name: z.string(),
				role: z.string(),
				desk: z.string().nullable(),
				screen: z.string(),
				pending: z.boolean()
			})
		)
	})
	.openapi('Me');

export function sessionRoutes(api: Api): void {
	api.openapi(
		createRoute({
			method: 'post',
			path: '/setup',
			security: needs.nothing,
			summary: 'Become an administrator with a one-time link: the first one’s, or an invitation',
			request: body(z.object({ secret: text(100), name: text(100), password: text(200) })),
			responses: jsonOf(z.object({ ok: z.literal(true) }), 'Signed in')
		}),
		async (c) => {
			const { secret, name, password } = c.req.valid('json');
			const done = await c.var.app.admins.setUp(secret, name, password);
			if (!done.ok) return refuse(c, done.rejection);
			const cookie = await c.var.app.admins.openSession(done.value.admin);
			setCookie(c, ADMIN_COOKIE, cookie, cookieOptions(c, SESSION_MS / 1000));
			return c.json({ ok: true as const }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/session',
			security: needs.nothing,
			summary: 'Sign in as administrator',
			request: body(z.object({ name: text(100), password: text(200) })),
			responses: jsonOf(z.object({ ok: z.literal(true) }), 'Signed in')
		}),
		async (c) => {
			const { name, password } = c.req.valid('json');
			const done = await c.var.app.admins.signIn(name, password, c.env.address);
			if (!done.ok) return refuse(c, done.rejection);
			const cookie = await c.var.app.admins.openSession(done.value.admin);
			setCookie(c, ADMIN_COOKIE, cookie, cookieOptions(c, SESSION_MS / 1000));
			return c.json({ ok: true as const }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'delete',
			path: '/session',
			security: needs.nothing,
			summary: 'Sign out',
			responses: jsonOf(z.object({ ok: z.literal(true) }), 'Signed out')
		}),
		async (c) => {
			const secret = cookiesOf(c.req.header('cookie') ?? '').get(ADMIN_COOKIE);
			if (secret) await c.var.app.admins.closeSession(secret);
			deleteCookie(c, ADMIN_COOKIE, { path: '/' });
			return c.json({ ok: true as const }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/session',
			security: needs.nothing,
			summary: 'Who this browser is: administrator and enrolled devices',
			responses: jsonOf(me, 'Known identities')
		}),
		async (c) => {
			const { app } = c.var;
			const admin = await adminOf(c);
			const devices: z.infer<typeof me>['devices'] = [];
			for (const [name, value] of cookiesOf(c.req.header('cookie') ?? '')) {
				if (!name.startsWith('kt_d_')) continue;
				const found = await app.devices.bySecret(value);
				if (!found) continue;
				const pending = 'pending' in found;
				const info = pending ? found.pending : found;
				devices.push({
					id: info.id,
					conference: found.conference,
					name: info.name,
					role: info.role,
					desk: info.desk,
					screen: info.screen ?? roleTable[info.role].screen,
					pending
				});
			}
			return c.json(
				{
					admin: admin && { id: admin.id, name: admin.name },
					needsSetup: !(await app.admins.exist()),
					devices
				},
				200
			);
		}
	);

	const enrolled = z
		.object({
			device: z.string(),
			conference: z.string(),
			role: z.string(),
			screen: z.string(),
			status: z.enum(['pending', 'active', 'revoked'])
		})
		.openapi('Enrolled');

	api.openapi(
		createRoute({
			method: 'post',
			path: '/enrol',
			security: needs.nothing,
			summary: 'Enrol this browser with a one-time secret or a short code',
			request: body(
				z.union([
					z.object({ secret: text(100), name: text(80).optional() }),
					z.object({ code: z.string().regex(/^\d{6}$/), name: text(80).optional() })
				])
			),
			responses: jsonOf(enrolled, 'Enrolled; the cookie is set')
		}),
		async (c) => {
			const input = c.req.valid('json');
			const { devices } = c.var.app;
			const name = input.name ?? '';
			const done =
				'secret' in input
					? await devices.enrolBySecret(input.secret, name)
					: await devices.enrolByCode(input.code, name, c.env.address);
			if (!done.ok) return refuse(c, done.rejection);
			const { device, secret, conference, role, status } = done.value;
			setCookie(c, deviceCookie(device), secret, cookieOptions(c, YEAR_S));
			return c.json({ device, conference, role, screen: roleTable[role].screen, status }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/enrol/offer',
			security: needs.nothing,
			summary: 'What a one-time secret offers, without using it',
			request: body(z.object({ secret: text(100) })),
			responses: jsonOf(
				z
					.object({
						conference: z.string(),
						title: z.string(),
						role: z.string(),
						desk: z.string().nullable()
					})
					.openapi('Offer'),
				'Conference and role'
			)
		}),
		async (c) => {
			const { app } = c.var;
			const offer = await app.devices.offered(c.req.valid('json').secret);
			if (!offer.ok) return refuse(c, offer.rejection);
			const log = await app.conferences.get(offer.value.conference);
			if (!log) return refuse(c, { code: 'conference_unknown' });
			return c.json({ ...offer.value, title: log.state.conference.settings.title }, 200);
		}
	);
}
