/** The programme on a random day: its items, notes, cues, minutes, media and who is ready to go on. */
import type { Role } from '../../src/lib/core/access/roles';
import { ALERT_KINDS } from '../../src/lib/core/cues/alerts';
import { cuesOf, standings } from '../../src/lib/core/cues/plan';
import type { NewItem } from '../../src/lib/core/programme/decide';
import { at, deviceRoles, type CommandsOf, type Moment, type Payloads } from './random-house';

const askedRoles: Role[] = ['mc', 'reception', 'usher', 'tech'];

const newItem = (id: string): NewItem => ({
	id,
	kinds: id.endsWith('5') ? ['thong_qua'] : ['phat_bieu'],
	title: `Phát biểu ${id}`,
	minutes: 5,
	on: true,
	delegate: null,
	personal: { performer: `Người ${id}`, conductor: 'Chủ tọa' }
});

type ProgrammeCommand = CommandsOf<
	'programme' | 'note' | 'scene' | 'cue' | 'minutes' | 'media' | 'screen' | 'troupe'
>;
export function programmePayloads(moment: Moment): Payloads<ProgrammeCommand> {
	const { state, who, how, fresh, freshHash, item, device, medium, claim } = moment;
	const note = at(state.cues.notes, how)?.id ?? 'none';
	const answerId = at(Object.values(at(state.cues.notes, how)?.answers ?? {}), who)?.id ?? 'none-none';
	const standing = at(
		standings(state).filter((one) => one.near || who % 5 === 0),
		who
	);
	const cueAt = { cue: standing?.cue.id ?? 'none', occurrence: standing?.occurrence ?? 'h1' };
	const seenCue = { ...cueAt, version: standing?.version ?? 0 };
	const phase = how % 2 && standing?.goAt != null ? ('go' as const) : ('standby' as const);
	const expected = { expectedItem: state.programme.live?.item ?? null };
	return {
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
		'troupe.microphones': () => ({ item, count: how % 9 })
	};
}
