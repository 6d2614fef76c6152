/** Owns: the cues as the screen of one role sees them: what asks it, in which words, and what its devices answered. */
import type { Role } from '../access/roles';
import type { AlertKind } from '../cues/alerts';
import type { CueWord } from '../cues/defaults';
import type { Due } from '../cues/due';
import { standings, type CueFacts, type Standing } from '../cues/plan';
import type { CueAnswers, CuePhase, Voice } from '../cues/plan-model';
import type { PersonalLookup } from '../log/event';

export type CueView = Due & {
	cue: string;
	occurrence: string;
	/** Own words; where there are none those of `word` or `alert`. Of an alert: where. */
	text: string;
	word: CueWord | null;
	alert: AlertKind | null;
	/** Who raised the alert. */
	by: Role | null;
	voice: Voice | null;
	nudgedAt: Partial<Record<CuePhase, number>>;
	/** By device, of this role's devices. */
	answers: Record<string, CueAnswers>;
};

/** @param reader `device` null: a screen shared by all devices of the role */
export function cuesFor(
	state: CueFacts,
	lookup: PersonalLookup,
	reader: { role: Role; device: string | null }
): CueView[] {
	return standings(state)
		.filter((one) => one.near && !one.withdrawn && isFor(one, reader))
		.map((one) => cueView(one, lookup, reader.role));
}

/** A view is shared by the devices of a role: which MC a cue is for is told apart on the device. */
function isFor({ cue: { to } }: Standing, reader: { role: Role; device: string | null }): boolean {
	return 'device' in to ? to.device === reader.device : to.roles.includes(reader.role);
}

function cueView(one: Standing, lookup: PersonalLookup, role: Role): CueView {
	const { cue, run, alert } = one;
	const own = lookup(`cue:${cue.id}`)?.text;
	const answers = Object.entries(run?.answers ?? {}).filter(([, { standby, go }]) =>
		[standby?.role, go?.role].includes(role)
	);
	return {
		cue: cue.id,
		occurrence: one.occurrence,
		text: typeof own === 'string' ? own : '',
		word: cue.word,
		alert: alert?.what ?? null,
		by: alert?.by ?? null,
		voice: 'voice' in cue.to ? (cue.to.voice ?? null) : null,
		leadMs: one.leadMs,
		goAt: one.goAt,
		nudgedAt: run?.nudgedAt ?? {},
		answers: Object.fromEntries(answers)
	};
}
