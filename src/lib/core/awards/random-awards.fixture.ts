/**
 * A random day of awards: absences, late arrivals, swaps, drops, moves, nhận thay, trao sau, undo, other steps and
 * presenters, amendments, restarts. Each choice is one thing a person does, on the state as they would see it.
 */
import type { CommandMap, CommandType } from '../log/command';
import type { Actor } from '../log/event';
import { evolve, initialState } from '../log/slices';
import { AwardDay } from './awards.fixture';
import type { AwardCommands } from './decide';
import { LATER_REASONS, membersOf, wavesInOrder, type Row, type Wave } from './model';
import { isAtHand, honouredView } from './people';
import { nextFrame } from './run';
import { isConfirmed, stacksOf, unconfirmed } from './stack';
import { putAt } from './shift';
import { currentWave, laterWaveFor } from './waves';
import { waveRow } from './arrange';

/** Weights by repetition: most of what happens on a day is that it goes on. */
export const DOINGS = [
	...['goOn', 'goOn', 'goOn', 'goOn', 'goOn', 'goOn', 'next', 'back', 'confirm', 'confirm'],
	...['admit', 'admit', 'leave', 'tick', 'later', 'dropAway', 'move', 'moveTo', 'swap', 'swap', 'behalf'],
	...['frame', 'frame', 'undo', 'undo', 'setup', 'arrange', 'make', 'amend', 'set', 'announce', 'confer'],
	...['override', 'replay', 'snapshot']
] as const;
export type Doing = (typeof DOINGS)[number];
export type Choice = { doing: Doing; who: number; other: number; how: number };

const marshal: Actor = { kind: 'device', id: 'wings', role: 'marshal' };
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

export class RandomAwards extends AwardDay {
	/** What was tried last, whether taken or refused. */
	doing: Doing = 'make';
	#added = 0;

	static begin(): RandomAwards {
		const day = new RandomAwards();
		day.decide('q1', { individual: 7, household: 3 }).decide('q2', { individual: 3 }, 'province');
		day.invite({ id: 'chair', vip: true }, { id: 'aunt' });
		day.send('award.setup', { setup: { ...day.state.awards.setup, waveSize: 4 } }).send('wave.make', {});
		day.send('programme.insert', {
			item: { id: 'awards', kinds: ['khen_thuong'], title: 'Trao', minutes: 9, on: true, delegate: null },
			before: null
		});
		return day.send('conference.status', { status: 'live' }).send('programme.next', { expectedItem: null });
	}

	lookup = (ref: string) => this.personal.get(ref);
	get rows(): Row[] {
		return Object.values(this.state.awards.recipients);
	}
	get waves(): Wave[] {
		return wavesInOrder(this.state.awards);
	}

	/** The day as the stage means it: whoever has to confirm confirms, then the next step. @returns false at the end */
	goOn(): boolean {
		const on = this.waves.find(({ step }) => !['prepared', 'staged', 'cleared'].includes(step));
		const wave = on ?? this.waves.find(({ step }) => step !== 'cleared');
		if (!wave) return false;
		if (wave.step === 'staged') this.confirm(wave.number, ...unconfirmed(this.state.awards, wave));
		this.next(wave.number);
		return true;
	}

