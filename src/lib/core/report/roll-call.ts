/**
 * Owns: "Báo cáo thành phần, số lượng đại biểu" at any moment: the table by group and unit, and the sentences that are
 * read aloud. A document of the office, so its sentences are Vietnamese whatever language a screen has. Summoned is
 * always present, excused and absent together; who came beyond the list stands apart.
 */
import { whereabouts } from '../admissions/model';
import { delegations, type Delegation, type DoorBooks } from '../admissions/units';
import type { ConferenceState } from '../conference/model';
import { isCounted, isSummoned } from '../delegates/model';
import { rowsOf } from '../table';
import { readiness } from '../views/readiness';
import type { CompositionState, UnitTotals } from './composition';

/** A device at the door holds no composition: its report has the numbers alone. */
export type RollCallState = DoorBooks & { composition?: CompositionState };
export type RollCallCounts = { summoned: number; present: number; excused: number; absent: number };
export type RollCallGroup = RollCallCounts & { id: string; text: string };
/** A trait's total over the units that stated it; `units` says how many did. */
export type TraitTotal = { total: number; units: number };
export type Trait = Exclude<keyof UnitTotals, 'unit'>;

export type RollCall = RollCallCounts & {
	/** Beyond the list, in the house. */
	walkIns: number;
	groups: RollCallGroup[];
	units: Delegation[];
	/** Exemplary people and others among those present by name; null where the plan sets no ratio, and at the door. */
	ratio: { exemplary: number; others: number; share: number; planned: number } | null;
	/** Only traits that some unit stated. */
	traits: Partial<Record<Trait, TraitTotal>>;
};

const TRAITS: readonly Trait[] = ['women', 'ethnic', 'religious', 'partyMembers'];

export function rollCall(state: RollCallState): RollCall {
	const board = readiness(state);
	return {
		summoned: board.summoned,
		present: board.presentSummoned,
		excused: board.excused,
		absent: board.absent,
		walkIns: board.present - board.presentSummoned,
		groups: groupsOf(state),
		units: delegations(state),
		ratio: ratioOf(state),
		traits: state.composition ? traitsOf(state.composition) : {}
	};
}

/** In the plan's order; people without a group last, under an empty text. */
function groupsOf(state: RollCallState): RollCallGroup[] {
	const groups = new Map<string, RollCallGroup>();
	const empty = { summoned: 0, present: 0, excused: 0, absent: 0 };
	for (const { id, text } of state.conference.settings.groups) groups.set(id, { ...empty, id, text });
	for (const delegate of rowsOf(state.roster.delegates)) {
		if (!isSummoned(delegate)) continue;
		const id = delegate.group !== null && groups.has(delegate.group) ? delegate.group : '';
		const row = groups.get(id) ?? { ...empty, id, text: '' };
		groups.set(id, row);
		row.summoned++;
		if (whereabouts(state.admissions, delegate.id) === 'present') row.present++;
		else row[delegate.absence === 'excused' ? 'excused' : 'absent']++;
	}
	return [...groups.values()].filter((row) => row.summoned > 0);
}

function ratioOf(state: RollCallState): RollCall['ratio'] {
	const { ratio, groups } = state.conference.settings;
	if (!ratio || !state.composition) return null;
	const exemplaryGroups = new Set(groups.filter((group) => group.recipients).map((group) => group.id));
	let exemplary = 0;
	let others = 0;
	for (const delegate of rowsOf(state.roster.delegates)) {
		const counts = !delegate.withdrawn && isCounted(delegate);
		if (!counts || whereabouts(state.admissions, delegate.id) !== 'present') continue;
		if (delegate.group !== null && exemplaryGroups.has(delegate.group)) exemplary++;
		else others++;
	}
	const all = exemplary + others;
	return { exemplary, others, share: all ? exemplary / all : 0, planned: ratio.exemplary };
}

function traitsOf({ totals }: CompositionState): RollCall['traits'] {
	const sums: RollCall['traits'] = {};
	for (const row of rowsOf(totals))
		for (const trait of TRAITS) {
			const stated = row[trait];
			if (stated === null) continue;
			const sum = (sums[trait] ??= { total: 0, units: 0 });
			sum.total += stated;
			sum.units++;
		}
	return sums;
}

/** The line as it stands on screens: "Triệu tập 150 · Có mặt 142 · Vắng có lý do 5 · Vắng 3". */
export const rollCallLine = ({ summoned, present, excused, absent }: RollCallCounts): string =>
	`Triệu tập ${summoned} · Có mặt ${present} · Vắng có lý do ${excused} · Vắng ${absent}`;

const traitWords: Record<Trait, string> = {
	women: 'nữ',
	ethnic: 'người dân tộc thiểu số',
	religious: 'người theo tôn giáo',
	partyMembers: 'đảng viên'
};

/** To be read aloud, a sentence each; what is nought is not spoken of. */
export function rollCallSentences(call: RollCall, conference: ConferenceState): string[] {
	const event = eventWord(conference);
	const sentences = [
		`${event} triệu tập ${call.summoned} đại biểu.`,
		`Có mặt ${call.present} đại biểu${call.summoned ? `, đạt ${percent(call.present / call.summoned)}` : ''}.`
	];
	const away = [
		...(call.excused ? [`vắng có lý do ${call.excused} đại biểu`] : []),
		...(call.absent ? [`vắng ${call.absent} đại biểu`] : [])
	];
	if (away.length) sentences.push(`${capital(away.join(', '))}.`);
	if (call.walkIns) sentences.push(`Ngoài danh sách triệu tập có thêm ${call.walkIns} đại biểu.`);
	if (call.groups.length > 1)
		sentences.push(
			...call.groups
				.filter((group) => group.text && group.present)
				.map((group) => `${group.text}: có mặt ${group.present} trên ${group.summoned} đại biểu.`)
		);
	if (call.ratio && call.ratio.exemplary + call.ratio.others)
		sentences.push(
			`Trong số đại biểu có mặt, điển hình tiên tiến ${call.ratio.exemplary}, chiếm ${percent(call.ratio.share)}; đại biểu khác ${call.ratio.others}, chiếm ${percent(1 - call.ratio.share)}.`
		);
	const traits = TRAITS.flatMap((trait) => {
		const sum = call.traits[trait];
		return sum ? [`${traitWords[trait]} ${sum.total}`] : [];
	});
	if (traits.length)
		sentences.push(`Theo báo cáo của các đơn vị, số đại biểu được cử có: ${traits.join('; ')}.`);
	return sentences;
}

/** What the day calls itself, by its title. */
export const eventWord = ({ settings }: ConferenceState): string =>
	/^đại hội/iu.test(settings.title.normalize('NFC')) ? 'Đại hội' : 'Hội nghị';

/** One decimal, with the Vietnamese comma; none where it is a whole number. */
const percent = (share: number): string => `${String(Math.round(share * 1000) / 10).replace('.', ',')}%`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
