/**
 * Failures a person can act on. Everything the host throws on purpose is a HostError: a code of messages.js
 * and its parameters; anything else is a bug and is shown as `unexpected`.
 */
import { sentences } from './messages.js';

export class HostError extends Error {
	/**
	 * @param {string} code a key of `failures`
	 * @param {import('./messages.js').Params} [params]
	 * @param {unknown} [cause]
	 */
	constructor(code, params = {}, cause) {
		super(sentences(code, params).split('\n')[1] ?? code, { cause });
		this.name = 'HostError';
		this.code = code;
		this.params = params;
	}
}

/**
 * The two lines to print: Vietnamese, then English.
 * @param {unknown} error
 * @returns {string}
 */
export function describeFailure(error) {
	if (error instanceof HostError) return sentences(error.code, error.params);
	return sentences('unexpected', { detail: messageOf(error) });
}

/**
 * @param {unknown} error
 * @returns {string} one line, never empty
 */
export function messageOf(error) {
	const text = error instanceof Error ? error.message || error.name : String(error);
	return text.split('\n')[0] || 'unknown error';
}

/**
 * The `code` of a Node or PostgreSQL error, or ''.
 * @param {unknown} error
 * @returns {string}
 */
export function codeOf(error) {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Prints a failure and ends the process with code 1.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
	process.stderr.write(`\n${describeFailure(error)}\n`);
	if (process.env.KT_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
	process.exit(1);
}
