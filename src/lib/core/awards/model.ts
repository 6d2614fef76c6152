/**
 * Owns: who is given what, in which wave ("Lượt") and place, how far each wave is, and which pile of frames was
 * confirmed. Assumes: orders only, in log order; that somebody stands in the wings is a fact, the latest by (time, id).
 * A wave's people are the recipients who carry its number, by stage position: there is no second list to disagree.
 */
import type { FactTime } from '../admissions/model';
import type { Slice } from '../log/slice';
import type { Role } from '../access/roles';
import type { Side } from '../seating/hall';
import { arranged, emptiedBy, refilled, undoImage, versioned, waveRow, type Arrangement } from './arrange';

export type RecipientType = 'individual' | 'collective' | 'household';
export const AWARD_RANKS = ['state', 'pm', 'ministry', 'province', 'commune'] as const;
/** From high to low as listed (ceremony.md §1.8). */
export type AwardRank = (typeof AWARD_RANKS)[number];

export type AwardDecision = {
	id: string;
	/** Giấy khen, Bằng khen … */
	form: string;
	rank: AwardRank;
	number: string;
	/** Who invites the recipients up: chosen per decision. */
	caller: Extract<Role, 'reader' | 'awards' | 'mc'>;
	/** Recipients stand on the stage for the reading, or are invited after it; absent: by rank (`callsBefore`). */
	call?: 'before' | 'after';
	/** ISO day. Who reads it stands beside the log under `award:<id>`. */
	date?: string;
};

export type Recipient = {
	/** Absent in older logs, where it was the delegate's. */
	id?: string;
	/** The person, or who represents the collective or household; null when not on the list. */
	delegate: string | null;
	decision: string;
	type: RecipientType;
	/** 0 while in no wave. */
	wave: number;
	/** From 1, left to right as the hall sees them. */
	stagePosition: number;
	/** Category of the plan's quota, as the plan calls it. */
	category?: string;
	posthumous?: boolean;
	onBehalf?: OnBehalf;
};
/** Nhận thay: who goes up instead; null when not on the list, then the name stands beside the log under `behalf:<id>`. */
export type OnBehalf = { by: string | null; reason: string };
/** `listed` is the place in the decision's list, from 0. */
export type Row = Recipient & { id: string; listed: number };

/** What became of a recipient's award; absent while it is to come. */
export type Outcome = {
	/** Handed over on the stage, ms. */
	givenAt?: number;
	onBehalf?: true;
	/** Trao sau: taken out of the waves, and why. */
	later?: LaterReason;
	/** In sai: presented as normal, then collected and made again. */
	misprinted?: true;
	/** Not in the pile; the recipient stands without and it is given later. */
	frameMissing?: true;
};
export const LATER_REASONS = ['absent', 'notInWings', 'dropped', 'later', 'frameMissing'] as const;
export type LaterReason = (typeof LATER_REASONS)[number];

export const WAVE_STEPS = ['prepared', 'staged', 'onStage', 'presenting', 'photo', 'cleared'] as const;
export type WaveStep = (typeof WAVE_STEPS)[number];
export type PresenterNumber = 1 | 2;
export type Confirmation = {
	version: number;
	/** The pile as it was confirmed, top to bottom, so that what moved since can be marked. */
	stack: string[];
	at: number;
	how: 'scan' | 'tap';
	device: string;
};
export type Wave = {
	number: number;
	decision: string;
	type: RecipientType;
	/** Of its pile of frames: every change of people, order or frames makes a new one. */
	version: number;
	step: WaveStep;
	/** How many have been handed theirs. */
	given: number;
	/** When the step began, ms. */
	since: number;
	conferrers: string[];
	confirmed: Partial<Record<PresenterNumber, Confirmation>>;
	/** Called although a pile was not confirmed ("Vẫn mời lên"). */
	overridden?: true;
};

export type AwardSetup = {
	/** People a wave; the stage's width through 0.7 m is the most. */
	waveSize: number;
	/** Which steps the queue comes up by, as the hall sees them. */
	steps: Side;
	presenters: 1 | 2;
	split: 'alternate' | 'half';
	/** Order of types within a rank. */
	types: RecipientType[];
};
export type Amendment = {
	decision: string;
	at: number;
	added: string[];
	removed: string[];
	changed: string[];
};
export type WingTick = FactTime & { id: string; recipient: string; on: boolean };

