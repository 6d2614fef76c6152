import { describe, expect, it } from 'vitest';
import type { EventMap, LogEvent } from '../log/event';
import { refsOf } from '../log/refs';
import { AwardDay, decisionOf } from './awards.fixture';
import { differenceOf, draftOf, isSame, settled, type AwardDraft } from './draft';
import { quotaSums } from './quota';
import { changedRows, peopleFor, putAt, stepTo } from './shift';
import { tallyOf } from './tally';

const nobody = () => undefined;
const row = (number: number, ...members: string[]) => ({
	number,
	decision: 'a',
	type: 'individual' as const,
	members
});

describe('quotas of the plan', () => {
	it('OFC-1: each category is counted against the plan, and whoever stands in none of them is counted too', () => {
		const quotas = [
			{ category: 'Lực lượng vũ trang', min: 2, max: 2 },
			{ category: 'Công ty, doanh nghiệp', min: 3, max: 5 }
		];
		const of = (category?: string) => (category === undefined ? {} : { category });
		const sums = quotaSums(quotas, [
			of('Lực lượng vũ trang'),
			...Array.from({ length: 6 }, () => of('Công ty, doanh nghiệp')),
			of(),
			of('Khác')
		]);
		expect(sums?.rows.map(({ count, state }) => [count, state])).toEqual([
			[1, 'few'],
			[6, 'many']
		]);
		expect(sums).toMatchObject({ min: 5, max: 7, total: 9, outside: 2 });
		expect(quotaSums([], [of()])).toBeNull();
	});
});

describe('moving a person among waves', () => {
	const rows = [row(1, 'p', 'q', 'r'), { ...row(2, 't'), type: 'collective' as const }, row(3, 's')];

	it('OFC-2: a person moves within a wave and into the next of the same decision and type, never into another', () => {
		expect(stepTo(rows, 'p', 'right')?.[0]?.members).toEqual(['q', 'p', 'r']);
		expect(stepTo(rows, 'p', 'left')).toBeNull();
		expect(stepTo(rows, 'r', 'right')).toBeNull();
		const later = stepTo(rows, 'q', 'later');
		expect(later?.map((one) => one.members)).toEqual([['p', 'r'], ['t'], ['s', 'q']]);
		expect(stepTo(rows, 'q', 'earlier')).toBeNull();
		expect(stepTo(rows, 't', 'later')).toBeNull();
		expect(putAt(rows, 'p', 2, 0)).toBeNull();
		expect(putAt(rows, 'p', 3, 0)?.[2]?.members).toEqual(['p', 's']);
		expect(changedRows(rows, later ?? []).map((one) => one.number)).toEqual([1, 3]);
	});

	it('OFC-3: the stage’s width through 0.7 m is the most people of a wave', () => {
		expect([peopleFor(7), peopleFor(5.6), peopleFor(6.2), peopleFor(0.3)]).toEqual([10, 8, 8, 1]);
	});
});

describe('a decision while it is edited', () => {
	const day = new AwardDay().decide('a', { individual: 4 }).send('wave.make', {});
	const draft = draftOf(day.state.awards, nobody, 'a') ?? ({} as AwardDraft);

	it('OFC-4: what is sent keeps everybody’s place and leaves no gap and no stranger in a wave', () => {
		const [first, second, ...rest] = draft.recipients;
		if (!first || !second) throw new Error('four are there');
		const edited = { ...draft, recipients: [{ ...second, type: 'household' as const }, first, ...rest] };
		const sent = settled({ ...edited, recipients: edited.recipients.slice(0, 3) }, day.state.awards);
		expect(sent.recipients.map(({ id, wave, stagePosition }) => [id, wave, stagePosition])).toEqual([
			['a-i2', 0, 0],
			['a-i1', 1, 1],
			['a-i3', 1, 2]
		]);
	});

	it('OFC-5: the difference names who came, who went and what was changed, also in names', () => {
		const [first, second, ...rest] = draft.recipients;
		if (!first || !second) throw new Error('four are there');
		expect(isSame(differenceOf(draft, structuredClone(draft)))).toBe(true);
		const after = {
			decision: { ...draft.decision, number: '13/QĐ-UBND' },
			personal: { readBy: 'Ông Lê Văn Tám' },
			recipients: [
				{ ...first, personal: { name: 'Nguyễn Thị Ánh' }, category: 'Ngành y tế' },
				...rest,
				{ ...second, id: 'new', delegate: null, personal: { name: 'Trạm Y tế' } }
			]
		};
		const difference = differenceOf(draft, after);
		expect(difference.head).toEqual(['number', 'readBy']);
		expect(difference.added.map(({ id }) => id)).toEqual(['new']);
		expect(difference.removed.map(({ id }) => id)).toEqual(['a-i2']);
		expect(difference.changed.map(({ after, fields }) => [after.id, fields])).toEqual([
			['a-i1', ['category', 'name']]
		]);
	});
});

describe('names beside the log', () => {
	const event = <T extends LogEvent['type']>(type: T, payload: EventMap[T]) => {
		const actor = { kind: 'system' as const, id: 'x', role: 'admin' as const };
		return { type, payload, v: 1, seq: 1, at: 1, actor, command: 'c' } as LogEvent;
	};

	it('OFC-17: a screen that holds the awards is sent the names of recipients and stand-ins with the change', () => {
		const entered = { decision: decisionOf('a'), recipients: [{ ...first(), id: 'r1', delegate: null }] };
		expect(refsOf(event('awardDecisionSet', entered))).toEqual(['award:a', 'recipient:r1']);
		const stands = [{ recipient: 'r1', onBehalf: { by: null, reason: 'Truy tặng' } }];
		const cause = { kind: 'behalf' as const, recipient: 'r1' };
		expect(refsOf(event('wavesArranged', { waves: [], marks: [], stands, cause }))).toEqual(['behalf:r1']);
	});
});

const first = () => ({
	delegate: 'd1',
	decision: 'a',
	type: 'individual' as const,
	wave: 0,
	stagePosition: 0
});

describe('the lists after', () => {
	it('OFC-6: given, on behalf, to be sent and to come add up to the decision; a misprint stands beside them', () => {
		const day = new AwardDay().decide('a', { individual: 5 }).send('wave.make', {});
		const version = () => day.wave(1).version;
		day.send('wave.later', { recipients: ['a-i5'], version: version(), reason: 'absent' });
		day.send('wave.behalf', {
			recipient: 'a-i1',
			version: version(),
			delegate: null,
			reason: 'Truy tặng',
			name: 'Lò Thị Pua'
		});
		day.send('frame.mark', { recipient: 'a-i2', mark: 'misprinted' });
		day.send('frame.mark', { recipient: 'a-i3', mark: 'missing' });
		day.next(1).confirm(1, 1, 2).next(1, 4);
		const tally = tallyOf(day.state.awards, 'a');
		const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
		expect(ids(tally.given)).toEqual(['a-i2']);
		expect(ids(tally.onBehalf)).toEqual(['a-i1']);
		expect(tally.toSend.map(({ row, reason }) => [row.id, reason])).toEqual([
			['a-i3', 'frameMissing'],
			['a-i5', 'absent']
		]);
		expect(ids(tally.toCome)).toEqual(['a-i4']);
		expect(ids(tally.misprinted)).toEqual(['a-i2']);
		expect(tally.total).toBe(
			tally.given.length + tally.onBehalf.length + tally.toSend.length + tally.toCome.length
		);
		expect(decisionOf('a').caller).toBe('reader');
	});
});
