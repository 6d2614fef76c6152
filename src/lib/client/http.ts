/** Owns: calls to the API. A refusal is a value with a code; a dead network is the code `offline`. */
import type { Rejection, Result } from '../core/result';
import type { Role } from '../core/access/roles';

export type CallOptions = {
	method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	body?: unknown;
	/** Raw bytes instead of JSON, for files. */
	bytes?: Blob;
	as?: Role;
	invitation?: string;
	signal?: AbortSignal;
	timeoutMs?: number;
};

/** @param path under `/api/v1`, e.g. `/conferences` */
export async function call<T>(path: string, options: CallOptions = {}): Promise<Result<T>> {
	const headers = new Headers();
	if (options.as) headers.set('kt-as', options.as);
	if (options.invitation) headers.set('kt-invitation', options.invitation);
	if (options.body !== undefined) headers.set('content-type', 'application/json');
	if (options.bytes) headers.set('content-type', 'application/octet-stream');
	let response: Response;
	try {
		response = await fetch(`/api/v1${path}`, {
			method: options.method ?? (options.body !== undefined || options.bytes ? 'POST' : 'GET'),
			headers,
			body: options.bytes ?? (options.body === undefined ? null : JSON.stringify(options.body)),
			signal: options.signal ?? AbortSignal.timeout(options.timeoutMs ?? 15_000)
		});
	} catch {
		return { ok: false, rejection: { code: 'offline' } };
	}
	const json: unknown = await response.json().catch(() => null);
	if (response.ok) return { ok: true, value: json as T };
	return {
		ok: false,
		rejection: rejectionOf(json) ?? { code: response.status >= 500 ? 'unavailable' : 'failed' }
	};
}

function rejectionOf(json: unknown): Rejection | null {
	if (!json || typeof json !== 'object' || !('error' in json)) return null;
	const { error } = json;
	if (!error || typeof error !== 'object' || !('code' in error) || typeof error.code !== 'string')
		return null;
	const params =
		'params' in error && error.params ? (error.params as Record<string, string | number>) : undefined;
	return params ? { code: error.code, params } : { code: error.code };
}
