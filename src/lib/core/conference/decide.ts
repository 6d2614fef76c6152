/** Owns: the life of a conference (draft → published → live → closed), its settings, checklist, desks and devices. */
import type { Deciders } from '../log/command';
import { ok, reject } from '../result';
import type { Role } from '../access/roles';
import {
	desksOf,
	type ChecklistItem,
	type ConferenceSettings,
	type ConferenceStatus,
	type Desk
} from './model';
import { overtakenFields, sameValue, type SettingsPatch } from './overtaken';

/** A device's name stands beside the log: it often names who holds it. */
type Enrolled = { id: string; role: Role; desk: string | null; name?: string };

export type ConferenceCommands = {
	'conference.create': {
		template: string | null;
		settings: ConferenceSettings;
		checklist: ChecklistItem[];
		rehearsalOf: string | null;
	};
	/** `based`: what the sender's form showed of the fields it changes; another value now means somebody was faster. */
	'conference.edit': { patch: SettingsPatch; based?: SettingsPatch };
	'conference.status': { status: ConferenceStatus };
	'checklist.set': { item: ChecklistItem };
	'checklist.remove': { id: string };
	'checklist.tick': { id: string; done: boolean };
	'desk.set': { desks: string[]; based?: string[] };
	'desk.save': { desks: Desk[]; based?: Desk[] };
	'device.enrol': Enrolled;
	'device.change': Enrolled;
	'device.revoke': { id: string };
};

/** Closing can be taken back ("live") while the report is not out; nothing else goes backwards once live. */
const ways: Record<ConferenceStatus, ConferenceStatus[]> = {
	draft: ['published', 'live'],
	published: ['draft', 'live'],
	live: ['closed'],
	closed: ['live']
};

const nameOf = (id: string, name: string | undefined) =>
	name === undefined ? {} : { personal: [{ ref: `device:${id}`, payload: { name } }] };

export const conferenceDeciders: Deciders<ConferenceCommands> = {
	'conference.create': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'conferenceCreated', payload }] })
	},
	'conference.edit': {
		kind: 'order',
		decide(state, payload) {
			if (payload.patch.title !== undefined && !payload.patch.title.trim()) return reject('title_required');
			const { settings } = state.conference;
			const overtaken = overtakenFields(payload.based ?? {}, settings).filter((key) => key in payload.patch);
			if (overtaken.length) return reject('settings_changed', { fields: overtaken.join(', ') });
			return ok({ events: [{ type: 'settingsEdited', payload: { patch: payload.patch } }] });
		}
	},
	'conference.status': {
		kind: 'order',
		decide(state, payload) {
			const { status } = state.conference;
			if (status === payload.status) return ok({ events: [] });
			if (!ways[status].includes(payload.status))
				return reject('status_way', { from: status, to: payload.status });
			return ok({ events: [{ type: 'statusChanged', payload }] });
		}
	},
	'checklist.set': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'checklistSet', payload }] })
	},
	'checklist.remove': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'checklistRemoved', payload }] })
	},
	'checklist.tick': {
		kind: 'order',
		decide(state, payload) {
			if (!state.conference.checklist.some((row) => row.id === payload.id))
				return reject('checklist_unknown');
			return ok({ events: [{ type: 'checklistTicked', payload }] });
		}
	},
	'desk.set': {
		kind: 'order',
		decide(state, { desks, based }) {
			if (based && !sameValue(based, state.conference.desks))
				return reject('settings_changed', { fields: 'desks' });
			return ok({ events: [{ type: 'desksSet', payload: { desks } }] });
		}
	},
	'desk.save': {
		kind: 'order',
		decide(state, { desks, based }) {
			if (new Set(desks.map((desk) => desk.name)).size !== desks.length) return reject('desk_twice');
			if (based && !sameValue(based, desksOf(state.conference)))
				return reject('settings_changed', { fields: 'desks' });
			return ok({ events: [{ type: 'desksSaved', payload: { desks } }] });
		}
	},
	'device.enrol': {
		kind: 'order',
		decide: (_state, { name, ...payload }) =>
			ok({ events: [{ type: 'deviceEnrolled', payload }], ...nameOf(payload.id, name) })
	},
	'device.change': {
		kind: 'order',
		decide: (state, { name, ...payload }) =>
			state.conference.devices[payload.id]
				? ok({ events: [{ type: 'deviceChanged', payload }], ...nameOf(payload.id, name) })
				: reject('device_unknown')
	},
	'device.revoke': {
		kind: 'order',
		decide: (state, payload) =>
			state.conference.devices[payload.id]
				? ok({ events: [{ type: 'deviceRevoked', payload }] })
				: reject('device_unknown')
	}
};
