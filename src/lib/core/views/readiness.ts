/** Owns: the readiness board: present of summoned, important delegates, counts by group and desk. Pure counting. */
import { openConflicts, whereabouts, type AdmissionsState } from '../admissions/model';
import { headsOf } from '../admissions/units';
import type { WelcomeState } from '../admissions/welcome';
import type { ConferenceState } from '../conference/model';
import { isCounted, isSummoned, type RosterState } from '../delegates/model';
import { rowsOf } from '../table';

export type Readiness = {
	summoned: number;
	/** People who count and are in the house, walk-ins included. */
	present: number;
	/** Of those summoned, so that "có mặt/triệu tập" never exceeds 100 % by walk-ins. */
	presentSummoned: number;
	excused: number;
	absent: number;
	walkIns: number;
	vips: number;
	vipsPresent: number;
	conflicts: number;
	groups: Record<string, { summoned: number; present: number }>;
	units: Record<string, { summoned: number; present: number }>;
};

/** With the desks' counters and the plan's numbers, delegations without names are in it too. */
export function readiness(state: {
	roster: RosterState;
	admissions: AdmissionsState;
	welcome?: WelcomeState;
	conference?: ConferenceState;
}): Readiness {
	const board: Readiness = {
		summoned: 0,
		present: 0,
		presentSummoned: 0,
		excused: 0,
		absent: 0,
		walkIns: 0,
		vips: 0,
		vipsPresent: 0,
		conflicts: openConflicts(state.admissions).length,
		groups: {},
		units: {}
	};
	for (const delegate of rowsOf(state.roster.delegates)) {
		if (delegate.withdrawn || !isCounted(delegate)) continue;
		const here = whereabouts(state.admissions, delegate.id) === 'present';
		const summoned = isSummoned(delegate);
		const group = (board.groups[delegate.group ?? ''] ??= { summoned: 0, present: 0 });
		const unit = (board.units[delegate.unit] ??= { summoned: 0, present: 0 });
		if (summoned) {
			board.summoned++;
			group.summoned++;
			unit.summoned++;
			if (!here) board[delegate.absence === 'excused' ? 'excused' : 'absent']++;
		}
		if (here) {
			board.present++;
			group.present++;
			unit.present++;
			if (summoned) board.presentSummoned++;
			if (delegate.kind === 'walkIn') board.walkIns++;
		}
		if (delegate.vip) {
			board.vips++;
			if (here) board.vipsPresent++;
		}
	}
	addHeads(board, state);
	return board;
}

function addHeads(board: Readiness, { welcome, conference }: Parameters<typeof readiness>[0]): void {
	if (!welcome || !conference) return;
	for (const { unit, counted, summoned } of headsOf(
		{ welcome, conference },
		(name) => board.units[name]?.summoned ?? 0
	)) {
		const row = (board.units[unit] ??= { summoned: 0, present: 0 });
		const expected = Math.min(counted, summoned);
		row.summoned += summoned;
		row.present += counted;
		board.summoned += summoned;
		board.present += counted;
		board.presentSummoned += expected;
		board.absent += summoned - expected;
	}
}
