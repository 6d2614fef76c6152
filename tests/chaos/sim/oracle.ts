/**
 * Owns: what must be true after a day, said without the product's folding: each card that was shown stands in the log
 * once and as it was, people are counted as a child would count them, times are the true ones.
 */
import { primaryAdmission, whereabouts } from '../../../src/lib/core/admissions/model';
import type { LogEvent } from '../../../src/lib/core/log/event';
import type { State } from '../../../src/lib/core/log/slices';
import { rowsOf } from '../../../src/lib/core/table';
import { same, type Raise } from './alarms';
import type { Deed, Journal } from './journal';

const SUSPECT_MS = 2 * 60_000;
const OLDEST_MS = 2 * 24 * 3600_000;
const UNDO_MS = 15 * 60_000;

type Row = { id: string; at: number };
type NaiveAdmission = Row & { delegate: string; deed: Deed | undefined };
type Naive = {
	admissions: NaiveAdmission[];
	undos: (Row & { admission: string })[];
	exits: (Row & { admission: string })[];
};

/** @param state what the server made of the log */
export function judge(journal: Journal, log: readonly LogEvent[], state: State, raise: Raise): void {
	const byCommand = new Map<string, LogEvent[]>();
	log.forEach((event, i) => {
		if (event.seq !== i + 1) raise('gapless', `seq ${event.seq} stands in place ${i + 1}`);
		byCommand.set(event.command, [...(byCommand.get(event.command) ?? []), event]);
	});
	const known = new Set<string>();
	const naive: Naive = { admissions: [], undos: [], exits: [] };
	for (const deed of journal.deeds) {
		known.add(deed.command.id);
		const events = byCommand.get(deed.command.id) ?? [];
		const wanted = wantedOf(deed);
		if (!events.length) {
			if (deed.shown && !deed.excused && !deed.poisoned) raise('kept', nameOf(deed));
			continue;
		}
		if (deed.poisoned) raise('done', `poisoned ${nameOf(deed)} is in the log`);
		if (events.length > wanted.length) raise('once', nameOf(deed));
		for (const [i, want] of wanted.entries()) {
			const event = events[i];
			const { facts, at } = said(event);
			if (!event || !same(facts, want)) {
				// The card that was shown is not in the log, whatever stands in its place.
				raise('asItWas', `${nameOf(deed)} stands otherwise: ${JSON.stringify(facts)}`);
				continue;
			}
			if (at === null) continue;
			checkTime(deed, event, at, raise);
			const row = { id: deed.command.id, at: naiveTime(deed, event.at) };
			if (event.type === 'admitted')
				naive.admissions.push({ ...row, delegate: event.payload.admission.delegate, deed });
			else if (deed.names && event.type === 'admissionUndone')
				naive.undos.push({ ...row, admission: deed.names });
			else if (deed.names && event.type === 'exited') naive.exits.push({ ...row, admission: deed.names });
		}
	}
	for (const [id, events] of byCommand)
		if (!known.has(id) && events.some(({ actor }) => actor.kind === 'device'))
			raise('done', `nobody did ${id}`);
	checkCount(naive, state, raise);
}

const nameOf = ({ device, command }: Deed): string => `${command.type} ${command.id} of ${device}`;

/** What the log must say of a deed, times apart. */
function wantedOf({ device, command, names }: Deed): object[] {
	const { id } = command;
	switch (command.type) {
		case 'door.admit':
		case 'door.substitute': {
			const { delegate, claimedAt, via, verdict, desk, seen } = command.payload;
			const admitted = { is: 'admitted', id, delegate, device, claimedAt, via, verdict, desk, seen };
			return command.type === 'door.admit'
				? [admitted]
				: [admitted, { is: 'substituted', id, delegate, device, claimedAt }];
		}
		case 'door.walkIn': {
			const { delegate, claimedAt, via, verdict, desk, seen } = command.payload;
			return [
				{ is: 'delegateAdded', delegate: delegate.id },
				{ is: 'admitted', id, delegate: delegate.id, device, claimedAt, via, verdict, desk, seen }
			];
		}
		case 'door.undo':
			return [{ is: 'undone', id, admission: names, device, claimedAt: command.payload.claimedAt }];
		case 'door.exit':
			return [{ is: 'exited', id, admission: names, device, claimedAt: command.payload.claimedAt }];
		case 'door.failed':
			return [{ is: 'failed', id, device, claimedAt: command.payload.claimedAt }];
		case 'door.lounge':
		case 'door.companions':
		case 'door.documents':
		case 'door.count':
			return [{ is: 'mark', id, device, ...command.payload, offset: undefined }];
		default:
			return [];
	}
}

