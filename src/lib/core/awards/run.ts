/**
 * Owns: a wave on the day, step by step, and every change that the day brings to it. A change of people is one event:
 * positions, queue, piles, call and screen follow together. Nobody is given twice; nothing locks a person out: what is
 * not confirmed can be called over, and is recorded.
 */
import type { Deciders } from '../log/command';
import type { DecideContext, Decided } from '../log/event';
import type { State } from '../log/slices';
import { ok, reject, type Result } from '../result';
import { waveRow, type Arrangement, type WaveRow } from './arrange';
import { waveFacts, type WaveFacts } from './facts';
import {
	membersOf,
	wavesInOrder,
	type AwardsState,
	type LaterReason,
	type PresenterNumber,
	type Row,
	type Wave,
	type WaveStep
} from './model';
import { framesOf, isConfirmed, stacksOf, unconfirmed } from './stack';
import { laterWaveFor, ON_STAGE } from './waves';

/** The wave as the sender saw it; another step or pile means that somebody was first. */
export type SeenWave = { wave: number; step: WaveStep; given: number; version: number };

export type WaveCommands = {
	'wave.next': SeenWave & { override?: boolean };
	'wave.back': SeenWave;
	'wave.confirm': { wave: number; presenter: PresenterNumber; version: number; how: 'scan' | 'tap' };
	/** Trao sau, out of the wave: not here, not in the wings, left out, or later by choice. */
	'wave.later': { recipients: string[]; version: number; reason: LaterReason };
	/** "Chuyển sang lượt k+1", or into a wave that is named. */
	'wave.move': { recipient: string; version: number; to?: number };
	'wave.swap': { recipient: string; with: string; version: number };
	/** Who goes up instead, or with `reason` null nobody; `delegate` null: not on the list, named beside the log. */
	'wave.behalf': {
		recipient: string;
		version: number;
		delegate: string | null;
		reason: string | null;
		name?: string;
	};
	'frame.mark': { recipient: string; mark: 'misprinted' | 'missing' | null };
	'wave.undo': { of: string };
};
export const waveDeciders: Deciders<WaveCommands & WaveFacts> = {
	...waveFacts,
	'wave.next': { kind: 'order', decide: next },
	'wave.back': { kind: 'order', decide: back },
	'wave.confirm': { kind: 'order', decide: confirm },
	'wave.later': { kind: 'order', decide: later },
	'wave.move': { kind: 'order', decide: move },
	'wave.swap': { kind: 'order', decide: swap },
	'wave.behalf': { kind: 'order', decide: behalf },
	'frame.mark': { kind: 'order', decide: markFrame },
	'wave.undo': {
		kind: 'order',
		decide({ awards }, { of }, { actor }) {
			if (awards.last?.command !== of) return reject('wave_undo_gone');
			const { command: _command, by, emptied: _emptied, ...image } = awards.last;
			// The wings see only their own queue: what others changed is theirs to take back.
			if (actor.role === 'marshal' && by !== actor.id) return reject('not_allowed');
			return ok({ events: [{ type: 'wavesArranged', payload: { ...image, undo: true } }] });
		}
	}
};

/** The wave when it is as the sender saw it. */
function seen(awards: AwardsState, expected: SeenWave): Result<Wave> {
	const wave = awards.waves[expected.wave];
	if (!wave) return reject('wave_unknown');
	if (wave.step !== expected.step || wave.given !== expected.given)
		return reject('wave_moved_on', { wave: wave.number });
	return ok(wave);
}

