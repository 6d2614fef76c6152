/**
 * Owns: the shape of a conference template, i.e. the operational part of one official plan as data. A template
 * says what its plan says and nothing more: what the plan leaves open is null, absent or an empty list, and the
 * only estimates are the minutes of items. Texts are the plan's wording (NFC) and reach the screens as they are.
 */
import type { ProgrammeKind } from '../programme/kinds';
import { defaultMinutes, splitMinutes } from './default-minutes';

export type TemplateId =
	'000-trung-khanh' | '001-ke-sat' | '002-cao-bang-giao-luu' | '003-soc-trang-2019' | '004-tan-doan';

/** Marks a text that could not be read with certainty in the source. */
export type Uncertain = { uncertain?: true; uncertainNote?: string };

export type ConferenceForm = 'hoi_nghi' | 'dai_hoi' | 'giao_luu';
export type LevelCode = 'co_so' | 'tren_co_so' | 'chi_dao_diem' | 'tinh';

export type PlanDocument = Uncertain & {
	type: string;
	number: string | null;
	/** ISO date, or `YYYY-MM` where the day is not known. */
	date: string | null;
	dateNote?: string;
	issuer: string;
	note?: string;
	/** The higher plans and letters it rests on. */
	basis: readonly string[];
};

export type Schedule = {
	text: string;
	/** ISO date; null when only a season or nothing is stated. */
	date: string | null;
	/** A stretch of time where no date is given, e.g. `2025-08-late`. */
	window?: string;
	session?: 'half_day' | 'afternoon_half_day' | 'evening';
	/** ISO date-time with offset. */
	start: string | null;
	end: string | null;
	/** True when the plan calls the date "dự kiến". */
	planned?: true;
	liveBroadcast: boolean;
};

export type Capacity = {
	text: string | null;
	/** "tối đa". */
	max: number | null;
	/** "dự kiến". */
	expected: number | null;
	/** A fixed number. */
	total: number | null;
	byLevel?: Partial<Record<LevelCode, number>>;
};

/** Shares of 1; belongs to preparation and the report, never to the door. */
export type DelegateRatio = {
	exemplary: number;
	guests: number;
	approx: boolean;
	text?: string;
	appliesTo?: readonly LevelCode[];
};

/** Delegate numbers worked out from the ratio and the cap; not in the plan itself. */
export type RatioAtMax = { exemplary: number; guests: number; note: string };

export type DelegateGroup = Uncertain & {
	text: string;
	tier: string | null;
	quota: number | null;
	/** The group whose people receive the awards. */
	recipients: boolean;
	/** How many units (e.g. villages) the group is drawn from. */
	units?: number;
	note?: string;
};

export type UnitQuota = {
	unit: string;
	/** People; of each unit when `perUnit`. Null: leaders only, no number. */
	quota: number | null;
	perUnit: boolean;
	/** How many units share the line; null when the plan does not count them. */
	units: number | null;
	who: string;
	/** Who comes besides the quota. */
	plus: string | null;
};

/** A level of a plan that frames several conferences. */
export type TemplateLevel = {
	code: LevelCode;
	name: string;
	form?: string;
	schedule: string;
	maxDelegates?: number;
	rule?: string;
	ruleGap?: string;
	ratio?: DelegateRatio;
	composition?: string;
	places?: readonly string[];
	groups?: readonly string[];
	decidedBy?: string;
	note?: string;
};

export type ProgrammePart = {
	title: string;
	performer?: string;
	note?: string;
	/** The parts' minutes add up to the item's. */
	minutes: number;
};

export type TemplateItem = {
	/** Own kind first. */
	kinds: readonly [ProgrammeKind, ...ProgrammeKind[]];
	title: string;
	/** Stated, else estimated. */
	minutes: number;
	statedMinutes: number | null;
	/** Người thực hiện. */
	performer: string | null;
	/** How many take part, where the plan counts them. */
	participants?: { count: number; who?: string; namesOmitted?: true; namesOmittedNote?: string };
	/** The kinds stand for each other ("hoặc"): choose one. */
	alternatives?: true;
	note: string | null;
	parts?: readonly ProgrammePart[];
};

export type AwardQuota = {
	category: string;
	recipientType: 'cá nhân' | 'tập thể' | 'hộ gia đình' | 'đơn vị';
	min: number;
	max: number;
	breakdown?: readonly string[];
	selectedBy?: string;
};

export type AwardPlan = {
	form?: string;
	quotas: readonly AwardQuota[] | null;
	/** Sums of the quotas; not in the plan itself. */
	totalMin?: number;
	totalMax?: number;
	totalNote?: string;
	authority?: string;
	fund?: string;
	priority?: string;
};

