/**
 * Owns: the one table of who may do what: the screen, what the role receives (slices of the log, or a view), which
 * personal fields, which commands. The server asks it on every path; screens ask it to hide what would be refused.
 */
import type { CommandType } from '../log/command';
import type { SliceName } from '../log/slices';
import type { ViewName } from '../views/registry';
import type { Role } from './roles';

export const PERSONAL_KINDS = [
	'delegate',
	'sub',
	'item',
	'device',
	'recipient',
	'behalf',
	'award',
	'hands',
	'minutes',
	'medium'
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export type RoleRow = {
	/** Path under `/c/<conference>/`. */
	screen: string;
	receives: { slices: readonly SliceName[] } | { views: readonly ViewName[] };
	/** Fields of personal rows by kind of ref; `'*'` for all. Views pick their own fields. */
	personal: Partial<Record<PersonalKind, readonly string[] | '*'>>;
	commands: readonly CommandType[] | '*';
	/** The full screen exists; otherwise a plain page says what it will show. */
	ready: boolean;
};

const who = ['honorific', 'name', 'title'] as const;
const answer = ['note.answer', 'cue.answer'] as const;
/** The stage's and the organisers' hand on the cues. */
const cueDesk = [
	'cue.set',
	'cue.drop',
	'cue.presets',
	'cue.call',
	'cue.give',
	'cue.withdraw',
	'cue.nudge',
	'cue.called',
	'cue.alert'
] as const;
const onTheStage = [
	'award.announce',
	'wave.next',
	'wave.back',
	'wave.later',
	'wave.move',
	'wave.swap',
	'wave.behalf',
	'wave.conferrers',
	'wave.undo',
	'frame.mark'
] as const;
const handsUp = ['hands.list', 'hands.count', 'hands.correct', 'hands.undo'] as const;
/** What is shown and played: by whoever runs the programme, and by whoever sits at the mixing desk. */
const playing = ['media.attach', 'media.play', 'media.pause', 'media.resume', 'media.stop'] as const;
const troupes = ['troupe.tick', 'troupe.microphones'] as const;
const crew = (screen: string): RoleRow => ({
	screen,
	receives: { views: ['crew'] },
	personal: {},
	commands: answer,
	ready: false
});
const watcher = (screen: string, view: ViewName, ready: boolean): RoleRow => ({
	screen,
	receives: { views: [view] },
	personal: {},
	commands: [],
	ready
});

export const roleTable: Record<Role, RoleRow> = {
	admin: {
		screen: 'admin',
		receives: {
			slices: [
				'conference',
				'programme',
				'cues',
				'cuePlan',
				'roster',
				'admissions',
				'welcome',
				'composition',
				'introduction',
				'seating',
				'awards',
				'hands',
				'minutes',
				'media'
			]
		},
		personal: {
			delegate: '*',
			sub: '*',
			item: '*',
			device: '*',
			recipient: '*',
			behalf: '*',
			award: '*',
			hands: '*',
			minutes: '*',
			medium: '*'
		},
		commands: '*',
		ready: true
	},
	reception: {
		screen: 'reception',
		receives: {
			slices: [
				'conference',
				'programme',
				'cues',
				'cuePlan',
				'roster',
				'admissions',
				'welcome',
				'seating',
				'awards'
			]
		},
		personal: { delegate: [...who, 'birthYear'], sub: who, device: ['name'] },
		commands: [
			'door.admit',
			'door.undo',
			'door.exit',
			'door.walkIn',
			'door.substitute',
			'door.failed',
			'door.lounge',
			'door.companions',
			'door.documents',
			'door.count',
			'door.settle',
			'seat.free',
			'cue.alert',
			...answer
		],
		ready: true
	},
	usher: {
		screen: 'usher',
		receives: {
			slices: [
				'conference',
				'programme',
				'cues',
				'cuePlan',
				'roster',
				'admissions',
				'welcome',
				'seating',
				'awards'
			]
		},
		personal: { delegate: who },
		commands: ['seat.assign', 'seat.free', 'seat.lock', 'seat.hold', 'seat.sat', 'cue.alert', ...answer],
		ready: true
	},
	stage: {
		screen: 'stage',
		receives: {
			slices: [
				'conference',
				'programme',
				'cues',
				'cuePlan',
				'roster',
				'admissions',
				'welcome',
				'composition',
				'introduction',
				'awards',
				'hands',
				'media'
			]
		},
		personal: {
			delegate: who,
			sub: who,
			item: '*',
			device: ['name'],
			recipient: '*',
			behalf: '*',
			hands: '*',
			medium: ['name']
		},
		commands: [
			'programme.next',
			'programme.back',
			'programme.jump',
			'programme.hold',
			'programme.resume',
			'programme.undo',
			'programme.adjust',
			'programme.insert',
			'programme.edit',
			'programme.reorder',
			'programme.remove',
			'programme.split',
			'note.send',
			'note.withdraw',
			'note.called',
			'note.answer',
			...cueDesk,
			'scene.set',
			'introduction.freeze',
			'introduction.reopen',
			'door.undo',
			'door.settle',
			'checklist.tick',
			...handsUp,
			'hands.show',
			...onTheStage,
			...playing,
			...troupes
		],
		ready: true
	},
	awards: {
		screen: 'awards',
		receives: {
			slices: ['conference', 'programme', 'cues', 'cuePlan', 'roster', 'admissions', 'awards', 'media']
		},
		personal: {
			delegate: who,
			sub: who,
			item: ['performer'],
			recipient: '*',
			behalf: '*',
			award: '*'
		},
		commands: [
			...onTheStage,
			'award.set',
			'award.setup',
			'award.amend',
			'award.photo',
			'wave.make',
			'wave.arrange',
			'wave.confirm',
			'wing.tick',
			...answer
		],
		ready: true
	},
	mc: {
		screen: 'mc',
		receives: { views: ['mc'] },
		personal: {},
		commands: ['introduction.freeze', 'introduction.tick', 'cue.voice', ...answer],
		ready: true
	},
	chair: { screen: 'chair', receives: { views: ['chair'] }, personal: {}, commands: answer, ready: true },
	reader: {
		...crew('reader'),
		receives: { views: ['reader'] },
		commands: ['award.announce', ...answer],
		ready: true
	},
	'presenter-1': {
		...crew('presenter-1'),
		receives: { views: ['presenter1'] },
		commands: ['wave.confirm', ...answer],
		ready: true
	},
	'presenter-2': {
		...crew('presenter-2'),
		receives: { views: ['presenter2'] },
		commands: ['wave.confirm', ...answer],
		ready: true
	},
	marshal: {
		...crew('marshal'),
		receives: { views: ['marshal'] },
		commands: ['wing.tick', 'wave.later', 'wave.undo', ...answer],
		ready: true
	},
	steward: { ...crew('steward'), receives: { views: ['steward'] } },
	// Writes the minutes through a dead network, so it holds a replica; of awards only what they add up to.
	recorder: {
		screen: 'recorder',
		receives: {
			slices: [
				'conference',
				'programme',
				'cues',
				'cuePlan',
				'roster',
				'admissions',
				'welcome',
				'composition',
				'awards',
				'hands',
				'minutes'
			]
		},
		personal: { delegate: who, item: ['performer', 'conductor'], hands: '*', minutes: '*' },
		commands: [...handsUp, 'minutes.write', ...answer],
		ready: true
	},
	tech: {
		...crew('tech'),
		receives: { views: ['tech'] },
		ready: true,
		commands: [...playing, ...troupes, ...answer]
	},
	security: {
		...crew('security'),
		receives: { views: ['security'] },
		commands: ['cue.alert', ...answer],
		ready: true
	},
	projector: { ...watcher('projector', 'projector', true), commands: ['screen.report'] },
	overlay: watcher('overlay', 'overlay', true),
	// In the lobby, for whoever passes: names, units and seats, and no replica that would hold more.
	board: watcher('board', 'finder', true),
	kiosk: watcher('kiosk', 'public', true),
	viewer: watcher('live', 'public', true),
	delegate: {
		screen: 'me',
		receives: { views: ['public', 'delegate'] },
		personal: {},
		commands: [],
		ready: true
	}
};

export function maySend(role: Role, type: CommandType): boolean {
	const { commands } = roleTable[role];
	// Commands of the product's own machinery (creating, enrolling) never come from a screen's batch.
	if (internalCommands.has(type)) return false;
	return commands === '*' || commands.includes(type);
}

/** Made only by the server's own endpoints, after their own checks. */
export const internalCommands: ReadonlySet<CommandType> = new Set<CommandType>([
	'conference.create',
	'device.enrol',
	'device.change',
	'device.revoke',
	'media.add',
	'media.remove'
]);

export const slicesOf = (role: Role): readonly SliceName[] | null => {
	const { receives } = roleTable[role];
	return 'slices' in receives ? receives.slices : null;
};

export const viewsOf = (role: Role): readonly ViewName[] => {
	const { receives } = roleTable[role];
	return 'views' in receives ? receives.views : [];
};

/** Who may ask what one invitation is; a kiosk holds no list to look it up in. */
export const mayGreet = (role: Role): boolean => role === 'kiosk' || maySend(role, 'door.admit');

/** Admins may look at every view; others only at their own. */
export const mayView = (role: Role, view: ViewName): boolean =>
	role === 'admin' || viewsOf(role).includes(view);
