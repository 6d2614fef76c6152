/** Owns: one batch of commands from outside: shape, permission, then the queue. The same for sockets and HTTP. */
import { maySend } from '../../core/access/table';
import type { Command } from '../../core/log/command';
import { isFactType } from '../../core/log/facts';
import { factTime } from '../../core/admissions/decide';
import type { Actor } from '../../core/log/event';
import { parseCommand } from '../../protocol/commands';
import { actorOf, mayEnter, type Principal } from '../auth/principal';
import { hashSecret } from '../auth/secrets';
import type { CommandAnswer, ConferenceLog } from '../log/conference-log';
import type { App } from '../app';

/** An outbox goes up in chunks of at most this many. */
export const MAX_BATCH = 50;

type Answer = CommandAnswer | { id: null; ok: false; rejection: { code: string } };

/** A fact cannot be dated more exactly than two clocks agree. */
const CLOCK_MS = 2 * 60_000;

/**
 * @param revokedAt when the sender's device was revoked; then only facts it made before are taken in, and each says so
 * @returns an answer a command, in order; a list that is no list or too long is one refusal.
 */
export async function runCommands(
	app: App,
	log: ConferenceLog,
	principal: Principal,
	list: unknown,
	revokedAt: number | null = null
): Promise<Answer[]> {
	if (!Array.isArray(list)) return [{ id: null, ok: false, rejection: { code: 'bad_shape' } }];
	if (list.length > MAX_BATCH) return [{ id: null, ok: false, rejection: { code: 'too_large' } }];
	const actor: Actor = { ...actorOf(principal), ...(revokedAt !== null && { revoked: true }) };
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
			if (revokedAt !== null && !madeBefore(command, revokedAt, app.now()))
				return { id: command.id, ok: false, rejection: { code: 'device_revoked' } };
			return submit(log, command, actor);
		})
	);
}

function madeBefore({ type, payload }: Command, moment: number, now: number): boolean {
	if (!isFactType(type) || !('claimedAt' in payload && 'offset' in payload)) return false;
	const { claimedAt, offset } = payload;
	return factTime({ claimedAt, offset }, now).at <= moment + CLOCK_MS;
}

/**
 * A failed attempt is kept also when it comes under the id of something that succeeded: somebody wants to know of it,
 * and a device that cannot get rid of it would ask a person to look.
 */
async function submit(log: ConferenceLog, command: Command, actor: Actor): Promise<CommandAnswer> {
	const answer = await log.submit(command, actor);
	if (answer.ok || command.type !== 'door.failed' || answer.rejection.code !== 'command_id_reused')
		return answer;
	// The same for each sending, so that a re-send of it stays one.
	const id = `failed-${hashSecret(`${actor.kind}:${actor.id} ${command.id}`).slice(0, 32)}`;
	return { ...(await log.submit({ ...command, id }, actor)), id: command.id };
}
