/** Owns: the invitations of a conference as the server reckons them, and which of them are to be printed. */
import type { Rejection } from '$lib/core/result';
import { call } from '$lib/client/http';

export type Invitation = {
	delegate: string;
	honorific: string;
	name: string;
	title: string;
	unit: string;
	invitationNumber: string | null;
	withdrawn: boolean;
	token: string;
	path: string;
	qr: string;
};

export function useInvitations(conference: string) {
	let all = $state.raw<Invitation[] | null>(null);
	let problem = $state.raw<Rejection | null>(null);
	let unit = $state('');

	let valid = $derived((all ?? []).filter((one) => !one.withdrawn));
	return {
		get loading() {
			return all === null && problem === null;
		},
		get problem() {
			return problem;
		},
		get units() {
			return valid
				.map((one) => one.unit)
				.filter((one, at, list) => list.indexOf(one) === at)
				.sort((a, b) => a.localeCompare(b, 'vi'));
		},
		get unit() {
			return unit;
		},
		set unit(value: string) {
			unit = value;
		},
		get chosen() {
			return unit === '' ? valid : valid.filter((one) => one.unit === unit);
		},
		async load(): Promise<void> {
			const got = await call<Invitation[]>(`/conferences/${conference}/invitations`, { as: 'admin' });
			if (got.ok) all = got.value;
			problem = got.ok ? null : got.rejection;
		}
	};
}
