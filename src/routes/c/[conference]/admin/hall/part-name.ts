/** Owns: how a part of the hall is called in lists and by screen readers. */
import { type Part } from '$lib/core/seating/edit';
import type { Hall } from '$lib/core/seating/hall';
import { seatsOfRow } from '$lib/core/seating/hall';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/hall';

export function partName(hall: Hall, part: Part): string {
	switch (part.kind) {
		case 'stage':
			return t('hall.part.stage');
		case 'block': {
			const block = hall.blocks.find((one) => one.id === part.id);
			if (!block) return '';
			let count = 0;
			for (let row = 1; row <= block.rows; row++) count += seatsOfRow(block, row);
			return t('hall.part.block', { name: block.name, count });
		}
		case 'door':
			return t('hall.part.door', { name: hall.doors?.[part.at]?.name ?? '' });
		case 'passage':
			return t('hall.part.passage', { number: part.at + 1 });
		default:
			return part satisfies never;
	}
}

/** Everything that can be chosen, in the order of the Tab key. */
export const partsOf = (hall: Hall): Part[] => [
	{ kind: 'stage' },
	...(hall.passages ?? []).map((_, at): Part => ({ kind: 'passage', at })),
	...hall.blocks.map((block): Part => ({ kind: 'block', id: block.id })),
	...(hall.doors ?? []).map((_, at): Part => ({ kind: 'door', at }))
];
