import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonalPayload } from '../log/event';
import { dayWith, newItem } from './day.fixture';
import {
	LABEL_LETTERS,
	PAPER_LINES,
	TEXT_LETTERS,
	TITLE_LETTERS,
	paperPageOf,
	paperPages,
	wrap,
	type PaperPage
} from './paper';

const sentence = 'Kính thưa các đồng chí lãnh đạo, kính thưa toàn thể hội nghị. ';
const lookup =
	(rows: Record<string, PersonalPayload>) =>
	(ref: string): PersonalPayload | undefined =>
		rows[ref];
const long = (times: number) => ({ mcText: [{ speaker: 'MC 1', text: sentence.repeat(times) }] });
const ids = Array.from({ length: 12 }, (_, at) => `i${at + 1}`);
const twelve = () => dayWith(ids.map((id) => ({ id, minutes: 5 })));
const scripts = lookup(Object.fromEntries(ids.map((id) => [`item:${id}`, long(9)])));

describe('the run-sheet on paper', () => {
	it('PAP-1: each item begins on one sheet, sheets count from 1, and a screen names the sheet that is printed', () => {
		const { programme } = twelve();
		const pages = paperPages(programme, scripts);
		expect(pages.map((page) => page.number)).toEqual(pages.map((_, at) => at + 1));
		expect(pages.length).toBeGreaterThan(2);
		const begins = pages.flatMap((page) => page.blocks.filter((block) => !block.continued));
		expect(begins.map((block) => block.item)).toEqual(ids);
		for (const page of pages)
			for (const block of page.blocks)
				if (!block.continued) expect(paperPageOf(programme, scripts, block.item)).toBe(page.number);
		expect(paperPageOf(programme, scripts, 'nobody')).toBeNull();
		expect(paperPages(dayWith([]).programme, scripts)).toEqual([]);
	});

	it('PAP-2: insertions, omissions and minutes of the day move no sheet; what was put in counts to the item before it', () => {
		const day = twelve();
		const pageOf = (id: string) => paperPageOf(day.programme, scripts, id);
		const before = ids.map(pageOf);
		day.next();
		day.send('programme.insert', { item: newItem('x', 30), before: 'i5' });
		day.send('programme.edit', { item: 'i3', patch: { on: false } });
		day.send('programme.adjust', { item: 'i6', minutes: 5 });
		expect(ids.map(pageOf)).toEqual(before);
		expect(pageOf('x')).toBe(pageOf('i4'));
	});

	it('PAP-3: a text longer than a sheet goes on, without losing a word or standing twice', () => {
		const { programme } = dayWith([
			{ id: 'a', minutes: 5 },
			{ id: 'b', minutes: 5 }
		]);
		const words = Array.from({ length: 2500 }, (_, at) => `lời${at}`);
		const text = words.map((word, at) => (at % 400 === 399 ? `${word}\n` : `${word} `)).join('');
		const pages = paperPages(programme, lookup({ 'item:a': { mcText: [{ speaker: 'MC 1', text }] } }));
		const printed = pages.flatMap((page) =>
			page.blocks
				.filter((block) => block.item === 'a')
				.flatMap((block) => block.script.map((one) => one.text))
		);
		expect(printed.join(' ').split(/\s+/)).toEqual(words);
		expect(pages.map(heightOf).slice(0, 3)).toEqual([PAPER_LINES, PAPER_LINES, PAPER_LINES]);
		expect(pages[0]?.blocks[0]?.continued).toBe(false);
		expect(pages[1]?.blocks[0]?.continued).toBe(true);
	});

	it('PAP-4: no sheet holds more lines than it has, whatever is written', () => {
		const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'aăâêôơưđnghMWÁẾ ') });
		const text = fc.array(word, { maxLength: 400 }).map((all) => all.join(' '));
		fc.assert(
			fc.property(
				fc.array(text, { minLength: 1, maxLength: 6 }),
				fc.string({ maxLength: 500 }),
				(all, title) => {
					const { programme } = dayWith(all.map((_, at) => ({ id: `i${at}`, minutes: 5 })));
					const named = { ...programme, items: { ...programme.items } };
					for (const id of named.order) {
						const item = named.items[id];
						if (item) named.items[id] = { ...item, title };
					}
					const rows = Object.fromEntries(
						all.map((one, at) => [
							`item:i${at}`,
							{
								performer: one.slice(0, 400),
								conductor: one.slice(0, 400),
								notes: { mc: one },
								mcText: [{ speaker: 'MC 2', text: one }]
							}
						])
					);
					for (const page of paperPages(named, lookup(rows)))
						expect(heightOf(page)).toBeLessThanOrEqual(PAPER_LINES);
				}
			),
			{ numRuns: 60 }
		);
	});
});

/** Lines that the sheet takes: gap and title, names, and the text. */
const heightOf = (page: PaperPage): number =>
	page.blocks.reduce((sum, block) => {
		const text = block.script.flatMap(linesOf).length;
		if (block.continued) return sum + 2 + text;
		const names = [block.performer, block.conductor].filter((one) => one !== '');
		const named = names.flatMap((one) => wrap(one, TEXT_LETTERS - LABEL_LETTERS)).length;
		return sum + 1 + wrap(block.title, TITLE_LETTERS).length + named + text;
	}, 0);

const linesOf = (one: { kind: string; speaker: string; text: string }): string[] =>
	one.text
		.split('\n')
		.flatMap((paragraph) =>
			wrap(paragraph, TEXT_LETTERS - (one.kind === 'note' ? LABEL_LETTERS : one.speaker.length + 2))
		);
