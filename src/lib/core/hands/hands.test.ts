import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event';
import { Hall } from '../introduction/introduction.fixture';
import { linesFrom, pagesOf } from './lines';
import { handsOf, type HandsCount } from './model';
import { minutesSentence, percentOf, resultLine, silentOf } from './words';

const stage: Actor = { kind: 'device', id: 'stage-1', role: 'stage' };
const recorder: Actor = { kind: 'device', id: 'recorder-1', role: 'recorder' };

/** Two official delegates, one guest, one of the crew and one companion are here; the item runs. */
function voting(): Hall {
	const hall = new Hall();
	const item = { minutes: 5, on: true, delegate: null };
	hall.send('programme.insert', {
		item: { ...item, id: 'open', kinds: ['khai_mac'], title: 'Khai mạc' },
		before: null
	});
	hall.send('programme.insert', {
		item: { ...item, id: 'vote', kinds: ['thong_qua'], title: 'Thông qua danh sách' },
		before: null
	});
	hall.send('programme.insert', {
		item: { ...item, id: 'end', kinds: ['be_mac'], title: 'Bế mạc' },
		before: null
	});
	hall.invite(
		{ id: 'a' },
		{ id: 'b' },
		{ id: 'away' },
		{ id: 'g', kind: 'guest' },
		{ id: 'c', kind: 'crew' },
		{ id: 's', kind: 'companion' }
	);
	for (const id of ['a', 'b', 'g', 'c', 's']) hall.arrive(id);
	hall.send('conference.status', { status: 'published' });
	hall.send('conference.status', { status: 'live' });
	hall.send('programme.next', { expectedItem: null });
	return hall;
}
const begin = (hall: Hall): Hall => (hall.send('programme.next', { expectedItem: 'open' }), hall);
const of = (hall: Hall) => handsOf(hall.state.hands, 'vote');
const unanimous = { item: 'vote', counts: null, listed: null };
const counts = (yes: number, against = 0, other = 0) => ({ for: yes, against, other });

