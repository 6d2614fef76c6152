/** Owns: the pieces that several views are made of. Views pick fields by name: nothing travels that is not listed. */
import type { NoteAnswer } from '../cues/model';
import type { Voice } from '../cues/plan-model';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { kindTraits } from '../programme/kinds';
import { nextItem, type ProgrammeItem, type ProgrammeState } from '../programme/model';
import { rowOf } from '../table';
import type { Role } from '../access/roles';

export type PersonView = { id: string; honorific: string; name: string; title: string; unit: string };
export type ItemView = {
	id: string;
	title: string;
	kinds: string[];
	parent: string | null;
	performer: string;
	conductor: string;
	person: PersonView | null;
	minutes: number;
};
export type NoteView = {
	id: string;
	text: string;
	at: number;
	answered: 'clear' | 'unclear' | null;
	/** ms; null while nobody answered. */
	answeredAt: number | null;
	/** When the stage said that it called back, ms. */
	calledAt: number | null;
	/** Of two MCs, whose it is; absent for all. */
	voice?: Voice;
};

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function personView(state: State, lookup: PersonalLookup, id: string): PersonView | null {
	const row = rowOf(state.roster.delegates, id);
	if (!row) return null;
	const who = lookup(`delegate:${id}`);
	return {
		id,
		honorific: text(who?.honorific),
		name: text(who?.name),
		title: text(who?.title),
		unit: row.unit
	};
}

export function itemView(state: State, lookup: PersonalLookup, item: ProgrammeItem | null): ItemView | null {
	if (!item) return null;
	const beside = lookup(`item:${item.id}`);
	return {
		id: item.id,
		title: item.title,
		kinds: item.kinds,
		parent: item.parent === null ? null : (state.programme.items[item.parent]?.title ?? null),
		performer: text(beside?.performer),
		conductor: text(beside?.conductor),
		person: item.delegate === null ? null : personView(state, lookup, item.delegate),
		minutes: item.minutes + item.adjusted
	};
}

export const currentItem = (programme: ProgrammeState): ProgrammeItem | null =>
	programme.live ? (programme.items[programme.live.item] ?? null) : null;

export const comingItem = (programme: ProgrammeState): ProgrammeItem | null =>
	programme.endedAt === null ? nextItem(programme, programme.live?.item ?? null) : null;

/** Chào cờ: no countdown anywhere, devices mute. A part stands under its parent's kinds too. */
export function isSilent(programme: ProgrammeState): boolean {
	const item = currentItem(programme);
	return item !== null && item.kinds.some((kind) => kindTraits[kind].mutesDevices);
}

export function notesFor(
	state: State,
	lookup: PersonalLookup,
	reader: { role: Role; device: string | null }
): NoteView[] {
	return state.cues.notes
		.filter((note) => !note.withdrawn)
		.filter((note) =>
			'device' in note.to ? note.to.device === reader.device : note.to.roles.includes(reader.role)
		)
		.slice(-5)
		.map((note) => {
			const answer = answerOf(note.answers, reader);
			return {
				id: note.id,
				text: text(lookup(`note:${note.id}`)?.text),
				at: note.at,
				answered: answer?.answer ?? null,
				answeredAt: answer?.at ?? null,
				calledAt: answer?.calledAt ?? null,
				...('voice' in note.to && note.to.voice && { voice: note.to.voice })
			};
		});
}

function answerOf(
	answers: Record<string, NoteAnswer>,
	reader: { role: Role; device: string | null }
): NoteAnswer | undefined {
	// A view is made once for all screens of a role: any of them having answered is the answer shown.
	const own = reader.device ? answers[reader.device] : undefined;
	return own ?? Object.values(answers).find((one) => one.role === reader.role);
}
