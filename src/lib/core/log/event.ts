/** Owns: the envelope of every event and the list of all event types with their payloads, version 1. */
import type { AdmissionEvents } from '../admissions/model';
import type { WelcomeEvents } from '../admissions/welcome';
import type { AwardEvents } from '../awards/model';
import type { ConferenceEvents } from '../conference/model';
import type { CueEvents } from '../cues/model';
import type { CuePlanEvents } from '../cues/plan-model';
import type { RosterEvents } from '../delegates/model';
import type { HandsEvents } from '../hands/model';
import type { IntroductionEvents } from '../introduction/model';
import type { MinutesEvents } from '../minutes/model';
import type { MediaEvents } from '../media/model';
import type { ProgrammeEvents } from '../programme/model';
import type { CompositionEvents } from '../report/composition';
import type { SeatingEvents } from '../seating/model';
import type { Role } from '../access/roles';

export type EventMap = ConferenceEvents &
	ProgrammeEvents &
	CueEvents &
	CuePlanEvents &
	RosterEvents &
	AdmissionEvents &
	WelcomeEvents &
	CompositionEvents &
	IntroductionEvents &
	SeatingEvents &
	AwardEvents &
	HandsEvents &
	MinutesEvents &
	MediaEvents;
export type EventType = keyof EventMap;

/** Who did it. `id` is an admin's, a device's or an API token's id, never a name: the log holds no person. */
export type Actor = {
	kind: 'admin' | 'device' | 'token' | 'system';
	id: string;
	role: Role;
	/** The fact was made before its device was revoked and taken in after. */
	revoked?: true;
};

export type EventOf<T extends EventType> = {
	seq: number;
	epoch: number;
	type: T;
	/** Version of the payload; a meaning never changes, an upcaster lifts old versions. */
	v: number;
	/** Server time of the decision, ms since 1970. */
	at: number;
	actor: Actor;
	/** Id of the command that caused it. */
	command: string;
	payload: EventMap[T];
};
export type LogEvent = { [T in EventType]: EventOf<T> }[EventType];

/** What `decide` returns, before the log gives it a place. */
export type NewEvent = { [T in EventType]: { type: T; payload: EventMap[T] } }[EventType];

/** Personal data that goes beside the log; `null` forgets. Refs: `delegate:<id>`, `item:<id>`, `note:<id>`, `cue:<id>`, `reply:<answer>`, `sub:<id>`, `device:<id>`, `medium:<hash>`. */
export type PersonalChange = { ref: string; payload: PersonalPayload | null };
export type PersonalPayload = { [field: string]: unknown };
export type PersonalLookup = (ref: string) => PersonalPayload | undefined;

export type Decided = { events: NewEvent[]; personal?: PersonalChange[] };

/** Time and identity, brought from outside; rules never ask for them. */
export type DecideContext = { now: number; actor: Actor; command: string };
