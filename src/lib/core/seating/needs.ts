/**
 * Owns: what a person needs of a seat. Read once when they are entered, from what stands beside the log, and kept as
 * bare marks: the plan must not know anybody's age, and a mark says no more than a reserved chair does.
 */
import { foldVietnamese } from '../delegates/fold';
import type { DelegatePersonal } from '../delegates/model';

export const SEAT_NEEDS = ['wheelchair', 'aisle', 'presidium', 'side'] as const;
export type SeatNeed = (typeof SEAT_NEEDS)[number];

/** From this age an aisle seat is proposed; our own choice, no rule names an age. */
const ELDERLY = 70;
const HEROIC_MOTHER = /\bme (vnah|viet nam anh hung)\b/;
const PRESS = /\b(bao chi|phong vien|nha bao|quay phim|truyen hinh|dai phat thanh)\b/;

/**
 * Proposes; a person may change it. Mothers of heroes and the elderly at an aisle, reporters at the side.
 * @param year of the day it is entered: nobody needs to know the birthday.
 */
export function proposedNeeds(
	personal: Pick<DelegatePersonal, 'honorific' | 'title' | 'birthYear'>,
	year: number
): SeatNeed[] {
	const words = foldVietnamese(`${personal.honorific} ${personal.title}`);
	const needs: SeatNeed[] = [];
	const old = personal.birthYear !== undefined && year - personal.birthYear >= ELDERLY;
	if (old || HEROIC_MOTHER.test(words)) needs.push('aisle');
	if (PRESS.test(words)) needs.push('side');
	return needs;
}
