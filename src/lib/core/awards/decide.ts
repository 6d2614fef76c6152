/** Owns: entering award decisions and dividing them into waves, before and while the day runs. */
import type { Deciders } from '../log/command';
import type { Decided, PersonalChange } from '../log/event';
import type { State } from '../log/slices';
import { ok, reject, type Result } from '../result';
import { waveRow, type WaveRow } from './arrange';
import {
	recipientId,
	type AwardDecision,
	type AwardSetup,
	type AwardsState,
	type Recipient,
	type Row
} from './model';
import { makeWaves } from './waves';

/** Who is not on the list of delegates (a collective, a household, somebody who has died), and what is said of them. */
export type RecipientPersonal = {
	honorific?: string;
	name?: string;
	title?: string;
	unit?: string;
	achievement?: string;
	/** How a difficult name is spoken. */
	say?: string;
};
export type DecisionPersonal = { readBy?: string; text?: string };
export type EnteredRecipient = Recipient & { personal?: RecipientPersonal };
type Entered = { decision: AwardDecision; recipients: EnteredRecipient[]; personal?: DecisionPersonal };

export type AwardCommands = {
	'award.set': Entered;
	'award.setup': { setup: AwardSetup };
	/** It was read out: from now on only an amendment changes it. */
	'award.announce': { decision: string };
	'award.amend': Entered & { based: number };
	'wave.make': Record<string, never>;
	/** Waves as they were dragged, all that are named at once; `based` is the awards' version on the screen. */
	'wave.arrange': { waves: WaveRow[]; based: number };
	'wave.conferrers': { wave: number; conferrers: string[] };
};

export const awardDeciders: Deciders<AwardCommands> = {
	'award.set': {
		kind: 'order',
		decide(state, payload) {
			if (state.awards.announced[payload.decision.id] !== undefined) return reject('decision_announced');
			const refused =
				listFault(state.awards, payload.decision.id, payload.recipients) ??
				placeFault(state.awards, payload.decision.id, payload.recipients);
			if (refused) return refused;
			const recipients = closedUp(payload.recipients.map(bare));
			return ok({
				events: [{ type: 'awardDecisionSet', payload: { decision: payload.decision, recipients } }],
				personal: personalOf(payload)
			});
		}
	},
	'award.setup': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'awardSetupSet', payload }] })
	},
	'award.announce': {
		kind: 'order',
		decide(state, payload) {
			if (!state.awards.decisions[payload.decision]) return reject('decision_unknown');
			// Two screens say so at once: read out once.
			if (state.awards.announced[payload.decision] !== undefined) return ok({ events: [] });
			return ok({ events: [{ type: 'awardAnnounced', payload }] });
		}
	},
	'award.amend': { kind: 'order', decide: amend },
	'wave.make': {
		kind: 'order',
		decide({ awards }) {
			if (Object.values(awards.waves).some((wave) => wave.step !== 'prepared')) return reject('waves_begun');
			const made = makeWaves(awards);
			if (!made.length) return reject('nobody_to_divide');
			const gone = Object.keys(awards.waves)
				.map(Number)
				.filter((number) => number > made.length)
				.map((number): WaveRow => ({ ...waveRow(awards, number), members: [] }));
			return ok(
				arrangedTo(
					awards,
					[...gone, ...made].filter((row) => differs(awards, row))
				)
			);
		}
	},
	'wave.arrange': { kind: 'order', decide: arrange },
	'wave.conferrers': {
		kind: 'order',
		decide(state, payload) {
			if (!state.awards.waves[payload.wave]) return reject('wave_unknown');
			return ok({ events: [{ type: 'conferrersSet', payload }] });
		}
	}
};

const bare = ({ personal: _beside, ...recipient }: EnteredRecipient): Recipient => recipient;

function personalOf({ decision, recipients, personal }: Entered): PersonalChange[] {
	return [
		...(personal ? [{ ref: `award:${decision.id}`, payload: { ...personal } }] : []),
		...recipients.flatMap((recipient) =>
			recipient.personal
				? [{ ref: `recipient:${recipientId(recipient)}`, payload: { ...recipient.personal } }]
				: []
		)
	];
}

/** Whoever was to be given later and is put into a wave is given there. */
function arrangedTo(awards: AwardsState, waves: WaveRow[]): Decided {
	if (!waves.length) return { events: [] };
	const marks = waves
		.flatMap(({ members }) => members)
		.flatMap((recipient) => {
			const { later, ...rest } = awards.outcomes[recipient] ?? {};
			return later === undefined ? [] : [{ recipient, outcome: Object.keys(rest).length ? rest : null }];
		});
	return { events: [{ type: 'wavesArranged', payload: { waves, marks, cause: { kind: 'arranged' } } }] };
}

/** A pile whose people and order stay the same need not be confirmed again. */
function differs(awards: AwardsState, row: WaveRow): boolean {
	const now = waveRow(awards, row.number);
	return (
		awards.waves[row.number] === undefined ||
		now.decision !== row.decision ||
		now.type !== row.type ||
		now.members.join('\n') !== row.members.join('\n')
	);
}