	do({ doing, who, other, how }: Choice): void {
		this.doing = doing;
		const { awards } = this.state;
		// Most of what happens to somebody happens to those whose turn it is, and to whoever was passed over.
		const now = currentWave(awards);
		const inHand = now ? membersOf(awards, now.number) : [];
		const over = inHand.filter(
			({ id, stagePosition }) => awards.outcomes[id]?.frameMissing && stagePosition <= (now?.given ?? 0)
		);
		const turn = over.length && who % 4 === 1 ? over : now && who % 4 ? inHand : this.rows;
		const row = pick(turn, who);
		const mate = pick(turn === over ? inHand : turn, other);
		const wave = pick(this.waves, other);
		if (!row || !mate || !wave) return;
		const version = awards.waves[row.wave]?.version ?? 0;
		const recipient = row.id;
		const act = <T extends CommandType>(type: T, payload: CommandMap[T], actor?: Actor) =>
			void this.try(type, payload, actor);
		const claim = { claimedAt: this.now, offset: 0 };
		switch (this.doing) {
			case 'goOn':
				return void this.goOn();
			case 'next':
				return act('wave.next', this.seen(wave.number));
			case 'override':
				return act('wave.next', { ...this.seen(wave.number), override: true });
			case 'back':
				return act('wave.back', this.seen(wave.number));
			case 'confirm': {
				const presenter = how % 2 ? 1 : 2;
				const seen = how > 8 ? wave.version - 1 : wave.version;
				return act('wave.confirm', { wave: wave.number, presenter, version: seen, how: 'tap' });
			}
			case 'admit':
				return act('door.admit', {
					...claim,
					delegate: row.delegate ?? 'aunt',
					via: 'qr',
					verdict: 'green',
					desk: null,
					seen: 0
				});
			case 'leave': {
				const admission = this.log.findLast((event) => event.type === 'admitted');
				return admission && act('door.exit', { ...claim, admission: admission.command });
			}
			case 'tick':
				return act('wing.tick', { ...claim, recipient, on: how % 3 > 0 });
			case 'later': {
				const reason = pick(LATER_REASONS, how) ?? 'later';
				return act('wave.later', { recipients: [recipient], version, reason }, how % 2 ? marshal : undefined);
			}
			case 'dropAway': {
				const away = membersOf(awards, wave.number)
					.filter((one) => !isAtHand(honouredView(this.state, this.lookup, one)))
					.map(({ id }) => id);
				return act('wave.later', { recipients: away, version: wave.version, reason: 'absent' });
			}
			case 'move':
				return act('wave.move', { recipient, version });
			case 'moveTo':
				return act('wave.move', { recipient, version, to: wave.number });
			case 'swap':
				return act('wave.swap', { recipient, with: mate.id, version });
			case 'behalf': {
				const listed = how % 2 === 0;
				const reason = how % 5 === 0 ? null : 'ốm';
				const who = listed ? { delegate: 'aunt' } : { delegate: null, name: 'Bà Nông Thị Thay' };
				return act('wave.behalf', { recipient, version, reason, ...who });
			}
			case 'frame': {
				// A frame is missed most often when it is looked for.
				const wanted = now?.step === 'presenting' && how > 5 ? nextFrame(awards, now)?.row.id : undefined;
				return act('frame.mark', {
					recipient: wanted ?? recipient,
					mark: wanted ? 'missing' : (pick(['missing', 'misprinted', null] as const, how) ?? null)
				});
			}
			case 'undo':
				return act('wave.undo', { of: awards.last?.command ?? '' }, how % 4 ? undefined : marshal);
			case 'setup':
				return act('award.setup', {
					setup: {
						...awards.setup,
						steps: how % 2 ? 'left' : 'right',
						presenters: how % 3 ? 2 : 1,
						split: how % 5 ? 'alternate' : 'half',
						waveSize: 2 + (how % 3)
					}
				});
			case 'arrange': {
				const all = this.waves.map(({ number }) => waveRow(awards, number));
				const to = (row.wave === 0 && laterWaveFor(awards, row)?.number) || wave.number;
				const here = waveRow(awards, to);
				// Also somebody who stands in none, and now and then an order that would leave somebody out.
				const put =
					row.wave === 0
						? [{ ...here, members: [...here.members, recipient] }]
						: how === 0
							? [{ ...here, members: here.members.slice(1) }]
							: putAt(all, recipient, to, how);
				const named = put?.filter(({ number }) => number === row.wave || number === to);
				return named && act('wave.arrange', { waves: named, based: awards.version });
			}
			case 'make':
				return act('wave.make', {});
			case 'amend':
			case 'set':
				return this.#rewrite(this.doing === 'amend' ? 'award.amend' : 'award.set', row, how);
			case 'announce':
				return act('award.announce', { decision: row.decision });
			case 'confer':
				return act('wave.conferrers', { wave: wave.number, conferrers: how % 3 ? ['chair'] : [] });
			case 'replay':
				this.state = this.log.reduce(evolve, initialState);
				return;
			case 'snapshot':
				this.state = JSON.parse(JSON.stringify(this.state)) as typeof this.state;
				return;
			default:
				return this.doing satisfies never;
		}
	}

	/** A decision's list with one taken off, one added, or one of another type. */
	#rewrite(type: 'award.amend' | 'award.set', row: Row, how: number): void {
		const decision = this.state.awards.decisions[row.decision];
		if (!decision) return;
		const listed = this.rows
			.filter((one) => one.decision === decision.id)
			.map(({ listed: _listed, ...one }) => one);
		const id = `${decision.id}-new${++this.#added}`;
		const fresh = { id, delegate: null, decision: decision.id, type: row.type, wave: 0, stagePosition: 0 };
		const recipients: AwardCommands['award.set']['recipients'] =
			how % 3 === 0
				? listed.filter((one) => one.id !== row.id)
				: how % 3 === 1
					? [...listed, fresh]
					: listed.map((one) => (one.id === row.id ? { ...one, type: 'household' } : one));
		const entered = { decision, recipients };
		if (type === 'award.set') this.try('award.set', entered);
		else this.try('award.amend', { ...entered, based: this.state.awards.version });
	}

	/** Both piles of a wave as they are now. */
	piles = (wave: Wave): string => JSON.stringify(stacksOf(this.state.awards, wave.number));
	confirmedPiles = (wave: Wave) => ([1, 2] as const).filter((presenter) => isConfirmed(wave, presenter));
}
