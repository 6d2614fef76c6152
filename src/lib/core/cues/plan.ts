/**
 * Owns: the cues of the conference as they stand: the programme's own suggestions with what was changed, the occurrence
 * each is at, and whom it asks. Pure, over slices; the passing of time is left to `due.ts`.
 */
import type { Role } from '../access/roles';
import type { ConferenceState } from '../conference/model';
import { WAVE_STEPS, type AwardsState } from '../awards/model';
import { currentWave } from '../awards/waves';
import { nextItem, runList, type ProgrammeItem, type ProgrammeState } from '../programme/model';
import { MINUTE } from '../time/minute';
import { ALERTS } from './alerts';
import { KIND_CUES, WAVE_CUES } from './defaults';
import type { Due } from './due';
import {
	ALERT_OCCURRENCE,
	type Cue,
	type CueAlert,
	type CueAudience,
	type CuePhase,
	type CuePlanState,
	type CueRun,
	type CueStep
} from './plan-model';

export type CueFacts = { programme: ProgrammeState; awards: AwardsState; cuePlan: CuePlanState };

export type Standing = Due & {
	cue: Cue;
	occurrence: string;
	item: string | null;
	version: number;
	/** It may come up without another event; otherwise only an order brings it. */
	near: boolean;
	withdrawn: boolean;
	calledAt: number | null;
	/** Given by the order of the item or of the wave, not by a key of its own. */
	byTrigger: boolean;
	run: CueRun | null;
	alert: CueAlert | null;
};

const CUE_STEPS: readonly CueStep[] = ['staged', 'onStage', 'presenting', 'photo'];

/** What an item of these kinds brings, ids included: the same for the same item, on every device. */
function suggestedFor(item: ProgrammeItem): Cue[] {
	return [...new Set(item.kinds)].flatMap((kind) =>
		KIND_CUES[kind].map((one): Cue => ({
			id: `${one.word}.${item.id}`,
			trigger:
				'lead' in one
					? { on: 'itemStart', item: item.id, lead: one.lead }
					: { on: 'itemEnd', item: item.id, before: one.before },
			to: { roles: [...one.to] },
			give: 'give' in one ? one.give : 'hand',
			word: one.word
		}))
	);
}
const suggestedForWaves: readonly Cue[] = CUE_STEPS.flatMap((step) =>
	WAVE_CUES[step].map((one): Cue => ({
		id: `${one.word}.${step}`,
		trigger: { on: 'wave', step },
		to: { roles: [...one.to] },
		give: 'trigger',
		word: one.word
	}))
);

/** What the programme suggests, in its order; changed or left out or not. */
export function suggestedCues({ programme }: Pick<CueFacts, 'programme'>): Cue[] {
	const items = runList(programme);
	const waves = items.some((item) => item.kinds.includes('khen_thuong')) ? suggestedForWaves : [];
	return [...items.flatMap(suggestedFor), ...waves];
}

/** All cues of the plan: those of the programme as changed, then own ones. */
export function cuesOf(state: Pick<CueFacts, 'programme' | 'cuePlan'>): Cue[] {
	const { set } = state.cuePlan;
	const suggested = suggestedCues(state);
	const ids = new Set(suggested.map((cue) => cue.id));
	return [
		...suggested.flatMap((cue) => (Object.hasOwn(set, cue.id) ? (set[cue.id] ?? []) : cue)),
		...Object.values(set).flatMap((cue) => (cue && !ids.has(cue.id) ? cue : []))
	];
}

type Moment = {
	occurrence: string;
	item: string | null;
	near: boolean;
	leadMs: number | null;
	goAt: number | null;
};

/** The occurrence a cue is at, or comes to next; null while there is none ahead. */
function momentOf({ programme, awards, cuePlan }: CueFacts, { id, trigger, give }: Cue): Moment | null {
	const { live, endedAt, order } = programme;
	switch (trigger.on) {
		case 'hand': {
			const run = cuePlan.runs[id]?.at(-1);
			const begun = run !== undefined && (run.calledAt ?? run.goAt) !== null;
			const open = begun && run.withdrawnAt === null;
			const place = run ? Number(run.occurrence.slice(1)) + (open ? 0 : 1) : 1;
			return { occurrence: `h${place}`, item: null, near: open, leadMs: null, goAt: null };
		}
		case 'itemStart': {
			const { item, lead } = trigger;
			const visits = cuePlan.visits[item]?.count ?? 0;
			if (live?.item === item) {
				const goAt = give === 'trigger' ? live.since : null;
				return { occurrence: `i${visits}`, item, near: true, leadMs: null, goAt };
			}
			const known = runList(programme).some((one) => one.id === item);
			const ahead = live === null || order.indexOf(item) > order.indexOf(live.item);
			if (!known || endedAt !== null || !ahead) return null;
			const near = nextItem(programme, live?.item ?? null)?.id === item;
			return { occurrence: `i${visits + 1}`, item, near, leadMs: lead * MINUTE, goAt: null };
		}
		case 'itemEnd': {
			const { item, before } = trigger;
			if (live?.item !== item) return null;
			const occurrence = `e${cuePlan.visits[item]?.count ?? 0}`;
			return { occurrence, item, near: true, leadMs: before * MINUTE, goAt: null };
		}
		case 'wave':
			return momentOfWave({ programme, awards, cuePlan }, trigger.step, give);
		default:
			return trigger satisfies never;
	}
}

