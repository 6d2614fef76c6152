import { describe, expect, it } from 'vitest';
import { awardsBegun, recipientAlerts, vipAlerts } from './alerts';
import { Door, MINUTE, T0 } from './day-facts.fixture';
import { rowOf } from '../table';
import { doorNotes } from './notes';

describe('whom an arrival is told to', () => {
	it('ALR-1: an important delegate’s arrival is told with desk and lounge, while they are in the house', () => {
		const door = new Door()
			.create()
			.person('vip', { vip: true })
			.person('plain')
			.person('late', { vip: true });
		const first = door.admit('vip', 1, { desk: 'Bàn 2' });
		door.admit('plain', 2);
		door.send('door.lounge', { ...door.claim(2), admission: first, on: true });
		const alert = {
			kind: 'vip',
			delegate: 'vip',
			admission: first,
			at: T0 + MINUTE,
			desk: 'Bàn 2',
			lounge: true,
			substituteBy: null,
			late: false,
			wave: null,
			position: null
		};
		expect(vipAlerts(door.state)).toEqual([alert]);
		// A device without the desks' notes still hears of the arrival.
		const { roster, admissions } = door.state;
		expect(vipAlerts({ roster, admissions })).toEqual([{ ...alert, lounge: false }]);
		const second = door.admit('late', 9);
		expect(vipAlerts(door.state).map((one) => one.admission)).toEqual([second, first]);
		door.exit(first, 10);
		expect(vipAlerts(door.state).map((one) => one.delegate)).toEqual(['late']);
		// Gone in the very moment of a return.
		door.exit(door.admit('vip', 12), 12);
		expect(vipAlerts(door.state).map((one) => one.delegate)).toEqual(['late']);
	});

	it('ALR-2: somebody who comes in an important delegate’s place is told as a substitute', () => {
		const door = new Door().create().person('vip', { vip: true });
		const id = door.send('door.substitute', {
			...door.claim(1),
			delegate: 'vip',
			via: 'search',
			verdict: 'amber',
			desk: null,
			seen: 0,
			name: 'Bế Thị Thay',
			title: '',
			honorific: 'Bà'
		});
		expect(vipAlerts(door.state)).toMatchObject([{ delegate: 'vip', substituteBy: id }]);
	});

	it('ALR-4: awards that were passed over have not begun', () => {
		const door = new Door().create();
		const item = { minutes: 5, on: true, delegate: null, title: 'Mục' };
		for (const [id, kind] of [
			['i1', 'phat_bieu'],
			['i2', 'khen_thuong'],
			['i3', 'phat_bieu']
		] as const)
			door.send('programme.insert', { item: { ...item, id, kinds: [kind] }, before: null });
		door.send('conference.status', { status: 'live' });
		door.send('programme.next', { expectedItem: null });
		door.send('programme.jump', { expectedItem: 'i1', to: 'i3' });
		expect(awardsBegun(door.state.programme)).toBeNull();
		door.send('programme.jump', { expectedItem: 'i3', to: 'i2' });
		expect(awardsBegun(door.state.programme)).toBe(door.now);
	});

	it('ALR-3: a recipient is told with wave and place, and as late once the awards have begun', () => {
		const door = new Door().create().person('early').person('late').person('gone');
		const recipient = (delegate: string, stagePosition: number) =>
			({ delegate, decision: 'q1', type: 'individual', wave: 2, stagePosition }) as const;
		door.send('award.set', {
			decision: { id: 'q1', form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
			recipients: [recipient('early', 1), recipient('late', 2), recipient('gone', 3)]
		});
		door.send('delegate.withdraw', { id: 'gone', withdrawn: true });
		door.admit('early', 1);
		door.admit('gone', 1);
		const item = { minutes: 5, on: true, delegate: null, title: 'Trao thưởng' };
		door.send('programme.insert', { item: { ...item, id: 'i1', kinds: ['phat_bieu'] }, before: null });
		door.send('programme.insert', { item: { ...item, id: 'i2', kinds: ['khen_thuong'] }, before: null });
		door.send('conference.status', { status: 'live' });
		door.now = T0 + 10 * MINUTE;
		door.send('programme.next', { expectedItem: null });
		expect(recipientAlerts(door.state).map((one) => one.late)).toEqual([false]);
		door.now = T0 + 20 * MINUTE;
		door.send('programme.next', { expectedItem: 'i1' });
		door.now = T0 + 60 * MINUTE;
		door.admit('late', 25);
		expect(recipientAlerts(door.state)).toMatchObject([
			{ kind: 'recipient', delegate: 'late', late: true, wave: 2, position: 2 },
			{ kind: 'recipient', delegate: 'early', late: false, wave: 2, position: 1 }
		]);
	});

	it('ALR-6: once the awards have begun the desk reads of a later wave only for whoever missed their own, and which it is', () => {
		const door = new Door().create().person('out').person('ahead').person('third');
		const recipient = (delegate: string, wave: number, stagePosition: number) =>
			({ delegate, decision: 'q1', type: 'individual', wave, stagePosition }) as const;
		door.send('award.set', {
			decision: { id: 'q1', form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
			recipients: [recipient('out', 1, 1), recipient('third', 1, 2), recipient('ahead', 2, 1)]
		});
		const item = { minutes: 5, on: true, delegate: null, title: 'Trao thưởng' };
		door.send('programme.insert', { item: { ...item, id: 'i2', kinds: ['khen_thuong'] }, before: null });
		door.send('conference.status', { status: 'live' });
		door.send('programme.next', { expectedItem: null });
		door.send('wave.later', { recipients: ['out'], version: 1, reason: 'absent' });
		const noteOf = (id: string) => {
			const { recipients } = door.state.awards;
			const { wave = 0, stagePosition = 0 } = recipients[id] ?? {};
			const delegate = rowOf(door.state.roster.delegates, id) ?? null;
			const verdict = {
				tone: 'amber',
				code: 'recipient',
				delegate,
				seat: null,
				recipient: { wave, position: stagePosition },
				earlier: null,
				silent: false
			} as const;
			return doorNotes(door.state, verdict, door.now + MINUTE, null)[0];
		};
		expect(noteOf('out')).toEqual({ code: 'lateRecipient', next: 1 });
		expect(noteOf('ahead'), 'their wave is still to come').toEqual({
			code: 'recipient',
			wave: 2,
			position: 1
		});
		const wave = door.state.awards.waves[1];
		door.send('wave.next', { wave: 1, step: 'prepared', given: 0, version: wave?.version ?? 0 });
		expect(noteOf('third'), 'the one behind their own').toEqual({ code: 'lateRecipient', next: 2 });
	});
});
