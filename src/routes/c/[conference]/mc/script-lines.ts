/** Owns: the script as one MC reads it: own lines in full, the other's as a short cue. Pure. */

export type Line = { speaker: string; text: string };
export type ShownLine = Line & {
	/** Which colour: place of the speaker in order of appearance. */
	voice: number;
	/** Said by somebody else than the one who reads: only to know when to wait. */
	cue: boolean;
};

/** Names of those who speak, in order of appearance; lines without a name count for nobody. */
export const speakersOf = (lines: readonly Line[]): string[] => [
	...new Set(lines.map((line) => line.speaker).filter((speaker) => speaker !== ''))
];

/**
 * @param speakers those of the whole programme as far as known, so that a colour does not change between items
 * @param only whose lines are wanted, null for all; a name that does not speak here hides nothing
 */
export function shownLines(
	lines: readonly Line[],
	speakers: readonly string[],
	only: string | null
): ShownLine[] {
	const filtering = only !== null && lines.some((line) => line.speaker === only);
	return lines.map((line) => ({
		...line,
		voice: Math.max(0, speakers.indexOf(line.speaker)),
		cue: filtering && line.speaker !== '' && line.speaker !== only
	}));
}

/** Sorted, so that "MC 1" keeps its colour whoever begins. */
export const voices = (...scripts: (readonly Line[])[]): string[] =>
	[...new Set(scripts.flatMap(speakersOf))].sort((a, b) => (a < b ? -1 : 1));
