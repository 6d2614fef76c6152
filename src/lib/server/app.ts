/** Owns: the server's parts put together once: database, log, devices, admins. The composition root makes one. */
import type { Role } from '../core/access/roles';
import { ok, reject, type Result } from '../core/result';
import { normaliseScan } from '../core/invitations/token';
import { Admins, ADMIN_COOKIE } from './auth/admins';
import { AdminTokens } from './auth/admin-tokens';
import { Devices, type DeviceInfo, type Revoked } from './auth/devices';
import type { Principal } from './auth/principal';
import { resolveToken } from './conference/invitations';
import { openDatabase, type Database } from './db/database';
import { MediaStore } from './media/store';
import { Conferences } from './log/conferences';

export type AppOptions = {
	databaseUrl: string;
	/** Hash of the reducer's sources: stored snapshots of another reducer are not used. */
	reducer: string;
	version: string;
	origin: string | null;
	/** Absolute. */
	mediaDir: string;
	now?: () => number;
};
export type Claims = {
	cookie: string;
	bearer: string | null;
	/** A delegate's invitation token. */
	invitation: string | null;
	conference: string;
	as: Role | null;
};

export type App = {
	db: Database;
	conferences: Conferences;
	admins: Admins;
	adminTokens: AdminTokens;
	devices: Devices;
	media: MediaStore;
	now: () => number;
	version: string;
	origin: string | null;
	startedAt: number;
	/** Codes: not_signed_in, conference_unknown, device_pending, device_revoked, invitation_unknown. */
	identify(claims: Claims): Promise<Result<Principal>>;
	/** The browser's device of this role that was revoked lately; null for none. */
	revoked(claims: Pick<Claims, 'cookie' | 'conference' | 'as'>): Promise<Revoked | null>;
	/** Every principal a request's cookies and token prove, whatever the conference. */
	principals(cookie: string, bearer: string | null): Promise<Principal[]>;
	close(): Promise<void>;
};

type Waiting = { pending: DeviceInfo; conference: string };
const isWaiting = (one: Principal | Waiting): one is Waiting => 'pending' in one;

export function cookiesOf(header: string): Map<string, string> {
	const pairs = header.split(';').flatMap((part) => {
		const at = part.indexOf('=');
		return at > 0 ? [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const] : [];
	});
	return new Map(pairs);
}

export function createApp(options: AppOptions): App {
	const now = options.now ?? Date.now;
	const db = openDatabase(options.databaseUrl);
	const conferences = new Conferences({ db, now, reducer: options.reducer });
	const admins = new Admins(db, now);
	const adminTokens = new AdminTokens(db, now, (id) => admins.tellGone(id));
	const devices = new Devices(db, conferences, now);

	/** Also those that prove a device still to be approved: it is nobody yet, and is told what it waits for. */
	async function proven(cookie: string, bearer: string | null): Promise<(Principal | Waiting)[]> {
		if (bearer) {
			const found = (await adminTokens.bySecret(bearer)) ?? (await devices.bySecret(bearer));
			return found ? [found] : [];
		}
		const found: (Principal | Waiting)[] = [];
		for (const [name, value] of cookiesOf(cookie)) {
			if (name === ADMIN_COOKIE) {
				const admin = await admins.bySession(value);
				if (admin) found.push(admin);
			} else if (name.startsWith('kt_d_')) {
				const device = await devices.bySecret(value);
				if (device && (isWaiting(device) || device.kind === 'device')) found.push(device);
			}
		}
		return found;
	}

	async function principals(cookie: string, bearer: string | null): Promise<Principal[]> {
		return (await proven(cookie, bearer)).filter((one): one is Principal => !isWaiting(one));
	}

	async function revoked({ cookie, conference, as }: Pick<Claims, 'cookie' | 'conference' | 'as'>) {
		for (const [name, value] of cookiesOf(cookie)) {
			const found = name.startsWith('kt_d_') ? await devices.revokedBySecret(value) : null;
			const fits = found?.device.conference === conference && (as === null || found.device.role === as);
			if (found && fits) return found;
		}
		return null;
	}

	async function identify(claims: Claims): Promise<Result<Principal>> {
		const log = await conferences.get(claims.conference);
		if (!log) return reject('conference_unknown');
		if (claims.invitation !== null) {
			const token = normaliseScan(claims.invitation);
			const found = token && resolveToken(log, token);
			if (!found) return reject('invitation_unknown');
			if (!found.current) return reject('invitation_reissued');
			return ok({ kind: 'delegate', conference: log.id, delegate: found.delegate, role: 'delegate' });
		}
		const { as } = claims;
		const all = await proven(claims.cookie, claims.bearer);
		const fit: Principal[] = [];
		let waits = false;
		for (const one of all)
			if (isWaiting(one)) waits ||= one.conference === log.id && (as === null || one.pending.role === as);
			else if (one.kind === 'admin' || one.conference === log.id) fit.push(one);
		const chosen = as ? fit.find((p) => p.role === as) : (fit.find((p) => p.kind === 'admin') ?? fit[0]);
		if (chosen) return ok(chosen);
		// A device that an admin sent to the public page stays itself there, so that it can be called back.
		const sent = as === 'viewer' ? fit.find((p) => p.kind === 'device') : undefined;
		if (sent?.kind === 'device') return ok({ ...sent, role: 'viewer' });
		// Whoever shows a token wants to be somebody: a wrong one is told so, not taken for a passer-by.
		if (claims.bearer !== null) return reject(waits ? 'device_pending' : 'not_signed_in');
		// The public live page needs no account once the conference is published.
		if ((as === 'viewer' || as === null) && log.state.conference.status !== 'draft')
			return ok({ kind: 'public', conference: log.id, role: 'viewer' });
		if (waits) return reject('device_pending');
		// A phone that was away when it was revoked learns here that it is to hand in its queue and forget.
		return reject((await revoked(claims)) ? 'device_revoked' : 'not_signed_in');
	}

	return {
		db,
		conferences,
		admins,
		adminTokens,
		devices,
		media: new MediaStore(options.mediaDir, now),
		now,
		version: options.version,
		origin: options.origin,
		startedAt: now(),
		identify,
		revoked,
		principals,
		async close() {
			await conferences.saveAll();
			await db.close();
		}
	};
}
