/**
 * Owns: the cues of the day: what the plan was changed to, and what became of each cue (prepared, given, answered,
 * repeated, withdrawn). Assumes: orders only, in log order. When a cue is due is no event: `plan.ts` projects it.
 * Words are beside the log: a cue's own text and an alert's details under `cue:<id>`, a reply under `reply:<answer>`.
 */
import type { Role } from '../access/roles';
import { WAVE_STEPS, type WaveStep } from '../awards/model';
import type { EventOf } from '../log/event';
import type { Slice } from '../log/slice';
import { ALERTS, type AlertKind } from './alerts';
import type { CueWord } from './defaults';

/** Of two MCs, whose lines the device reads. */
export type Voice = 1 | 2;
export type CueAudience = { roles: Role[]; voice?: Voice } | { device: string };
export type CueStep = Extract<WaveStep, 'staged' | 'onStage' | 'presenting' | 'photo'>;
export type CueTrigger =
	/** Stands by `lead` minutes before the item is expected to begin. */
	| { on: 'itemStart'; item: string; lead: number }
	/** Stands by `before` minutes before the planned end. */
	| { on: 'itemEnd'; item: string; before: number }
	/** Stands by one step earlier. */
	| { on: 'wave'; step: CueStep }
	| { on: 'hand' };
export type Cue = {
	id: string;
	trigger: CueTrigger;
	to: CueAudience;
	/** Given by the stage's own key, or together with the order that brings the item or the step. */
	give: 'hand' | 'trigger';
	/** The words of a default cue; an own text goes before them. */
	word: CueWord | null;
};

export type CuePhase = 'standby' | 'go';
export type CueAnswer = {
	answer: 'clear' | 'unclear';
	at: number;
	/** The command's; a reply in words stands under `reply:<id>`. */
	id: string;
	role: Role;
	replied?: true;
	/** When the stage said that the person was called back. */
	calledAt?: number;
};
export type CueAnswers = Partial<Record<CuePhase, CueAnswer>>;
/** What became of one occurrence of a cue. */
export type CueRun = {
	occurrence: string;
	/** Of preparing, giving and withdrawing: what an order names. Answers do not change it. */
	version: number;
	/** The item it belongs to, so that an undone step takes back what it gave. */
	item: string | null;
	calledAt: number | null;
	goAt: number | null;
	withdrawnAt: number | null;
	nudgedAt: Partial<Record<CuePhase, number>>;
	answers: Record<string, CueAnswers>;
};
/** A silent report to security and medics; its run is kept under its id. */
export type CueAlert = { id: string; what: AlertKind; at: number; by: Role; device: string };

export type CuePlanState = {
	/** Changed defaults and own cues; null: a default that is left out. */
	set: Record<string, Cue | null>;
	/** Seq of the last change of the list of messages; 0: as it came. */
	presets: number;
	alerts: CueAlert[];
	/** By cue, the latest occurrence last: an undone step may come back to the one before. */
	runs: Record<string, CueRun[]>;
	/** How often an item, or a wave's step (`<wave>.<step>`), was come to, and when last, ms. */
	visits: Record<string, { count: number; at: number }>;
	/** The wave's furthest news, to tell a step forward from one back. */
	waveSteps: Record<number, WaveStep>;
	/** The movement that "Hoàn tác" would take back. */
	moved: { command: string; at: number; item: string | null } | null;
	voices: Record<string, Voice>;
};

type At = { cue: string; occurrence: string };
export type CuePlanEvents = {
	cueSet: { cue: Cue };
	/** `default`: as the programme suggests; otherwise left out, or gone when it was an own one. */
	cueDropped: { cue: string; default: boolean };
	cuePresetsSet: { count: number };
	cueCalled: At & { item: string | null };
	cueGiven: At & { item: string | null };
	cueWithdrawn: At;
	cueNudged: At & { phase: CuePhase };
	cueAnswered: At & { phase: CuePhase; answer: CueAnswer['answer']; replied?: true };
	/** Whoever gave this answer was called back. */
	cueAnswerCalled: { cue: string; answer: string };
	cueAlerted: { id: string; what: AlertKind };
	voiceChosen: { voice: Voice | null };
};

