/**
 * Owns: who is invited, without who they are: names, titles and phones stand beside the log under `delegate:<id>`.
 * Facts may add people (walk-ins), so a row that comes twice is kept once, and edits of unknown rows change nothing.
 */
import type { Slice } from '../log/slice';
import type { SeatNeed } from '../seating/needs';
import { emptyTable, rowOf, withRow, type Table } from '../table';

export type DelegateId = string;
/** `crew` and `companion` may have a seat but never count among those summoned, nor in any vote base. */
export type DelegateKind = 'official' | 'guest' | 'crew' | 'companion' | 'walkIn';

export type Delegate = {
	id: DelegateId;
	kind: DelegateKind;
	/** Unit's name: an organisation, not a person. */
	unit: string;
	group: string | null;
	vip: boolean;
	/** For the introduction order, ceremony.md §2; smaller is higher. */
	tier: number;
	bloc: number;
	officeRank: number;
	/** Order fixed by hand; goes before everything derived. */
	lockedOrder: number | null;
	invitationNumber: string | null;
	/** A new version makes the printed code of the old one say "Giấy mời đã được cấp lại". */
	tokenVersion: number;
	withdrawn: boolean;
	absence: 'excused' | null;
	/** What the seat must have; absent in older logs. */
	seatNeeds?: SeatNeed[];
};

/** Beside the log under `delegate:<id>`. */
export type DelegatePersonal = {
	honorific: string;
	name: string;
	title: string;
	phone?: string;
	birthYear?: number;
	inOfficeSince?: string;
	note?: string;
};

export type RosterState = { delegates: Table<Delegate> };

export type DelegatePatch = Partial<
	Pick<
		Delegate,
		| 'kind'
		| 'unit'
		| 'group'
		| 'vip'
		| 'tier'
		| 'bloc'
		| 'officeRank'
		| 'lockedOrder'
		| 'invitationNumber'
		| 'absence'
		| 'seatNeeds'
	>
>;

export type RosterEvents = {
	delegateAdded: { delegate: Delegate };
	/** One event for a whole import: all or nothing. */
	delegatesImported: { delegates: Delegate[] };
	delegateEdited: { id: DelegateId; patch: DelegatePatch };
	invitationWithdrawn: { id: DelegateId; withdrawn: boolean };
	invitationReissued: { id: DelegateId; version: number };
};

export const rosterSlice: Slice<RosterState> = {
	initial: { delegates: emptyTable() },
	reads: [
		'delegateAdded',
		'delegatesImported',
		'delegateEdited',
		'invitationWithdrawn',
		'invitationReissued'
	],
	evolve(state, event) {
		switch (event.type) {
			case 'delegateAdded':
				return added(state, [event.payload.delegate]);
			case 'delegatesImported':
				return added(state, event.payload.delegates);
			case 'delegateEdited':
				return edited(state, event.payload.id, event.payload.patch);
			case 'invitationWithdrawn':
				return edited(state, event.payload.id, { withdrawn: event.payload.withdrawn });
			case 'invitationReissued':
				return edited(state, event.payload.id, { tokenVersion: event.payload.version });
			default:
				return state;
		}
	}
};

function added(state: RosterState, delegates: Delegate[]): RosterState {
	let table = state.delegates;
	for (const delegate of delegates)
		if (!rowOf(table, delegate.id)) table = withRow(table, delegate.id, delegate);
	return table === state.delegates ? state : { delegates: table };
}

function edited(state: RosterState, id: DelegateId, patch: Partial<Delegate>): RosterState {
	const row = rowOf(state.delegates, id);
	return row ? { delegates: withRow(state.delegates, id, { ...row, ...patch }) } : state;
}

/** Counts among those summoned (triệu tập)? Walk-ins are present beyond the list; crew and companions never count. */
export const isSummoned = (delegate: Delegate): boolean =>
	!delegate.withdrawn && (delegate.kind === 'official' || delegate.kind === 'guest');
export const isCounted = (delegate: Delegate): boolean =>
	delegate.kind !== 'crew' && delegate.kind !== 'companion';
