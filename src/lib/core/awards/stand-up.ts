/**
 * Owns: whom the ushers send to the wings: the rows of the next wave's people, by where they sit or were seen sitting.
 * Pure over what an usher's phone holds, so it is right without a network too. Whoever stands in the wings or was given
 * theirs is no longer looked for; whoever has not come has no row to stand up in.
 */
import { whereabouts } from '../admissions/model';
import type { DelegateId } from '../delegates/model';
import type { State } from '../log/slices';
import type { Side } from '../seating/hall';
import { lastSeen } from '../seating/live-map';
import { seatKey, seatWords } from '../seating/model';
import { goesUp, membersOf, wavesInOrder, type AwardsState, type Wave } from './model';

export type StandUp = {
	wave: number;
	of: number;
	/** The wave was called to make ready: its people go now. Otherwise they are next. */
	now: boolean;
	/** As the hall sees them. */
	steps: Side;
	/** In the order of the hall, row after row from the front. */
	rows: { block: string; blockName: string; labels: string[] }[];
	/** In the order of walking up; `seat` is null for who has none. */
	people: { delegate: DelegateId; seat: string | null }[];
	/** Keys of their seats. */
	seats: ReadonlySet<string>;
	/** Go up, but have not come or are on no list. */
	missing: number;
};
type House = Pick<State, 'roster' | 'admissions' | 'welcome' | 'seating' | 'awards'>;

/** The wave whose people have to be on their way: made ready, or after one that has begun. */
function risingWave(awards: AwardsState, begun: boolean): Wave | null {
	const waves = wavesInOrder(awards);
	const staged = waves.find((wave) => wave.step === 'staged');
	if (staged) return staged;
	const underWay = begun || waves.some((wave) => wave.step !== 'prepared');
	return underWay ? (waves.find((wave) => wave.step === 'prepared') ?? null) : null;
}

/**
 * @param awarding the item of the programme that is on is one of awards
 * @returns null when nobody has to stand up yet, or all who can are there
 */
export function standUp(house: House, awarding: boolean): StandUp | null {
	const { awards, seating } = house;
	const wave = risingWave(awards, awarding);
	if (!wave) return null;
	const waiting = membersOf(awards, wave.number).filter(
		({ id }) => !awards.wings[id]?.on && awards.outcomes[id]?.givenAt === undefined
	);
	const queue = awards.setup.steps === 'left' ? waiting.reverse() : waiting;
	const here = queue.flatMap((row) => {
		const delegate = goesUp(row);
		return delegate !== null && isHere(house, delegate) ? [delegate] : [];
	});
	if (!here.length) return null;
	const placed = here.map((delegate) => {
		const seat = lastSeen(house, delegate)?.seat ?? seating.seats[delegate];
		return { delegate, seat: seat ?? null };
	});
	const blocks = seating.hall?.blocks ?? [];
	return {
		wave: wave.number,
		of: wavesInOrder(awards).length,
		now: wave.step === 'staged',
		steps: awards.setup.steps,
		rows: blocks.flatMap(({ id }) => {
			const inBlock = placed.flatMap(({ seat }) => (seat?.block === id ? [seat] : []));
			const [first] = inBlock;
			if (!first) return [];
			const byRow = new Map(inBlock.map((seat) => [seat.row, seatWords(seating.hall, seat).row]));
			const labels = [...byRow].sort(([a], [b]) => a - b).map(([, label]) => label);
			return [{ block: id, blockName: seatWords(seating.hall, first).blockName, labels }];
		}),
		people: placed.map(({ delegate, seat }) => ({ delegate, seat: seat && seatKey(seat) })),
		seats: new Set(placed.flatMap(({ seat }) => (seat ? [seatKey(seat)] : []))),
		missing: queue.length - here.length
	};
}

/** The door may have missed somebody whom an usher saw sitting; whoever went home is not here. */
function isHere(house: House, delegate: DelegateId): boolean {
	const where = whereabouts(house.admissions, delegate);
	return where === 'present' || (where === 'absent' && lastSeen(house, delegate) !== null);
}
