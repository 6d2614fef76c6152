import { describe, expect, it } from 'vitest';
import { countdownList, countdownSource, termDate, type CountdownTerm } from './countdown';
import { templateById } from './templates';
import type { ConferenceTemplate, TemplateId } from './template';

function plan(id: TemplateId): ConferenceTemplate {
	const template = templateById(id);
	if (!template) throw new Error(id);
	return template;
}

const days = (id: TemplateId, today: string) =>
	countdownList(countdownSource(plan(id)), today).map((entry) => [entry.date, entry.daysLeft, entry.overdue]);

const term = (change: Partial<CountdownTerm>): CountdownTerm => ({
	id: 't',
	text: 'Việc',
	date: null,
	relation: 'before',
	done: false,
	...change
});

describe('countdown', () => {
	it('CDN-1: terms stand earliest first with the days left, negative once past', () => {
		expect(days('001-ke-sat', '2025-08-25')).toEqual([
			['2025-08-22', -3, true],
			['2025-08-28', 3, false],
			['2025-08-30', 5, false]
		]);
	});

	it('CDN-2: "trước ngày" is too late on the day itself, "chậm nhất" and the planned day are not', () => {
		const on = (relation: string) =>
			countdownList({ date: null, deadlines: [term({ relation, date: '2025-08-30' })] }, '2025-08-30')[0];
		expect(on('before')).toMatchObject({ daysLeft: 0, overdue: true });
		expect(on('no_later_than')).toMatchObject({ daysLeft: 0, overdue: false });
		expect(on('planned')).toMatchObject({ daysLeft: 0, overdue: false });
	});

	it('CDN-3: terms that hang on the event are computed from its date and move with it', () => {
		const { deadlines } = plan('004-tan-doan');
		const relative = deadlines.find((deadline) => deadline.relation === '15_days_before_event');
		expect(relative && termDate(relative, '2025-08-20')).toBe(relative?.derivedDate);
		const moved = countdownList(
			{ ...countdownSource(plan('004-tan-doan')), date: '2026-03-10' },
			'2026-02-20'
		);
		expect(moved.map((entry) => [entry.relation, entry.date])).toEqual([
			['before', '2025-08-10'],
			['15_days_before_event', '2026-02-23'],
			['planned', '2026-03-10'],
			['undated', null]
		]);
		expect(termDate({ date: null, relation: '15_days_before_event' }, null)).toBeNull();
	});

	it('CDN-4: what has no date stays in the list, last, with its text', () => {
		const list = countdownList(countdownSource(plan('002-cao-bang-giao-luu')), '2025-09-01');
		expect(list).toMatchObject([
			{
				text: 'Vướng mắc báo cáo Ban Tổ chức Đại hội (qua Sở Nội vụ)',
				date: null,
				daysLeft: null,
				overdue: false,
				source: 'report'
			}
		]);
		const soon = countdownList(
			{ ...countdownSource(plan('003-soc-trang-2019')), date: '2020-03-20' },
			'2020-03-21'
		);
		expect(soon.map((entry) => [entry.relation, entry.date, entry.daysLeft])).toEqual([
			['no_later_than', '2020-02-28', -22],
			['immediately_after', '2020-03-20', -1]
		]);
	});

	it('CDN-5: a report stated both as a term and as a duty stands once, with whom it goes to', () => {
		const list = countdownList(countdownSource(plan('001-ke-sat')), '2025-08-25');
		expect(list.filter((entry) => entry.date === '2025-08-30')).toMatchObject([
			{ source: 'report', to: 'UBND thành phố Hải Phòng' }
		]);
	});

	it('CDN-6: a term that is done is never overdue, and no text that is no date makes one', () => {
		const list = countdownList(
			{
				date: null,
				deadlines: [term({ id: 'a', date: '2025-01-01', done: true }), term({ id: 'b', date: '2025-02-30' })]
			},
			'2025-08-01'
		);
		expect(list.map((entry) => [entry.id, entry.daysLeft, entry.overdue])).toEqual([
			['a', -212, false],
			['b', null, false]
		]);
	});
});