export type AwardsState = {
	decisions: Record<string, AwardDecision>;
	recipients: Record<string, Row>;
	outcomes: Record<string, Outcome>;
	/** When a decision was read out, ms: from then on only an amendment changes it. */
	announced: Record<string, number>;
	amendments: Amendment[];
	setup: AwardSetup;
	waves: Record<number, Wave>;
	/** The last version given to a wave's number, so that none is ever used twice. */
	versions: Record<number, number>;
	/** Seq of the last change of people or order: what an arrangement was made on. */
	version: number;
	wings: Record<string, WingTick>;
	/** What the last live change replaced, for "Hoàn tác". */
	last: (Arrangement & { command: string; by: string; emptied: Wave[] }) | null;
};

export type AwardEvents = {
	awardDecisionSet: { decision: AwardDecision; recipients: Recipient[] };
	awardSetupSet: { setup: AwardSetup };
	awardAnnounced: { decision: string };
	awardAmended: {
		decision: AwardDecision;
		recipients: Row[];
		amendment: Omit<Amendment, 'at' | 'decision'>;
	};
	wavesArranged: Arrangement & { undo?: true };
	conferrersSet: { wave: number; conferrers: string[] };
	stackConfirmed: {
		wave: number;
		presenter: PresenterNumber;
		version: number;
		stack: string[];
		how: 'scan' | 'tap';
	};
	waveStepped: { wave: number; step: WaveStep; given: number; overridden?: true };
	wingTicked: { tick: WingTick };
};

export const defaultSetup: AwardSetup = {
	waveSize: 8,
	steps: 'left',
	presenters: 2,
	split: 'alternate',
	types: ['collective', 'household', 'individual']
};

export const awardsSlice: Slice<AwardsState> = {
	initial: {
		decisions: {},
		recipients: {},
		outcomes: {},
		announced: {},
		amendments: [],
		setup: defaultSetup,
		waves: {},
		versions: {},
		version: 0,
		wings: {},
		last: null
	},
	reads: [
		'awardDecisionSet',
		'awardSetupSet',
		'awardAnnounced',
		'awardAmended',
		'wavesArranged',
		'conferrersSet',
		'stackConfirmed',
		'waveStepped',
		'wingTicked'
	],
	evolve(state, event) {
		switch (event.type) {
			case 'awardDecisionSet':
				return withDecision(
					state,
					event.payload.decision,
					event.payload.recipients.map(withId),
					event,
					false
				);
			case 'awardAmended': {
				const { decision, recipients, amendment } = event.payload;
				const amended = { ...amendment, decision: decision.id, at: event.at };
				return {
					...withDecision(state, decision, recipients, event, true),
					amendments: [...state.amendments, amended]
				};
			}
			case 'awardSetupSet':
				return withNewPiles({ ...state, setup: event.payload.setup, version: event.seq, last: null });
			case 'awardAnnounced':
				return {
					...state,
					announced: { ...state.announced, [event.payload.decision]: event.at }
				};
			case 'wavesArranged': {
				const { undo, ...arrangement } = event.payload;
				const next = { ...arranged(state, arrangement, event), version: event.seq };
				if (undo) return { ...refilled(next, state.last?.emptied ?? []), last: null };
				const { command, actor } = event;
				const emptied = emptiedBy(state, next);
				return { ...next, last: { ...undoImage(state, arrangement), command, by: actor.id, emptied } };
			}
			case 'conferrersSet':
				return withWave(state, event.payload.wave, (wave) => ({
					...wave,
					conferrers: event.payload.conferrers
				}));
			case 'stackConfirmed': {
				const { wave, presenter, ...confirmation } = event.payload;
				return withWave(state, wave, (row) => ({
					...row,
					confirmed: {
						...row.confirmed,
						[presenter]: { ...confirmation, at: event.at, device: event.actor.id }
					}
				}));
			}
			case 'waveStepped':
				return stepped(state, event.payload, event.at);
			case 'wingTicked': {
				const { tick } = event.payload;
				const old = state.wings[tick.recipient];
				if (old && (old.at > tick.at || (old.at === tick.at && old.id >= tick.id))) return state;
				return { ...state, wings: { ...state.wings, [tick.recipient]: tick } };
			}
			default:
				return state;
		}
	}
};

const withId = (recipient: Recipient, listed: number): Row => ({
	...recipient,
	id: recipientId(recipient),
	listed
});
export const recipientId = (recipient: Recipient): string => recipient.id ?? recipient.delegate ?? '';

