/**
 * Owns: the view of whoever meets the leaders: which important delegates have come, and who is still awaited, beside
 * what every helper of the stage sees.
 */
import { vipAlerts } from '../admissions/alerts';
import { gateOf } from '../admissions/stats';
import { whereabouts } from '../admissions/model';
import { currentWave, nextWave } from '../awards/waves';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { compareDelegates } from '../introduction/list';
import { rowsOf } from '../table';
import { waveView, type WaveView } from './call-view';
import { crewView, type CrewView } from './programme-views';
import { personView, text, type PersonView } from './shared';

export type VipArrival = PersonView & {
	/** Names the arrival, so that a screen can put it away. */
	admission: string;
	at: number;
	desk: string | null;
	gate: string;
	lounge: boolean;
	/** Name of who came in this person's place; null when they came themselves. */
	substitute: string | null;
};
export type StewardView = CrewView & {
	/** The latest first. */
	arrived: VipArrival[];
	/** In protocol order; whoever left is in neither list. */
	awaited: PersonView[];
	/** Who hands over the wave in hand, then the one after it; waves without anybody named are left out. */
	conferring: { wave: WaveView; leaders: (PersonView & { here: boolean })[] }[];
};

export function stewardView(state: State, lookup: PersonalLookup, device: string | null): StewardView {
	const arrived = vipAlerts(state).flatMap((alert): VipArrival[] => {
		const person = personView(state, lookup, alert.delegate);
		if (!person) return [];
		const { admission, at, desk, lounge } = alert;
		const who = alert.substituteBy === null ? null : lookup(`sub:${alert.substituteBy}`);
		const substitute =
			alert.substituteBy === null ? null : [text(who?.honorific), text(who?.name)].filter(Boolean).join(' ');
		return [{ ...person, admission, at, desk, gate: gateOf(state.conference, desk), lounge, substitute }];
	});
	const awaited = [...rowsOf(state.roster.delegates)]
		.filter((row) => row.vip && !row.withdrawn && row.absence === null)
		.filter((row) => whereabouts(state.admissions, row.id) === 'absent')
		.sort(compareDelegates)
		.flatMap((row) => personView(state, lookup, row.id) ?? []);
	const waves = [currentWave(state.awards), nextWave(state.awards)];
	const conferring = waves.flatMap((wave) => {
		if (!wave) return [];
		const leaders = wave.conferrers.flatMap((id) => {
			const person = personView(state, lookup, id);
			return person ? [{ ...person, here: whereabouts(state.admissions, id) === 'present' }] : [];
		});
		return leaders.length ? [{ wave: waveView(state, wave), leaders }] : [];
	});
	return { ...crewView(state, lookup, { role: 'steward', device }), arrived, awaited, conferring };
}