/** Enough for a day; older ones stay in the log. */
const ALERTS_KEPT = 30;
const RUNS_KEPT = 3;

export const cuePlanSlice: Slice<CuePlanState> = {
	initial: {
		set: {},
		presets: 0,
		alerts: [],
		runs: {},
		visits: {},
		waveSteps: {},
		moved: null,
		voices: {}
	},
	reads: [
		'cueSet',
		'cueDropped',
		'cuePresetsSet',
		'cueCalled',
		'cueGiven',
		'cueWithdrawn',
		'cueNudged',
		'cueAnswered',
		'cueAnswerCalled',
		'cueAlerted',
		'voiceChosen',
		'stepped',
		'stepUndone',
		'waveStepped'
	],
	evolve(state, event) {
		switch (event.type) {
			case 'cueSet':
				return { ...state, set: { ...state.set, [event.payload.cue.id]: event.payload.cue } };
			case 'cueDropped': {
				const { cue, default: back } = event.payload;
				const { [cue]: _old, ...rest } = state.set;
				return { ...state, set: back ? rest : { ...rest, [cue]: null } };
			}
			case 'cuePresetsSet':
				return { ...state, presets: event.seq };
			case 'cueCalled':
				// A new round: who answered an earlier one is asked again.
				return withRun(state, event.payload, (run) => ({
					...freshRun(event.payload),
					version: run.version + 1,
					calledAt: event.at
				}));
			case 'cueGiven':
				return withRun(state, event.payload, (run) => ({
					...run,
					item: event.payload.item,
					version: run.version + 1,
					goAt: event.at
				}));
			case 'cueWithdrawn':
				return withRun(state, event.payload, (run) => ({
					...run,
					version: run.version + 1,
					withdrawnAt: event.at
				}));
			case 'cueNudged': {
				const { phase } = event.payload;
				return withRun(state, event.payload, (run) => ({
					...run,
					nudgedAt: { ...run.nudgedAt, [phase]: event.at }
				}));
			}
			case 'cueAnswered':
				return answered(state, event);
			case 'cueAnswerCalled':
				return calledBack(state, event.payload, event.at);
			case 'cueAlerted':
				return alerted(state, event);
			case 'voiceChosen': {
				const { [event.actor.id]: _old, ...voices } = state.voices;
				const { voice } = event.payload;
				return { ...state, voices: voice === null ? voices : { ...voices, [event.actor.id]: voice } };
			}
			case 'stepped': {
				const { to } = event.payload;
				const moved = { command: event.command, at: event.at, item: to };
				return to === null ? { ...state, moved } : { ...state, moved, visits: visited(state, to, event.at) };
			}
			case 'stepUndone':
				return undone(state, event.payload.of);
			case 'waveStepped': {
				const { wave, step } = event.payload;
				const before = state.waveSteps[wave] ?? 'prepared';
				const waveSteps = { ...state.waveSteps, [wave]: step };
				const forward = WAVE_STEPS.indexOf(step) > WAVE_STEPS.indexOf(before);
				return forward
					? { ...state, waveSteps, visits: visited(state, `${wave}.${step}`, event.at) }
					: before === step
						? state
						: { ...state, waveSteps };
			}
			default:
				return state;
		}
	}
};

const visited = ({ visits }: CuePlanState, what: string, at: number): CuePlanState['visits'] => ({
	...visits,
	[what]: { count: (visits[what]?.count ?? 0) + 1, at }
});

const freshRun = ({ occurrence, item }: { occurrence: string; item?: string | null }): CueRun => ({
	occurrence,
	version: 0,
	item: item ?? null,
	calledAt: null,
	goAt: null,
	withdrawnAt: null,
	nudgedAt: {},
	answers: {}
});

