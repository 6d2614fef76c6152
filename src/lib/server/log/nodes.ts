/**
 * Owns: several nodes over one PostgreSQL. NOTIFY says that a conference grew; it is only a hint, so a slow poll of
 * the heads stands behind it. With an embedded database there is one node, and the hint costs little.
 */
import { inArray } from 'drizzle-orm';
import type { App } from '../app';
import { conference } from '../db/schema';

const CHANNEL = 'khanh_tiet';
const POLL_MS = 2000;
/** The screens of this node come first, and commits of the same moment share one hint. */
const TELL_AFTER_MS = 5;

export async function followOtherNodes(
	app: App,
	gateway: {
		deviceChanged(change: { conference: string; device: string; what: string }): void;
		adminGone(id: string): void;
	}
): Promise<{ stop(): Promise<void> }> {
	const node = Math.random().toString(36).slice(2);
	const waiting = new Set<string>();
	let telling: NodeJS.Timeout | null = null;

	/** One message at a time; commits that come meanwhile share the next. */
	const tell = async () => {
		try {
			while (waiting.size) {
				const ids = [...waiting];
				waiting.clear();
				await app.db.sql.notify(CHANNEL, JSON.stringify({ node, ids: ids.slice(0, 100) }));
			}
		} catch (error) {
			// The other nodes' poll finds the events all the same.
			console.error('[nodes]', error instanceof Error ? error.message : error);
		} finally {
			telling = null;
		}
	};
	const stopListening = app.conferences.onCommitted(({ conference: id }) => {
		waiting.add(id);
		telling ??= setTimeout(() => void tell(), TELL_AFTER_MS);
	});
	app.devices.onChange((change) => {
		void app.db.sql.notify(CHANNEL, JSON.stringify({ node, device: change })).catch(() => undefined);
	});
	app.admins.onGone((gone) => {
		void app.db.sql.notify(CHANNEL, JSON.stringify({ node, gone })).catch(() => undefined);
	});

	const listening = await app.db.sql.listen(CHANNEL, (text) => {
		const message: unknown = JSON.parse(text);
		if (!message || typeof message !== 'object' || ('node' in message && message.node === node)) return;
		if ('ids' in message && Array.isArray(message.ids))
			for (const id of message.ids) if (typeof id === 'string') void catchUp(id);
		if ('device' in message && isChange(message.device)) gateway.deviceChanged(message.device);
		if ('gone' in message && typeof message.gone === 'string') gateway.adminGone(message.gone);
	});

	const catchUp = async (id: string) => {
		if (app.conferences.loadedIds().includes(id)) await (await app.conferences.held(id))?.catchUp();
	};
	const poll = setInterval(() => {
		const ids = app.conferences.loadedIds();
		if (!ids.length) return;
		app.db.orm
			.select({ id: conference.id, head: conference.head })
			.from(conference)
			.where(inArray(conference.id, ids))
			.then(async (rows) => {
				for (const { id, head } of rows) {
					const log = await app.conferences.held(id);
					if (log && head > log.head) void log.catchUp();
				}
			})
			.catch(() => undefined);
	}, POLL_MS);

	return {
		async stop() {
			clearInterval(poll);
			stopListening();
			if (telling) clearTimeout(telling);
			await listening.unlisten();
		}
	};
}

function isChange(value: unknown): value is { conference: string; device: string; what: string } {
	return (
		!!value &&
		typeof value === 'object' &&
		'conference' in value &&
		typeof value.conference === 'string' &&
		'device' in value &&
		typeof value.device === 'string' &&
		'what' in value &&
		typeof value.what === 'string'
	);
}
