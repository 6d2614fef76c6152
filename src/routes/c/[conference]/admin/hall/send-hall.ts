/** Owns: sending a hall to be saved. Over HTTP: a drawing with many marks would not fit through the socket. */
import { call } from '$lib/client/http';
import { newId } from '$lib/client/ids';
import type { CommandMap } from '$lib/core/log/command';
import type { Result } from '$lib/core/result';
import type { Answer } from '$lib/sync/queue';

/** @returns the seq it was saved with */
export async function sendHall(conference: string, payload: CommandMap['hall.set']): Promise<Result<number>> {
	const id = newId();
	const path = `/conferences/${conference}/commands`;
	const got = await call<{ answers: Answer[] }>(path, {
		as: 'admin',
		body: { commands: [{ id, type: 'hall.set', payload }] }
	});
	if (got.ok) {
		const [answer] = got.value.answers;
		if (answer?.ok) return { ok: true, value: answer.seq };
		return { ok: false, rejection: answer?.rejection ?? { code: 'unavailable' } };
	}
	// The line may have gone after it was heard: the id tells what became of it.
	const asked = await call<{ seq: number }>(`${path}/${id}`, { as: 'admin' });
	return asked.ok ? { ok: true, value: asked.value.seq } : { ok: false, rejection: got.rejection };
}
