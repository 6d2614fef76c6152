/**
 * Owns: administrators' tokens: what lets a script do what its administrator may do, in every conference, until it is
 * revoked. Shown once; the database holds a hash. A token can make neither tokens nor administrators.
 */
import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import { ok, reject, type Result } from '../../core/result';
import type { Database } from '../db/database';
import { admin, adminToken } from '../db/schema';
import type { Principal } from './principal';
import { hashSecret, newId, newSecret } from './secrets';

/** Tells it from a device's token before the database is asked, and a finder of one knows what they found. */
const PREFIX = 'kta_';
const NOTE_USE_EVERY_MS = 60_000;

export type AdminTokenRow = {
	id: string;
	name: string;
	/** Name of the administrator in whose name it acts. */
	admin: string;
	createdAt: number;
	lastUsed: number | null;
};

export class AdminTokens {
	constructor(
		readonly db: Database,
		readonly now: () => number,
		readonly tellGone: (id: string) => void
	) {}

	/** @returns the secret, for this once */
	async issue(
		owner: { id: string; name: string },
		name: string
	): Promise<AdminTokenRow & { secret: string }> {
		const secret = PREFIX + newSecret();
		const row = { id: newId(), name: name.trim(), createdAt: this.now(), lastUsed: null };
		await this.db.orm.insert(adminToken).values({ ...row, admin: owner.id, hash: hashSecret(secret) });
		return { ...row, admin: owner.name, secret };
	}

	list(): Promise<AdminTokenRow[]> {
		const { id, name, createdAt, lastUsed } = adminToken;
		return this.db.orm
			.select({ id, name, admin: admin.name, createdAt, lastUsed })
			.from(adminToken)
			.innerJoin(admin, eq(adminToken.admin, admin.id))
			.orderBy(asc(createdAt), asc(id));
	}

	/** Its sockets close at once. Codes: token_unknown. */
	async revoke(id: string): Promise<Result<null>> {
		const gone = await this.db.orm.delete(adminToken).where(eq(adminToken.id, id)).returning();
		if (!gone.length) return reject('token_unknown');
		this.tellGone(id);
		return ok(null);
	}

	async bySecret(secret: string): Promise<Extract<Principal, { kind: 'admin' }> | null> {
		if (!secret.startsWith(PREFIX)) return null;
		const [row] = await this.db.orm
			.select({ token: adminToken.id, id: admin.id, name: admin.name })
			.from(adminToken)
			.innerJoin(admin, eq(adminToken.admin, admin.id))
			.where(eq(adminToken.hash, hashSecret(secret)));
		if (!row) return null;
		const now = this.now();
		const stale = or(isNull(adminToken.lastUsed), lt(adminToken.lastUsed, now - NOTE_USE_EVERY_MS));
		await this.db.orm
			.update(adminToken)
			.set({ lastUsed: now })
			.where(and(eq(adminToken.id, row.token), stale));
		return { kind: 'admin', ...row, role: 'admin' };
	}
}
