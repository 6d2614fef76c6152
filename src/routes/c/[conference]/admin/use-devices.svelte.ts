/** Owns: the live list of devices, and what may be done to one. */
import { roleTable } from '$lib/core/access/table';
import type { Role } from '$lib/core/access/roles';
import type { Rejection, Result } from '$lib/core/result';
import { call } from '$lib/client/http';
import type { Link } from '$lib/client/link.svelte';
import { addressesFor, type Address, type TlsInfo } from '../../../addresses';

export type Device = {
	id: string;
	name: string;
	role: Role;
	desk: string | null;
	kind: string;
	status: 'pending' | 'active' | 'revoked';
	createdAt: number;
	lastSeen: number | null;
	connected: boolean;
	queued: number;
	latency: number | null;
	screen: string | null;
};
export type Offer = { id: string; secret: string; code: string | null; expiresAt: number; path: string };
export type Wanted = { name: string; role: Role; desk: string | null };

const ADDRESS_KEY = 'kt.address';

export class DeviceList {
	list = $state.raw<Device[] | null>(null);
	problem = $state.raw<Rejection | null>(null);
	addresses = $state.raw<Address[]>([]);
	/** The address last put into a code on this machine, '' before the first choice. */
	get address(): string {
		return localStorage.getItem(ADDRESS_KEY) ?? '';
	}
	set address(base: string) {
		localStorage.setItem(ADDRESS_KEY, base);
	}
	readonly #path: string;

	constructor(readonly link: Link) {
		this.#path = `/conferences/${link.conference}`;
	}

	async load(): Promise<void> {
		const got = await call<Device[]>(`${this.#path}/devices`, { as: 'admin' });
		if (got.ok) this.list = got.value;
		this.problem = got.ok ? null : got.rejection;
	}

	async loadAddresses(): Promise<void> {
		const got = await call<TlsInfo>('/tls');
		this.addresses = addressesFor(location.origin, got.ok ? got.value : null);
	}

	offer(wanted: Wanted & { kind: 'day' | 'advance' }): Promise<Result<Offer>> {
		return call<Offer>(`${this.#path}/enrolments`, { body: wanted, as: 'admin' });
	}
	token(wanted: Wanted): Promise<Result<{ secret: string }>> {
		return this.#then(call<{ secret: string }>(`${this.#path}/devices`, { body: wanted, as: 'admin' }));
	}
	approve(id: string): Promise<Result<unknown>> {
		return this.#then(call(`${this.#path}/devices/${id}/approve`, { method: 'POST', as: 'admin' }));
	}
	change(id: string, patch: Partial<Wanted> & { screen?: string | null }): Promise<Result<unknown>> {
		return this.#then(call(`${this.#path}/devices/${id}`, { method: 'PATCH', body: patch, as: 'admin' }));
	}
	revoke(id: string): Promise<Result<unknown>> {
		return this.#then(call(`${this.#path}/devices/${id}`, { method: 'DELETE', as: 'admin' }));
	}

	async #then<T>(work: Promise<Result<T>>): Promise<Result<T>> {
		const done = await work;
		if (done.ok) await this.load();
		return done;
	}
}

/** Roles a device can have, those with a full screen first. */
export const deviceRoles: Role[] = (Object.keys(roleTable) as Role[])
	.filter((role) => role !== 'admin' && role !== 'delegate' && role !== 'viewer')
	.sort((a, b) => Number(roleTable[b].ready) - Number(roleTable[a].ready));