describe('a show of hands', () => {
	it('HND-1: the base is the official delegates in the house, taken at the vote and kept while people come and go', () => {
		const hall = begin(voting());
		hall.send('hands.count', unanimous, recorder);
		expect(of(hall).result).toMatchObject({ base: 2, by: 'door', for: 2, against: 0, other: 0 });
		hall.arrive('away');
		expect(of(hall).result?.base).toBe(2);
		hall.send('hands.correct', { item: 'vote', counts: counts(1), of: of(hall).result?.id ?? '' }, recorder);
		expect(of(hall).result).toMatchObject({ base: 2, for: 1 });
	});

	it('HND-2: more hands than people are refused with both numbers, fewer are taken and named', () => {
		const hall = begin(voting());
		// Two are in the house; each of the three figures counts.
		for (const three of [counts(2, 1), counts(2, 0, 1), counts(0, 2, 1), counts(1, 1, 1)])
			expect(() => hall.send('hands.count', { ...unanimous, counts: three })).toThrow('hands_too_many');
		hall.send('hands.count', { ...unanimous, counts: counts(1) });
		const result = of(hall).result;
		expect(result && silentOf(result)).toBe(1);
		expect(result && minutesSentence(result, 'Hội nghị', 'Thông qua danh sách')).toContain(
			'không biểu quyết 1 đại biểu, chiếm 50%'
		);
	});

	it('HND-3: where the door does not hold everybody, the number present is entered, and said to be so', () => {
		const hall = begin(voting());
		hall.send('hands.count', { ...unanimous, counts: counts(40, 1), base: 41 });
		const result = of(hall).result;
		expect(result).toMatchObject({ base: 41, by: 'hand' });
		expect(result && minutesSentence(result, 'Hội nghị', 'Thông qua danh sách')).toContain(
			'có mặt tại hội trường'
		);
		const empty = begin(voting());
		for (const row of Object.keys({ a: 0, b: 0 }))
			empty.send('delegate.edit', { id: row, patch: { kind: 'guest' } });
		expect(() => empty.send('hands.count', { ...unanimous, counts: counts(0) })).toThrow('hands_no_base');
		empty.send('hands.count', unanimous);
		const none = of(empty).result;
		expect(none && resultLine(none)).toBe('100% đại biểu nhất trí');
	});

	it('HND-4: of two results one wins and the other is told; a correction names the result it has seen', () => {
		const hall = begin(voting());
		hall.send('hands.count', unanimous, stage);
		expect(() => hall.send('hands.count', { ...unanimous, counts: counts(1, 1) }, recorder)).toThrow(
			'hands_counted'
		);
		const seen = of(hall).result?.id ?? '';
		hall.send('hands.correct', { item: 'vote', counts: counts(1, 1), of: seen }, recorder);
		expect(() => hall.send('hands.correct', { item: 'vote', counts: counts(2), of: seen }, stage)).toThrow(
			'hands_changed'
		);
		expect(() => hall.send('hands.undo', { item: 'vote', of: seen }, stage)).toThrow('hands_changed');
		expect(of(hall).result).toMatchObject({ for: 1, against: 1 });
	});

	it('HND-5: a list is edited until the vote, by one who has seen it as it is, and locked after', () => {
		const hall = voting();
		hall.send('hands.list', { item: 'vote', lines: ['Nông Văn A', 'Bế Thị B'], based: null });
		expect(() => hall.send('hands.list', { item: 'vote', lines: [], based: null })).toThrow(
			'hands_list_changed'
		);
		const { listed } = of(hall);
		begin(hall);
		expect(() => hall.send('hands.count', unanimous)).toThrow('hands_list_changed');
		hall.send('hands.count', { ...unanimous, listed });
		expect(() => hall.send('hands.list', { item: 'vote', lines: [], based: listed })).toThrow('hands_locked');
		expect(hall.personal.get('hands:vote')).toEqual({ lines: ['Nông Văn A', 'Bế Thị B'] });
		expect(JSON.stringify(hall.state)).not.toContain('Bế Thị B');
	});

	it('HND-6: undone until the item is left, after that corrected, and what stood before is kept', () => {
		const hall = begin(voting());
		hall.send('hands.count', unanimous, stage);
		hall.send('hands.show', { item: 'vote', on: true }, stage);
		hall.send('hands.undo', { item: 'vote', of: of(hall).result?.id ?? '' }, stage);
		expect(of(hall)).toMatchObject({ result: null, shown: false, corrections: [] });
		expect(() => hall.send('hands.show', { item: 'vote', on: true }, stage)).toThrow('hands_none');
		hall.send('hands.count', unanimous, stage);
		hall.send('programme.next', { expectedItem: 'vote' });
		const id = of(hall).result?.id ?? '';
		expect(() => hall.send('hands.undo', { item: 'vote', of: id }, stage)).toThrow('hands_left');
		hall.send('hands.correct', { item: 'vote', counts: counts(1, 0, 1), of: id }, recorder);
		expect(of(hall).corrections).toEqual([
			{ at: hall.now, role: 'recorder', was: { base: 2, by: 'door', for: 2, against: 0, other: 0 } }
		]);
	});

	it('HND-7: only an item that passes something has a vote, and not before it has begun', () => {
		const hall = voting();
		expect(() => hall.send('hands.count', unanimous)).toThrow('hands_not_begun');
		expect(() => hall.send('hands.count', { ...unanimous, item: 'open' })).toThrow('hands_not_here');
		expect(() => hall.send('hands.list', { item: 'none', lines: [], based: null })).toThrow('item_unknown');
		expect(() => hall.send('hands.count', { ...unanimous, item: '__proto__' })).toThrow('item_unknown');
		hall.send('programme.jump', { expectedItem: 'open', to: 'end' });
		expect(() => hall.send('hands.count', unanimous)).toThrow('hands_not_begun');
	});
});

