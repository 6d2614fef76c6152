/** Owns: the registry of deciders and the one entrance to them. Who may send what stands in `access/table.ts`. */
import { admissionDeciders } from '../admissions/decide';
import { welcomeDeciders } from '../admissions/welcome-decide';
import { awardDeciders } from '../awards/decide';
import { waveDeciders } from '../awards/run';
import { conferenceDeciders } from '../conference/decide';
import { cueDeciders } from '../cues/decide';
import { cuePlanDeciders } from '../cues/plan-decide';
import { rosterDeciders } from '../delegates/decide';
import { handsDeciders } from '../hands/decide';
import { introductionDeciders } from '../introduction/decide';
import { minutesFacts } from '../minutes/facts';
import { mediaDeciders } from '../media/decide';
import { troupeFacts } from '../media/facts';
import { programmeDeciders } from '../programme/decide';
import { compositionDeciders } from '../report/composition';
import { seatingDeciders } from '../seating/decide';
import { reject, type Result } from '../result';
import type { Command, CommandType, Deciders, CommandMap } from './command';
import type { DecideContext, Decided } from './event';
import type { State } from './slices';

export const deciders: Deciders<CommandMap> = {
	...conferenceDeciders,
	...programmeDeciders,
	...cueDeciders,
	...cuePlanDeciders,
	...rosterDeciders,
	...admissionDeciders,
	...welcomeDeciders,
	...compositionDeciders,
	...introductionDeciders,
	...seatingDeciders,
	...awardDeciders,
	...waveDeciders,
	...handsDeciders,
	...minutesFacts,
	...mediaDeciders,
	...troupeFacts
};

export const commandTypes = Object.keys(deciders).filter(isCommandType);

export function isCommandType(type: string): type is CommandType {
	return Object.hasOwn(deciders, type);
}

export const isFact = (type: CommandType): boolean => deciders[type].kind === 'fact';

/**
 * Says what a command means on this state. Pure; a closed conference still takes facts, since they happened.
 * Rejections: `conference_closed` and whatever the noun's own rule says.
 */
export function decide(state: State, command: Command, ctx: DecideContext): Result<Decided> {
	const closed = state.conference.status === 'closed';
	if (closed && deciders[command.type].kind === 'order' && command.type !== 'conference.status')
		return reject('conference_closed');
	return run(command.type, state, command.payload, ctx);
}

function run<T extends CommandType>(
	type: T,
	state: State,
	payload: CommandMap[CommandType],
	ctx: DecideContext
) {
	// The schema on the wire pairs type and payload; the union loses that pairing here.
	return deciders[type].decide(state, payload as CommandMap[T], ctx);
}
