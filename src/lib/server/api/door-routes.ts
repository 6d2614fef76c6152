/** Owns: what one invitation is, asked by a kiosk or a desk: one person's greeting and seat, never a list. */
import { createRoute, z } from '@hono/zod-openapi';
import { desc, ne } from 'drizzle-orm';
import { mayGreet } from '../../core/access/table';
import { greetingOf, type Greeting } from '../../core/admissions/greeting';
import { acceptedHere, verdictFor } from '../../core/admissions/verdict';
import { hashToken64, normaliseScan } from '../../core/invitations/token';
import type { App } from '../app';
import { resolveToken } from '../conference/invitations';
import { conference as table } from '../db/schema';
import type { ConferenceLog } from '../log/conference-log';
import { asHeader, body, conferenceParam, enter, jsonOf, needs, refuse, type Api } from './base';

/** A commune holds a few conferences a year; a code of an older one is just unknown. */
const OTHERS = 20;

export async function greet(app: App, log: ConferenceLog, scan: string): Promise<Greeting> {
	const token = normaliseScan(scan);
	const found = token === null ? null : resolveToken(log, token);
	const codes = new Map(token && found ? [[hashToken64(token), found]] : []);
	const accepts = acceptedHere(log.id, log.state.conference.rehearsalOf);
	const verdict = verdictFor(log.state, codes, { scan, accepts });
	const foreign = token !== null && found === null ? await titleOfOther(app, log, token) : null;
	return greetingOf(verdict, log.lookup, log.state.seating, foreign);
}

/** Title of the other conference here whose invitation this is; null for none. */
async function titleOfOther(app: App, log: ConferenceLog, token: string): Promise<string | null> {
	const rows = await app.db.orm
		.select({ id: table.id })
		.from(table)
		.where(ne(table.id, log.id))
		.orderBy(desc(table.createdAt))
		.limit(OTHERS);
	for (const { id } of rows) {
		const other = await app.conferences.get(id);
		if (other && resolveToken(other, token)) return other.state.conference.settings.title;
	}
	return null;
}

const tone = z.enum(['green', 'amber', 'blue', 'red']);
/** Decimetres, seen facing the stage from the seats. */
const xy = z.tuple([z.number(), z.number()]);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const side = z.enum(['left', 'right']);
const way = z
	.object({
		box,
		stage: box,
		blocks: z.array(z.object({ name: z.string(), colour: z.string(), points: z.string() })),
		own: z.number(),
		doors: z.array(z.object({ name: z.string(), at: xy })),
		door: z.number().nullable(),
		doorName: z.string(),
		row: z.tuple([xy, xy]),
		seat: xy,
		path: z.string().nullable(),
		aisle: z
			.union([
				z.object({ at: z.literal('middle') }),
				z.object({ at: z.literal('between'), blocks: z.tuple([z.string(), z.string()]) }),
				z.object({ at: z.enum(['inside', 'left', 'right']), block: z.string() })
			])
			.nullable(),
		hand: side.nullable(),
		steps: side.nullable()
	})
	.openapi('Way');
const greeting = z
	.object({
		tone,
		code: z.string(),
		silent: z.boolean(),
		person: z
			.object({ honorific: z.string(), name: z.string(), title: z.string(), unit: z.string() })
			.nullable(),
		seat: z
			.object({
				blockName: z.string(),
				door: z.string(),
				colour: z.string(),
				row: z.string(),
				seat: z.string(),
				moved: z.boolean()
			})
			.nullable(),
		way: way.nullable(),
		recipient: z.object({ wave: z.number(), position: z.number() }).nullable(),
		conference: z.string().nullable()
	})
	.openapi('Greeting');

export function doorRoutes(api: Api): void {
	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/greet',
			security: needs.anyRole,
			summary: 'What one invitation is: greeting and seat for a kiosk or a desk; writes nothing',
			request: {
				params: conferenceParam,
				headers: asHeader,
				...body(z.object({ scan: z.string().max(2048) }))
			},
			responses: jsonOf(greeting, 'The greeting; red codes name nobody')
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { principal, log } = entered;
			if (!mayGreet(principal.role))
				return refuse(c, { code: principal.kind === 'public' ? 'not_signed_in' : 'not_allowed' });
			return c.json(await greet(c.var.app, log, c.req.valid('json').scan), 200);
		}
	);
}