describe('the words of a vote', () => {
	const whole = fc.integer({ min: 1, max: 5000 });
	const number = (text: string): number =>
		Number(text.replace('dưới ', '').replace('%', '').replace(',', '.'));

	it('HND-8: a percentage is rounded down: 100% only for all, never 0% for some, and it grows with the hands', () => {
		fc.assert(
			fc.property(whole, fc.nat(5000), (base, some) => {
				const part = some % (base + 1);
				const text = percentOf(part, base);
				expect(text === '100%').toBe(part === base);
				expect(text === '0%').toBe(part === 0);
				expect(text).toMatch(/^(?:dưới )?\d{1,3}(?:,[1-9])?%$/);
				if (part > 0 && !text.startsWith('dưới')) {
					expect(number(text)).toBeLessThanOrEqual((part * 100) / base + 1e-9);
					expect(number(text)).toBeGreaterThan((part * 100) / base - 0.1);
				}
				if (part > 0) expect(number(percentOf(part - 1, base))).toBeLessThanOrEqual(number(text));
			})
		);
		expect(percentOf(999, 1000)).toBe('99,9%');
		expect(percentOf(4999, 5000)).toBe('99,9%');
		expect(percentOf(1, 5000)).toBe('dưới 0,1%');
	});

	it('HND-9: the minutes name every figure, the hall only what was agreed', () => {
		fc.assert(
			fc.property(whole, fc.nat(5000), fc.nat(5000), fc.nat(5000), (base, a, b, c) => {
				const yes = a % (base + 1);
				const against = b % (base - yes + 1);
				const other = c % (base - yes - against + 1);
				const count: HandsCount = { base, by: 'door', for: yes, against, other };
				const said = minutesSentence(count, 'Đại hội', 'Thông qua danh sách đại biểu');
				expect(said).toContain(`${yes}/${base}`);
				expect(said.includes('nhất trí')).toBe(yes === base);
				for (const [people, words] of [
					[against, 'không tán thành'],
					[other, 'ý kiến khác'],
					[silentOf(count), 'không biểu quyết']
				] as const)
					expect(said.includes(`${words} ${people} đại biểu`)).toBe(people > 0);
				expect(resultLine(count)).not.toMatch(/không|khác/);
			})
		);
		const count: HandsCount = { base: 142, by: 'door', for: 142, against: 0, other: 0 };
		expect(minutesSentence(count, 'Hội nghị', 'Thông qua danh sách đại biểu đi dự Đại hội cấp trên.')).toBe(
			'Hội nghị biểu quyết bằng hình thức giơ tay, 142/142 đại biểu chính thức có mặt (đạt 100%) nhất trí thông qua danh sách đại biểu đi dự Đại hội cấp trên.'
		);
		expect(minutesSentence({ ...count, for: 140, against: 1 }, 'Hội nghị', 'Nghị quyết')).toBe(
			'Hội nghị biểu quyết thông qua Nghị quyết bằng hình thức giơ tay: tán thành 140/142 đại biểu chính thức có mặt, đạt 98,5%; không tán thành 1 đại biểu, chiếm 0,7%; không biểu quyết 1 đại biểu, chiếm 0,7%.'
		);
	});

	it('HND-10: a pasted list loses its own numbers and nothing else, and comes in even pages', () => {
		expect(
			linesFrom(
				'1. Ông Nông Văn A;\r\n\n 2) Bà Bế Thị B\n- Chi hội 3\n3\tÔng C\tTrưởng xóm\n(4) D\n30 năm đổi mới'
			)
		).toEqual(['Ông Nông Văn A', 'Bà Bế Thị B', 'Chi hội 3', 'Ông C – Trưởng xóm', 'D', '30 năm đổi mới']);
		expect(linesFrom('  \n\t\n')).toEqual([]);
		fc.assert(
			fc.property(fc.array(fc.string({ minLength: 1, maxLength: 90 }), { maxLength: 300 }), (lines) => {
				const pages = pagesOf(lines);
				expect(pages.flatMap((page) => page.lines)).toEqual(lines);
				const sizes = pages.map((page) => page.lines.length);
				expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(16);
				expect(pages.every(({ from }, at) => from === sizes.slice(0, at).reduce((a, b) => a + b, 1))).toBe(
					true
				);
			})
		);
	});
});
