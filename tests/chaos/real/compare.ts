/** Owns: holding the devices' journals against the log, by SQL and past the product. */
import postgres from 'postgres';
import { eventOf } from './deeds';
import type { JournalLine } from './journal-file';

export type Compared = { acknowledged: number; lost: string[]; doubleCounted: string[]; diverged: string[] };
const CHUNK = 5000;

/** @param conference whose log @param journals of all its devices */
export async function compare(
	url: string,
	conference: string,
	journals: readonly (readonly JournalLine[])[]
): Promise<Compared> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql`create temp table journal (
			command text, device int, kept bool, told bigint, type text, payload jsonb
		)`;
		for (const [device, lines] of journals.entries()) {
			const rows = rowsOf(device, lines);
			for (let i = 0; i < rows.length; i += CHUNK) {
				const json = JSON.stringify(rows.slice(i, i + CHUNK));
				await sql`insert into journal select * from jsonb_to_recordset(${json}::text::jsonb) as
					x(command text, device int, kept bool, told bigint, type text, payload jsonb)`;
			}
		}
		await sql`create index on journal (command)`;
		const ids = async (query: postgres.PendingQuery<postgres.Row[]>): Promise<string[]> =>
			(await query).map((row) => String(row['what']));
		const [{ acknowledged } = { acknowledged: 0 }] = await sql<{ acknowledged: number }[]>`
			select count(*)::int as acknowledged from journal where told is not null`;
		return {
			acknowledged,
			// Nobody was wiped: what a card was shown for is there, whether or not the answer came.
			lost: await ids(sql`
				select j.type || ' ' || j.command as what from journal j where j.kept and not exists (
					select from event e where e.conference = ${conference}
					and e.command = j.command and e.type = j.type and e.payload @> j.payload)`),
			doubleCounted: [
				...(await ids(sql`
					select e.type || ' ' || e.command as what from event e join journal j using (command)
					where e.conference = ${conference} group by e.type, e.command having count(*) > 1`)),
				...(await ids(sql`
					select 'in two journals: ' || command as what from journal group by command having count(*) > 1`))
			],
			diverged: [
				...(await ids(sql`
					select 'nobody did ' || e.command as what from event e where e.conference = ${conference}
					and e.actor ->> 'kind' in ('device', 'token') and not exists (
						select from journal j where j.command = e.command)`)),
				...(await ids(sql`
					select 'seq ' || max(seq) || ' of ' || count(*) || ' events' as what from event
					where conference = ${conference} having max(seq) <> count(*)`)),
				...(await ids(sql`
					select 'told another seq: ' || j.command as what from journal j
					join command c on c.conference = ${conference} and c.id = j.command
					where j.told is not null and (c.result ->> 'seq')::bigint <> j.told`))
			]
		};
	} finally {
		await sql.end();
	}
}

function rowsOf(device: number, lines: readonly JournalLine[]) {
	const kept = new Set(lines.flatMap((line) => ('kept' in line ? [line.kept] : [])));
	const told = new Map(lines.flatMap((line) => ('told' in line ? [[line.told, line.seq] as const] : [])));
	return lines.flatMap((line) => {
		if (!('made' in line)) return [];
		const { id } = line.made;
		return [{ command: id, device, kept: kept.has(id), told: told.get(id) ?? null, ...eventOf(line.made) }];
	});
}
