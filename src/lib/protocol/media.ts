/** Owns: the pieces of the media commands on the wire. */
import { z } from 'zod';
import { TROUPE_STATES } from '../core/media/model';
import { MEDIUM_TYPES } from '../core/media/sniff';
import { text } from './fields';

/** SHA-256, and the name of the file: nothing else ever becomes part of a path. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A day at most. */
const length = z.number().int().min(0).max(86_400_000).nullable();
export const name = text(200).pipe(z.string().min(1));
export const medium = z.strictObject({
	hash,
	size: z.number().int().min(1),
	type: z.enum(MEDIUM_TYPES),
	ms: length
});
export const step = z.number().int().min(0);
export const report = z.strictObject({
	media: z.array(z.strictObject({ hash, state: z.enum(['ready', 'failed']), ms: length })).max(200),
	sound: z.boolean(),
	keeps: z.boolean()
});
export const troupeState = z.enum(TROUPE_STATES);
export const microphones = z.number().int().min(0).max(99);
export const upload = z.object({
	name,
	size: z.number().int().min(1).max(1_000_000_000_000),
	ms: length.default(null)
});
