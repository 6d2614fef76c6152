/** Owns: the one way a rule says yes or no. A rejection is a value with a code; the interface translates it. */

export type Rejection = {
	/** Stable code, e.g. `stale_item`; its sentence is `reject.<code>` in the message catalogue. */
	code: string;
	/** Values for the sentence, e.g. `{ item: 'Khai mạc' }`. */
	params?: Record<string, string | number>;
};

export type Result<T> = { ok: true; value: T } | { ok: false; rejection: Rejection };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const reject = (code: string, params?: Record<string, string | number>): Result<never> => ({
	ok: false,
	rejection: params ? { code, params } : { code }
});
