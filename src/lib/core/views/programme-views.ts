/** Owns: the views of MC, chair and the crew whose own screens come later. */
import { hostOf, introductionGroups } from '../introduction/groups';
import { introductionList, isHereInPerson } from '../introduction/list';
import type { Voice } from '../cues/plan-model';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { paperPageOf } from '../programme/paper';
import type { Timing } from '../time/timing';
import { timingOf } from '../time/timing-of';
import type { Role } from '../access/roles';
import { rowOf } from '../table';
import { currentWave } from '../awards/waves';
import { callView, type CallView } from './call-view';
import { cuesFor, type CueView } from './cue-views';
import { countedSentence, shownResult } from './hands-view';
import { playView, type PlayView } from './media-view';
import { readiness, type Readiness } from './readiness';
import {
	comingItem,
	currentItem,
	isSilent,
	itemView,
	notesFor,
	personView,
	text,
	type ItemView,
	type NoteView,
	type PersonView
} from './shared';

export type CrewView = {
	title: string;
	status: string;
	current: ItemView | null;
	next: ItemView | null;
	timing: Timing;
	silent: boolean;
	step: number;
	/** When the current item began, ms. */
	since: number | null;
	notes: NoteView[];
	/** What asks this screen now or soon; the device projects when. */
	cues: CueView[];
};
export type IntroducedPerson = PersonView & { introduced: boolean };
export type IntroductionView = {
	frozenAt: number | null;
	groups: { heading: string; people: IntroducedPerson[] }[];
	late: IntroducedPerson[];
};
/** The calm page before the first item: what, when, where, and how far the hall is. */
export type OpeningView = {
	organiser: string;
	venue: string;
	/** ISO day, and the plan's words where no hour is fixed; the hour itself is `timing.plannedStart`. */
	date: string | null;
	scheduleText: string;
	ready: { present: number; summoned: number; vipsPresent: number; vips: number };
};
export type McView = CrewView & {
	/** Null once the day has begun. */
	opening: OpeningView | null;
	/** Sheet of the printed run-sheet that has the current item, or the first before the start; null for none. */
	page: number | null;
	script: { speaker: string; text: string }[];
	nextScript: { speaker: string; text: string }[];
	itemNote: string;
	twoMcs: boolean;
	/** Whose lines each device of an MC reads, as far as it was said. */
	voices: Record<string, Voice>;
	introduction: IntroductionView;
	/** The wave in hand while awards are presented. */
	call: CallView | null;
	/** Of raised hands, once the stage shows it; else empty. */
	passed: string;
	/** The film or music that plays. */
	play: PlayView | null;
};
/** An item that is still to come; with parts, those still to come, and their minutes together. */
type AheadItem = { id: string; title: string; minutes: number; parts: Omit<AheadItem, 'parts'>[] };
export type ChairView = CrewView & {
	opening: OpeningView | null;
	ahead: AheadItem[];
	introduction: IntroductionView;
	readiness: Readiness;
	/** Of raised hands with every figure, as soon as they are counted; else empty. */
	passed: string;
};

export function crewView(
	state: State,
	lookup: PersonalLookup,
	reader: { role: Role; device: string | null }
): CrewView {
	const { programme, conference } = state;
	return {
		title: conference.settings.title,
		status: conference.status,
		current: itemView(state, lookup, currentItem(programme)),
		next: itemView(state, lookup, comingItem(programme)),
		timing: timingOf(programme, conference.settings),
		silent: isSilent(programme),
		step: programme.step,
		since: programme.live?.since ?? null,
		notes: notesFor(state, lookup, reader),
		cues: cuesFor(state, lookup, reader)
	};
}

function openingView(state: State): OpeningView | null {
	const { programme, conference } = state;
	if (programme.live !== null || programme.endedAt !== null) return null;
	const { organiser, venue, date, scheduleText } = conference.settings;
	const board = readiness(state);
	const { presentSummoned: present, summoned, vipsPresent, vips } = board;
	return { organiser, venue, date, scheduleText, ready: { present, summoned, vipsPresent, vips } };
}

