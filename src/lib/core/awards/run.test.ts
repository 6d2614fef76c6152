import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event';
import { AwardDay } from './awards.fixture';
import { currentWave, nextWave } from './waves';
import { membersOf, wavesInOrder } from './model';
import { nextFrame, passedOver } from './run';
import { checkPile, framesOf, pileChange, stacksOf, unconfirmed } from './stack';
import { tallyOf } from './tally';

const day = (people = 6) =>
	new AwardDay()
		.decide('q1', { individual: people })
		.send('award.setup', {
			setup: {
				waveSize: 4,
				steps: 'left',
				presenters: 2,
				split: 'alternate',
				types: ['collective', 'household', 'individual']
			}
		})
		.send('wave.make', {});
const given = (awards: AwardDay['state']['awards']): string[] =>
	Object.entries(awards.outcomes).flatMap(([id, outcome]) => (outcome.givenAt === undefined ? [] : [id]));

describe('piles of frames', () => {
	it('FRM-1: the two piles share the row out in turn or by half, top to bottom as they are handed over; one presenter has all', () => {
		const hall = day();
		expect(stacksOf(hall.state.awards, 1)).toEqual({ 1: ['q1-i1', 'q1-i3'], 2: ['q1-i2'] });
		const setup = hall.state.awards.setup;
		hall.send('award.setup', { setup: { ...setup, split: 'half' } });
		expect(stacksOf(hall.state.awards, 1)).toEqual({ 1: ['q1-i1', 'q1-i2'], 2: ['q1-i3'] });
		hall.send('award.setup', { setup: { ...setup, presenters: 1 } });
		expect(stacksOf(hall.state.awards, 1)).toEqual({ 1: ['q1-i1', 'q1-i2', 'q1-i3'], 2: [] });
		expect(hall.wave(1).version, 'every way of sharing is a new pile').toBe(3);
	});

	it('FRM-2: a wave is not called before both piles are confirmed as they are now; over that it can be, and it is recorded', () => {
		const hall = day().next(1).confirm(1, 1);
		expect(hall.try('wave.next', hall.seen(1))).toEqual({
			code: 'stack_unconfirmed',
			params: { presenters: '2' }
		});
		hall.confirm(1, 2);
		hall.send('wave.swap', { recipient: 'q1-i1', with: 'q1-i2', version: hall.wave(1).version });
		expect(unconfirmed(hall.state.awards, hall.wave(1)), 'a change asks both again').toEqual([1, 2]);
		hall.confirm(1, 2);
		hall.send('wave.next', { ...hall.seen(1), override: true });
		expect(hall.wave(1)).toMatchObject({ step: 'onStage', overridden: true });
		const calm = day().next(1).confirm(1, 1, 2);
		calm.send('wave.next', { ...calm.seen(1), override: true });
		expect(calm.wave(1).overridden, 'nothing had to be overridden').toBeUndefined();
	});

	it('FRM-3: a confirmation of an older pile is refused, and a second one of the same changes nothing', () => {
		const hall = day();
		const { version } = hall.wave(1);
		hall.send('wave.swap', { recipient: 'q1-i1', with: 'q1-i3', version });
		expect(hall.try('wave.confirm', { wave: 1, presenter: 1, version, how: 'scan' })?.code).toBe(
			'stack_changed'
		);
		const other: Actor = { kind: 'device', id: 'table', role: 'presenter-2' };
		const confirm = { wave: 1, presenter: 1 as const, version: hall.wave(1).version, how: 'tap' as const };
		expect(hall.try('wave.confirm', confirm, other)?.code).toBe('stack_not_yours');
		hall.confirm(1, 1);
		const before = hall.state;
		hall.confirm(1, 1);
		expect(hall.state).toBe(before);
	});

	it('FRM-4: after a change the pile says the fewest frames to move, take out and put in', () => {
		const hall = day(8).confirm(1, 1, 2);
		const version = () => hall.wave(1).version;
		expect(pileChange(hall.state.awards, hall.wave(1), 1)).toBeNull();
		hall.send('wave.later', { recipients: ['q1-i1'], version: version(), reason: 'absent' });
		// Before: 1 has i1, i3; 2 has i2, i4. Now the row is i2, i3, i4.
		expect(pileChange(hall.state.awards, hall.wave(1), 1)).toEqual({
			moved: [],
			added: ['q1-i2', 'q1-i4'],
			removed: ['q1-i1', 'q1-i3']
		});
		hall.send('wave.undo', { of: hall.state.awards.last?.command ?? '' });
		expect(pileChange(hall.state.awards, hall.wave(1), 1)).toEqual({ moved: [], added: [], removed: [] });
		const one = day(8)
			.send('award.setup', { setup: { ...hall.state.awards.setup, presenters: 1 } })
			.confirm(1, 1);
		one.send('wave.swap', { recipient: 'q1-i2', with: 'q1-i3', version: one.wave(1).version });
		expect(pileChange(one.state.awards, one.wave(1), 1)?.moved).toHaveLength(1);
	});

	it('FRM-5: scanning a pile top-down finds the first frame out of order, a foreign one and one too many', () => {
		expect(checkPile(['a', 'b', 'c'], ['a', 'b'])).toEqual({ kind: 'fine', scanned: 2, left: 1 });
		expect(checkPile(['a', 'b', 'c'], ['a', 'c', 'b'])).toEqual({
			kind: 'outOfOrder',
			place: 2,
			expected: 'b',
			found: 'c'
		});
		expect(checkPile(['a'], ['a', 'z'])).toEqual({
			kind: 'outOfOrder',
			place: 2,
			expected: null,
			found: 'z'
		});
		expect(checkPile(['a', 'b'], ['a', 'b'])).toEqual({ kind: 'complete' });
	});
});

