/** Owns: administrators, their sessions, and the one-time link that sets the first password. */
import { and, eq, gt, lt } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Database } from '../db/database';
import { sqlState } from '../db/database';
import { admin, session, setting } from '../db/schema';
import { ok, reject, type Result } from '../../core/result';
import { hashPassword, hashSecret, newId, newSecret, verifyPassword } from './secrets';
import type { Principal } from './principal';

export const SESSION_MS = 14 * 24 * 3600_000;
export const ADMIN_COOKIE = 'kt_admin';
type AdminPrincipal = Extract<Principal, { kind: 'admin' }>;

export class Admins {
	/** Five wrong passwords in five minutes for a name or an address; then wait. */
	readonly #tries = new RateLimiterMemory({ points: 5, duration: 300 });
	readonly #addressTries = new RateLimiterMemory({ points: 30, duration: 300 });
	constructor(
		readonly db: Database,
		readonly now: () => number
	) {}

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

	/** Uses the setup link once. Codes: setup_link_used, password_short, name_required. */
	async setUp(secret: string, name: string, password: string): Promise<Result<{ admin: string }>> {
		const bad = checkCredentials(name, password);
		if (bad) return reject(bad);
		const hash = await hashPassword(password);
		const id = newId();
		const used = await this.db.orm.transaction(async (tx) => {
			const gone = await tx
				.delete(setting)
				.where(and(eq(setting.key, 'setup'), eq(setting.value, hashSecret(secret))))
				.returning();
			if (!gone.length) return false;
			await tx.insert(admin).values({ id, name: name.trim(), password: hash, createdAt: this.now() });
			return true;
		});
		return used ? ok({ admin: id }) : reject('setup_link_used');
	}

	async add(name: string, password: string): Promise<Result<{ admin: string }>> {
		const bad = checkCredentials(name, password);
		if (bad) return reject(bad);
		const id = newId();
		try {
			await this.db.orm
				.insert(admin)
				.values({ id, name: name.trim(), password: await hashPassword(password), createdAt: this.now() });
		} catch (error) {
			const cause = error instanceof Error && error.cause ? error.cause : error;
			if (sqlState(cause) === '23505') return reject('name_taken');
			throw error;
		}
		return ok({ admin: id });
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

function checkCredentials(name: string, password: string): string | null {
	if (!name.trim()) return 'name_required';
	return password.length < 8 ? 'password_short' : null;
}

let decoyHash: Promise<string> | null = null;
/** A hash nobody's password matches, so that an unknown name takes as long as a wrong password. */
const decoy = (): Promise<string> => (decoyHash ??= hashPassword(newSecret()));