/** The recipients of one decision are replaced as a whole; waves nobody stands in any more are gone. */
function withDecision(
	state: AwardsState,
	decision: AwardDecision,
	rows: Row[],
	{ seq, at }: { seq: number; at: number },
	amended: boolean
): AwardsState {
	const recipients = Object.fromEntries(
		Object.entries(state.recipients).filter(([, row]) => row.decision !== decision.id)
	);
	const outcomes = { ...state.outcomes };
	for (const row of rows) {
		recipients[row.id] = row;
		const { later, ...rest } = outcomes[row.id] ?? {};
		// A list that puts somebody into a wave means it.
		if (later !== undefined && row.wave !== 0) outcomes[row.id] = rest;
	}
	const next = {
		...state,
		outcomes,
		decisions: { ...state.decisions, [decision.id]: decision },
		recipients,
		version: seq,
		last: null
	};
	const touched = new Set(
		[...Object.values(state.recipients).filter((r) => r.decision === decision.id), ...rows].map((r) => r.wave)
	);
	touched.delete(0);
	const rowsNow = [...touched].map((number) => ({
		...waveRow(next, number),
		decision: decision.id,
		type: membersOf(next, number)[0]?.type ?? 'individual'
	}));
	// A list that names places means them; an amendment closes the gaps of those who left.
	return amended
		? arranged(next, { waves: rowsNow, marks: [], cause: { kind: 'decision' } }, { at })
		: { ...next, ...versioned(next, rowsNow, at) };
}

/** How the frames are shared out is part of every pile, also of one that is being carried or may be gone back to. */
function withNewPiles(state: AwardsState): AwardsState {
	const waves = { ...state.waves };
	const versions = { ...state.versions };
	for (const wave of Object.values(state.waves)) {
		const version = (versions[wave.number] ?? wave.version) + 1;
		versions[wave.number] = version;
		waves[wave.number] = { ...wave, version };
	}
	return { ...state, waves, versions };
}

function withWave(state: AwardsState, number: number, change: (wave: Wave) => Wave): AwardsState {
	const wave = state.waves[number];
	return wave ? { ...state, waves: { ...state.waves, [number]: change(wave) } } : state;
}

function stepped(state: AwardsState, to: AwardEvents['waveStepped'], at: number): AwardsState {
	const wave = state.waves[to.wave];
	if (!wave) return state;
	const outcomes = { ...state.outcomes };
	membersOf(state, to.wave).forEach((row, place) => {
		const had = outcomes[row.id] ?? {};
		if (place < to.given && had.givenAt === undefined && !had.frameMissing)
			outcomes[row.id] = { ...had, givenAt: at, ...(row.onBehalf && { onBehalf: true }) };
		if (place >= to.given && place < wave.given) {
			const { givenAt: _given, onBehalf: _behalf, ...rest } = had;
			outcomes[row.id] = rest;
		}
	});
	const { overridden: _old, ...rest } = wave;
	const overridden =
		to.overridden ?? (to.step === 'prepared' || to.step === 'staged' ? undefined : wave.overridden);
	return {
		...state,
		outcomes,
		// What was changed before the wave went on is no longer taken back with one touch.
		last: null,
		waves: {
			...state.waves,
			[to.wave]: {
				...rest,
				step: to.step,
				given: to.given,
				since: at,
				...(overridden && { overridden })
			}
		}
	};
}

/** Left to right as the hall sees them. */
export const membersOf = (state: Pick<AwardsState, 'recipients'>, wave: number): Row[] =>
	Object.values(state.recipients)
		.filter((row) => row.wave === wave)
		.sort((a, b) => a.stagePosition - b.stagePosition || (a.id < b.id ? -1 : 1));

export const wavesInOrder = (state: Pick<AwardsState, 'waves'>): Wave[] =>
	Object.values(state.waves).sort((a, b) => a.number - b.number);

/** Who walks up the steps for it; null when that is nobody of the list. */
export const goesUp = (row: Recipient): string | null => (row.onBehalf ? row.onBehalf.by : row.delegate);

/** What a delegate is given or goes up for; of several the one that comes first. Computed once for each list of recipients. */
export function awardOf(state: Pick<AwardsState, 'recipients'>, delegate: string): Row | undefined {
	let index = byDelegate.get(state.recipients);
	if (!index) {
		index = new Map();
		for (const row of Object.values(state.recipients))
			for (const person of [row.delegate, row.onBehalf?.by ?? null]) {
				if (person === null) continue;
				const other = index.get(person);
				// Wave 0 is no wave: it comes after all.
				if (!other || (row.wave || Infinity) < (other.wave || Infinity)) index.set(person, row);
			}
		byDelegate.set(state.recipients, index);
	}
	return index.get(delegate);
}
const byDelegate = new WeakMap<AwardsState['recipients'], Map<string, Row>>();

/** Recipients of a President's decision stand for the reading; others are invited after it (ceremony.md §1.5). */
export const callsBefore = (decision: AwardDecision): boolean =>
	(decision.call ?? (decision.rank === 'state' ? 'before' : 'after')) === 'before';
