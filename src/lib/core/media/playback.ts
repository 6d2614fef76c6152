/** Owns: where what plays stands now, projected from the fact of the order. Pure: the corrected time is an argument. */
import type { MediaState, Play } from './model';

/** @returns ms from the beginning, never negative: a clock may run a little behind the server's. */
export const positionAt = ({ at, position, paused }: Pick<Play, 'at' | 'position' | 'paused'>, now: number) =>
	Math.max(0, position + (paused ? 0 : now - at));

/** @returns ms left, 0 when it is over; null while nobody knows how long it is */
export const leftAt = (
	play: Pick<Play, 'at' | 'position' | 'paused'> & { ms: number | null },
	now: number
): number | null => (play.ms === null ? null : Math.max(0, play.ms - positionAt(play, now)));

/** How long a medium is, as its uploader or else a projector measured it; ms. */
export function lengthOf(
	{ media, screens }: Pick<MediaState, 'media' | 'screens'>,
	hash: string
): number | null {
	const own = media[hash]?.ms ?? null;
	if (own !== null) return own;
	for (const { media: held } of Object.values(screens)) {
		const measured = held.find((one) => one.hash === hash)?.ms ?? null;
		if (measured !== null) return measured;
	}
	return null;
}
