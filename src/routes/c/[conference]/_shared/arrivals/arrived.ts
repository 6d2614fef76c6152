/** Owns: an arrival as an alert shows it, from the rules' alerts or from the steward's view. */
import type { Alert, Rescue } from '$lib/core/admissions/alerts';
import { desksOf } from '$lib/core/conference/model';
import { rowOf } from '$lib/core/table';
import type { StewardView } from '$lib/core/views/steward-view';
import type { Link } from '$lib/client/link.svelte';
import { office } from '../person-words';
import { displayName } from './names';

export type Arrived = {
	admission: string;
	name: string;
	office: string;
	at: number;
	desk: string | null;
	gate: string;
	lounge: boolean;
	/** Name of who came instead, empty where it is not known here; null: they came themselves. */
	substitute: string | null;
	/** '' where it is not asked for. */
	seat: string;
	late: boolean;
	wave: number | null;
	position: number | null;
	/** A later wave that is offered; null when they are in time, or not a recipient. */
	rescue: Rescue | null;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** On a screen that holds the slices. */
export function arrivedOf(
	link: Link,
	alerts: readonly Alert[],
	seatOf?: (delegate: string) => string
): Arrived[] {
	const desks = desksOf(link.state.conference);
	return alerts.map((alert) => {
		const by = alert.substituteBy === null ? undefined : link.personal(`sub:${alert.substituteBy}`);
		return {
			admission: alert.admission,
			name: displayName(link, alert.delegate),
			office: office({
				title: text(link.personal(`delegate:${alert.delegate}`)?.title),
				unit: rowOf(link.state.roster.delegates, alert.delegate)?.unit ?? ''
			}),
			at: alert.at,
			desk: alert.desk,
			gate: desks.find(({ name }) => name === alert.desk)?.gate ?? '',
			lounge: alert.lounge,
			substitute:
				alert.substituteBy === null ? null : [text(by?.honorific), text(by?.name)].filter(Boolean).join(' '),
			seat: seatOf?.(alert.delegate) ?? '',
			late: alert.late,
			wave: alert.wave,
			position: alert.position,
			rescue: alert.rescue ?? null
		};
	});
}

export const arrivedOfView = (view: StewardView): Arrived[] =>
	view.arrived.map((one) => ({
		admission: one.admission,
		name: [one.honorific, one.name].filter(Boolean).join(' '),
		office: office(one),
		at: one.at,
		desk: one.desk,
		gate: one.gate,
		lounge: one.lounge,
		substitute: one.substitute,
		seat: '',
		late: false,
		wave: null,
		position: null,
		rescue: null
	}));
