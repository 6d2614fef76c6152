import { describe, expect, it } from 'vitest';
import type { PublicItem, PublicView } from '$lib/core/views/audience-views';
import { withTimes } from './public-times';

const EIGHT = Date.parse('2026-03-01T01:00:00Z');
const MIN = 60_000;
const item = (id: string, minutes: number, more: Partial<PublicItem> = {}): PublicItem => ({
	id,
	title: id,
	minutes,
	parent: null,
	state: 'ahead',
	startedAt: null,
	...more
});
const view = (items: PublicItem[], timing: Partial<PublicView['timing']> = {}): PublicView => ({
	title: '',
	organiser: '',
	venue: '',
	date: null,
	status: 'live',
	silent: false,
	items,
	timing: {
		endsAt: null,
		heldSince: null,
		aheadMs: 0,
		plannedStart: EIGHT,
		plannedEnd: null,
		hardEnd: null,
		endedAt: null,
		...timing
	}
});
const minutes = (list: { at: number | null }[]) => list.map(({ at }) => at && (at - EIGHT) / MIN);

describe('the times of the public programme', () => {
	it('PUB-1: before the start they are the planned ones; a start that is overdue moves them on', () => {
		const plan = view([item('a', 5), item('b', 10), item('c', 5)]);
		expect(minutes(withTimes(plan, EIGHT - 60 * MIN))).toEqual([0, 5, 15]);
		expect(withTimes(plan, EIGHT - MIN).some((one) => one.about)).toBe(false);
		expect(minutes(withTimes(plan, EIGHT + 3 * MIN))).toEqual([3, 8, 18]);
		expect(withTimes(plan, EIGHT + 3 * MIN).every((one) => one.about)).toBe(true);
		expect(minutes(withTimes(view([item('a', 5)], { plannedStart: null }), EIGHT))).toEqual([null]);
	});

	it('PUB-2: while it runs, what was is said as it was and what comes is expected, holds and overruns included', () => {
		const items = [
			item('a', 5, { state: 'past', startedAt: EIGHT }),
			item('s', 5, { state: 'skipped' }),
			item('b', 10, { state: 'current', startedAt: EIGHT + 7 * MIN }),
			item('c', 5),
			item('d', 5)
		];
		const running = view(items, { endsAt: EIGHT + 17 * MIN });
		expect(minutes(withTimes(running, EIGHT + 10 * MIN))).toEqual([0, null, 7, 17, 22]);
		expect(minutes(withTimes(running, EIGHT + 20 * MIN))).toEqual([0, null, 7, 20, 25]);
		const held = view(items, { endsAt: EIGHT + 17 * MIN, heldSince: EIGHT + 10 * MIN });
		expect(minutes(withTimes(held, EIGHT + 12 * MIN))).toEqual([0, null, 7, 19, 24]);
		expect(withTimes(running, EIGHT + 10 * MIN).map((one) => one.about)).toEqual([
			false,
			false,
			false,
			true,
			true
		]);
	});

	it('PUB-3: an item with parts begins with its first part, and its parts’ minutes count once', () => {
		const timed = withTimes(
			view([item('p', 14), item('p1', 7, { parent: 'p' }), item('p2', 7, { parent: 'p' }), item('z', 5)]),
			EIGHT
		);
		expect(minutes(timed)).toEqual([0, 0, 7, 14]);
	});

	it('PUB-4: after the end nothing is expected any more', () => {
		const over = view(
			[item('a', 5, { state: 'past', startedAt: EIGHT }), item('b', 5, { state: 'skipped' }), item('c', 5)],
			{
				endedAt: EIGHT + 5 * MIN
			}
		);
		expect(minutes(withTimes(over, EIGHT + 60 * MIN))).toEqual([0, null, null]);
	});
});
