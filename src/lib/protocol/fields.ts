/** Owns: the small schemas that all messages are made of. Every text is NFC and free of control characters. */
import { z } from 'zod';
import { roles } from '../core/access/roles';
import { PROGRAMME_KINDS } from '../core/programme/kinds';

// PostgreSQL cannot store NUL in JSON, and other controls only ever come from broken files or attacks.
const isControl = (code: number): boolean =>
	(code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127;
const hasControl = (value: string): boolean => {
	for (let i = 0; i < value.length; i++) if (isControl(value.charCodeAt(i))) return true;
	return false;
};

export const text = (max: number) =>
	z
		.string()
		.max(max)
		.refine((value) => !hasControl(value) && isWellFormed(value), 'control characters')
		.transform((value) => value.normalize('NFC'));
/** A lone surrogate cannot be stored either; the pattern finds one that has lost its partner. */
function isWellFormed(value: string): boolean {
	return !/\p{Surrogate}/u.test(value);
}
/** `constructor`, `__proto__` and their like would find something in every plain object. */
const isOrdinary = (value: string): boolean => !(value in Object.prototype);
/** Ids are made by clients: letters, digits, `-` and `_`, so that they are safe in URLs, refs and rooms. */
export const id = z
	.string()
	.regex(/^[A-Za-z0-9_-]{1,64}$/)
	.refine(isOrdinary);
export const commandId = z
	.string()
	.regex(/^[A-Za-z0-9_-]{8,64}$/)
	.refine(isOrdinary);
export const ms = z.number().int().min(-8_640_000_000_000).max(8_640_000_000_000_000);
export const minutes = z.number().int().min(0).max(600);
export const kind = z.enum(PROGRAMME_KINDS);
export const role = z.enum(roles);
export const isoDate = z.iso.date();
