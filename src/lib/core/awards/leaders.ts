/** Owns: who may hand a wave over: the important delegates in protocol order, and who stands in for one who is away. */
import { whereabouts } from '../admissions/model';
import type { DelegateId } from '../delegates/model';
import { compareDelegates } from '../introduction/list';
import type { State } from '../log/slices';
import { rowsOf } from '../table';
import type { Wave } from './model';

type House = Pick<State, 'roster' | 'admissions'>;

/** In protocol order. */
export const leadersOf = ({ roster }: Pick<State, 'roster'>): DelegateId[] =>
	[...rowsOf(roster.delegates)]
		.filter((row) => row.vip && !row.withdrawn)
		.sort(compareDelegates)
		.map((row) => row.id);

/** The first leader present who does not confer this wave already; null when there is none. */
export const standInFor = (house: House, wave: Pick<Wave, 'conferrers'>): DelegateId | null =>
	leadersOf(house).find(
		(id) => whereabouts(house.admissions, id) === 'present' && !wave.conferrers.includes(id)
	) ?? null;

/** The same wave's conferrers with one of them replaced, in the same place. */
export const withStandIn = (wave: Pick<Wave, 'conferrers'>, away: DelegateId, by: DelegateId): DelegateId[] =>
	wave.conferrers.map((id) => (id === away ? by : id));
