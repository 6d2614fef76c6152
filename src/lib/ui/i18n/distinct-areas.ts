/** Owns: the proof, while compiling, that two area files never define the same message key. */

/** The keys that stand in more than one of the areas; `never` when all is well. */
export type RepeatedKeys<Areas extends readonly object[], Seen = never> = Areas extends readonly [
	infer Head,
	...infer Rest extends readonly object[]
]
	? (keyof Head & Seen) | RepeatedKeys<Rest, Seen | keyof Head>
	: never;

// On a repeat the argument must also be this shape, so that the compiler's message names the keys.
type NoneRepeated<Areas extends readonly object[]> = [RepeatedKeys<Areas>] extends [never]
	? unknown
	: { definedTwice: RepeatedKeys<Areas> };

/** Returns the areas as they are; does not compile when a key stands in two of them. */
export function distinctAreas<const Areas extends readonly object[]>(
	areas: Areas & NoneRepeated<Areas>
): Areas {
	return areas;
}
