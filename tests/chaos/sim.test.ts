import { describe, expect, it } from 'vitest';
import { breaks, bugs } from './sim/bugs';
import { runDay } from './sim/day';

const SEEDS = 200;
const EVENTS = 2000;
const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);

describe('simulated days in which everything fails', () => {
	it('CHA-1: after 200 days nothing shown as kept is lost or counted twice, and all agree in ten seconds', () => {
		let acknowledged = 0;
		for (const seed of seeds) {
			const day = runDay(seed, EVENTS);
			expect(day.alarms, `seed ${seed}`).toEqual([]);
			acknowledged += day.acknowledged;
		}
		expect(acknowledged).toBeGreaterThan(SEEDS * 100);
	}, 240_000);

	for (const name of Object.keys(bugs) as (keyof typeof bugs)[])
		it(`CHA-2: the planted bug "${name}" is caught within 200 days`, () => {
			const caught = seeds.find((seed) =>
				runDay(seed, EVENTS, bugs[name]).alarms.some(({ rule }) => rule === breaks[name])
			);
			expect(caught).toBeDefined();
		}, 240_000);

	it('CHA-3: a seed gives the same day each time', () => {
		const one = runDay(4711, EVENTS, bugs['drop on 409']);
		expect(one.alarms.length).toBeGreaterThan(0);
		expect(runDay(4711, EVENTS, bugs['drop on 409'])).toEqual(one);
		expect(runDay(4712, EVENTS, bugs['drop on 409'])).not.toEqual(one);
	});
});
