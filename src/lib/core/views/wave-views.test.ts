import { describe, expect, it } from 'vitest';
import { recipientAlerts } from '../admissions/alerts';
import { AwardDay } from '../awards/awards.fixture';
import type { PersonalLookup } from '../log/event';
import { views } from './registry';

const T0 = Date.UTC(2026, 7, 28, 0, 0);
const lookup =
	(day: AwardDay): PersonalLookup =>
	(ref) =>
		day.personal.get(ref);
const admit = (day: AwardDay, at: number, ...delegates: string[]) => {
	for (const delegate of delegates)
		day.send('door.admit', {
			delegate,
			claimedAt: at,
			offset: 0,
			via: 'qr',
			verdict: 'green',
			desk: null,
			seen: 0
		});
	return day;
};
const onAwards = (day: AwardDay) =>
	day
		.send('programme.insert', {
			item: { id: 'awards', kinds: ['khen_thuong'], title: 'Trao', minutes: 9, on: true, delegate: null },
			before: null
		})
		.send('conference.status', { status: 'live' })
		.send('programme.next', { expectedItem: null });
const projected = (day: AwardDay) => views.projector(day.state, lookup(day)).award;
const steward = (day: AwardDay) =>
	views.steward(day.state, lookup(day), { role: 'steward', device: null, delegate: null });

describe('a wave on the screens of the hall', () => {
	it('RUNW-1: the projector lists the decision before a wave; on the stage it shows the row as the hall sees it, and who is given now', () => {
		const day = onAwards(
			new AwardDay().decide('q1', { individual: 5 }, 'province').decide('q2', { individual: 9 })
		);
		expect(projected(day), 'two decisions and no wave').toBeNull();
		day.send('wave.make', {});
		expect(projected(day)).toMatchObject({ rank: 'province', row: null });
		expect(projected(day)?.names).toHaveLength(5);
		admit(day, T0, 'q1i1', 'q1i3', 'q1i4');
		day.confirm(1, 1, 2).next(1, 2);
		expect(projected(day)?.row?.map(({ id, now }) => [id, now])).toEqual([
			['q1-i1', false],
			['q1-i3', false],
			['q1-i4', false]
		]);
		day.next(1);
		expect(projected(day)?.row?.find(({ now }) => now)?.id).toBe('q1-i1');
		day.next(1, 2);
		expect(projected(day)?.row?.find(({ now }) => now)?.id).toBe('q1-i3');
		day.next(1, 3).next(1);
		expect(
			projected(day)?.row?.some(({ now }) => now),
			'for the photo nobody stands out'
		).toBe(false);
		day.next(1);
		expect(projected(day)).toMatchObject({ rank: 'commune', row: null });
	});

	it('RUNW-23: of recipients of one name the projector adds title and unit, before the wave and in its row; of others not', () => {
		const day = new AwardDay().decide('q1', { individual: 3 });
		day.personal.set('delegate:q1i1', { honorific: 'Bà', name: 'Lý Thị Xuân', title: 'Xóm Bản Viết' });
		day.personal.set('delegate:q1i2', { honorific: 'Bà', name: 'Lý Thị Xuân', title: 'Xóm Pác Rao' });
		day.personal.set('delegate:q1i3', { honorific: 'Ông', name: 'Lý Văn Sơn', title: 'Xóm Pác Rao' });
		onAwards(day).send('wave.make', {});
		const names = ['Bà Lý Thị Xuân (Xóm Bản Viết)', 'Bà Lý Thị Xuân (Xóm Pác Rao)', 'Ông Lý Văn Sơn'];
		expect(projected(day)).toMatchObject({ names, row: null });
		admit(day, T0, 'q1i1', 'q1i2', 'q1i3');
		day.confirm(1, 1, 2).next(1, 2);
		expect(projected(day)?.row?.map(({ name }) => name)).toEqual(names);
		expect(JSON.stringify(projected(day)?.row)).not.toContain('office');
	});

	it('RUNW-2: the steward sees who confers the wave in hand and the next, whether they are here, and its step', () => {
		const day = new AwardDay().decide('q1', { individual: 9 }).send('wave.make', {});
		day.invite({ id: 'chair' }, { id: 'deputy' });
		expect(steward(day).conferring).toEqual([]);
		admit(day, T0, 'chair');
		day.send('wave.conferrers', { wave: 1, conferrers: ['chair', 'deputy'] });
		day.send('wave.conferrers', { wave: 2, conferrers: ['chair'] });
		day.confirm(1, 1, 2).next(1);
		expect(
			steward(day).conferring.map(({ wave, leaders }) => [
				wave.number,
				wave.step,
				leaders.map(({ id, here }) => [id, here])
			])
		).toEqual([
			[
				1,
				'staged',
				[
					['chair', true],
					['deputy', false]
				]
			],
			[2, 'prepared', [['chair', true]]]
		]);
	});

	it('RUNW-3: who comes late is offered a later wave or trao sau when their own is past its preparation or they were left out', () => {
		const day = onAwards(new AwardDay().decide('q1', { individual: 9 }).send('wave.make', {}));
		const rescues = () => recipientAlerts(day.state).map(({ rescue }) => rescue ?? null);
		admit(day, day.now + 60_000, 'q1i1');
		expect(rescues(), 'in time for the own wave').toEqual([null]);
		day.send('wave.later', { recipients: ['q1-i1'], version: day.wave(1).version, reason: 'absent' });
		expect(rescues()).toEqual([{ recipient: 'q1-i1', version: 0, next: 1, inWave: false }]);
		day.confirm(1, 1, 2).next(1, 2);
		expect(rescues()).toEqual([{ recipient: 'q1-i1', version: 0, next: 2, inWave: false }]);
		admit(day, day.now + 60_000, 'q1i2');
		expect(rescues()[0]).toEqual({ recipient: 'q1-i2', version: day.wave(1).version, next: 2, inWave: true });
		day.send('wing.tick', { recipient: 'q1-i2', on: true, claimedAt: day.now, offset: 0 });
		expect(rescues()[0], 'stands in the wings').toBeNull();
		day.send('wave.move', { recipient: 'q1-i1', version: 0 });
		expect(rescues()).toEqual([null, null]);
	});
});
