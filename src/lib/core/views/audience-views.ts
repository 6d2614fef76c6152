/** Owns: what the hall sees: projector, the public live page, a delegate's own page. */
import { whereabouts } from '../admissions/model';
import { membersOf, type AwardDecision } from '../awards/model';
import { honouredView, isAtHand } from '../awards/people';
import { nextFrame } from '../awards/run';
import { currentWave, decisionsInOrder } from '../awards/waves';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { kindOfType } from '../media/sniff';
import { kindTraits } from '../programme/kinds';
import { seatOf, type SeatWords } from '../seating/model';
import { wayTo, type Way } from '../seating/way';
import type { Timing } from '../time/timing';
import { timingOf } from '../time/timing-of';
import { rowOf } from '../table';
import type { ProjectorTheme } from '../conference/model';
import type { Scene } from '../cues/model';
import { projectedHands, type ProjectedHands } from './hands-view';
import { playView, type PlayView } from './media-view';
import { readiness } from './readiness';
import { currentItem, isSilent, itemView, personView, type ItemView, type PersonView } from './shared';

export type ProjectorView = {
	theme: ProjectorTheme;
	scene: Scene;
	title: string;
	backdropLines: string[];
	welcome: string;
	item: ItemView | null;
	/** While awards are presented: what is presented, and to whom in the order of the stage. */
	award: ProjectedAward | null;
	/** What the item passes by raised hands. */
	hands: ProjectedHands | null;
	slogans: string[];
	/** Off by default (real-day.md): null when not to be shown. */
	present: number | null;
	step: number;
	/** The film or music that plays; and everything that may, to be fetched ahead. */
	play: PlayView | null;
	media: { hash: string; size: number }[];
};

/** `form` as the decision names it, e.g. "Giấy khen"; who confers it follows from `rank`. */
export type ProjectedAward = Pick<AwardDecision, 'form' | 'rank'> & {
	names: string[];
	/** While a wave stands on the stage: left to right as the hall sees them. */
	row: ProjectedRecipient[] | null;
};
export type ProjectedRecipient = {
	id: string;
	name: string;
	/** Being handed theirs now. */
	now: boolean;
	/** Hash of the photo; null where there is none. */
	photo: string | null;
};

export type PublicItem = {
	id: string;
	title: string;
	minutes: number;
	parent: string | null;
	state: 'past' | 'current' | 'ahead' | 'skipped';
	startedAt: number | null;
};
export type PublicView = {
	title: string;
	organiser: string;
	venue: string;
	date: string | null;
	status: string;
	items: PublicItem[];
	timing: Timing;
	silent: boolean;
};

export type DelegateView = {
	conference: string;
	person: PersonView | null;
	seat: SeatWords | null;
	/** Ready to be drawn: a guest's phone knows no geometry. */
	way: Way | null;
	arrived: boolean;
	withdrawn: boolean;
};

function sceneOf(state: State): Scene {
	if (state.cues.scene !== null) return state.cues.scene;
	const { programme, conference } = state;
	if (programme.endedAt !== null || conference.status === 'closed') return 'closing';
	const item = currentItem(programme);
	if (!item) return 'welcome';
	return item.kinds.some((kind) => kindTraits[kind].mutesDevices) ? 'flag' : 'item';
}

export function projectorView(state: State, lookup: PersonalLookup): ProjectorView {
	const { settings } = state.conference;
	const item = itemView(state, lookup, currentItem(state.programme));
	return {
		theme: settings.projectorTheme,
		scene: sceneOf(state),
		title: settings.title,
		backdropLines: settings.backdropLines,
		welcome: settings.slogans.outside[0] ?? '',
		// The conductor's and the planned minutes are no matter for the hall.
		item: item && { ...item, conductor: '', minutes: 0 },
		award: awardOf(state, lookup),
		hands: projectedHands(state, lookup),
		slogans: [...settings.slogans.inside, ...settings.slogans.all],
		present: settings.showCountOnProjector ? readiness(state).present : null,
		step: state.programme.step,
		play: playView(state, lookup),
		media: Object.values(state.media.media)
			.filter(({ type }) => kindOfType(type) !== 'image')
			.map(({ hash, size }) => ({ hash, size }))
	};
}

