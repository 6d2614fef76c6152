/**
 * Owns: a change of who stands in which wave and place, as one thing: positions, queue, piles, call and screen all
 * follow from it, so that they can never be half changed. Its image before is what "Hoàn tác" brings back.
 */
import type { AwardsState, LaterReason, OnBehalf, Outcome, RecipientType, Row, Wave } from './model';

export type WaveRow = {
	number: number;
	decision: string;
	type: RecipientType;
	/** Left to right; empty: the wave is no more. */
	members: string[];
};
export type Mark = { recipient: string; outcome: Outcome | null };
/** Whoever goes up for a recipient from now on. */
export type Stand = { recipient: string; onBehalf: OnBehalf | null };
export type Cause =
	| { kind: 'made' | 'arranged' | 'decision' | 'undo' }
	| { kind: 'later'; recipient: string; reason: LaterReason }
	| { kind: 'moved' | 'joined' | 'behalf' | 'swapped' | 'frame'; recipient: string };
export type Arrangement = { waves: WaveRow[]; marks: Mark[]; stands?: Stand[]; cause: Cause };

/** Who was in one of these waves and is in none of them now stands in no wave. */
export function arranged(
	state: AwardsState,
	{ waves: rows, marks, stands }: Arrangement,
	{ at }: { at: number }
): AwardsState {
	const recipients = { ...state.recipients };
	const touched = new Set(rows.map((row) => row.number));
	for (const row of Object.values(state.recipients))
		if (touched.has(row.wave)) recipients[row.id] = { ...row, wave: 0, stagePosition: 0 };
	for (const row of rows)
		row.members.forEach((id, place) => {
			const recipient = recipients[id];
			if (recipient) recipients[id] = { ...recipient, wave: row.number, stagePosition: place + 1 };
		});
	for (const stand of stands ?? []) {
		const recipient = recipients[stand.recipient];
		if (!recipient) continue;
		const { onBehalf: _old, ...rest } = recipient;
		recipients[stand.recipient] = {
			...rest,
			...(stand.onBehalf && { onBehalf: stand.onBehalf })
		};
	}
	const outcomes = { ...state.outcomes };
	for (const { recipient, outcome } of marks)
		if (outcome) outcomes[recipient] = outcome;
		else delete outcomes[recipient];
	return { ...state, recipients, outcomes, ...versioned({ ...state, recipients, outcomes }, rows, at) };
}

/**
 * Every wave that is named has a new pile. How far it is goes by who was handed theirs, not by how many stood there:
 * when somebody leaves who was passed over, the others must not be counted as passed.
 */
export function versioned(
	state: AwardsState,
	rows: WaveRow[],
	at: number
): Pick<AwardsState, 'waves' | 'versions'> {
	const waves = { ...state.waves };
	const versions = { ...state.versions };
	const renumbered = rows.some(({ number, decision, type, members }) => {
		const old = state.waves[number];
		return members.length > 0 && old && kindOf(old) !== kindOf({ decision, type });
	});
	for (const { number, decision, type, members } of rows) {
		const old = waves[number];
		if (!members.length && (!old || old.given === 0)) {
			delete waves[number];
			continue;
		}
		const version = (versions[number] ?? 0) + 1;
		versions[number] = version;
		const fresh: Wave = {
			number,
			decision,
			type,
			version,
			step: 'prepared',
			given: 0,
			since: at,
			conferrers: [],
			confirmed: {}
		};
		waves[number] = old ? { ...old, decision, type, version, given: passedIn(state, members) } : fresh;
	}
	return { waves: renumbered ? withLeadersOf(state.waves, waves) : waves, versions };
}

const kindOf = ({ decision, type }: Pick<Wave, 'decision' | 'type'>): string => `${decision} ${type}`;

/**
 * A number may now stand for another decision or type: whoever confers goes with what is conferred, in the order of
 * its waves, and what is new has nobody until a person chooses.
 */
function withLeadersOf(before: AwardsState['waves'], after: AwardsState['waves']): AwardsState['waves'] {
	const left = new Map<string, string[][]>();
	for (const wave of inOrder(before))
		left.set(kindOf(wave), [...(left.get(kindOf(wave)) ?? []), wave.conferrers]);
	return Object.fromEntries(
		inOrder(after).map((wave) => [
			wave.number,
			{ ...wave, conferrers: left.get(kindOf(wave))?.shift() ?? [] }
		])
	);
}
const inOrder = (waves: AwardsState['waves']): Wave[] =>
	Object.values(waves).sort((a, b) => a.number - b.number);

/** Places up to the last who was handed a frame. */
const passedIn = ({ outcomes }: Pick<AwardsState, 'outcomes'>, members: readonly string[]): number =>
	members.findLastIndex((id) => outcomes[id]?.givenAt !== undefined) + 1;

/** The waves that a change empties: bringing their people back brings them back as they were. */
export const emptiedBy = (before: AwardsState, after: AwardsState): Wave[] =>
	Object.values(before.waves).filter((wave) => after.waves[wave.number] === undefined);

/** What was emptied stands again with its conferrers and its step, and with a pile that has to be confirmed anew. */
export function refilled(state: AwardsState, emptied: readonly Wave[]): AwardsState {
	const waves = { ...state.waves };
	for (const old of emptied) {
		const wave = waves[old.number];
		if (wave) waves[old.number] = { ...old, version: wave.version };
	}
	return { ...state, waves };
}

/** How the waves, marks and people that a change touches are now. */
export function undoImage(state: AwardsState, change: Arrangement): Arrangement {
	const moving = new Set(change.waves.flatMap((row) => row.members));
	const numbers = new Set(change.waves.map((row) => row.number));
	for (const id of moving) {
		const from = state.recipients[id]?.wave ?? 0;
		if (from !== 0) numbers.add(from);
	}
	return {
		waves: [...numbers].map((number) => waveRow(state, number)),
		marks: change.marks.map(({ recipient }) => ({ recipient, outcome: state.outcomes[recipient] ?? null })),
		stands: (change.stands ?? []).flatMap(({ recipient }) => {
			const row = state.recipients[recipient];
			return row ? [{ recipient, onBehalf: row.onBehalf ?? null }] : [];
		}),
		cause: { kind: 'undo' }
	};
}

export function waveRow(state: AwardsState, number: number): WaveRow {
	const wave = state.waves[number];
	const members = Object.values(state.recipients)
		.filter((row: Row) => row.wave === number)
		.sort((a, b) => a.stagePosition - b.stagePosition);
	return {
		number,
		decision: wave?.decision ?? members[0]?.decision ?? '',
		type: wave?.type ?? members[0]?.type ?? 'individual',
		members: members.map((row) => row.id)
	};
}
