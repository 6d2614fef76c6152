/**
 * Owns: the award lists after as the sheets of a workbook: a sheet for what became of each recipient, and one of sums
 * in which they add up to the decisions. A document of the office, so its words are Vietnamese whatever the screen's.
 */
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import type { LaterReason, RecipientType, Row } from './model';
import { honouredView } from './people';
import { tallyOf, type AwardTally } from './tally';
import { decisionsInOrder } from './waves';

/** Rows of cells; a text is always text, whatever it begins with: nothing here is ever a formula. */
export type ListSheet = { name: string; heading: string[]; rows: (string | number)[][] };

const types: Record<RecipientType, string> = {
	individual: 'Cá nhân',
	collective: 'Tập thể',
	household: 'Hộ gia đình'
};
const laterWords: Record<LaterReason, string> = {
	absent: 'Không đến',
	notInWings: 'Không có tại cánh gà',
	dropped: 'Đưa ra khỏi lượt',
	later: 'Trao sau',
	frameMissing: 'Thiếu khung'
};
const PEOPLE = [
	'STT',
	'Quyết định số',
	'Hình thức',
	'Đối tượng',
	'Người nhận',
	'Chức vụ',
	'Đơn vị',
	'Lượt',
	'Đại diện, nhận thay',
	'Ghi chú'
];

/** Sums first; a sheet without anybody keeps its heading, so that its emptiness is said. */
export function listSheets(state: State, lookup: PersonalLookup): ListSheet[] {
	const decisions = decisionsInOrder(state.awards);
	const tallies = decisions.map((decision) => tallyOf(state.awards, decision.id));
	type Line = { row: Row; note: string };
	const plain = (row: Row): Line => ({ row, note: '' });
	const sheet = (name: string, linesOf: (tally: AwardTally) => Line[]): ListSheet => ({
		name,
		heading: PEOPLE,
		rows: tallies
			.flatMap(linesOf)
			.map(({ row, note }, at) => [at + 1, ...personCells(state, lookup, row), note])
	});
	const sums = tallies.map((tally) => [
		tally.total,
		tally.given.length,
		tally.onBehalf.length,
		tally.toSend.length,
		tally.toCome.length,
		tally.misprinted.length
	]);
	return [
		{
			name: 'Tổng hợp',
			heading: [
				...['STT', 'Quyết định số', 'Hình thức', 'Theo quyết định'],
				...['Đã trao', 'Nhận thay', 'Trao sau', 'Chưa trao', 'Trong đó in sai']
			],
			rows: [
				...decisions.map((one, at) => [at + 1, one.number, one.form, ...(sums[at] ?? [])]),
				[
					'',
					'Cộng',
					'',
					...(sums[0] ?? []).map((_, column) => sums.reduce((sum, row) => sum + (row[column] ?? 0), 0))
				]
			]
		},
		sheet('Đã trao', ({ given }) => given.map(plain)),
		sheet('Nhận thay', ({ onBehalf }) => onBehalf.map((row) => ({ row, note: row.onBehalf?.reason ?? '' }))),
		sheet('Trao sau', ({ toSend }) => toSend.map(({ row, reason }) => ({ row, note: laterWords[reason] }))),
		sheet('Chưa trao', ({ toCome }) => toCome.map(plain)),
		sheet('In sai', ({ misprinted }) => misprinted.map((row) => ({ row, note: 'Thu lại, in lại' })))
	];
}

function personCells(state: State, lookup: PersonalLookup, row: Row): (string | number)[] {
	const decision = state.awards.decisions[row.decision];
	const one = honouredView(state, lookup, row);
	const up = one.stands ? [one.stands.honorific, one.stands.name].filter(Boolean).join(' ') : '';
	const name = [one.honorific, one.name].filter(Boolean).join(' ');
	return [
		decision?.number ?? '',
		decision?.form ?? '',
		types[row.type],
		one.posthumous ? `${name} (truy tặng)` : name,
		one.title,
		one.unit,
		row.wave || '',
		up
	];
}