export function introductionView(state: State, lookup: PersonalLookup): IntroductionView {
	const here = introductionList(state);
	const { frozen, ticks } = state.introduction;
	const { organiser, title } = state.conference.settings;
	const shown = (id: string): IntroducedPerson[] => {
		const person = personView(state, lookup, id);
		return person ? [{ ...person, introduced: ticks[id]?.on ?? false }] : [];
	};
	// A frozen list keeps its order and its names; whoever comes later stands apart, whoever left is left out in silence.
	const listed = frozen ? frozen.delegates.flatMap((id) => rowOf(state.roster.delegates, id) ?? []) : here;
	const present = listed.filter((d) => isHereInPerson(state, d));
	const late = frozen ? here.filter((d) => !frozen.delegates.includes(d.id)) : [];
	return {
		frozenAt: frozen?.at ?? null,
		groups: introductionGroups(present, hostOf(organiser || title)).map((group) => ({
			heading: group.heading,
			people: group.ids.flatMap(shown)
		})),
		late: late.flatMap((d) => shown(d.id))
	};
}

const linesOf = (value: unknown): { speaker: string; text: string }[] =>
	Array.isArray(value)
		? value.map((line: { speaker?: unknown; text?: unknown }) => ({
				speaker: text(line?.speaker),
				text: text(line?.text)
			}))
		: [];

export function noteFor(beside: { notes?: unknown } | undefined, role: Role): string {
	const notes = beside?.notes;
	return notes && typeof notes === 'object' && role in notes
		? text((notes as Record<string, unknown>)[role])
		: '';
}

export function mcView(state: State, lookup: PersonalLookup, device: string | null): McView {
	const reader = { role: 'mc' as const, device };
	const current = currentItem(state.programme);
	const next = comingItem(state.programme);
	const beside = current ? lookup(`item:${current.id}`) : undefined;
	const onPaper = current ?? next;
	return {
		...crewView(state, lookup, reader),
		opening: openingView(state),
		page: onPaper ? paperPageOf(state.programme, lookup, onPaper.id) : null,
		script: linesOf(beside?.mcText),
		nextScript: linesOf(next ? lookup(`item:${next.id}`)?.mcText : undefined),
		itemNote: noteFor(beside, 'mc'),
		twoMcs: state.conference.settings.twoMcs,
		voices: state.cuePlan.voices,
		introduction: introductionView(state, lookup),
		play: playView(state, lookup),
		call: current?.kinds.includes('khen_thuong') ? callView(state, lookup, currentWave(state.awards)) : null,
		passed: shownResult(state)
	};
}

/** Parts stand below their heading, so that no minute is read twice. */
function aheadOf(programme: State['programme']): AheadItem[] {
	const place = programme.live ? programme.order.indexOf(programme.live.item) : -1;
	const ahead = new Map<string, AheadItem>();
	for (const id of programme.order.slice(place + 1)) {
		const item = programme.items[id];
		const heading = item?.parent == null ? item : programme.items[item.parent];
		if (!item?.on || !heading?.on) continue;
		const minutes = item.minutes + item.adjusted;
		const row = ahead.get(heading.id) ?? { id: heading.id, title: heading.title, minutes, parts: [] };
		ahead.set(heading.id, row);
		if (item === heading) continue;
		row.parts.push({ id, title: item.title, minutes });
		row.minutes = row.parts.reduce((sum, part) => sum + part.minutes, 0);
	}
	return [...ahead.values()];
}

export function chairView(state: State, lookup: PersonalLookup, device: string | null): ChairView {
	const { programme } = state;
	return {
		...crewView(state, lookup, { role: 'chair', device }),
		opening: openingView(state),
		ahead: aheadOf(programme),
		introduction: introductionView(state, lookup),
		readiness: readiness(state),
		passed: countedSentence(state)
	};
}
