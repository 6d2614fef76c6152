/**
 * Owns: the terms of a plan as a list with days left. Assumes ISO dates (`YYYY-MM-DD`) of the conference's place
 * and counts calendar days, without a clock: today comes as an argument.
 */
import type { ConferenceTemplate } from './template';

export type CountdownTerm = {
	id: string;
	text: string;
	/** As stated; a term that hangs on the event's date has none. */
	date: string | null;
	/**
	 * `before` | `no_later_than` | `planned` | `<n>_days_before_event` | `immediately_after` | `undated`; what the
	 * office adds by hand may say anything and is taken at its date.
	 */
	relation: string;
	done: boolean;
	/** `report`: owed after the event. Absent: a term before it. */
	source?: 'deadline' | 'report';
	/** Whom a report goes to. */
	to?: string;
};

/** What a countdown needs; the settings of a conference fit as they are. */
export type CountdownSource = { date: string | null; deadlines: readonly CountdownTerm[] };

export type CountdownEntry = CountdownTerm & {
	/** Calendar days from today to the date; negative once it has passed; null without a date. */
	daysLeft: number | null;
	/** Not done and too late: past its date, or on it where the plan says "trước ngày". */
	overdue: boolean;
};

const DAY_MS = 86_400_000;

/** Midnight UTC of an ISO date in ms, or null when the text is not a date of the calendar. */
function dayStart(date: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
	const ms = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(ms) || isoDate(ms) !== date ? null : ms;
}

const isoDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The calendar date `days` after an ISO date (negative: before it), or null when the text is no date. */
function shiftDate(date: string, days: number): string | null {
	const ms = dayStart(date);
	return ms === null ? null : isoDate(ms + days * DAY_MS);
}

/**
 * The date a term falls on. Terms that hang on the event follow it when it is moved; all others keep their date.
 */
export function termDate(
	term: { date: string | null; relation: string },
	eventDate: string | null
): string | null {
	const daysBefore = /^(\d+)_days_before_event$/.exec(term.relation)?.[1];
	if (daysBefore !== undefined) return eventDate === null ? null : shiftDate(eventDate, -Number(daysBefore));
	if (term.relation === 'planned' || term.relation === 'immediately_after') return eventDate ?? term.date;
	return term.date;
}

/** The terms of a template: its deadlines, then what it owes after the event. Ready to be stored as settings. */
export function countdownSource(
	template: Pick<ConferenceTemplate, 'schedule' | 'deadlines' | 'reportingAfter'>
): CountdownSource {
	const reports = template.reportingAfter.map((report, index): CountdownTerm => ({
		id: `report-${index + 1}`,
		text: report.text,
		date: report.due?.relation === 'before' ? report.due.date : null,
		relation: report.due?.relation ?? 'undated',
		done: false,
		source: 'report',
		...(report.to === undefined ? {} : { to: report.to })
	}));
	const deadlines = template.deadlines.map((deadline, index): CountdownTerm => ({
		id: `deadline-${index + 1}`,
		text: deadline.what,
		date: deadline.date,
		relation: deadline.relation,
		done: false,
		source: 'deadline'
	}));
	// A plan may state its report twice, as a term and as a duty: the duty says more, so it stays.
	const restated = (term: CountdownTerm) =>
		reports.some(
			(report) =>
				report.date !== null &&
				report.date === term.date &&
				report.text.toLowerCase().includes(term.text.toLowerCase())
		);
	return {
		date: template.schedule.date,
		deadlines: [...deadlines.filter((term) => !restated(term)), ...reports]
	};
}

/**
 * Every term with its days left on `today` (ISO date), earliest first; those without a date follow, in their order.
 */
export function countdownList(source: CountdownSource, today: string): CountdownEntry[] {
	const now = dayStart(today);
	const entries = source.deadlines.map((term): CountdownEntry => {
		const date = termDate(term, source.date);
		const due = date === null ? null : dayStart(date);
		const daysLeft = due === null || now === null ? null : Math.round((due - now) / DAY_MS);
		const tooLate = daysLeft !== null && (daysLeft < 0 || (daysLeft === 0 && term.relation === 'before'));
		return { ...term, date, daysLeft, overdue: !term.done && tooLate };
	});
	const key = (entry: CountdownEntry) => entry.daysLeft ?? Number.MAX_SAFE_INTEGER;
	return entries.sort((a, b) => key(a) - key(b));
}
