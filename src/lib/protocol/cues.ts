/** Owns: the schemas that the orders on cues are made of. */
import { z } from 'zod';
import { ALERT_KINDS } from '../core/cues/alerts';
import { CUE_WORDS } from '../core/cues/defaults';
import type { CuePlanCommands } from '../core/cues/plan-decide';
import { commandId, id, role, text } from './fields';
import { version } from './hall';

/** A suggestion's id joins its word and an item's id by a dot. */
const cueId = z
	.string()
	.regex(/^[A-Za-z0-9_.-]{1,130}$/)
	// Under `cue:presets` stands the list of messages.
	.refine((value) => !(value in Object.prototype) && value !== 'presets');
const occurrence = z.string().regex(/^[a-z][0-9]{1,9}(-[0-9]{1,9})?$/);
const phase = z.enum(['standby', 'go']);
const minutes = z.number().int().min(0).max(120);

const trigger = z.union([
	z.strictObject({ on: z.literal('itemStart'), item: id, lead: minutes }),
	z.strictObject({ on: z.literal('itemEnd'), item: id, before: minutes }),
	z.strictObject({ on: z.literal('wave'), step: z.enum(['staged', 'onStage', 'presenting', 'photo']) }),
	z.strictObject({ on: z.literal('hand') })
]);

const voice = z.union([z.literal(1), z.literal(2)]);
export const noteTo = z.union([
	z.strictObject({ roles: z.array(role).min(1).max(25), voice: voice.optional() }),
	z.strictObject({ device: id })
]);
const cue = z.strictObject({
	id: cueId,
	trigger,
	to: noteTo,
	give: z.enum(['hand', 'trigger']),
	word: z.enum(CUE_WORDS).nullable()
});
const cueAt = { cue: cueId, occurrence };
const seenCue = z.strictObject({ ...cueAt, version });

/** Payload schemas of the orders on cues; the compiler holds each against the core's type. */
export const cuePayloads: { [T in keyof CuePlanCommands]: z.ZodType<CuePlanCommands[T]> } = {
	'cue.set': z.strictObject({ cue: cue, text: text(300) }),
	'cue.drop': z.strictObject({ cue: cueId, default: z.boolean() }),
	'cue.presets': z.strictObject({
		presets: z.array(text(200).pipe(z.string().min(1))).max(40),
		based: version
	}),
	'cue.call': seenCue,
	'cue.give': seenCue,
	'cue.withdraw': seenCue,
	'cue.nudge': z.strictObject({ ...cueAt, phase: phase }),
	'cue.answer': z.strictObject({
		...cueAt,
		phase: phase,
		answer: z.enum(['clear', 'unclear']),
		reply: text(200).optional()
	}),
	'cue.called': z.strictObject({ cue: cueId, answer: commandId }),
	'cue.alert': z.strictObject({ id, what: z.enum(ALERT_KINDS), detail: text(300) }),
	'cue.voice': z.strictObject({ voice: voice.nullable() })
};
