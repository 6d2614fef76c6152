/** A conference to test on: the Trùng Khánh sample, live. */
import { makeDemo } from '../../src/lib/server/conference/demo';
import type { App } from '../../src/lib/server/app';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';

export async function demo(app: App): Promise<ConferenceLog> {
	const { id } = await makeDemo(app);
	return logOf(app, id);
}

export async function logOf(app: App, id: string): Promise<ConferenceLog> {
	const log = await app.conferences.get(id);
	if (!log) throw new Error(`no conference ${id}`);
	return log;
}

let counter = 0;
/** Ids unique within a run; readable in a failure. */
export const nextId = (prefix = 'cmd'): string => `${prefix}-${String(++counter).padStart(8, '0')}`;

export const admit = (delegate: string, over: Record<string, unknown> = {}, id = nextId('admit')) => ({
	id,
	type: 'door.admit' as const,
	payload: {
		claimedAt: Date.now(),
		offset: 0,
		delegate,
		via: 'qr' as const,
		verdict: 'green' as const,
		desk: 'Bàn 1',
		seen: 0,
		...over
	}
});
