/** Owns: how a template becomes a conference: settings to edit, a programme to run, a checklist to tick. */
import type { NewItem } from '../programme/decide';
import type { ItemPersonal } from '../programme/model';
import { checklistFromTemplate } from './checklist';
import { countdownSource } from './countdown';
import { shortLevel } from './level-words';
import { emptySettings, type ChecklistItem, type ConferenceSettings, type Deadline } from './model';
import type { ConferenceTemplate } from './template';

export type SeedItem = NewItem;
export type SeedProgramme = { item: SeedItem; parts: SeedItem[] }[];

/** Local time of Vietnam has had one offset since 1975, so no time-zone data is needed. */
const OFFSET = '+07:00';

export function settingsFromTemplate(template: ConferenceTemplate): ConferenceSettings {
	const { schedule, capacity } = template;
	const hardEnd =
		template.hardEnd && schedule.date ? Date.parse(`${schedule.date}T${template.hardEnd}:00${OFFSET}`) : null;
	return {
		...emptySettings,
		title: template.title,
		backdropLines: [...(template.backdropLines ?? [])],
		theme: template.theme ?? '',
		form: template.form,
		organiser: template.organiser,
		venue: template.venue ?? '',
		date: schedule.date,
		startsAt: schedule.start ? Date.parse(schedule.start) : null,
		hardEnd,
		scheduleText: scheduleWords(template),
		capacity: capacity.max ?? capacity.total ?? capacity.expected,
		levels: template.levels.map((level) => ({
			code: level.code,
			name: level.name,
			schedule: level.schedule,
			maxDelegates: level.maxDelegates ?? null,
			form: level.form ?? null,
			composition: level.composition ?? null,
			groups: [...(level.groups ?? [])]
		})),
		groups: template.groups.map((group, at) => ({
			id: `g${at + 1}`,
			text: group.text,
			tier: group.tier,
			quota: group.quota,
			recipients: group.recipients
		})),
		unitQuotas: template.unitQuotas.map((quota) => ({ ...quota })),
		ratio: template.ratio && { exemplary: template.ratio.exemplary, guests: template.ratio.guests },
		awardQuotas: (template.awards?.quotas ?? []).map((quota) => ({
			category: quota.category,
			recipientType: quota.recipientType,
			min: quota.min,
			max: quota.max,
			breakdown: [...(quota.breakdown ?? [])],
			selectedBy: quota.selectedBy ?? null
		})),
		awardAuthority: template.awards?.authority ?? '',
		presidium: template.presidium && { ...template.presidium },
		slogans: {
			inside: [...(template.slogans?.inside ?? [])],
			outside: [...(template.slogans?.outside ?? [])],
			all: [...(template.slogans?.all ?? [])]
		},
		duties: template.duties.map((duty) => ({
			unit: duty.unit,
			tags: [...duty.tags],
			tasks: duty.tasks.map((task) => (typeof task === 'string' ? task : task.text))
		})),
		deadlines: deadlinesOf(template),
		requirements: [...template.requirements],
		noPersonalInvitations: template.substitutesInvitation,
		twoMcs: template.twoMcs,
		liveBroadcast: schedule.liveBroadcast
	};
}

/** A plan for several levels has a time and a cap for each: they are said, rather than where to look them up. */
export function scheduleWords(template: ConferenceTemplate): string {
	if (!template.levels.length || template.schedule.date) return template.schedule.text;
	const each = template.levels.map((level) => {
		const cap = level.maxDelegates === undefined ? '' : `, tối đa ${level.maxDelegates} đại biểu`;
		return `${shortLevel(level.name)}: ${level.schedule}${cap}`;
	});
	return `Theo từng cấp – ${each.join('; ')}`;
}

function deadlinesOf(template: ConferenceTemplate): Deadline[] {
	return countdownSource(template).deadlines.map((term) => ({
		id: term.id,
		text: term.to ? `${term.text} (${term.to})` : term.text,
		date: term.date,
		relation: term.relation,
		done: term.done ?? false
	}));
}

function beside(item: { performer?: string | null; note?: string | null }): ItemPersonal {
	return {
		...(item.performer && { performer: item.performer }),
		...(item.note && { notes: { stage: item.note } })
	};
}

export function programmeFromTemplate(template: ConferenceTemplate): SeedProgramme {
	return template.programme.map((item, at) => {
		const id = `i${at + 1}`;
		return {
			item: {
				id,
				kinds: [...item.kinds],
				title: item.title,
				minutes: item.minutes,
				on: true,
				delegate: null,
				personal: beside(item)
			},
			parts: (item.parts ?? []).map((part, nth) => ({
				id: `${id}p${nth + 1}`,
				kinds: [item.kinds[0]],
				title: part.title,
				minutes: part.minutes,
				on: true,
				delegate: null,
				personal: beside(part)
			}))
		};
	});
}

export const checklistOf = (template: ConferenceTemplate): ChecklistItem[] =>
	checklistFromTemplate(template).map((item) => ({
		id: item.id,
		text: item.text,
		responsible: item.responsible,
		minutesBefore: item.dueMinutesBefore,
		dueDate: item.dueDate,
		tag: item.tag
	}));
