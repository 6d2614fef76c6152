/**
 * Owns: the minutes an item gets before anybody has typed any. No plan gives minutes (one film apart), so these
 * are estimates to be edited, never a rule (ceremony.md §3).
 */
import { kindTraits, type KindTraits, type ProgrammeKind } from '../programme/kinds';

export type DefaultMinutesOptions = {
	/** How many parts the item has; null or absent: the plan does not say. */
	parts?: number | null;
	/** True when the kinds stand for each other ("hoặc"): only the own kind takes time. */
	alternatives?: boolean;
};

/** @returns whole minutes for one kind; kinds that come in parts are counted per part. */
function kindMinutes(kind: ProgrammeKind, parts: number | null): number {
	const traits: KindTraits = kindTraits[kind];
	if (traits.usualParts === null) return traits.defaultMinutes;
	return traits.defaultMinutes * (parts ?? traits.usualParts);
}

/**
 * Minutes of an item with these kinds, own kind first. Kinds in one item happen one after the other, so their
 * minutes add up; alternatives do not. The part count belongs to the own kind: the others count their usual
 * number.
 */
export function defaultMinutes(
	kinds: readonly [ProgrammeKind, ...ProgrammeKind[]],
	options: DefaultMinutesOptions = {}
): number {
	const [own, ...others] = kinds;
	const ownMinutes = kindMinutes(own, options.parts ?? null);
	if (options.alternatives) return ownMinutes;
	return others.reduce((sum, kind) => sum + kindMinutes(kind, null), ownMinutes);
}

/** Shares whole minutes out to `count` parts, the first ones taking what does not divide; they sum to `minutes`. */
export function splitMinutes(minutes: number, count: number): number[] {
	const each = Math.floor(minutes / count);
	const left = minutes - each * count;
	return Array.from({ length: count }, (_, index) => each + (index < left ? 1 : 0));
}