/** The same of what the log says, and its corrected time. */
function said(event: LogEvent | undefined): { facts: object | null; at: number | null } {
	switch (event?.type) {
		case 'admitted': {
			const { id, delegate, device, claimedAt, via, verdict, desk, seen, at } = event.payload.admission;
			return { facts: { is: 'admitted', id, delegate, device, claimedAt, via, verdict, desk, seen }, at };
		}
		case 'substituted': {
			const { id, delegate, device, claimedAt, at } = event.payload.substitution;
			return { facts: { is: 'substituted', id, delegate, device, claimedAt }, at };
		}
		case 'delegateAdded':
			return { facts: { is: 'delegateAdded', delegate: event.payload.delegate.id }, at: null };
		case 'admissionUndone': {
			const { id, admission, device, claimedAt, at } = event.payload.undo;
			return { facts: { is: 'undone', id, admission, device, claimedAt }, at };
		}
		case 'exited': {
			const { id, admission, device, claimedAt, at } = event.payload.exit;
			return { facts: { is: 'exited', id, admission, device, claimedAt }, at };
		}
		case 'attemptFailed': {
			const { id, device, claimedAt, at } = event.payload.attempt;
			return { facts: { is: 'failed', id, device, claimedAt }, at };
		}
		case 'loungeMarked':
		case 'companionsNoted':
		case 'documentsMarked':
		case 'unitCounted': {
			const { at, ...mark } = event.payload.mark;
			return { facts: { is: 'mark', ...mark, suspect: undefined }, at };
		}
		default:
			return { facts: event ? { is: event.type } : null, at: null };
	}
}

function claimOf({ command }: Deed): { claimedAt: number; offset: number } {
	const { payload } = command;
	if (!('claimedAt' in payload) || !('offset' in payload)) return { claimedAt: 0, offset: 0 };
	return { claimedAt: Number(payload.claimedAt), offset: Number(payload.offset) };
}

/** The clock's claim, unless it cannot be. */
function naiveTime(deed: Deed, receivedAt: number): number {
	const { claimedAt, offset } = claimOf(deed);
	const claimed = claimedAt + offset;
	if (claimed < receivedAt - OLDEST_MS) return receivedAt;
	return claimed > receivedAt + SUSPECT_MS ? receivedAt + SUSPECT_MS : claimed;
}

function checkTime(deed: Deed, event: LogEvent, at: number, raise: Raise): void {
	if (Math.abs(at - naiveTime(deed, event.at)) > 0.001)
		raise('claim', `${nameOf(deed)} counts from ${at}, not from ${naiveTime(deed, event.at)}`);
	if (deed.clockError !== null && Math.abs(at - deed.trueAt) > deed.clockError)
		raise('clock', `${nameOf(deed)} is ${Math.round(at - deed.trueAt)} ms off`);
}

const earlier = (a: Row, b: Row): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Counts from the set of facts, in no order and without the product's state. */
function checkCount({ admissions, undos, exits }: Naive, state: State, raise: Raise): void {
	const undone = ({ id, at }: Row): boolean =>
		undos.some((undo) => undo.admission === id && undo.at - at <= UNDO_MS);
	const people = new Map<string, NaiveAdmission[]>();
	for (const one of admissions) people.set(one.delegate, [...(people.get(one.delegate) ?? []), one]);
	let present = 0;
	for (const [delegate, all] of people) {
		const standing = all.filter((one) => !undone(one)).sort(earlier);
		const last = standing.at(-1);
		const left = exits.some(
			({ admission, at }) =>
				standing.some(({ id }) => id === admission) &&
				last &&
				(at > last.at || (at === last.at && admission === last.id))
		);
		if (last && !left) present++;
		const [first] = standing;
		const primary = primaryAdmission(state.admissions, delegate);
		if ((primary?.id ?? null) !== (first?.id ?? null))
			raise('primary', `primary of ${delegate} is ${primary?.id}, not ${first?.id}`);
		checkTrueOrder(delegate, standing, raise);
	}
	let counted = 0;
	for (const { id } of rowsOf(state.admissions.byDelegate))
		if (whereabouts(state.admissions, id) === 'present') counted++;
	if (counted !== present) raise('headcount', `${counted} counted, ${present} present`);
}

/** Nobody's entry stands before an earlier one, where both clocks were known well enough to tell. */
function checkTrueOrder(delegate: string, standing: readonly NaiveAdmission[], raise: Raise): void {
	const first = standing[0]?.deed;
	if (first?.clockError == null) return;
	for (const { deed } of standing.slice(1)) {
		if (deed?.clockError == null) continue;
		if (deed.trueAt + deed.clockError + first.clockError < first.trueAt)
			raise('order', `primary of ${delegate} came ${first.trueAt - deed.trueAt} ms after another`);
	}
}
