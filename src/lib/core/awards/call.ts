/**
 * Owns: what whoever invites a wave up says, in the order of speaking, with the places to breathe. Made of the same
 * people as the row on the stage and the big screen; the words themselves come from the catalogue.
 */
import type { CallView } from '../views/call-view';
import type { PersonView } from '../views/shared';
import type { RecipientType } from './model';
import type { HonouredView } from './people';

/** Read in one breath; then a pause, in which the people begin to walk. */
export const NAMES_A_BREATH = 4;

export type CalledName = {
	id: string;
	/** From 1, as the hall sees them: what is said first stands leftmost. */
	position: number;
	honorific: string;
	name: string;
	title: string;
	unit: string;
	/** How a difficult name is spoken. */
	say: string;
	posthumous: boolean;
	/** Who goes up: for a collective its representative; `behalf` when that is nhận thay. */
	up: { honorific: string; name: string; title: string; behalf: boolean } | null;
};
/** Each part ends with a pause. */
export type CallPart =
	| { kind: 'invite'; type: RecipientType; one: boolean; form: string }
	| { kind: 'names'; people: CalledName[] }
	| { kind: 'conferrers'; people: PersonView[] };

/** Nothing when nobody is to be called; without conferrers their sentence is left out. */
export function callParts({ wave, people, conferrers }: CallView): CallPart[] {
	if (!people.length) return [];
	const names: CallPart[] = [];
	for (let at = 0; at < people.length; at += NAMES_A_BREATH)
		names.push({ kind: 'names', people: people.slice(at, at + NAMES_A_BREATH).map(calledName) });
	return [
		{ kind: 'invite', type: wave.type, one: people.length === 1, form: wave.form },
		...names,
		...(conferrers.length ? [{ kind: 'conferrers' as const, people: conferrers }] : [])
	];
}

function calledName(person: HonouredView): CalledName {
	const { id, position, honorific, name, title, unit, say, posthumous, stands } = person;
	return {
		id,
		position,
		honorific,
		name,
		title,
		unit,
		say,
		posthumous,
		// Somebody unnamed who goes up is not announced.
		up: stands?.name
			? {
					honorific: stands.honorific,
					name: stands.name,
					title: stands.title,
					behalf: stands.reason !== ''
				}
			: null
	};
}

/**
 * What the caller does now: the decision is still to be read out, the wave stands ready, it is called, it is being
 * handed its frames.
 */
export type CallPhase = 'read' | 'wait' | 'call' | 'given';
export function callPhase({ wave, announced, before }: CallView): CallPhase {
	if (wave.step === 'onStage') return 'call';
	if (wave.step === 'presenting' || wave.step === 'photo' || wave.step === 'cleared') return 'given';
	return announced || before ? 'wait' : 'read';
}
