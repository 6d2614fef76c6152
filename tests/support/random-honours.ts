/** What is honoured and voted on a random day: decisions, waves, frames, and the show of hands. */
import { waveRow } from '../../src/lib/core/awards/arrange';
import { wavesInOrder } from '../../src/lib/core/awards/model';
import { handsOf } from '../../src/lib/core/hands/model';
import { at, type CommandsOf, type Moment, type Payloads } from './random-house';

type AwardCommand = CommandsOf<'award' | 'wave' | 'frame' | 'wing'>;
export function awardPayloads(moment: Moment): Payloads<AwardCommand> {
	const { state, who, how, delegate, medium, claim } = moment;
	const wave = at(
		wavesInOrder(state.awards).map((row) => waveRow(state.awards, row.number)),
		who
	);
	const members = wave?.members ?? [];
	const recipient = at(members, how) ?? 'r-none';
	const inHand = wave && state.awards.waves[wave.number];
	const seenWave = {
		wave: wave?.number ?? 1,
		step: inHand?.step ?? ('prepared' as const),
		given: inHand?.given ?? 0,
		version: inHand?.version ?? 0
	};
	return {
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
		'award.photo': () => ({ recipient, hash: how % 3 ? medium : null }),
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
}

export function handsPayloads({ state, who, how, item }: Moment): Payloads<CommandsOf<'hands'>> {
	const votes = state.programme.order.filter((id) => state.programme.items[id]?.kinds.includes('thong_qua'));
	const vote = at(votes, who) ?? item;
	const voted = handsOf(state.hands, vote);
	return {
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
		'hands.show': () => ({ item: vote, on: how % 2 > 0 })
	};
}
