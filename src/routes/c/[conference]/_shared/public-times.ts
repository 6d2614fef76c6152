/** Owns: when each item of the public programme began or is expected, from the view's own facts and `now`. Pure. */
import { MINUTE } from '$lib/core/time/minute';
import { currentEnd } from '$lib/core/time/timing';
import type { PublicItem, PublicView } from '$lib/core/views/audience-views';

export type TimedItem = PublicItem & {
	/** Ms since 1970: when it began, or is expected to; null when nothing is known or it is left out. */
	at: number | null;
	/** Expected rather than begun or planned: said with "khoảng". */
	about: boolean;
};

export function withTimes(view: PublicView, now: number): TimedItem[] {
	const parents = new Set(view.items.flatMap((item) => item.parent ?? []));
	const { timing } = view;
	const end = currentEnd(timing, now);
	const begun = end !== null || timing.endedAt !== null;
	let cursor =
		timing.endedAt !== null
			? null
			: end !== null
				? Math.max(end, now)
				: timing.plannedStart && Math.max(timing.plannedStart, now);
	const late = !begun && timing.plannedStart !== null && now > timing.plannedStart;

	const timed = view.items.map((item): TimedItem => {
		if (parents.has(item.id)) return { ...item, at: null, about: false };
		if (item.startedAt !== null) return { ...item, at: item.startedAt, about: false };
		if (item.state !== 'ahead' || cursor === null) return { ...item, at: null, about: false };
		const at = cursor;
		cursor += item.minutes * MINUTE;
		return { ...item, at, about: begun || late };
	});
	// An item with parts begins when its first part does.
	return timed.map((item) => {
		if (!parents.has(item.id)) return item;
		const first = timed.find((part) => part.parent === item.id && part.at !== null);
		return first ? { ...item, at: first.at, about: first.about } : item;
	});
}
