/**
 * Owns: the deciders of facts alone, for devices: a phone replays its own unsent facts and never decides an order, so
 * the rules of orders need not travel to it.
 */
import { admissionFacts, type DoorFacts } from '../admissions/decide';
import { welcomeFacts, type WelcomeFacts } from '../admissions/welcome-decide';
import { waveFacts, type WaveFacts } from '../awards/facts';
import { troupeFacts, type TroupeFacts } from '../media/facts';
import { seatingFacts, type SeatingFacts } from '../seating/facts';
import { introductionFacts, type IntroductionFacts } from '../introduction/facts';
import { minutesFacts, type MinutesFacts } from '../minutes/facts';
import type { Deciders } from './command';

export type FactMap = DoorFacts &
	WelcomeFacts &
	IntroductionFacts &
	SeatingFacts &
	WaveFacts &
	MinutesFacts &
	TroupeFacts;
export type FactType = keyof FactMap;

export const factDeciders: Deciders<FactMap> = {
	...admissionFacts,
	...welcomeFacts,
	...introductionFacts,
	...seatingFacts,
	...waveFacts,
	...minutesFacts,
	...troupeFacts
};
export const isFactType = (type: string): type is FactType => Object.hasOwn(factDeciders, type);
