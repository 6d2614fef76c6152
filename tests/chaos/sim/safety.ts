/**
 * Owns: what must hold at every moment on each screen: whoever was shown a green card by this device, and was not taken
 * back by anybody, never looks absent on it, and is among its own admissions.
 */
import { isUndone, whereabouts } from '../../../src/lib/core/admissions/model';
import { rowOf } from '../../../src/lib/core/table';
import type { Raise } from './alarms';
import { delegateOfFact, type Journal } from './journal';
import type { Change, Page } from './page';

export function checkScreen(page: Page, change: Change, journal: Journal, raise: Raise): void {
	if (!page.ready) return;
	const cards = journal.cardsOf(page.actor.id);
	if (!cards.size) return;
	const touched = touchedBy(change, journal);
	const asked = touched === null ? [...cards.keys()] : [...touched].filter((one) => cards.has(one));
	if (!asked.length) return;
	const admissions = page.shown()?.state.admissions;
	if (!admissions) return;
	for (const delegate of asked)
		for (const { command } of cards.get(delegate) ?? []) {
			if (journal.takenBack.has(command.id)) continue;
			const row = rowOf(admissions.admissions, command.id);
			const gone = !row || isUndone(admissions, row) || whereabouts(admissions, delegate) === 'absent';
			if (gone) raise('screen', `${page.actor.id} shows ${delegate} without ${command.id}`);
		}
}

/** @returns the people whom a change can have touched; null: anybody */
function touchedBy(change: Change, journal: Journal): Set<string> | null {
	if (change === 'all') return null;
	const touched = new Set<string>();
	if ('pending' in change) {
		for (const { command } of change.pending) {
			const delegate = delegateOfFact(command, journal);
			if (delegate) touched.add(delegate);
		}
		return touched;
	}
	for (const event of change.message.events)
		if (event.type === 'admitted') touched.add(event.payload.admission.delegate);
		else if (event.type === 'admissionUndone') add(touched, journal, event.payload.undo.admission);
		else if (event.type === 'exited') add(touched, journal, event.payload.exit.admission);
	return touched;
}

function add(touched: Set<string>, journal: Journal, admission: string): void {
	const delegate = journal.delegateOf.get(admission);
	if (delegate) touched.add(delegate);
}
