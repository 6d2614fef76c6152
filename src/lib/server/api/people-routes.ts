/** Owns: delegates from files, invitations, devices and their enrolment. Admins only. */
import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { rowsOf } from '../../core/table';
import { id, role, text } from '../../protocol/fields';
import { actorOf } from '../auth/principal';
import { importDelegates, previewImport } from '../conference/import';
import { tokenOf } from '../conference/invitations';
import { MAX_FILE_BYTES } from '../documents/read-table';
import { body, conferenceParam, enter, jsonOf, refuse, type Api, needs } from './base';

const file = {
	body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }
};
const fileName = z.object({ name: z.string().max(255).default('') });
const loose = z.record(z.string(), z.unknown());

const deviceSchema = z
	.object({
		id: z.string(),
		name: z.string(),
		role: z.string(),
		desk: z.string().nullable(),
		kind: z.string(),
		status: z.string(),
		createdAt: z.number(),
		lastSeen: z.number().nullable(),
		connected: z.boolean(),
		queued: z.number(),
		latency: z.number().nullable(),
		screen: z.string().nullable()
	})
	.openapi('Device');
const deviceParam = conferenceParam.extend({ device: id });

export function peopleRoutes(api: Api): void {
	api.use('/conferences/:conference/import/*', fileLimit());
	api.use('/conferences/:conference/import', fileLimit());

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/import/preview',
			security: needs.conferenceAdmin,
			summary: 'Read an .xlsx or .csv and say what would be imported; writes nothing',
			request: { params: conferenceParam, query: fileName, ...file },
			responses: jsonOf(loose, 'Rows, bad rows with reasons, warnings, recognised columns')
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const bytes = new Uint8Array(await c.req.arrayBuffer());
			const preview = await previewImport(entered.log, bytes, c.req.valid('query').name, c.var.app.now());
			return preview.ok ? c.json({ ...preview.value }, 200) : refuse(c, preview.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/import',
			security: needs.conferenceAdmin,
			summary: 'Import the file: all of it, or with skipBad=1 its good rows; one transaction',
			request: {
				params: conferenceParam,
				query: fileName.extend({ skipBad: z.enum(['0', '1']).default('0') }),
				...file
			},
			responses: jsonOf(z.object({ added: z.number(), skipped: z.number() }), 'Imported')
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { name, skipBad } = c.req.valid('query');
			const bytes = new Uint8Array(await c.req.arrayBuffer());
			const done = await importDelegates(
				entered.log,
				{ bytes, fileName: name, skipBad: skipBad === '1', now: c.var.app.now() },
				actorOf(entered.principal)
			);
			return done.ok ? c.json(done.value, 200) : refuse(c, done.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/invitations',
			security: needs.conferenceAdmin,
			summary: 'Every delegate’s invitation token and link',
			request: { params: conferenceParam },
			responses: jsonOf(
				z.array(
					z.object({
						delegate: z.string(),
						honorific: z.string(),
						name: z.string(),
						title: z.string(),
						unit: z.string(),
						invitationNumber: z.string().nullable(),
						withdrawn: z.boolean(),
						token: z.string(),
						path: z.string(),
						qr: z.string()
					})
				),
				'`qr` is what the QR holds: a link when a public origin is set, else the bare token'
			)
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { log } = entered;
			const { origin } = c.var.app;
			const word = (value: unknown): string => (typeof value === 'string' ? value : '');
			const list = [...rowsOf(log.state.roster.delegates)].map((row) => {
				const who = log.lookup(`delegate:${row.id}`);
				const token = tokenOf(log, row.id, row.tokenVersion);
				const path = `/c/${log.id}/me#${token}`;
				return {
					delegate: row.id,
					honorific: word(who?.['honorific']),
					name: word(who?.['name']),
					title: word(who?.['title']),
					unit: row.unit,
					invitationNumber: row.invitationNumber,
					withdrawn: row.withdrawn,
					token,
					path,
					qr: origin ? origin + path : token
				};
			});
			return c.json(
				list.sort((a, b) => a.unit.localeCompare(b.unit, 'vi') || a.name.localeCompare(b.name, 'vi')),
				200
			);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/devices',
			security: needs.conferenceAdmin,
			summary: 'Devices with connection, queue and latency; the stage sees them too',
			request: { params: conferenceParam },
			responses: jsonOf(z.array(deviceSchema), 'Devices')
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { role: asker } = entered.principal;
			if (asker !== 'admin' && asker !== 'stage') return refuse(c, { code: 'not_allowed' });
			return c.json(await c.var.app.devices.list(entered.log.id), 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/devices',
			security: needs.conferenceAdmin,
			summary: 'Issue a token for a script, shown once; used as `Authorization: Bearer`',
			request: {
				params: conferenceParam,
				...body(z.object({ name: text(80), role, desk: text(80).nullable().default(null) }))
			},
			responses: jsonOf(z.object({ device: z.string(), secret: z.string() }), 'Issued')
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const wanted = c.req.valid('json');
			if (wanted.role === 'delegate') return refuse(c, { code: 'bad_shape' });
			const done = await c.var.app.devices.issueToken(entered.log.id, wanted);
			if (!done.ok) return refuse(c, done.rejection);
			return c.json({ device: done.value.device, secret: done.value.secret }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'patch',
			path: '/conferences/{conference}/devices/{device}',
			security: needs.conferenceAdmin,
			summary: 'Rename, re-role, move to a desk, send to another screen',
			request: {
				params: deviceParam,
				...body(
					z.object({
						name: text(80).pipe(z.string().min(1)).optional(),
						role: role.exclude(['delegate']).optional(),
						desk: text(80).nullable().optional(),
						screen: text(200).nullable().optional()
					})
				)
			},
			responses: jsonOf(deviceSchema, 'Changed; an open screen follows at once')
		}),
		async (c) => {
			const { conference, device } = c.req.valid('param');
			const entered = await enter(c, conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const patch = c.req.valid('json');
			const done = await c.var.app.devices.change(conference, device, {
				...(patch.name !== undefined && { name: patch.name }),
				...(patch.role !== undefined && { role: patch.role }),
				...(patch.desk !== undefined && { desk: patch.desk }),
				...(patch.screen !== undefined && { screen: patch.screen })
			});
			return done.ok ? c.json(done.value, 200) : refuse(c, done.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/devices/{device}/approve',
			security: needs.conferenceAdmin,
			summary: 'Approve a device that came by link or short code',
			request: { params: deviceParam },
			responses: jsonOf(deviceSchema, 'Approved')
		}),
		async (c) => {
			const { conference, device } = c.req.valid('param');
			const entered = await enter(c, conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const done = await c.var.app.devices.approve(conference, device);
			return done.ok ? c.json(done.value, 200) : refuse(c, done.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'delete',
			path: '/conferences/{conference}/devices/{device}',
			security: needs.conferenceAdmin,
			summary: 'Revoke a device or token; its sockets close at once',
			request: { params: deviceParam },
			responses: jsonOf(z.object({ ok: z.literal(true) }), 'Revoked')
		}),
		async (c) => {
			const { conference, device } = c.req.valid('param');
			const entered = await enter(c, conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const done = await c.var.app.devices.revoke(conference, device);
			return done.ok ? c.json({ ok: true as const }, 200) : refuse(c, done.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/enrolments',
			security: needs.conferenceAdmin,
			summary: 'Offer a role: a one-time QR and code for today, or a link of several days to approve',
			request: {
				params: conferenceParam,
				...body(
					z.object({
						name: text(80),
						role: role.exclude(['delegate', 'admin']),
						desk: text(80).nullable().default(null),
						kind: z.enum(['day', 'advance'])
					})
				)
			},
			responses: jsonOf(
				z.object({
					id: z.string(),
					secret: z.string(),
					code: z.string().nullable(),
					expiresAt: z.number(),
					path: z.string()
				}),
				'Shown once; only hashes are kept'
			)
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const offer = await c.var.app.devices.offer(entered.log.id, c.req.valid('json'));
			return c.json({ ...offer, path: `/e#${offer.secret}` }, 200);
		}
	);
}

const fileLimit = () =>
	bodyLimit({
		maxSize: MAX_FILE_BYTES,
		onError: (c) => refuse(c, { code: 'file_too_large', params: { megabytes: MAX_FILE_BYTES / 1024 / 1024 } })
	});
