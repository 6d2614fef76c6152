/**
 * Owns: a decision and its list while somebody edits them: what is sent, and what differs from what everybody has.
 * Assumes: whoever stays keeps the place in the wave; whoever becomes another type leaves it.
 */
import type { PersonalLookup } from '../log/event';
import { text } from '../views/shared';
import type { DecisionPersonal, EnteredRecipient, RecipientPersonal } from './decide';
import { recipientId, type AwardDecision, type AwardsState, type Row } from './model';

export type DraftRow = EnteredRecipient & { id: string; personal: RecipientPersonal };
export type AwardDraft = { decision: AwardDecision; personal: DecisionPersonal; recipients: DraftRow[] };

const PERSONAL = ['honorific', 'name', 'title', 'unit', 'achievement', 'say'] as const;
type PersonalField = (typeof PERSONAL)[number];
const PLAIN = ['delegate', 'type', 'category', 'posthumous'] as const;
const HEAD = ['form', 'rank', 'number', 'date', 'caller', 'call'] as const;
export type RowField = PersonalField | (typeof PLAIN)[number] | 'onBehalf';
export type HeadField = (typeof HEAD)[number] | 'readBy' | 'text';

/** What is filled in; empty fields are left out. */
export function recipientPersonal(row: Record<string, unknown> | undefined): RecipientPersonal {
	const filled: RecipientPersonal = {};
	for (const field of PERSONAL) if (text(row?.[field])) filled[field] = text(row?.[field]);
	return filled;
}

/** The decision as it stands. @returns null for one that is not there */
export function draftOf(awards: AwardsState, lookup: PersonalLookup, id: string): AwardDraft | null {
	const decision = awards.decisions[id];
	if (!decision) return null;
	const beside = lookup(`award:${id}`);
	const { readBy, text: words } = { readBy: text(beside?.readBy), text: text(beside?.text) };
	return {
		decision: { ...decision },
		personal: { ...(readBy && { readBy }), ...(words && { text: words }) },
		recipients: rowsOfDecision(awards, id).map(({ listed: _listed, ...row }) => ({
			...row,
			personal: recipientPersonal(lookup(`recipient:${row.id}`))
		}))
	};
}

const rowsOfDecision = (awards: AwardsState, id: string): Row[] =>
	Object.values(awards.recipients)
		.filter((row) => row.decision === id)
		.sort((a, b) => a.listed - b.listed || (a.id < b.id ? -1 : 1));

/** As it is sent: places of a wave without gaps, and nobody among people of another type. */
export function settled(draft: AwardDraft, awards: AwardsState): AwardDraft {
	const places = new Map<number, DraftRow[]>();
	const recipients = draft.recipients.map((row): DraftRow => {
		const wave = awards.waves[row.wave];
		const stays = wave !== undefined && wave.type === row.type && wave.decision === row.decision;
		const next = stays ? { ...row } : { ...row, wave: 0, stagePosition: 0 };
		if (stays) places.set(row.wave, [...(places.get(row.wave) ?? []), next]);
		return next;
	});
	for (const members of places.values())
		members
			.sort((a, b) => a.stagePosition - b.stagePosition)
			.forEach((row, at) => (row.stagePosition = at + 1));
	return { ...draft, recipients };
}

export type Difference = {
	head: HeadField[];
	added: DraftRow[];
	removed: DraftRow[];
	changed: { before: DraftRow; after: DraftRow; fields: RowField[] }[];
};

const word = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

/** What a person reads before it is sent, also of names, which the log does not hold. */
export function differenceOf(before: AwardDraft, after: AwardDraft): Difference {
	const was = new Map(before.recipients.map((row) => [recipientId(row), row]));
	const is = new Set(after.recipients.map(recipientId));
	return {
		head: [
			...HEAD.filter((field) => word(before.decision[field]) !== word(after.decision[field])),
			...(['readBy', 'text'] as const).filter(
				(field) => (before.personal[field] ?? '') !== (after.personal[field] ?? '')
			)
		],
		added: after.recipients.filter((row) => !was.has(row.id)),
		removed: before.recipients.filter((row) => !is.has(row.id)),
		changed: after.recipients.flatMap((row) => {
			const old = was.get(row.id);
			const fields = old ? fieldsOf(old, row) : [];
			return old && fields.length ? [{ before: old, after: row, fields }] : [];
		})
	};
}

const fieldsOf = (before: DraftRow, after: DraftRow): RowField[] => [
	...PLAIN.filter((field) => word(before[field]) !== word(after[field])),
	...PERSONAL.filter((field) => (before.personal[field] ?? '') !== (after.personal[field] ?? '')),
	...(word(before.onBehalf) === word(after.onBehalf) ? [] : (['onBehalf'] as const))
];

export const isSame = ({ head, added, removed, changed }: Difference): boolean =>
	head.length + added.length + removed.length + changed.length === 0;
