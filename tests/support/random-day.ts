/**
 * Random days for property tests: a log in memory, with the same deciders and reducers as the server's, that plays
 * whatever fast-check chose. Choices are numbers, so that a failing day shrinks well.
 */
import fc from 'fast-check';
import {
	programmeFromTemplate,
	settingsFromTemplate,
	checklistOf
} from '../../src/lib/core/conference/from-template';
import { trungKhanh } from '../../src/lib/core/conference/templates/trung-khanh';
import { waveRow } from '../../src/lib/core/awards/arrange';
import { handsOf } from '../../src/lib/core/hands/model';
import { wavesInOrder } from '../../src/lib/core/awards/model';
import type { Role } from '../../src/lib/core/access/roles';
import { ALERT_KINDS } from '../../src/lib/core/cues/alerts';
import { cuesOf, standings } from '../../src/lib/core/cues/plan';
import { commandTypes, decide } from '../../src/lib/core/log/decide';
import type { Command, CommandMap, CommandType } from '../../src/lib/core/log/command';
import type { Actor, LogEvent } from '../../src/lib/core/log/event';
import { evolve, initialState, type State } from '../../src/lib/core/log/slices';
import type { EnteredDelegate } from '../../src/lib/core/delegates/entered';
import type { NewItem } from '../../src/lib/core/programme/decide';
import { rowsOf } from '../../src/lib/core/table';
import { ConferenceLog, emptyLoaded } from '../../src/lib/server/log/conference-log';

export type Choice = { what: number; who: number; how: number };
const choice = fc.record({ what: fc.nat(999), who: fc.nat(999), how: fc.nat(999) });
export const choices = (most = 60) => fc.array(choice, { minLength: 3, maxLength: most, size: 'max' });

export const NOW = Date.UTC(2025, 7, 28, 0, 30);
const PEOPLE = 24;
export const people = Array.from({ length: PEOPLE }, (_, i) => `p${i}`);
const devices: Actor[] = [
	{ kind: 'device', id: 'door-1', role: 'reception' },
	{ kind: 'device', id: 'door-2', role: 'reception' },
	{ kind: 'device', id: 'mc-1', role: 'mc' },
	{ kind: 'device', id: 'stage-1', role: 'stage' },
	{ kind: 'admin', id: 'admin-1', role: 'admin' }
];
const askedRoles: Role[] = ['mc', 'reception', 'usher', 'tech'];
const deviceRoles: Role[] = ['reception', 'usher', 'awards', 'mc', 'stage'];

export const entered = (id: string, name = `Nông Văn ${id}`): EnteredDelegate => ({
	id,
	kind: 'guest',
	unit: `Xóm ${id}`,
	group: null,
	vip: false,
	tier: 50,
	bloc: 6,
	officeRank: 90,
	lockedOrder: null,
	invitationNumber: null,
	personal: { honorific: 'Ông', name, title: 'Trưởng xóm', phone: '0912345678' }
});

const newItem = (id: string): NewItem => ({
	id,
	kinds: id.endsWith('5') ? ['thong_qua'] : ['phat_bieu'],
	title: `Phát biểu ${id}`,
	minutes: 5,
	on: true,
	delegate: null,
	personal: { performer: `Người ${id}`, conductor: 'Chủ tọa' }
});

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** A log without a database: `apply` does what the queue does after its commit. */
export class MemoryLog {
	readonly log = new ConferenceLog(
		{ ...emptyLoaded('paper', Buffer.alloc(32, 7)), state: initialState },
		{
			db: { sql: null, orm: null, close: () => Promise.resolve() } as never,
			now: () => NOW,
			onCommitted: () => undefined
		}
	);
	readonly events: LogEvent[] = [];
	readonly commands: { command: Command; actor: Actor }[] = [];
	now = NOW;
	#ids = 0;

	nextId = (): string => `command-${String(++this.#ids).padStart(4, '0')}`;

