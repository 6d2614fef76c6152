/**
 * Owns: all commands by name. An *order* is online only and names the state it saw; a *fact* happened in the world,
 * carries its own time, and is never refused for what another device did.
 */
import type { AdmissionCommands } from '../admissions/decide';
import type { WelcomeCommands } from '../admissions/welcome-decide';
import type { AwardCommands } from '../awards/decide';
import type { WaveFacts } from '../awards/facts';
import type { WaveCommands } from '../awards/run';
import type { ConferenceCommands } from '../conference/decide';
import type { CueCommands } from '../cues/decide';
import type { CuePlanCommands } from '../cues/plan-decide';
import type { RosterCommands } from '../delegates/decide';
import type { HandsCommands } from '../hands/decide';
import type { IntroductionCommands } from '../introduction/decide';
import type { MinutesFacts } from '../minutes/facts';
import type { MediaCommands } from '../media/decide';
import type { TroupeFacts } from '../media/facts';
import type { ProgrammeCommands } from '../programme/decide';
import type { SeatingCommands } from '../seating/decide';
import type { SeatingFacts } from '../seating/facts';
import type { CompositionCommands } from '../report/composition';
import type { Result } from '../result';
import type { DecideContext, Decided } from './event';
import type { State } from './slices';

export type CommandMap = ConferenceCommands &
	ProgrammeCommands &
	CueCommands &
	CuePlanCommands &
	RosterCommands &
	AdmissionCommands &
	WelcomeCommands &
	CompositionCommands &
	IntroductionCommands &
	SeatingCommands &
	SeatingFacts &
	AwardCommands &
	WaveCommands &
	WaveFacts &
	HandsCommands &
	MinutesFacts &
	MediaCommands &
	TroupeFacts;
export type CommandType = keyof CommandMap;

/** A fact's own time: the device's clock (ms) and its measured offset to the server's (ms, server minus device). */
export type Claim = { claimedAt: number; offset: number };

export type CommandOf<T extends CommandType> = { id: string; type: T; payload: CommandMap[T] };
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

export type Decider<P> = (state: State, payload: P, ctx: DecideContext) => Result<Decided>;
export type Deciders<M> = { [T in keyof M]: { kind: 'fact' | 'order'; decide: Decider<M[T]> } };
