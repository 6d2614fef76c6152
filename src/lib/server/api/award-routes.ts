/** Owns: reading an office's award list for whoever enters awards; what is made of it is sent as a command. */
import { createRoute, z } from '@hono/zod-openapi';
import { readRecipients } from '../../core/awards/import-recipients';
import { maySend } from '../../core/access/table';
import { rowsOf } from '../../core/table';
import { text } from '../../core/views/shared';
import { readTable } from '../documents/read-table';
import { conferenceParam, enter, jsonOf, needs, refuse, type Api } from './base';

/** The limit of a file's size is that of all imports (`people-routes.ts`). */
export function awardRoutes(api: Api): void {
	api.openapi(
		createRoute({
			method: 'post',
			path: '/conferences/{conference}/import/awards',
			security: needs.anyRole,
			summary: 'Read an award list from an .xlsx or .csv and match its people; writes nothing',
			request: {
				params: conferenceParam,
				query: z.object({ name: z.string().max(255).default('') }),
				body: {
					content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } }
				}
			},
			responses: jsonOf(
				z.record(z.string(), z.unknown()),
				'Recipients with who of the roster each means or may mean, and the lines left out with the reason'
			)
		}),
		async (c) => {
			const entered = await enter(c, c.req.valid('param').conference, 'any');
			if (!entered.ok) return refuse(c, entered.rejection);
			const { log, principal } = entered;
			if (!maySend(principal.role, 'award.set')) return refuse(c, { code: 'not_allowed' });
			const bytes = new Uint8Array(await c.req.arrayBuffer());
			const table = await readTable(bytes, c.req.valid('query').name);
			if (!table.ok) return refuse(c, { code: table.code, ...(table.params && { params: table.params }) });
			const [sheet] = table.sheets;
			if (!sheet) return refuse(c, { code: 'file_empty' });
			const roster = [...rowsOf(log.state.roster.delegates)]
				.filter((row) => !row.withdrawn)
				.map(({ id, unit }) => ({ id, unit, name: text(log.lookup(`delegate:${id}`)?.['name']) }));
			return c.json({ ...readRecipients(sheet.rows, roster) }, 200);
		}
	);
}
