/**
 * Owns: what stands under a press photograph of a wave: who confers what, and who stands where, left to right as the
 * hall sees them. Only people who really stand or stood there. A document of the office, so its words are Vietnamese.
 */
import { withOffice } from '../delegates/office';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { personView } from '../views/shared';
import { membersOf, wavesInOrder, type AwardDecision, type AwardRank, type Wave } from './model';
import { honouredView, isAtHand, type HonouredView } from './people';

export type Caption = { wave: number; of: number; text: string };

const STOOD: readonly Wave['step'][] = ['onStage', 'presenting', 'photo', 'cleared'];
const whose: Record<AwardRank, string> = {
	state: 'của Chủ tịch nước',
	pm: 'của Thủ tướng Chính phủ',
	ministry: 'của Bộ trưởng',
	province: 'của Chủ tịch UBND tỉnh',
	commune: 'của Chủ tịch UBND xã'
};

/** In the order of the waves; a wave that nobody has seen yet has none. */
export function captions(state: State, lookup: PersonalLookup): Caption[] {
	const waves = wavesInOrder(state.awards);
	return waves.flatMap((wave) => {
		const text = captionOf(state, lookup, wave);
		return text ? [{ wave: wave.number, of: waves.length, text }] : [];
	});
}

/** Empty while the wave has not stood on the stage. */
export function captionOf(state: State, lookup: PersonalLookup, wave: Wave): string {
	const decision = state.awards.decisions[wave.decision];
	if (!decision || !STOOD.includes(wave.step)) return '';
	const people = membersOf(state.awards, wave.number)
		.map((row) => honouredView(state, lookup, row))
		.filter(isAtHand)
		.map(standing)
		.filter(Boolean);
	if (!people.length) return '';
	const conferrers = wave.conferrers.flatMap((id) => {
		const person = personView(state, lookup, id);
		return person ? [withOffice(person)] : [];
	});
	const given = conferrers.length
		? `${conferrers.join('; ')} trao ${award(decision)}`
		: `Trao ${award(decision)}`;
	const row = people.length > 1 ? `Từ trái sang: ${people.join('; ')}.` : `Người nhận: ${people.join('')}.`;
	return `${given}. ${row}`;
}

function award({ form, rank, number }: AwardDecision): string {
	const full = / của /iu.test(form) ? form : `${form} ${whose[rank]}`;
	return number ? `${full} theo Quyết định số ${number}` : full;
}

const named = (person: { honorific: string; name: string }): string =>
	[person.honorific, person.name].filter(Boolean).join(' ');

/** Who is in the picture stands first: of nhận thay and of a collective that is not whom the award is for. */
function standing(one: HonouredView): string {
	if (!one.stands?.name) return withOffice(one);
	const up = named(one.stands);
	return one.stands.reason
		? `${up} (nhận thay ${withOffice(one)})`
		: `${up}, đại diện ${withOffice({ ...one, title: '' })}`;
}
