/**
 * Owns: the checklist of the day, drawn from the duties of a plan. Every line is a duty the plan has, in its words,
 * with the unit it names; nothing is added. What a tag is called on screens is the catalogue's.
 */
import { termDate } from './countdown';
import { DUTY_TAGS, taskText, type ConferenceTemplate, type Duty, type DutyTag } from './template';

export type ChecklistItem = {
	/** Stable within a template. */
	id: string;
	tag: DutyTag;
	/** The plan's own words; of several units, one after the other. */
	text: string;
	/** The unit, or every unit the plan gives the duty to, joined with " · ". */
	responsible: string;
	/** What hangs or stands there word for word: the lines of the maket, the slogans. */
	details: string[];
	/** Before the opening: 60 = stands before the guests come, 30 = the last look. Null: not a matter of minutes. */
	dueMinutesBefore: 60 | 30 | null;
	/** ISO date of the plan's term for the duty, as stated: "trước 30/8" is 30/8. */
	dueDate: string | null;
};

type TagRule = {
	/** Minutes before the opening; two looks at what fails most. Empty: before or after the day. */
	at: readonly (60 | 30)[];
	/** Finds the sentence among the duty's tasks; a unit's tasks are not listed tag by tag. */
	task: RegExp;
	/** Finds the term, among the plan's deadlines, that binds the duty. */
	term?: RegExp;
};

const stands = [60] as const;
const lastLook = [30] as const;
const both = [60, 30] as const;
const notThatDay = [] as const;

const tagRules = {
	hall: { at: stands, task: /hội trường/ },
	decoration: { at: stands, task: /trang trí|khánh tiết|maket/ },
	slogans: { at: stands, task: /khẩu hiệu/ },
	water: { at: stands, task: /nước uống/ },
	sound: { at: both, task: /âm thanh/ },
	light: { at: both, task: /ánh sáng/ },
	generator: { at: both, task: /máy phát điện/ },
	print_documents: { at: stands, task: /tài liệu/ },
	documents_handout: { at: stands, task: /tài liệu/ },
	reception: { at: stands, task: /đón tiếp/ },
	security: { at: stands, task: /an ninh/ },
	traffic: { at: stands, task: /giao thông/ },
	transport: { at: stands, task: /đưa, đón/ },
	live_tv: { at: stands, task: /truyền hình trực tiếp/ },
	relay_broadcast: { at: stands, task: /truyền hình trực tiếp|cử lãnh đạo/ },
	logistics: { at: stands, task: /cơ sở vật chất|phục vụ đại hội/ },
	performance: { at: lastLook, task: /văn nghệ/ },
	award_presenters: { at: lastLook, task: /khung khen/ },
	award_decision_reader: { at: lastLook, task: /quyết định khen thưởng/ },
	award_control: { at: lastLook, task: /trao thưởng/ },
	mc: { at: lastLook, task: /dẫn chương trình/ },
	organise: { at: lastLook, task: /công tác tổ chức/ },
	run_programme: { at: lastLook, task: /điều hành chương trình/ },
	usher: { at: lastLook, task: /hướng dẫn đại biểu/ },
	press: { at: lastLook, task: /phóng viên|chuyên trang/ },
	plan: { at: notThatDay, task: /kế hoạch(?! tuyên truyền)/, term: /kế hoạch/ },
	programme: { at: notThatDay, task: /chương trình/, term: /chương trình/ },
	report: { at: notThatDay, task: /báo cáo (tổng kết|đánh giá)|kế hoạch, báo cáo/, term: /báo cáo tổng kết/ },
	speeches: { at: notThatDay, task: /phát biểu/ },
	script: { at: notThatDay, task: /kịch bản/ },
	reportage: { at: notThatDay, task: /phóng sự/ },
	print_invitations: { at: notThatDay, task: /giấy mời/ },
	send_invitations: { at: notThatDay, task: /giấy mời/ },
	awards: { at: notThatDay, task: /khen thưởng/, term: /trình khen thưởng/ },
	award_selection: { at: notThatDay, task: /lựa chọn/ },
	award_nomination: { at: notThatDay, task: /bình chọn|khen thưởng|giới thiệu|điển hình/, term: /đề xuất/ },
	exchange_guests: { at: notThatDay, task: /giao lưu/ },
	exemplar_selection: { at: notThatDay, task: /lựa chọn các điển hình/ },
	performance_selection: { at: notThatDay, task: /tiết mục/ },
	delegates: { at: notThatDay, task: /đại biểu|điển hình tiên tiến/ },
	delegate_selection: { at: notThatDay, task: /lựa chọn đại biểu/ },
	delegate_allocation: { at: notThatDay, task: /phân bổ/ },
	delegate_list_upper_congress: { at: notThatDay, task: /danh sách đại biểu/ },
	propaganda: { at: notThatDay, task: /tuyên truyền/ },
	broadcast: { at: notThatDay, task: /phát sóng/ },
	emulation: { at: notThatDay, task: /thi đua/ },
	budget: { at: notThatDay, task: /kinh phí/ },
	budget_estimate: { at: notThatDay, task: /kinh phí/ },
	committee: { at: notThatDay, task: /tiểu ban/ },
	follow_up: { at: notThatDay, task: /đôn đốc/ },
	report_after: { at: notThatDay, task: /kết quả/, term: /kết quả/ }
} as const satisfies Record<DutyTag, TagRule>;

