/** Owns: the shape of a show of hands and of the recorder's notes as they travel. */
import { z } from 'zod';
import { LONGEST_LINE, MOST_LINES } from '../core/hands/lines';
import { LONGEST_NOTE } from '../core/minutes/facts';
import { commandId, id, ms, text } from './fields';

const heads = z.number().int().min(0).max(100_000);
const count = {
	item: id,
	counts: z.strictObject({ for: heads, against: heads, other: heads }).nullable(),
	base: heads.optional()
};

export const handsPayloads = {
	'hands.list': z.strictObject({
		item: id,
		lines: z.array(text(LONGEST_LINE).pipe(z.string().min(1))).max(MOST_LINES),
		based: commandId.nullable()
	}),
	'hands.count': z.strictObject({ ...count, listed: commandId.nullable() }),
	'hands.correct': z.strictObject({ ...count, of: commandId }),
	'hands.undo': z.strictObject({ item: id, of: commandId }),
	'hands.show': z.strictObject({ item: id, on: z.boolean() })
};
export const minutesWrite = z.strictObject({
	claimedAt: ms,
	offset: z.number().finite(),
	note: id,
	item: id.nullable(),
	text: text(LONGEST_NOTE),
	based: commandId.nullable()
});
