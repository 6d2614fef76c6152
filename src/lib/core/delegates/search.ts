/**
 * Owns: finding a delegate among thousands while somebody types. Words are looked up in a sorted vocabulary, so
 * the cost follows the number of matches and not the length of all texts; the index is built once per roster.
 */
import { canonicalVietnamese, foldVietnamese, splitTone } from './fold';

export { foldVietnamese } from './fold';

export type SearchEntry = { id: string; name: string; unit: string; title: string; code?: string };

type Word = { folded: string; marked: string };

export type SearchIndex = {
	/** Ids in the order that breaks ties: given name, whole name, unit, id. */
	ids: string[];
	/** Folded names with a space at both ends, for "these words stand together". */
	names: string[];
	/** Sorted by folded form, so that a prefix is one contiguous range. */
	words: Word[];
	/** Postings of word w are `postings[starts[w] … starts[w + 1]]`; each is entry × 2 + (1 if name or code). */
	starts: Int32Array;
	postings: Int32Array;
};

const MAX_QUERY_WORDS = 8;
const NAME = 4096;
const MARK = 128;
const PHRASE = 16;

/** Builds the index; about 10 µs an entry. Entries with the same id stay separate. */
export function buildIndex(entries: readonly SearchEntry[]): SearchIndex {
	const keyed = entries.map((entry) => {
		const folded = foldVietnamese(entry.name);
		const given = folded.slice(folded.lastIndexOf(' ') + 1);
		return { entry, folded, key: `${given}\n${folded}\n${foldVietnamese(entry.unit)}\n${entry.id}` };
	});
	keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

	const vocabulary = new Map<string, Set<number>>();
	const add = (text: string, posting: number) => {
		for (const word of canonicalVietnamese(text).split(' ')) {
			if (word === '') continue;
			let found = vocabulary.get(word);
			if (!found) vocabulary.set(word, (found = new Set()));
			found.add(posting);
		}
	};
	keyed.forEach(({ entry }, at) => {
		add(entry.name, at * 2 + 1);
		add(entry.unit, at * 2);
		add(entry.title, at * 2);
		if (!entry.code) return;
		add(entry.code, at * 2 + 1);
		// "15" finds invitation 015.
		add(entry.code.replace(/(^|\D)0+(?=\d)/g, '$1'), at * 2 + 1);
	});

	const words = [...vocabulary.keys()].map((marked) => ({ marked, folded: foldVietnamese(marked) }));
	words.sort((a, b) => compareText(a.folded, b.folded) || compareText(a.marked, b.marked));
	const starts = new Int32Array(words.length + 1);
	const lists = words.map((word) => [...(vocabulary.get(word.marked) ?? [])]);
	lists.forEach((list, at) => (starts[at + 1] = (starts[at] ?? 0) + list.length));
	return {
		ids: keyed.map(({ entry }) => entry.id),
		names: keyed.map(({ folded }) => ` ${folded} `),
		words,
		starts,
		postings: Int32Array.from(lists.flat())
	};
}

/**
 * The best `limit` entries in which every word of the query begins some word (any order, diacritics optional).
 * Hits in the name or invitation number come before unit and title; then marks typed in the query that agree;
 * then words standing together as typed. `total` counts all matches.
 */
export function search(index: SearchIndex, query: string, limit: number): { ids: string[]; total: number } {
	const typed = canonicalVietnamese(query.slice(0, 200))
		.split(' ')
		.filter((word) => word !== '')
		.slice(0, MAX_QUERY_WORDS);
	if (typed.length === 0 || limit <= 0) return { ids: [], total: 0 };

	const count = index.ids.length;
	const score = scoreWord(index, typed[0] ?? '', count);
	const matched = new Uint8Array(count);
	for (let at = 0; at < count; at++) if (score[at] !== 0) matched[at] = 1;
	for (let w = 1; w < typed.length; w++) {
		const best = scoreWord(index, typed[w] ?? '', count);
		for (let at = 0; at < count; at++) {
			const value = best[at] ?? 0;
			if (value === 0 || matched[at] !== w) continue;
			matched[at] = w + 1;
			score[at] = (score[at] ?? 0) + value;
		}
	}
	return pickBest(index, typed, score, matched, limit);
}