function next({ awards }: State, payload: WaveCommands['wave.next']): Result<Decided> {
	const found = seen(awards, payload);
	if (!found.ok) return found;
	const wave = found.value;
	const total = membersOf(awards, wave.number).length;
	const to = (step: WaveStep, given = wave.given, overridden = false): Result<Decided> =>
		ok({
			events: [
				{
					type: 'waveStepped',
					payload: { wave: wave.number, step, given, ...(overridden && { overridden: true as const }) }
				}
			]
		});
	switch (wave.step) {
		case 'prepared':
			return total ? to('staged') : reject('wave_empty');
		case 'staged': {
			const other = wavesInOrder(awards).find((w) => ON_STAGE.includes(w.step));
			if (other) return reject('wave_on_stage', { wave: other.number });
			if (payload.version !== wave.version) return reject('stack_changed', { wave: wave.number });
			if (!total) return reject('wave_empty');
			const missing = unconfirmed(awards, wave);
			if (missing.length && !payload.override)
				return reject('stack_unconfirmed', { presenters: missing.join(', ') });
			return to('onStage', 0, missing.length > 0);
		}
		case 'onStage':
			return to('presenting', 0);
		case 'presenting': {
			const place = nextPlace(awards, wave);
			return place === null ? to('photo') : to('presenting', place + 1);
		}
		case 'photo':
			return to('cleared');
		case 'cleared':
			return reject('wave_over', { wave: wave.number });
		default:
			return wave.step satisfies never;
	}
}

function back({ awards }: State, payload: WaveCommands['wave.back']): Result<Decided> {
	const found = seen(awards, payload);
	if (!found.ok) return found;
	const { number, step, given } = found.value;
	const to = (step: WaveStep, given: number): Result<Decided> =>
		ok({ events: [{ type: 'waveStepped', payload: { wave: number, step, given } }] });
	switch (step) {
		case 'prepared':
			return reject('wave_not_begun');
		case 'staged':
			return to('prepared', 0);
		case 'onStage':
			return to('staged', 0);
		case 'presenting':
			return given > 0 ? to('presenting', lastGiven(awards, number, given)) : to('onStage', 0);
		case 'photo':
			return to('presenting', given);
		case 'cleared': {
			const other = wavesInOrder(awards).find((w) => w.number !== number && ON_STAGE.includes(w.step));
			return other ? reject('wave_on_stage', { wave: other.number }) : to('photo', given);
		}
		default:
			return step satisfies never;
	}
}

/** Each presenter answers for their own pile; the table's organisers may for both. */
function confirm(
	{ awards }: State,
	payload: WaveCommands['wave.confirm'],
	{ actor }: DecideContext
): Result<Decided> {
	const wave = awards.waves[payload.wave];
	if (!wave) return reject('wave_unknown');
	if (payload.version !== wave.version) return reject('stack_changed', { wave: wave.number });
	const own = actor.role === 'presenter-1' ? 1 : actor.role === 'presenter-2' ? 2 : payload.presenter;
	if (own !== payload.presenter) return reject('stack_not_yours');
	const stack = stacksOf(awards, wave.number)[payload.presenter];
	if (!stack.length) return reject('stack_empty');
	if (isConfirmed(wave, payload.presenter)) return ok({ events: [] });
	return ok({ events: [{ type: 'stackConfirmed', payload: { ...payload, stack } }] });
}

/** A change of a wave that is named by one of its people and by the pile the sender saw. */
function changed(
	awards: AwardsState,
	{ recipient, version }: { recipient: string; version: number },
	change: (row: Row, wave: Wave) => Arrangement | Result<never>
): Result<Decided> {
	const row = awards.recipients[recipient];
	const wave = row && awards.waves[row.wave];
	if (!row) return reject('recipient_unknown');
	if (awards.outcomes[row.id]?.givenAt !== undefined) return reject('recipient_given');
	if (!wave) return reject('recipient_in_no_wave');
	if (wave.version !== version) return reject('stack_changed', { wave: wave.number });
	if (isOver(wave)) return reject('wave_over', { wave: wave.number });
	const arrangement = change(row, wave);
	if ('ok' in arrangement) return arrangement;
	return ok({ events: [{ type: 'wavesArranged', payload: arrangement }] });
}

function without(awards: AwardsState, ...rows: Row[]): WaveRow {
	const now = waveRow(awards, rows[0]?.wave ?? 0);
	const leaving = new Set(rows.map((row) => row.id));
	return { ...now, members: now.members.filter((id) => !leaving.has(id)) };
}

