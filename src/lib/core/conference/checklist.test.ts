import { describe, expect, it } from 'vitest';
import { checklistFromTemplate } from './checklist';
import { TEMPLATES, templateById } from './templates';
import { taskText, type ConferenceTemplate, type TemplateId } from './template';

function plan(id: TemplateId): ConferenceTemplate {
	const template = templateById(id);
	if (!template) throw new Error(id);
	return template;
}

const tagsAt = (id: TemplateId, minutes: 60 | 30) =>
	checklistFromTemplate(plan(id))
		.filter((item) => item.dueMinutesBefore === minutes)
		.map((item) => item.tag)
		.sort();

describe('checklist', () => {
	it('CHL-1: every duty of a plan stands in the list under its unit, and nothing else does', () => {
		for (const template of TEMPLATES) {
			const items = checklistFromTemplate(template);
			const listed = new Set(
				items.flatMap((item) => item.responsible.split(' · ').map((unit) => `${unit}|${item.tag}`))
			);
			const given = new Set(template.duties.flatMap((duty) => duty.tags.map((tag) => `${duty.unit}|${tag}`)));
			expect([...listed].sort(), template.id).toEqual([...given].sort());
			expect(new Set(items.map((item) => item.id)).size, template.id).toBe(items.length);
		}
	});

	it('CHL-2: the words of a line are words of the plan, one task or several', () => {
		for (const template of TEMPLATES) {
			for (const item of checklistFromTemplate(template)) {
				const units = item.responsible.split(' · ');
				const own = template.duties.filter((duty) => units.includes(duty.unit));
				let rest = item.text;
				for (const task of own.flatMap((duty) => duty.tasks)) rest = rest.replace(taskText(task), '');
				expect(item.text.length, item.id).toBeGreaterThan(0);
				expect(rest.replaceAll('; ', ''), item.id).toBe('');
			}
		}
	});

	it('CHL-3: what must stand before the guests come is due at 60 minutes, the last look at 30', () => {
		expect(tagsAt('001-ke-sat', 60)).toEqual(
			[
				'decoration',
				'documents_handout',
				'generator',
				'hall',
				'light',
				'logistics',
				'reception',
				'security',
				'slogans',
				'sound'
			].sort()
		);
		expect(tagsAt('000-trung-khanh', 30)).toEqual(
			[
				'award_control',
				'award_decision_reader',
				'award_presenters',
				'light',
				'mc',
				'organise',
				'performance',
				'press',
				'sound',
				'usher'
			].sort()
		);
		expect(tagsAt('004-tan-doan', 60)).toEqual([]);
	});

	it('CHL-4: a duty given to two units keeps both', () => {
		const sound = checklistFromTemplate(plan('000-trung-khanh')).filter((item) => item.tag === 'sound');
		expect(sound.map((item) => [item.dueMinutesBefore, item.responsible])).toEqual([
			[60, 'Văn phòng HĐND và UBND xã · Trung tâm Văn hóa và Truyền thông xã'],
			[30, 'Văn phòng HĐND và UBND xã · Trung tâm Văn hóa và Truyền thông xã']
		]);
		const mc = checklistFromTemplate(plan('002-cao-bang-giao-luu')).find((item) => item.tag === 'mc');
		expect(mc?.responsible).toBe('Báo Cao Bằng · Công an tỉnh');
	});

	it('CHL-5: a line shows the sentence that speaks of it, and the words that hang in the hall', () => {
		const items = checklistFromTemplate(plan('000-trung-khanh'));
		const line = (id: string) => items.find((item) => item.id === id);
		expect(line('water-60')?.text).toBe(
			'Chuẩn bị hội trường và nước uống cho đại biểu, nước uống ở phía ngoài hội trường, hướng dẫn đại biểu ngồi đúng vị trí quy định'
		);
		expect(line('award_presenters-30')?.text).toContain('áo dài truyền thống bê khung khen');
		expect(line('print_documents-60')?.text).toBe('In ấn tài liệu, giấy mời gửi đại biểu dự Hội nghị');
		expect(line('slogans-60')?.details).toHaveLength(3);
		expect(line('decoration-60')?.details[1]).toBe('HỘI NGHỊ');
		expect(
			checklistFromTemplate(plan('001-ke-sat')).find((item) => item.id === 'generator-60')?.text
		).toContain('máy phát điện');
	});

	it('CHL-6: a term of the plan dates the duty it binds, and follows the event when it is moved', () => {
		const dates = (id: TemplateId, eventDate?: string | null) =>
			checklistFromTemplate(plan(id), eventDate)
				.filter((item) => item.dueDate)
				.map((item) => `${item.tag} ${item.dueDate}`);
		expect(dates('001-ke-sat')).toEqual([
			'report_after 2025-08-30',
			'award_nomination 2025-08-22',
			'award_nomination 2025-08-22',
			'award_nomination 2025-08-22'
		]);
		expect(dates('004-tan-doan')).toEqual(['plan 2025-08-05', 'programme 2025-08-05', 'awards 2025-08-10']);
		expect(dates('004-tan-doan', '2026-03-10')).toContain('plan 2026-02-23');
		expect(dates('003-soc-trang-2019')).toEqual(['plan 2020-02-28']);
	});
});