/** Null also while several decisions wait and no wave says which of them comes first. */
function awardOf(state: State, lookup: PersonalLookup): ProjectedAward | null {
	const { awards } = state;
	const kinds = currentItem(state.programme)?.kinds ?? [];
	if (!kinds.includes('khen_thuong')) return null;
	const wave = currentWave(awards);
	const [only, ...others] = decisionsInOrder(awards);
	const decision = wave ? awards.decisions[wave.decision] : others.length ? undefined : only;
	if (!decision) return null;
	const { form, rank } = decision;
	const nameOf = ({ honorific, name }: { honorific: string; name: string }): string =>
		[honorific, name].filter(Boolean).join(' ');
	if (wave && SHOWN_STEPS.has(wave.step)) {
		const handed = wave.step === 'presenting' ? nextFrame(awards, wave)?.row.id : undefined;
		const row = membersOf(awards, wave.number)
			.map((one) => honouredView(state, lookup, one))
			.filter(isAtHand)
			.map((person) => ({
				id: person.id,
				name: nameOf(person),
				office: officeOf(person),
				now: person.id === handed,
				photo: state.media.photos[person.id] ?? null
			}));
		const named = apart(row);
		if (row.length) return { form, rank, names: named.map(({ name }) => name), row: named };
	}
	const names = Object.values(awards.recipients)
		.filter((row) => row.decision === decision.id)
		.sort((a, b) => a.wave - b.wave || a.stagePosition - b.stagePosition)
		.map((row) => honouredView(state, lookup, row))
		.map((person) => ({ name: nameOf(person), office: officeOf(person) }))
		.filter(({ name }) => name);
	return names.length ? { form, rank, names: apart(names).map(({ name }) => name), row: null } : null;
}

const officeOf = ({ title, unit }: { title: string; unit: string }): string =>
	[title, unit].filter(Boolean).join(', ');

/** Of people of one name each has title and unit beside it; all others their name alone. */
function apart<T extends { name: string; office: string }>(people: T[]): Omit<T, 'office'>[] {
	const count = new Map<string, number>();
	for (const { name } of people) count.set(name, (count.get(name) ?? 0) + 1);
	return people.map(({ office, ...person }) => ({
		...person,
		name: office && (count.get(person.name) ?? 0) > 1 ? `${person.name} (${office})` : person.name
	}));
}
const SHOWN_STEPS: ReadonlySet<string> = new Set(['onStage', 'presenting', 'photo']);

export function publicView(state: State): PublicView {
	const { settings, status } = state.conference;
	const { programme } = state;
	const parents = new Set(
		programme.order.flatMap((id) => (programme.items[id]?.on ? (programme.items[id]?.parent ?? []) : []))
	);
	const place = programme.live ? programme.order.indexOf(programme.live.item) : -1;
	const items = programme.order
		.flatMap((id) => programme.items[id] ?? [])
		.filter((item) => item.on && (item.parent === null || programme.items[item.parent]?.on !== false))
		.map((item): PublicItem => {
			const actual = programme.actual[item.id];
			return {
				id: item.id,
				title: item.title,
				minutes: parents.has(item.id) ? 0 : item.minutes + item.adjusted,
				parent: item.parent,
				state: stateOf(state, item.id, place),
				startedAt: actual && !actual.skipped ? actual.startedAt : null
			};
		});
	return {
		title: settings.title,
		organiser: settings.organiser,
		venue: settings.venue,
		date: settings.date,
		status,
		items,
		timing: timingOf(programme, settings),
		silent: isSilent(programme)
	};
}

function stateOf({ programme }: State, id: string, place: number): PublicItem['state'] {
	const { live, endedAt } = programme;
	if (live && (live.item === id || programme.items[live.item]?.parent === id)) return 'current';
	if (programme.actual[id]?.skipped) return 'skipped';
	if (endedAt !== null) return programme.actual[id] || hasRunPart(programme, id) ? 'past' : 'skipped';
	return programme.order.indexOf(id) < place ? 'past' : 'ahead';
}

const hasRunPart = (programme: State['programme'], id: string): boolean =>
	programme.order.some((other) => programme.items[other]?.parent === id && programme.actual[other]);

export function delegateView(state: State, lookup: PersonalLookup, id: string): DelegateView {
	const seat = state.seating.seats[id];
	return {
		conference: state.conference.settings.title,
		person: personView(state, lookup, id),
		seat: seatOf(state.seating, id),
		way: seat ? wayTo(state.seating.hall, seat) : null,
		arrived: whereabouts(state.admissions, id) === 'present',
		withdrawn: rowOf(state.roster.delegates, id)?.withdrawn ?? true
	};
}
