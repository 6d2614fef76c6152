/** Owns: the schema of every command on the wire, tied to the core's types. Server side only: browsers import types. */
import { z } from 'zod';
import { FAILURES, OVERRIDES, UNDO_REASONS } from '../core/admissions/model';
import type { Command, CommandMap, CommandType } from '../core/log/command';
import { SEAT_NEEDS } from '../core/seating/needs';
import { commandId, id, isoDate, kind, minutes, ms, role, text } from './fields';
import * as award from './awards';
import { handsPayloads, minutesWrite } from './hands';
import { cuePayloads, noteTo } from './cues';
import * as media from './media';
import { hall, seat, version, why, wishes } from './hall';

const expected = { expectedItem: id.nullable(), expectedStep: z.number().int().optional() };
const claim = { claimedAt: ms, offset: z.number().finite() };

const itemPersonal = z.strictObject({
	performer: text(400).optional(),
	conductor: text(400).optional(),
	mcText: z
		.array(z.strictObject({ speaker: text(80), text: text(20_000) }))
		.max(50)
		.optional(),
	notes: z.partialRecord(role, text(2000)).optional()
});
const newItem = z.strictObject({
	id,
	kinds: z.array(kind).min(1).max(5),
	title: text(500).pipe(z.string().min(1)),
	minutes,
	on: z.boolean(),
	delegate: id.nullable(),
	personal: itemPersonal.optional()
});

const delegateKind = z.enum(['official', 'guest', 'crew', 'companion', 'walkIn']);
const delegatePersonal = z.strictObject({
	honorific: text(60),
	name: text(160).pipe(z.string().min(1)),
	title: text(300),
	phone: text(40).optional(),
	birthYear: z.number().int().min(1880).max(2100).optional(),
	inOfficeSince: text(20).optional(),
	note: text(1000).optional()
});
const order = z.number().int().min(0).max(100_000);
const enteredDelegate = z.strictObject({
	id,
	kind: delegateKind,
	unit: text(300),
	group: id.nullable(),
	vip: z.boolean(),
	tier: order,
	bloc: order,
	officeRank: order,
	lockedOrder: order.nullable(),
	invitationNumber: text(60).nullable(),
	seatNeeds: z.array(z.enum(SEAT_NEEDS)).max(SEAT_NEEDS.length).optional(),
	personal: delegatePersonal
});

const via = z.enum(['qr', 'photo', 'scanner', 'search', 'unit', 'citizenCard', 'walkIn', 'kiosk']);
const verdict = z.enum(['green', 'amber', 'blue', 'red']);
const admit = {
	...claim,
	via,
	verdict,
	desk: text(80).nullable(),
	seen: z.number().int().min(0),
	force: z.boolean().optional(),
	overrode: z.enum(OVERRIDES).optional()
};

const checklistItem = z.strictObject({
	id,
	text: text(500).pipe(z.string().min(1)),
	responsible: text(300),
	minutesBefore: z.number().int().min(0).max(100_000).nullable(),
	dueDate: isoDate.nullable(),
	tag: text(60)
});

