/** Owns: what is still missing before a conference can be run, as codes the page puts into words. */
import { isSummoned } from '$lib/core/delegates/model';
import type { State } from '$lib/core/log/slices';
import { runList } from '$lib/core/programme/model';
import { rowsOf } from '$lib/core/table';

type Missing =
	| 'no_date'
	| 'date_past'
	| 'no_start'
	| 'no_venue'
	| 'no_programme'
	| 'no_delegates'
	| 'no_stage'
	| 'no_reception';
export type Gap =
	| { code: Missing }
	| { code: 'over_capacity'; params: { count: number; capacity: number } }
	| { code: 'no_mc_text'; params: { count: number } }
	| { code: 'checklist'; params: { count: number } };

/**
 * @param today the day in Vietnam, `2025-08-28`
 * @param hasMcText whether the item of that id has words for the MC
 */
export function gapsOf(
	state: Pick<State, 'conference' | 'programme' | 'roster'>,
	today: string,
	hasMcText: (item: string) => boolean
): Gap[] {
	const { settings, checklist, devices } = state.conference;
	const gaps: Gap[] = [];
	const say = (missing: boolean, code: Missing) => {
		if (missing) gaps.push({ code });
	};
	const items = runList(state.programme);
	const summoned = [...rowsOf(state.roster.delegates)].filter(isSummoned).length;
	const roles = Object.values(devices).flatMap((device) => (device.revoked ? [] : [device.role]));
	say(!settings.date, 'no_date');
	// A template brings the date of its plan, which was last year.
	say(settings.date !== null && settings.date < today, 'date_past');
	say(settings.date !== null && settings.startsAt === null, 'no_start');
	say(!settings.venue.trim(), 'no_venue');
	say(items.length === 0, 'no_programme');
	say(summoned === 0, 'no_delegates');
	say(!roles.includes('stage'), 'no_stage');
	say(summoned > 0 && !roles.includes('reception'), 'no_reception');
	if (settings.capacity !== null && summoned > settings.capacity)
		gaps.push({ code: 'over_capacity', params: { count: summoned, capacity: settings.capacity } });
	const mute = items.filter((item) => !hasMcText(item.id)).length;
	if (mute > 0) gaps.push({ code: 'no_mc_text', params: { count: mute } });
	const open = checklist.filter((row) => row.doneAt === null && row.minutesBefore !== null).length;
	if (open > 0) gaps.push({ code: 'checklist', params: { count: open } });
	return gaps;
}
