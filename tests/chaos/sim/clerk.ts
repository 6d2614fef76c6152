/** Owns: what the people at a desk do, by what their own screen shows. */
import { whereabouts } from '../../../src/lib/core/admissions/model';
import type { Command } from '../../../src/lib/core/log/command';
import { rowOf } from '../../../src/lib/core/table';
import type { Chance } from './chance';
import type { Deed, Journal } from './journal';
import type { Page } from './page';
import { entered } from './people';
import { UNSTORABLE } from './store';

const KINDS = {
	admit: 60,
	failed: 3,
	undo: 10,
	exit: 7,
	walkIn: 8,
	substitute: 5,
	lounge: 2,
	companions: 2,
	documents: 3,
	count: 3,
	poison: 2
};

type Desk = {
	page: Page;
	name: string;
	journal: Journal;
	chance: Chance;
	people: readonly string[];
	now: number;
};

/** One deed, or none when there is nothing to do. */
export function act(desk: Desk): void {
	const { page, chance, journal } = desk;
	const shown = page.shown();
	const admissions = shown?.state.admissions;
	const roster = shown?.state.roster;
	if (!admissions || !roster) return;
	const kind = chance.weighed(KINDS);
	// Few people come again and again: two desks must often mean the same one.
	const delegate = desk.people[Math.floor(desk.people.length * chance.next() ** 2)] ?? '';
	const isThere = rowOf(roster.delegates, delegate) !== undefined;
	const card = (verdict: 'green' | 'amber', via: 'qr' | 'search' | 'walkIn') =>
		({ via, verdict, desk: desk.name, seen: page.upTo }) as const;
	switch (kind) {
		case 'admit': {
			if (!isThere) return;
			// Blue: already here. Now and then a person insists.
			const present = whereabouts(admissions, delegate) === 'present';
			if (present && !chance.happens(0.25)) return;
			const via = chance.happens(0.5) ? 'qr' : 'search';
			return record(desk, { delegate }, (id, claim) => ({
				id,
				type: 'door.admit',
				payload: { ...claim, ...card(present ? 'amber' : 'green', via), delegate }
			}));
		}
		case 'substitute': {
			if (!isThere || whereabouts(admissions, delegate) === 'present') return;
			return record(desk, { delegate }, (id, claim) => ({
				id,
				type: 'door.substitute',
				payload: {
					...claim,
					...card('amber', 'search'),
					delegate,
					name: 'Bế Thị Thay',
					title: '',
					honorific: 'Bà'
				}
			}));
		}
		case 'walkIn':
		case 'poison': {
			const guest = `w-${chance.hex(8)}`;
			const bad = kind === 'poison';
			// Half of the poisoned ones fall at the shape, half at the database.
			const reason = bad ? (chance.happens(0.5) ? 'x'.repeat(501) : UNSTORABLE) : 'Ngoài danh sách';
			return record(desk, { delegate: guest, poisoned: bad }, (id, claim) => ({
				id,
				type: 'door.walkIn',
				payload: { ...claim, ...card('amber', 'walkIn'), delegate: entered(guest), reason }
			}));
		}
		case 'undo':
		case 'exit': {
			const admission = recent(desk);
			if (!admission || !rowOf(admissions.admissions, admission)) return;
			if (journal.takenBack.has(admission)) return;
			return record(
				desk,
				{ delegate: journal.delegateOf.get(admission) ?? null, names: admission },
				(id, claim) => ({
					id,
					type: kind === 'undo' ? 'door.undo' : 'door.exit',
					payload: { ...claim, admission }
				})
			);
		}
		case 'lounge':
		case 'companions': {
			const admission = recent(desk);
			if (!admission) return;
			return record(desk, { delegate: null }, (id, claim) =>
				kind === 'lounge'
					? { id, type: 'door.lounge', payload: { ...claim, admission, on: chance.happens(0.5) } }
					: { id, type: 'door.companions', payload: { ...claim, admission, count: chance.below(4) } }
			);
		}
		case 'documents':
			return record(desk, { delegate: null }, (id, claim) => ({
				id,
				type: 'door.documents',
				payload: { ...claim, delegate, given: chance.happens(0.8) }
			}));
		case 'count':
			return record(desk, { delegate: null }, (id, claim) => ({
				id,
				type: 'door.count',
				payload: { ...claim, unit: 'Trường Một', delta: chance.between(-1, 5), desk: null }
			}));
		case 'failed':
			return record(desk, { delegate: null }, (id, claim) => ({
				id,
				type: 'door.failed',
				payload: { ...claim, code: '12345678', reason: 'unknown' }
			}));
		default:
			kind satisfies never;
	}
}

/** An admission of the last while, at whatever desk; its screen may not know it. */
function recent({ journal, chance }: Desk): string | null {
	const { deeds } = journal;
	for (let i = 0; i < 6; i++) {
		const deed = deeds[deeds.length - 1 - chance.below(Math.min(deeds.length, 40))];
		if (deed?.delegate && !deed.names && !deed.poisoned) return deed.command.id;
	}
	return null;
}

type About = { delegate: string | null; names?: string; poisoned?: boolean };

function record(
	{ page, journal, now }: Desk,
	about: About,
	make: (id: string, claim: { claimedAt: number; offset: number }) => Command
): void {
	let deed = null as Deed | null;
	const { clockError } = page;
	const command = page.fact(make, (ok) => {
		if (ok && deed) journal.shown(deed);
	});
	deed = {
		device: page.actor.id,
		command,
		delegate: about.delegate,
		names: about.names ?? null,
		trueAt: now,
		clockError,
		shown: false,
		excused: false,
		poisoned: about.poisoned ?? false
	};
	journal.made(deed);
}