const lines = (max: number, of: number) => z.array(text(of)).max(max);
const settings = z.strictObject({
	title: text(500),
	backdropLines: lines(12, 300),
	theme: text(500),
	form: text(300),
	organiser: text(300),
	venue: text(300),
	date: isoDate.nullable(),
	startsAt: ms.nullable(),
	hardEnd: ms.nullable(),
	scheduleText: text(500),
	capacity: z.number().int().min(0).max(100_000).nullable(),
	level: id.nullable(),
	levels: z
		.array(
			z.strictObject({
				code: id,
				name: text(500),
				schedule: text(300),
				maxDelegates: z.number().int().min(0).nullable(),
				form: text(300).nullable(),
				composition: text(2000).nullable(),
				groups: lines(50, 1000)
			})
		)
		.max(20),
	groups: z
		.array(
			z.strictObject({
				id,
				text: text(1000),
				tier: text(60).nullable(),
				quota: z.number().int().min(0).nullable(),
				recipients: z.boolean()
			})
		)
		.max(100),
	unitQuotas: z
		.array(
			z.strictObject({
				unit: text(300),
				quota: z.number().int().min(0).nullable(),
				perUnit: z.boolean(),
				units: z.number().int().min(0).nullable(),
				who: text(500),
				plus: text(500).nullable()
			})
		)
		.max(500),
	ratio: z.strictObject({ exemplary: z.number().min(0).max(1), guests: z.number().min(0).max(1) }).nullable(),
	awardQuotas: z
		.array(
			z.strictObject({
				category: text(300),
				recipientType: text(60),
				min: z.number().int().min(0),
				max: z.number().int().min(0),
				breakdown: lines(50, 300),
				selectedBy: text(500).nullable()
			})
		)
		.max(100),
	awardAuthority: text(1000),
	presidium: z
		.strictObject({
			name: text(200),
			min: z.number().int().min(0),
			max: z.number().int().min(0),
			composition: text(1000),
			duty: text(1000)
		})
		.nullable(),
	slogans: z.strictObject({ inside: lines(50, 500), outside: lines(50, 500), all: lines(50, 500) }),
	duties: z.array(z.strictObject({ unit: text(300), tags: lines(30, 60), tasks: lines(50, 2000) })).max(100),
	deadlines: z
		.array(
			z.strictObject({
				id,
				text: text(1000),
				date: isoDate.nullable(),
				relation: text(60),
				done: z.boolean()
			})
		)
		.max(200),
	requirements: lines(50, 1000),
	noPersonalInvitations: z.boolean(),
	twoMcs: z.boolean(),
	projectorTheme: z.enum(['auto', 'maket', 'ivory']),
	showCountOnProjector: z.boolean(),
	liveBroadcast: z.boolean()
});

const desks = z
	.array(
		z.strictObject({
			name: text(80).pipe(z.string().min(1)),
			gate: text(80),
			groups: z.array(id).max(100).optional()
		})
	)
	.max(40);
const enrolled = z.strictObject({ id, role, desk: text(80).nullable(), name: text(120).optional() });
const total = z.number().int().min(0).max(100_000).nullable();
const unit = text(300).pipe(z.string().min(1));

const scene = z.enum(['welcome', 'backdrop', 'item', 'flag', 'slogans', 'closing', 'black']);
const status = z.enum(['draft', 'published', 'live', 'closed']);
const item = z.strictObject({ item: id });