	/** @returns the new events; none when the rule refused */
	apply(command: Command, actor: Actor): LogEvent[] {
		this.now += 1000;
		const { log } = this;
		const decided = decide(log.state, command, { now: this.now, actor, command: command.id });
		if (!decided.ok) return [];
		this.commands.push({ command, actor });
		const fresh: LogEvent[] = [];
		for (const event of decided.value.events) {
			const full: LogEvent = {
				...event,
				seq: log.head + 1,
				epoch: 1,
				v: 1,
				at: this.now,
				actor,
				command: command.id
			};
			log.state = evolve(log.state, full);
			log.head = full.seq;
			log.lastSeqByType[full.type] = full.seq;
			fresh.push(full);
		}
		for (const { ref, payload } of decided.value.personal ?? [])
			if (payload) log.personal.set(ref, payload);
			else log.personal.delete(ref);
		this.events.push(...fresh);
		return fresh;
	}

	begin(): void {
		const admin = devices[4] as Actor;
		const send = <T extends CommandType>(type: T, payload: CommandMap[T]) =>
			this.apply({ id: this.nextId(), type, payload } as Command, admin);
		send('conference.create', {
			template: null,
			settings: settingsFromTemplate(trungKhanh),
			checklist: checklistOf(trungKhanh),
			rehearsalOf: null
		});
		for (const { item, parts } of programmeFromTemplate(trungKhanh)) {
			send('programme.insert', { item, before: null });
			for (const part of parts) send('programme.insert', { item: part, before: null, parent: item.id });
		}
		send('delegate.import', { delegates: people.map((id) => entered(id)) });
		send('device.enrol', { id: 'door-1', role: 'reception', desk: 'Bàn 1' });
		send('device.enrol', { id: 'mc-1', role: 'mc', desk: null });
		send('conference.status', { status: 'live' });
	}

	/** @param types what the day is made of */
	play({ what, who, how }: Choice, types: readonly CommandType[] = commandTypes): LogEvent[] {
		const type = at(types, what) as CommandType;
		const actor = at(devices, how) as Actor;
		const payload = this.#payload(type, who, how);
		return this.apply({ id: this.nextId(), type, payload } as Command, actor);
	}

