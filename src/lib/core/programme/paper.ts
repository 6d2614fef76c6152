/**
 * Owns: the run-sheet as it is laid on paper, line by line and page by page. The pages follow from the plan alone, so
 * that a screen can name the page on which the printed sheet has an item: what is put in during the day stands on no
 * paper and moves nothing, what is left out stays where it was printed.
 * Assumes: the print page (`admin/print/kich-ban`) gives each line counted here one line of its sheet or less.
 */
import type { PersonalLookup } from '../log/event';
import type { ItemId, ProgrammeItem, ProgrammeState } from './model';

/** Lines on a sheet of A4, and the letters a line surely holds: of the text, and of the bold title. */
export const PAPER_LINES = 40;
export const TEXT_LETTERS = 76;
export const TITLE_LETTERS = 52;
/** Gap and title of an item that goes on from the sheet before. */
const CONTINUED_HEAD = 2;
/** "Người thực hiện: " and its like stand before a name. */
export const LABEL_LETTERS = 22;

/** A paragraph or several of one voice; `note` is what the MC should mind and does not say. */
export type PaperText = { kind: 'said' | 'note'; speaker: string; text: string };
export type PaperBlock = {
	item: ItemId;
	/** "3", or "3.2" for a part. */
	number: string;
	title: string;
	/** Null of a heading: its parts have theirs. */
	minutes: number | null;
	performer: string;
	conductor: string;
	script: PaperText[];
	/** The text goes on from the page before: title and names are not repeated in full. */
	continued: boolean;
};
export type PaperPage = { number: number; blocks: PaperBlock[] };

/** `at` is the place of the voice in the script, `starts` the first line of a paragraph. */
type Line = PaperText & { at: number; starts: boolean };
/** `head`: lines before the script, i.e. title, names, and the gap that sets the item apart. */
type Laid = { block: PaperBlock; head: number; lines: Line[] };

/** @returns the sheets of the whole run-sheet, numbered from 1; none for an empty programme */
export function paperPages(state: ProgrammeState, lookup: PersonalLookup): PaperPage[] {
	return paginate(printed(state).map((item) => laid(state, lookup, item)));
}

/**
 * The sheet on which an item begins; of an item put in during the day, the sheet of what is printed before it.
 * @returns null when nothing is printed, or the item is unknown
 */
export function paperPageOf(state: ProgrammeState, lookup: PersonalLookup, item: ItemId): number | null {
	const place = state.order.indexOf(item);
	const paper = printed(state);
	if (place < 0 || paper.length === 0) return null;
	// Later items cannot move an earlier one, so they need not be laid.
	const until = paper.filter((one) => state.order.indexOf(one.id) <= place);
	const last = until.at(-1)?.id;
	const pages = paginate(until.map((one) => laid(state, lookup, one)));
	return pages.find((page) => page.blocks.some((block) => block.item === last))?.number ?? 1;
}

function printed(state: ProgrammeState): ProgrammeItem[] {
	const inPlan = (item: ProgrammeItem) => !item.inserted && (item.on || item.dropped === true);
	return state.order
		.flatMap((id) => state.items[id] ?? [])
		.filter((item) => {
			const parent = item.parent === null ? undefined : state.items[item.parent];
			return inPlan(item) && (parent === undefined || inPlan(parent));
		});
}

function laid(state: ProgrammeState, lookup: PersonalLookup, item: ProgrammeItem): Laid {
	const beside = lookup(`item:${item.id}`);
	const parts = state.order.filter((id) => state.items[id]?.parent === item.id);
	const block: PaperBlock = {
		item: item.id,
		number: numberOf(state, item),
		title: item.title,
		minutes: parts.length ? null : item.minutes,
		performer: performerOf(lookup, item, words(beside?.performer)),
		conductor: words(beside?.conductor),
		script: [],
		continued: false
	};
	const fields = [block.performer, block.conductor].filter((one) => one !== '');
	const names = fields.reduce((sum, one) => sum + wrap(one, TEXT_LETTERS - LABEL_LETTERS).length, 0);
	const head = 1 + wrap(block.title, TITLE_LETTERS).length + names;
	return { block, head, lines: scriptLines(noteForMc(beside?.notes), beside?.mcText) };
}

