/** Owns: conferences, templates and what a caller reads of one: replica, view, events, outcome of a command. */
import { createRoute, z } from '@hono/zod-openapi';
import { scheduleWords } from '../../core/conference/from-template';
import { TEMPLATES } from '../../core/conference/templates';
import { mayView, slicesOf } from '../../core/access/table';
import { viewNames } from '../../core/views/registry';
import { commandId, text } from '../../protocol/fields';
import { actorOf, deviceOf } from '../auth/principal';
import { createConference, duplicateConference, listConferences } from '../conference/service';
import { makeDemo } from '../conference/demo';
import { messageFor, snapshotFor, viewFor, visibleHead } from '../gateway/receive';
import { MAX_BATCH, runCommands } from '../gateway/run-commands';
import { readCommands, readEvents } from '../log/store';
import {
	adminOf,
	asHeader,
	body,
	conferenceParam,
	enter,
	jsonOf,
	refuse,
	revokedOf,
	type Api,
	needs
} from './base';

const row = z
	.object({
		id: z.string(),
		title: z.string(),
		status: z.string(),
		template: z.string().nullable(),
		createdAt: z.number()
	})
	.openapi('Conference');
const made = z.object({ id: z.string() });

export function conferenceRoutes(api: Api): void {
	api.openapi(
		createRoute({
			method: 'get',
			path: '/templates',
			security: needs.nothing,
			summary: 'The five templates',
			responses: jsonOf(
				z.array(
					z.object({
						id: z.string(),
						title: z.string(),
						organiser: z.string(),
						schedule: z.string(),
						items: z.number()
					})
				),
				'Templates'
			)
		}),
		(c) =>
			c.json(
				TEMPLATES.map((t) => ({
					id: t.id,
					title: t.title,
					organiser: t.organiser,
					schedule: scheduleWords(t),
					items: t.programme.length
				})),
				200
			)
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences',
			security: needs.organiser,
			summary: 'All conferences',
			responses: jsonOf(z.array(row), 'Newest first')
		}),
		async (c) => {
			if (!(await adminOf(c))) return refuse(c, { code: 'not_signed_in' });
			return c.json(await listConferences(c.var.app), 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences',
			security: needs.organiser,
			summary: 'Create from a template, or empty with a title',
			request: body(z.object({ template: text(60).nullable(), title: text(500).optional() })),
			responses: jsonOf(made, 'Created')
		}),
		async (c) => {
			const admin = await adminOf(c);
			if (!admin) return refuse(c, { code: 'not_signed_in' });
			const done = await createConference(c.var.app, c.req.valid('json'), actorOf(admin));
			return done.ok ? c.json(done.value, 200) : refuse(c, done.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/demo',
			security: [...needs.organiser, {}],
			summary: 'Load the sample conference; without an administrator only from this very machine',
			responses: jsonOf(
				z.object({ id: z.string(), links: z.array(z.object({ role: z.string(), url: z.string() })) }),
				'Loaded; a link a role, each for one device, valid seven days'
			)
		}),
		async (c) => {
			const admin = await adminOf(c);
			const { app } = c.var;
			if (!admin && (!c.env.direct || (await app.admins.exist())))
				return refuse(c, { code: 'not_signed_in' });
			return c.json(await makeDemo(app), 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}',
			security: needs.anyRole,
			summary: 'Title, status and counts of one conference',
			request: { params: conferenceParam },
			responses: jsonOf(
				row.extend({ head: z.number(), epoch: z.number(), now: z.number() }),
				'The conference'
			)
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { log } = entered;
			return c.json(
				{
					id: log.id,
					title: log.state.conference.settings.title,
					status: log.state.conference.status,
					template: log.state.conference.template,
					createdAt: log.createdAt,
					head: log.head,
					epoch: log.epoch,
					now: c.var.app.now()
				},
				200
			);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/duplicate',
			security: needs.conferenceAdmin,
			summary: 'A new draft with the same settings, checklist and programme',
			request: { params: conferenceParam },
			responses: jsonOf(made, 'Created')
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'admin');
			if (!entered.ok) return refuse(c, entered.rejection);
			const done = await duplicateConference(c.var.app, entered.log, actorOf(entered.principal));
			return done.ok ? c.json(done.value, 200) : refuse(c, done.rejection);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/replica',
			security: needs.anyRole,
			summary: 'Snapshot of the slices the caller’s role holds',
			request: { params: conferenceParam, headers: asHeader },
			responses: jsonOf(
				z
					.object({
						epoch: z.number(),
						upTo: z.number(),
						state: z.record(z.string(), z.unknown()),
						personal: z.record(z.string(), z.record(z.string(), z.unknown()))
					})
					.openapi('ReplicaSnapshot'),
				'Snapshot'
			)
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const snapshot = snapshotFor(entered.log, entered.principal.role);
			return snapshot ? c.json(snapshot, 200) : refuse(c, { code: 'not_allowed' });
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/events',
			security: needs.anyRole,
			summary: 'Events the caller’s replica may see after a seq, with the personal rows they touch',
			request: {
				params: conferenceParam,
				headers: asHeader,
				query: z.object({
					after: z.coerce.number().int().min(0).default(0),
					limit: z.coerce.number().int().min(1).max(1000).default(500)
				})
			},
			responses: jsonOf(
				z
					.object({
						epoch: z.number(),
						prev: z.number(),
						upTo: z.number(),
						events: z.array(z.record(z.string(), z.unknown())),
						personal: z.record(z.string(), z.record(z.string(), z.unknown()).nullable()),
						head: z.number()
					})
					.openapi('ReplicaMessage'),
				'Ask again with `after = upTo` until `upTo` reaches `head`'
			)
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { log, principal } = entered;
			if (!slicesOf(principal.role)) return refuse(c, { code: 'not_allowed' });
			const { after, limit } = c.req.valid('query');
			// Not further than this node has folded: names of later events are not here yet.
			const events = (await readEvents(c.var.app.db, log.id, after, limit)).filter((e) => e.seq <= log.head);
			const head = visibleHead(log, principal.role);
			const message = messageFor(log, principal.role, events, after) ?? {
				epoch: log.epoch,
				prev: after,
				upTo: events.at(-1)?.seq ?? after,
				events: [],
				personal: {}
			};
			// Events that this role cannot see still move the reader forward.
			return c.json({ ...message, upTo: Math.max(message.upTo, events.at(-1)?.seq ?? after), head }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/views/{view}',
			security: needs.anyRole,
			summary: 'A view: what one screen shows, computed by the server',
			request: {
				params: conferenceParam.extend({ view: z.string().max(40) }),
				headers: asHeader.extend({ 'kt-invitation': z.string().max(300).optional() })
			},
			responses: jsonOf(
				z.object({ name: z.string(), epoch: z.number(), seq: z.number(), view: z.unknown() }).openapi('View'),
				'The view'
			)
		}),
		async (c) => {
			const { conference, view } = c.req.valid('param');
			const entered = await enter(c, conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { log, principal } = entered;
			const name = viewNames.find((one) => one === view);
			if (!name) return refuse(c, { code: 'not_found' });
			if (!mayView(principal.role, name)) return refuse(c, { code: 'not_allowed' });
			const reader = {
				role: principal.role,
				device: deviceOf(principal),
				delegate: principal.kind === 'delegate' ? principal.delegate : null
			};
			return c.json({ name, epoch: log.epoch, seq: log.head, view: viewFor(log, name, reader) }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/commands',
			security: needs.anyRole,
			summary: `Send up to ${MAX_BATCH} commands; an answer each, in order`,
			request: {
				params: conferenceParam,
				headers: asHeader,
				// Each is read and answered for itself, so that one broken command does not refuse the batch; the document
				// describes each type (`describe.ts`).
				...body(
					z
						.object({ commands: z.array(z.record(z.string(), z.unknown())).max(MAX_BATCH) })
						.openapi('Commands')
				)
			},
			responses: jsonOf(
				z.object({
					answers: z.array(
						z.union([
							z.object({ id: z.string(), ok: z.literal(true), seq: z.number() }),
							z.object({
								id: z.string().nullable(),
								ok: z.literal(false),
								rejection: z.object({
									code: z.string(),
									params: z.record(z.string(), z.union([z.string(), z.number()])).optional()
								})
							})
						])
					)
				}),
				'Answers'
			)
		}),
		async (c) => {
			const { conference } = c.req.valid('param');
			const { commands } = c.req.valid('json');
			const entered = await enter(c, conference, 'any');
			if (!entered.ok || entered.principal.kind === 'public') {
				const late = await revokedOf(c, conference);
				if (late) {
					const answers = await runCommands(c.var.app, late.log, late.device, commands, late.revokedAt);
					return c.json({ answers }, 200);
				}
				return refuse(c, entered.ok ? { code: 'not_signed_in' } : entered.rejection);
			}
			return c.json({ answers: await runCommands(c.var.app, entered.log, entered.principal, commands) }, 200);
		}
	);

	api.openapi(
		createRoute({
			method: 'get',
			path: '/conferences/{conference}/commands/{command}',
			security: needs.anyRole,
			summary: 'What became of a command of one’s own',
			request: { params: conferenceParam.extend({ command: commandId }), headers: asHeader },
			responses: jsonOf(z.object({ id: z.string(), ok: z.literal(true), seq: z.number() }), 'It was accepted')
		}),
		async (c) => {
			const { conference, command } = c.req.valid('param');
			const entered = await enter(c, conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const [found] = await readCommands(c.var.app.db, entered.log.id, [command]);
			const actor = actorOf(entered.principal);
			const mine =
				found && (found.actor === `${actor.kind}:${actor.id}` || entered.principal.role === 'admin');
			if (!found || !mine) return refuse(c, { code: 'command_unknown' });
			return c.json({ id: found.id, ok: true as const, seq: found.result.seq }, 200);
		}
	);
}
