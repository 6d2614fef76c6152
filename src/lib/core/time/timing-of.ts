/** Owns: making from the programme what a watching screen needs to project time. */
import { plannedList, runList, type ProgrammeState } from '../programme/model';
import { lengthOf, plannedLengthOf } from '../programme/schedule';
import type { Timing } from './timing';

export function timingOf(
	state: ProgrammeState,
	settings: { startsAt: number | null; hardEnd: number | null }
): Timing {
	const list = runList(state);
	const { live } = state;
	const place = live ? state.order.indexOf(live.item) : -1;
	const ahead = state.endedAt === null ? list.filter((item) => state.order.indexOf(item.id) > place) : [];
	const item = live && state.items[live.item];
	const planned = plannedList(state).reduce((sum, one) => sum + plannedLengthOf(one), 0);
	return {
		endsAt:
			live && item
				? live.since + lengthOf(item) + live.heldMs - (state.actual[live.item]?.spentMs ?? 0)
				: null,
		heldSince: live?.heldSince ?? null,
		aheadMs: ahead.reduce((sum, one) => sum + lengthOf(one), 0),
		plannedStart: settings.startsAt,
		plannedEnd: settings.startsAt === null ? null : settings.startsAt + planned,
		hardEnd: settings.hardEnd,
		endedAt: state.endedAt
	};
}
