/** Owns: the administrators, the links that make one more, and the tokens of scripts, as `/admin` shows them. */
import type { Rejection, Result } from '$lib/core/result';
import { call } from '$lib/client/http';

type Colleague = { id: string; name: string; createdAt: number; you: boolean };
type Invite = { id: string; name: string; createdAt: number; expiresAt: number };
type Token = { id: string; name: string; admin: string; createdAt: number; lastUsed: number | null };

export class Colleagues {
	admins = $state.raw<Colleague[]>([]);
	invites = $state.raw<Invite[]>([]);
	tokens = $state.raw<Token[]>([]);
	problem = $state.raw<Rejection | null>(null);
	loaded = $state(false);

	async load(): Promise<void> {
		const [admins, invites, tokens] = await Promise.all([
			call<Colleague[]>('/admins'),
			call<Invite[]>('/admin-invites'),
			call<Token[]>('/admin-tokens')
		]);
		if (admins.ok) this.admins = admins.value;
		if (invites.ok) this.invites = invites.value;
		if (tokens.ok) this.tokens = tokens.value;
		const failed = [admins, invites, tokens].find((one) => !one.ok);
		this.problem = failed && !failed.ok ? failed.rejection : null;
		this.loaded ||= admins.ok;
	}

	/** @returns the whole link, to be shown once */
	async invite(name: string): Promise<Result<string>> {
		const made = await call<{ path: string }>('/admin-invites', { body: { name } });
		await this.load();
		return made.ok ? { ok: true, value: location.origin + made.value.path } : made;
	}

	/** @returns the secret, to be shown once */
	async issue(name: string): Promise<Result<string>> {
		const made = await call<{ secret: string }>('/admin-tokens', { body: { name } });
		await this.load();
		return made.ok ? { ok: true, value: made.value.secret } : made;
	}

	removeAdmin = (id: string): Promise<Result<unknown>> => this.#delete(`/admins/${id}`);
	withdrawInvite = (id: string): Promise<Result<unknown>> => this.#delete(`/admin-invites/${id}`);
	revokeToken = (id: string): Promise<Result<unknown>> => this.#delete(`/admin-tokens/${id}`);

	async #delete(path: string): Promise<Result<unknown>> {
		const done = await call(path, { method: 'DELETE' });
		await this.load();
		return done;
	}
}
