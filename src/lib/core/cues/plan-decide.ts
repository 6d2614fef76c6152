/**
 * Owns: the orders on cues. An order names the occurrence and the version it saw: of two people who press at once one
 * is carried out, and what the other wanted is so already or is refused with a reason. No missing answer locks a cue.
 */
import type { Deciders } from '../log/command';
import type { Decided, DecideContext, PersonalChange } from '../log/event';
import type { State } from '../log/slices';
import { ok, reject, type Result } from '../result';
import type { AlertKind } from './alerts';
import { asks, cuesOf, isAskable, standingById, suggestedCues, unanswered, type Standing } from './plan';
import type { Cue, CueAnswer, CuePhase, Voice } from './plan-model';

type Seen = { cue: string; occurrence: string; version: number };
export type CuePlanCommands = {
	/** A new own cue, or a changed one. `text` empty: the suggestion's own words. */
	'cue.set': { cue: Cue; text: string };
	/** `default`: back to what the programme suggests; otherwise left out. */
	'cue.drop': { cue: string; default: boolean };
	/** The whole list of ready-made messages. `based`: the version it was made from. */
	'cue.presets': { presets: string[]; based: number };
	/** "Gọi chuẩn bị": by hand, or earlier than it would come. */
	'cue.call': Seen;
	'cue.give': Seen;
	'cue.withdraw': Seen;
	'cue.nudge': { cue: string; occurrence: string; phase: CuePhase };
	'cue.answer': {
		cue: string;
		occurrence: string;
		phase: CuePhase;
		answer: CueAnswer['answer'];
		reply?: string;
	};
	'cue.called': { cue: string; answer: string };
	/** A silent report; `detail` says where. */
	'cue.alert': { id: string; what: AlertKind; detail: string };
	/** Whose lines this device reads, of two MCs. */
	'cue.voice': { voice: Voice | null };
};

export const MOST_CUES = 300;

const nothing: Result<Decided> = ok({ events: [] });

/** The cue at the occurrence that was seen. */
function at(state: State, { cue, occurrence }: { cue: string; occurrence: string }): Result<Standing> {
	const standing = standingById(state, cue);
	if (!standing && !cuesOf(state).some((one) => one.id === cue)) return reject('cue_unknown');
	if (standing?.occurrence === occurrence) return ok(standing);
	const run = state.cuePlan.runs[cue]?.find((one) => one.occurrence === occurrence);
	return reject(run && run.withdrawnAt !== null ? 'cue_withdrawn' : 'cue_moved_on');
}