/** Per entry: 0 for no hit, else 1 + whole word + agreeing marks + hit in the name. */
function scoreWord(index: SearchIndex, typed: string, count: number): Uint16Array {
	const best = new Uint16Array(count);
	const folded = foldVietnamese(typed);
	if (folded === '') return best;
	const hasMarks = folded !== typed;
	for (let w = lowerBound(index.words, folded); w < index.words.length; w++) {
		const word = index.words[w];
		if (!word || !word.folded.startsWith(folded)) break;
		const whole = word.folded.length === folded.length ? 1 : 0;
		const value = 1 + whole + (hasMarks ? MARK * agreement(typed, word.marked) : 0);
		const end = index.starts[w + 1] ?? 0;
		for (let p = index.starts[w] ?? 0; p < end; p++) {
			const posting = index.postings[p] ?? 0;
			const total = posting & 1 ? value + NAME : value;
			const at = posting >> 1;
			if (total > (best[at] ?? 0)) best[at] = total;
		}
	}
	return best;
}

/** 2: the marks are the same; 1: the marks typed so far are all there; 0: they contradict the word. */
function agreement(typed: string, marked: string): 0 | 1 | 2 {
	const query = splitTone(typed);
	const word = splitTone(marked);
	if (query.tone !== '' && query.tone !== word.tone) return 0;
	if (word.letters.startsWith(query.letters)) return query.tone === word.tone ? 2 : 1;
	for (let at = 0; at < query.letters.length; at++) {
		const letter = query.letters[at] ?? '';
		if (letter !== word.letters[at] && foldVietnamese(letter) !== letter) return 0;
	}
	return 1;
}

function pickBest(
	index: SearchIndex,
	typed: readonly string[],
	score: Uint16Array,
	matched: Uint8Array,
	limit: number
): { ids: string[]; total: number } {
	const phrase = ` ${typed.map((word) => foldVietnamese(word)).join(' ')}`;
	// One letter stands in half of all names: where it stands says nothing yet.
	const allInName = phrase.length > 2 ? NAME * typed.length : Infinity;
	const ending = `${phrase} `;
	let lowest = 0;
	const picked: { at: number; score: number }[] = [];
	let total = 0;
	for (let at = 0; at < score.length; at++) {
		if (matched[at] !== typed.length) continue;
		total++;
		let value = score[at] ?? 0;
		if (value + 3 * PHRASE <= lowest) continue;
		if (value >= allInName) value += PHRASE * together(index.names[at] ?? '', phrase, ending);
		if (value <= lowest) continue;
		// Entries come in tie order, so a later equal score goes behind the earlier one.
		let place = picked.length;
		while (place > 0 && (picked[place - 1]?.score ?? 0) < value) place--;
		picked.splice(place, 0, { at, score: value });
		if (picked.length > limit) picked.pop();
		if (picked.length === limit) lowest = picked[limit - 1]?.score ?? 0;
	}
	return { ids: picked.map(({ at }) => index.ids[at] ?? ''), total };
}

/** 3: the whole name; 2: its beginning or its end (the given name); 1: somewhere inside. */
function together(name: string, phrase: string, ending: string): 0 | 1 | 2 | 3 {
	const first = name.indexOf(phrase);
	if (first < 0) return 0;
	const toEnd = name.endsWith(ending);
	if (first === 0) return toEnd && name.length === ending.length ? 3 : 2;
	return toEnd ? 2 : 1;
}

function lowerBound(words: readonly Word[], folded: string): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle]?.folded ?? '') < folded) low = middle + 1;
		else high = middle;
	}
	return low;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
