/**
 * Owns: the composition of those summoned as totals per unit ("cơ cấu"): for preparation and report, never for the
 * door and never per person, so no device at the door holds this slice.
 */
import type { Deciders } from '../log/command';
import type { Slice } from '../log/slice';
import { ok } from '../result';
import { emptyTable, withRow, type Table } from '../table';

/** How many of a unit's delegates are …; null where the unit has not said. */
export type UnitTotals = {
	unit: string;
	women: number | null;
	/** Ethnic minorities. */
	ethnic: number | null;
	religious: number | null;
	partyMembers: number | null;
};
export type CompositionState = { totals: Table<UnitTotals & { id: string }> };
export type CompositionEvents = { unitTotalsSet: UnitTotals };
export type CompositionCommands = { 'unit.totals': UnitTotals };

export const compositionSlice: Slice<CompositionState> = {
	initial: { totals: emptyTable() },
	reads: ['unitTotalsSet'],
	evolve(state, event) {
		if (event.type !== 'unitTotalsSet') return state;
		const { unit } = event.payload;
		return { totals: withRow(state.totals, unit, { id: unit, ...event.payload }) };
	}
};

export const compositionDeciders: Deciders<CompositionCommands> = {
	'unit.totals': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'unitTotalsSet', payload }] })
	}
};
