/** Owns: what a desk notes beside an admission. All are facts: kept on the device first, never refused for others. */
import type { DelegateId } from '$lib/core/delegates/model';
import type { Link } from '$lib/client/link.svelte';

/** "Phòng khách": arrived, not yet in the hall. */
export const markLounge = (link: Link, admission: string, on: boolean): Promise<string> =>
	link.fact('door.lounge', (claim) => ({ ...claim, admission, on }));

export const markCompanions = (link: Link, admission: string, count: number): Promise<string> =>
	link.fact('door.companions', (claim) => ({ ...claim, admission, count }));

export const markDocuments = (link: Link, delegate: DelegateId, given: boolean): Promise<string> =>
	link.fact('door.documents', (claim) => ({ ...claim, delegate, given }));

/** One step of the counter of a delegation without names. */
export const countUnit = (link: Link, unit: string, delta: number): Promise<string> =>
	link.fact('door.count', (claim) => ({ ...claim, unit, delta, desk: link.desk }));
