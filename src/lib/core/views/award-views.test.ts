import { describe, expect, it } from 'vitest';
import { AwardDay } from '../awards/awards.fixture';
import type { PersonalLookup } from '../log/event';
import { views } from './registry';

const T0 = Date.UTC(2026, 7, 28, 0, 0);
const ready = () => {
	const day = new AwardDay().decide('q1', { individual: 4, collective: 1 });
	day.send('award.setup', {
		setup: { ...day.state.awards.setup, types: ['individual', 'household', 'collective'] }
	});
	return day.send('wave.make', {});
};
const lookup =
	(day: AwardDay): PersonalLookup =>
	(ref) =>
		day.personal.get(ref);
const reader = (role: 'presenter-1' | 'presenter-2' | 'marshal' | 'reader' | 'mc') => ({
	role,
	device: null,
	delegate: null
});
const admit = (day: AwardDay, delegate: string) =>
	day.send('door.admit', {
		delegate,
		claimedAt: T0,
		offset: 0,
		via: 'qr',
		verdict: 'green',
		desk: null,
		seen: 0
	});

describe('what each person of the awards sees', () => {
	it('AWV-1: a presenter sees the own pile top to bottom, numbered as all frames are handed over, and whose the next one is', () => {
		const day = ready();
		const one = () => views.presenter1(day.state, lookup(day), reader('presenter-1'));
		const two = () => views.presenter2(day.state, lookup(day), reader('presenter-2'));
		expect(one().stack.map(({ frame, position, name }) => [frame, position, name])).toEqual([
			[1, 1, 'Nông Văn q1i1'],
			[3, 3, 'Nông Văn q1i3']
		]);
		expect(two().stack.map(({ frame }) => frame)).toEqual([2, 4]);
		expect(one()).toMatchObject({ confirmed: false, frames: 4, nextFrame: null });
		day.confirm(1, 1, 2).next(1, 2);
		expect(one().nextFrame).toMatchObject({ frame: 1, mine: true });
		expect(two().nextFrame).toMatchObject({ frame: 1, mine: false });
	});

	it('AWV-2: after a change the pile says what moved and asks again; with one presenter the other has nothing to carry', () => {
		const day = ready().confirm(1, 1, 2);
		const one = () => views.presenter1(day.state, lookup(day), reader('presenter-1'));
		expect(one()).toMatchObject({ confirmed: true, reordered: false });
		day.send('wave.later', { recipients: ['q1-i1'], version: day.wave(1).version, reason: 'absent' });
		expect(one()).toMatchObject({ confirmed: false, reordered: true });
		expect(one().stack.map(({ id, changed }) => [id, changed])).toEqual([
			['q1-i2', 'added'],
			['q1-i4', 'added']
		]);
		expect(one().removed.map(({ id }) => id)).toEqual(['q1-i1', 'q1-i3']);
		day.send('award.setup', { setup: { ...day.state.awards.setup, presenters: 1 } });
		expect(one().alone).toBe(true);
		expect(views.presenter2(day.state, lookup(day), reader('presenter-2')).stack).toEqual([]);
	});

	it('AWV-3: the call leaves absentees out in silence and says whose turn it is; nhận thay is named with its reason', () => {
		const day = ready();
		for (const person of ['q1i1', 'q1i3']) admit(day, person);
		day.send('wave.behalf', {
			recipient: 'q1-i2',
			version: day.wave(1).version,
			delegate: null,
			reason: 'Đi công tác',
			name: 'Nông Thị Thay'
		});
		const { call } = views.reader(day.state, lookup(day), reader('reader'));
		expect(call?.people.map(({ id }) => id)).toEqual(['q1-i1', 'q1-i2', 'q1-i3']);
		expect(call?.people[1]).toMatchObject({
			name: 'Nông Văn q1i2',
			stands: { name: 'Nông Thị Thay', reason: 'Đi công tác' }
		});
		expect(call).toMatchObject({ caller: 'reader', before: false, wave: { number: 1, people: 4 } });
		expect(JSON.stringify(call)).not.toContain('vắng');
	});

	it('AWV-4: the marshal has the queue of this wave and the next in the order of walking up', () => {
		const day = ready();
		admit(day, 'q1i4');
		day.send('wing.tick', { recipient: 'q1-i4', on: true, claimedAt: T0, offset: 0 });
		const { queues } = views.marshal(day.state, lookup(day), reader('marshal'));
		expect(queues.map(({ wave, people }) => [wave.number, people.map(({ id }) => id)])).toEqual([
			[1, ['q1-i4', 'q1-i3', 'q1-i2', 'q1-i1']],
			[2, ['q1-c1']]
		]);
		expect(queues[0]?.people[0]).toMatchObject({ here: true, lined: true });
		expect(queues[0]?.people[1]).toMatchObject({ here: false, lined: false });
	});

	it('AWV-5: of those unlisted the name beside the log is shown, and no view of the awards holds a phone or a note', () => {
		const day = ready();
		day.personal.set('recipient:q1-c1', { name: 'Tập thể xóm Bản Khấy', unit: 'Xóm Bản Khấy' });
		day.personal.set('delegate:q1i1', {
			name: 'Nông Văn Một',
			honorific: 'Ông',
			phone: '0912345678',
			note: 'riêng'
		});
		for (const view of ['presenter1', 'presenter2', 'reader', 'marshal'] as const) {
			const text = JSON.stringify(views[view](day.state, lookup(day), reader('reader')));
			expect(text).not.toMatch(/0912345678|riêng/);
		}
		const { queues } = views.marshal(day.state, lookup(day), reader('marshal'));
		expect(queues[1]?.people[0]).toMatchObject({
			name: 'Tập thể xóm Bản Khấy',
			stands: { name: 'Nông Văn q1c1', reason: '' }
		});
	});
});
