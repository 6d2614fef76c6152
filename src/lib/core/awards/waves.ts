/**
 * Owns: dividing the recipients into waves, and the orders that follow from a wave: at the wings, on the stage, in
 * time. Sources: ceremony.md §1.8 (high rank first), §1.9 (collectives, then households, then persons; a choice).
 */
import type { WaveRow } from './arrange';
import {
	AWARD_RANKS,
	membersOf,
	wavesInOrder,
	type AwardDecision,
	type AwardsState,
	type Row,
	type Wave,
	type WaveStep
} from './model';

/** Decisions from high rank to low, those of one rank as they were entered. */
export const decisionsInOrder = (state: Pick<AwardsState, 'decisions'>): AwardDecision[] =>
	Object.values(state.decisions).sort((a, b) => AWARD_RANKS.indexOf(a.rank) - AWARD_RANKS.indexOf(b.rank));

/** Still to be handed over on the stage. */
export const isToCome = (state: AwardsState, row: Row): boolean => {
	const outcome = state.outcomes[row.id];
	return outcome?.givenAt === undefined && outcome?.later === undefined;
};

/**
 * Rank high → low, then type, then the list's order; never two ranks or types in a wave, and waves of one kind as
 * equal as they can be, so that the last one is not a single person.
 * @param from number of the first wave
 */
export function makeWaves(state: AwardsState, from = 1): WaveRow[] {
	const rows: WaveRow[] = [];
	for (const decision of decisionsInOrder(state))
		for (const type of state.setup.types) {
			const people = Object.values(state.recipients)
				.filter((row) => row.decision === decision.id && row.type === type && isToCome(state, row))
				.sort((a, b) => a.listed - b.listed || (a.id < b.id ? -1 : 1));
			for (const members of inEqualParts(people, state.setup.waveSize))
				rows.push({
					number: from + rows.length,
					decision: decision.id,
					type,
					members: members.map((row) => row.id)
				});
		}
	return rows;
}

function inEqualParts<T>(list: T[], most: number): T[][] {
	const count = Math.ceil(list.length / Math.max(1, most));
	return Array.from({ length: count }, (_, at) =>
		list.slice(Math.round((at * list.length) / count), Math.round(((at + 1) * list.length) / count))
	);
}

/**
 * Who goes first up the steps: the place farthest from them is filled first, so that nobody passes anybody. Turned
 * round with the steps.
 */
export function queueOf(state: AwardsState, wave: number): Row[] {
	const members = membersOf(state, wave);
	return state.setup.steps === 'left' ? members.reverse() : members;
}

/** As those on the stage see it, facing the hall: left and right are the other way round. */
export const asStageSees = (state: AwardsState, wave: number): Row[] => membersOf(state, wave).reverse();

/** Walking up, photo and leaving, and each hand-over; estimates (ceremony.md, "Waves"). */
const AROUND_SECONDS = 75;
const EACH_SECONDS = 6;
export const secondsOf = (people: number): number => (people ? AROUND_SECONDS + EACH_SECONDS * people : 0);

/** Of the 75, once the row stands: the photo and leaving. */
const AFTER_SECONDS = 35;
/** What is still ahead of a wave: the photo and leaving take their time when the last frame is handed over, too. */
export function secondsLeftOf(state: AwardsState, { number, step, given }: Wave): number {
	const people = membersOf(state, number).length;
	if (step === 'cleared' || people === 0) return 0;
	if (step === 'photo') return AFTER_SECONDS;
	return step === 'presenting' ? AFTER_SECONDS + EACH_SECONDS * (people - given) : secondsOf(people);
}
/** Of all waves that are not over, in seconds. */
export const secondsLeft = (state: AwardsState): number =>
	wavesInOrder(state).reduce((sum, wave) => sum + secondsLeftOf(state, wave), 0);

/** Between the call and the end of the photo. */
export const ON_STAGE: readonly WaveStep[] = ['onStage', 'presenting', 'photo'];

/** The wave in hand: the one that stands on the stage, whoever called it out of turn; else the first not over. */
export function currentWave(state: AwardsState): Wave | null {
	const left = wavesInOrder(state).filter((wave) => wave.step !== 'cleared');
	return left.find((wave) => ON_STAGE.includes(wave.step)) ?? left[0] ?? null;
}
export function nextWave(state: AwardsState): Wave | null {
	const now = currentWave(state)?.number;
	return wavesInOrder(state).find((wave) => wave.step !== 'cleared' && wave.number !== now) ?? null;
}

/** Where somebody late may still go: the next wave of the same decision and type whose people are not called yet. */
export const laterWaveFor = (state: AwardsState, row: Row): Wave | null =>
	wavesInOrder(state).find(
		(wave) =>
			wave.decision === row.decision &&
			wave.type === row.type &&
			(wave.step === 'prepared' || wave.step === 'staged') &&
			wave.number !== row.wave
	) ?? null;
