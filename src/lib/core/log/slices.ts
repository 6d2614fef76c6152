/** Owns: the registry of slices, and the two folds over it. A replica is a subset of these keys. */
import { admissionsSlice } from '../admissions/model';
import { welcomeSlice } from '../admissions/welcome';
import { awardsSlice } from '../awards/model';
import { conferenceSlice } from '../conference/model';
import { cuesSlice } from '../cues/model';
import { cuePlanSlice } from '../cues/plan-model';
import { rosterSlice } from '../delegates/model';
import { handsSlice } from '../hands/model';
import { introductionSlice } from '../introduction/model';
import { minutesSlice } from '../minutes/model';
import { mediaSlice } from '../media/model';
import { programmeSlice } from '../programme/model';
import { compositionSlice } from '../report/composition';
import { seatingSlice } from '../seating/model';
import type { EventType, LogEvent } from './event';
import type { Slice } from './slice';

const registry = {
	conference: conferenceSlice,
	programme: programmeSlice,
	cues: cuesSlice,
	cuePlan: cuePlanSlice,
	roster: rosterSlice,
	admissions: admissionsSlice,
	welcome: welcomeSlice,
	composition: compositionSlice,
	introduction: introductionSlice,
	seating: seatingSlice,
	awards: awardsSlice,
	hands: handsSlice,
	minutes: minutesSlice,
	media: mediaSlice
};

export type SliceName = keyof typeof registry;
export type State = { [S in SliceName]: (typeof registry)[S] extends Slice<infer T> ? T : never };
export type PartialState = Partial<State>;

export const sliceNames = Object.keys(registry).filter((name): name is SliceName => name in registry);

export const initialState: State = {
	conference: conferenceSlice.initial,
	programme: programmeSlice.initial,
	cues: cuesSlice.initial,
	cuePlan: cuePlanSlice.initial,
	roster: rosterSlice.initial,
	admissions: admissionsSlice.initial,
	welcome: welcomeSlice.initial,
	composition: compositionSlice.initial,
	introduction: introductionSlice.initial,
	seating: seatingSlice.initial,
	awards: awardsSlice.initial,
	hands: handsSlice.initial,
	minutes: minutesSlice.initial,
	media: mediaSlice.initial
};

const readers = new Map<EventType, SliceName[]>();
for (const name of sliceNames)
	for (const type of registry[name].reads) readers.set(type, [...(readers.get(type) ?? []), name]);

/** Event types a set of slices sees. */
export const typesOf = (slices: readonly SliceName[]): Set<EventType> =>
	new Set(slices.flatMap((name) => [...registry[name].reads]));

export const isEventType = (type: string): type is EventType => readers.has(type as EventType);

function evolveSlice<N extends SliceName>(
	state: PartialState,
	name: N,
	event: LogEvent
): State[N] | undefined {
	const slice = registry[name] as unknown as Slice<State[N]>;
	const old = state[name] as State[N] | undefined;
	return old === undefined ? undefined : slice.evolve(old, event);
}

/** Applies one event to the slices that are held and read it; returns the same object when nothing changed. */
export function evolve<S extends PartialState>(state: S, event: LogEvent): S {
	let next: S = state;
	for (const name of readers.get(event.type) ?? []) {
		const evolved = evolveSlice(next, name, event);
		if (evolved !== undefined && evolved !== next[name]) next = { ...next, [name]: evolved };
	}
	return next;
}

export const project = (state: State, slices: readonly SliceName[]): PartialState =>
	Object.fromEntries(slices.map((name) => [name, state[name]]));

export const initialOf = (slices: readonly SliceName[]): PartialState => project(initialState, slices);
