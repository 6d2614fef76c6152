/**
 * Owns: helpers' devices: enrolling by QR, short code or a link of several days, approving, renaming, re-roling,
 * revoking. Roles and desks are also told to the log, so that the audit trail and the readiness board have them.
 */
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Role } from '../../core/access/roles';
import { isRole } from '../../core/access/roles';
import { ok, reject, type Result } from '../../core/result';
import type { Database } from '../db/database';
import { device, enrolment } from '../db/schema';
import type { Conferences } from '../log/conferences';
import type { Actor } from '../../core/log/event';
import type { Command } from '../../core/log/command';
import { hashSecret, newCode, newId, newSecret } from './secrets';
import type { Principal } from './principal';

export const DAY_LINK_MS = 10 * 60_000;
export const ADVANCE_LINK_MS = 7 * 24 * 3600_000;
/** A phone that lay in a drawer over the weekend is past it; what it still holds a person has to look at. */
export const LATE_FACTS_MS = 48 * 3600_000;
export const deviceCookie = (id: string): string => `kt_d_${id}`;

export type DeviceStatus = 'pending' | 'active' | 'revoked';
export type DeviceInfo = {
	id: string;
	name: string;
	role: Role;
	desk: string | null;
	kind: string;
	status: DeviceStatus;
	createdAt: number;
	lastSeen: number | null;
	connected: boolean;
	queued: number;
	latency: number | null;
	screen: string | null;
};
/**
 * `day`: once, ten minutes. `advance`: days, each device approved. `demo`: once, days, no approval; a role has one
 * link and one device at a time.
 */
export type NewEnrolment = {
	name: string;
	role: Role;
	desk: string | null;
	kind: 'day' | 'advance' | 'demo';
};
export type Enrolled = {
	device: string;
	secret: string;
	conference: string;
	role: Role;
	status: DeviceStatus;
};
export type DeviceChange = {
	conference: string;
	device: string;
	what: 'changed' | 'renamed' | 'revoked' | 'approved';
};
/** `revokedAt`: ms since 1970. */
export type Revoked = { device: Extract<Principal, { kind: 'device' | 'token' }>; revokedAt: number };
type Row = typeof device.$inferSelect;

const codeHash = (code: string): string => hashSecret(`code:${code}`);

const toInfo = (row: Row): DeviceInfo => ({
	id: row.id,
	name: row.name,
	role: isRole(row.role) ? row.role : 'viewer',
	desk: row.desk,
	kind: row.kind,
	status: row.status === 'active' || row.status === 'pending' ? row.status : 'revoked',
	createdAt: row.createdAt,
	lastSeen: row.lastSeen,
	connected: row.connected,
	queued: row.queued,
	latency: row.latency,
	screen: row.screen
});

export class Devices {
	readonly #codeTries = new RateLimiterMemory({ points: 10, duration: 60 });
	readonly #listeners = new Set<(change: DeviceChange) => void>();
	constructor(
		readonly db: Database,
		readonly conferences: Conferences,
		readonly now: () => number
	) {}

	onChange(listener: (change: DeviceChange) => void): void {
		this.#listeners.add(listener);
	}
	#tell(change: DeviceChange): void {
		for (const listener of this.#listeners) listener(change);
	}

	/** @returns the one-time secret and code; only their hashes are kept. */
	async offer(
		conference: string,
		wanted: NewEnrolment
	): Promise<{ id: string; secret: string; code: string | null; expiresAt: number }> {
		const secret = newSecret();
		const code = wanted.kind === 'day' ? await this.#freeCode() : null;
		const expiresAt = this.now() + (wanted.kind === 'day' ? DAY_LINK_MS : ADVANCE_LINK_MS);
		const id = newId();
		// A demo that is started again prints new links; the old ones would stay open for days.
		if (wanted.kind === 'demo')
			await this.db.orm
				.delete(enrolment)
				.where(
					and(
						eq(enrolment.conference, conference),
						eq(enrolment.kind, 'demo'),
						eq(enrolment.role, wanted.role),
						isNull(enrolment.usedAt)
					)
				);
		await this.db.orm.insert(enrolment).values({
			id,
			conference,
			...wanted,
			hash: hashSecret(secret),
			code: code && codeHash(code),
			expiresAt
		});
		return { id, secret, code, expiresAt };
	}

	/** Exchanges the secret of a QR or link. Codes: enrolment_unknown, enrolment_used, enrolment_expired. */
	async enrolBySecret(secret: string, name: string): Promise<Result<Enrolled>> {
		const [row] = await this.db.orm
			.select()
			.from(enrolment)
			.where(eq(enrolment.hash, hashSecret(secret)));
		return row
			? this.#enrol(row, name, row.kind === 'advance' ? 'pending' : 'active')
			: reject('enrolment_unknown');
	}

