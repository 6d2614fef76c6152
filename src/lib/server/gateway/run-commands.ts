/** Owns: one batch of commands from outside: shape, permission, then the queue. The same for sockets and HTTP. */
import { maySend } from '../../core/access/table';
import { parseCommand } from '../../protocol/commands';
import { actorOf, mayEnter, type Principal } from '../auth/principal';
import type { CommandAnswer, ConferenceLog } from '../log/conference-log';
import type { App } from '../app';

/** An outbox goes up in chunks of at most this many. */
export const MAX_BATCH = 50;

type Answer = CommandAnswer | { id: null; ok: false; rejection: { code: string } };

/** @returns an answer a command, in order; a list that is no list or too long is one refusal. */
export async function runCommands(
	_app: App,
	log: ConferenceLog,
	principal: Principal,
	list: unknown
): Promise<Answer[]> {
	if (!Array.isArray(list)) return [{ id: null, ok: false, rejection: { code: 'bad_shape' } }];
	if (list.length > MAX_BATCH) return [{ id: null, ok: false, rejection: { code: 'too_large' } }];
	const actor = actorOf(principal);
	return Promise.all(
		list.map((raw): Answer | Promise<Answer> => {
			const parsed = parseCommand(raw);
			if (!parsed.ok)
				return {
					id: parsed.id,
					ok: false,
					rejection: { code: parsed.code, params: { path: parsed.path } }
				} as Answer;
			const { command } = parsed;
			if (!mayEnter(principal, log.id) || !maySend(principal.role, command.type))
				return { id: command.id, ok: false, rejection: { code: 'not_allowed' } };
			return log.submit(command, actor);
		})
	);
}