/** Several of one wave in one step: "bỏ những người chưa đến". */
function later({ awards }: State, payload: WaveCommands['wave.later']): Result<Decided> {
	const rows = payload.recipients.flatMap((id) => awards.recipients[id] ?? []);
	if (rows.length !== payload.recipients.length) return reject('recipient_unknown');
	if (new Set(rows.map((row) => row.wave)).size > 1) return reject('later_other_wave');
	if (rows.some((row) => awards.outcomes[row.id]?.givenAt !== undefined)) return reject('recipient_given');
	const [recipient = ''] = payload.recipients;
	return changed(awards, { recipient, version: payload.version }, (first) => ({
		waves: [without(awards, ...rows)],
		marks: rows.map((row) => mark(awards, row, { later: payload.reason })),
		cause: { kind: 'later', recipient: first.id, reason: payload.reason }
	}));
}

function mark(awards: AwardsState, row: Row, more: { later?: LaterReason }): Arrangement['marks'][number] {
	const { later: _old, ...rest } = awards.outcomes[row.id] ?? {};
	const outcome = { ...rest, ...(more.later && { later: more.later }) };
	return { recipient: row.id, outcome: Object.keys(outcome).length ? outcome : null };
}

/**
 * Also for somebody late who stands in no wave: "{A} vừa đến – Chuyển sang lượt {k+1}". Out of a wave that is over it
 * is the one change left: whoever was passed over there goes up again because the frame has been found.
 */
function move({ awards }: State, payload: WaveCommands['wave.move']): Result<Decided> {
	const row = awards.recipients[payload.recipient];
	if (!row) return reject('recipient_unknown');
	if (awards.outcomes[row.id]?.givenAt !== undefined) return reject('recipient_given');
	const from = awards.waves[row.wave];
	if (from && from.version !== payload.version) return reject('stack_changed', { wave: from.number });
	const target = payload.to === undefined ? laterWaveFor(awards, row) : (awards.waves[payload.to] ?? null);
	if (payload.to !== undefined && !target) return reject('wave_unknown');
	if (target && (target.decision !== row.decision || target.type !== row.type)) return reject('wave_mixed');
	if (target && target.step !== 'prepared' && target.step !== 'staged') return reject('wave_begun');
	if (target && target.number === row.wave) return ok({ events: [] });
	const last = wavesInOrder(awards).at(-1)?.number ?? 0;
	const { later: _later, ...kept } = awards.outcomes[row.id] ?? {};
	if (from && isOver(from)) delete kept.frameMissing;
	const joined: WaveRow = target
		? waveRow(awards, target.number)
		: { number: last + 1, decision: row.decision, type: row.type, members: [] };
	return ok({
		events: [
			{
				type: 'wavesArranged',
				payload: {
					waves: [
						...(from ? [without(awards, row)] : []),
						{ ...joined, members: [...joined.members, row.id] }
					],
					marks: [{ recipient: row.id, outcome: Object.keys(kept).length ? kept : null }],
					cause: { kind: from ? 'moved' : 'joined', recipient: row.id }
				}
			}
		]
	});
}

function swap({ awards }: State, payload: WaveCommands['wave.swap']): Result<Decided> {
	return changed(awards, payload, (row, wave) => {
		const other = awards.recipients[payload.with];
		if (!other) return reject('recipient_unknown');
		if (other.wave !== row.wave) return reject('swap_other_wave');
		if (awards.outcomes[other.id]?.givenAt !== undefined) return reject('recipient_given');
		if (isPassed(row, wave) || isPassed(other, wave)) return reject('frame_passed');
		const now = waveRow(awards, row.wave);
		const members = now.members.map((id) => (id === row.id ? other.id : id === other.id ? row.id : id));
		return {
			waves: [{ ...now, members }],
			marks: [],
			cause: { kind: 'swapped', recipient: row.id }
		};
	});
}