	/** Payloads that the present state mostly accepts; what it refuses is part of the day too. */
	#payload(type: CommandType, who: number, how: number): CommandMap[CommandType] {
		const state: State = this.log.state;
		const delegates = [...rowsOf(state.roster.delegates)].map((row) => row.id).sort();
		const delegate = at(delegates, who) ?? 'nobody';
		const admission =
			at([...rowsOf(state.admissions.admissions)].map((row) => row.id).sort(), how) ?? 'none-none';
		const item = at(state.programme.order, who) ?? 'i1';
		const note = at(state.cues.notes, how)?.id ?? 'none';
		const answerId = at(Object.values(at(state.cues.notes, how)?.answers ?? {}), who)?.id ?? 'none-none';
		const wave = at(
			wavesInOrder(state.awards).map((row) => waveRow(state.awards, row.number)),
			who
		);
		const votes = state.programme.order.filter((id) =>
			state.programme.items[id]?.kinds.includes('thong_qua')
		);
		const vote = at(votes, who) ?? item;
		const voted = handsOf(state.hands, vote);
		const members = wave?.members ?? [];
		const recipient = at(members, how) ?? 'r-none';
		const inHand = wave && state.awards.waves[wave.number];
		const seenWave = {
			wave: wave?.number ?? 1,
			step: inHand?.step ?? ('prepared' as const),
			given: inHand?.given ?? 0,
			version: inHand?.version ?? 0
		};
		const standing = at(
			standings(state).filter((one) => one.near || who % 5 === 0),
			who
		);
		const cueAt = { cue: standing?.cue.id ?? 'none', occurrence: standing?.occurrence ?? 'h1' };
		const seenCue = { ...cueAt, version: standing?.version ?? 0 };
		const phase = how % 2 && standing?.goAt != null ? ('go' as const) : ('standby' as const);
		const freshHash = String(this.#ids).padStart(64, '0');
		const medium = at(Object.keys(state.media.media), who) ?? freshHash;
		const claim = { claimedAt: NOW - 3_600_000 + who * 977 - how * 331, offset: (how % 7) - 3 };
		const admit = { ...claim, via: 'qr' as const, verdict: 'green' as const, desk: 'Bàn 1', seen: 0 };
		const expected = { expectedItem: state.programme.live?.item ?? null };
		const fresh = `x${this.#ids}`;
		const device = at(['door-1', 'mc-1', 'stage-1'], who) as string;
		const made: { [T in CommandType]: () => CommandMap[T] } = {
			'conference.create': () => ({
				template: null,
				settings: state.conference.settings,
				checklist: [],
				rehearsalOf: null
			}),
			'conference.edit': () => ({ patch: { theme: `Chủ đề ${who}` } }),
			// A closed day refuses all orders; it would end most days early.
			'conference.status': () => ({ status: 'live' }),
			'checklist.set': () => ({
				item: {
					id: `c${who % 5}`,
					text: 'Nước',
					responsible: '',
					minutesBefore: 60,
					dueDate: null,
					tag: 'water'
				}
			}),
			'checklist.remove': () => ({ id: `c${who % 5}` }),
			'checklist.tick': () => ({ id: `c${who % 5}`, done: how % 2 === 0 }),
			'desk.set': () => ({ desks: ['Bàn 1', `Bàn ${how}`] }),
			'desk.save': () => ({ desks: [{ name: 'Bàn 1', gate: `Cổng ${how % 3}` }] }),
			'device.enrol': () => ({ id: device, role: at(deviceRoles, how) as Role, desk: null }),
			'device.change': () => ({ id: device, role: at(deviceRoles, how) as Role, desk: null }),
			'device.revoke': () => ({ id: device }),
			'programme.next': () => expected,
			'programme.back': () => expected,
			'programme.jump': () => ({ ...expected, to: item }),
			'programme.hold': () => expected,
			'programme.resume': () => expected,
			'programme.undo': () => ({ of: state.programme.last?.command ?? 'none-none' }),
			'programme.adjust': () => ({ item, minutes: (how % 5) - 2 }),
			'programme.insert': () => ({ item: newItem(fresh), before: how % 3 ? item : null }),
			'programme.edit': () => ({
				item,
				patch: { title: `Tên ${how}`, on: how % 4 !== 0 },
				personal: { performer: `Ai ${how}` }
			}),
			'programme.reorder': () => ({
				order: [...state.programme.order.slice(0, -2), ...state.programme.order.slice(-2).reverse()]
			}),
			'programme.remove': () => ({ item }),
			'programme.split': () => ({ item, parts: [newItem(`${fresh}a`), newItem(`${fresh}b`)] }),
			'note.send': () => ({
				id: fresh,
				to: how % 2 ? { device } : { roles: [at(deviceRoles, who) as Role] },
				text: `Ghi chú ${fresh}`
			}),
			'note.answer': () => ({ note, answer: 'clear' }),
			'note.withdraw': () => ({ note }),
			'note.called': () => ({ note, answer: answerId }),
			'scene.set': () => ({ scene: how % 2 ? 'black' : null }),
			'cue.set': () => ({
				cue: {
					id: who % 3 ? `own${who % 4}` : (at(cuesOf(state), who)?.id ?? 'own'),
					trigger: at(
						[
							{ on: 'hand' as const },
							{ on: 'itemStart' as const, item, lead: how % 6 },
							{ on: 'itemEnd' as const, item, before: how % 6 },
							{ on: 'wave' as const, step: 'onStage' as const }
						],
						how
					) ?? { on: 'hand' },
					to: who % 4 ? { roles: [at(askedRoles, who) as Role] } : { device },
					give: 'hand',
					word: null
				},
				text: `Hiệu lệnh ${fresh}`
			}),
			'cue.drop': () => ({ cue: at(cuesOf(state), who)?.id ?? 'none', default: how % 2 > 0 }),
			'cue.presets': () => ({ presets: [`Câu ${how}`], based: state.cuePlan.presets }),
			'cue.call': () => seenCue,
			'cue.give': () => seenCue,
			'cue.withdraw': () => seenCue,
			'cue.nudge': () => ({ ...cueAt, phase }),
			'cue.answer': () => ({
				...cueAt,
				phase,
				answer: how % 3 ? ('clear' as const) : ('unclear' as const),
				...(who % 3 === 0 && { reply: `Trả lời ${fresh}` })
			}),
			'cue.called': () => ({
				cue: cueAt.cue,
				answer:
					at(
						Object.values(standing?.run?.answers ?? {}).flatMap(({ standby, go }) => go ?? standby ?? []),
						who
					)?.id ?? 'none-none'
			}),
			'cue.alert': () => ({
				id: fresh,
				what: at(ALERT_KINDS, how) ?? 'medical',
				detail: who % 2 ? 'Khối A' : ''
			}),
			'cue.voice': () => ({ voice: at([1, 2, null] as const, how) ?? null }),
			'delegate.add': () => ({ delegate: entered(fresh) }),
			'delegate.import': () => ({ delegates: [entered(`${fresh}c`), entered(`${fresh}d`)] }),
			'delegate.edit': () => ({
				id: delegate,
				patch: { vip: how % 2 === 0 },
				personal: entered(delegate, `Tên ${how}`).personal
			}),
			'delegate.withdraw': () => ({ id: delegate, withdrawn: how % 2 === 0 }),
			'delegate.reissue': () => ({ id: delegate }),
			'door.admit': () => ({ ...admit, delegate }),
			'door.undo': () => ({ ...claim, admission }),
			'door.exit': () => ({ ...claim, admission }),
			'door.walkIn': () => ({ ...admit, delegate: entered(`w${who}`), reason: 'Không có trong danh sách' }),
			'door.substitute': () => ({ ...admit, delegate, name: 'Bế Thị Thay', title: '', honorific: 'Bà' }),
			'door.failed': () => ({ ...claim, code: '123456789', reason: 'unknown' }),
			'door.settle': () => ({ admission }),
			'door.lounge': () => ({ ...claim, admission, on: how % 3 !== 0 }),
			'door.companions': () => ({ ...claim, admission, count: how % 4 }),
			'door.documents': () => ({ ...claim, delegate, given: how % 3 !== 0 }),
			'door.count': () => ({ ...claim, unit: `Xóm p${who % 5}`, delta: (how % 7) - 2 }),
			'documents.stock': () => ({ sets: how % 5 ? 150 + who : null }),
			'unit.totals': () => ({
				unit: `Xóm p${who % 5}`,
				women: how % 9,
				ethnic: how % 5,
				religious: null,
				partyMembers: who % 7
			}),
			'introduction.freeze': () => ({}),
			'introduction.reopen': () => ({}),
			'introduction.tick': () => ({ ...claim, delegate, on: how % 3 !== 0 }),
			'hall.set': () => ({
				hall: {
					name: 'Hội trường',
					blocks: [{ id: 'A', name: 'A', colour: '', door: '', rows: 9, seatsPerRow: 9 }]
				}
			}),
			'seat.assign': () => ({
				seats: [{ delegate, seat: how % 4 ? { block: 'A', row: 1 + (who % 9), seat: 1 + (how % 9) } : null }]
			}),
			'seat.free': () => ({ delegate }),
			'seat.plan': () => ({
				seats: [{ delegate, seat: { block: 'A', row: 1 + (how % 9), seat: 1 + (who % 9) } }],
				based: state.seating.version
			}),
			'seat.lock': () => ({ delegates: [delegate], on: how % 3 > 0 }),
			'seat.hold': () => ({
				seats: [{ block: 'A', row: 1 + (how % 9), seat: 1 + (who % 9) }],
				hold: at(['held', 'blocked', null] as const, how) ?? null
			}),
			'seat.issue': () => ({}),
			'seat.placement': () => ({ placement: { groups: {}, units: { [`Xóm ${delegate}`]: ['A'] } } }),
			'seat.sat': () => ({
				...claim,
				delegate,
				seat: how % 3 ? { block: 'A', row: 1 + (how % 9), seat: 1 + (who % 9) } : null
			}),
			'award.setup': () => ({
				setup: {
					...state.awards.setup,
					waveSize: 1 + (how % 4),
					steps: how % 2 ? ('left' as const) : ('right' as const),
					presenters: who % 3 ? (2 as const) : (1 as const)
				}
			}),
			'award.announce': () => ({ decision: `q${how % 2}` }),
			'award.amend': () => ({
				decision: { id: `q${how % 2}`, form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
				recipients: [{ delegate, decision: `q${how % 2}`, type: 'individual', wave: 0, stagePosition: 0 }],
				based: state.awards.version
			}),
			'wave.make': () => ({}),
			'wave.arrange': () => ({
				waves: wave
					? [{ ...wave, members: [...members].reverse() }]
					: [{ number: 1, decision: 'q0', type: 'individual' as const, members: [] }],
				based: state.awards.version
			}),
			'wave.conferrers': () => ({ wave: seenWave.wave, conferrers: [delegate] }),
			'wave.next': () => ({ ...seenWave, override: how % 2 > 0 }),
			'wave.back': () => seenWave,
			'wave.confirm': () => ({
				wave: seenWave.wave,
				version: seenWave.version,
				presenter: who % 2 ? (1 as const) : (2 as const),
				how: how % 2 ? ('scan' as const) : ('tap' as const)
			}),
			'wave.later': () => ({ recipients: [recipient], version: seenWave.version, reason: 'absent' as const }),
			'wave.move': () => ({ recipient, version: seenWave.version }),
			'wave.swap': () => ({
				recipient,
				with: at(members, who + 1) ?? recipient,
				version: seenWave.version
			}),
			'wave.behalf': () => ({ recipient, version: seenWave.version, delegate, reason: 'Đi công tác' }),
			'frame.mark': () => ({
				recipient,
				mark: at(['misprinted', 'missing', null] as const, how) ?? null
			}),
			'wave.undo': () => ({ of: state.awards.last?.command ?? 'command-none' }),
			'wing.tick': () => ({ ...claim, recipient, on: how % 2 > 0 }),
			'hands.list': () => ({
				item: vote,
				lines: [`Người ${how}`, `Người ${who}`],
				based: how % 4 ? voted.listed : null
			}),
			'hands.count': () => ({
				item: vote,
				counts: how % 3 ? null : { for: 1, against: 0, other: how % 2 },
				listed: voted.listed,
				...(who % 2 && { base: 1 + (how % 9) })
			}),
			'hands.correct': () => ({
				item: vote,
				counts: how % 3 ? null : { for: 0, against: 1, other: 0 },
				of: voted.result?.id ?? 'command-none'
			}),
			'hands.undo': () => ({ item: vote, of: voted.result?.id ?? 'command-none' }),
			'hands.show': () => ({ item: vote, on: how % 2 > 0 }),
			'minutes.write': () => ({
				...claim,
				note: `m${who % 4}`,
				item: how % 3 ? item : null,
				text: how % 5 ? `Ghi ${fresh}` : '',
				based: how % 2 ? (state.minutes.notes[`m${who % 4}`]?.id ?? null) : null
			}),
			'media.add': () => ({
				medium: { hash: freshHash, size: 1 + who, type: how % 3 ? 'video/mp4' : 'image/png', ms: how * 1000 },
				name: `Tệp ${how}`
			}),
			'media.remove': () => ({ hash: medium }),
			'media.attach': () => ({ item, hash: medium, on: how % 4 !== 0 }),
			'media.play': () => ({ hash: medium, step: state.media.step }),
			'media.pause': () => ({ step: state.media.step }),
			'media.resume': () => ({ step: state.media.step }),
			'media.stop': () => ({ play: state.media.play?.id ?? 'command-none' }),
			'award.photo': () => ({ recipient, hash: how % 3 ? medium : null }),
			'screen.report': () => ({
				report: {
					media: [{ hash: medium, state: how % 2 ? ('ready' as const) : ('failed' as const), ms: null }],
					sound: how % 3 > 0,
					keeps: true
				}
			}),
			'troupe.tick': () => ({
				...claim,
				item,
				state: at(['away', 'here', 'ready'] as const, how) ?? 'here'
			}),
			'troupe.microphones': () => ({ item, count: how % 9 }),
			'award.set': () => ({
				decision: { id: `q${how % 2}`, form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
				recipients: [
					{ delegate, decision: `q${how % 2}`, type: 'individual', wave: 1, stagePosition: 1 },
					...(how % 3
						? [
								{
									id: `r${who % 5}-q${how % 2}`,
									delegate: null,
									decision: `q${how % 2}`,
									type: 'individual' as const,
									wave: 1,
									stagePosition: 2
								}
							]
						: [])
				]
			})
		};
		return made[type]();
	}
}