function momentOfWave(state: CueFacts, step: CueStep, give: Cue['give']): Moment | null {
	const wave = currentWave(state.awards);
	if (!wave) return null;
	const { live, items } = state.programme;
	const awarding = live !== null && (items[live.item]?.kinds.includes('khen_thuong') ?? false);
	// Waves stand prepared from the morning on; their cues belong to the awards.
	if (wave.step === 'prepared' && !awarding) return null;
	const at = WAVE_STEPS.indexOf(wave.step) - WAVE_STEPS.indexOf(step);
	if (at < -1) return null;
	const visit = state.cuePlan.visits[`${wave.number}.${step}`];
	const count = at < 0 ? (visit?.count ?? 0) + 1 : Math.max(1, visit?.count ?? 0);
	// The step's own time: the frames handed over since are not it given anew.
	const goAt = at >= 0 && give === 'trigger' ? (visit?.at ?? wave.since) : null;
	return { occurrence: `w${wave.number}-${count}`, item: null, near: true, leadMs: null, goAt };
}

/** How a cue stands; null while no occurrence of it is ahead. */
export function standingOf(state: CueFacts, cue: Cue): Standing | null {
	const moment = momentOf(state, cue);
	if (!moment) return null;
	const run = state.cuePlan.runs[cue.id]?.find((one) => one.occurrence === moment.occurrence) ?? null;
	const called = run !== null && run.calledAt !== null;
	return {
		cue,
		occurrence: moment.occurrence,
		item: moment.item,
		version: run?.version ?? 0,
		near: moment.near || called || (run !== null && run.goAt !== null),
		leadMs: called ? null : moment.leadMs,
		goAt: moment.goAt ?? run?.goAt ?? null,
		withdrawn: run !== null && run.withdrawnAt !== null,
		calledAt: run?.calledAt ?? null,
		byTrigger: cue.give === 'trigger',
		run,
		alert: null
	};
}

/** A silent report reads like a cue that was given at once. */
function standingAlert({ cuePlan }: Pick<CueFacts, 'cuePlan'>, alert: CueAlert): Standing | null {
	const run = cuePlan.runs[alert.id]?.[0];
	if (!run) return null;
	const to = { roles: [...ALERTS[alert.what]] };
	const cue: Cue = { id: alert.id, trigger: { on: 'hand' }, to, give: 'hand', word: null };
	return {
		cue,
		occurrence: ALERT_OCCURRENCE,
		item: null,
		version: run.version,
		near: true,
		leadMs: null,
		goAt: run.goAt,
		withdrawn: run.withdrawnAt !== null,
		calledAt: null,
		byTrigger: false,
		run,
		alert
	};
}

export function standingById(state: CueFacts, id: string): Standing | null {
	const alert = state.cuePlan.alerts.find((one) => one.id === id);
	if (alert) return standingAlert(state, alert);
	const cue = cuesOf(state).find((one) => one.id === id);
	return cue ? standingOf(state, cue) : null;
}

/** Every cue and report with an occurrence at hand or ahead; reports first. Computed once for each state of the plan. */
export function standings(state: CueFacts): readonly Standing[] {
	const { programme, awards, cuePlan } = state;
	const kept = computed.get(cuePlan);
	if (kept?.programme === programme && kept.awards === awards) return kept.list;
	const list = [
		...cuePlan.alerts.flatMap((alert) => standingAlert(state, alert) ?? []),
		...cuesOf(state).flatMap((cue) => standingOf(state, cue) ?? [])
	];
	computed.set(cuePlan, { programme, awards, list });
	return list;
}
const computed = new WeakMap<
	CuePlanState,
	Pick<CueFacts, 'programme' | 'awards'> & { list: readonly Standing[] }
>();

/** Screens of the hall and of guests are nobody who could answer. */
const UNASKED: ReadonlySet<string> = new Set([
	'admin',
	'stage',
	'projector',
	'overlay',
	'board',
	'kiosk',
	'viewer',
	'delegate'
]);
export const isAskable = (role: string): boolean => !UNASKED.has(role);

/** Whether a device of this role is asked. One that has not said whose lines it reads is asked like either. */
export function asks(
	to: CueAudience,
	reader: { role: Role; device: string | null },
	voices: CuePlanState['voices']
): boolean {
	if ('device' in to) return to.device === reader.device;
	if (!to.roles.includes(reader.role)) return false;
	const own = reader.device === null ? undefined : voices[reader.device];
	return reader.role !== 'mc' || to.voice === undefined || own === undefined || own === to.voice;
}

/** Devices that a cue asks: of its roles and not revoked. */
export const askedDevices = (
	{ conference, cuePlan }: { conference: Pick<ConferenceState, 'devices'>; cuePlan: CuePlanState },
	to: CueAudience
): { device: string; role: Role }[] =>
	Object.entries(conference.devices).flatMap(([device, { role, revoked }]) =>
		!revoked && asks(to, { role, device }, cuePlan.voices) ? [{ device, role }] : []
	);

/** Those of them that have not answered this phase. */
export const unanswered = (
	state: Parameters<typeof askedDevices>[0],
	{ cue, run }: Pick<Standing, 'cue' | 'run'>,
	phase: CuePhase
): { device: string; role: Role }[] =>
	askedDevices(state, cue.to).filter(({ device }) => run?.answers[device]?.[phase] === undefined);
