/** Owns: what the first page knows: the session, the titles of this browser's conferences, the sample's links. */
import type { Role } from '$lib/core/access/roles';
import type { Rejection } from '$lib/core/result';
import { call } from '$lib/client/http';
import { addressesFor, type Address, type TlsInfo } from './addresses';
import { Session } from './use-session.svelte';

export type Demo = { id: string; links: { role: Role; url: string }[] };
const DEMO_KEY = 'kt.demo';

export function useFirstPage() {
	const session = new Session();
	let titles = $state.raw<Record<string, string>>({});
	let demo = $state.raw<Demo | null>(keptDemo());
	let making = $state(false);
	let addresses = $state.raw<Address[]>([]);

	return {
		session,
		get titles() {
			return titles;
		},
		get demo() {
			return demo;
		},
		get making() {
			return making;
		},
		get addresses() {
			return addresses;
		},
		async load(): Promise<void> {
			const [me, tls] = await Promise.all([session.load(), call<TlsInfo>('/tls')]);
			addresses = addressesFor(location.origin, tls.ok ? tls.value : null);
			const mine = me?.devices.filter((d) => !d.pending) ?? [];
			for (const { conference, role } of mine) {
				if (conference in titles) continue;
				const got = await call<{ title: string }>(`/conferences/${conference}`, { as: role });
				if (got.ok) titles = { ...titles, [conference]: got.value.title };
			}
		},
		/** @returns why not, or null */
		async makeDemo(): Promise<Rejection | null> {
			making = true;
			const made = await call<Demo>('/demo', { method: 'POST', timeoutMs: 60_000 });
			making = false;
			if (!made.ok) return made.rejection;
			demo = made.value;
			// Each link works once; leaving the page must not lose those not opened yet.
			sessionStorage.setItem(DEMO_KEY, JSON.stringify(demo));
			return null;
		}
	};
}

function keptDemo(): Demo | null {
	const kept: unknown = JSON.parse(sessionStorage.getItem(DEMO_KEY) ?? 'null');
	if (!kept || typeof kept !== 'object' || !('links' in kept) || !Array.isArray(kept.links)) return null;
	return kept as Demo;
}
