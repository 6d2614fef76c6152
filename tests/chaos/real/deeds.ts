/** Owns: what the eight desks do, all day and without pause, and what the log must say of it. */
import type { Command } from '../../../src/lib/core/log/command';
import type { Chance } from '../sim/chance';
import { entered } from '../sim/people';

/** Of the sample conference. */
const DELEGATES = 150;
const KINDS = { admit: 40, failed: 35, undo: 8, exit: 8, walkIn: 6, substitute: 3 };

/** @param admissions some of this desk's own @param now ms since 1970 */
export function makeDeed(chance: Chance, desk: string, admissions: readonly string[], now: number): Command {
	const id = chance.hex(24);
	const claim = { claimedAt: now, offset: chance.between(-50, 50) };
	const card = { ...claim, via: 'qr' as const, verdict: 'green' as const, desk, seen: 0 };
	const delegate = `d${String(1 + chance.below(DELEGATES)).padStart(3, '0')}`;
	const admission = chance.pick(admissions);
	switch (chance.weighed(KINDS)) {
		case 'undo':
			if (admission) return { id, type: 'door.undo', payload: { ...claim, admission } };
			break;
		case 'exit':
			if (admission) return { id, type: 'door.exit', payload: { ...claim, admission } };
			break;
		case 'walkIn':
			return { id, type: 'door.walkIn', payload: { ...card, delegate: entered(`w-${id}`), reason: '' } };
		case 'substitute': {
			const who = { name: 'Bế Thị Thay', title: '', honorific: 'Bà' };
			return { id, type: 'door.substitute', payload: { ...card, delegate, ...who } };
		}
		case 'failed':
			return { id, type: 'door.failed', payload: { ...claim, code: '12345678', reason: 'unknown' } };
		case 'admit':
	}
	return { id, type: 'door.admit', payload: { ...card, delegate } };
}

/** The event that a deed must have left, once: its type and what its payload must contain. */
export function eventOf({ id, type, payload }: Command): { type: string; payload: object } {
	switch (type) {
		case 'door.admit':
		case 'door.substitute': {
			const { delegate, claimedAt } = payload;
			return { type: 'admitted', payload: { admission: { id, delegate, claimedAt } } };
		}
		case 'door.walkIn': {
			const { delegate, claimedAt } = payload;
			return { type: 'admitted', payload: { admission: { id, delegate: delegate.id, claimedAt } } };
		}
		case 'door.undo':
			return { type: 'admissionUndone', payload: { undo: { id, ...named(payload) } } };
		case 'door.exit':
			return { type: 'exited', payload: { exit: { id, ...named(payload) } } };
		case 'door.failed':
			return { type: 'attemptFailed', payload: { attempt: { id, claimedAt: payload.claimedAt } } };
		default:
			throw new Error(`no desk does ${type}`);
	}
}

const named = ({ admission, claimedAt }: { admission: string; claimedAt: number }) => ({
	admission,
	claimedAt
});
