/** Owns: the way to a seat as one sentence, made of the parts that the core found. */
import type { SeatWords } from '../../core/seating/model';
import type { Aisle, Way } from '../../core/seating/way';
import { t } from '../i18n/i18n';
import '../i18n/use/guide';

/** "Vào Cửa trái, đi theo lối giữa, hàng 3 bên tay phải, ghế 12"; what is not known is left out. */
export function wayText(way: Way | null, seat: Pick<SeatWords, 'door' | 'row' | 'seat'>): string {
	const door = way?.doorName || seat.door;
	const row = { row: seat.row };
	const parts = [
		door && t('guide.enter', { door }),
		way?.steps && t(`guide.steps.${way.steps}`),
		way?.aisle && aisleText(way.aisle),
		way?.hand ? t(`guide.hand.${way.hand}`, row) : t('guide.row', row),
		t('guide.seat', { seat: seat.seat })
	].filter((part): part is string => typeof part === 'string' && part !== '');
	const text = parts.join(', ');
	return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function aisleText(aisle: Aisle): string {
	switch (aisle.at) {
		case 'middle':
			return t('guide.aisle.middle');
		case 'between':
			return t('guide.aisle.between', { first: aisle.blocks[0], second: aisle.blocks[1] });
		case 'inside':
		case 'left':
		case 'right':
			return t(`guide.aisle.${aisle.at}`, { block: aisle.block });
		default:
			return aisle satisfies never;
	}
}