/** In a wave it is a change of its pile's labels; before that it is only written down. */
function behalf({ awards }: State, payload: WaveCommands['wave.behalf']): Result<Decided> {
	const stand = (row: Row): Arrangement => ({
		waves: row.wave === 0 ? [] : [waveRow(awards, row.wave)],
		marks: [],
		stands: [
			{
				recipient: row.id,
				onBehalf: payload.reason === null ? null : { by: payload.delegate, reason: payload.reason }
			}
		],
		cause: { kind: 'behalf', recipient: row.id }
	});
	const row = awards.recipients[payload.recipient];
	const decided =
		row?.wave === 0 && awards.outcomes[row.id]?.givenAt === undefined
			? ok({ events: [{ type: 'wavesArranged' as const, payload: stand(row) }] })
			: changed(awards, payload, stand);
	if (!decided.ok || payload.name === undefined) return decided;
	return ok({
		...decided.value,
		personal: [{ ref: `behalf:${payload.recipient}`, payload: { name: payload.name } }]
	});
}

/** "In sai" changes no pile: it is presented as normal. A frame that is not there leaves the pile. */
function markFrame({ awards }: State, { recipient, mark }: WaveCommands['frame.mark']): Result<Decided> {
	const row = awards.recipients[recipient];
	if (!row) return reject('recipient_unknown');
	const { misprinted: _m, frameMissing: was, ...rest } = awards.outcomes[row.id] ?? {};
	if (rest.givenAt !== undefined && mark === 'missing') return reject('recipient_given');
	const outcome = {
		...rest,
		...(mark === 'misprinted' && { misprinted: true as const }),
		...(mark === 'missing' && { frameMissing: true as const })
	};
	const wave = awards.waves[row.wave];
	if (was && mark !== 'missing' && wave && isPassed(row, wave)) return reject('frame_passed');
	const changesPile = (mark === 'missing') !== (was ?? false) && awards.waves[row.wave] !== undefined;
	return ok({
		events: [
			{
				type: 'wavesArranged',
				payload: {
					waves: changesPile ? [waveRow(awards, row.wave)] : [],
					marks: [{ recipient, outcome: Object.keys(outcome).length ? outcome : null }],
					cause: { kind: 'frame', recipient }
				}
			}
		]
	});
}

/** Place from 0 of the next who is handed a frame: those whose frame is missing stand and are passed over. */
function nextPlace(awards: AwardsState, wave: Wave): number | null {
	const place = membersOf(awards, wave.number).findIndex(
		(row, at) => at >= wave.given && !awards.outcomes[row.id]?.frameMissing
	);
	return place === -1 ? null : place;
}

/** Places up to the one before the last who was handed a frame. */
function lastGiven(awards: AwardsState, wave: number, given: number): number {
	const isHanded = (row: Row): boolean => !awards.outcomes[row.id]?.frameMissing;
	const members = membersOf(awards, wave).slice(0, given);
	return members.slice(0, Math.max(0, members.findLastIndex(isHanded))).findLastIndex(isHanded) + 1;
}

/** The row has gone past this place, or the wave is over: whoever stood there without a frame is given it later. */
const isPassed = (row: Row, wave: Wave): boolean => row.stagePosition <= wave.given || isOver(wave);

const isOver = ({ step }: Pick<Wave, 'step'>): boolean => step === 'photo' || step === 'cleared';

/** Who stood in a wave that is over and went without a frame, in the order of the waves. */
export const passedOver = (awards: AwardsState): Row[] =>
	wavesInOrder(awards)
		.filter(isOver)
		.flatMap((wave) =>
			membersOf(awards, wave.number).filter((row) => awards.outcomes[row.id]?.givenAt === undefined)
		);

/** Whose frame is next, with its number in the order of handing over. */
export function nextFrame(awards: AwardsState, wave: Wave): { row: Row; frame: number; of: number } | null {
	const frames = framesOf(awards, wave.number);
	const place = nextPlace(awards, wave);
	const row = place === null ? undefined : membersOf(awards, wave.number)[place];
	return row ? { row, frame: frames.indexOf(row) + 1, of: frames.length } : null;
}
