import { describe, expect, it } from 'vitest';
import { AwardDay } from './awards.fixture';
import { membersOf, wavesInOrder } from './model';
import { asStageSees, queueOf, secondsLeft, secondsLeftOf, secondsOf } from './waves';

const sizes = (day: AwardDay): number[] =>
	wavesInOrder(day.state.awards).map((wave) => day.members(wave.number).length);

describe('dividing recipients into waves', () => {
	it('AWD-1: 92 recipients become waves by type and list, never mixed, none over the size, none a lonely rest', () => {
		const day = new AwardDay()
			.decide('q1', { collective: 8, household: 15, individual: 69 })
			.send('wave.make', {});
		expect(sizes(day).reduce((a, b) => a + b, 0)).toBe(92);
		expect(Math.max(...sizes(day))).toBe(8);
		expect(Math.min(...sizes(day))).toBeGreaterThanOrEqual(7);
		for (const wave of wavesInOrder(day.state.awards)) {
			const rows = membersOf(day.state.awards, wave.number);
			expect(new Set(rows.map((row) => row.type))).toEqual(new Set([wave.type]));
			expect(rows.map((row) => row.stagePosition)).toEqual(rows.map((_, at) => at + 1));
		}
		const all = wavesInOrder(day.state.awards).flatMap((wave) => day.members(wave.number));
		const listed = (type: string, count: number) =>
			Array.from({ length: count }, (_, at) => `q1-${type}${at + 1}`);
		expect(all).toEqual([...listed('c', 8), ...listed('h', 15), ...listed('i', 69)]);
	});

	it('AWD-2: a higher rank comes first whatever was entered first, and the order of types is a choice', () => {
		const day = new AwardDay()
			.decide('xa', { collective: 1, individual: 1 })
			.decide('tinh', { individual: 1 }, 'province')
			.send('wave.make', {});
		expect([1, 2, 3].map(day.members)).toEqual([['tinh-i1'], ['xa-c1'], ['xa-i1']]);
		day
			.send('award.setup', {
				setup: { ...day.state.awards.setup, types: ['individual', 'household', 'collective'] }
			})
			.send('wave.make', {});
		expect([1, 2, 3].map(day.members)).toEqual([['tinh-i1'], ['xa-i1'], ['xa-c1']]);
	});

	it('AWD-11: when the numbers come to stand for other awards, whoever confers goes with the award, and what is new has nobody', () => {
		const day = new AwardDay().decide('xa', { collective: 2, individual: 12 }).send('wave.make', {});
		const leaders = () => wavesInOrder(day.state.awards).map((wave) => wave.conferrers.join());
		day.invite({ id: 'bt', vip: true }, { id: 'ct', vip: true }, { id: 'pct', vip: true });
		for (const [wave, leader] of [[1, 'bt'] as const, [2, 'ct'] as const, [3, 'pct'] as const])
			day.send('wave.conferrers', { wave, conferrers: [leader] });
		day.decide('tinh', { individual: 1 }, 'province').send('wave.make', {});
		expect(leaders()).toEqual(['', 'bt', 'ct', 'pct']);
		day.send('wave.undo', { of: day.state.awards.last?.command ?? '' });
		expect(leaders()).toEqual(['bt', 'ct', 'pct']);
		day.send('wave.make', {});
		expect(leaders()).toEqual(['', 'bt', 'ct', 'pct']);
	});

	it('AWD-3: making them again renews only piles that differ, and is refused once a wave has begun', () => {
		const day = new AwardDay().decide('q1', { individual: 16 }).send('wave.make', {}).confirm(1, 1, 2);
		day.send('wave.make', {});
		expect(day.wave(1).version).toBe(1);
		day.next(1);
		expect(day.try('wave.make', {})?.code).toBe('waves_begun');
		expect(new AwardDay().try('wave.make', {})?.code).toBe('nobody_to_divide');
	});

	it('AWD-4: the queue at the wings fills the far side first and turns round with the steps; the stage sees it mirrored', () => {
		const day = new AwardDay().decide('q1', { individual: 3 }).send('wave.make', {});
		const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
		expect(ids(queueOf(day.state.awards, 1))).toEqual(['q1-i3', 'q1-i2', 'q1-i1']);
		day.send('award.setup', { setup: { ...day.state.awards.setup, steps: 'right' } });
		expect(ids(queueOf(day.state.awards, 1))).toEqual(['q1-i1', 'q1-i2', 'q1-i3']);
		expect(ids(asStageSees(day.state.awards, 1))).toEqual(['q1-i3', 'q1-i2', 'q1-i1']);
	});

	it('AWD-5: a wave of ten takes about two minutes and a quarter', () => {
		expect(secondsOf(10)).toBe(135);
		expect(secondsOf(0)).toBe(0);
	});

	it('AWD-12: what is left of a wave holds the photo and leaving until it is over', () => {
		const day = new AwardDay().decide('q1', { individual: 2 }).send('wave.make', {}).confirm(1, 1, 2);
		const left = [];
		for (let press = 0; press < 7; press++) {
			left.push(secondsLeftOf(day.state.awards, day.wave(1)));
			day.next(1);
		}
		expect(left).toEqual([87, 87, 87, 47, 41, 35, 35]);
		expect(secondsLeft(day.state.awards)).toBe(0);
	});

	it('WAV-5: the next wave is never the own one, and who stand at the steps still let somebody in', () => {
		const day = new AwardDay().decide('q1', { individual: 18 }).send('wave.make', {});
		const move = (recipient: string) =>
			day.send('wave.move', { recipient, version: day.wave(1).version }).members(2);
		expect(move('q1-i1')).toContain('q1-i1');
		day.confirm(1, 1, 2).next(1, 2).next(2);
		expect(day.wave(2).step).toBe('staged');
		expect(move('q1-i2')).toContain('q1-i2');
	});
});