function withRun(state: CuePlanState, at: At, change: (run: CueRun) => CueRun): CuePlanState {
	const had = state.runs[at.cue] ?? [];
	const run = change(had.find((one) => one.occurrence === at.occurrence) ?? freshRun(at));
	const others = had.filter((one) => one.occurrence !== at.occurrence);
	return { ...state, runs: { ...state.runs, [at.cue]: [...others, run].slice(-RUNS_KEPT) } };
}

function answered(state: CuePlanState, event: EventOf<'cueAnswered'>): CuePlanState {
	const { phase, answer, replied } = event.payload;
	const given: CueAnswer = {
		answer,
		at: event.at,
		id: event.command,
		role: event.actor.role,
		...(replied && { replied })
	};
	const by = event.actor.id;
	return withRun(state, event.payload, (run) => ({
		...run,
		answers: { ...run.answers, [by]: { ...run.answers[by], [phase]: given } }
	}));
}

/** Only the very answer that was called about: whoever answered anew meanwhile is to be called again. */
function calledBack(
	state: CuePlanState,
	{ cue, answer }: CuePlanEvents['cueAnswerCalled'],
	at: number
): CuePlanState {
	const mark = (one: CueAnswer): CueAnswer => (one.id === answer ? { ...one, calledAt: at } : one);
	const marked = ({ standby, go }: CueAnswers): CueAnswers => ({
		...(standby && { standby: mark(standby) }),
		...(go && { go: mark(go) })
	});
	const runs = (state.runs[cue] ?? []).map((run) => ({
		...run,
		answers: Object.fromEntries(Object.entries(run.answers).map(([by, one]) => [by, marked(one)]))
	}));
	return { ...state, runs: { ...state.runs, [cue]: runs } };
}

function alerted(state: CuePlanState, event: EventOf<'cueAlerted'>): CuePlanState {
	const { id, what } = event.payload;
	const alert = { id, what, at: event.at, by: event.actor.role, device: event.actor.id };
	const alerts = [...state.alerts, alert].slice(-ALERTS_KEPT);
	const gone = new Set(state.alerts.filter((one) => !alerts.includes(one)).map((one) => one.id));
	const runs = Object.fromEntries(Object.entries(state.runs).filter(([cue]) => !gone.has(cue)));
	const { id: by, role } = event.actor;
	const told: readonly Role[] = ALERTS[what];
	// Who reports it knows of it.
	const own: CueAnswer = { answer: 'clear', at: event.at, id: event.command, role };
	const answers: CueRun['answers'] = told.includes(role) ? { [by]: { go: own } } : {};
	// There is nothing to prepare: it is given as it is raised.
	runs[id] = [{ ...freshRun({ occurrence: ALERT_OCCURRENCE }), version: 1, goAt: event.at, answers }];
	return { ...state, alerts, runs };
}
export const ALERT_OCCURRENCE = 'a1';

/** What the undone step gave is taken back; who had said that they are prepared has said so. */
function undone(state: CuePlanState, of: string): CuePlanState {
	const { moved } = state;
	if (moved?.command !== of) return state;
	const { item, at } = moved;
	if (item === null) return { ...state, moved: null };
	const runs = Object.fromEntries(
		Object.entries(state.runs).map(([cue, list]) => [
			cue,
			list.map((run) => (run.item === item && run.goAt !== null && run.goAt >= at ? notGiven(run) : run))
		])
	);
	const count = (state.visits[item]?.count ?? 1) - 1;
	const visits = { ...state.visits, [item]: { count, at } };
	return { ...state, runs, visits, moved: null };
}

function notGiven(run: CueRun): CueRun {
	const { go: _nudged, ...nudgedAt } = run.nudgedAt;
	const answers = Object.fromEntries(
		Object.entries(run.answers).map(([by, { standby }]) => [by, standby ? { standby } : {}])
	);
	return { ...run, version: run.version + 1, goAt: null, nudgedAt, answers };
}
