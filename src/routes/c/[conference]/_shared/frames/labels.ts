/** Owns: which labels are printed for the frames, in the order in which the piles are laid. */
import { frameCode, shortCode } from '$lib/core/awards/frame-code';
import { framesOf, stacksOf } from '$lib/core/awards/stack';
import { honouredView } from '$lib/core/awards/people';
import { wavesInOrder, type PresenterNumber } from '$lib/core/awards/model';
import type { PersonalLookup } from '$lib/core/log/event';
import type { State } from '$lib/core/log/slices';
import { joined } from '../person-words';

export type FrameLabel = {
	id: string;
	wave: number;
	presenter: PresenterNumber;
	/** In the order of handing over, of both tables. */
	frame: number;
	of: number;
	position: number;
	name: string;
	unit: string;
	form: string;
	code: string;
	/** For a hand to type. */
	short: string;
};

/** Wave by wave, the left table's pile and then the right one's, each from its top. */
export function labelsOf(state: State, lookup: PersonalLookup): FrameLabel[] {
	const { awards } = state;
	return wavesInOrder(awards).flatMap(({ number, decision }) => {
		const frames = framesOf(awards, number).map(({ id }) => id);
		const stacks = stacksOf(awards, number);
		return ([1, 2] as const).flatMap((presenter) =>
			stacks[presenter].flatMap((id): FrameLabel[] => {
				const row = awards.recipients[id];
				if (!row) return [];
				const { honorific, name, unit, position } = honouredView(state, lookup, row);
				return [
					{
						id,
						wave: number,
						presenter,
						frame: frames.indexOf(id) + 1,
						of: frames.length,
						position,
						name: joined([honorific, name], ' '),
						unit,
						form: awards.decisions[decision]?.form ?? '',
						code: frameCode(id),
						short: shortCode(id)
					}
				];
			})
		);
	});
}
