/** Owns: what the conference is: titles, caps, groups, duties, checklist, status. No person's name belongs here. */
import type { Slice } from '../log/slice';
import type { Role } from '../access/roles';

export type ConferenceStatus = 'draft' | 'published' | 'live' | 'closed';
export type ProjectorTheme = 'auto' | 'maket' | 'ivory';
export type DelegateGroup = {
	id: string;
	text: string;
	tier: string | null;
	quota: number | null;
	recipients: boolean;
};
export type UnitQuota = {
	unit: string;
	quota: number | null;
	perUnit: boolean;
	units: number | null;
	who: string;
	plus: string | null;
};
export type Level = {
	code: string;
	name: string;
	schedule: string;
	maxDelegates: number | null;
	form: string | null;
	composition: string | null;
	groups: string[];
};
export type AwardQuota = {
	category: string;
	recipientType: string;
	min: number;
	max: number;
	breakdown: string[];
	selectedBy: string | null;
};
export type Duty = { unit: string; tags: string[]; tasks: string[] };
export type Deadline = { id: string; text: string; date: string | null; relation: string; done: boolean };
export type ChecklistItem = {
	id: string;
	text: string;
	responsible: string;
	minutesBefore: number | null;
	dueDate: string | null;
	tag: string;
};

export type ConferenceSettings = {
	title: string;
	backdropLines: string[];
	theme: string;
	form: string;
	organiser: string;
	venue: string;
	/** ISO date of the day, null while not fixed. */
	date: string | null;
	/** Planned begin, ms since 1970. */
	startsAt: number | null;
	/** "Kết thúc chậm nhất": a broadcast or a hall that closes; ms since 1970. */
	hardEnd: number | null;
	scheduleText: string;
	capacity: number | null;
	/** The chosen level's code where the plan speaks for several (plan 003). */
	level: string | null;
	levels: Level[];
	groups: DelegateGroup[];
	unitQuotas: UnitQuota[];
	ratio: { exemplary: number; guests: number } | null;
	awardQuotas: AwardQuota[];
	awardAuthority: string;
	presidium: { name: string; min: number; max: number; composition: string; duty: string } | null;
	slogans: { inside: string[]; outside: string[]; all: string[] };
	duties: Duty[];
	deadlines: Deadline[];
	requirements: string[];
	noPersonalInvitations: boolean;
	twoMcs: boolean;
	/** `auto`: ivory on the dim 4:3 projectors of older halls, the maket's red elsewhere. */
	projectorTheme: ProjectorTheme;
	showCountOnProjector: boolean;
	liveBroadcast: boolean;
};

/** A reception desk: at which gate, and for which groups; no groups means everybody. */
export type Desk = { name: string; gate: string; groups?: string[] };

export type ConferenceState = {
	template: string | null;
	status: ConferenceStatus;
	settings: ConferenceSettings;
	checklist: (ChecklistItem & { doneAt: number | null })[];
	/** Names of the desks, for enrolment and totals. */
	desks: string[];
	/** Gate and groups of desks, as last saved; read it through `desksOf`. */
	deskPlaces?: Desk[];
	rehearsalOf: string | null;
	/** Devices by id with their role, for the readiness board; their names are in the device table. */
	devices: Record<string, { role: Role; desk: string | null; revoked: boolean }>;
};

export type ConferenceEvents = {
	conferenceCreated: {
		template: string | null;
		settings: ConferenceSettings;
		checklist: ChecklistItem[];
		rehearsalOf: string | null;
	};
	settingsEdited: { patch: Partial<ConferenceSettings> };
	statusChanged: { status: ConferenceStatus };
	checklistSet: { item: ChecklistItem };
	checklistRemoved: { id: string };
	checklistTicked: { id: string; done: boolean };
	desksSet: { desks: string[] };
	/** Desks with their gates; `desksSet` alone leaves the gates of the names that stay. */
	desksSaved: { desks: Desk[] };
	deviceEnrolled: { id: string; role: Role; desk: string | null };
	deviceChanged: { id: string; role: Role; desk: string | null };
	deviceRevoked: { id: string };
};

export const emptySettings: ConferenceSettings = {
	title: '',
	backdropLines: [],
	theme: '',
	form: '',
	organiser: '',
	venue: '',
	date: null,
	startsAt: null,
	hardEnd: null,
	scheduleText: '',
	capacity: null,
	level: null,
	levels: [],
	groups: [],
	unitQuotas: [],
	ratio: null,
	awardQuotas: [],
	awardAuthority: '',
	presidium: null,
	slogans: { inside: [], outside: [], all: [] },
	duties: [],
	deadlines: [],
	requirements: [],
	noPersonalInvitations: false,
	twoMcs: false,
	projectorTheme: 'auto',
	showCountOnProjector: false,
	liveBroadcast: false
};

export const conferenceSlice: Slice<ConferenceState> = {
	initial: {
		template: null,
		status: 'draft',
		settings: emptySettings,
		checklist: [],
		desks: [],
		rehearsalOf: null,
		devices: {}
	},
	reads: [
		'conferenceCreated',
		'settingsEdited',
		'statusChanged',
		'checklistSet',
		'checklistRemoved',
		'checklistTicked',
		'desksSet',
		'desksSaved',
		'deviceEnrolled',
		'deviceChanged',
		'deviceRevoked'
	],
	evolve(state, event) {
		switch (event.type) {
			case 'conferenceCreated':
				return {
					...state,
					template: event.payload.template,
					settings: { ...emptySettings, ...event.payload.settings },
					checklist: event.payload.checklist.map((item) => ({ ...item, doneAt: null })),
					rehearsalOf: event.payload.rehearsalOf
				};
			case 'settingsEdited':
				return { ...state, settings: { ...state.settings, ...event.payload.patch } };
			case 'statusChanged':
				return { ...state, status: event.payload.status };
			case 'checklistSet': {
				const { item } = event.payload;
				const known = state.checklist.some((row) => row.id === item.id);
				return {
					...state,
					checklist: known
						? state.checklist.map((row) => (row.id === item.id ? { ...row, ...item } : row))
						: [...state.checklist, { ...item, doneAt: null }]
				};
			}
			case 'checklistRemoved':
				return { ...state, checklist: state.checklist.filter((row) => row.id !== event.payload.id) };
			case 'checklistTicked': {
				const doneAt = event.payload.done ? event.at : null;
				return {
					...state,
					checklist: state.checklist.map((row) => (row.id === event.payload.id ? { ...row, doneAt } : row))
				};
			}
			case 'desksSet':
				return { ...state, desks: event.payload.desks };
			case 'desksSaved': {
				const { desks } = event.payload;
				return { ...state, desks: desks.map((desk) => desk.name), deskPlaces: desks };
			}
			case 'deviceEnrolled':
			case 'deviceChanged': {
				const { id, role, desk } = event.payload;
				const revoked = event.type === 'deviceChanged' && (state.devices[id]?.revoked ?? false);
				return { ...state, devices: { ...state.devices, [id]: { role, desk, revoked } } };
			}
			case 'deviceRevoked': {
				const device = state.devices[event.payload.id];
				if (!device) return state;
				return { ...state, devices: { ...state.devices, [event.payload.id]: { ...device, revoked: true } } };
			}
			default:
				return state;
		}
	}
};

/** The desks in their order, each with its gate; an empty gate means none was named. */
export const desksOf = ({ desks, deskPlaces = [] }: ConferenceState): Desk[] =>
	desks.map((name) => deskPlaces.find((desk) => desk.name === name) ?? { name, gate: '' });
