/** Owns: the rows of a wave as an usher says them. Pure but for the catalogue. */
import type { StandUp } from '$lib/core/awards/stand-up';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/seats';

/** "hàng C", "hàng C, D (Khối A); hàng 1 (Khối B)"; empty when nobody of the wave has a seat. */
export const rowsText = ({ rows }: Pick<StandUp, 'rows'>, oneBlock: boolean): string =>
	rows
		.map(({ blockName, labels }) =>
			oneBlock
				? t('seats.rise.rows', { rows: labels.join(', ') })
				: t('seats.rise.rowsOf', { rows: labels.join(', '), block: blockName })
		)
		.join('; ');
