/** Owns: reading the personal rows that stand beside the log; each field may be missing or purged. */
import type { PersonalLookup, PersonalPayload } from '$lib/core/log/event';
import type { Delegate, DelegatePersonal } from '$lib/core/delegates/model';
import type { ItemPersonal } from '$lib/core/programme/model';
import { isRole } from '$lib/core/access/roles';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function delegatePersonal(row: PersonalPayload | undefined): DelegatePersonal {
	const phone = text(row?.phone);
	const since = text(row?.inOfficeSince);
	const note = text(row?.note);
	return {
		honorific: text(row?.honorific),
		name: text(row?.name),
		title: text(row?.title),
		...(phone && { phone }),
		...(typeof row?.birthYear === 'number' && { birthYear: row.birthYear }),
		...(since && { inOfficeSince: since }),
		...(note && { note })
	};
}

export function itemPersonal(row: PersonalPayload | undefined): Required<ItemPersonal> {
	const lines = Array.isArray(row?.mcText) ? row.mcText : [];
	const notes = row?.notes && typeof row.notes === 'object' ? Object.entries(row.notes) : [];
	return {
		performer: text(row?.performer),
		conductor: text(row?.conductor),
		mcText: lines.map((line: { speaker?: unknown; text?: unknown } | null) => ({
			speaker: text(line?.speaker),
			text: text(line?.text)
		})),
		notes: Object.fromEntries(
			notes.filter(([role]) => isRole(role)).map(([role, note]) => [role, text(note)])
		)
	};
}

/** "Ông Nguyễn Văn An"; the unit stands in for a name that is gone. */
export function nameOf(delegate: Delegate, lookup: PersonalLookup): string {
	const who = delegatePersonal(lookup(`delegate:${delegate.id}`));
	return [who.honorific, who.name].filter(Boolean).join(' ') || delegate.unit;
}