export const cuePlanDeciders: Deciders<CuePlanCommands> = {
	'cue.set': { kind: 'order', decide: set },
	'cue.drop': {
		kind: 'order',
		decide(state, { cue, default: back }) {
			const known = Object.hasOwn(state.cuePlan.set, cue);
			const suggested = suggestedCues(state).some((one) => one.id === cue);
			if (!known && !suggested) return reject('cue_unknown');
			if (back ? !known : known && state.cuePlan.set[cue] === null) return nothing;
			return ok({
				// An own cue that goes leaves nothing behind.
				events: [{ type: 'cueDropped', payload: { cue, default: back || !suggested } }],
				personal: [{ ref: `cue:${cue}`, payload: null }]
			});
		}
	},
	'cue.presets': {
		kind: 'order',
		decide(state, { presets, based }) {
			if (based !== state.cuePlan.presets) return reject('presets_changed');
			return ok({
				events: [{ type: 'cuePresetsSet', payload: { count: presets.length } }],
				personal: [{ ref: 'cue:presets', payload: { presets } }]
			});
		}
	},
	'cue.call': {
		kind: 'order',
		decide(state, payload) {
			const found = at(state, payload);
			if (!found.ok) return found;
			const { cue, occurrence, item, version, calledAt, withdrawn, goAt, alert } = found.value;
			const byHand = cue.trigger.on === 'hand';
			const again = goAt !== null && !withdrawn;
			if (alert || (again && !byHand)) return reject('cue_given');
			if (calledAt !== null && !withdrawn && !again) return nothing;
			if (version !== payload.version) return reject('cue_moved_on');
			const next = again ? `h${Number(occurrence.slice(1)) + 1}` : occurrence;
			return ok({ events: [{ type: 'cueCalled', payload: { cue: cue.id, occurrence: next, item } }] });
		}
	},
	'cue.give': {
		kind: 'order',
		decide(state, payload) {
			const found = at(state, payload);
			if (!found.ok) return found;
			const { cue, occurrence, item, version, withdrawn, goAt } = found.value;
			if (withdrawn) return reject('cue_withdrawn');
			// Given by somebody else in the same moment is what was asked for.
			if (goAt !== null) return nothing;
			if (version !== payload.version) return reject('cue_moved_on');
			return ok({ events: [{ type: 'cueGiven', payload: { cue: cue.id, occurrence, item } }] });
		}
	},
	'cue.withdraw': {
		kind: 'order',
		decide(state, payload) {
			const found = at(state, payload);
			if (!found.ok) return found;
			const { cue, occurrence, version, withdrawn } = found.value;
			if (withdrawn) return nothing;
			if (version !== payload.version) return reject('cue_moved_on');
			return ok({ events: [{ type: 'cueWithdrawn', payload: { cue: cue.id, occurrence } }] });
		}
	},
	'cue.nudge': {
		kind: 'order',
		decide(state, payload) {
			const found = at(state, payload);
			if (!found.ok) return found;
			const { phase } = payload;
			if (found.value.withdrawn) return reject('cue_withdrawn');
			if (phase === 'standby' && found.value.goAt !== null) return reject('cue_given');
			if (phase === 'go' && found.value.goAt === null) return reject('cue_moved_on');
			if (unanswered(state, found.value, phase).length === 0) return nothing;
			const { cue, occurrence } = payload;
			return ok({ events: [{ type: 'cueNudged', payload: { cue, occurrence, phase } }] });
		}
	},
	'cue.answer': { kind: 'order', decide: answer },
	'cue.called': {
		kind: 'order',
		decide({ cuePlan }, { cue, answer: of }) {
			const runs = cuePlan.runs[cue];
			if (!runs) return reject('cue_unknown');
			const given = runs
				.flatMap((run) => Object.values(run.answers))
				.flatMap(({ standby, go }) => [standby, go]);
			const one = given.find((answer) => answer?.id === of);
			// Called by two at once, or answered anew meanwhile: nothing is left to be said about it.
			if (!one || one.calledAt !== undefined) return nothing;
			return ok({ events: [{ type: 'cueAnswerCalled', payload: { cue, answer: of } }] });
		}
	},
	'cue.alert': {
		kind: 'order',
		decide(state, { id, what, detail }) {
			if (state.cuePlan.runs[id] || cuesOf(state).some((cue) => cue.id === id)) return reject('id_taken');
			return ok({
				events: [{ type: 'cueAlerted', payload: { id, what } }],
				personal: detail ? [{ ref: `cue:${id}`, payload: { text: detail } }] : []
			});
		}
	},
	'cue.voice': {
		kind: 'order',
		decide({ cuePlan }, { voice }, ctx) {
			if ((cuePlan.voices[ctx.actor.id] ?? null) === voice) return nothing;
			return ok({ events: [{ type: 'voiceChosen', payload: { voice } }] });
		}
	}
};

function set(state: State, { cue, text }: CuePlanCommands['cue.set']): Result<Decided> {
	const { trigger } = cue;
	const own = !suggestedCues(state).some((one) => one.id === cue.id);
	if (state.cuePlan.alerts.some((alert) => alert.id === cue.id)) return reject('id_taken');
	if (own && !Object.hasOwn(state.cuePlan.set, cue.id)) {
		if (Object.keys(state.cuePlan.set).length >= MOST_CUES)
			return reject('cue_too_many', { most: MOST_CUES });
	}
	if ('item' in trigger && !state.programme.items[trigger.item]) return reject('item_unknown');
	// Time alone gives nothing: a person does.
	if (cue.give === 'trigger' && (trigger.on === 'itemEnd' || trigger.on === 'hand'))
		return reject('cue_needs_hand');
	if (cue.word === null && text === '') return reject('cue_wordless');
	if ('roles' in cue.to && cue.to.roles.some((role) => !isAskable(role))) return reject('cue_nobody');
	if ('device' in cue.to && !state.conference.devices[cue.to.device]) return reject('cue_nobody');
	const beside: PersonalChange = { ref: `cue:${cue.id}`, payload: text === '' ? null : { text } };
	return ok({ events: [{ type: 'cueSet', payload: { cue } }], personal: [beside] });
}

function answer(
	state: State,
	{ cue, occurrence, phase, answer: said, reply }: CuePlanCommands['cue.answer'],
	ctx: DecideContext
): Result<Decided> {
	const found = at(state, { cue, occurrence });
	if (!found.ok) return found;
	const standing = found.value;
	const { role, id } = ctx.actor;
	if (!asks(standing.cue.to, { role, device: id }, state.cuePlan.voices)) return reject('not_allowed');
	if (standing.withdrawn) return reject('cue_withdrawn');
	// Taken back while the answer was on its way.
	if (phase === 'go' && standing.goAt === null) return reject('cue_moved_on');
	const had = standing.run?.answers[id]?.[phase];
	if (had?.answer === said && !reply) return nothing;
	return ok({
		events: [
			{
				type: 'cueAnswered',
				payload: { cue, occurrence, phase, answer: said, ...(reply && { replied: true as const }) }
			}
		],
		personal: reply ? [{ ref: `reply:${ctx.command}`, payload: { text: reply } }] : []
	});
}
