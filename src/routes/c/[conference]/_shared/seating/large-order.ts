/**
 * Owns: orders too large for the socket: a plan or a hall of thousands of seats goes up over HTTP like an imported
 * list, and is asked about by its id when no answer came.
 */
import type { CommandMap, CommandType } from '$lib/core/log/command';
import type { Rejection, Result } from '$lib/core/result';
import { call } from '$lib/client/http';
import { newId } from '$lib/client/ids';
import type { Link } from '$lib/client/link.svelte';

type Answers = { answers: ({ ok: true; seq: number } | { ok: false; rejection: Rejection })[] };

const TIMEOUT_MS = 30_000;

/** Like `link.order`, for any size. Online only, never kept for later. */
export async function sendLarge<T extends CommandType>(
	link: Link,
	type: T,
	payload: CommandMap[T]
): Promise<Result<{ seq: number }>> {
	if (link.freshness !== 'live') return { ok: false, rejection: { code: 'offline' } };
	const id = newId();
	const path = `/conferences/${link.conference}/commands`;
	const sent = await call<Answers>(path, {
		as: link.role,
		body: { commands: [{ id, type, payload }] },
		timeoutMs: TIMEOUT_MS
	});
	if (sent.ok) {
		const [answer] = sent.value.answers;
		if (!answer) return { ok: false, rejection: { code: 'unavailable' } };
		return answer.ok ? { ok: true, value: { seq: answer.seq } } : { ok: false, rejection: answer.rejection };
	}
	if (sent.rejection.code !== 'offline' && sent.rejection.code !== 'unavailable') return sent;
	const asked = await call<{ seq: number }>(`${path}/${id}`, { as: link.role });
	if (asked.ok) return { ok: true, value: { seq: asked.value.seq } };
	const code = asked.rejection.code === 'command_unknown' ? 'not_sent' : 'outcome_unknown';
	return { ok: false, rejection: { code } };
}
