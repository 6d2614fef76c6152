/** Owns: a wave as every screen of the awards says it, and the words for whoever invites it up. */
import {
	callsBefore,
	membersOf,
	wavesInOrder,
	type AwardDecision,
	type PresenterNumber,
	type RecipientType,
	type Wave,
	type WaveStep
} from '../awards/model';
import { honouredView, isAtHand, type HonouredView } from '../awards/people';
import { unconfirmed } from '../awards/stack';
import { secondsLeftOf } from '../awards/waves';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { personView, text, type PersonView } from './shared';

/** What every screen of the awards says of a wave. */
export type WaveView = {
	number: number;
	/** Of so many waves of the day. */
	of: number;
	step: WaveStep;
	since: number;
	form: string;
	rank: AwardDecision['rank'];
	type: RecipientType;
	people: number;
	given: number;
	version: number;
	/** Presenters whose pile is not confirmed as it is now. */
	unconfirmed: PresenterNumber[];
	/** Still ahead of it; an estimate. */
	seconds: number;
};
export function waveView(state: State, wave: Wave): WaveView {
	const { awards } = state;
	const decision = awards.decisions[wave.decision];
	const people = membersOf(awards, wave.number).length;
	return {
		number: wave.number,
		of: wavesInOrder(awards).length,
		step: wave.step,
		since: wave.since,
		form: decision?.form ?? '',
		rank: decision?.rank ?? 'commune',
		type: wave.type,
		people,
		given: wave.given,
		version: wave.version,
		unconfirmed: unconfirmed(awards, wave),
		seconds: secondsLeftOf(awards, wave)
	};
}

/** The wave's words for whoever invites it up; everybody else sees whose turn it is. */
export type CallView = {
	wave: WaveView;
	caller: AwardDecision['caller'];
	/** Recipients stand on the stage while the decision is read. */
	before: boolean;
	announced: boolean;
	readBy: string;
	/** Those who are here, in the wings, or whom nobody can know of; an absentee is left out in silence. */
	people: HonouredView[];
	conferrers: PersonView[];
};
export function callView(state: State, lookup: PersonalLookup, wave: Wave | null): CallView | null {
	const { awards } = state;
	const decision = wave && awards.decisions[wave.decision];
	if (!wave || !decision) return null;
	return {
		wave: waveView(state, wave),
		caller: decision.caller,
		before: callsBefore(decision),
		announced: awards.announced[decision.id] !== undefined,
		readBy: text(lookup(`award:${decision.id}`)?.readBy),
		people: membersOf(awards, wave.number)
			.map((row) => honouredView(state, lookup, row))
			.filter(isAtHand),
		conferrers: wave.conferrers.flatMap((id) => personView(state, lookup, id) ?? [])
	};
}
