/**
 * Owns: what each person of the awards sees: the pile and the next frame for a presenter, the call for whoever calls,
 * the queue for the marshal, the row for the hall. All from the same wave, so that no two can disagree.
 */
import { callsBefore, wavesInOrder, type AwardDecision, type PresenterNumber } from '../awards/model';
import { honouredView, type HonouredView } from '../awards/people';
import { nextFrame } from '../awards/run';
import { framesOf, isConfirmed, pileChange, stacksOf } from '../awards/stack';
import { currentWave, decisionsInOrder, nextWave, queueOf, secondsLeft } from '../awards/waves';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import type { Side } from '../seating/hall';
import { callView, waveView, type CallView, type WaveView } from './call-view';
import { crewView, type CrewView } from './programme-views';
import { personView, text } from './shared';

export type FrameView = {
	id: string;
	/** "Khung 3/8": in the order of handing over, of both presenters. */
	frame: number;
	position: number;
	honorific: string;
	name: string;
	unit: string;
	/** Marked since the pile was confirmed. */
	changed: 'moved' | 'added' | null;
};
export type PresenterView = CrewView & {
	presenter: PresenterNumber;
	/** "Một lễ tân": this one carries all frames, or none. */
	alone: boolean;
	wave: WaveView | null;
	/** Top to bottom. */
	stack: FrameView[];
	frames: number;
	confirmed: boolean;
	/** Frames to be taken out of the pile that was confirmed. */
	removed: FrameView[];
	/** The pile has changed since it was confirmed: "THỨ TỰ VỪA ĐỔI". */
	reordered: boolean;
	/** The next frame of all, and whether it is this presenter's. */
	nextFrame: (FrameView & { mine: boolean }) | null;
	ahead: WaveView | null;
};

export function presenterView(
	state: State,
	lookup: PersonalLookup,
	presenter: PresenterNumber,
	device: string | null
): PresenterView {
	const { awards } = state;
	const wave = currentWave(awards);
	const ahead = nextWave(awards);
	const role = presenter === 1 ? ('presenter-1' as const) : ('presenter-2' as const);
	const crew = crewView(state, lookup, { role, device });
	const bare = {
		...crew,
		presenter,
		alone: awards.setup.presenters === 1,
		ahead: ahead && waveView(state, ahead)
	};
	if (!wave)
		return {
			...bare,
			wave: null,
			stack: [],
			frames: 0,
			confirmed: false,
			removed: [],
			reordered: false,
			nextFrame: null
		};
	const numbers = new Map(framesOf(awards, wave.number).map((row, at) => [row.id, at + 1]));
	const change = pileChange(awards, wave, presenter);
	const frameView = (id: string): FrameView[] => {
		const row = awards.recipients[id];
		if (!row) return [];
		const { honorific, name, unit, position } = honouredView(state, lookup, row);
		const changed = change?.moved.includes(id) ? 'moved' : change?.added.includes(id) ? 'added' : null;
		return [{ id, frame: numbers.get(id) ?? 0, position, honorific, name, unit, changed }];
	};
	const stack = stacksOf(awards, wave.number)[presenter];
	const coming = wave.step === 'onStage' || wave.step === 'presenting' ? nextFrame(awards, wave) : null;
	const next = coming && frameView(coming.row.id)[0];
	return {
		...bare,
		wave: waveView(state, wave),
		stack: stack.flatMap(frameView),
		frames: numbers.size,
		confirmed: isConfirmed(wave, presenter),
		removed: (change?.removed ?? []).flatMap(frameView),
		reordered: change !== null && change.moved.length + change.added.length + change.removed.length > 0,
		nextFrame: next ? { ...next, mine: stack.includes(next.id) } : null
	};
}

/** A decision as it is read out; names of what an amendment changed since, so that nobody reads an older paper. */
export type DecisionView = Pick<AwardDecision, 'id' | 'form' | 'rank' | 'number'> & {
	/** ISO day; empty when not entered. */
	date: string;
	readBy: string;
	text: string;
	/** Recipients stand on the stage while it is read. */
	before: boolean;
	announcedAt: number | null;
	recipients: number;
	amendments: { at: number; added: string[]; removed: string[]; changed: string[] }[];
};
export type ReaderView = CrewView & {
	/** The one to be read, or of the wave in hand; the next after it that is still to be read. */
	decision: DecisionView | null;
	nextDecision: DecisionView | null;
	call: CallView | null;
	ahead: CallView | null;
	/** Of all waves that are not over. */
	secondsLeft: number;
};
export function readerView(state: State, lookup: PersonalLookup, device: string | null): ReaderView {
	const { awards } = state;
	const wave = currentWave(awards);
	const inOrder = decisionsInOrder(awards);
	const unread = inOrder.filter((one) => awards.announced[one.id] === undefined);
	const current = (wave && awards.decisions[wave.decision]) ?? unread[0] ?? inOrder.at(-1) ?? null;
	const next = unread.find((one) => one.id !== current?.id) ?? null;
	return {
		...crewView(state, lookup, { role: 'reader', device }),
		decision: current && decisionView(state, lookup, current),
		nextDecision: next && decisionView(state, lookup, next),
		call: callView(state, lookup, wave),
		ahead: callView(state, lookup, nextWave(awards)),
		secondsLeft: secondsLeft(awards)
	};
}

function decisionView(state: State, lookup: PersonalLookup, decision: AwardDecision): DecisionView {
	const { awards } = state;
	const { id, form, rank, number, date = '' } = decision;
	const beside = lookup(`award:${id}`);
	const named = (recipient: string): string[] => {
		const row = awards.recipients[recipient];
		// Who was taken off the list is known only by what stands beside the log: a household by its own name, not by
		// its representative's.
		const own = lookup(`recipient:${recipient}`);
		const who = row ? honouredView(state, lookup, row) : personView(state, lookup, recipient);
		const name =
			who && (row || !text(own?.name)) ? [who.honorific, who.name] : [text(own?.honorific), text(own?.name)];
		return name.some(Boolean) ? [name.filter(Boolean).join(' ')] : [];
	};
	return {
		id,
		form,
		rank,
		number,
		date,
		readBy: text(beside?.readBy),
		text: text(beside?.text),
		before: callsBefore(decision),
		announcedAt: awards.announced[id] ?? null,
		recipients: Object.values(awards.recipients).filter((row) => row.decision === id).length,
		amendments: awards.amendments
			.filter((one) => one.decision === id)
			.map(({ at, added, removed, changed }) => ({
				at,
				added: added.flatMap(named),
				removed: removed.flatMap(named),
				changed: changed.flatMap(named)
			}))
	};
}

/** In the order in which they walk up. */
export type MarshalView = CrewView & {
	steps: Side;
	queues: { wave: WaveView; people: HonouredView[] }[];
};
const QUEUES = 2;
export function marshalView(state: State, lookup: PersonalLookup, device: string | null): MarshalView {
	const waves = wavesInOrder(state.awards).filter(
		({ step }) => step === 'prepared' || step === 'staged' || step === 'onStage'
	);
	return {
		...crewView(state, lookup, { role: 'marshal', device }),
		steps: state.awards.setup.steps,
		queues: waves.slice(0, QUEUES).map((wave) => ({
			wave: waveView(state, wave),
			people: queueOf(state.awards, wave.number).map((row) => honouredView(state, lookup, row))
		}))
	};
}