describe('a decision', () => {
	it('AWD-6: nobody stands twice in the lists, nor two on one place', () => {
		const day = new AwardDay().decide('q1', { individual: 2 });
		const row = { delegate: 'q1i1', decision: 'q2', type: 'individual' as const, wave: 1, stagePosition: 1 };
		const set = (...recipients: object[]) =>
			day.try('award.set', {
				decision: { id: 'q2', form: 'Bằng khen', rank: 'province', number: '', caller: 'mc' },
				recipients: recipients as never
			})?.code;
		expect(set({ ...row, id: 'q1-i1' })).toBe('recipient_twice');
		expect(set({ ...row, id: 'a' }, { ...row, id: 'a' })).toBe('recipient_twice');
		expect(set({ ...row, id: 'a' }, { ...row, id: 'b' })).toBe('recipient_place_twice');
		expect(set({ ...row, id: 'a', delegate: null }, { ...row, delegate: null })).toBe('recipient_nameless');
		expect(set({ ...row, id: 'a' })).toBeUndefined();
	});

	it('AWD-7: read out once, it is changed only by an amendment, whose difference is kept; who stays keeps the place', () => {
		const day = new AwardDay().decide('q1', { individual: 3 }).send('wave.make', {});
		const rows = Object.values(day.state.awards.recipients);
		const decision = day.state.awards.decisions.q1;
		if (!decision) throw new Error('no decision');
		day.send('award.announce', { decision: 'q1' });
		const [first, second, third] = rows;
		if (!first || !second || !third) throw new Error('three were entered');
		const bare = ({ listed: _listed, ...row }: typeof first) => row;
		expect(day.try('award.set', { decision, recipients: rows.map(bare) })?.code).toBe('decision_announced');
		const fourth = {
			...bare(third),
			id: 'q1-i4',
			delegate: null,
			wave: 0,
			stagePosition: 0,
			personal: { name: 'Nông Văn Thêm' }
		};
		const recipients = [bare(first), { ...bare(third), delegate: null }, fourth];
		expect(day.try('award.amend', { decision, recipients, based: 0 })?.code).toBe('awards_changed');
		day.send('award.amend', { decision, recipients, based: day.state.awards.version });
		expect(day.state.awards.amendments).toMatchObject([
			{ decision: 'q1', added: ['q1-i4'], removed: ['q1-i2'], changed: ['q1-i3'] }
		]);
		expect(day.members(1)).toEqual(['q1-i1', 'q1-i3']);
		expect(day.wave(1).version, 'a new pile').toBe(2);
		expect(day.personal.get('recipient:q1-i4')).toEqual({ name: 'Nông Văn Thêm' });
		expect(JSON.stringify(day.state)).not.toContain('Thêm');
	});

	it('AWD-8: dragging keeps waves of one decision and type, loses nobody, and is refused on an old picture', () => {
		const day = new AwardDay().decide('q1', { individual: 16, household: 2 }).send('wave.make', {});
		const based = day.state.awards.version;
		const row = (number: number, members: string[], type: 'individual' | 'household' = 'individual') => ({
			number,
			decision: 'q1',
			type,
			members
		});
		const code = (...waves: ReturnType<typeof row>[]) => day.try('wave.arrange', { waves, based })?.code;
		expect(code(row(2, [...day.members(2), 'q1-h1']))).toBe('wave_mixed');
		expect(code(row(2, [...day.members(2), 'q1-i9'])), 'wave 3 would lose one').toBe('wave_incomplete');
		expect(code(row(2, day.members(2)), row(2, []))).toBe('wave_twice');
		expect(code(row(2, day.members(2).slice(1))), 'one would stand in none').toBe('wave_incomplete');
		expect(code(row(2, []))).toBe('wave_incomplete');
		expect(code(row(2, [...day.members(2), 'q1-i9']), row(3, day.members(3).slice(1)))).toBeUndefined();
		expect(day.members(2)).toHaveLength(9);
		expect(code(row(2, day.members(2).reverse()))).toBe('awards_changed');
	});

	it('AWD-9: a list entered anew closes its holes, mixes no kinds, and is locked once a wave of it was called', () => {
		const day = new AwardDay().decide('q1', { individual: 3, household: 1 }).send('wave.make', {});
		const decision = day.state.awards.decisions.q1;
		if (!decision) throw new Error('no decision');
		const rows = () => Object.values(day.state.awards.recipients).map(({ listed: _listed, ...row }) => row);
		const set = (recipients: ReturnType<typeof rows>) => day.try('award.set', { decision, recipients })?.code;
		expect(
			set(
				rows().map((row) => ({ ...row, wave: 1, stagePosition: row.id === 'q1-h1' ? 9 : row.stagePosition }))
			)
		).toBe('wave_mixed');
		const households = day.state.awards.recipients['q1-h1']?.wave ?? 0;
		const persons = day.state.awards.recipients['q1-i1']?.wave ?? 0;
		expect(set(rows().filter(({ id }) => id !== 'q1-i2'))).toBeUndefined();
		expect(membersOf(day.state.awards, persons).map((row) => [row.id, row.stagePosition])).toEqual([
			['q1-i1', 1],
			['q1-i3', 2]
		]);
		day.decide('q2', { individual: 1 });
		const other = { id: 'q2-i1', delegate: null, decision: 'q2', type: 'individual' as const };
		expect(
			day.try('award.set', {
				decision: { ...decision, id: 'q2' },
				recipients: [{ ...other, wave: persons, stagePosition: 3 }]
			})?.code,
			'among people of another decision'
		).toBe('wave_mixed');
		day.confirm(households, 1).next(households, 2);
		expect(set(rows().filter((row) => row.decision === 'q1'))).toBe('decision_begun');
	});

	it('AWD-10: whoever was to be given later and is put into a wave is given there', () => {
		const day = new AwardDay().decide('q1', { individual: 3 }).send('wave.make', {});
		day.send('wave.later', { recipients: ['q1-i2'], version: day.wave(1).version, reason: 'absent' });
		const row = {
			number: 1,
			decision: 'q1',
			type: 'individual' as const,
			members: ['q1-i2', 'q1-i1', 'q1-i3']
		};
		day.send('wave.arrange', { waves: [row], based: day.state.awards.version });
		expect(day.state.awards.outcomes['q1-i2']).toBeUndefined();
		day.send('wave.undo', { of: day.state.awards.last?.command ?? '' });
		expect(day.state.awards.outcomes['q1-i2']).toEqual({ later: 'absent' });
	});
});
