import { describe, expect, it } from 'vitest';
import { emptySettings } from '$lib/core/conference/model';
import { initialState } from '$lib/core/log/slices';
import type { ProgrammeItem } from '$lib/core/programme/model';
import { emptyTable, withRow } from '$lib/core/table';
import { gapsOf } from './gaps';
import { behind, movedOrder, planClock } from './order-items';
import { changedFields, contested, timetableOf, toLines, withFields, withTimetable } from './settings-form';
import { instantOf, timeField } from './vn-time';

const item = (id: string, parent: string | null = null): ProgrammeItem => ({
	id,
	kinds: ['phat_bieu'],
	title: id,
	minutes: 5,
	adjusted: 0,
	on: true,
	parent,
	inserted: false,
	delegate: null
});
const programme = (...list: ProgrammeItem[]) => ({
	items: Object.fromEntries(list.map((one) => [one.id, one])),
	order: list.map((one) => one.id)
});

describe('the settings form', () => {
	const day = {
		...emptySettings,
		title: 'A',
		date: '2025-08-28',
		startsAt: instantOf('2025-08-28', '07:30')
	};

	it('ORG-1: sends only the fields that were changed', () => {
		expect(changedFields(day, { ...day, groups: [] })).toEqual({});
		expect(changedFields(day, { ...day, venue: 'Hội trường', backdropLines: ['X'] })).toEqual({
			venue: 'Hội trường',
			backdropLines: ['X']
		});
	});

	it('ORG-6: contested is what both changed to different things; taking the other’s leaves the rest as typed', () => {
		const theirs = { ...day, requirements: ['gọn'], venue: 'Sân vận động', theme: 'Đoàn kết' };
		const mine = { ...day, requirements: ['trang trọng'], theme: 'Đoàn kết', organiser: 'UBND xã' };
		const keys = contested(day, changedFields(day, mine), theirs);
		expect(keys).toEqual(['requirements']);
		expect(withFields(mine, theirs, keys)).toEqual({ ...mine, requirements: ['gọn'] });
		expect(contested(day, changedFields(day, mine), day)).toEqual([]);
	});

	it('ORG-2: the hours follow the day, in Vietnamese time, and an end after midnight is on the next day', () => {
		expect(instantOf('2025-08-28', '07:30')).toBe(Date.UTC(2025, 7, 28, 0, 30));
		expect(timeField(day.startsAt)).toBe('07:30');
		const moved = withTimetable(day, { ...timetableOf(day), date: '2025-08-29', hardEnd: '00:15' });
		expect(moved.startsAt).toBe(Date.UTC(2025, 7, 29, 0, 30));
		expect(moved.hardEnd).toBe(Date.UTC(2025, 7, 29, 17, 15));
		expect(withTimetable(day, { date: '', start: '07:30', hardEnd: '' })).toMatchObject({
			date: null,
			startsAt: null,
			hardEnd: null
		});
	});

	it('ORG-1: a text field with one line an entry drops empty lines only', () => {
		expect(toLines(' một \n\n hai\n')).toEqual(['một', 'hai']);
	});
});

describe('the times in the list', () => {
	it('ORG-9: before the begin they are those of the plan, whatever the hour or the day; then those of the day', () => {
		const idle = { live: null, endedAt: null };
		expect(planClock(idle, 1_000, 99_000)).toBe(1_000);
		expect(planClock(idle, null, 99_000)).toBe(99_000);
		expect(planClock({ live: null, endedAt: 5 }, 1_000, 99_000)).toBe(99_000);
	});
});

describe('moving an item by one place', () => {
	const list = programme(item('a'), item('a1', 'a'), item('a2', 'a'), item('b'), item('c'));

	it('ORG-3: an item takes its parts along', () => {
		expect(movedOrder(list, 'a', 1)).toEqual(['b', 'a', 'a1', 'a2', 'c']);
		expect(movedOrder(list, 'b', -1)).toEqual(['b', 'a', 'a1', 'a2', 'c']);
	});

	it('ORG-3: a part stays inside its item, and the edges do not move', () => {
		expect(movedOrder(list, 'a2', -1)).toEqual(['a', 'a2', 'a1', 'b', 'c']);
		for (const [id, by] of [
			['a', -1],
			['c', 1],
			['a1', -1],
			['a2', 1],
			['nobody', 1]
		] as const)
			expect(movedOrder(list, id, by), id).toBeNull();
	});

	it('ORG-3: what is inserted behind an item stands behind its parts too', () => {
		expect(behind(list, 'a')).toBe('b');
		expect(behind(list, 'a1')).toBe('b');
		expect(behind(list, 'c')).toBeNull();
	});
});

describe('what is still missing', () => {
	it('ORG-4: an empty conference is told what to do, a complete one nothing', () => {
		const codes = gapsOf(initialState, '2025-08-28', () => false).map((gap) => gap.code);
		expect(codes).toEqual(['no_date', 'no_venue', 'no_programme', 'no_delegates', 'no_stage']);
		const settings = { ...emptySettings, date: '2025-08-28', startsAt: 1, venue: 'H', capacity: 1 };
		const person = {
			id: 'd',
			kind: 'official' as const,
			unit: 'u',
			group: null,
			vip: false,
			tier: 0,
			bloc: 0,
			officeRank: 0,
			lockedOrder: null,
			invitationNumber: null,
			tokenVersion: 1,
			withdrawn: false,
			absence: null
		};
		const device = (role: 'stage' | 'reception') => ({ role, desk: null, revoked: false });
		const state = {
			...initialState,
			conference: {
				...initialState.conference,
				settings,
				devices: { s: device('stage'), r: device('reception') }
			},
			programme: { ...initialState.programme, ...programme(item('a')) },
			roster: { delegates: withRow(emptyTable<typeof person>(), 'd', person) }
		};
		expect(gapsOf(state, '2025-08-28', () => true)).toEqual([]);
		expect(gapsOf(state, '2025-08-29', () => true)).toEqual([{ code: 'date_past' }]);
		const revoked = { ...state.conference, devices: { s: { ...device('stage'), revoked: true } } };
		expect(
			gapsOf({ ...state, conference: revoked }, '2025-08-28', () => true).map((gap) => gap.code)
		).toEqual(['no_stage', 'no_reception']);
		const small = { ...state.conference, settings: { ...settings, capacity: 0 } };
		expect(gapsOf({ ...state, conference: small }, '2025-08-28', () => true)).toEqual([
			{ code: 'over_capacity', params: { count: 1, capacity: 0 } }
		]);
	});
});