/** The tasks of a duty that a tag speaks of; all of them when none can be told apart. */
function tasksOf(duty: Duty, rule: TagRule): string[] {
	const all = duty.tasks.map(taskText);
	const meant = all.filter((text) => rule.task.test(text.toLowerCase()));
	return meant.length > 0 ? meant : all;
}

function detailsOf(tag: DutyTag, template: ConferenceTemplate): string[] {
	if (tag === 'decoration') return [...(template.backdropLines ?? [])];
	if (tag !== 'slogans' || template.slogans === null) return [];
	const { inside = [], outside = [], all = [] } = template.slogans;
	return [...inside, ...outside, ...all];
}

/** The date of the term that binds the duty, or null when the plan sets none. */
function dueDateOf(rule: TagRule, template: ConferenceTemplate, eventDate: string | null): string | null {
	const term = template.deadlines.find((deadline) => rule.term?.test(deadline.what.toLowerCase()));
	return term ? termDate(term, eventDate) : null;
}

/**
 * The checklist of a template: first what must stand an hour before, then the last look, then the work of other
 * days. On the day one line stands for one thing in the hall, so units that share a duty share its line; other
 * work keeps a line a unit, because each unit has its own to hand in.
 * @param eventDate ISO date of the conference when it differs from the plan's
 */
export function checklistFromTemplate(
	template: ConferenceTemplate,
	eventDate: string | null = template.schedule.date
): ChecklistItem[] {
	const lines = (at: 60 | 30) =>
		DUTY_TAGS.flatMap((tag): ChecklistItem[] => {
			const rule: TagRule = tagRules[tag];
			const duties = template.duties.filter((duty) => duty.tags.includes(tag));
			if (duties.length === 0 || !rule.at.includes(at)) return [];
			return [
				{
					id: `${tag}-${at}`,
					tag,
					text: [...new Set(duties.flatMap((duty) => tasksOf(duty, rule)))].join('; '),
					responsible: duties.map((duty) => duty.unit).join(' · '),
					details: detailsOf(tag, template),
					dueMinutesBefore: at,
					dueDate: null
				}
			];
		});
	const otherDays = template.duties.flatMap((duty, index) =>
		duty.tags.flatMap((tag): ChecklistItem[] => {
			const rule: TagRule = tagRules[tag];
			if (rule.at.length > 0) return [];
			return [
				{
					id: `${tag}-${index + 1}`,
					tag,
					text: tasksOf(duty, rule).join('; '),
					responsible: duty.unit,
					details: [],
					dueMinutesBefore: null,
					dueDate: dueDateOf(rule, template, eventDate)
				}
			];
		})
	);
	return [...lines(60), ...lines(30), ...otherDays];
}
