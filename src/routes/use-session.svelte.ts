/** Owns: who this browser is: the administrator signed in here and the devices enrolled in it. */
import type { Role } from '$lib/core/access/roles';
import type { Rejection } from '$lib/core/result';
import { call } from '$lib/client/http';

export type KnownDevice = {
	id: string;
	conference: string;
	name: string;
	role: Role;
	desk: string | null;
	screen: string;
	pending: boolean;
};
export type Me = { admin: { id: string; name: string } | null; needsSetup: boolean; devices: KnownDevice[] };

export class Session {
	me = $state.raw<Me | null>(null);
	problem = $state.raw<Rejection | null>(null);

	/** Asks the server; what was known stays when it does not answer. */
	async load(): Promise<Me | null> {
		const got = await call<Me>('/session');
		if (got.ok) this.me = got.value;
		this.problem = got.ok ? null : got.rejection;
		return got.ok ? got.value : null;
	}

	/** @returns why not, or null when signed out */
	async signOut(): Promise<Rejection | null> {
		const done = await call('/session', { method: 'DELETE' });
		if (!done.ok) return done.rejection;
		await this.load();
		return null;
	}
}
