/** Owns: the SQL of the log. Appending is one statement; everything else reads. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type postgres from 'postgres';
import { isEventType } from '../../core/log/slices';
import type { LogEvent, NewEvent, PersonalChange, PersonalPayload, Actor } from '../../core/log/event';
import type { Database } from '../db/database';
import * as tables from '../db/schema';

export type CommandRow = { id: string; actor: string; type: string; result: { seq: number } };
export type AppendInput = {
	conference: string;
	expectedHead: number;
	epoch: number;
	title: string;
	status: string;
	events: LogEvent[];
	commands: (CommandRow & { at: number })[];
	personal: PersonalChange[];
};

export type Appended = 'moved' | 'missed';
type Sql = postgres.Sql | postgres.TransactionSql;

/**
 * Moves the head from `expectedHead` and inserts, all in one statement and so in one transaction.
 * @returns 'missed' when another writer moved the head or the epoch first; then nothing was written.
 */
export async function append(sql: Sql, input: AppendInput): Promise<Appended> {
	const events = input.events.map((e) => ({
		seq: e.seq,
		type: e.type,
		v: e.v,
		at: e.at,
		actor: e.actor,
		command: e.command,
		payload: e.payload
	}));
	const commands = input.commands.map((c) => ({ ...c }));
	// Within a batch the last word on a row counts; an upsert may not touch a row twice.
	const personal = [...new Map(input.personal.map((p) => [p.ref, p])).values()];
	const kept = personal.flatMap((p) => (p.payload ? [{ ref: p.ref, payload: p.payload }] : []));
	const gone = personal.filter((p) => p.payload === null).map((p) => p.ref);
	const now = input.commands[0]?.at ?? 0;
	const head = input.expectedHead + events.length;
	// As text: drizzle switches the driver's own JSON serialiser off on a shared client.
	const json = (value: unknown) => JSON.stringify(value);
	// Left out when there is none: a part of a statement costs PostgreSQL its preparation also when it has nothing to do.
	const beside = personal.length
		? sql`, p as (
			insert into personal (conference, ref, payload, at)
			select moved.id, x.ref, x.payload, ${now}
			from moved, jsonb_to_recordset(${json(kept)}::text::jsonb) as x(ref text, payload jsonb)
			on conflict (conference, ref) do update set payload = excluded.payload, at = excluded.at
		), d as (
			delete from personal using moved where conference = moved.id and ref = any(${gone})
		)`
		: sql``;
	const rows = await sql`
		with moved as (
			update conference set head = ${head}, title = ${input.title}, status = ${input.status}
			where id = ${input.conference} and head = ${input.expectedHead} and epoch = ${input.epoch}
			returning id
		), e as (
			insert into event (conference, seq, epoch, type, v, at, actor, command, payload)
			select moved.id, x.seq, ${input.epoch}, x.type, x.v, x.at, x.actor, x.command, x.payload
			from moved, jsonb_to_recordset(${json(events)}::text::jsonb) as
				x(seq bigint, type text, v int, at bigint, actor jsonb, command text, payload jsonb)
		), c as (
			insert into command (conference, id, actor, type, result, at)
			select moved.id, x.id, x.actor, x.type, x.result, x.at
			from moved, jsonb_to_recordset(${json(commands)}::text::jsonb) as
				x(id text, actor text, type text, result jsonb, at bigint)
		)${beside}
		select count(*)::int as moved from moved`;
	return rows[0]?.moved === 1 ? 'moved' : 'missed';
}

export async function readCommands(db: Database, conference: string, ids: string[]): Promise<CommandRow[]> {
	if (!ids.length) return [];
	const rows = await db.orm
		.select()
		.from(tables.command)
		.where(and(eq(tables.command.conference, conference), inArray(tables.command.id, ids)));
	return rows.map((row) => ({
		id: row.id,
		actor: row.actor,
		type: row.type,
		result: { seq: seqOf(row.result) }
	}));
}

const seqOf = (result: unknown): number =>
	result && typeof result === 'object' && 'seq' in result && typeof result.seq === 'number' ? result.seq : 0;

/** Lifts stored rows to today's event types; an upcaster per old version belongs here. */
function toEvent(row: typeof tables.event.$inferSelect): LogEvent {
	if (!isEventType(row.type) || row.v !== 1)
		throw new Error(`unknown event ${row.type} v${row.v} at ${row.seq}`);
	const event: { [K in keyof LogEvent]: unknown } = {
		seq: row.seq,
		epoch: row.epoch,
		type: row.type,
		v: row.v,
		at: row.at,
		actor: row.actor as Actor,
		command: row.command,
		payload: row.payload as NewEvent['payload']
	};
	return event as LogEvent;
}

export async function readEvents(
	db: Database,
	conference: string,
	after: number,
	limit: number,
	types?: readonly string[]
): Promise<LogEvent[]> {
	const { event } = tables;
	const rows = await db.orm
		.select()
		.from(event)
		.where(
			and(
				eq(event.conference, conference),
				gt(event.seq, after),
				...(types ? [inArray(event.type, [...types])] : [])
			)
		)
		.orderBy(asc(event.seq))
		.limit(limit);
	return rows.map(toEvent);
}

export async function readPersonal(
	db: Database,
	conference: string,
	refs?: readonly string[]
): Promise<Map<string, PersonalPayload>> {
	if (refs && !refs.length) return new Map();
	const { personal } = tables;
	const rows = await db.orm
		.select()
		.from(personal)
		.where(and(eq(personal.conference, conference), ...(refs ? [inArray(personal.ref, [...refs])] : [])));
	return new Map(rows.map((row) => [row.ref, row.payload as PersonalPayload]));
}