function listFault(awards: AwardsState, decision: string, recipients: Recipient[]): Result<never> | null {
	const ids = new Set<string>();
	const places = new Set<string>();
	for (const recipient of recipients) {
		const id = recipientId(recipient);
		if (!id) return reject('recipient_nameless');
		if (recipient.decision !== decision) return reject('recipient_other_decision');
		const other = awards.recipients[id];
		if (ids.has(id) || (other && other.decision !== decision)) return reject('recipient_twice');
		ids.add(id);
		if (!recipient.wave) continue;
		const place = `${recipient.wave}/${recipient.stagePosition}`;
		if (places.has(place))
			return reject('recipient_place_twice', { wave: recipient.wave, place: recipient.stagePosition });
		places.add(place);
	}
	return null;
}

/** The waves that a list names: none that is on the stage or over, and none of two kinds. */
function placeFault(awards: AwardsState, decision: string, recipients: Recipient[]): Result<never> | null {
	const begun = (number: number): boolean => {
		const step = awards.waves[number]?.step ?? 'prepared';
		return step !== 'prepared' && step !== 'staged';
	};
	const rows = Object.values(awards.recipients);
	if (rows.some((row) => row.decision === decision && begun(row.wave))) return reject('decision_begun');
	const types = new Map<number, Recipient['type']>();
	for (const { wave, type } of recipients) {
		if (!wave) continue;
		if (begun(wave)) return reject('wave_begun');
		if ((types.get(wave) ?? type) !== type) return reject('wave_mixed');
		types.set(wave, type);
	}
	return rows.some((row) => row.decision !== decision && types.has(row.wave)) ? reject('wave_mixed') : null;
}

/** Places as they were named, without the holes that a list with somebody struck out would leave. */
function closedUp(recipients: Recipient[]): Recipient[] {
	const places = new Map<number, number[]>();
	for (const { wave, stagePosition } of recipients)
		if (wave)
			places.set(
				wave,
				[...(places.get(wave) ?? []), stagePosition].sort((a, b) => a - b)
			);
	return recipients.map((one) =>
		one.wave ? { ...one, stagePosition: (places.get(one.wave)?.indexOf(one.stagePosition) ?? 0) + 1 } : one
	);
}

function amend({ awards }: State, entered: AwardCommands['award.amend']): Result<Decided> {
	const { decision, based } = entered;
	const recipients = entered.recipients.map(bare);
	if (!awards.decisions[decision.id]) return reject('decision_unknown');
	if (based !== awards.version) return reject('awards_changed');
	const refused = listFault(awards, decision.id, recipients);
	if (refused) return refused;
	const before = Object.values(awards.recipients).filter((row) => row.decision === decision.id);
	const now = new Map(recipients.map((recipient) => [recipientId(recipient), recipient]));
	const removed = before.filter((row) => !now.has(row.id));
	const isGiven = (row: Row): boolean => awards.outcomes[row.id]?.givenAt !== undefined;
	if (removed.some(isGiven)) return reject('recipient_given');
	const known = new Map(before.map((row) => [row.id, row]));
	// Whoever stays keeps the place in the wave; who is new stands in none until a person puts them there.
	const rows = recipients.map((recipient, listed): Row => {
		const id = recipientId(recipient);
		const old = known.get(id);
		return {
			...recipient,
			id,
			listed,
			wave: old?.type === recipient.type ? old.wave : 0,
			stagePosition: old?.type === recipient.type ? old.stagePosition : 0
		};
	});
	const changed = rows.filter((row) => {
		const old = known.get(row.id);
		return old && (old.delegate !== row.delegate || old.type !== row.type || old.category !== row.category);
	});
	if (changed.some(isGiven)) return reject('recipient_given');
	return ok({
		events: [
			{
				type: 'awardAmended',
				payload: {
					decision,
					recipients: rows,
					amendment: {
						added: rows.filter((row) => !known.has(row.id)).map((row) => row.id),
						removed: removed.map((row) => row.id),
						changed: changed.map((row) => row.id)
					}
				}
			}
		],
		personal: personalOf(entered)
	});
}

function arrange({ awards }: State, { waves, based }: AwardCommands['wave.arrange']): Result<Decided> {
	if (based !== awards.version) return reject('awards_changed');
	const numbers = new Set(waves.map((row) => row.number));
	if (numbers.size !== waves.length) return reject('wave_twice');
	const seen = new Set<string>();
	for (const row of waves) {
		const wave = awards.waves[row.number];
		if (wave && wave.step !== 'prepared' && wave.step !== 'staged') return reject('wave_begun');
		for (const id of row.members) {
			const recipient = awards.recipients[id];
			if (!recipient) return reject('recipient_unknown');
			if (seen.has(id)) return reject('recipient_twice');
			seen.add(id);
			if (recipient.decision !== row.decision || recipient.type !== row.type) return reject('wave_mixed');
			if (awards.outcomes[id]?.givenAt !== undefined) return reject('recipient_given');
			// Moved out of a wave that is not named here: that wave would lose a person behind its pile's back.
			if (recipient.wave !== 0 && !numbers.has(recipient.wave)) return reject('wave_incomplete');
		}
	}
	// Whoever leaves the waves leaves by "Trao sau", with a reason; an arrangement forgets nobody.
	const forgotten = ({ id, wave }: Row): boolean => numbers.has(wave) && !seen.has(id);
	if (Object.values(awards.recipients).some(forgotten)) return reject('wave_incomplete');
	return ok(
		arrangedTo(
			awards,
			waves.filter((row) => differs(awards, row))
		)
	);
}