	/** What a link offers, without taking it. Codes: enrolment_unknown, enrolment_used, enrolment_expired. */
	async offered(secret: string): Promise<Result<{ conference: string; role: Role; desk: string | null }>> {
		const [row] = await this.db.orm
			.select()
			.from(enrolment)
			.where(eq(enrolment.hash, hashSecret(secret)));
		if (!row) return reject('enrolment_unknown');
		if (row.usedAt !== null) return reject('enrolment_used');
		if (row.expiresAt < this.now()) return reject('enrolment_expired');
		return ok({ conference: row.conference, role: isRole(row.role) ? row.role : 'viewer', desk: row.desk });
	}

	/** No two open offers share a code, so six digits are enough without naming the conference. */
	async #freeCode(): Promise<string> {
		for (;;) {
			const code = newCode();
			const [taken] = await this.db.orm
				.select({ id: enrolment.id })
				.from(enrolment)
				.where(and(eq(enrolment.code, codeHash(code)), gt(enrolment.expiresAt, this.now())));
			if (!taken) return code;
		}
	}

	/** A short code is guessable, so the device waits for the admin's confirmation, and tries are counted. */
	async enrolByCode(code: string, name: string, address: string): Promise<Result<Enrolled>> {
		const free = await this.#codeTries.consume(address).then(
			() => true,
			() => false
		);
		if (!free) return reject('too_many_tries');
		const [row] = await this.db.orm
			.select()
			.from(enrolment)
			.where(eq(enrolment.code, codeHash(code)))
			.orderBy(desc(enrolment.expiresAt));
		return row ? this.#enrol(row, name, 'pending') : reject('enrolment_unknown');
	}

	async #enrol(
		row: typeof enrolment.$inferSelect,
		name: string,
		status: DeviceStatus
	): Promise<Result<Enrolled>> {
		if (row.expiresAt < this.now()) return reject('enrolment_expired');
		if (row.kind !== 'advance') {
			// One winner among two phones that scanned the same QR.
			const won = await this.db.orm
				.update(enrolment)
				.set({ usedAt: this.now() })
				.where(and(eq(enrolment.id, row.id), isNull(enrolment.usedAt)))
				.returning();
			if (!won.length) return reject('enrolment_used');
		}
		const role = isRole(row.role) ? row.role : 'viewer';
		const wanted = { name: name.trim() || row.name, role, desk: row.desk };
		if (row.kind !== 'demo') return this.#create(row.conference, wanted, 'browser', status);
		// The device of an earlier run of the demo makes room, or the list grows with every start.
		const earlier = await this.db.orm
			.select({ id: device.id })
			.from(device)
			.where(
				and(
					eq(device.conference, row.conference),
					eq(device.kind, 'demo'),
					eq(device.role, role),
					eq(device.status, 'active')
				)
			);
		const made = await this.#create(row.conference, wanted, 'demo', status);
		for (const { id } of earlier) await this.revoke(row.conference, id);
		return made;
	}

	/** A token for a script: shown once, used as `Authorization: Bearer`. */
	async issueToken(
		conference: string,
		wanted: { name: string; role: Role; desk: string | null }
	): Promise<Result<Enrolled>> {
		return this.#create(conference, wanted, 'script', 'active');
	}

	async #create(
		conference: string,
		wanted: { name: string; role: Role; desk: string | null },
		kind: 'browser' | 'demo' | 'script',
		status: DeviceStatus
	): Promise<Result<Enrolled>> {
		const id = newId();
		const secret = newSecret();
		await this.db.orm
			.insert(device)
			.values({ id, conference, ...wanted, hash: hashSecret(secret), kind, status, createdAt: this.now() });
		if (status === 'active') await this.#log(conference, 'device.enrol', { id, ...wanted });
		this.#tell({ conference, device: id, what: 'changed' });
		return ok({ device: id, secret, conference, role: wanted.role, status });
	}

	async #log(
		conference: string,
		type: 'device.enrol' | 'device.change',
		{ id, role, desk, name }: { id: string; role: Role; desk: string | null; name: string }
	) {
		const command: Command = { id: newId(), type, payload: { id, role, desk, name: name.slice(0, 120) } };
		await this.#submit(conference, command);
	}

	async #submit(conference: string, command: Command): Promise<void> {
		const log = await this.conferences.get(conference);
		const system: Actor = { kind: 'system', id: 'devices', role: 'admin' };
		const answer = await log?.submit(command, system);
		if (answer && !answer.ok) console.error(`[devices] ${command.type}: ${answer.rejection.code}`);
	}

	async bySecret(
		secret: string
	): Promise<
		Extract<Principal, { kind: 'device' | 'token' }> | { pending: DeviceInfo; conference: string } | null
	> {
		const [row] = await this.db.orm
			.select()
			.from(device)
			.where(eq(device.hash, hashSecret(secret)));
		if (!row || row.status === 'revoked' || !isRole(row.role)) return null;
		if (row.status === 'pending') return { pending: toInfo(row), conference: row.conference };
		return {
			kind: row.kind === 'script' ? 'token' : 'device',
			id: row.id,
			name: row.name,
			conference: row.conference,
			role: row.role,
			screen: row.screen,
			desk: row.desk
		};
	}

	/**
	 * A device that was revoked, by its cookie's secret: it is told so whenever it comes back, since that is what makes it
	 * forget people's names. For `LATE_FACTS_MS` what it did before is still taken in; nothing else is open to it.
	 */
	async revokedBySecret(secret: string): Promise<Revoked | null> {
		const [row] = await this.db.orm
			.select()
			.from(device)
			.where(and(eq(device.hash, hashSecret(secret)), eq(device.status, 'revoked')));
		if (!row || row.kind === 'script' || !isRole(row.role)) return null;
		const [told] = await this.db.sql`
			select at from event where conference = ${row.conference} and type = 'deviceRevoked'
			and payload->>'id' = ${row.id} order by seq desc limit 1`;
		const revokedAt = Number(told?.['at'] ?? NaN);
		if (Number.isNaN(revokedAt)) return null;
		const { id, name, conference, role, screen, desk } = row;
		return { device: { kind: 'device', id, name, conference, role, screen, desk }, revokedAt };
	}

	async list(conference: string): Promise<DeviceInfo[]> {
		const rows = await this.db.orm
			.select()
			.from(device)
			.where(eq(device.conference, conference))
			.orderBy(device.createdAt);
		return rows.map(toInfo);
	}

	async #row(conference: string, id: string): Promise<Row | null> {
		const [row] = await this.db.orm
			.select()
			.from(device)
			.where(and(eq(device.conference, conference), eq(device.id, id)));
		return row ?? null;
	}

	async approve(conference: string, id: string): Promise<Result<DeviceInfo>> {
		const row = await this.#row(conference, id);
		if (!row || !isRole(row.role)) return reject('device_unknown');
		if (row.status === 'revoked') return reject('device_revoked');
		await this.db.orm.update(device).set({ status: 'active' }).where(eq(device.id, id));
		if (row.status === 'pending') await this.#log(conference, 'device.enrol', { ...row, role: row.role });
		this.#tell({ conference, device: id, what: 'approved' });
		return ok(toInfo({ ...row, status: 'active' }));
	}

	/** Renames, re-roles, moves to another desk or sends to another screen. */
	async change(
		conference: string,
		id: string,
		patch: { name?: string; role?: Role; desk?: string | null; screen?: string | null }
	): Promise<Result<DeviceInfo>> {
		const row = await this.#row(conference, id);
		if (!row) return reject('device_unknown');
		if (row.status === 'revoked') return reject('device_revoked');
		const next = { ...row, ...patch };
		await this.db.orm
			.update(device)
			.set({ name: next.name, role: next.role, desk: next.desk, screen: next.screen })
			.where(eq(device.id, id));
		const moved = patch.role !== undefined || patch.desk !== undefined;
		// The name stands beside the log, for those who have to ask which phone it was.
		if ((moved || patch.name !== undefined) && row.status === 'active' && isRole(next.role))
			await this.#log(conference, 'device.change', { ...next, role: next.role });
		// A new name is no reason to open a screen anew in the middle of the day.
		this.#tell({ conference, device: id, what: moved || patch.screen !== undefined ? 'changed' : 'renamed' });
		return ok(toInfo(next));
	}

	async revoke(conference: string, id: string): Promise<Result<null>> {
		const row = await this.#row(conference, id);
		if (!row) return reject('device_unknown');
		await this.db.orm.update(device).set({ status: 'revoked', connected: false }).where(eq(device.id, id));
		this.#tell({ conference, device: id, what: 'revoked' });
		if (row.status === 'active')
			await this.#submit(conference, { id: newId(), type: 'device.revoke', payload: { id } });
		return ok(null);
	}

	async seen(
		id: string,
		state: { connected?: boolean; queued?: number; latency?: number | null }
	): Promise<void> {
		await this.db.orm
			.update(device)
			.set({ ...state, lastSeen: this.now() })
			.where(eq(device.id, id));
	}

	/** Roles with a connected device, on whichever server process. */
	async connectedRoles(conference: string): Promise<ReadonlySet<Role>> {
		const rows = await this.db.orm
			.select({ role: device.role })
			.from(device)
			.where(and(eq(device.conference, conference), eq(device.connected, true)));
		return new Set(rows.flatMap(({ role }) => (isRole(role) ? [role] : [])));
	}

	/** After a crash nobody is connected, whatever the table says. */
	async forgetConnections(): Promise<void> {
		await this.db.orm.update(device).set({ connected: false }).where(eq(device.connected, true));
	}
}