describe('a wave on the day', () => {
	it('WAV-1: prepared, staged, on stage, one frame after another, photo, cleared; each step back undoes one', () => {
		const hall = day().confirm(1, 1, 2).next(1, 3);
		expect(hall.wave(1)).toMatchObject({ step: 'presenting', given: 0 });
		expect(nextFrame(hall.state.awards, hall.wave(1))).toMatchObject({
			row: { id: 'q1-i1' },
			frame: 1,
			of: 3
		});
		hall.next(1, 2);
		expect(given(hall.state.awards)).toEqual(['q1-i1', 'q1-i2']);
		hall.send('wave.back', hall.seen(1));
		expect(given(hall.state.awards)).toEqual(['q1-i1']);
		hall.next(1, 2).next(1);
		expect(hall.wave(1).step).toBe('photo');
		hall.next(1);
		expect(hall.wave(1).step).toBe('cleared');
		expect(hall.try('wave.next', hall.seen(1))?.code).toBe('wave_over');
		for (const _ of ['photo', 'presenting', 3, 2, 1, 0, 'onStage', 'staged'])
			hall.send('wave.back', hall.seen(1));
		expect(hall.wave(1)).toMatchObject({ step: 'prepared', given: 0 });
		expect(given(hall.state.awards)).toEqual([]);
		expect(hall.try('wave.back', hall.seen(1))?.code).toBe('wave_not_begun');
	});

	it('WAV-2: two people press at once: one goes on, the other reads that the wave is further', () => {
		const hall = day();
		const seen = hall.seen(1);
		hall.send('wave.next', seen);
		expect(hall.try('wave.next', seen)?.code).toBe('wave_moved_on');
		expect(hall.wave(1).step).toBe('staged');
	});

	it('WAV-3: the next wave may stand at the steps, but only one is on the stage', () => {
		const hall = day().confirm(1, 1, 2).confirm(2, 1, 2).next(1, 2).next(2);
		expect(hall.wave(2).step).toBe('staged');
		expect(hall.try('wave.next', hall.seen(2))).toEqual({ code: 'wave_on_stage', params: { wave: 1 } });
	});

	it('WAV-17: called out of turn, the wave on the stage is the one in hand; the others come after it', () => {
		const hall = day().confirm(2, 1, 2);
		const inHand = () =>
			[currentWave(hall.state.awards), nextWave(hall.state.awards)].map((one) => one?.number);
		expect(inHand()).toEqual([1, 2]);
		hall.next(2);
		expect(inHand()).toEqual([1, 2]);
		hall.next(2);
		expect(inHand()).toEqual([2, 1]);
		while (hall.wave(2).step !== 'cleared') hall.next(2);
		expect(inHand()).toEqual([1, undefined]);
	});

	it('WAV-4: who is not there leaves the row: the others close up, with new piles, in one event; one touch brings it back', () => {
		const hall = day();
		const before = hall.state.awards;
		hall.send('wave.later', { recipients: ['q1-i2'], version: hall.wave(1).version, reason: 'notInWings' });
		expect(membersOf(hall.state.awards, 1).map((r) => [r.id, r.stagePosition])).toEqual([
			['q1-i1', 1],
			['q1-i3', 2]
		]);
		expect(hall.state.awards.outcomes['q1-i2']).toEqual({ later: 'notInWings' });
		const of = hall.state.awards.last?.command ?? '';
		hall.send('wave.undo', { of });
		expect(hall.state.awards.recipients).toEqual(before.recipients);
		expect(hall.state.awards.outcomes).toEqual(before.outcomes);
		expect(hall.wave(1).version, 'a pile that was changed twice is a third one').toBe(3);
		expect(hall.try('wave.undo', { of })?.code).toBe('wave_undo_gone');
	});

	it('WAV-10: the marshal takes back only what this marshal did, and only while nothing else has happened', () => {
		const marshal: Actor = { kind: 'device', id: 'wings', role: 'marshal' };
		const other: Actor = { ...marshal, id: 'wings-2' };
		const hall = day();
		const leave = (recipient: string, actor?: Actor) =>
			hall.send(
				'wave.later',
				{ recipients: [recipient], version: hall.wave(1).version, reason: 'notInWings' },
				actor
			);
		const last = () => hall.state.awards.last?.command ?? '';
		leave('q1-i1', marshal);
		expect(hall.try('wave.undo', { of: last() }, other)?.code).toBe('not_allowed');
		hall.send('wave.undo', { of: last() }, marshal);
		expect(hall.members(1)).toEqual(['q1-i1', 'q1-i2', 'q1-i3']);
		leave('q1-i1', marshal);
		const own = last();
		leave('q1-i2');
		expect(hall.try('wave.undo', { of: own }, marshal)?.code).toBe('wave_undo_gone');
		expect(hall.try('wave.undo', { of: last() }, marshal)?.code).toBe('not_allowed');
		leave('q1-i3', marshal);
		hall.send('wave.undo', { of: last() });
		expect(hall.members(1), 'the stage takes back what the wings did').toEqual(['q1-i3']);
	});

	it('WAV-5: a late recipient goes to the next wave of the same kind, or to a new one behind all; never among others', () => {
		const hall = day();
		hall.send('wave.later', { recipients: ['q1-i1'], version: hall.wave(1).version, reason: 'absent' });
		hall.confirm(1, 1, 2).next(1, 2);
		hall.send('wave.move', { recipient: 'q1-i1', version: 0 });
		expect(hall.members(2)).toEqual(['q1-i4', 'q1-i5', 'q1-i6', 'q1-i1']);
		expect(hall.state.awards.outcomes['q1-i1']).toBeUndefined();
		const alone = new AwardDay().decide('q1', { individual: 2, household: 1 }).send('wave.make', {});
		alone.send('wave.later', { recipients: ['q1-h1'], version: alone.wave(1).version, reason: 'absent' });
		expect(alone.try('wave.move', { recipient: 'q1-h1', version: 0, to: 2 })?.code).toBe('wave_mixed');
		alone.send('wave.move', { recipient: 'q1-h1', version: 0 });
		expect(alone.members(3)).toEqual(['q1-h1']);
	});

	it('WAV-6: whoever was given is never given again, moved, swapped or replaced', () => {
		const hall = day().confirm(1, 1, 2).next(1, 4);
		const version = hall.wave(1).version;
		const codes = [
			hall.try('wave.later', { recipients: ['q1-i1'], version, reason: 'later' }),
			hall.try('wave.move', { recipient: 'q1-i1', version }),
			hall.try('wave.swap', { recipient: 'q1-i2', with: 'q1-i1', version }),
			hall.try('wave.behalf', { recipient: 'q1-i1', version, delegate: null, reason: 'x' }),
			hall.try('frame.mark', { recipient: 'q1-i1', mark: 'missing' })
		].map((refused) => refused?.code);
		expect(codes).toEqual(Array.from({ length: 5 }, () => 'recipient_given'));
	});

	it('WAV-7: nhận thay names who goes up and why; the name of somebody unlisted stands beside the log', () => {
		const hall = day();
		hall.send('wave.behalf', {
			recipient: 'q1-i1',
			version: hall.wave(1).version,
			delegate: null,
			reason: 'Truy tặng',
			name: 'Nông Thị Thân'
		});
		expect(hall.state.awards.recipients['q1-i1']).toMatchObject({
			delegate: 'q1i1',
			onBehalf: { by: null, reason: 'Truy tặng' },
			stagePosition: 1
		});
		expect(hall.personal.get('behalf:q1-i1')).toEqual({ name: 'Nông Thị Thân' });
		hall.confirm(1, 1, 2).next(1, 4);
		expect(hall.state.awards.outcomes['q1-i1']).toMatchObject({ onBehalf: true });
	});

	it('WAV-8: a missing frame leaves the piles and is passed over; a misprinted one is handed over as normal', () => {
		const hall = day();
		hall.send('frame.mark', { recipient: 'q1-i2', mark: 'missing' });
		hall.send('frame.mark', { recipient: 'q1-i1', mark: 'misprinted' });
		expect(stacksOf(hall.state.awards, 1)).toEqual({ 1: ['q1-i1'], 2: ['q1-i3'] });
		expect(hall.wave(1).version).toBe(2);
		hall.confirm(1, 1, 2).next(1, 4);
		expect(nextFrame(hall.state.awards, hall.wave(1))).toMatchObject({
			row: { id: 'q1-i3' },
			frame: 2,
			of: 2
		});
		hall.next(1);
		expect(given(hall.state.awards)).toEqual(['q1-i1', 'q1-i3']);
		hall.send('wave.back', hall.seen(1));
		expect(given(hall.state.awards)).toEqual(['q1-i1']);
		hall.next(1).next(1);
		expect(hall.wave(1).step).toBe('photo');
		expect(hall.state.awards.outcomes['q1-i1']).toMatchObject({ misprinted: true });
	});

	it('WAV-15: who is passed over for want of a frame neither hides the next one nor is lost: a later wave, or a step back', () => {
		const hall = day(8);
		const missing = (recipient: string, mark: 'missing' | null = 'missing') =>
			hall.try('frame.mark', { recipient, mark })?.code;
		missing('q1-i1');
		missing('q1-i3');
		hall.confirm(1, 1, 2).next(1, 4);
		expect(given(hall.state.awards)).toEqual(['q1-i2']);
		expect(missing('q1-i1', null), 'the row has gone past').toBe('frame_passed');
		const { version } = hall.wave(1);
		expect(hall.try('wave.swap', { recipient: 'q1-i4', with: 'q1-i1', version })?.code).toBe('frame_passed');
		hall.send('wave.move', { recipient: 'q1-i1', version });
		expect(nextFrame(hall.state.awards, hall.wave(1))?.row.id, 'nobody is skipped').toBe('q1-i4');
		expect(missing('q1-i3', null), 'its frame was found in time').toBeUndefined();
		expect(nextFrame(hall.state.awards, hall.wave(1))?.row.id).toBe('q1-i3');
		hall.send('wave.back', hall.seen(1)).next(1, 5);
		expect(hall.wave(1).step).toBe('cleared');
		expect(given(hall.state.awards).sort()).toEqual(['q1-i2', 'q1-i3', 'q1-i4']);
		expect(hall.members(2)).toContain('q1-i1');
		expect(missing('q1-i1', null)).toBeUndefined();
	});

	it('WAV-18: who was passed over in a wave that is over goes into a later one with the frame that was found; nothing else of it can change', () => {
		const hall = day(8);
		hall.send('frame.mark', { recipient: 'q1-i3', mark: 'missing' });
		hall.confirm(1, 1, 2).next(1, 8);
		expect(hall.wave(1).step).toBe('cleared');
		expect(passedOver(hall.state.awards).map((row) => row.id)).toEqual(['q1-i3']);
		const { version } = hall.wave(1);
		const refused = (type: 'wave.later' | 'wave.behalf', payload: object) =>
			hall.try(type, { recipient: 'q1-i3', version, ...payload } as never)?.code;
		expect(refused('wave.later', { recipients: ['q1-i3'], reason: 'later' })).toBe('wave_over');
		expect(refused('wave.behalf', { delegate: null, reason: 'x' })).toBe('wave_over');
		hall.send('wave.move', { recipient: 'q1-i3', version });
		expect(passedOver(hall.state.awards)).toEqual([]);
		expect(hall.members(2)).toContain('q1-i3');
		expect(
			framesOf(hall.state.awards, 2).map((row) => row.id),
			'its frame is in the pile'
		).toContain('q1-i3');
		hall.send('wave.undo', { of: hall.state.awards.last?.command ?? '' });
		expect(passedOver(hall.state.awards).map((row) => row.id)).toEqual(['q1-i3']);
		hall.send('wave.move', { recipient: 'q1-i3', version: hall.wave(1).version });
		hall.next(2).confirm(2, 1, 2).next(2, 9);
		expect(tallyOf(hall.state.awards, 'q1').given).toHaveLength(8);
	});

	it('WAV-16: undo brings a wave that was emptied back with its conferrers and its step, and asks for the pile again', () => {
		const hall = day(1).confirm(1, 1).next(1);
		hall.invite({ id: 'chair', vip: true }).send('wave.conferrers', { wave: 1, conferrers: ['chair'] });
		hall.send('wave.later', { recipients: ['q1-i1'], version: hall.wave(1).version, reason: 'notInWings' });
		expect(hall.state.awards.waves).toEqual({});
		hall.send('wave.undo', { of: hall.state.awards.last?.command ?? '' });
		expect(hall.wave(1)).toMatchObject({ step: 'staged', conferrers: ['chair'] });
		expect(unconfirmed(hall.state.awards, hall.wave(1))).toEqual([1]);
	});

	it('WAV-9: whatever happens, each recipient stands in one place, rows have no holes, no kind is mixed, piles follow the row, and nothing is called unseen', () => {
		const op = fc.record({ what: fc.nat(10), who: fc.nat(40), how: fc.nat(40) });
		fc.assert(
			fc.property(fc.array(op, { maxLength: 60 }), (ops) => {
				const hall = new AwardDay()
					.decide('q1', { individual: 7, household: 3 })
					.decide('q2', { individual: 3 }, 'province')
					.send('award.setup', { setup: { ...day().state.awards.setup, waveSize: 3 } })
					.send('wave.make', {});
				for (const { what, who, how } of ops) {
					const { awards } = hall.state;
					const rows = Object.values(awards.recipients);
					const row = rows[who % rows.length];
					const wave = wavesInOrder(awards)[how % Math.max(1, wavesInOrder(awards).length)];
					if (!row || !wave) return;
					const version = awards.waves[row.wave]?.version ?? 0;
					const seen = hall.seen(wave.number);
					const before = new Map(
						Object.values(awards.waves).map((w) => [w.number, JSON.stringify(stacksOf(awards, w.number))])
					);
					const givenBefore = given(awards).length;
					if (what === 0) hall.try('wave.later', { recipients: [row.id], version, reason: 'absent' });
					else if (what === 1) hall.try('wave.move', { recipient: row.id, version });
					else if (what === 2)
						hall.try('wave.swap', { recipient: row.id, with: rows[how % rows.length]?.id ?? '', version });
					else if (what === 3)
						hall.try('frame.mark', { recipient: row.id, mark: how % 2 ? 'missing' : null });
					else if (what === 4) hall.try('wave.undo', { of: awards.last?.command ?? '' });
					else if (what === 5) hall.try('wave.back', seen);
					else if (what === 6)
						hall.try('wave.confirm', {
							wave: wave.number,
							presenter: how % 2 ? 1 : 2,
							version: wave.version,
							how: 'tap'
						});
					else if (what === 7)
						hall.try('wave.behalf', { recipient: row.id, version, delegate: null, reason: 'x' });
					else {
						const ready = unconfirmed(awards, wave).length === 0;
						hall.try('wave.next', seen);
						if (wave.step === 'staged' && hall.wave(wave.number).step === 'onStage') expect(ready).toBe(true);
					}
					const now = hall.state.awards;
					expect(Math.abs(given(now).length - givenBefore), 'one frame at a time').toBeLessThanOrEqual(1);
					for (const w of wavesInOrder(now)) {
						const members = membersOf(now, w.number);
						expect(members.map((m) => m.stagePosition)).toEqual(members.map((_, at) => at + 1));
						expect(members.every((m) => m.decision === w.decision && m.type === w.type)).toBe(true);
						const stacks = stacksOf(now, w.number);
						expect([...stacks[1], ...stacks[2]].sort()).toEqual(
							members
								.filter((m) => !now.outcomes[m.id]?.frameMissing)
								.map((m) => m.id)
								.sort()
						);
						const old = awards.waves[w.number];
						if (old && before.get(w.number) !== JSON.stringify(stacks))
							expect(w.version).toBeGreaterThan(old.version);
					}
					expect(
						wavesInOrder(now).filter((w) => ['onStage', 'presenting', 'photo'].includes(w.step)).length
					).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 300 }
		);
	});
});
