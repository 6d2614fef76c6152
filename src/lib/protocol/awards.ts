/** Owns: the shape of award decisions, recipients and waves as they travel. */
import { z } from 'zod';
import { AWARD_RANKS, LATER_REASONS, WAVE_STEPS } from '../core/awards/model';
import { id, isoDate, text } from './fields';

const type = z.enum(['individual', 'collective', 'household']);
const some = (max: number) => text(max).pipe(z.string().min(1));
const MOST_WAVES = 400;
const MOST_PLACES = 100;
export const waveNumber = z.number().int().min(1).max(MOST_WAVES);
export const pileVersion = z.number().int().min(0).max(1_000_000);

export const decision = z.strictObject({
	id,
	form: text(200),
	rank: z.enum(AWARD_RANKS),
	number: text(80),
	caller: z.enum(['reader', 'awards', 'mc']),
	call: z.enum(['before', 'after']).optional(),
	date: isoDate.optional()
});
export const decisionPersonal = z.strictObject({
	readBy: text(300).optional(),
	text: text(20_000).optional()
});

const recipient = z.strictObject({
	id: id.optional(),
	delegate: id.nullable(),
	decision: id,
	type,
	wave: z.number().int().min(0).max(MOST_WAVES),
	stagePosition: z.number().int().min(0).max(MOST_PLACES),
	category: text(200).optional(),
	posthumous: z.boolean().optional(),
	onBehalf: z.strictObject({ by: id.nullable(), reason: text(300) }).optional(),
	personal: z
		.strictObject({
			honorific: text(60).optional(),
			name: text(300).optional(),
			title: text(300).optional(),
			unit: text(300).optional(),
			achievement: text(2000).optional(),
			say: text(300).optional()
		})
		.optional()
});
export const recipients = z.array(recipient).max(2000);

export const setup = z.strictObject({
	waveSize: z.number().int().min(1).max(60),
	steps: z.enum(['left', 'right']),
	presenters: z.union([z.literal(1), z.literal(2)]),
	split: z.enum(['alternate', 'half']),
	types: z
		.array(type)
		.length(3)
		.refine((types) => new Set(types).size === 3)
});

export const waves = z
	.array(
		z.strictObject({
			number: waveNumber,
			decision: id,
			type,
			members: z.array(id).max(MOST_PLACES)
		})
	)
	.min(1)
	.max(MOST_WAVES);

export const presenter = z.union([z.literal(1), z.literal(2)]);
export const seenWave = {
	wave: waveNumber,
	step: z.enum(WAVE_STEPS),
	given: z.number().int().min(0).max(MOST_PLACES),
	version: pileVersion
};
export const laterReason = z.enum(LATER_REASONS);
export const reason = some(300);
