import { describe, expect, it } from 'vitest';
import { checklistOf, programmeFromTemplate, scheduleWords, settingsFromTemplate } from './from-template';
import { taskText } from './template';
import { TEMPLATES } from './templates';

describe.each(TEMPLATES.map((template) => [template.id, template] as const))(
	'%s as a conference',
	(_id, template) => {
		const settings = settingsFromTemplate(template);
		const programme = programmeFromTemplate(template);

		it('TPL-10: every item and part comes over in order, with its title, kinds, minutes and performer', () => {
			expect(programme).toHaveLength(template.programme.length);
			programme.forEach(({ item, parts }, at) => {
				const from = template.programme[at];
				if (!from) throw new Error('item');
				expect([item.title, item.kinds, item.minutes, item.on]).toEqual([
					from.title,
					from.kinds,
					from.minutes,
					true
				]);
				expect(item.personal?.performer ?? null).toBe(from.performer);
				expect(parts.map((part) => [part.title, part.minutes])).toEqual(
					(from.parts ?? []).map((part) => [part.title, part.minutes])
				);
				// A part is of its item's own kind, and its minutes add up to it.
				for (const part of parts) expect(part.kinds).toEqual([from.kinds[0]]);
				if (parts.length) expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(from.minutes);
			});
			const ids = programme.flatMap(({ item, parts }) => [item.id, ...parts.map((part) => part.id)]);
			expect(new Set(ids).size).toBe(ids.length);
		});

		it('TPL-11: no fact of the plan is lost on the way to the settings', () => {
			expect(settings).toMatchObject({
				title: template.title,
				backdropLines: template.backdropLines ?? [],
				theme: template.theme ?? '',
				form: template.form,
				organiser: template.organiser,
				venue: template.venue ?? '',
				date: template.schedule.date,
				scheduleText: template.levels.length ? expect.any(String) : template.schedule.text,
				awardAuthority: template.awards?.authority ?? '',
				requirements: template.requirements,
				noPersonalInvitations: template.substitutesInvitation,
				twoMcs: template.twoMcs,
				liveBroadcast: template.schedule.liveBroadcast
			});
			expect(
				settings.groups.map(({ text, tier, quota, recipients }) => ({ text, tier, quota, recipients }))
			).toEqual(
				template.groups.map(({ text, tier, quota, recipients }) => ({ text, tier, quota, recipients }))
			);
			expect(settings.unitQuotas).toEqual(template.unitQuotas);
			expect(settings.levels.map((level) => [level.code, level.name, level.maxDelegates])).toEqual(
				template.levels.map((level) => [level.code, level.name, level.maxDelegates ?? null])
			);
			expect(settings.ratio?.exemplary ?? null).toBe(template.ratio?.exemplary ?? null);
			expect(settings.awardQuotas.map((quota) => [quota.category, quota.min, quota.max])).toEqual(
				(template.awards?.quotas ?? []).map((quota) => [quota.category, quota.min, quota.max])
			);
			expect(settings.duties.map((duty) => [duty.unit, duty.tasks])).toEqual(
				template.duties.map((duty) => [duty.unit, duty.tasks.map(taskText)])
			);
			const { inside = [], outside = [], all = [] } = template.slogans ?? {};
			expect(settings.slogans).toEqual({ inside, outside, all });
			expect(settings.presidium?.duty ?? null).toBe(template.presidium?.duty ?? null);
		});

		it('TPL-12: planned times are instants in Vietnam, wherever the server stands', () => {
			if (template.schedule.start) expect(settings.startsAt).toBe(Date.parse(template.schedule.start));
			else expect(settings.startsAt).toBeNull();
			if (template.hardEnd && template.schedule.date)
				expect(new Date((settings.hardEnd ?? 0) + 7 * 3600_000).toISOString()).toContain(
					`${template.schedule.date}T${template.hardEnd}`
				);
			else expect(settings.hardEnd).toBeNull();
		});

		it('TPL-13: checklist and deadlines have ids of their own', () => {
			for (const ids of [
				checklistOf(template).map((row) => row.id),
				settings.deadlines.map((row) => row.id),
				settings.groups.map((row) => row.id)
			])
				expect(new Set(ids).size).toBe(ids.length);
		});
	}
);

describe('a plan for several levels', () => {
	it('TPL-14: a plan for several levels says time and cap of each in words, and no screen shows a word of the data', () => {
		const frame = TEMPLATES.find((one) => one.id === '003-soc-trang-2019');
		if (!frame) throw new Error('template');
		expect(settingsFromTemplate(frame).scheduleText).toBe(
			'Theo từng cấp – Cấp cơ sở: 1/2 ngày vào Quý I năm 2020, tối đa 200 đại biểu; ' +
				'Cấp trên cơ sở: 1/2 ngày vào Quý II năm 2020, tối đa 300 đại biểu; ' +
				'Đơn vị chỉ đạo điểm: hoàn thành trong Quý I năm 2020; ' +
				'Cấp tỉnh: 01 ngày vào Quý III năm 2020, tối đa 500 đại biểu'
		);
		const raw = /level|capacity|null|undefined|by_?level|co_so|chi_dao/i;
		for (const template of TEMPLATES) {
			expect(scheduleWords(template)).not.toMatch(raw);
			expect(scheduleWords(template).length).toBeLessThanOrEqual(500);
		}
	});
});
