/** Owns: administrators, their sessions, and the one-time links that set the first password and further ones. */
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Database } from '../db/database';
import { sqlState } from '../db/database';
import { admin, adminInvite, adminToken, session, setting } from '../db/schema';
import { ok, reject, type Result } from '../../core/result';
import { hashPassword, hashSecret, newId, newSecret, verifyPassword } from './secrets';
import type { Principal } from './principal';

export const SESSION_MS = 14 * 24 * 3600_000;
export const INVITE_MS = 3 * 24 * 3600_000;
export const ADMIN_COOKIE = 'kt_admin';
type AdminRow = { id: string; name: string; createdAt: number };
export type AdminInvite = { id: string; name: string; createdAt: number; expiresAt: number };
type AdminPrincipal = Extract<Principal, { kind: 'admin' }>;

export class Admins {
	/** Five wrong passwords in five minutes for a name or an address; then wait. */
	readonly #tries = new RateLimiterMemory({ points: 5, duration: 300 });
	readonly #addressTries = new RateLimiterMemory({ points: 30, duration: 300 });
	readonly #gone = new Set<(id: string) => void>();
	constructor(
		readonly db: Database,
		readonly now: () => number
	) {}

	/** Called with the id of an administrator or a token that lost its right: its sockets must close. */
	onGone(listener: (id: string) => void): void {
		this.#gone.add(listener);
	}
	tellGone(id: string): void {
		for (const listener of this.#gone) listener(id);
	}

	async exist(): Promise<boolean> {
		return (await this.db.orm.select({ id: admin.id }).from(admin).limit(1)).length > 0;
	}

	/** A fresh secret for `/setup#…` while there is no administrator; an older link stops working. */
	async setupSecret(): Promise<string | null> {
		if (await this.exist()) return null;
		const secret = newSecret();
		const value = hashSecret(secret);
		await this.db.orm
			.insert(setting)
			.values({ key: 'setup', value })
			.onConflictDoUpdate({ target: setting.key, set: { value } });
		return secret;
	}

	/** Uses the first link or an invitation once. Codes: setup_link_used, name_taken, password_short, name_required. */
	async setUp(secret: string, name: string, password: string): Promise<Result<{ admin: string }>> {
		const bad = checkCredentials(name, password);
		if (bad) return reject(bad);
		const hash = hashSecret(secret);
		const row = { id: newId(), name: name.trim(), password: await hashPassword(password) };
		// A name that is taken rolls back, so that the link still works with another.
		const used = await unlessTaken(() =>
			this.db.orm.transaction(async (tx) => {
				const first = await tx
					.delete(setting)
					.where(and(eq(setting.key, 'setup'), eq(setting.value, hash)))
					.returning();
				const invited = await tx
					.delete(adminInvite)
					.where(and(eq(adminInvite.hash, hash), gt(adminInvite.expiresAt, this.now())))
					.returning();
				if (!first.length && !invited.length) return false;
				await tx.insert(admin).values({ ...row, createdAt: this.now() });
				return true;
			})
		);
		if (used === 'taken') return reject('name_taken');
		return used ? ok({ admin: row.id }) : reject('setup_link_used');
	}

	async add(name: string, password: string): Promise<Result<{ admin: string }>> {
		const bad = checkCredentials(name, password);
		if (bad) return reject(bad);
		const row = { id: newId(), name: name.trim(), password: await hashPassword(password) };
		const done = await unlessTaken(() => this.db.orm.insert(admin).values({ ...row, createdAt: this.now() }));
		return done === 'taken' ? reject('name_taken') : ok({ admin: row.id });
	}

	list(): Promise<AdminRow[]> {
		return this.db.orm
			.select({ id: admin.id, name: admin.name, createdAt: admin.createdAt })
			.from(admin)
			.orderBy(asc(admin.createdAt), asc(admin.id));
	}

	/** Takes sessions and tokens along, at once. Codes: admin_unknown, last_admin. */
	async remove(id: string): Promise<Result<null>> {
		const done = await this.db.orm.transaction(async (tx) => {
			// All rows are held: two administrators who remove each other at one moment must not both succeed.
			const all = await tx.select({ id: admin.id }).from(admin).orderBy(asc(admin.id)).for('update');
			if (!all.some((one) => one.id === id)) return reject('admin_unknown');
			if (all.length === 1) return reject('last_admin');
			await tx.delete(session).where(eq(session.admin, id));
			await tx.delete(adminToken).where(eq(adminToken.admin, id));
			await tx.delete(admin).where(eq(admin.id, id));
			return ok(null);
		});
		if (done.ok) this.tellGone(id);
		return done;
	}

	/** @returns the one-time secret for `/setup#…`; only its hash is kept. */
	async invite(name: string): Promise<AdminInvite & { secret: string }> {
		const secret = newSecret();
		const now = this.now();
		const invite = { id: newId(), name: name.trim(), createdAt: now, expiresAt: now + INVITE_MS };
		await this.db.orm.insert(adminInvite).values({ ...invite, hash: hashSecret(secret) });
		return { ...invite, secret };
	}

	/** Links that still work. */
	invites(): Promise<AdminInvite[]> {
		const { id, name, createdAt, expiresAt } = adminInvite;
		return this.db.orm
			.select({ id, name, createdAt, expiresAt })
			.from(adminInvite)
			.where(gt(expiresAt, this.now()))
			.orderBy(asc(createdAt));
	}

	/** Codes: invite_unknown. */
	async withdrawInvite(id: string): Promise<Result<null>> {
		const gone = await this.db.orm.delete(adminInvite).where(eq(adminInvite.id, id)).returning();
		return gone.length ? ok(null) : reject('invite_unknown');
	}

	/** Codes: wrong_password, too_many_tries. A name that does not exist costs the same time. */
	async signIn(name: string, password: string, address: string): Promise<Result<{ admin: string }>> {
		const key = name.trim().toLowerCase().slice(0, 100);
		// Counted before the password is looked at: tries sent all at once must not slip past the count.
		const limits = [this.#tries.consume(key), this.#addressTries.consume(address)];
		const counted = await Promise.allSettled(limits);
		if (counted.some((one) => one.status === 'rejected')) return reject('too_many_tries');
		const [row] = await this.db.orm.select().from(admin).where(eq(admin.name, name.trim()));
		const good = await verifyPassword(password, row?.password ?? (await decoy()));
		if (!row || !good) return reject('wrong_password');
		await this.#tries.delete(key);
		await this.#addressTries.reward(address);
		return ok({ admin: row.id });
	}

	/** @returns the cookie's secret */
	async openSession(adminId: string): Promise<string> {
		const secret = newSecret();
		const now = this.now();
		await this.db.orm.delete(session).where(lt(session.expiresAt, now));
		await this.db.orm
			.insert(session)
			.values({ hash: hashSecret(secret), admin: adminId, expiresAt: now + SESSION_MS, createdAt: now });
		return secret;
	}

	async closeSession(secret: string): Promise<void> {
		await this.db.orm.delete(session).where(eq(session.hash, hashSecret(secret)));
	}

	async bySession(secret: string): Promise<AdminPrincipal | null> {
		const [row] = await this.db.orm
			.select({ id: admin.id, name: admin.name })
			.from(session)
			.innerJoin(admin, eq(session.admin, admin.id))
			.where(and(eq(session.hash, hashSecret(secret)), gt(session.expiresAt, this.now())));
		return row ? { kind: 'admin', id: row.id, name: row.name, role: 'admin' } : null;
	}
}

/** Two people cannot have one name; the database decides who was first. */
async function unlessTaken<T>(write: () => Promise<T>): Promise<T | 'taken'> {
	try {
		return await write();
	} catch (error) {
		const cause = error instanceof Error && error.cause ? error.cause : error;
		if (sqlState(cause) === '23505') return 'taken';
		throw error;
	}
}

function checkCredentials(name: string, password: string): string | null {
	if (!name.trim()) return 'name_required';
	return password.length < 8 ? 'password_short' : null;
}

let decoyHash: Promise<string> | null = null;
/** A hash nobody's password matches, so that an unknown name takes as long as a wrong password. */
const decoy = (): Promise<string> => (decoyHash ??= hashPassword(newSecret()));
