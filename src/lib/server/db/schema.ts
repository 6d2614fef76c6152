/** Owns: the tables. Row types stop at this folder; the rest of the server speaks the core's types. */
import {
	bigint,
	boolean,
	customType,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const ms = (name: string) => bigint(name, { mode: 'number' });

export const conference = pgTable('conference', {
	id: text().primaryKey(),
	template: text(),
	title: text().notNull(),
	status: text().notNull().default('draft'),
	/** The seq of the newest event; the lock that orders all writers of this conference. */
	head: ms('head').notNull().default(0),
	epoch: integer().notNull().default(1),
	rehearsalOf: text('rehearsal_of'),
	/** Key of the invitation tokens: per conference, here and in encrypted backups, nowhere else. */
	tokenKey: bytea('token_key').notNull(),
	createdAt: ms('created_at').notNull()
});

export const event = pgTable(
	'event',
	{
		conference: text()
			.notNull()
			.references(() => conference.id),
		seq: ms('seq').notNull(),
		epoch: integer().notNull(),
		type: text().notNull(),
		v: integer().notNull(),
		at: ms('at').notNull(),
		actor: jsonb().notNull(),
		command: text().notNull(),
		payload: jsonb().notNull()
	},
	(table) => [primaryKey({ columns: [table.conference, table.seq] })]
);

/** Accepted commands only: a re-send by the same actor is answered from here, another actor is refused. */
export const command = pgTable(
	'command',
	{
		conference: text().notNull(),
		id: text().notNull(),
		actor: text().notNull(),
		type: text().notNull(),
		result: jsonb().notNull(),
		at: ms('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.conference, table.id] })]
);

/** Beside the log: what can be erased. `seq` is the event that last touched the row. */
export const personal = pgTable(
	'personal',
	{
		conference: text().notNull(),
		ref: text().notNull(),
		payload: jsonb().notNull(),
		at: ms('at').notNull()
	},
	(table) => [primaryKey({ columns: [table.conference, table.ref] })]
);

/** Folded state up to a seq, valid only for the reducer that made it. */
export const snapshot = pgTable('snapshot', {
	conference: text().primaryKey(),
	seq: ms('seq').notNull(),
	epoch: integer().notNull(),
	reducer: text().notNull(),
	state: jsonb().notNull(),
	lastSeqByType: jsonb('last_seq_by_type').notNull()
});

export const admin = pgTable('admin', {
	id: text().primaryKey(),
	name: text().notNull().unique(),
	password: text().notNull(),
	createdAt: ms('created_at').notNull()
});

export const session = pgTable(
	'session',
	{
		/** SHA-256 of the cookie's secret: a copy of the table opens nothing. */
		hash: text().primaryKey(),
		admin: text()
			.notNull()
			.references(() => admin.id),
		expiresAt: ms('expires_at').notNull(),
		createdAt: ms('created_at').notNull()
	},
	(table) => [index('session_admin').on(table.admin)]
);

/** A link that makes one more administrator, once. */
export const adminInvite = pgTable('admin_invite', {
	id: text().primaryKey(),
	hash: text().notNull().unique(),
	/** Whom it is for, as the asker wrote it. */
	name: text().notNull(),
	createdAt: ms('created_at').notNull(),
	expiresAt: ms('expires_at').notNull()
});

/** A script's right to act as its administrator, in every conference. */
export const adminToken = pgTable('admin_token', {
	id: text().primaryKey(),
	admin: text()
		.notNull()
		.references(() => admin.id),
	name: text().notNull(),
	hash: text().notNull().unique(),
	createdAt: ms('created_at').notNull(),
	lastUsed: ms('last_used')
});

export const device = pgTable(
	'device',
	{
		id: text().primaryKey(),
		conference: text()
			.notNull()
			.references(() => conference.id),
		name: text().notNull(),
		role: text().notNull(),
		desk: text(),
		hash: text().notNull().unique(),
		/** `browser` and `demo` (of a demo's link) by cookie, `script` by bearer token. */
		kind: text().notNull(),
		status: text().notNull(),
		createdAt: ms('created_at').notNull(),
		lastSeen: ms('last_seen'),
		connected: boolean().notNull().default(false),
		queued: integer().notNull().default(0),
		latency: integer(),
		/** Where an admin sent this screen, when elsewhere than its role's own. */
		screen: text()
	},
	(table) => [index('device_conference').on(table.conference)]
);

export const enrolment = pgTable('enrolment', {
	id: text().primaryKey(),
	conference: text()
		.notNull()
		.references(() => conference.id),
	name: text().notNull(),
	role: text().notNull(),
	desk: text(),
	hash: text().notNull().unique(),
	/** Hash of the six digits; null for links. */
	code: text(),
	/** `day`: at once, one device. `advance`: several days, each device approved by the admin. */
	kind: text().notNull(),
	expiresAt: ms('expires_at').notNull(),
	usedAt: ms('used_at')
});

/** Small facts of the installation: the one-time setup link, server key. */
export const setting = pgTable('setting', { key: text().primaryKey(), value: text().notNull() });
