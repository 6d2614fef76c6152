/** Owns: what a simulated day found wrong. */
export type Alarm = { rule: Rule; what: string };

/** What each rule comes to when it is broken. */
export const kinds = {
	/** A card that was shown is not in the log, nor before a person. */
	kept: 'lost',
	/** Something else stands in its place. */
	asItWas: 'lost',
	once: 'doubleCounted',
	headcount: 'doubleCounted',
	/** Whoever was admitted by a device looks admitted on it. */
	screen: 'diverged',
	/** Ten seconds after all is well nothing waits. */
	queue: 'diverged',
	/** … and each device holds what the server would hand it. */
	replica: 'diverged',
	/** A revoked device keeps nobody's name. */
	forgotten: 'diverged',
	gapless: 'diverged',
	/** What stands in the log was done by somebody, and is nothing that must be refused. */
	done: 'diverged',
	/** The corrected time is the claim with its offset. */
	claim: 'diverged',
	/** The corrected time is the true one, where the clock was measured. */
	clock: 'diverged',
	primary: 'diverged',
	order: 'diverged'
} as const;
export type Rule = keyof typeof kinds;

/** Collects alarms; more than a few of one rule are the same told again. */
export class Alarms {
	readonly list: Alarm[] = [];
	readonly #counts: Partial<Record<Rule, number>> = {};

	raise = (rule: Rule, what: string): void => {
		const count = (this.#counts[rule] ?? 0) + 1;
		this.#counts[rule] = count;
		if (count <= MOST) this.list.push({ rule, what });
	};
}
const MOST = 5;

export type Raise = Alarms['raise'];

/** Deep equality of plain JSON; an absent key and `undefined` are the same. */
export function same(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b))
		return (
			Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]))
		);
	const left: Record<string, unknown> = { ...a };
	const right: Record<string, unknown> = { ...b };
	for (const key in left) if (!same(left[key], right[key])) return false;
	for (const key in right) if (!(key in left) && right[key] !== undefined) return false;
	return true;
}
