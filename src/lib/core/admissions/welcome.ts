/**
 * Owns: what a desk notes beside an admission: in the lounge or not, companions, documents handed out, heads of a
 * delegation without names. All are facts of some device, so each answer is computed from the set of marks by
 * (corrected time, id): the latest one counts, and a delegation's heads are the sum of its steps.
 */
import type { Slice } from '../log/slice';
import { emptyTable, rowOf, rowsOf, withRow, type Table } from '../table';
import type { DelegateId } from '../delegates/model';
import { standingAdmissions, stayOf, whereabouts, type AdmissionsState, type FactTime } from './model';

type Mark = FactTime & { id: string; device: string };
/** "Phòng khách": arrived, not yet in the hall; `on: false` is the way into the hall. */
export type LoungeMark = Mark & { admission: string; on: boolean };
/** "Đi cùng": how many came with this person; never counted among the delegates. */
export type CompanionMark = Mark & { admission: string; count: number };
/** "Đã phát tài liệu" */
export type DocumentMark = Mark & { delegate: DelegateId; given: boolean };
/** A step of the counter of a delegation without names; `desk` null where the device has none. */
export type CountMark = Mark & { unit: string; delta: number; desk: string | null };

type Marks<M> = Table<{ id: string; marks: M[] }>;
export type WelcomeState = {
	/** By admission id. */
	lounge: Marks<LoungeMark>;
	companions: Marks<CompanionMark>;
	/** By delegate. */
	documents: Marks<DocumentMark>;
	/** By the unit's name. */
	counts: Marks<CountMark>;
	/** Sets of documents there are to hand out; null while nobody said. */
	stock: number | null;
};
export type WelcomeEvents = {
	loungeMarked: { mark: LoungeMark };
	companionsNoted: { mark: CompanionMark };
	documentsMarked: { mark: DocumentMark };
	unitCounted: { mark: CountMark };
	documentsStocked: { sets: number | null };
};

const before = (a: Mark, b: Mark): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function withMark<M extends Mark>(table: Marks<M>, of: string, mark: M): Marks<M> {
	const marks = rowOf(table, of)?.marks ?? [];
	if (marks.some((one) => one.id === mark.id)) return table;
	return withRow(table, of, { id: of, marks: [...marks, mark].sort(before) });
}

export const welcomeSlice: Slice<WelcomeState> = {
	initial: {
		lounge: emptyTable(),
		companions: emptyTable(),
		documents: emptyTable(),
		counts: emptyTable(),
		stock: null
	},
	reads: ['loungeMarked', 'companionsNoted', 'documentsMarked', 'unitCounted', 'documentsStocked'],
	evolve(state, event) {
		switch (event.type) {
			case 'loungeMarked': {
				const { mark } = event.payload;
				return { ...state, lounge: withMark(state.lounge, mark.admission, mark) };
			}
			case 'companionsNoted': {
				const { mark } = event.payload;
				return { ...state, companions: withMark(state.companions, mark.admission, mark) };
			}
			case 'documentsMarked': {
				const { mark } = event.payload;
				return { ...state, documents: withMark(state.documents, mark.delegate, mark) };
			}
			case 'unitCounted': {
				const { mark } = event.payload;
				return { ...state, counts: withMark(state.counts, mark.unit, mark) };
			}
			case 'documentsStocked':
				return { ...state, stock: event.payload.sets };
			default:
				return state;
		}
	}
};

type House = { admissions: AdmissionsState; welcome: WelcomeState };

/** The latest mark on the admissions of the present stay; marks of an earlier stay went with it. */
function latestOfStay<M extends Mark>(
	table: Marks<M>,
	admissions: AdmissionsState,
	id: DelegateId
): M | null {
	const marks = stayOf(admissions, id).flatMap((admission) => rowOf(table, admission.id)?.marks ?? []);
	return marks.sort(before).at(-1) ?? null;
}

/** Counts as arrived, and sits in the lounge: "chưa vào hội trường". */
export const inLounge = ({ admissions, welcome }: House, delegate: DelegateId): boolean =>
	whereabouts(admissions, delegate) === 'present' &&
	(latestOfStay(welcome.lounge, admissions, delegate)?.on ?? false);

/** How many came with a person who is in the house. */
export const companionsOf = ({ admissions, welcome }: House, delegate: DelegateId): number =>
	whereabouts(admissions, delegate) === 'present'
		? (latestOfStay(welcome.companions, admissions, delegate)?.count ?? 0)
		: 0;

/** Everybody's companions in the house: for the meals and the parking, never for "có mặt". */
export function companionsHere(state: House): number {
	const people = new Set<DelegateId>();
	for (const { id, marks } of rowsOf(state.welcome.companions)) {
		const admission = marks.length ? rowOf(state.admissions.admissions, id) : undefined;
		if (admission) people.add(admission.delegate);
	}
	let sum = 0;
	for (const id of people) sum += companionsOf(state, id);
	return sum;
}

export const hasDocuments = (welcome: WelcomeState, delegate: DelegateId): boolean =>
	rowOf(welcome.documents, delegate)?.marks.at(-1)?.given ?? false;

/** @returns `left` is null while nobody said how many sets there are; it may be negative, which is worth seeing */
export function documentsLeft(welcome: WelcomeState): {
	stock: number | null;
	given: number;
	left: number | null;
} {
	let given = 0;
	for (const { marks } of rowsOf(welcome.documents)) if (marks.at(-1)?.given) given++;
	return { stock: welcome.stock, given, left: welcome.stock === null ? null : welcome.stock - given };
}

/** Heads counted without names; the shown sum never falls below zero, whatever was pressed. */
export function countedOf(welcome: WelcomeState, unit: string): number {
	const marks = rowOf(welcome.counts, unit)?.marks ?? [];
	return Math.max(
		0,
		marks.reduce((sum, mark) => sum + mark.delta, 0)
	);
}

/** Units with a counter, in no meaningful order. */
export const countedUnits = (welcome: WelcomeState): string[] =>
	[...rowsOf(welcome.counts)].map((row) => row.id);

/** The admission by which lounge, companions and exit of a person are noted; null when nobody admitted them. */
export const admissionToMark = (admissions: AdmissionsState, delegate: DelegateId): string | null =>
	standingAdmissions(admissions, delegate).at(-1)?.id ?? null;
