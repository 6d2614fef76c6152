import { describe, expect, it } from 'vitest';
import { Door, MINUTE, T0 } from './day-facts.fixture';
import { arrivals, deskTotals, forecast, perMinute } from './stats';

const people = (door: Door, count: number): string[] => {
	const ids = Array.from({ length: count }, (_, at) => `p${String(at).padStart(3, '0')}`);
	for (const id of ids) door.person(id);
	return ids;
};

describe('how the arrival runs', () => {
	it('STAT-1: each desk and gate has its total; two scans of one person count at the first desk, crew nowhere', () => {
		const door = new Door().create();
		door.send('desk.save', {
			desks: [
				{ name: 'Bàn 1', gate: 'Cổng chính' },
				{ name: 'Bàn 2', gate: 'Cổng chính' },
				{ name: 'Bàn 3', gate: 'Cổng sau' }
			]
		});
		const [a = '', b = '', c = ''] = people(door, 3);
		door.person('crew', { kind: 'crew' });
		door.admit(a, 3, { desk: 'Bàn 2', device: 'dev-2' });
		door.admit(a, 1, { desk: 'Bàn 1' });
		door.admit(b, 2, { desk: 'Bàn 2' });
		door.admit(c, 2, { desk: null });
		door.admit('crew', 2, { desk: 'Bàn 3' });
		door.send('device.enrol', { id: 'dev-9', role: 'reception', desk: 'Bàn 3' });
		door.send('door.count', { ...door.claim(4), unit: 'Công an tỉnh', delta: 10 }, { device: 'dev-9' });
		expect(deskTotals(door.state)).toEqual({
			desks: [
				{ desk: 'Bàn 1', gate: 'Cổng chính', arrived: 1 },
				{ desk: 'Bàn 2', gate: 'Cổng chính', arrived: 1 },
				{ desk: 'Bàn 3', gate: 'Cổng sau', arrived: 10 },
				{ desk: null, gate: '', arrived: 1 }
			],
			gates: [
				{ gate: 'Cổng chính', arrived: 2 },
				{ gate: 'Cổng sau', arrived: 10 },
				{ gate: '', arrived: 1 }
			]
		});
		expect(arrivals(door.state).map(({ at }) => (at - T0) / MINUTE)).toEqual([1, 2, 2, 4]);
	});

	it('STAT-2: every minute from the first arrival to now has its number, also the empty ones', () => {
		const door = new Door().create();
		const [a = '', b = '', c = ''] = people(door, 3);
		door.admit(a, 1);
		door.admit(b, 1.5);
		door.admit(c, 4);
		const now = T0 + 5.5 * MINUTE;
		expect(perMinute(door.state, now).map((row) => [(row.minute - T0) / MINUTE, row.arrived])).toEqual([
			[1, 2],
			[2, 0],
			[3, 0],
			[4, 1],
			[5, 0]
		]);
		expect(perMinute(door.state, now, 2)).toHaveLength(2);
		expect(perMinute(new Door().state, now)).toEqual([]);
	});

	it('STAT-3: the forecast follows the last ten minutes, and says when the share was reached', () => {
		const door = new Door().create();
		const ids = people(door, 100);
		// Two a minute for twenty minutes: 40 are here, 90 are wanted, so another 25 minutes.
		for (let at = 0; at < 40; at++) door.admit(ids[at] ?? '', at / 2);
		const now = T0 + 20 * MINUTE;
		const said = forecast(door.state, now);
		expect(said).toMatchObject({ kind: 'expected' });
		if (said?.kind !== 'expected') throw new Error('expected');
		expect(said.rate).toBeCloseTo(2, 1);
		expect((said.at - now) / MINUTE).toBeCloseTo(25, -1);
		for (let at = 40; at < 95; at++) door.admit(ids[at] ?? '', 20 + (at - 40) / 5);
		// The 90th of them came at minute 29.8.
		expect(forecast(door.state, T0 + 60 * MINUTE)).toEqual({ kind: 'reached', at: T0 + 29.8 * MINUTE });
	});

	it('STAT-4: no forecast where it would be a guess', () => {
		const none = new Door().create();
		expect(forecast(none.state, T0)).toBeNull();
		const few = new Door().create();
		const ids = people(few, 20);
		for (let at = 0; at < 4; at++) few.admit(ids[at] ?? '', at);
		expect(forecast(few.state, T0 + 9 * MINUTE), 'four are chance').toBeNull();
		const burst = new Door().create();
		for (const id of people(burst, 20).slice(0, 8)) burst.admit(id, 0);
		expect(forecast(burst.state, T0 + 1 * MINUTE), 'one minute is no rate').toBeNull();
		expect(forecast(burst.state, T0 + 5 * MINUTE)).not.toBeNull();
		expect(forecast(burst.state, T0 + 40 * MINUTE), 'nobody came lately').toBeNull();
		const slow = new Door().create();
		for (const [at, id] of people(slow, 400).slice(0, 6).entries()) slow.admit(id, at);
		expect(forecast(slow.state, T0 + 9 * MINUTE), 'many hours ahead').toBeNull();
		const excused = new Door().create();
		for (const [at, id] of people(excused, 10).entries())
			if (at < 7) excused.admit(id, at);
			else excused.send('delegate.edit', { id, patch: { absence: 'excused' } });
		expect(forecast(excused.state, T0 + 7 * MINUTE), 'three of ten will not come').toBeNull();
	});

	it('STAT-5: walk-ins are arrivals and bring the share of those summoned no nearer', () => {
		const door = new Door().create();
		const ids = people(door, 10);
		for (let at = 0; at < 5; at++) door.admit(ids[at] ?? '', at);
		for (let at = 0; at < 5; at++) {
			door.person(`w${at}`, { kind: 'walkIn' });
			door.admit(`w${at}`, at);
		}
		expect(arrivals(door.state)).toHaveLength(10);
		expect(forecast(door.state, T0 + 5 * MINUTE)).toMatchObject({ kind: 'expected' });
	});
});
