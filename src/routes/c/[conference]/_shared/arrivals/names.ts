/** Owns: how a person and a device are called wherever arrivals are shown. */
import type { DelegateId } from '$lib/core/delegates/model';
import type { Link } from '$lib/client/link.svelte';
import { rowOf } from '$lib/core/table';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/arrivals';

/** Honorific and name; the unit where the name was never sent or is erased. */
export function displayName(link: Link, id: DelegateId): string {
	const who = link.personal(`delegate:${id}`);
	const words = [who?.honorific, who?.name].filter((word) => typeof word === 'string' && word !== '');
	return words.join(' ') || (rowOf(link.state.roster.delegates, id)?.unit ?? '');
}

export function deviceName(link: Link, device: string): string {
	const name = link.personal(`device:${device}`)?.name;
	if (device === link.device) return t('arrivals.device.own');
	return typeof name === 'string' && name ? name : t('arrivals.device.unknown');
}
