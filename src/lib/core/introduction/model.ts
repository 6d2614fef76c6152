/**
 * Owns: which delegates were introduced and the list as it was closed ("Chốt danh sách giới thiệu"). Ticks are facts:
 * the latest by (time, id) stands. Who is on the list is a selector over roster and admissions.
 */
import type { FactTime } from '../admissions/model';
import type { Slice } from '../log/slice';

export type Tick = FactTime & { id: string; delegate: string; on: boolean };
export type IntroductionState = {
	ticks: Record<string, Tick>;
	frozen: { at: number; delegates: string[] } | null;
};
export type IntroductionEvents = {
	introducedTicked: { tick: Tick };
	introductionFrozen: { delegates: string[] };
	introductionReopened: Record<string, never>;
};

export const introductionSlice: Slice<IntroductionState> = {
	initial: { ticks: {}, frozen: null },
	reads: ['introducedTicked', 'introductionFrozen', 'introductionReopened'],
	evolve(state, event) {
		switch (event.type) {
			case 'introducedTicked': {
				const { tick } = event.payload;
				const old = state.ticks[tick.delegate];
				if (old && (old.at > tick.at || (old.at === tick.at && old.id >= tick.id))) return state;
				return { ...state, ticks: { ...state.ticks, [tick.delegate]: tick } };
			}
			case 'introductionFrozen':
				return { ...state, frozen: { at: event.at, delegates: event.payload.delegates } };
			case 'introductionReopened':
				return { ...state, frozen: null };
			default:
				return state;
		}
	}
};
