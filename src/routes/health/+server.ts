import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Version, database, uptime; 503 when the database does not answer, so that a watchdog can act on the status. */
export const GET: RequestHandler = async ({ locals }) => {
	const { app } = locals;
	const database = await app.db.sql`select 1`.then(
		() => 'up' as const,
		() => 'down' as const
	);
	return json(
		{ version: app.version, database, uptime: Math.round((app.now() - app.startedAt) / 1000) },
		{ status: database === 'up' ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
