/** Owns: the lists an organiser asks for: who is here and who is not, and the door's own history. */
import { foldVietnamese } from '../delegates/fold';
import { isSummoned, type Delegate, type RosterState } from '../delegates/model';
import type { PersonalLookup } from '../log/event';
import { rowsOf } from '../table';
import { isUndone, standingAdmissions, whereabouts, type AdmissionsState } from './model';
import { inLounge, type WelcomeState } from './welcome';

type House = { roster: RosterState; admissions: AdmissionsState; welcome: WelcomeState };

/** `absent`: summoned, not here and not excused. `left`: "Đã về". `present` includes the lounge. */
export type StatusFilter = 'all' | 'present' | 'absent' | 'excused' | 'left' | 'lounge';
export type StatusRow = {
	delegate: Delegate;
	status: Exclude<StatusFilter, 'all'>;
	/** Of the last entry, null for those who never came. */
	at: number | null;
	desk: string | null;
};

function statusOf(state: House, delegate: Delegate): StatusRow['status'] {
	const where = whereabouts(state.admissions, delegate.id);
	if (where === 'left') return 'left';
	if (where === 'present') return inLounge(state, delegate.id) ? 'lounge' : 'present';
	return delegate.absence === 'excused' ? 'excused' : 'absent';
}

/**
 * The list by a filter. Crew, companions and walk-ins stand in it once they are here, never as absent; a withdrawn
 * invitation only while its holder is in the house.
 * @param order by given name, or the latest entry first (those who never came last, by name)
 */
export function statusList(
	state: House,
	personal: PersonalLookup,
	filter: StatusFilter,
	order: 'name' | 'arrival' = 'name'
): StatusRow[] {
	const rows: (StatusRow & { key: string })[] = [];
	for (const delegate of rowsOf(state.roster.delegates)) {
		const status = statusOf(state, delegate);
		const came = status !== 'absent' && status !== 'excused';
		if (!came && !isSummoned(delegate)) continue;
		if (delegate.withdrawn && status === 'left') continue;
		const fits = filter === 'all' || filter === status || (filter === 'present' && status === 'lounge');
		if (!fits) continue;
		const last = standingAdmissions(state.admissions, delegate.id).at(-1);
		const name = foldVietnamese(String(personal(`delegate:${delegate.id}`)?.name ?? ''));
		const key = `${name.slice(name.lastIndexOf(' ') + 1)} ${name} ${delegate.id}`;
		rows.push({ delegate, status, at: last?.at ?? null, desk: last?.desk ?? null, key });
	}
	const byName = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
	rows.sort(
		order === 'name' ? byName : (a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || byName(a, b) || 0
	);
	return rows.map(({ key: _key, ...row }) => row);
}

export type DoorEntry = {
	kind: 'admitted' | 'undone' | 'exit' | 'failed';
	/** The command that made it. */
	id: string;
	at: number;
	device: string;
	delegate: string | null;
	/** Of an attempt: why; of an admission: the rule that was overridden, if any. */
	reason: string | null;
	/** The clock could not be trusted. */
	suspect: boolean;
};
export type DoorQuestion = {
	kinds?: readonly DoorEntry['kind'][];
	device?: string;
	delegate?: string;
	from?: number;
	to?: number;
};

/** Everything the door did, newest first. An undone admission stays in it and says so; nothing is ever deleted. */
export function doorHistory({ admissions }: Pick<House, 'admissions'>, ask: DoorQuestion = {}): DoorEntry[] {
	const all: DoorEntry[] = [];
	for (const row of rowsOf(admissions.admissions))
		all.push({
			...entry(row),
			kind: isUndone(admissions, row) ? 'undone' : 'admitted',
			delegate: row.delegate,
			reason: row.forced ?? null
		});
	const byAdmission = new Map([...rowsOf(admissions.admissions)].map((row) => [row.id, row.delegate]));
	for (const { exits } of rowsOf(admissions.exits))
		for (const exit of exits)
			all.push({
				...entry(exit),
				kind: 'exit',
				delegate: byAdmission.get(exit.admission) ?? null,
				reason: null
			});
	for (const row of rowsOf(admissions.attempts))
		all.push({ ...entry(row), kind: 'failed', delegate: row.delegate ?? null, reason: row.reason });
	return all
		.filter(
			(one) =>
				(!ask.kinds || ask.kinds.includes(one.kind)) &&
				(ask.device === undefined || one.device === ask.device) &&
				(ask.delegate === undefined || one.delegate === ask.delegate) &&
				one.at >= (ask.from ?? -Infinity) &&
				one.at <= (ask.to ?? Infinity)
		)
		.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

const entry = ({
	id,
	at,
	device,
	suspect
}: {
	id: string;
	at: number;
	device: string;
	suspect: boolean;
}) => ({
	id,
	at,
	device,
	suspect
});