function scriptLines(note: string, mcText: unknown): Line[] {
	const said = (Array.isArray(mcText) ? mcText : []).map((raw: { speaker?: unknown; text?: unknown }) => ({
		kind: 'said' as const,
		speaker: words(raw?.speaker),
		text: words(raw?.text)
	}));
	const all: PaperText[] = [...(note ? [{ kind: 'note' as const, speaker: '', text: note }] : []), ...said];
	return all.flatMap((voice, at) => {
		const label = voice.kind === 'note' ? LABEL_LETTERS : voice.speaker.length + 2;
		return voice.text
			.split('\n')
			.flatMap((paragraph) =>
				wrap(paragraph, TEXT_LETTERS - label).map((text, nth) => ({ ...voice, text, at, starts: nth === 0 }))
			);
	});
}

/** An item begins on a sheet only if two lines of its text stand there too; a long text runs on to the next sheets. */
function paginate(all: readonly Laid[]): PaperPage[] {
	const pages: PaperPage[] = [];
	let free = 0;
	const put = (block: PaperBlock, head: number, lines: readonly Line[]): readonly Line[] => {
		const taken = lines.slice(0, Math.max(0, free - head));
		pages.at(-1)?.blocks.push({ ...block, script: joined(taken) });
		free -= head + taken.length;
		return lines.slice(taken.length);
	};
	const turn = () => {
		pages.push({ number: pages.length + 1, blocks: [] });
		free = PAPER_LINES;
	};
	for (const { block, head, lines } of all) {
		if (free < head + Math.min(lines.length, 2)) turn();
		let rest = put(block, head, lines);
		while (rest.length) {
			turn();
			rest = put({ ...block, continued: true }, CONTINUED_HEAD, rest);
		}
	}
	return pages;
}

/** Lines of one voice flow together again, its paragraphs apart. */
function joined(lines: readonly Line[]): PaperText[] {
	const out: (PaperText & { at: number })[] = [];
	for (const { kind, speaker, text, at, starts } of lines) {
		const last = out.at(-1);
		if (last?.at === at) last.text += starts ? `\n${text}` : ` ${text}`;
		else out.push({ kind, speaker, text, at });
	}
	return out.map(({ kind, speaker, text }) => ({ kind, speaker, text }));
}

/** Breaks between words; a word wider than a line takes as many as it needs. An empty text is one empty line. */
export function wrap(text: string, letters: number): string[] {
	const width = Math.max(10, letters);
	const lines = [''];
	let used = 0;
	for (const word of text.trim().split(/\s+/)) {
		const size = sizeOf(word);
		if (used > 0 && used + 1 + size > width) {
			lines.push(word);
			used = size;
		} else {
			lines[lines.length - 1] += used > 0 ? ` ${word}` : word;
			used += size + (used > 0 ? 1 : 0);
		}
		for (; used > width; used -= width) lines.push('');
	}
	return lines;
}

/** Letters that a text takes; capitals are nearly half as wide again. */
const sizeOf = (text: string): number => text.length + 0.45 * (text.match(/[\p{Lu}mwMW–—]/gu)?.length ?? 0);

/** Items count 1, 2, 3 and parts 3.1, 3.2, as on the organisers' screen, whether printed or not. */
function numberOf(state: ProgrammeState, item: ProgrammeItem): string {
	const among = (parent: ItemId | null) =>
		state.order.filter((id) => {
			const one = state.items[id];
			return one !== undefined && one.parent === parent && !one.inserted;
		});
	if (item.parent === null) return String(among(null).indexOf(item.id) + 1);
	return `${among(null).indexOf(item.parent) + 1}.${among(item.parent).indexOf(item.id) + 1}`;
}

function performerOf(lookup: PersonalLookup, item: ProgrammeItem, written: string): string {
	const who = item.delegate === null ? undefined : lookup(`delegate:${item.delegate}`);
	const person = [words(who?.honorific), words(who?.name)].filter((one) => one !== '').join(' ');
	return [person, words(who?.title), written].filter((one) => one !== '').join(', ');
}

function noteForMc(notes: unknown): string {
	return notes && typeof notes === 'object' && 'mc' in notes ? words(notes.mc) : '';
}

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