/** Payload schemas by command type; the compiler holds each against the core's type. */
export const payloads: { [T in CommandType]: z.ZodType<CommandMap[T]> } = {
	'conference.create': z.strictObject({
		template: id.nullable(),
		settings,
		checklist: z.array(checklistItem).max(300),
		rehearsalOf: id.nullable()
	}),
	'conference.edit': z.strictObject({ patch: settings.partial(), based: settings.partial().optional() }),
	'conference.status': z.strictObject({ status }),
	'checklist.set': z.strictObject({ item: checklistItem }),
	'checklist.remove': z.strictObject({ id }),
	'checklist.tick': z.strictObject({ id, done: z.boolean() }),
	'desk.set': z.strictObject({ desks: lines(40, 80), based: lines(40, 80).optional() }),
	'desk.save': z.strictObject({ desks, based: desks.optional() }),
	'device.enrol': enrolled,
	'device.change': enrolled,
	'device.revoke': z.strictObject({ id }),
	'programme.next': z.strictObject(expected),
	'programme.back': z.strictObject(expected),
	'programme.jump': z.strictObject({ ...expected, to: id }),
	'programme.hold': z.strictObject(expected),
	'programme.resume': z.strictObject(expected),
	'programme.undo': z.strictObject({ of: commandId }),
	'programme.adjust': z.strictObject({ item: id, minutes: z.number().int().min(-600).max(600) }),
	'programme.insert': z.strictObject({
		item: newItem,
		before: id.nullable(),
		parent: id.nullable().optional()
	}),
	'programme.edit': z.strictObject({
		item: id,
		patch: newItem.omit({ id: true, personal: true }).partial(),
		personal: itemPersonal.optional()
	}),
	'programme.reorder': z.strictObject({ order: z.array(id).max(500) }),
	'programme.remove': item,
	'programme.split': z.strictObject({ item: id, parts: z.array(newItem).min(1).max(60) }),
	'note.send': z.strictObject({ id, to: noteTo, text: text(500).pipe(z.string().min(1)) }),
	'note.answer': z.strictObject({ note: id, answer: z.enum(['clear', 'unclear']) }),
	'note.withdraw': z.strictObject({ note: id }),
	'note.called': z.strictObject({ note: id, answer: commandId }),
	'scene.set': z.strictObject({ scene: scene.nullable() }),
	...cuePayloads,
	'delegate.add': z.strictObject({ delegate: enteredDelegate }),
	'delegate.import': z.strictObject({ delegates: z.array(enteredDelegate).min(1).max(20_000) }),
	'delegate.edit': z.strictObject({
		id,
		patch: enteredDelegate
			.omit({ id: true, personal: true })
			.extend({ absence: z.literal('excused').nullable() })
			.partial(),
		personal: delegatePersonal.optional()
	}),
	'delegate.withdraw': z.strictObject({ id, withdrawn: z.boolean() }),
	'delegate.reissue': z.strictObject({ id }),
	'door.admit': z.strictObject({ ...admit, delegate: id }),
	'door.undo': z.strictObject({ ...claim, admission: commandId, reason: z.enum(UNDO_REASONS).optional() }),
	'door.exit': z.strictObject({ ...claim, admission: commandId }),
	'door.walkIn': z.strictObject({ ...admit, delegate: enteredDelegate, reason: text(500) }),
	'door.substitute': z.strictObject({
		...admit,
		delegate: id,
		name: text(160).pipe(z.string().min(1)),
		title: text(300),
		honorific: text(60)
	}),
	'door.failed': z.strictObject({
		...claim,
		code: text(200),
		reason: z.enum(FAILURES),
		delegate: id.optional()
	}),
	'door.lounge': z.strictObject({ ...claim, admission: commandId, on: z.boolean() }),
	'door.companions': z.strictObject({
		...claim,
		admission: commandId,
		count: z.number().int().min(0).max(99)
	}),
	'door.documents': z.strictObject({ ...claim, delegate: id, given: z.boolean() }),
	'door.count': z.strictObject({
		...claim,
		unit,
		delta: z.number().int().min(-1000).max(1000),
		desk: text(80).nullable().optional()
	}),
	'documents.stock': z.strictObject({ sets: total }),
	'unit.totals': z.strictObject({ unit, women: total, ethnic: total, religious: total, partyMembers: total }),
	'door.settle': z.strictObject({ admission: commandId }),
	'introduction.freeze': z.strictObject({}),
	'introduction.reopen': z.strictObject({}),
	'introduction.tick': z.strictObject({ ...claim, delegate: id, on: z.boolean() }),
	'hall.set': z.strictObject({ hall, based: version.optional(), unseat: z.boolean().optional() }),
	'seat.assign': z.strictObject({
		seats: z
			.array(z.strictObject({ delegate: id, seat: seat.nullable(), from: seat.nullable().optional() }))
			.min(1)
			.max(20_000),
		release: z.boolean().optional()
	}),
	'seat.plan': z.strictObject({
		seats: z
			.array(z.strictObject({ delegate: id, seat: seat.nullable(), why: why.optional() }))
			.min(1)
			.max(20_000),
		based: version
	}),
	'seat.lock': z.strictObject({ delegates: z.array(id).min(1).max(20_000), on: z.boolean() }),
	'seat.hold': z.strictObject({
		seats: z.array(seat).min(1).max(2_000),
		hold: z.enum(['blocked', 'held']).nullable()
	}),
	'seat.issue': z.strictObject({}),
	'seat.placement': z.strictObject({ placement: z.strictObject({ groups: wishes, units: wishes }) }),
	'seat.sat': z.strictObject({ ...claim, delegate: id, seat: seat.nullable() }),
	'seat.free': z.strictObject({ delegate: id }),
	'award.set': z.strictObject({
		decision: award.decision,
		recipients: award.recipients,
		personal: award.decisionPersonal.optional()
	}),
	'award.amend': z.strictObject({
		decision: award.decision,
		recipients: award.recipients,
		personal: award.decisionPersonal.optional(),
		based: version
	}),
	'award.setup': z.strictObject({ setup: award.setup }),
	'award.announce': z.strictObject({ decision: id }),
	'wave.make': z.strictObject({}),
	'wave.arrange': z.strictObject({ waves: award.waves, based: version }),
	'wave.conferrers': z.strictObject({ wave: award.waveNumber, conferrers: z.array(id).max(20) }),
	'wave.next': z.strictObject({ ...award.seenWave, override: z.boolean().optional() }),
	'wave.back': z.strictObject(award.seenWave),
	'wave.confirm': z.strictObject({
		wave: award.waveNumber,
		presenter: award.presenter,
		version: award.pileVersion,
		how: z.enum(['scan', 'tap'])
	}),
	'wave.later': z.strictObject({
		recipients: z.array(id).min(1).max(100),
		version: award.pileVersion,
		reason: award.laterReason
	}),
	'wave.move': z.strictObject({ recipient: id, version: award.pileVersion, to: award.waveNumber.optional() }),
	'wave.swap': z.strictObject({ recipient: id, with: id, version: award.pileVersion }),
	'wave.behalf': z.strictObject({
		recipient: id,
		version: award.pileVersion,
		delegate: id.nullable(),
		reason: award.reason.nullable(),
		name: text(300).optional()
	}),
	'frame.mark': z.strictObject({ recipient: id, mark: z.enum(['misprinted', 'missing']).nullable() }),
	'wave.undo': z.strictObject({ of: commandId }),
	'wing.tick': z.strictObject({ ...claim, recipient: id, on: z.boolean() }),
	...handsPayloads,
	'minutes.write': minutesWrite,
	'media.add': z.strictObject({ medium: media.medium, name: media.name }),
	'media.remove': z.strictObject({ hash: media.hash }),
	'media.attach': z.strictObject({ item: id, hash: media.hash, on: z.boolean() }),
	'media.play': z.strictObject({ hash: media.hash, step: media.step }),
	'media.pause': z.strictObject({ step: media.step }),
	'media.resume': z.strictObject({ step: media.step }),
	'media.stop': z.strictObject({ play: commandId }),
	'award.photo': z.strictObject({ recipient: id, hash: media.hash.nullable() }),
	'screen.report': z.strictObject({ report: media.report }),
	'troupe.tick': z.strictObject({ ...claim, item: id, state: media.troupeState }),
	'troupe.microphones': z.strictObject({ item: id, count: media.microphones })
};

const envelope = z.strictObject({ id: commandId, type: z.string().max(64), payload: z.unknown() });

export type ParsedCommand =
	| { ok: true; command: Command }
	| { ok: false; id: string | null; code: 'unknown_command' | 'bad_shape'; path: string };

/** Reads one command from outside; never throws. */
export function parseCommand(raw: unknown): ParsedCommand {
	const outer = envelope.safeParse(raw);
	if (!outer.success) {
		const given = raw && typeof raw === 'object' && 'id' in raw ? commandId.safeParse(raw.id) : null;
		return {
			ok: false,
			id: given?.success ? given.data : null,
			code: 'bad_shape',
			path: pathOf(outer.error)
		};
	}
	const { id: own, type } = outer.data;
	if (!Object.hasOwn(payloads, type)) return { ok: false, id: own, code: 'unknown_command', path: 'type' };
	const payload = payloads[type as CommandType].safeParse(outer.data.payload);
	if (!payload.success) return { ok: false, id: own, code: 'bad_shape', path: pathOf(payload.error) };
	return { ok: true, command: { id: own, type, payload: payload.data } as Command };
}

const pathOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';
