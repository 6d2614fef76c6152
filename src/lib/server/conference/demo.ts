/** Owns: the sample conference: Trùng Khánh with 150 invented delegates, a hall, seats, an award decision. */
import { demoConference } from '../../core/conference/demo/conference';
import type { Actor } from '../../core/log/event';
import type { Command } from '../../core/log/command';
import { roles, type Role } from '../../core/access/roles';
import { planInput } from '../../core/seating/plan/input';
import { planSeats } from '../../core/seating/plan/plan';
import type { App } from '../app';
import { newId } from '../auth/secrets';
import { createConference, submitAll } from './service';
import { enteredFrom } from './import';

const DEMO_TEMPLATE = '000-trung-khanh';
export type DemoLinks = { id: string; links: { role: Role; url: string }[] };

/** Makes a new sample conference that begins in half an hour, already live. A link a role, valid seven days. */
export async function makeDemo(app: App): Promise<DemoLinks> {
	const actor: Actor = { kind: 'system', id: 'demo', role: 'admin' };
	const made = await createConference(app, { template: DEMO_TEMPLATE }, actor);
	if (!made.ok) throw new Error(`demo: ${made.rejection.code}`);
	const log = await app.conferences.get(made.value.id);
	if (!log) throw new Error('demo: gone');
	const demo = demoConference((row, id) => enteredFrom(row, log, id));
	const startsAt = Math.ceil((app.now() + 30 * 60_000) / 300_000) * 300_000;
	const commands: Command[] = [
		{
			id: newId(),
			type: 'conference.edit',
			payload: { patch: { startsAt, date: new Date(startsAt + 7 * 3600_000).toISOString().slice(0, 10) } }
		},
		{ id: newId(), type: 'delegate.import', payload: { delegates: demo.delegates } },
		{ id: newId(), type: 'hall.set', payload: { hall: demo.hall } },
		{
			id: newId(),
			type: 'award.set',
			payload: {
				decision: demo.decision,
				recipients: demo.recipients,
				personal: { text: demo.decisionText }
			}
		},
		...demo.conferrers.map((payload): Command => ({ id: newId(), type: 'wave.conferrers', payload })),
		...Object.entries(demo.script).map(([item, personal]): Command => ({
			id: newId(),
			type: 'programme.edit',
			payload: { item, patch: {}, personal }
		})),
		{ id: newId(), type: 'conference.status', payload: { status: 'live' } }
	];
	const done = await submitAll(log, commands, actor);
	if (!done.ok) throw new Error(`demo: ${done.rejection.code}`);
	// As the organisers would: list, hall and awards first, then the plan made of them.
	const { seats } = planSeats(planInput(log.state, log.lookup), 'fresh');
	const plan = { seats, based: log.state.seating.version };
	const planned = await log.submit({ id: newId(), type: 'seat.plan', payload: plan }, actor);
	if (!planned.ok) throw new Error(`demo: ${planned.rejection.code}`);
	return { id: log.id, links: await demoLinks(app, log.id) };
}

/** Fresh links to an existing sample conference, e.g. after a restart; earlier ones that nobody used are gone. */
export async function demoLinks(app: App, id: string): Promise<DemoLinks['links']> {
	const links: DemoLinks['links'] = [];
	for (const role of roles) {
		if (role === 'delegate' || role === 'viewer') continue;
		const { secret } = await app.devices.offer(id, {
			name: role,
			role,
			desk: role === 'reception' ? 'Bàn 1' : null,
			kind: 'demo'
		});
		links.push({ role, url: `/e#${secret}` });
	}
	links.push({ role: 'viewer', url: `/c/${id}/live` });
	return links;
}
