/**
 * Owns: the piles of frames. Both follow from the wave alone, top to bottom in the order of handing over, so that a
 * pile can never say something else than the row on the stage. "Khung 3/8" is the third to be handed over.
 */
import { membersOf, type AwardsState, type PresenterNumber, type Row, type Wave } from './model';

export type Stacks = Record<PresenterNumber, string[]>;

/** Left to right, without those whose frame is not there. */
export const framesOf = (state: AwardsState, wave: number): Row[] =>
	membersOf(state, wave).filter((row) => !state.outcomes[row.id]?.frameMissing);

/** "Một lễ tân" carries all of them. */
export function stacksOf(state: AwardsState, wave: number): Stacks {
	const ids = framesOf(state, wave).map((row) => row.id);
	const { presenters, split } = state.setup;
	if (presenters === 1) return { 1: ids, 2: [] };
	const half = Math.ceil(ids.length / 2);
	const first = (at: number): boolean => (split === 'half' ? at < half : at % 2 === 0);
	return { 1: ids.filter((_, at) => first(at)), 2: ids.filter((_, at) => !first(at)) };
}

export const isConfirmed = (wave: Wave, presenter: PresenterNumber): boolean =>
	wave.confirmed[presenter]?.version === wave.version;

/** Who carries frames for this wave and has not confirmed the pile as it is now. */
export function unconfirmed(state: AwardsState, wave: Wave): PresenterNumber[] {
	const stacks = stacksOf(state, wave.number);
	return ([1, 2] as const).filter((n) => stacks[n].length > 0 && !isConfirmed(wave, n));
}

export type PileChange = {
	/** To be put in another place of the pile; the fewest that do it. */
	moved: string[];
	added: string[];
	/** To be taken out. */
	removed: string[];
};

/** What became of a pile since it was confirmed; null when it was never confirmed or nothing has changed. */
export function pileChange(state: AwardsState, wave: Wave, presenter: PresenterNumber): PileChange | null {
	const before = wave.confirmed[presenter]?.stack;
	if (!before || isConfirmed(wave, presenter)) return null;
	const now = stacksOf(state, wave.number)[presenter];
	const wasIn = new Set(before);
	const isIn = new Set(now);
	const kept = new Set(
		longestRising(
			now.filter((id) => wasIn.has(id)),
			before
		)
	);
	return {
		moved: now.filter((id) => wasIn.has(id) && !kept.has(id)),
		added: now.filter((id) => !wasIn.has(id)),
		removed: before.filter((id) => !isIn.has(id))
	};
}

/** The longest part of `ids` that stands in the same order in `before`: what need not be touched. */
function longestRising(ids: string[], before: string[]): string[] {
	const rank = new Map(before.map((id, at) => [id, at]));
	const best: string[][] = [];
	ids.forEach((id, at) => {
		let longest: string[] = [];
		for (let i = 0; i < at; i++) {
			const chain = best[i] ?? [];
			const last = chain.at(-1);
			if (last !== undefined && (rank.get(last) ?? 0) < (rank.get(id) ?? 0) && chain.length > longest.length)
				longest = chain;
		}
		best.push([...longest, id]);
	});
	return best.reduce((a, b) => (b.length > a.length ? b : a), []);
}

export type PileCheck =
	| { kind: 'fine'; scanned: number; left: number }
	| { kind: 'complete' }
	/** The frame at `place` (from 1, top-down) should be `expected`; what lies there is `found`. */
	| { kind: 'outOfOrder'; place: number; expected: string | null; found: string };

/** A pile scanned top-down against what it should be: the first frame out of order, and nothing after it. */
export function checkPile(stack: readonly string[], scanned: readonly string[]): PileCheck {
	for (const [at, found] of scanned.entries())
		if (stack[at] !== found) return { kind: 'outOfOrder', place: at + 1, expected: stack[at] ?? null, found };
	return scanned.length === stack.length
		? { kind: 'complete' }
		: { kind: 'fine', scanned: scanned.length, left: stack.length - scanned.length };
}
