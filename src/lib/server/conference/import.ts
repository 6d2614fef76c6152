/** Owns: from an office's file to the roster: preview first, then one command, one transaction. */
import { readDelegates, type ImportedDelegate, type ImportPreview } from '../../core/delegates/import-rows';
import type { EnteredDelegate } from '../../core/delegates/entered';
import { derivePrecedence, isLeader } from '../../core/delegates/precedence';
import { levelOf } from '../../core/delegates/level';
import { rowsOf } from '../../core/table';
import { ok, reject, type Result } from '../../core/result';
import type { Actor } from '../../core/log/event';
import { newId } from '../auth/secrets';
import { readTable } from '../documents/read-table';
import type { ConferenceLog } from '../log/conference-log';

export type Preview = ImportPreview & {
	sheet: string;
	sheets: string[];
	notes: { code: string; params: Record<string, string | number> }[];
};

/** Nothing is written. Codes: file_* of `readTable`. */
export async function previewImport(
	log: ConferenceLog,
	bytes: Uint8Array,
	fileName: string,
	now: number
): Promise<Result<Preview>> {
	const table = await readTable(bytes, fileName);
	if (!table.ok) return reject(table.code, table.params);
	const [sheet] = table.sheets;
	if (!sheet) return reject('file_empty');
	const existing = [...rowsOf(log.state.roster.delegates)].map((row) => {
		const who = log.lookup(`delegate:${row.id}`);
		const word = (field: string) => (typeof who?.[field] === 'string' ? who[field] : '');
		return {
			honorific: word('honorific'),
			name: word('name'),
			title: word('title'),
			phone: word('phone'),
			unit: row.unit,
			invitationNumber: row.invitationNumber ?? '',
			birthYear: typeof who?.['birthYear'] === 'number' ? who['birthYear'] : null
		};
	});
	const year = new Date(now).getUTCFullYear();
	const preview = readDelegates(sheet.rows, existing, log.state.conference.settings.groups, year);
	return ok({ ...preview, sheet: sheet.name, sheets: table.sheets.map((s) => s.name), notes: table.notes });
}

export function enteredFrom(row: ImportedDelegate, log: ConferenceLog, id = newId()): EnteredDelegate {
	const { settings } = log.state.conference;
	const host = settings.organiser || settings.title;
	const localityLevel = levelOf(host) ?? 'commune';
	const precedence = derivePrecedence({
		title: row.title,
		unit: row.unit,
		group: row.groupText,
		localityLevel,
		locality: host
	});
	return {
		id,
		kind: row.kind,
		unit: row.unit,
		group: row.groupId,
		vip: row.vip || isLeader(precedence, localityLevel),
		...precedence,
		lockedOrder: null,
		invitationNumber: row.invitationNumber || null,
		...(row.seatNeeds && { seatNeeds: row.seatNeeds }),
		personal: {
			honorific: row.honorific,
			name: row.name,
			title: row.title,
			...(row.phone && { phone: row.phone }),
			...(row.birthYear !== null && { birthYear: row.birthYear }),
			...(row.note && { note: row.note })
		}
	};
}

/** Codes: file_*, import_bad_rows {bad, good}, import_empty, and what the roster's rule says. */
export async function importDelegates(
	log: ConferenceLog,
	input: { bytes: Uint8Array; fileName: string; skipBad: boolean; now: number },
	actor: Actor
): Promise<Result<{ added: number; skipped: number }>> {
	const preview = await previewImport(log, input.bytes, input.fileName, input.now);
	if (!preview.ok) return preview;
	const { rows, bad } = preview.value;
	if (!rows.length) return reject('import_empty');
	if (bad.length && !input.skipBad) return reject('import_bad_rows', { bad: bad.length, good: rows.length });
	const delegates = rows.map((row) => enteredFrom(row, log));
	const answer = await log.submit({ id: newId(), type: 'delegate.import', payload: { delegates } }, actor);
	return answer.ok ? ok({ added: rows.length, skipped: bad.length }) : answer;
}
