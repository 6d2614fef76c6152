import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../access/roles';
import { Hall } from '../introduction/introduction.fixture';
import type { Actor } from '../log/event';
import { PROGRAMME_KINDS, type ProgrammeKind } from '../programme/kinds';
import { WAVE_STEPS } from '../awards/model';
import { MINUTE } from '../time/minute';
import { timingOf } from '../time/timing-of';
import { cuesFor } from '../views/cue-views';
import { KIND_CUES, WAVE_CUES } from './defaults';
import { phaseOf } from './due';
import { cuesOf, standingById, unanswered } from './plan';
import type { CuePhase } from './plan-model';

const device = (id: string, role: Role): Actor => ({ kind: 'device', id, role });
const stage = device('stage-1', 'stage');
const other = device('stage-2', 'stage');
const tech = device('tech-1', 'tech');

/** Opening, the flag salute, a report, the awards, the end: five items of ten minutes. */
class Day extends Hall {
	constructor(
		kinds: readonly ProgrammeKind[] = ['phat_bieu', 'chao_co', 'bao_cao', 'khen_thuong', 'be_mac']
	) {
		super();
		kinds.forEach((kind, at) =>
			this.send('programme.insert', {
				item: { id: `i${at}`, kinds: [kind], title: kind, minutes: 10, on: true, delegate: null },
				before: null
			})
		);
		for (const { id, role } of [tech, device('tech-2', 'tech'), device('mc-1', 'mc'), device('mc-2', 'mc')])
			this.send('device.enrol', { id, role, desk: null });
		this.send('conference.status', { status: 'live' });
	}
	get #expected() {
		return { expectedItem: this.state.programme.live?.item ?? null };
	}
	next = (): string => this.send('programme.next', this.#expected, stage);
	back = (): string => this.send('programme.back', this.#expected, stage);
	jump = (to: string): string => this.send('programme.jump', { ...this.#expected, to }, stage);
	hold = (): string => this.send('programme.hold', this.#expected, stage);
	takeBack = (of: string): string => this.send('programme.undo', { of }, stage);
	of(cue: string) {
		const found = standingById(this.state, cue);
		if (!found) throw new Error(`${cue} is not ahead`);
		return { cue, occurrence: found.occurrence, version: found.version };
	}
	give = (cue: string, by = stage): string => this.send('cue.give', this.of(cue), by);
	answer(cue: string, phase: CuePhase, by = tech, reply?: string): string {
		const { occurrence } = this.of(cue);
		return this.send('cue.answer', { cue, occurrence, phase, answer: 'clear', ...(reply && { reply }) }, by);
	}
	/** What a device sees asked of it: nothing that it has answered. */
	shown(by: Actor, at = this.now): string[] {
		const timing = timingOf(this.state.programme, this.state.conference.settings);
		return cuesFor(this.state, this.lookup, { role: by.role, device: null }).flatMap((one) => {
			const phase = phaseOf(one, timing, at);
			return phase === null || one.answers[by.id]?.[phase] ? [] : [`${phase} ${one.cue}`];
		});
	}
}

describe('the cues a programme brings', () => {
	it('CUE-1: every kind and every step of a wave has its place in the tables, and an item its cues by itself', () => {
		expect(Object.keys(KIND_CUES).sort()).toEqual([...PROGRAMME_KINDS].sort());
		expect(Object.keys(WAVE_CUES).sort()).toEqual([...WAVE_STEPS].sort());
		const day = new Day();
		const ids = cuesOf(day.state).map((cue) => cue.id);
		expect(ids).toContain('anthem.i1');
		expect(ids).toContain('awardMusic.onStage');
		expect(new Set(ids).size).toBe(ids.length);
		day.send('programme.insert', {
			item: { id: 'x', kinds: ['phong_su'], title: 'Phóng sự', minutes: 5, on: true, delegate: null },
			before: null
		});
		expect(cuesOf(day.state).map((cue) => cue.id)).toContain('film.x');
		day.send('programme.edit', { item: 'x', patch: { on: false } });
		expect(cuesOf(day.state).map((cue) => cue.id)).not.toContain('film.x');
	});

	it('CUE-2: a suggestion is changed, left out and brought back; own words go before it; bad plans are refused', () => {
		const day = new Day();
		const cue = {
			id: 'anthem.i1',
			trigger: { on: 'itemStart' as const, item: 'i1', lead: 5 },
			to: { roles: ['tech' as const] },
			give: 'hand' as const,
			word: 'anthem' as const
		};
		day.send('cue.set', { cue, text: 'Bật băng Quốc ca, bản có lời' }, stage);
		day.next();
		expect(day.shown(tech, day.now + 4.5 * MINUTE)).toEqual([]);
		expect(day.shown(tech, day.now + 5 * MINUTE)).toEqual(['standby anthem.i1']);
		expect(cuesFor(day.state, day.lookup, { role: 'tech', device: null })[0]?.text).toMatch(/bản có lời/);
		day.send('cue.drop', { cue: 'anthem.i1', default: false }, stage);
		expect(cuesOf(day.state).map((one) => one.id)).not.toContain('anthem.i1');
		day.send('cue.drop', { cue: 'anthem.i1', default: true }, stage);
		expect(cuesOf(day.state).find((one) => one.id === 'anthem.i1')?.trigger).toMatchObject({ lead: 2 });
		const bad =
			(change: object, text = 'x') =>
			() =>
				day.send('cue.set', { cue: { ...cue, id: 'own', word: null, ...change }, text }, stage);
		expect(bad({ trigger: { on: 'itemStart', item: 'none', lead: 1 } })).toThrow('item_unknown');
		expect(bad({ trigger: { on: 'hand' }, give: 'trigger' })).toThrow('cue_needs_hand');
		expect(bad({}, '')).toThrow('cue_wordless');
		expect(bad({ to: { roles: ['projector'] } })).toThrow('cue_nobody');
		expect(bad({ to: { device: 'none' } })).toThrow('cue_nobody');
	});
});

describe('when a cue is due', () => {
	it('CUE-3: it stands by from the facts and the device’s own clock; minutes, a hold, a jump and a step move it', () => {
		const day = new Day();
		day.next();
		const start = day.now;
		const seen = (minute: number) => day.shown(tech, start + minute * MINUTE);
		expect(seen(7.9)).toEqual([]);
		expect(seen(8)).toEqual(['standby anthem.i1']);
		day.send('programme.adjust', { item: 'i0', minutes: 5 }, stage);
		expect(seen(8)).toEqual([]);
		expect(seen(13)).toEqual(['standby anthem.i1']);
		day.hold();
		expect(seen(600)).toEqual([]);
		day.jump('i3');
		expect(seen(601)).toEqual([]);
		day.next();
		expect(day.shown(tech, day.now + 8 * MINUTE)).toEqual([]);
		expect(day.shown(tech, day.now + 9 * MINUTE)).toEqual(['standby farewell.i4']);
	});

	it('CUE-4: giving is a person’s order; what two press at once is given once, and what moved on is refused', () => {
		const day = new Day();
		day.next();
		day.answer('anthem.i1', 'standby');
		day.next();
		expect(day.shown(tech)).toEqual([]);
		expect(day.shown(device('tech-2', 'tech'))).toEqual(['standby anthem.i1']);
		const before = day.of('anthem.i1');
		day.give('anthem.i1');
		const given = standingById(day.state, 'anthem.i1')?.goAt;
		expect(given).toBe(day.now);
		day.send('cue.give', before, other);
		expect(standingById(day.state, 'anthem.i1')?.goAt).toBe(given);
		expect(day.shown(tech)).toEqual(['go anthem.i1']);
		const stale = day.of('anthem.i1');
		day.next();
		expect(() => day.send('cue.give', stale, other)).toThrow('cue_moved_on');
		expect(day.shown(tech)).not.toContain('go anthem.i1');
	});

	it('CUE-5: an undone step takes back what was given in it and keeps who was prepared; coming again is a new time', () => {
		const day = new Day();
		day.next();
		day.answer('anthem.i1', 'standby');
		const step = day.next();
		day.give('anthem.i1');
		day.answer('anthem.i1', 'go');
		day.takeBack(step);
		expect(standingById(day.state, 'anthem.i1')).toMatchObject({ goAt: null, occurrence: 'i1' });
		expect(day.shown(tech, day.now + 9 * MINUTE)).toEqual([]);
		day.next();
		day.give('anthem.i1');
		expect(day.shown(tech)).toEqual(['go anthem.i1']);
		day.answer('anthem.i1', 'go');
		day.back();
		expect(day.shown(tech, day.now + 9 * MINUTE)).toEqual(['standby anthem.i1']);
	});

	it('CUE-6: the wave’s own order gives its cues, one step back takes them back, and the next wave asks anew', () => {
		const day = new Day();
		const recipient = (id: string, wave: number) => ({
			id,
			delegate: null,
			decision: 'qd',
			type: 'household' as const,
			wave,
			stagePosition: 1
		});
		const decision = {
			id: 'qd',
			form: 'Giấy khen',
			rank: 'commune' as const,
			number: '',
			caller: 'mc' as const
		};
		day.send('award.set', { decision, recipients: [recipient('a', 1), recipient('b', 2)] }, stage);
		const seen = (number: number) => {
			const { step, given, version } = day.state.awards.waves[number] ?? {
				step: 'prepared',
				given: 0,
				version: 0
			};
			return { wave: number, step, given, version };
		};
		const step = (number: number) => day.send('wave.next', { ...seen(number), override: true }, stage);
		expect(day.shown(tech)).toEqual([]);
		day.jump('i3');
		step(1);
		expect(day.shown(tech)).toEqual(['standby awardMusic.onStage']);
		day.answer('awardMusic.onStage', 'standby');
		step(1);
		expect(day.shown(tech)).toEqual(['go awardMusic.onStage']);
		day.answer('awardMusic.onStage', 'go');
		step(1);
		step(1);
		expect(day.shown(tech)).toEqual(['standby photoLight.photo']);
		day.send('wave.back', seen(1), stage);
		day.send('wave.back', seen(1), stage);
		expect(day.shown(tech)).toEqual([]);
		day.send('wave.back', seen(1), stage);
		expect(day.shown(tech)).toEqual(['standby awardMusic.onStage']);
		step(1);
		expect(day.shown(tech)).toEqual(['go awardMusic.onStage']);
		while (day.state.awards.waves[1]?.step !== 'cleared') step(1);
		step(2);
		expect(day.shown(tech)).toEqual(['standby awardMusic.onStage']);
	});

	it('CUE-7: a cue by hand is called, given, withdrawn and called again, each time anew', () => {
		const day = new Day();
		const cue = { id: 'own', trigger: { on: 'hand' as const }, give: 'hand' as const, word: null };
		day.send('cue.set', { cue: { ...cue, to: { roles: ['tech'] } }, text: 'Tắt quạt' }, stage);
		expect(day.shown(tech)).toEqual([]);
		const first = day.of('own');
		day.send('cue.call', first, stage);
		day.send('cue.call', { ...first, version: 0 }, other);
		expect(day.shown(tech)).toEqual(['standby own']);
		day.answer('own', 'standby');
		day.give('own');
		expect(day.shown(tech)).toEqual(['go own']);
		day.send('cue.withdraw', day.of('own'), stage);
		expect(day.shown(tech)).toEqual([]);
		day.send('cue.call', day.of('own'), stage);
		expect(day.shown(tech)).toEqual(['standby own']);
		day.give('own');
		day.send('cue.call', day.of('own'), stage);
		expect(day.shown(tech)).toEqual(['standby own']);
	});
});

describe('who is asked and who has answered', () => {
	it('CUE-8: an answer stands per device with its time; a nudge asks only those who have not answered', () => {
		const day = new Day();
		day.next();
		day.next();
		day.give('anthem.i1');
		const answer = day.answer('anthem.i1', 'go', tech, 'Máy hỏng loa trái');
		const standing = () => {
			const found = standingById(day.state, 'anthem.i1');
			if (!found) throw new Error('gone');
			return found;
		};
		expect(standing().run?.answers['tech-1']?.go).toMatchObject({
			answer: 'clear',
			at: day.now,
			replied: true
		});
		expect(day.personal.get(`reply:${answer}`)).toEqual({ text: 'Máy hỏng loa trái' });
		expect(unanswered(day.state, standing(), 'go').map((one) => one.device)).toEqual(['tech-2']);
		const { cue, occurrence } = day.of('anthem.i1');
		day.send('cue.nudge', { cue, occurrence, phase: 'go' }, stage);
		expect(standing().run?.nudgedAt.go).toBe(day.now);
		expect(standing().run?.answers['tech-1']?.go?.answer).toBe('clear');
		day.answer('anthem.i1', 'go', device('tech-2', 'tech'));
		const nudged = standing().run?.nudgedAt.go;
		day.send('cue.nudge', { cue, occurrence, phase: 'go' }, other);
		expect(standing().run?.nudgedAt.go).toBe(nudged);
		expect(() => day.answer('anthem.i1', 'go', device('mc-1', 'mc'))).toThrow('not_allowed');
	});

	it('CUE-9: “Chưa rõ – gọi tôi” stays until the stage has called about that very answer', () => {
		const day = new Day();
		day.next();
		const { cue, occurrence } = day.of('anthem.i1');
		const unclear = { cue, occurrence, phase: 'standby' as const, answer: 'unclear' as const };
		const of = day.send('cue.answer', unclear, tech);
		day.send('cue.called', { cue, answer: of }, stage);
		const calledAt = () => day.state.cuePlan.runs[cue]?.at(-1)?.answers['tech-1']?.standby?.calledAt;
		expect(calledAt()).toBe(day.now);
		day.send('cue.answer', { ...unclear, reply: 'Vẫn chưa nghe' }, tech);
		expect(calledAt()).toBeUndefined();
		day.send('cue.called', { cue, answer: of }, stage);
		expect(calledAt()).toBeUndefined();
	});

	it('CUE-10: of two MCs only the one it is for is asked; one that has not said which it is, is asked too', () => {
		const day = new Day();
		const cue = { id: 'own', trigger: { on: 'hand' as const }, give: 'hand' as const, word: null };
		day.send('cue.set', { cue: { ...cue, to: { roles: ['mc'], voice: 2 } }, text: 'Dẫn tiếp' }, stage);
		day.send('cue.voice', { voice: 1 }, device('mc-1', 'mc'));
		day.give('own');
		const waiting = () => {
			const standing = standingById(day.state, 'own');
			return standing && unanswered(day.state, standing, 'go').map((one) => one.device);
		};
		expect(waiting()).toEqual(['mc-2']);
		expect(() => day.answer('own', 'go', device('mc-1', 'mc'))).toThrow('not_allowed');
		day.send('cue.voice', { voice: null }, device('mc-1', 'mc'));
		expect(waiting()).toEqual(['mc-1', 'mc-2']);
	});

	it('CUE-11: a silent report reaches whom its table names, at once, and nobody else', () => {
		const day = new Day();
		day.send(
			'cue.alert',
			{ id: 'al', what: 'medical', detail: 'Khối B, hàng 7' },
			device('desk-1', 'reception')
		);
		const seen = (role: Role) => cuesFor(day.state, day.lookup, { role, device: null });
		expect(seen('security')).toMatchObject([
			{ cue: 'al', alert: 'medical', by: 'reception', text: 'Khối B, hàng 7' }
		]);
		for (const role of ['mc', 'chair', 'tech', 'reader', 'steward'] as const) expect(seen(role)).toEqual([]);
		expect(day.shown(device('guard', 'security'))).toEqual(['go al']);
		day.send('cue.withdraw', day.of('al'), stage);
		expect(seen('security')).toEqual([]);
	});
});

describe('any day', () => {
	const steps = [
		'next',
		'back',
		'jump',
		'undo',
		'adjust',
		'hold',
		'give',
		'answer',
		'nudge',
		'wait'
	] as const;
	const moves = fc.array(fc.record({ what: fc.constantFrom(...steps), n: fc.nat(9) }), {
		maxLength: 40,
		size: 'max'
	});

	it('CUE-12: whatever the day brings, nobody is asked twice about one occurrence, and a nudge loses no answer', () => {
		fc.assert(
			fc.property(moves, (list) => {
				const day = new Day();
				const answered = new Set<string>();
				let last: string | null = null;
				const tryTo = (what: () => unknown) => {
					try {
						return what();
					} catch (error) {
						// A refusal is part of the day.
						return error;
					}
				};
				for (const { what, n } of list) {
					const near = cuesFor(day.state, day.lookup, { role: 'tech', device: null });
					const cue = near[n % Math.max(1, near.length)];
					const answersOf = (one: { cue: string; occurrence: string }) =>
						day.state.cuePlan.runs[one.cue]?.find((run) => run.occurrence === one.occurrence)?.answers ?? {};
					const had = cue && answersOf(cue);
					if (what === 'next') tryTo(() => (last = day.next()));
					else if (what === 'back') tryTo(() => (last = day.back()));
					else if (what === 'jump') tryTo(() => (last = day.jump(`i${n % 5}`)));
					else if (what === 'undo' && last) tryTo(() => day.takeBack(last ?? ''));
					else if (what === 'adjust')
						tryTo(() => day.send('programme.adjust', { item: `i${n % 5}`, minutes: n - 4 }, stage));
					else if (what === 'hold') tryTo(() => day.hold());
					else if (what === 'wait') day.now += n * MINUTE;
					else if (what === 'give' && cue) tryTo(() => day.give(cue.cue));
					else if (what === 'nudge' && cue) {
						const { occurrence } = cue;
						const phase = cue.goAt === null ? 'standby' : 'go';
						tryTo(() => day.send('cue.nudge', { cue: cue.cue, occurrence, phase }, stage));
						expect(answersOf(cue)).toEqual(had);
					} else if (what === 'answer')
						for (const one of day.shown(tech)) {
							const [phase, id = ''] = one.split(' ');
							const { occurrence, version } = day.of(id);
							// An undone or renewed giving is asked anew, under another version.
							const asked = phase === 'go' ? `${one} ${occurrence} v${version}` : `${one} ${occurrence}`;
							expect(answered.has(asked), `asked twice: ${asked}`).toBe(false);
							answered.add(asked);
							day.answer(id, phase === 'go' ? 'go' : 'standby');
						}
					// No cue of an item that is neither on nor next is asked.
					const { live } = day.state.programme;
					for (const one of day.shown(tech)) {
						const item = standingById(day.state, one.split(' ')[1] ?? '')?.item;
						if (item && one.startsWith('go') && live)
							expect(day.state.programme.order.indexOf(item)).toBeGreaterThanOrEqual(
								day.state.programme.order.indexOf(live.item)
							);
					}
				}
			}),
			{ numRuns: 300 }
		);
	});
});
