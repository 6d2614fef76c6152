/** Owns: making conferences: from a template, as a copy, and the list of them. Everything goes through the log. */
import { randomBytes } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import {
	checklistOf,
	programmeFromTemplate,
	settingsFromTemplate
} from '../../core/conference/from-template';
import { desksOf, emptySettings, type ConferenceSettings } from '../../core/conference/model';
import { templateById } from '../../core/conference/templates';
import type { Command } from '../../core/log/command';
import type { Actor } from '../../core/log/event';
import type { ItemPersonal } from '../../core/programme/model';
import { ok, reject, type Result } from '../../core/result';
import type { App } from '../app';
import { newId } from '../auth/secrets';
import { conference } from '../db/schema';
import type { ConferenceLog } from '../log/conference-log';

export type ConferenceRow = {
	id: string;
	title: string;
	status: string;
	template: string | null;
	createdAt: number;
};

export async function listConferences(app: App): Promise<ConferenceRow[]> {
	return app.db.orm
		.select({
			id: conference.id,
			title: conference.title,
			status: conference.status,
			template: conference.template,
			createdAt: conference.createdAt
		})
		.from(conference)
		.orderBy(desc(conference.createdAt));
}

/** Commands given together go through the queue as one transaction: a conference is never half made. */
export async function submitAll(
	log: ConferenceLog,
	commands: Command[],
	actor: Actor
): Promise<Result<null>> {
	const answers = await Promise.all(commands.map((command) => log.submit(command, actor)));
	const refused = answers.find((answer) => !answer.ok);
	return refused && !refused.ok ? { ok: false, rejection: refused.rejection } : ok(null);
}

async function open(app: App, template: string | null, rehearsalOf: string | null): Promise<ConferenceLog> {
	const id = newId();
	await app.db.orm.insert(conference).values({
		id,
		template,
		title: '',
		tokenKey: randomBytes(32),
		rehearsalOf,
		createdAt: app.now()
	});
	const log = await app.conferences.get(id);
	if (!log) throw new Error('a conference just made is gone');
	return log;
}

/** An unfinished creation (power cut between row and log) leaves a row without events: nothing anybody saw. */
export async function sweepUnfinished(app: App): Promise<void> {
	await app.db.orm.delete(conference).where(eq(conference.head, 0));
}

/** @param template template id, or null for an empty conference. Codes: template_unknown, title_required. */
export async function createConference(
	app: App,
	input: { template: string | null; title?: string | undefined },
	actor: Actor
): Promise<Result<{ id: string }>> {
	const template = input.template === null ? null : templateById(input.template);
	if (input.template !== null && !template) return reject('template_unknown');
	const settings: ConferenceSettings = template ? settingsFromTemplate(template) : { ...emptySettings };
	if (input.title?.trim()) settings.title = input.title.trim();
	if (!settings.title) return reject('title_required');
	const log = await open(app, input.template, null);
	const programme = template ? programmeFromTemplate(template) : [];
	const commands: Command[] = [
		{
			id: newId(),
			type: 'conference.create',
			payload: {
				template: input.template,
				settings,
				checklist: template ? checklistOf(template) : [],
				rehearsalOf: null
			}
		},
		{ id: newId(), type: 'desk.set', payload: { desks: ['Bàn 1', 'Bàn 2'] } },
		...programme.flatMap(({ item, parts }): Command[] => [
			{ id: newId(), type: 'programme.insert', payload: { item, before: null } },
			...parts.map((part): Command => ({
				id: newId(),
				type: 'programme.insert',
				payload: { item: part, before: null, parent: item.id }
			}))
		])
	];
	const done = await submitAll(log, commands, actor);
	return done.ok ? ok({ id: log.id }) : done;
}

/** Settings, checklist and programme again, as a draft; people, seats and what happened stay where they were. */
export async function duplicateConference(
	app: App,
	from: ConferenceLog,
	actor: Actor
): Promise<Result<{ id: string }>> {
	const { conference: source, programme } = from.state;
	const log = await open(app, source.template, null);
	const commands: Command[] = [
		{
			id: newId(),
			type: 'conference.create',
			payload: {
				template: source.template,
				settings: { ...source.settings, title: `${source.settings.title} (bản sao)` },
				checklist: source.checklist.map(({ doneAt: _done, ...item }) => item),
				rehearsalOf: null
			}
		},
		{ id: newId(), type: 'desk.save', payload: { desks: desksOf(source) } },
		...programme.order.flatMap((id): Command[] => {
			const item = programme.items[id];
			if (!item) return [];
			const { parent, inserted: _inserted, adjusted: _adjusted, dropped = false, ...rest } = item;
			const personal = from.lookup(`item:${id}`) as ItemPersonal | undefined;
			return [
				{
					id: newId(),
					type: 'programme.insert',
					payload: {
						// A person on the old list is nobody on the new one; what was left out on the day is in the plan.
						item: { ...rest, on: rest.on || dropped, delegate: null, ...(personal && { personal }) },
						before: null,
						parent
					}
				}
			];
		})
	];
	const done = await submitAll(log, commands, actor);
	return done.ok ? ok({ id: log.id }) : done;
}