export const DUTY_TAGS = [
	'report',
	'programme',
	'speeches',
	'award_decision_reader',
	'award_control',
	'print_documents',
	'print_invitations',
	'delegate_list_upper_congress',
	'budget_estimate',
	'organise',
	'mc',
	'hall',
	'water',
	'usher',
	'sound',
	'send_invitations',
	'award_presenters',
	'performance',
	'press',
	'decoration',
	'light',
	'slogans',
	'broadcast',
	'security',
	'traffic',
	'award_selection',
	'propaganda',
	'exchange_guests',
	'plan',
	'report_after',
	'delegate_allocation',
	'logistics',
	'reception',
	'documents_handout',
	'run_programme',
	'generator',
	'award_nomination',
	'emulation',
	'live_tv',
	'script',
	'reportage',
	'exemplar_selection',
	'performance_selection',
	'budget',
	'follow_up',
	'delegates',
	'transport',
	'relay_broadcast',
	'delegate_selection',
	'committee',
	'awards'
] as const;

export type DutyTag = (typeof DUTY_TAGS)[number];

export type DutyTask =
	string | (Uncertain & { text: string; count?: number; performances?: number; approx?: true });

export type Duty = {
	/** The unit's name as the plan writes it, "(đề nghị)" included. */
	unit: string;
	tags: readonly DutyTag[];
	tasks: readonly DutyTask[];
};

export type Presidium = {
	name: string;
	min: number;
	max: number;
	approx: boolean;
	composition: string;
	duty: string;
};

/** `all`: the plan does not say which hang inside and which outside. */
export type Slogans = { inside?: readonly string[]; outside?: readonly string[]; all?: readonly string[] };

export type DeadlineRelation = 'before' | 'no_later_than' | 'planned' | `${number}_days_before_event`;

export type Deadline = {
	what: string;
	/** ISO date; null when it hangs on the event's date or is not given. */
	date: string | null;
	relation: DeadlineRelation;
	/** The date a relative deadline has when the event takes place as planned. */
	derivedDate?: string;
	note?: string;
};

export type ReportDuty = {
	text: string;
	/** Null: no term stated. */
	due: { relation: 'before'; date: string } | { relation: 'immediately_after' } | null;
	to?: string;
};

export type ConferenceTemplate = {
	id: TemplateId;
	/** `reconstructed`: read from a scan without diacritics, so wording may differ from the paper. */
	textQuality: 'clean' | 'reconstructed';
	document: PlanDocument;
	title: string;
	/** Titles with gaps to fill in, for plans that frame other units' conferences. */
	titleTemplates: Readonly<Record<'hoi_nghi' | 'dai_hoi_tinh', readonly string[]>> | null;
	/** The maket, line by line; null when the plan prescribes none. */
	backdropLines: readonly string[] | null;
	backdropNote?: string;
	theme: string | null;
	form: string;
	formCode: ConferenceForm;
	level: string;
	levels: readonly TemplateLevel[];
	locality: { commune: string | null; province: string };
	organiser: string;
	schedule: Schedule;
	/** Local `HH:MM` at which a broadcast goes off air. */
	hardEnd: string | null;
	venue: string | null;
	capacity: Capacity;
	groups: readonly DelegateGroup[];
	unitQuotas: readonly UnitQuota[];
	unitQuotaSum?: { value: number; note: string };
	ratio: DelegateRatio | null;
	derivedAtMax?: RatioAtMax;
	selectionRules: readonly string[];
	programme: readonly TemplateItem[];
	programmeNotes: readonly string[];
	awards: AwardPlan | null;
	duties: readonly Duty[];
	dutyOverlaps: readonly string[];
	presidium: Presidium | null;
	slogans: Slogans | null;
	deadlines: readonly Deadline[];
	reportingAfter: readonly ReportDuty[];
	requirements: readonly string[];
	/** The plan itself is the invitation: delegates come by unit quota, without a card. */
	substitutesInvitation: boolean;
	substitutesInvitationText: string | null;
	/** Two units each send an MC. */
	twoMcs: boolean;
};

type ItemDraft = Pick<TemplateItem, 'kinds' | 'title'> &
	Partial<Omit<TemplateItem, 'kinds' | 'title' | 'minutes' | 'parts'>> & {
		parts?: readonly Omit<ProgrammePart, 'minutes'>[];
	};

/** Completes an item: minutes as stated, else the estimate for its kinds and parts, shared out to the parts. */
export function templateItem(draft: ItemDraft): TemplateItem {
	const { parts, ...rest } = draft;
	const statedMinutes = draft.statedMinutes ?? null;
	const minutes =
		statedMinutes ??
		defaultMinutes(draft.kinds, { parts: parts?.length ?? null, alternatives: draft.alternatives });
	const item: TemplateItem = { performer: null, note: null, ...rest, statedMinutes, minutes };
	if (!parts) return item;
	const shares = splitMinutes(minutes, parts.length);
	return { ...item, parts: parts.map((part, index) => ({ ...part, minutes: shares[index] ?? 0 })) };
}

/** The plan's words for a task. */
export const taskText = (task: DutyTask): string => (typeof task === 'string' ? task : task.text);
